import { holds, isDigits, wordSet } from "./words.js";

const ONE = wordSet("واحد", "واحدة", "واحدا", "وحيد", "وحيدة", "أحد", "إحدى");
/** Who bears no more of a name than these is counted, not introduced. */
const ANYBODY = wordSet(
  "شخص",
  "شخصا",
  "قتيل",
  "قتيلا",
  "قتيلة",
  "شهيد",
  "شهيدا",
  "جريح",
  "جريحا",
  "مصاب",
  "مصابا",
  "مصابة",
  "ضحية",
  "جثة",
  "مفقود",
  "مفقودا",
);

/**
 * Whether the words of a figure of one count at all: "one soldier", "a person". "Its driver", "the
 * child Ali" and "a house" introduce somebody or something; how many there were they do not tell.
 */
export function countsOne(own: readonly string[]): boolean {
  return own.some((word) => holds(ONE, word) || holds(ANYBODY, word) || isDigits(word));
}
