/** The documents that live in a tab, with what each of them said of itself. */

import { browser } from "./browser.js";
import { weight } from "./gravest.js";
import { factsKey } from "./room.js";

/** @typedef {import("./core/trust_indicator.js").Facts} Facts */
/** @typedef {import("./core/trust_indicator.js").Frame} Frame */
/** @typedef {import("./unlisted.js").Live} Live */

export const FRAMES_READ = 100;
/** Among so many those that ask are looked for. */
const FRAMES_ASKED = 1000;

/**
 * @param {Live[]} live
 * @param {boolean} everywhere Whether our script may be in every frame.
 * @returns {Promise<Frame[]>} The top one first.
 */
export async function readFrames(live, everywhere) {
  live.sort((a, b) => a.frameId - b.frameId);
  const keys = live.slice(0, FRAMES_ASKED).map(({ documentId }) => factsKey(documentId));
  /** @type {{ [key: string]: Facts }} */
  const stored = keys.length ? await browser.storage.session.get(keys) : {};
  /** What hurts most is not to be behind many that hold nothing. @param {Live} frame */
  const rank = ({ frameId, documentId }) => (frameId === 0 ? 3 : weight(stored[factsKey(documentId)]));
  const frames = live.sort((a, b) => rank(b) - rank(a)).slice(0, FRAMES_READ);
  // A frame with the browser's error page in it holds nothing; the mark also stands on a page whose
  // last navigation became a download, which has answered us.
  const present = frames.filter(({ frameId, documentId, errorOccurred }) =>
    frameId === 0 || !errorOccurred || stored[factsKey(documentId)]);
  // In a page that has answered, a frame that holds nothing keeps silent.
  const answered = everywhere && stored[factsKey(present[0]?.documentId)] !== undefined;
  return present.map(({ frameId: id, parentFrameId: parent, url, documentId }) => {
    const facts = stored[factsKey(documentId)];
    const tooMuch = (facts?.tooMuch ?? false) || (id === 0 && live.length > FRAMES_READ);
    const looked = facts !== undefined || (id !== 0 && answered && !isClosed(url));
    return { id, parent, url, looked, ...facts, tooMuch };
  });
}

/**
 * Pages that the browser keeps to itself: its own, its store, other extensions, files.
 * @param {string} url Empty where it is hidden from extensions.
 */
export const isClosed = (url) => !/^(https?|about|data|blob|filesystem):/.test(url) || /^about:(?!blank|srcdoc)/.test(url);
