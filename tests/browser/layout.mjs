/** Whether all of a page's text can be read: nothing cut, nothing outside, nothing over anything else. */

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Text that is cut, runs out of its box or out of the page, or lies on other text.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const unreadable = (page) => /** @type {Promise<string[]>} */ (page.evaluate(look));

/** Runs in the page. */
function look() {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) wrong.push(`the page is wider than ${width}`);
  /** @type {{ said: string, left: number, right: number, top: number, bottom: number }[]} */
  const lines = [];
  /** @type {Set<Element>} */
  const blocks = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement;
    const said = node.textContent?.trim();
    if (!said || !box?.checkVisibility()) continue;
    const size = Number.parseFloat(getComputedStyle(box).fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width: wide } of range.getClientRects()) {
      if (!wide) continue;
      if (left < -0.5 || right > width + 0.5) wrong.push(`out of the page: ${said}`);
      // A face reserves more room than its letters take: the middle of the line is what must stay free.
      const middle = (top + bottom) / 2;
      lines.push({ said, left: left + 1, right: right - 1, top: middle - size / 3, bottom: middle + size / 3 });
    }
    let block = /** @type {Element | null} */ (box);
    for (; block && block !== document.body && !blocks.has(block); block = block.parentElement) blocks.add(block);
  }
  for (const block of blocks) {
    const { display, overflow } = getComputedStyle(block);
    if (display === "inline" || display === "contents") continue;
    const said = `${block.localName}.${block.className} “${block.textContent?.trim().slice(0, 60)}”`;
    if (block.scrollWidth > block.clientWidth + 1) wrong.push(`out of its box by ${block.scrollWidth - block.clientWidth}: ${said}`);
    if (overflow !== "visible" && block.scrollHeight > block.clientHeight + 1) wrong.push(`cut: ${said}`);
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      if (one.left < other.right && other.left < one.right) wrong.push(`“${one.said}” lies on “${other.said}”`);
    }
  });
  return [...new Set(wrong)];
}

/**
 * What a finger would miss: less than 44 pixels wide or high. A link within a sentence is as high as its line.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const tooSmall = (page) =>
  /** @type {Promise<string[]>} */ (
    page.evaluate(() =>
      [...document.querySelectorAll("a[href], button, summary, input, select")].flatMap((target) => {
        // A box is ticked by its label, too.
        const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
        const within = getComputedStyle(target).display === "inline" && target.parentElement?.textContent !== target.textContent;
        if (!target.checkVisibility() || within || (width >= 43.5 && height >= 43.5)) return [];
        return [`${Math.round(width)} × ${Math.round(height)}: ${target.textContent || target.ariaLabel}`];
      }),
    )
  );
