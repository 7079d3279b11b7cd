/** Tables to which rows are only ever added: the database itself refuses to change or remove one. */
import { sql } from "kysely";
import type { DatabaseKind, Queries } from "./queries.js";

const ACTS = ["update", "delete"] as const;

export async function makeAppendOnly(
  queries: Queries,
  kind: DatabaseKind,
  table: string,
): Promise<void> {
  if (kind === "sqlite") {
    for (const act of ACTS) {
      await sql`create trigger ${sql.id(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(queries);
    }
    return;
  }
  const refuse = sql.id(`${table}_append_only`);
  await sql`create function ${refuse}() returns trigger language plpgsql as ${sql.lit(
    `begin raise exception '${table} is append-only'; end`,
  )}`.execute(queries);
  await sql`create trigger ${refuse} before update or delete on ${sql.table(table)}
    for each row execute function ${refuse}()`.execute(queries);
  await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate on ${sql.table(table)}
    for each statement execute function ${refuse}()`.execute(queries);
}
