import type { Migration } from "../migration.js";

/** Finds the pages of a feed by their age, so that old ones are forgotten. */
export const forgettingPages: Migration = {
  number: 9,
  name: "forgetting-pages",
  async up(queries) {
    await queries.schema
      .createIndex("watched_pages_of_feed")
      .on("watched_pages")
      .columns(["feed", "last_fetched"])
      .execute();
  },
};
