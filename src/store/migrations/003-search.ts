import { sql } from "kysely";
import type { Migration } from "../migration.js";

/** Words of reports as they are searched for (`words.ts`), by the number of the report. */
export const search: Migration = {
  number: 3,
  name: "search",
  async up(queries, kind) {
    if (kind === "sqlite") {
      // The words are folded already: nothing is to be left to the tokenizer but the spaces.
      await sql`create virtual table words using fts5(
        body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`.execute(
        queries,
      );
      return;
    }
    await sql`create table words (rowid integer primary key, body tsvector not null)`.execute(
      queries,
    );
    await sql`create index words_body on words using gin (body)`.execute(queries);
  },
};
