import type { Kysely } from "kysely";
import type { Schema } from "./schema.js";

export type DatabaseKind = "sqlite" | "postgres";

/** Of a transaction, or outside of one. */
export type Queries = Kysely<Schema>;
