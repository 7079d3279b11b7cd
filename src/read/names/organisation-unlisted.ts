import { Opening } from "./openings.js";
import { nameless } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** Letters of one acronym: no body has more. */
const MOST_LETTERS = 6;
const SHORTEST_CLUB = 4;

/** Bodies that no list has, told by the shape of their name. */
export function readUnlistedOrganisation(scan: Scan, at: number, limit: number): Draft | null {
  return readAcronym(scan, at, limit) ?? readClubOfNation(scan, at, limit);
}

/** "آر بي سي", "سي.بي.إس": names of foreign letters in a row, with or without dots. */
function readAcronym(scan: Scan, at: number, limit: number): Draft | null {
  if (!scan.mayOpen(at, Opening.Letter)) return null;
  const opening = scan.entry(at, "letter-name");
  if (!opening || opening.reading.article) return null;
  if (opening.reading.entry.features["weak"] === "yes" || scan.phrase(at, "letter-thing"))
    return null;
  const before = at > 0 ? scan.entry(at - 1, "letter-name") : null;
  if (before && before.reading.entry.features["weak"] !== "yes") return null;
  const skip = opening.reading.conjunction.length + opening.reading.preposition.length;
  let last = at + 1;
  let letters = 1;
  let sure = 1;
  for (let next = last; next < limit && letters < MOST_LETTERS; next++) {
    if (scan.form(next) === ".") continue;
    if (!scan.isWord(next) || scan.token(next).breaks > 0) break;
    const reading = scan.entry(next, "letter-name")?.reading;
    if (reading?.conjunction !== "" || reading.preposition !== "" || reading.article) break;
    letters++;
    if (reading.entry.features["weak"] !== "yes") sure++;
    last = next + 1;
  }
  if (letters < 2 || (sure < 2 && letters < 3)) return null;
  return unlisted(scan, at, last, skip, "names.organisation-acronym", null, null);
}

/**
 * "كلوج الروماني": an unknown word before the masculine of a nation, with the article, is a club: a
 * town or a paper is feminine, and a common noun without article has no adjective with it.
 */
function readClubOfNation(scan: Scan, at: number, limit: number): Draft | null {
  const next = at + 1;
  if (!scan.mayOpen(at, Opening.Unlisted) || !scan.mayOpen(next, Opening.Nation)) return null;
  if (next >= limit || scan.token(next).breaks > 0) return null;
  const nation = scan.profile(next);
  if (nation.demonym?.inflection !== "masculine" || !nation.article) return null;
  if (nation.demonym.country === null || nation.conjunction || nation.preposition !== "")
    return null;
  const { unknown, article, known } = scan.profile(at);
  const form = scan.form(at);
  if (!unknown || article || known.length > 0 || form.length < SHORTEST_CLUB) return null;
  const { names } = scan.pack;
  if (!names.isOwnScript(form) || !names.mayBeForeign(form)) return null;
  const before = at > 0 ? scan.layer.words[at - 1] : undefined;
  if (scan.mayOpen(at - 1, Opening.In) || before?.classes.has("calling")) return null;
  if (at > 0 && scan.isWord(at - 1) && scan.profile(at - 1).part !== null) return null;
  const { country } = nation.demonym;
  return unlisted(scan, at, next, 0, "names.organisation-of-nation", "club", country);
}

function unlisted(
  scan: Scan,
  first: number,
  last: number,
  skip: number,
  rule: string,
  type: string | null,
  country: string | null,
): Draft {
  const name = scan.words(first, last, skip);
  return {
    first,
    last,
    rule,
    value: { ...nameless, kind: "organization", name, type, country, skip },
  };
}
