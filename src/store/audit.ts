/** What people did at a service: rows are only ever added. */
import type { AuditRow } from "./people-rows.js";
import type { Queries } from "./queries.js";

/** Who did something, and from where. */
export type By = Pick<AuditRow, "actor" | "via" | "address">;

export interface Deed {
  readonly action: string;
  readonly subject: string | null;
}

/** Inside the transaction of what is noted. */
export async function noteDeed(queries: Queries, by: By, deed: Deed, time: string): Promise<void> {
  const row = await queries
    .selectFrom("audit")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  const { actor, via, address } = by;
  const { action, subject } = deed;
  await queries
    .insertInto("audit")
    .values({ seq: (row?.latest ?? 0) + 1, time, actor, via, address, action, subject })
    .execute();
}

export interface AuditPage {
  /** Rows before this number; absent for the newest. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The newest first. */
export function auditRows(queries: Queries, { before, limit }: AuditPage): Promise<AuditRow[]> {
  let query = queries.selectFrom("audit").selectAll();
  if (before !== undefined) query = query.where("seq", "<", before);
  return query.orderBy("seq", "desc").limit(limit).execute();
}
