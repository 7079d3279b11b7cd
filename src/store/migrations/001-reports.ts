import { makeAppendOnly } from "../append-only.js";
import { bytes, code, type Migration } from "../migration.js";

/** Reports as they came, and what was made of them for the engine. */
export const reports: Migration = {
  number: 1,
  name: "reports",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema
      .createTable("settings")
      .addColumn("key", text, (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
    await queries.schema
      .createTable("contents")
      .addColumn("hash", text, (column) => column.primaryKey())
      .addColumn("media", "text", (column) => column.notNull())
      .addColumn("bytes", bytes(kind), (column) => column.notNull())
      .execute();
    await queries.schema
      .createTable("reports")
      .addColumn("seq", "integer", (column) => column.primaryKey())
      .addColumn("id", text, (column) => column.notNull().unique())
      .addColumn("identity", text, (column) => column.notNull().unique())
      .addColumn("work", text)
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("first", "integer", (column) => column.notNull())
      .addColumn("content", text, (column) => column.notNull().references("contents.hash"))
      .addColumn("input", bytes(kind), (column) => column.notNull())
      .addColumn("title", "text")
      .addColumn("outlet", "text")
      .addColumn("url", "text")
      .addColumn("published", text)
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("added", text, (column) => column.notNull())
      .execute();
    for (const column of ["work", "first", "content", "published", "outlet"]) {
      await queries.schema.createIndex(`reports_${column}`).on("reports").column(column).execute();
    }
    await makeAppendOnly(queries, kind, "contents");
    await makeAppendOnly(queries, kind, "reports");
  },
};
