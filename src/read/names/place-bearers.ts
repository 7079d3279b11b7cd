import { kilometresBetween } from "../../gazetteer/distance.js";
import type { GazetteerEntry } from "../../gazetteer/entry.js";
import { knownAt, readingOfEntry } from "./place.js";
import { PlaceEvidence } from "./place-evidence.js";
import { isTooLarge, isVillageWord, placeWordOf } from "./place-kind.js";
import type { Draft, Scan } from "./scan.js";

/** Inhabitants taken for a place of which GeoNames has none. */
const UNKNOWN_SIZE = 3_000;
/** A region is as likely meant as a town of this size (as `scripts/gazetteer/rank.ts` has it). */
const REGION_SIZE = 400_000;
/** A place set by hand was worth listing. */
const LISTED_SIZE = 30_000;
/** A town this large is believed without anything that speaks for its country. */
const PROMINENT = 200_000;
const CAPITAL = 1;
/** What it says for a place that the language's own list has it. */
const LISTED = 0.4;
/** Bearers whose likelihoods differ by less are rivals: neither is sure without looking around. */
const RIVALRY = 1;
/** Bearers nearer than this, in kilometres, are one place as far as a reader cares. */
const SAME_SPOT_KM = 40;
/** Evidence near the name that unseats a bearer for which nothing speaks. */
const DECISIVE = 1.5;
/** Words for other countries that make a small town of a country not told unlikely. */
const ELSEWHERE = 2;
/** Places of one other country beside it in the sentence that make any but a large town unlikely. */
const COMPANY = 3;
const LARGE = 1_000_000;
const LARGE_PRIOR = Math.log10(LARGE) / 2 + LISTED;
/** A small place this far, in kilometres, from all of its country beside it is a namesake's. */
const REMOTE_KM = 150;

/**
 * Which of the places of one name is meant: the one whose country and neighbours the report tells.
 * A small town of a country that the report never mentions, while it tells of others, stays a
 * name without a place, and so does a large one where all speaks for a small namesake.
 */
export function settleBearers(scan: Scan, drafts: Draft[]): void {
  const doubtful = drafts.flatMap((draft, index) => {
    const bearers = bearersOf(scan, draft);
    return bearers && isDoubtful(bearers) ? [{ index, draft, bearers }] : [];
  });
  if (doubtful.length === 0) return;
  const unsure = new Set(
    doubtful.filter(({ bearers }) => hasRival(bearers)).map(({ draft }) => draft),
  );
  const evidence = new PlaceEvidence(scan, drafts, (draft) => !unsure.has(draft));
  for (const { index, draft, bearers } of doubtful) {
    const meant = meantOf(scan, evidence, draft, bearers);
    if (meant !== bearers[0]) drafts[index] = settled(scan, draft, meant);
  }
}

function settled(scan: Scan, draft: Draft, meant: GazetteerEntry | null): Draft {
  const { first, last, value } = draft;
  if (!meant) return { ...draft, value: { ...value, ref: null, geo: null, country: null } };
  if (value.ref) return { ...draft, value: readingOfEntry(scan, meant, first, last, value.skip) };
  // مطار الجوف lies where the town does, and is another thing.
  const precision = value.geo?.precision ?? "city";
  const geo = meant.geo && { ...meant.geo, precision };
  return { ...draft, value: { ...value, geo, country: meant.country } };
}

/** The place told first, then others of that name; null where there is nothing to settle. */
function bearersOf(scan: Scan, draft: Draft): readonly GazetteerEntry[] | null {
  const { kind, head, geo } = draft.value;
  if (kind !== "place" || head !== "name" || !geo) return null;
  const named = namedIn(scan, draft);
  const told = named.find((entry) => entry.geo?.lat === geo.lat && entry.geo.lon === geo.lon);
  if (!told?.country || told.type === "country") return null;
  const village = draft.first > 0 && isVillageWord(placeWordOf(scan, draft.first - 1));
  const others = named.filter(
    (entry) =>
      entry !== told && isOfKind(entry, told, draft.rule) && !(village && isTooLarge(entry)),
  );
  return [told, ...others];
}

