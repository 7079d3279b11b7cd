import { fold } from "../../text/fold.js";
import { Endings } from "./endings.js";
import type { NameReading } from "./mention.js";
import { endingIn, Opening } from "./openings.js";
import { isListable } from "./place-unknown.js";
import type { Draft, Scan } from "./scan.js";

const INTRODUCED: ReadonlySet<string> = new Set([
  "names.place-word",
  "names.place-introduced",
  "names.place-quoted",
  "names.place-listed",
  "names.place-addressed",
]);
const SHORTEST = 3;

/** Folded words of a name behind the first, and what they name. */
interface Known {
  readonly rest: readonly string[];
  readonly value: NameReading;
  /** Also a common word: known again only behind "in". */
  readonly placed: boolean;
}

/**
 * A place told with a place word once ("بلدة بيت جن") is known by its bare name through the whole
 * report, headline included: a second look at the words that the first pass left.
 */
export function findIntroduced(scan: Scan, drafts: readonly Draft[]): Draft[] {
  const byFirst = new Map<string, Known[]>();
  const taken = new Uint8Array(scan.layer.tokens.length);
  for (const draft of drafts) {
    taken.fill(1, draft.first, draft.last);
    for (const role of draft.value.roles) taken.fill(1, role.first, role.last);
    if (INTRODUCED.has(draft.rule)) remember(scan, draft, byFirst);
  }
  if (byFirst.size === 0) return [];
  const endings = new Endings();
  for (const form of byFirst.keys()) endings.add(form);
  const found: Draft[] = [];
  const { openings } = scan;
  for (const { first, last } of scan.layer.sentences) {
    for (let at = first; at < last; at++) {
      if (taken[at] || !endings.mayHold(endingIn(openings[at] ?? 0))) continue;
      const draft = recurringAt(scan, at, last, byFirst, taken);
      if (!draft) continue;
      found.push(draft);
      at = draft.last - 1;
    }
  }
  return found;
}

function recurringAt(
  scan: Scan,
  at: number,
  limit: number,
  byFirst: ReadonlyMap<string, readonly Known[]>,
  taken: Uint8Array,
): Draft | null {
  const behind = scan.mayOpen(at - 1, Opening.In);
  for (const { form, skip, preposition } of scan.profile(at).spellings) {
    for (const { rest, value, placed } of byFirst.get(form) ?? []) {
      if (placed && !behind && preposition !== scan.pack.names.locative) continue;
      const last = at + 1 + rest.length;
      if (
        last > limit ||
        !rest.every((word, i) => !taken[at + 1 + i] && scan.form(at + 1 + i) === word)
      )
        continue;
      const name = scan.words(at, last, skip, true);
      return {
        first: at,
        last,
        rule: "names.place-recurring",
        value: { ...value, name, skip, aliases: [] },
      };
    }
  }
  return null;
}

/** One word must be unknown as anything else; of several the first. */
function remember(scan: Scan, draft: Draft, byFirst: Map<string, Known[]>): void {
  const { value } = draft;
  const alias = value.aliases[0];
  const words = fold(alias ?? value.name).split(" ");
  const [first, ...rest] = words;
  if (first === undefined || first.length < SHORTEST) return;
  const placed = rest.length === 0 && !isOwnName(scan, draft);
  if (placed && !value.name.startsWith(scan.pack.names.article)) return;
  const known = byFirst.get(first) ?? [];
  if (known.some((one) => one.rest.join(" ") === rest.join(" "))) return;
  // Of two names that begin alike the longer is tried first.
  known.push({ rest, value, placed });
  known.sort((a, b) => b.rest.length - a.rest.length);
  byFirst.set(first, known);
}

/** One word: no common word, no person's name. */
function isOwnName(scan: Scan, { last, rule, value }: Draft): boolean {
  const at = rule === "names.place-quoted" && value.aliases.length > 0 ? last - 2 : last - 1;
  const { part, ordinary } = scan.profile(at);
  if (part !== null) return false;
  return value.ref !== null
    ? !ordinary
    : isListable(scan, at) || (!ordinary && scan.profile(at).article);
}
