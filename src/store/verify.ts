/** Whether a store is whole: hashes and spans computed again, ties followed. */

import { sql } from "kysely";
import type { ReportInput } from "../core/input.js";
import type { ReportReading } from "../engine.js";
import type { Connection } from "./connection.js";
import { identityOf } from "./identity.js";
import { judgementLog } from "./judgements.js";
import { hashOf, unpack, unpackText } from "./packing.js";
import type { Queries } from "./queries.js";
import { latestSeq } from "./reports.js";

/** Something that is not as it was kept. */
export interface Flaw {
  readonly code:
    | "database-damaged"
    | "content-changed"
    | "content-missing"
    | "input-changed"
    | "reading-changed"
    | "span-outside"
    | "claims-missing"
    | "unread"
    | "judgement-changed"
    | "unplaced"
    | "stale";
  /** `report 12`, `judgement 3`. */
  readonly what: string;
  readonly message: string;
  readonly remedy: string;
}

const RESTORE = "Put back a backup that verifies: isnad restore FILE.";
const REBUILD = "isnad rebuild makes it again; nothing is lost.";

export interface Verified {
  readonly reports: number;
  readonly readings: number;
  readonly claims: number;
  readonly judgements: number;
  readonly flaws: readonly Flaw[];
}

export interface VerifyOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Reports looked at together. */
const AT_A_TIME = 200;

export async function verify(
  { kind, read }: Connection,
  { onProgress, signal }: VerifyOptions = {},
): Promise<Verified> {
  const flaws: Flaw[] = [];
  if (kind === "sqlite") flaws.push(...(await pagesOf(read)));
  const latest = await latestSeq(read);
  let [reports, readings, claims] = [0, 0, 0];
  for (let from = 0; from < latest && !signal?.aborted; from += AT_A_TIME) {
    const some = await verifyReports(read, from, from + AT_A_TIME);
    reports += some.reports;
    readings += some.readings;
    claims += some.claims;
    flaws.push(...some.flaws);
    onProgress?.(Math.min(latest, from + AT_A_TIME), latest);
  }
  const judgements = await verifyJudgements(read, flaws);
  await verifyStories(read, flaws);
  return { reports, readings, claims, judgements, flaws };
}

async function pagesOf(queries: Queries): Promise<Flaw[]> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(queries);
  return rows
    .filter(({ quick_check }) => quick_check !== "ok")
    .map(({ quick_check }) => ({
      code: "database-damaged",
      what: "the database",
      message: quick_check,
      remedy: RESTORE,
    }));
}

type Counted = Omit<Verified, "judgements">;

/** @param from reports behind this one, up to `to` */
async function verifyReports(queries: Queries, from: number, to: number): Promise<Counted> {
  const flaws: Flaw[] = [];
  const rows = await queries
    .selectFrom("reports")
    .leftJoin("contents", "contents.hash", "reports.content")
    .select(["seq", "identity", "content", "input", "contents.bytes"])
    .where("seq", ">", from)
    .where("seq", "<=", to)
    .orderBy("seq")
    .execute();
  const inputs = new Map<number, ReportInput>();
  for (const { seq, identity, content, input, bytes } of rows) {
    const what = `report ${seq}`;
    const flaw = (code: Flaw["code"], message: string): void => {
      flaws.push({ code, what, message, remedy: RESTORE });
    };
    if (bytes === null) flaw("content-missing", "Its original bytes are not there.");
    else if (hashOf(bytes) !== content) {
      flaw("content-changed", "Its original bytes are not those that were kept.");
    }
    const given = attempt(() => unpack(input) as ReportInput);
    if (given === null || identityOf(given) !== identity) {
      flaw("input-changed", "What the engine is given of it is not what was kept.");
    } else inputs.set(seq, given);
  }
  const read = await verifyReadings(queries, from, to, inputs, flaws);
  return { reports: rows.length, ...read, flaws };
}

