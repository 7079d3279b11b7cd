import type { Account } from "../src/core/contract.js";
import type { ReadReports } from "./task.js";

/** Several tasks look at one set: the last accounts are kept, by the names, sizes and crawl days of the reports. */
const KEPT = 4;
const SMALLEST_KEPT_SET = 5;

export function memoized(read: ReadReports): ReadReports {
  const kept = new Map<string, Account>();
  return (inputs) => {
    // Tasks that read pairs or single texts read each once; keeping those would push the sets out.
    if (inputs.length < SMALLEST_KEPT_SET) return read(inputs);
    const key = inputs
      .map(({ file, text, fetched }) => `${file} ${text.length} ${fetched ?? ""}`)
      .join("\n");
    const known = kept.get(key);
    if (known) return known;
    const account = read(inputs);
    kept.set(key, account);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return account;
  };
}
