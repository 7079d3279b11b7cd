import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { areDaysApart } from "../counts/own-days.js";
import { foldLanguage } from "../language.js";
import type { Row } from "../ledger/rows.js";
import { comparePlaces } from "./places.js";
import type { Scene } from "./scene.js";

/** Some scene of the one is tied to some of the other, by what both reports tell. */
export const areScenesTied = (a: Row, b: Row, context: StoryContext): boolean =>
  a.scenes.some((one) => b.scenes.some((other) => areTied(one, other, [a, b], context)));

/**
 * Two reports' scenes share a number besides the one that differs, small ones too where both head
 * their reports; or they head them with one place and day of their own words.
 */
function areTied(a: Scene, b: Scene, rows: readonly [Row, Row], context: StoryContext): boolean {
  if (a.report === b.report) return false;
  const shared = sharedNumbers(a, b, rows);
  if (shared.some((number) => number >= FEW)) return true;
  // A report of several happenings tells one of them first, which need not be the other report's.
  if (headlinesSeveral(a, context) !== headlinesSeveral(b, context)) return false;
  const areApart = comparePlaces(a.place, b.place, context) === "apart";
  if (shared.length > 1 || (shared.length > 0 && a.leads && b.leads && !areApart)) return true;
  if (!a.leads || !b.leads || areApart) return false;
  if (a.claims.some((one) => b.claims.some((other) => isSameCount(one, other)))) return true;
  // Accidents of a few happen every day in one place.
  const isThere = a.place !== null && a.place === b.place && !rows.every(isFew);
  return isThere && a.days !== null && b.days !== null && !areDaysApart(a.days, b.days);
}

/** Numbers that both tell, besides those that differ: who tells another's number knows it as a part. */
export function sharedNumbers(a: Scene, b: Scene, rows: readonly [Row, Row]): number[] {
  const differing = new Set(rows.map(exactOf));
  const kind = `${rows[0].claims[0]?.figure?.measure}|`;
  return [...a.numbers].flatMap(([key, number]) =>
    b.numbers.has(key) &&
    !(key.startsWith(kind) && differing.has(number)) &&
    // Three teams, three cars: what else is counted is alike by chance while it is few.
    !(key.startsWith("other|") && number < FEW)
      ? [number]
      : [],
  );
}

const headlinesSeveral = ({ report }: Scene, context: StoryContext): boolean => {
  const one = context.reports.get(report);
  const { headlinesSeveral: tellsIt, countWords } = foldLanguage(one?.language ?? "ar");
  return tellsIt(countWords(one?.title ?? ""));
};

function isSameCount({ figure: x }: Claim, { figure: y }: Claim): boolean {
  return (
    x !== undefined &&
    y !== undefined &&
    x.measure === y.measure &&
    x.measure !== "other" &&
    x.value.max !== null &&
    x.value.max > 1 &&
    x.value.min === y.value.min &&
    x.value.max === y.value.max
  );
}

export const shareLargeNumber = (a: Row, b: Row): boolean =>
  a.scenes.some((one) =>
    b.scenes.some(
      (other) =>
        one.report !== other.report &&
        sharedNumbers(one, other, [a, b]).some((number) => number >= FEW),
    ),
  );

/** Two reports tell one count beside those: "two dead and 24 hurt", "two dead and 31 hurt". */
export const tellOtherCount = (a: Row, b: Row): boolean => {
  const measure = a.claims[0]?.figure?.measure;
  return a.scenes.some((one) =>
    b.scenes.some(
      (other) =>
        one.report !== other.report &&
        one.claims.some(
          (x) => x.figure?.measure !== measure && other.claims.some((y) => isSameCount(x, y)),
        ),
    ),
  );
};

/** Habitual speakers tell every day of a few dead and hurt. */
const FEW = 10;
export const isFew = ({ row: { value } }: Row): boolean => (value.max ?? value.min ?? 0) < FEW;

/** The number of a figure that is neither open nor vague. */
export const exactOf = ({ row: { value } }: Row): number | null =>
  value.min !== null && value.min === value.max ? value.min : null;
