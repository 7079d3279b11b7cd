/**
 * Isnad as a library. `readAccount` is pure and runs in Node and in a browser; `ingest` reads
 * files and so needs Node.
 */
export type {
  Account,
  Claim,
  Disagreement,
  Entity,
  Ledger,
  LedgerRow,
  Link,
  Measure,
  Modality,
  Report,
  Span,
  Stance,
  Story,
  Time,
  TimelineEntry,
  Value,
} from "./core/contract.js";
export type { ReportInput } from "./core/input.js";
export type { Problem } from "./core/problem.js";
export {
  type AccountOptions,
  ENGINE_VERSION,
  type Explanation,
  explain,
  readAccount,
  readReport,
  readReports,
  type State,
  type StateOptions,
  stateOf,
} from "./engine.js";
export { deskPage } from "./export/desk-page.js";
export { type ExportOptions, renderExport, UnknownStory } from "./export/exports.js";
export { type ExportFormat, FORMATS, type FormatId } from "./export/formats.js";
export { jsonPieces, renderJson } from "./export/json.js";
export { renderTerminal, type TerminalOptions } from "./export/terminal/account.js";
export { renderExplanation } from "./export/terminal/explanation.js";
export { type Ingested, ingest } from "./ingest/ingest.js";
export type { ReportReading } from "./read/reading.js";
