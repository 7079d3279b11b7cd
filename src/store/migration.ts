import { type ColumnDataType, type RawBuilder, sql } from "kysely";
import type { DatabaseKind, Queries } from "./queries.js";

/** One step of the schema: makes and alters tables, and names none by `Schema`, which is that of today. Never changed once it was released: what is to be otherwise is another step. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (queries: Queries, kind: DatabaseKind) => Promise<void>;
}

/** What bytes are called. */
export const bytes = (kind: DatabaseKind): ColumnDataType => (kind === "sqlite" ? "blob" : "bytea");

/** A number that may have a fraction. */
export const real = (kind: DatabaseKind): ColumnDataType =>
  kind === "sqlite" ? "real" : "double precision";

/** Text that is compared by code, as the program compares it, whatever the server's language. */
export const code = (kind: DatabaseKind): RawBuilder<unknown> =>
  kind === "sqlite" ? sql`text` : sql`text collate "C"`;
