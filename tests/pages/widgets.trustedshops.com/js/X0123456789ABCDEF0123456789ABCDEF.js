// A stand-in: the badge is in the page already.
