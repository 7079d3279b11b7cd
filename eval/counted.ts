/**
 * Nouns for counted things that name the same group, so that a label's "fighters" and the engine's
 * "militants" are not told apart by the word alone. Narrower groups stay apart: civilians are not
 * persons, policemen not soldiers.
 */
const SAME_GROUP: readonly (readonly string[])[] = [
  ["persons", "people", "individuals", "victims", "citizens", "human beings"],
  ["militants", "fighters", "gunmen", "armed men", "attackers"],
  ["soldiers", "troops", "servicemen", "military personnel"],
  ["police", "police officers", "policemen"],
  ["protesters", "demonstrators"],
  ["children", "minors"],
  ["men", "young men", "youths"],
  ["houses", "homes"],
  ["air strikes", "airstrikes", "raids", "air raids"],
  ["vehicles", "cars"],
  ["rescuers", "rescue workers"],
];

const canonical = new Map(
  SAME_GROUP.flatMap((group) => group.map((noun) => [noun, group[0] ?? noun] as const)),
);

const canonicalNoun = (noun: string): string => {
  const lower = noun.trim().toLowerCase();
  return canonical.get(lower) ?? lower;
};

export const sameCounted = (a: string, b: string): boolean => canonicalNoun(a) === canonicalNoun(b);
