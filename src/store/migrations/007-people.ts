import { makeAppendOnly } from "../append-only.js";
import { code, type Migration } from "../migration.js";

/** Who may use a service, what they did there, and who is told of changes. */
export const people: Migration = {
  number: 7,
  name: "people",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema
      .createTable("users")
      .addColumn("name", text, (column) => column.primaryKey())
      .addColumn("role", text, (column) => column.notNull())
      .addColumn("password", text, (column) => column.notNull())
      .addColumn("created", text, (column) => column.notNull())
      .addColumn("changed", text, (column) => column.notNull())
      .execute();
    await queries.schema
      .createTable("sessions")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("user", text, (column) => column.notNull())
      .addColumn("created", text, (column) => column.notNull())
      .addColumn("seen", text, (column) => column.notNull())
      .addColumn("expires", text, (column) => column.notNull())
      .addColumn("address", "text", (column) => column.notNull())
      .execute();
    await queries.schema.createIndex("sessions_user").on("sessions").column("user").execute();
    await queries.schema
      .createTable("tokens")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("hash", text, (column) => column.notNull().unique())
      .addColumn("user", text, (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("role", text, (column) => column.notNull())
      .addColumn("created", text, (column) => column.notNull())
      .addColumn("expires", text)
      .execute();
    await queries.schema.createIndex("tokens_user").on("tokens").column("user").execute();
    await queries.schema
      .createTable("audit")
      .addColumn("seq", "integer", (column) => column.primaryKey())
      .addColumn("time", text, (column) => column.notNull())
      .addColumn("actor", text)
      .addColumn("via", text, (column) => column.notNull())
      .addColumn("address", "text")
      .addColumn("action", text, (column) => column.notNull())
      .addColumn("subject", "text")
      .execute();
    await makeAppendOnly(queries, kind, "audit");
    await queries.schema
      .createTable("webhooks")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("secret", text, (column) => column.notNull())
      .addColumn("kinds", text, (column) => column.notNull())
      .addColumn("state", text, (column) => column.notNull())
      .addColumn("created", text, (column) => column.notNull())
      .addColumn("delivered", "integer", (column) => column.notNull())
      .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("next_try", text)
      .addColumn("last_status", "integer")
      .addColumn("last_error", "text")
      .execute();
  },
};
