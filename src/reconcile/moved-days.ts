import type { OpenLedger } from "./ledger.js";
import { NEVER_FALLS } from "./never-falls.js";

/** Different numbers of one first day from which a toll is known to have been moving. */
const MOVING_NUMBERS = 3;

/**
 * The days on which a toll of each happening was told to have risen, by the happening: by words, or by
 * so many numbers on the first day of its news.
 */
export function daysMoved(ledgers: readonly OpenLedger[]): Map<number, Set<number | null>> {
  const out = new Map<number, Set<number | null>>();
  const add = (incident: number, day: number | null): void => {
    out.set(incident, (out.get(incident) ?? new Set()).add(day));
  };
  for (const { incident, ledger, rows } of ledgers) {
    for (const { step, saidDay } of rows) if (step !== null) add(incident, saidDay);
    const [first = null] = rows.flatMap(({ saidDay }) => saidDay ?? []);
    const numbers = new Set(
      rows.filter(({ saidDay }) => saidDay === first).map(({ row: { value } }) => value.min),
    );
    if (NEVER_FALLS.has(ledger.measure) && first !== null && numbers.size >= MOVING_NUMBERS) {
      add(incident, first);
    }
  }
  return out;
}
