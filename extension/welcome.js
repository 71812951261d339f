/** The first page a person sees: what this does, what it cannot know, what it never does. */

import { localize } from "./words.js";

localize(document);
