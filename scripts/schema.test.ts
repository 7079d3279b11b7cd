import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCHEMA_FILE, schemaText } from "./schema.js";

test("the committed JSON Schema is that of the contract (npx tsx scripts/schema.ts writes it)", () => {
  expect(readFileSync(SCHEMA_FILE, "utf8")).toBe(schemaText());
});
