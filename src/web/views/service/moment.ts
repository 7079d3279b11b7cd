import type { Lang } from "../../words.js";

/** A moment of the service's log as the reader's clock has it; digits as the rest of the desk has them. */
export const moment = (time: string, lang: Lang): string =>
  new Date(time).toLocaleString(lang === "ar" ? "ar-u-nu-latn" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
  });
