/** Corrections: noted for whoever follows, and told version by version. */

import type { ReportInput } from "../core/input.js";
import type { Queries } from "./queries.js";
import { storedReports, versionsOf } from "./reports.js";
import { type Revision, revisionBetween } from "./revision.js";
import { forAll, insertRows } from "./rows.js";

/** A report that came in the place of one that is there. */
export interface Correction {
  readonly id: string;
  readonly input: ReportInput;
  readonly version: number;
  /** `seq` and id of the version before. */
  readonly before: { readonly seq: number; readonly id: string };
}

/** What `changes` holds of a correction, under the kind `report-corrected`. */
export interface CorrectionDetail {
  /** The story's. */
  readonly title: string;
  readonly report: string;
  readonly replaces: string;
  readonly version: number;
  readonly outlet: string | null;
  /** The report's title, where it became another. */
  readonly titled: { readonly from: string | null; readonly to: string | null } | null;
  /** The first passages that changed, in words. */
  readonly passages: readonly { readonly from: string; readonly to: string }[];
  /** How many there are. */
  readonly changed: number;
  readonly rewritten: boolean;
}

const MOST_PASSAGES = 5;
const MOST_CHARACTERS = 200;

function detailOf(
  title: string,
  { id, input, version, before }: Correction,
  was: ReportInput,
): CorrectionDetail {
  const { fields, passages, rewritten } = revisionBetween(was, input);
  return {
    title,
    report: id,
    replaces: before.id,
    version,
    outlet: input.outlet ?? null,
    titled: fields.title ?? null,
    passages: passages.slice(0, MOST_PASSAGES).map((passage) => ({
      from: was.text.slice(...passage.before).slice(0, MOST_CHARACTERS),
      to: input.text.slice(...passage.after).slice(0, MOST_CHARACTERS),
    })),
    changed: passages.length,
    rewritten,
  };
}

/** Notes corrections in `changes`, each with the story that the version before is in; one in none is not noted. */
export async function noteCorrections(
  queries: Queries,
  corrections: readonly Correction[],
  time: string,
): Promise<void> {
  if (corrections.length === 0) return;
  const seqs = corrections.map(({ before }) => before.seq);
  const earlier = await storedReports(queries, seqs);
  const places = await forAll(seqs, (some) =>
    queries
      .selectFrom("placements")
      .innerJoin("stories", "stories.anchor", "placements.story")
      .leftJoin("accounts", "accounts.key", "stories.account")
      .select(["placements.report", "placements.story", "accounts.title"])
      .where("placements.report", "in", some)
      .execute(),
  );
  const placeOf = new Map(places.map((place) => [place.report, place]));
  const latest = await queries
    .selectFrom("changes")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  const start = (latest?.latest ?? 0) + 1;
  const rows = corrections.flatMap((correction) => {
    const [was, place] = [earlier.get(correction.before.seq), placeOf.get(correction.before.seq)];
    if (!was || !place) return [];
    const title = place.title ?? correction.input.title ?? "";
    const detail = JSON.stringify(detailOf(title, correction, was.input));
    return [{ time, story: place.story, kind: "report-corrected", detail }];
  });
  await insertRows(
    queries,
    "changes",
    rows.map((row, at) => ({ seq: start + at, ...row })),
    5,
  );
}

/** A version of a report, with what it changed. */
export interface RevisedVersion {
  readonly id: string;
  readonly version: number;
  readonly input: ReportInput;
  /** When it came into the store, ISO 8601. */
  readonly added: string;
  /** Null for the first. */
  readonly revision: Revision | null;
}

/** Versions looked through: an address may be corrected every minute. */
const MOST_VERSIONS = 200;

/** The newest versions of the report with that id, the oldest first; empty where there is none. */
export async function revisionsOf(queries: Queries, id: string): Promise<RevisedVersion[]> {
  const outlines = (await versionsOf(queries, id)).slice(-MOST_VERSIONS);
  const stored = await storedReports(
    queries,
    outlines.map(({ seq }) => seq),
  );
  let before: ReportInput | null = null;
  return outlines.flatMap(({ seq, id: own, version, added }) => {
    const input = stored.get(seq)?.input;
    if (!input) return [];
    const revision = before && revisionBetween(before, input);
    before = input;
    return [{ id: own, version, input, added, revision }];
  });
}

/** The id of a report that is named by its id, the beginning of it, or its address; null for none or several. */
export async function reportNamed(queries: Queries, name: string): Promise<string | null> {
  const byAddress = await queries
    .selectFrom("reports")
    .select("id")
    .where("url", "=", name)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (byAddress) return byAddress.id;
  const escaped = name.replace(/[\\%_]/g, "\\$&");
  const found = await queries
    .selectFrom("reports")
    .select("id")
    .where("id", "like", `${escaped}%`)
    .limit(2)
    .execute();
  const exact = found.find(({ id }) => id === name);
  return exact?.id ?? (found.length === 1 ? (found[0]?.id ?? null) : null);
}
