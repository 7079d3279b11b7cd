/** The drawn sets: which there are, how they are drawn, where their labels lie. */

export interface DrawnSet {
  /** The task that scores it, and the first word of its rows. */
  readonly name: string;
  readonly seed: number;
  /** How many reports are drawn. */
  readonly size: number;
  /** File name of the labels, beside this module. */
  readonly labels: string;
  /** Why nobody may look at what is found in it; null where anybody may. */
  readonly sealed: string | null;
}

const SEALED =
  "whoever sees its misses fits rules to them, and then no set is left that tells an honest score";

/** In the order of the draws: each leaves out the reports of those before it. */
export const DRAWN_SETS = [
  { name: "own", seed: 20260, size: 40, labels: "labels.json", sealed: null },
  { name: "held", seed: 20301, size: 30, labels: "held.json", sealed: null },
  { name: "second", seed: 20302, size: 30, labels: "second.json", sealed: null },
  { name: "third", seed: 20307, size: 40, labels: "third.json", sealed: SEALED },
] as const satisfies readonly DrawnSet[];

export type SetName = (typeof DRAWN_SETS)[number]["name"];

/** @throws where there is no such set */
export function setNamed(name: string): DrawnSet & { readonly name: SetName } {
  const set = DRAWN_SETS.find((candidate) => candidate.name === name);
  if (!set)
    throw new Error(
      `no set called ${name}; there are ${DRAWN_SETS.map((drawn) => drawn.name).join(", ")}`,
    );
  return set;
}
