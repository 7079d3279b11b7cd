import { NEVER_FALLS } from "../counts/never-falls.js";
import type { OpenLedger } from "../ledger/ledger.js";

/** Different numbers of one first day from which a toll is likely to have been moving. */
const MOVING_NUMBERS = 3;

/** Day numbers, by the happening; null for a day not known. */
type Days = Map<number, Set<number | null>>;

/** Days on which tolls of a happening rose. */
export interface MovedDays {
  /** As words tell. */
  readonly told: ReadonlySet<number | null>;
  /** Nobody says so, but so many numbers were told on the first day of its news. */
  readonly likely: ReadonlySet<number | null>;
}

export function movedDays(ledgers: readonly OpenLedger[]): (incident: number) => MovedDays {
  const told: Days = new Map();
  const likely: Days = new Map();
  const add = (days: Days, incident: number, day: number | null): void => {
    days.set(incident, (days.get(incident) ?? new Set()).add(day));
  };
  for (const { incident, ledger, rows } of ledgers) {
    for (const { step, saidDay } of rows) if (step !== null) add(told, incident, saidDay);
    const [first = null] = rows.flatMap(({ saidDay }) => saidDay ?? []);
    const numbers = new Set(
      rows.filter(({ saidDay }) => saidDay === first).map(({ row: { value } }) => value.min),
    );
    if (NEVER_FALLS.has(ledger.measure) && first !== null && numbers.size >= MOVING_NUMBERS) {
      add(likely, incident, first);
    }
  }
  const none: ReadonlySet<number | null> = new Set();
  return (incident) => ({
    told: told.get(incident) ?? none,
    likely: likely.get(incident) ?? none,
  });
}
