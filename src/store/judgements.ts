/** The log of judgements: entries are only ever added. The same entries as in `judgements.jsonl`. */
import type { Judgement } from "../core/judgement.js";
import { judgementLine, parseJudgements } from "../core/judgement-log.js";
import { latestAbout, latestHolding } from "../core/judgement-things.js";
import { StoreFault } from "./fault.js";
import type { Queries } from "./queries.js";

/** All entries, the oldest first. @throws StoreFault where one of them was changed */
export async function judgementLog(queries: Queries): Promise<readonly Judgement[]> {
  const rows = await queries.selectFrom("judgements").select("entry").orderBy("seq").execute();
  const { judgements, faults } = parseJudgements(rows.map(({ entry }) => entry).join("\n"));
  const [first] = faults;
  if (first) {
    throw new StoreFault(
      "inconsistent",
      `Judgement ${first.line} of the store ${first.message}. Put back a backup: isnad restore FILE.`,
    );
  }
  return judgements;
}

/** What became of an entry that was to be added. */
export type JudgementOutcome =
  | { readonly kind: "added" | "known" }
  /** Somebody decided about the same thing after what was seen. */
  | {
      readonly kind: "overtaken";
      /** What was decided last, be it that something was taken back. */
      readonly by: Judgement;
      /** The latest judgement that holds now; null for none. */
      readonly holds: string | null;
    }
  /** It takes back what is not in the log. */
  | { readonly kind: "no-entry" };

/**
 * Adds an entry, where nothing else was decided about its thing since.
 * @param seen id of the latest judgement of that thing that held when its author looked; null for none
 */
export async function insertKnowingly(
  queries: Queries,
  entry: Judgement,
  seen: string | null,
  now: string,
): Promise<JudgementOutcome> {
  const log = await judgementLog(queries);
  if (log.some(({ id }) => id === entry.id)) return { kind: "known" };
  if (entry.kind === "undo" && !log.some(({ id }) => id === entry.undoes)) {
    return { kind: "no-entry" };
  }
  const holds = latestHolding(entry, log)?.id ?? null;
  const by = latestAbout(entry, log);
  if (by !== null && holds !== seen) return { kind: "overtaken", by, holds };
  await insertJudgement(queries, entry, now);
  return { kind: "added" };
}

/** @returns false where the entry is there already */
export async function insertJudgement(
  queries: Queries,
  entry: Judgement,
  now: string,
): Promise<boolean> {
  const known = await queries
    .selectFrom("judgements")
    .select("seq")
    .where("id", "=", entry.id)
    .executeTakeFirst();
  if (known) return false;
  const row = await queries
    .selectFrom("judgements")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  await queries
    .insertInto("judgements")
    .values({
      seq: (row?.latest ?? 0) + 1,
      id: entry.id,
      entry: judgementLine(entry).trimEnd(),
      added: now,
    })
    .execute();
  return true;
}