async function verifyReadings(
  queries: Queries,
  from: number,
  to: number,
  inputs: ReadonlyMap<number, ReportInput>,
  flaws: Flaw[],
): Promise<Pick<Counted, "readings" | "claims">> {
  const rows = await queries
    .selectFrom("readings")
    .select(["report", "engine", "hash", "body", "claims"])
    .where("report", ">", from)
    .where("report", "<=", to)
    .execute();
  const outlines = await queries
    .selectFrom("claims")
    .select(["report", "engine", (one) => one.fn.countAll().as("count")])
    .where("report", ">", from)
    .where("report", "<=", to)
    .groupBy(["report", "engine"])
    .execute();
  const counted = new Map(
    outlines.map((one) => [`${one.report}/${one.engine}`, Number(one.count)]),
  );
  const unread = new Set(inputs.keys());
  let claims = 0;
  for (const { report, engine, hash, body, claims: kept } of rows) {
    unread.delete(report);
    const what = `report ${report}`;
    const text = attempt(() => unpackText(body));
    if (text === null || hashOf(text) !== hash) {
      const message = "What was read of it is not what was kept.";
      flaws.push({ code: "reading-changed", what, message, remedy: RESTORE });
      continue;
    }
    const reading = JSON.parse(text) as ReportReading;
    claims += reading.claims.length;
    const length = inputs.get(report)?.text.length ?? Number.POSITIVE_INFINITY;
    const outside = spansOf(reading).filter(
      ([start, end]) => start < 0 || start > end || end > length,
    );
    if (outside.length > 0) {
      const message = `${outside.length} places that were read lie outside its text.`;
      flaws.push({ code: "span-outside", what, message, remedy: REBUILD });
    }
    if (reading.claims.length !== kept || (counted.get(`${report}/${engine}`) ?? 0) !== kept) {
      const message = `${counted.get(`${report}/${engine}`) ?? 0} of its ${kept} claims are there.`;
      flaws.push({ code: "claims-missing", what, message, remedy: RESTORE });
    }
  }
  for (const report of unread) {
    const message = "Nothing was read of it.";
    flaws.push({ code: "unread", what: `report ${report}`, message, remedy: RESTORE });
  }
  return { readings: rows.length, claims };
}

function* spansIn({
  report,
  entities,
  claims,
}: ReportReading): Generator<readonly [number, number]> {
  yield* report.sentences;
  yield* report.furniture;
  for (const { span } of report.times) if (span) yield span;
  for (const { mentions } of entities) for (const { start, end } of mentions) yield [start, end];
  for (const claim of claims) {
    yield claim.span;
    yield claim.sentence;
    for (const { span } of claim.chain) if (span) yield span;
    if (claim.time?.span) yield claim.time.span;
  }
}

const spansOf = (reading: ReportReading): (readonly [number, number])[] => [...spansIn(reading)];

async function verifyJudgements(queries: Queries, flaws: Flaw[]): Promise<number> {
  try {
    return (await judgementLog(queries)).length;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    flaws.push({ code: "judgement-changed", what: "the log", message, remedy: RESTORE });
    return 0;
  }
}

/** Not flaws of what is kept: work that an ended process left. */
async function verifyStories(queries: Queries, flaws: Flaw[]): Promise<void> {
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from reports
    where seq in (select max(seq) from reports group by first)
    and seq not in (select report from placements)`.execute(queries);
  const unplaced = Number(rows[0]?.count ?? 0);
  const settle = "The next isnad add does it, or isnad rebuild.";
  if (unplaced > 0) {
    const message = `${unplaced} reports are in no story yet.`;
    flaws.push({ code: "unplaced", what: "stories", message, remedy: settle });
  }
  const stale = await queries
    .selectFrom("stories")
    .leftJoin("accounts", "accounts.key", "stories.account")
    .select((one) => one.fn.countAll().as("count"))
    .where((one) =>
      one.or([
        one("folded", "is", null),
        one("folded", "!=", one.ref("fold")),
        one("accounts.key", "is", null),
      ]),
    )
    .executeTakeFirst();
  if (Number(stale?.count ?? 0) > 0) {
    const message = `${Number(stale?.count)} stories have no account of their reports as they are.`;
    flaws.push({ code: "stale", what: "stories", message, remedy: settle });
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
