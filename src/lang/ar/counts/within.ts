import { wordSet } from "./words.js";

/** What brings in the place around another, alone or joined to its kind: "in the province of", "by the capital". */
const IN = /^(?:في|ب)$/u;
const OF_KIND =
  /^ب(?:ال)?(?:جزيره|مدينه|محافظه|اقليم|ولايه|منطقه|مقاطعه|عاصمه|بلده|قضاء|عماله|جهه|دائره)$/u;
const KINDS = wordSet(
  "جزيرة",
  "مدينة",
  "محافظة",
  "إقليم",
  "ولاية",
  "منطقة",
  "مقاطعة",
  "العاصمة",
  "بلدة",
  "قضاء",
  "عمالة",
  "جهة",
);
/** Between the two: "which lies", "the central". */
const LIES = wordSet("الواقع", "الواقعة", "يقع", "تقع", "التي", "الذي", "المركزي", "الدولي");

/**
 * True where the words between two places put the first in the second: "Palu, on the island of Sulawesi".
 * @param between as `countWords`, all of them
 */
export function tellsWithin(between: readonly string[]): boolean {
  const words = between.filter((word) => word !== "");
  const from = words.findIndex((word) => !LIES.has(word));
  const [first = "", second, ...more] = from === -1 ? [] : words.slice(from);
  if (more.length > 0) return false;
  if (second === undefined) return IN.test(first) || OF_KIND.test(first);
  return IN.test(first) && KINDS.has(second);
}
