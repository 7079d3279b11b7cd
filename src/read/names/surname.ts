import { Endings } from "./endings.js";
import type { NameReading } from "./mention.js";
import { endingIn } from "./openings.js";
import { isNameWritten, isPlainNoun } from "./person-context.js";
import { nameless } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** Shorter words are too often something else. */
const SHORTEST_SURNAME = 3;

/**
 * Family names alone, of people named in full in the report: a second look at the words that the
 * first pass left. Each takes the name as written; who it is, is told by the full name nearest before.
 */
export function findSurnames(scan: Scan, drafts: readonly Draft[]): Draft[] {
  const known = new Set<string>();
  /** Last names that are given names or common words too: known again only behind a verb. */
  const doubtful = new Set<string>();
  const taken = new Uint8Array(scan.layer.tokens.length);
  for (const draft of drafts) {
    taken.fill(1, draft.first, draft.last);
    for (const role of draft.value.roles) taken.fill(1, role.first, role.last);
    if (draft.value.kind !== "person" || draft.value.head !== "name") continue;
    if (draft.last - draft.first < 2) {
      if (draft.value.role) remember(scan, draft.first, draft.value, known, doubtful);
      continue;
    }
    remember(scan, draft.last - 1, draft.value, known, doubtful);
  }
  if (known.size === 0 && doubtful.size === 0) return [];
  const endings = new Endings();
  for (const form of known) endings.add(form);
  for (const form of doubtful) endings.add(form);
  const found: Draft[] = [];
  const { openings } = scan;
  for (const { first, last } of scan.layer.sentences) {
    for (let at = first; at < last; at++) {
      if (taken[at] || !endings.mayHold(endingIn(openings[at] ?? 0))) continue;
      const profile = scan.profile(at);
      const own = doubtful.has(scan.form(at)) && isSubject(scan, at, first);
      // No other common word was remembered, so none can be found.
      if (!own && profile.inert && profile.part === null && !profile.article) continue;
      const spelling = own
        ? profile.spellings[0]
        : profile.spellings.find((one) => known.has(one.form));
      if (!spelling) continue;
      // "فان باستن": the particle belongs to the family name.
      const particle = spelling.skip === 0 && at > first && isParticle(scan, at - 1);
      const start = particle && !taken[at - 1] ? at - 1 : at;
      found.push({
        first: start,
        last: at + 1,
        rule: "names.surname",
        value: {
          ...nameless,
          kind: "person",
          name: scan.words(start, at + 1, spelling.skip),
          skip: spelling.skip,
        },
      });
    }
  }
  return found;
}

const isParticle = (scan: Scan, at: number): boolean =>
  scan.isWord(at) &&
  scan.profile(at).part === "foreign" &&
  scan.profile(at).partSpelling?.skip === 0;

/** "وأضاف فارس", "نشر محفوظ": directly behind a verb, which then has its subject. */
function isSubject(scan: Scan, at: number, first: number): boolean {
  if (at <= first || scan.token(at).breaks > 0 || !isNameWritten(scan, at)) return false;
  // A verb of saying may be listed as a common word, too: any of its readings counts.
  const verb = scan.layer.words[at - 1]?.readings.find(
    ({ entry, gender, number }) =>
      entry.pos === "verb" && gender !== "feminine" && number !== "plural",
  );
  if (!verb) return false;
  const next = scan.isWord(at + 1) ? scan.profile(at + 1) : null;
  // "قال عون المصاب": what completes it makes it a common word.
  return !(
    next?.article &&
    next.ordinary &&
    next.part === null &&
    verb.enclitic === "" &&
    isPlainNoun(scan, at)
  );
}

/** A last name that is a nation, a place or a particle proves nothing when it stands alone. */
function remember(
  scan: Scan,
  at: number,
  value: NameReading,
  known: Set<string>,
  doubtful: Set<string>,
): void {
  const profile = scan.profile(at);
  const { form } = scan.layer.tokens[at] ?? { form: "" };
  // آل الشيخ: the title before other names is not the house.
  if (profile.title) return;
  if (form.length < SHORTEST_SURNAME || profile.demonym || profile.stop) return;
  if (profile.part === "tail" || profile.part === "ordinal" || profile.time) return;
  const common = profile.ordinary && profile.part !== "surname";
  if (common || profile.part === "given") {
    if (value.skip === 0 || value.name.includes(" ")) doubtful.add(form);
    return;
  }
  known.add(value.skip > 0 && value.name.indexOf(" ") < 0 ? form.slice(value.skip) : form);
}
