import { bytes, type Migration } from "../migration.js";

/** Readings on a day that siblings told: made again wherever they are not there. */
export const datedReadings: Migration = {
  number: 10,
  name: "dated-readings",
  async up(queries, kind) {
    await queries.schema
      .createTable("dated_readings")
      .addColumn("report", "integer", (column) => column.notNull())
      .addColumn("engine", "integer", (column) => column.notNull())
      .addColumn("body", bytes(kind), (column) => column.notNull())
      .addPrimaryKeyConstraint("dated_readings_key", ["report", "engine"])
      .execute();
  },
};
