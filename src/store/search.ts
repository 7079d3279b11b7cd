/** Reports by their words. The only queries that the two databases need said each in its own way. */
import { sql } from "kysely";
import type { Connection } from "./connection.js";
import type { DatabaseKind, Queries } from "./queries.js";
import { asFts5, asTsquery, parseSearch } from "./search-query.js";

export interface WordsOf {
  readonly report: number;
  /** `searchWords` of title and text, by spaces. */
  readonly words: string;
}

/** Rows a statement: two parameters each. */
const ROWS = 500;

export async function indexWords(
  queries: Queries,
  kind: DatabaseKind,
  reports: readonly WordsOf[],
): Promise<void> {
  for (let from = 0; from < reports.length; from += ROWS) {
    const rows = reports
      .slice(from, from + ROWS)
      .map(({ report, words }) =>
        kind === "sqlite"
          ? sql`(${report}, ${words})`
          : sql`(${report}::integer, to_tsvector('simple', ${words}))`,
      );
    await sql`insert into words (rowid, body) values ${sql.join(rows)}`.execute(queries);
  }
}

export interface Found {
  readonly report: number;
  /** The higher the better; of one search alone. */
  readonly score: number;
}

export interface SearchPage {
  readonly limit: number;
  readonly offset: number;
}

/** Current versions that hold the words, the best first, then the newest. */
export async function searchReports(
  { kind, read }: Connection,
  text: string,
  { limit, offset }: SearchPage,
): Promise<Found[]> {
  const query = parseSearch(text);
  const said = kind === "sqlite" ? asFts5(query) : asTsquery(query);
  if (said === null) return [];
  // Who was placed is current: a corrected report leaves its place to the correction.
  const found =
    kind === "sqlite"
      ? sql<Found>`select words.rowid as report, -bm25(words) as score
          from words join placements on placements.report = words.rowid
          where words match ${said}`
      : sql<Found>`select words.rowid as report, ts_rank(words.body, asked)::float8 as score
          from words join placements on placements.report = words.rowid,
          to_tsquery('simple', ${said}) asked where words.body @@ asked`;
  const { rows } = await sql<Found>`select report, score from (${found}) as found
    order by score desc, report desc limit ${limit} offset ${offset}`.execute(read);
  return rows.map(({ report, score }) => ({ report, score }));
}
