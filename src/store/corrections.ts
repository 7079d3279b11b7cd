/** Corrections: noted for whoever follows, and told version by version. */

import type { ReportInput } from "../core/input.js";
import type { Connection } from "./connection.js";
import type { Queries } from "./queries.js";
import { storedReports, versionsOf } from "./reports.js";
import { type Revision, revisionBetween } from "./revision.js";
import { forAll, insertRows } from "./rows.js";
import { setSetting, setting } from "./settings.js";

/** A report that came in the place of one that is there. */
export interface Correction {
  readonly seq: number;
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

/** `reports.seq` of corrections whose version before was in no story yet: told when their report is in one. */
const WAITING = "untold-corrections";

/** Notes corrections in `changes`, each with the story that the version before is in; one in none waits. */
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
  const [told, waiting] = [[] as Told[], [] as number[]];
  for (const correction of corrections) {
    const [was, place] = [earlier.get(correction.before.seq), placeOf.get(correction.before.seq)];
    if (was && place) told.push({ correction, was: was.input, place });
    else if (was) waiting.push(correction.seq);
  }
  await insertChanges(queries, told, time);
  if (waiting.length === 0) return;
  const before = await waitingIn(queries);
  await setSetting(queries, WAITING, JSON.stringify([...before, ...waiting]));
}

interface Told {
  readonly correction: Correction;
  readonly was: ReportInput;
  readonly place: { readonly story: number; readonly title: string | null };
}

async function insertChanges(queries: Queries, told: readonly Told[], time: string): Promise<void> {
  const latest = await queries
    .selectFrom("changes")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  const start = (latest?.latest ?? 0) + 1;
  const rows = told.map(({ correction, was, place }, at) => ({
    seq: start + at,
    time,
    story: place.story,
    kind: "report-corrected",
    detail: JSON.stringify(detailOf(place.title ?? correction.input.title ?? "", correction, was)),
  }));
  await insertRows(queries, "changes", rows, 5);
}

const waitingIn = async (queries: Queries): Promise<readonly number[]> =>
  JSON.parse((await setting(queries, WAITING)) ?? "[]") as readonly number[];

/** Tells of corrections that came together with what they correct, where their report is in a story by now. */
export async function tellWaiting(connection: Connection, time: string): Promise<void> {
  if ((await waitingIn(connection.read)).length === 0) return;
  await connection.change(async (queries) => {
    const waiting = await waitingIn(queries);
    const rows = await forAll(waiting, (some) =>
      queries
        .selectFrom("reports")
        .innerJoin("reports as former", "former.first", "reports.first")
        .select(["reports.seq", "reports.id", "reports.first", "reports.version"])
        .select(["former.seq as before", "former.id as beforeId"])
        .whereRef("former.version", "=", (one) => one("reports.version", "-", 1))
        .where("reports.seq", "in", some)
        .orderBy("reports.seq")
        .execute(),
    );
    // The story is told by the newest version, which may be a later one still.
    const places = await forAll([...new Set(rows.map(({ first }) => first))], (some) =>
      queries
        .selectFrom("placements")
        .innerJoin("reports", "reports.seq", "placements.report")
        .innerJoin("stories", "stories.anchor", "placements.story")
        .leftJoin("accounts", "accounts.key", "stories.account")
        .select(["reports.first", "placements.story", "accounts.title"])
        .where("reports.first", "in", some)
        .execute(),
    );
    const placeOf = new Map(places.map((place) => [place.first, place]));
    const stored = await storedReports(
      queries,
      rows.flatMap(({ seq, before }) => [seq, before]),
    );
    const told = rows.flatMap(({ seq, id, first, version, before, beforeId }): Told[] => {
      const [is, was, place] = [stored.get(seq), stored.get(before), placeOf.get(first)];
      if (!is || !was || !place) return [];
      const correction = {
        seq,
        id,
        input: is.input,
        version,
        before: { seq: before, id: beforeId },
      };
      return [{ correction, was: was.input, place }];
    });
    if (told.length === 0) return;
    await insertChanges(queries, told, time);
    const done = new Set(told.map(({ correction }) => correction.seq));
    const left = waiting.filter((seq) => !done.has(seq));
    await setSetting(queries, WAITING, JSON.stringify(left));
  });
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
