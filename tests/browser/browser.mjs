/**
 * One small interface over both browsers.
 *
 * @typedef {object} How
 * @property {boolean} [proceed] By real clicks through the browser's page about the certificate.
 * @property {boolean} [inPrivate] In a private window; where the browser was started for that.
 * @property {{ name: string, password: string }} [signIn] What to answer where the server asks by HTTP.
 *
 * @typedef {"chromium" | "firefox"} Name
 *
 * @typedef {object} Options
 * @property {import("./world.mjs").World} world
 * @property {string} [extension] The unpacked extension; `dist/<name>` where it is not given.
 * @property {boolean} [flag] Chromium's WebRequestSecurityInfo.
 * @property {boolean} [inPrivate] The person let the extension into private windows.
 * @property {boolean} [headless]
 * @property {string} [language] BCP 47, for the browser's own words.
 *
 * @typedef {object} Browser
 * @property {Name} name
 * @property {boolean} flag
 * @property {(url: string, how?: How) => Promise<Tab>} open A new tab at this address.
 * @property {<T>(source: string, ...values: unknown[]) => Promise<T>} inExtension Runs the body of an async
 *   function, with `values`, in a page of the extension.
 * @property {Promise<unknown>} closed When the person has closed it.
 * @property {() => Promise<void>} stopBackground Kills the service worker or suspends the event page.
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Warning
 * @property {string} text What a person reads in it.
 * @property {boolean} visible It has an area inside the view.
 * @property {{ text: string, look: string, x: number, y: number }[]} buttons Visible ones, with the middle of each.
 * @property {string[]} marks What the quiet marks are called.
 * @property {Box | null} card Where the card stands; none while there are marks alone.
 * @property {Box | null} first Where its first line stands.
 * @property {{ width: number, height: number }} view Of the frame that it stands in.
 * @property {"stop" | "check" | null} state
 * @property {string | null} direction In which its words are written.
 * @property {string | null} focused The class of the part that has the focus.
 *
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 *
 * @typedef {object} Popup
 * @property {string} first Its first line.
 * @property {string} text
 * @property {string} language
 * @property {(selector: string) => Promise<number>} count
 * @property {(selector: string) => Promise<unknown>} open Opens a panel, as a click on its summary does.
 * @property {(selector: string) => Promise<unknown>} press Gives it the focus, and presses it.
 * @property {(file: string) => Promise<void>} picture
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Tab
 * @property {number} id The extension's number for it.
 * @property {(url: string, how?: How) => Promise<void>} go
 * @property {() => Promise<void>} back
 * @property {<T>(source: string, ...values: unknown[]) => Promise<T>} evaluate Runs the body of a function in the page.
 * @property {() => Promise<string>} url
 * @property {(selector: string) => Promise<void>} click A real click in the middle of the element.
 * @property {(selector: string) => Promise<void>} point Moves the pointer there.
 * @property {(x: number, y: number) => Promise<void>} clickAt
 * @property {(...keys: string[]) => Promise<void>} press Real keys: "a", "Tab", "Enter", "Control+v".
 * @property {(key: string) => Promise<void>} hold One real key, held until it repeats.
 * @property {(text: string) => Promise<void>} type Real keys, one for each character.
 * @property {() => Promise<Warning | null>} warning
 * @property {() => Promise<Popup>} popup Opens the real one.
 * @property {(theme: "light" | "dark") => Promise<void>} theme What the browser tells pages that the person prefers.
 * @property {(file: string) => Promise<void>} picture
 * @property {(file: string) => Promise<void>} wholePicture With what lies below the edge of the window.
 * @property {() => Promise<void>} close
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.mjs";
import { top } from "./world.mjs";

/** @type {Name[]} */
export const NAMES = ["chromium", "firefox"];

/**
 * @param {Name} name
 * @param {Options} options
 * @returns {Promise<Browser>}
 */
export async function launch(name, { extension = join(process.env.DIST ?? join(top, "dist"), name), ...options }) {
  readdirSync(extension);
  const { launch } = await import(`./${name}.mjs`);
  return launch({ extension, ...options });
}

/**
 * What the core says of a tab now, asked in a page of the extension with the background's own modules.
 * @param {Browser} browser
 * @param {Tab} tab
 */
export const report = (browser, tab) =>
  browser.inExtension(
    `const { evidenceOf } = await import("/tabs.js");
     const { assess } = await import("/core.js");
     return assess(await evidenceOf(values[0]));`,
    tab.id,
  );

/** @param {Browser} browser @param {Tab} tab */
export const evidence = (browser, tab) =>
  browser.inExtension(`return (await import("/tabs.js")).evidenceOf(values[0]);`, tab.id);

/**
 * The report once it says this.
 * @param {Browser} browser
 * @param {Tab} tab
 * @param {(report: any) => unknown} says
 * @param {string} [what]
 */
export const reported = (browser, tab, says, what = String(says)) =>
  until(`the report says ${what}`, async () => {
    const said = await report(browser, tab);
    return said && says(said) && said;
  });

/**
 * Evidence once the page's own script has answered.
 * @param {Browser} browser
 * @param {Tab} tab
 * @param {string} url
 */
export const looked = (browser, tab, url) =>
  until(`${url} is looked at`, async () => {
    const seen = /** @type {any} */ (await evidence(browser, tab));
    return seen.page.url === url && seen.page.load === "watched" && seen.frames[0]?.looked && seen;
  });

/**
 * What the toolbar shows for a tab.
 * @param {Browser} browser
 * @param {Tab} tab
 * @returns {Promise<{ title: string, badge: string, popup: string }>}
 */
export const toolbar = (browser, tab) =>
  browser.inExtension(
    `const { action } = globalThis.browser ?? chrome, about = { tabId: values[0] };
     const [title, badge, popup] = await Promise.all(
       [action.getTitle(about), action.getBadgeText(about), action.getPopup(about)]);
     return { title, badge, popup };`,
    tab.id,
  );
