/**
 * Pictures of the seals, cut out of what the person sees. Taken when the panel is opened, kept nowhere.
 */

import { browser } from "./browser.js";
import { runIn } from "./patience.js";
import { screenshot } from "./screenshot.js";

/** @param {number} tab The tab in view. */
export async function showPictures(tab) {
  const places = [...document.querySelectorAll(".pic[data-place]")];
  if (!places.length || !(await browser.tabs.get(tab)).active) return;
  const [answer] = await runIn({
    target: { tabId: tab },
    func: () => ({ x: scrollX, y: scrollY, width: innerWidth, height: innerHeight }),
  });
  const view = answer?.result;
  if (!view) return;
  const screen = await screenshot();
  const scale = screen.width / view.width;
  for (const place of places) {
    const [x = 0, y = 0, width = 0, height = 0] = (place.getAttribute("data-place") ?? "").split(" ").map(Number);
    const [left, top] = [x - view.x, y - view.y];
    const inView = left >= 0 && top >= 0 && left + width <= view.width && top + height <= view.height;
    if (!inView || width < 1 || height < 1) continue;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas
      .getContext("2d")
      ?.drawImage(screen, left * scale, top * scale, width * scale, height * scale, 0, 0, canvas.width, canvas.height);
    place.replaceChildren(canvas);
  }
}
