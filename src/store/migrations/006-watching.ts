import { code, type Migration } from "../migration.js";

/** Feeds that are watched, and how each stands. */
export const watching: Migration = {
  number: 6,
  name: "watching",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema
      .createTable("feeds")
      .addColumn("url", text, (column) => column.primaryKey())
      .addColumn("title", "text")
      .addColumn("etag", "text")
      .addColumn("last_modified", "text")
      .addColumn("next_due", text, (column) => column.notNull())
      .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("last_status", "integer")
      .addColumn("last_error", "text")
      .addColumn("last_fetched", "text")
      .addColumn("added", text, (column) => column.notNull())
      .execute();
    await queries.schema.createIndex("feeds_due").on("feeds").column("next_due").execute();
  },
};
