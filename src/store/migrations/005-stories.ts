import { bytes, code, type Migration } from "../migration.js";

/** Stories and their accounts: nothing here that could not be made again. */
export const stories: Migration = {
  number: 5,
  name: "stories",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema
      .createTable("stories")
      .addColumn("anchor", "integer", (column) => column.primaryKey())
      .addColumn("fold", text, (column) => column.notNull())
      .addColumn("plan", bytes(kind), (column) => column.notNull())
      .addColumn("folded", text)
      .addColumn("account", text)
      .execute();
    await queries.schema.createIndex("stories_account").on("stories").column("account").execute();
    // Covers the question which stories are not as planned, past their plans.
    await queries.schema
      .createIndex("stories_stale")
      .on("stories")
      .columns(["folded", "fold"])
      .execute();
    await queries.schema
      .createTable("placements")
      .addColumn("report", "integer", (column) => column.primaryKey())
      .addColumn("story", "integer", (column) => column.notNull())
      .execute();
    await queries.schema.createIndex("placements_story").on("placements").column("story").execute();
    await queries.schema
      .createTable("accounts")
      .addColumn("key", text, (column) => column.primaryKey())
      .addColumn("engine", "integer", (column) => column.notNull())
      .addColumn("story", text, (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("first_day", text)
      .addColumn("last_day", text)
      .addColumn("reports", "integer", (column) => column.notNull())
      .addColumn("outlets", "integer", (column) => column.notNull())
      .addColumn("disputes", "integer", (column) => column.notNull())
      .addColumn("summary", "text", (column) => column.notNull())
      .addColumn("body", bytes(kind), (column) => column.notNull())
      .execute();
    await queries.schema.createIndex("accounts_story").on("accounts").column("story").execute();
    await queries.schema
      .createIndex("accounts_order")
      .on("accounts")
      .columns(["outlets", "reports", "first_day", "story"])
      .execute();
    await queries.schema
      .createTable("entities")
      .addColumn("account", text, (column) => column.notNull())
      .addColumn("entity", text, (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("words", text, (column) => column.notNull())
      .addColumn("mentions", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("entities_key", ["account", "entity"])
      .execute();
    await queries.schema.createIndex("entities_words").on("entities").column("words").execute();
    await queries.schema
      .createTable("changes")
      .addColumn("seq", "integer", (column) => column.primaryKey())
      .addColumn("time", text, (column) => column.notNull())
      .addColumn("story", "integer", (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .execute();
    await queries.schema.createIndex("changes_story").on("changes").column("story").execute();
  },
};
