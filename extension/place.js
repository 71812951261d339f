/** Where the person stands in a report, and what they opened: kept while it is painted anew. */

/** @typedef {{ id: string, like: string, at: number }} Stand In what has a name, the how-manieth of its kind. */

/** What stands where a button was that has done its work. @type {{ [act: string]: string }} */
const INSTEAD = { know: "forget", forget: "know" };

/** Lasts, for only what changes in it is read out. */
const status = document.createElement("p");
status.className = "seen-not";
status.setAttribute("role", "status");
document.documentElement.append(status);

/** @param {string} act */
const doing = (act) => `[data-act="${act}"]`;

/** @param {Stand} stand @returns {HTMLElement | null | undefined} */
function find({ id, like, at }) {
  const home = id ? document.getElementById(id) : document.body;
  return at < 0 ? home : [.../** @type {NodeListOf<HTMLElement>} */ (home?.querySelectorAll(like) ?? [])][at];
}

/** @param {Element} element @returns {Stand} */
function standOf(element) {
  const act = element.getAttribute("data-act");
  const like = act ? doing(act) : element.localName;
  const home = element.closest("[id]");
  return { id: home?.id ?? "", like, at: [...(home ?? document.body).querySelectorAll(like)].indexOf(element) };
}

const firstLine = () => document.querySelector("h1");

/**
 * Called just before a report is painted anew.
 * @returns {() => void} Called just after.
 */
export function standing() {
  const opened = [...document.querySelectorAll("details[open]")].map(standOf);
  const { activeElement } = document;
  const act = activeElement?.getAttribute("data-act") ?? "";
  const focused = activeElement && activeElement !== document.body ? standOf(activeElement) : null;
  const before = firstLine()?.textContent;
  return () => {
    for (const stand of opened) find(stand)?.setAttribute("open", "");
    const now = firstLine();
    if (now && before && now.textContent !== before) status.textContent = now.textContent;
    if (!focused) return;
    if (now) now.tabIndex = -1;
    const instead = /** @type {HTMLElement | null} */ (document.querySelector(doing(INSTEAD[act] ?? "")));
    (find(focused) ?? instead ?? now)?.focus();
  };
}
