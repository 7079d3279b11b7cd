/** Times by the processor, not the wall, so that a busy machine does not change the figures much. */

/** Milliseconds of processor time this process spends in `work`, user and system. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of wall time. */
export function wallMs(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The middle value; of an even number the lower of the two. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Runs several works in turn, round after round, so that a slow moment of the machine falls on
 * all of them; the median of each, in milliseconds of wall time.
 */
export function interleaved<K extends string>(
  works: Readonly<Record<K, () => void>>,
  rounds: number,
): Readonly<Record<K, number>> {
  const names: K[] = [];
  for (const name in works) names.push(name);
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (const name of names) works[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(wallMs(works[name]));
  }
  const medians: Partial<Record<K, number>> = {};
  for (const name of names) medians[name] = median(times.get(name) ?? []);
  return complete(medians, names);
}

function complete<K extends string>(
  partial: Partial<Record<K, number>>,
  names: readonly K[],
): Readonly<Record<K, number>> {
  const isComplete = (value: Partial<Record<K, number>>): value is Record<K, number> =>
    names.every((name) => value[name] !== undefined);
  if (!isComplete(partial)) throw new Error("a work was not measured");
  return partial;
}
