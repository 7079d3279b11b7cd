import type { Spelling } from "../spelling.js";
import type { LocalEntity } from "./local-entity.js";
import type { Name, NameMatch } from "./name.js";
import { type Sign, sign } from "./signs.js";

/** A name of this many words is hardly borne by two people of the same news. */
export const UNMISTAKABLE_PARTS = 3;
/** Seven consonants in a row do not agree by chance. */
const LONG_SKELETON = 7;

/** What the likeness of two names of people says, and how many bear the shorter one. */
export function nameSigns(a: LocalEntity, b: LocalEntity, match: NameMatch): Sign[] {
  const short = a.name.skeleton.length <= b.name.skeleton.length ? a : b;
  switch (match) {
    case "same-words":
      return short.name.units.length >= UNMISTAKABLE_PARTS
        ? [sign("id-name", [short.entity.name]), sign("id-name-long")]
        : [sign("id-name", [short.entity.name]), ...bearersOf(short.name, short.spelling)];
    case "end-of":
    case "beginning-of":
    case "first-and-last":
      return [
        sign("id-name-part", [(short === a ? b : a).entity.name]),
        ...bearersOf(short.name, short.spelling),
      ];
    case "same-skeleton":
      return [
        sign("id-name-consonants"),
        ...(short.name.skeleton.length >= LONG_SKELETON ? [sign("id-long-skeleton")] : []),
      ];
    case "near-skeleton":
      return [sign("id-name-near")];
  }
}

/** How many may bear a name of two words: one where the family is foreign or rare, many of a tribe. */
export function bearersOf(name: Name, spelling: Spelling): Sign[] {
  const last = name.units.at(-1) ?? "";
  if (name.units.length >= UNMISTAKABLE_PARTS) return [];
  if (spelling.isTribal(last)) return [sign("id-common-family")];
  if (spelling.hasArticle(last)) return [sign("id-plain-family")];
  if (spelling.isGivenName(last)) return [sign("id-given-only")];
  return name.units.some((unit) => spelling.isGivenName(unit)) ? [] : [sign("id-rare")];
}

/** True where the family's name is none that the language makes: its vowels are then a matter of taste. */
export function isForeign(name: Name, spelling: Spelling): boolean {
  const last = name.units.at(-1) ?? "";
  return !(spelling.isTribal(last) || spelling.hasArticle(last) || spelling.isGivenName(last));
}
