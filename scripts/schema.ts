/**
 * Writes `schema/account.schema.json` from the one schema of the contract:
 * `npx tsx scripts/schema.ts`. A test fails while the committed file is not current.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  accountSchema,
  claimSchema,
  disagreementSchema,
  entitySchema,
  judgedSchema,
  ledgerSchema,
  linkSchema,
  reportSchema,
  spanSchema,
  storySchema,
  timelineEntrySchema,
  timeSchema,
  valueSchema,
} from "../src/core/contract.js";

/** What the parts are called under `$defs`; a part used twice is written once. */
const PARTS = {
  Value: valueSchema,
  Time: timeSchema,
  Span: spanSchema,
  Report: reportSchema,
  Entity: entitySchema,
  Link: linkSchema,
  Claim: claimSchema,
  Ledger: ledgerSchema,
  TimelineEntry: timelineEntrySchema,
  Disagreement: disagreementSchema,
  Judged: judgedSchema,
  Story: storySchema,
} as const;

export const SCHEMA_FILE = fileURLToPath(new URL("../schema/account.schema.json", import.meta.url));

export function schemaText(): string {
  const names = z.registry<{ id: string }>();
  for (const [name, part] of Object.entries(PARTS)) names.add(part, { id: name });
  const schema = z.toJSONSchema(accountSchema, {
    target: "draft-2020-12",
    metadata: names,
    // Fields may be added without a new version, so a reader must not reject them.
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  const head = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "isnad/account@1",
    title: "Isnad account",
    description:
      "What many reports tell of the same events: claims with their sources, and the account folded from them. Offsets count UTF-16 code units of report.text; ranges are half-open.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA_FILE, schemaText());
