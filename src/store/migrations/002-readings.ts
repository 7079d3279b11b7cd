import { makeAppendOnly } from "../append-only.js";
import { bytes, code, type Migration, real } from "../migration.js";

/** What engines read of reports: claims, each with its outline to be found by. */
export const readings: Migration = {
  number: 2,
  name: "readings",
  async up(queries, kind) {
    const text = code(kind);
    await queries.schema
      .createTable("engines")
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("label", text, (column) => column.notNull().unique())
      .execute();
    await queries.schema
      .createTable("readings")
      .addColumn("report", "integer", (column) => column.notNull().references("reports.seq"))
      .addColumn("engine", "integer", (column) => column.notNull().references("engines.number"))
      .addColumn("hash", text, (column) => column.notNull())
      .addColumn("body", bytes(kind), (column) => column.notNull())
      .addColumn("sketch", bytes(kind), (column) => column.notNull())
      .addColumn("claims", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("readings_key", ["report", "engine"])
      .execute();
    await queries.schema
      .createTable("claims")
      .addColumn("report", "integer", (column) => column.notNull())
      .addColumn("engine", "integer", (column) => column.notNull())
      .addColumn("place", "integer", (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("subject", text)
      .addColumn("span_start", "integer", (column) => column.notNull())
      .addColumn("span_end", "integer", (column) => column.notNull())
      .addColumn("low", real(kind))
      .addColumn("high", real(kind))
      .addColumn("first_day", text)
      .addColumn("last_day", text)
      .addPrimaryKeyConstraint("claims_key", ["report", "engine", "place"])
      .execute();
    await queries.schema
      .createIndex("claims_subject")
      .on("claims")
      .columns(["subject", "first_day"])
      .execute();
    await makeAppendOnly(queries, kind, "readings");
    await makeAppendOnly(queries, kind, "claims");
  },
};
