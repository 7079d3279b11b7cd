import { Endings } from "./endings.js";
import type { NameReading } from "./mention.js";
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
  const taken = new Uint8Array(scan.layer.tokens.length);
  for (const draft of drafts) {
    taken.fill(1, draft.first, draft.last);
    for (const role of draft.value.roles) taken.fill(1, role.first, role.last);
    if (draft.value.kind !== "person" || draft.value.head !== "name") continue;
    if (draft.last - draft.first < 2) {
      if (draft.value.role) remember(scan, draft.first, draft.value, known);
      continue;
    }
    remember(scan, draft.last - 1, draft.value, known);
  }
  if (known.size === 0) return [];
  const endings = new Endings();
  for (const form of known) endings.add(form);
  const found: Draft[] = [];
  for (const { first, last } of scan.layer.sentences) {
    for (let at = first; at < last; at++) {
      if (taken[at] || !endings.mayHold(scan.form(at)) || !scan.isWord(at)) continue;
      const profile = scan.profile(at);
      // No common word was remembered, so none can be found.
      if (profile.inert && profile.part === null && !profile.article) continue;
      const spelling = profile.spellings.find((one) => known.has(one.form));
      if (!spelling) continue;
      found.push({
        first: at,
        last: at + 1,
        rule: "names.surname",
        value: {
          ...nameless,
          kind: "person",
          name: scan.words(at, at + 1, spelling.skip),
          skip: spelling.skip,
        },
      });
    }
  }
  return found;
}

/** A last name that is also a common word, a nation or a place proves nothing when it stands alone. */
function remember(scan: Scan, at: number, value: NameReading, known: Set<string>): void {
  const profile = scan.profile(at);
  const { form } = scan.layer.tokens[at] ?? { form: "" };
  if (form.length < SHORTEST_SURNAME || profile.demonym || profile.stop) return;
  if (profile.ordinary && profile.part !== "surname") return;
  if (profile.part === "tail" || profile.part === "given" || profile.part === "ordinal") return;
  known.add(value.skip > 0 && value.name.indexOf(" ") < 0 ? form.slice(value.skip) : form);
}
