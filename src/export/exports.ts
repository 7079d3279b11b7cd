/** Every format that an account is written out in, by its name: pure, in Node and in a browser. */
import type { Account } from "../core/contract.js";
import { csvClaims } from "./csv-claims.js";
import { csvDisagreements } from "./csv-disagreements.js";
import { csvLedger } from "./csv-ledger.js";
import { csvTimeline } from "./csv-timeline.js";
import type { FormatId } from "./formats.js";
import { geojson } from "./geojson.js";
import { markdown } from "./markdown.js";
import { ndjson } from "./ndjson.js";
import type { ExportOptions } from "./scope.js";
import { timelineJs } from "./timelinejs.js";

export { type ExportOptions, UnknownStory } from "./scope.js";

const WRITERS: Readonly<Record<FormatId, (account: Account, options: ExportOptions) => string>> = {
  "csv-ledger": csvLedger,
  "csv-claims": csvClaims,
  "csv-timeline": csvTimeline,
  "csv-disagreements": csvDisagreements,
  ndjson,
  geojson,
  timelinejs: timelineJs,
  markdown,
};

/**
 * The text of one file. The same account gives the same bytes.
 * @throws UnknownStory where the account has no story of the id asked for
 */
export const renderExport = (account: Account, format: FormatId, options: ExportOptions): string =>
  WRITERS[format](account, options);
