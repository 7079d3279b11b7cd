import type { Account } from "./core/contract.js";
import type { ReportInput } from "./core/input.js";
import type { ReportReading } from "./read/reading.js";

/** Changes whenever the same reports could give a different account. */
export const ENGINE_VERSION = "isnad 0.1.0";

export interface AccountOptions {
  /** Called after each report is read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads one report by itself. Pure: the same input gives the same reading. */
export function readReport(_input: ReportInput): ReportReading {
  throw new Error("not yet composed");
}

/** Reads reports and folds them into one account. The order of the inputs does not matter. */
export function readAccount(
  _inputs: readonly ReportInput[],
  _options: AccountOptions = {},
): Account {
  return {
    schema: "isnad/account@1",
    engine: ENGINE_VERSION,
    reports: [],
    entities: [],
    claims: [],
    stories: [],
  };
}
