import type { Row } from "../ledger/rows.js";

/** Most of the reports of the one tell more dead beside it than most of the other's. */
export function isBesideMoreDead(a: Row, b: Row): boolean {
  const [x, y] = [median(deadBeside(a)), median(deadBeside(b))];
  return x !== null && y !== null && x > y;
}

const median = (numbers: readonly number[]): number | null =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null;

/** The dead that each report of a figure tells of its happening: of all, else of its groups together. */
function deadBeside({ claims, scenes }: Row): number[] {
  const told = scenes.filter(({ report }) => claims.some((claim) => claim.report === report));
  const dead = told.map((scene) => {
    const counts = scene.claims.flatMap(({ figure }) =>
      figure?.measure === "killed" && figure.partOf === null ? [figure] : [],
    );
    const numbers = (list: typeof counts): number[] => list.map(({ value }) => value.min ?? 0);
    const whole = numbers(counts.filter(({ counted: noun }) => noun === "persons"));
    // One group told twice, under two names, is one number.
    return whole.length > 0 ? Math.max(...whole) : sumOf([...new Set(numbers(counts))]);
  });
  return dead.filter((number) => number > 0);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
