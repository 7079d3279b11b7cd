import { code, type Migration } from "../migration.js";

/** The pages that feeds led to, and how often a feed is asked. */
export const watchedPages: Migration = {
  number: 8,
  name: "watched-pages",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema.alterTable("feeds").addColumn("last_success", "text").execute();
    await queries.schema.alterTable("feeds").addColumn("period", "integer").execute();
    await queries.schema
      .createTable("watched_pages")
      .addColumn("url", text, (column) => column.primaryKey())
      .addColumn("feed", text, (column) => column.notNull())
      .addColumn("stamp", "text")
      .addColumn("etag", "text")
      .addColumn("last_modified", "text")
      .addColumn("next_check", text)
      .addColumn("checks", "integer", (column) => column.notNull())
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("last_error", "text")
      .addColumn("last_fetched", "text", (column) => column.notNull())
      .execute();
    await queries.schema
      .createIndex("watched_pages_due")
      .on("watched_pages")
      .column("next_check")
      .execute();
  },
};
