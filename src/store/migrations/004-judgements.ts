import { makeAppendOnly } from "../append-only.js";
import { code, type Migration } from "../migration.js";

/** What people decided, the oldest first. */
export const judgements: Migration = {
  number: 4,
  name: "judgements",
  async up(queries, kind) {
    await queries.schema
      .createTable("judgements")
      .addColumn("seq", "integer", (column) => column.primaryKey())
      .addColumn("id", code(kind), (column) => column.notNull().unique())
      .addColumn("entry", "text", (column) => column.notNull())
      .addColumn("added", code(kind), (column) => column.notNull())
      .execute();
    await makeAppendOnly(queries, kind, "judgements");
  },
};
