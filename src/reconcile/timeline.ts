import type { Claim, Time, TimelineEntry } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { StoryContext } from "./context.js";
import type { Happening } from "./happenings.js";

/** What nobody asserts or announces is no entry: it stands in the claims. */
const TOLD = new Set<Claim["modality"]>(["asserted", "planned", "unverified"]);

/** By time (unknown last), then type, then id. */
export function timelineOf(
  happenings: readonly Happening[],
  context: StoryContext,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const { type, claims, time, place } of happenings) {
    if (!claims.some((claim) => TOLD.has(claim.modality))) continue;
    entries.push({
      id: contentId("event", type, ...claims.map((claim) => claim.id).sort()),
      time: time ?? notAfterReport(claims, context),
      type,
      title: titleOf(claims, context),
      claims: claims.map((claim) => claim.id),
      witnesses: context.witnesses.count(claims),
      place,
    });
  }
  const key = (entry: TimelineEntry): string =>
    `${entry.time.start ?? "9999"} ${entry.time.end ?? "9999"} ${entry.type} ${entry.id}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
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

/** Longer words are no title. */
const LONGEST_TITLE = 160;

/** The words of the claim that tells most roles, asserted before announced; never made up. */
export function titleOf(claims: readonly Claim[], context: StoryContext): string {
  const roles = (claim: Claim): number =>
    Object.values(claim.event?.roles ?? {}).filter((fillers) => fillers.length > 0).length;
  const [best] = [...claims].sort(
    (a, b) =>
      Number(b.modality === "asserted") - Number(a.modality === "asserted") || roles(b) - roles(a),
  );
  return best ? shorten(context.textOf(best)) : "";
}

/** Cuts at a word and runs broken lines together: for reading, not for evidence. */
export function shorten(text: string, longest = LONGEST_TITLE): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(" ", longest);
  return `${line.slice(0, cut > 0 ? cut : longest)}…`;
}
