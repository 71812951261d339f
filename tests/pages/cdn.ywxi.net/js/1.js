// A stand-in: the mark is in the page already.
