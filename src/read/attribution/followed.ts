import type { Reading } from "../../text/word.js";

/** "في بيان تابعته الوكالة": what is followed, or carried on with, is not said. */
export const isFollowed = ({ entry, enclitic, conjunction }: Reading): boolean =>
  enclitic !== "" && conjunction === "" && entry.classes.includes("speech.continue");
