/** Many rows at a time, within what either database takes. */
import type { InsertObject } from "kysely";
import type { Queries } from "./queries.js";
import type { Schema } from "./schema.js";

/** Of a statement; SQLite takes 32,766. */
const MOST_PARAMETERS = 30_000;
/** Of a list in a condition. */
const MOST_LISTED = 5000;

/** @param columns how many each row has */
export async function insertRows<T extends keyof Schema & string>(
  queries: Queries,
  table: T,
  rows: readonly InsertObject<Schema, T>[],
  columns: number,
): Promise<void> {
  for (const some of slices(rows, Math.floor(MOST_PARAMETERS / columns))) {
    await queries.insertInto(table).values(some).execute();
  }
}

export function* slices<T>(all: readonly T[], most = MOST_LISTED): Generator<T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most);
}

/** The results of a query over a long list, in pieces. */
export async function forAll<T, R>(
  all: readonly T[],
  query: (some: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const out: R[] = [];
  for (const some of slices(all)) out.push(...(await query(some)));
  return out;
}
