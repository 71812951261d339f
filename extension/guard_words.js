/** Keys of the fixed sentences of the warning; the guard gets them resolved. @type {string[]} */
export const GUARD_WORDS = [];