/** Words of a name before the town in it: مطار, منطقة سوق. */
const LONGEST_LEAD = 2;

/** The located bearers of the draft's name, or of the town in it. */
function namedIn(scan: Scan, { first, last, value }: Draft): readonly GazetteerEntry[] {
  const furthest = value.ref ? first : Math.min(first + LONGEST_LEAD, last - 1);
  for (let at = first; at <= furthest; at++) {
    const known = scan.isWord(at) ? knownAt(scan, at, last) : null;
    const found = known?.match.entries.filter(
      ({ kind, country, geo }) => kind === "place" && country !== null && geo !== null,
    );
    if (found?.some(({ geo }) => geo?.lat === value.geo?.lat)) return found;
  }
  return [];
}

/** Behind a word for a town only towns are meant, behind one for a region only regions. */
const isOfKind = (entry: GazetteerEntry, told: GazetteerEntry, rule: string): boolean =>
  entry.type !== "country" &&
  (rule === "names.gazetteer" || (entry.type === "region") === (told.type === "region"));

function isDoubtful([told, ...others]: readonly GazetteerEntry[]): boolean {
  if (!told) return false;
  if (others.some((other) => isApart(told, other))) return true;
  return likelihood(told) < LARGE_PRIOR;
}

const hasRival = ([told, ...others]: readonly GazetteerEntry[]): boolean =>
  told !== undefined &&
  others.some((other) => isApart(told, other) && likelihood(told) - likelihood(other) < RIVALRY);

const isApart = (a: GazetteerEntry, b: GazetteerEntry): boolean =>
  !a.geo || !b.geo || kilometresBetween(a.geo, b.geo) > SAME_SPOT_KM;

/** How likely a place is told at all: half the digits of its inhabitants, and more for a capital. */
function likelihood({ id, type, population, listed }: GazetteerEntry): number {
  const size =
    population ??
    (type === "region" ? REGION_SIZE : id.startsWith("place:") ? LISTED_SIZE : UNKNOWN_SIZE);
  const extra = (type === "capital" ? CAPITAL : 0) + (listed ? LISTED : 0);
  return Math.log10(Math.max(size, 1_000)) / 2 + extra;
}

function meantOf(
  scan: Scan,
  evidence: PlaceEvidence,
  draft: Draft,
  bearers: readonly GazetteerEntry[],
): GazetteerEntry | null {
  const sentence = scan.layer.sentenceOf[draft.first] ?? -1;
  const weighed = bearers.map((entry) => {
    const { local, general } = evidence.supportOf(entry, draft.first, sentence);
    return { entry, local, support: local + general, prior: likelihood(entry) };
  });
  const [told, ...others] = weighed;
  if (!told) return null;
  let best = told;
  for (const other of others) {
    if (told.prior - other.prior > RIVALRY && other.support <= told.support + DECISIVE) continue;
    if (other.prior + other.support > best.prior + best.support) best = other;
  }
  if (best === told && told.support === 0) {
    if (others.some(({ local }) => local >= DECISIVE)) return null;
    if (isSmall(told.prior) && evidence.elsewhere(bearers) >= ELSEWHERE) return null;
    const company = evidence.company(bearers, draft.first, sentence);
    if (company >= COMPANY && told.prior < LARGE_PRIOR) return null;
  }
  if (isSmall(best.prior)) {
    const nearest = evidence.nearestInSentence(best.entry, draft.first, sentence);
    if (nearest !== null && nearest > REMOTE_KM && best.entry.geo?.precision !== "region")
      return null;
  }
  return best.entry;
}

const isSmall = (prior: number): boolean => prior < Math.log10(PROMINENT) / 2;
