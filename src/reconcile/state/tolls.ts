import type { StoryContext } from "../context.js";
import { ledgersOf } from "../ledger/ledger.js";
import { isHeld } from "../ledger/rows.js";
import { type Told, told } from "./told.js";

export interface TollState extends Told {
  readonly ledger: string;
  readonly measure: string;
  readonly counted: string;
  readonly place: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** Who gave the count that was said last by that day, and when. */
  readonly latest: {
    readonly speaker: string;
    readonly value: string;
    readonly saidOn: string | null;
  } | null;
}

/** Each count of a story as it stood, of the claims that were said by that day. */
export function tollStates(
  context: StoryContext,
  rule: Parameters<typeof ledgersOf>[1],
): TollState[] {
  return ledgersOf(context, rule).flatMap(({ ledger, rows, background, part }): TollState[] => {
    if (background || part || ledger.measure === "other" || ledger.measure === "price") return [];
    const last = rows.filter((row) => isHeld(row) && row.row.supersededBy === null).at(-1);
    const { min = null, max = null } = last?.row.value ?? {};
    return [
      {
        ledger: ledger.id,
        measure: ledger.measure,
        counted: ledger.counted,
        place: ledger.place,
        low: ledger.low,
        best: ledger.best,
        high: ledger.high,
        latest: last
          ? {
              speaker: last.row.speaker.name,
              value: min === max ? String(min) : `${min ?? ""}–${max ?? ""}`,
              saidOn: last.row.saidOn?.start ?? null,
            }
          : null,
        ...told(
          rows.flatMap((row) => row.claims),
          context,
        ),
      },
    ];
  });
}
