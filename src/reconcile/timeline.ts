import { parseIsoDay } from "../core/calendar.js";
import type { Claim, Time, TimelineEntry } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { StoryContext } from "./context.js";
import type { Happening } from "./scenes/happenings.js";
import { shorten } from "./title.js";

/** What nobody asserts or announces is no entry: it stands in the claims. */
const TOLD = new Set<Claim["modality"]>(["asserted", "planned", "unverified"]);

/** Days before the first report from which what is told is background to the story. */
const BACKGROUND_DAYS = 45;

/** By time (unknown last; "until a day" after that day), then type, then id. */
export function timelineOf(
  happenings: readonly Happening[],
  context: StoryContext,
): TimelineEntry[] {
  const first = firstPublished(context);
  const entries: TimelineEntry[] = [];
  for (const happening of happenings) {
    const { type, claims, time, place, background } = happening;
    if (!claims.some((claim) => TOLD.has(claim.modality)) || saysNothing(happening)) continue;
    const day = time?.end ? parseIsoDay(time.end) : null;
    const isEarlier = first !== null && day !== null && day < first - BACKGROUND_DAYS;
    entries.push({
      id: contentId("event", type, ...claims.map((claim) => claim.id).sort()),
      time: time ?? notAfterReport(claims, context),
      type,
      title: titleOf(claims, context, time),
      claims: claims.map((claim) => claim.id),
      witnesses: context.witnesses.count(claims),
      place,
      background: background || isEarlier,
    });
  }
  const key = ({ time, type, id }: TimelineEntry): string =>
    `${time.start ?? time.end ?? "9999"} ${time.end ?? "9999"} ${time.start ? 0 : 1} ${type} ${id}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function firstPublished(context: StoryContext): number | null {
  const days = context.story.reports
    .map((report) => context.publishedOf(report.id)?.start)
    .filter((day): day is string => Boolean(day))
    .sort();
  return days[0] === undefined ? null : parseIsoDay(days[0]);
}

/** "The protests that …": no day, no party, one report: a mention, not news. */
function saysNothing({ claims, time }: Happening): boolean {
  if (time !== null || new Set(claims.map((claim) => claim.report)).size > 1) return false;
  return claims.every((claim) => {
    const { agent, target, place, origin, destination } = claim.event?.roles ?? {};
    return ![agent, target, place, origin, destination].some((role) => role && role.length > 0);
  });
}

/** No claim tells the time: it was before the first report of it, which is all that is known. */
function notAfterReport(claims: readonly Claim[], context: StoryContext): Time {
  const days = claims.map((claim) => context.publishedOf(claim.report)?.end ?? null);
  const first = days.filter((day): day is string => day !== null).sort()[0] ?? null;
  return {
    edtf: first === null ? "" : `../${first}`,
    start: null,
    end: first,
    span: null,
    basis: "unknown",
  };
}

/** Fewer words than this do not say what happened: the clause around them does. */
const LEAST_WORDS = 4;
const LONGEST_TITLE = 110;
const CLAUSE_MARKS = new Set([...'،؛.:!؟\n«»“”"']);

/** The words of the claim that tells most roles, asserted before announced; never made up. */
export function titleOf(
  claims: readonly Claim[],
  context: StoryContext,
  time: Time | null = null,
): string {
  const isDated = (claim: Claim): number =>
    Number(time !== null && claim.time?.edtf === time.edtf && claim.time.basis !== "inherited");
  const roles = (claim: Claim): number =>
    Object.values(claim.event?.roles ?? {}).filter((fillers) => fillers.length > 0).length;
  const words = (claim: Claim): number => context.textOf(claim).trim().split(/\s+/).length;
  const fits = (claim: Claim): number =>
    Number(words(claim) >= LEAST_WORDS && context.textOf(claim).length <= LONGEST_TITLE);
  const [best] = [...claims].sort(
    (a, b) =>
      Number(TOLD.has(b.modality)) - Number(TOLD.has(a.modality)) ||
      isDated(b) - isDated(a) ||
      fits(b) - fits(a) ||
      roles(b) - roles(a) ||
      words(a) - words(b),
  );
  if (!best) return "";
  return shorten(
    words(best) < LEAST_WORDS ? clauseOf(best, context) : context.textOf(best),
    LONGEST_TITLE,
  );
}

/** The words between the marks before and after the claim, within its sentence. */
function clauseOf(claim: Claim, context: StoryContext): string {
  const text = context.reports.get(claim.report)?.text ?? "";
  let [start, end] = claim.span;
  while (start > claim.sentence[0] && !CLAUSE_MARKS.has(text[start - 1] as string)) start--;
  while (end < claim.sentence[1] && !CLAUSE_MARKS.has(text[end] as string)) end++;
  return text.slice(start, end);
}
