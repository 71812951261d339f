/** Keys of the fixed sentences of the warning; the guard gets them resolved. @type {string[]} */
export const GUARD_WORDS = [
  "guard_stop",
  "guard_check",
  "guard_leave",
  "guard_more",
  "guard_anyway",
  "guard_hold",
  "guard_receiver",
  "guard_send",
  "guard_mute",
  "guard_from",
];
