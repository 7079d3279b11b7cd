import { scaleLinear, scaleSymlog } from "d3-scale";
import type { Value } from "../../core/contract.js";

/** Beyond this ratio of greatest to least a linear axis hides the small numbers. */
const LOG_RATIO = 40;
/** Room above the greatest number where a value is open upwards, to say so. */
const OPEN_ROOM = 1.25;

export interface ValueScale {
  /** Pixels of a number. */
  readonly at: (n: number) => number;
  readonly ticks: readonly number[];
  /** The number at the far end of the axis. */
  readonly top: number;
}

/** An axis for all the values, from nothing to the greatest, along pixels `from` to `to`. */
export function valueScale(
  values: readonly Value[],
  [from, to]: readonly [number, number],
): ValueScale {
  const numbers = values.flatMap(({ min, max }) => [min, max]).filter((n) => n !== null);
  const greatest = Math.max(1, ...numbers);
  const least = Math.min(greatest, ...numbers.filter((n) => n > 0));
  const isOpen = values.some(({ min, max }) => min !== null && max === null);
  const top = isOpen ? greatest * OPEN_ROOM : greatest;
  const span: [number, number] = [from, to];
  if (greatest / least > LOG_RATIO) {
    const scale = scaleSymlog().domain([0, top]).range(span);
    const powers = [0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].filter((n) => n <= top);
    const ticks = powers.length > 5 ? powers.filter((_, at) => at % 2 === 0) : powers;
    return { at: (n) => scale(n), ticks, top };
  }
  const scale = scaleLinear().domain([0, top]).range(span);
  const ticks = scale.ticks(4).filter(Number.isInteger);
  return { at: (n) => scale(n), ticks, top };
}

/**
 * Places for labels along one line, none nearer to the next than `apart`, each as near as can be to
 * where it is wanted. Order is kept.
 * @param wanted ascending
 */
export function spread(
  wanted: readonly number[],
  apart: number,
  [from, to]: readonly [number, number],
): number[] {
  const places = [...wanted];
  for (let at = 0; at < places.length; at++) {
    const before = at === 0 ? from : (places[at - 1] as number) + apart;
    places[at] = Math.max(places[at] as number, before);
  }
  for (let at = places.length - 1; at >= 0; at--) {
    const after = at === places.length - 1 ? to : (places[at + 1] as number) - apart;
    places[at] = Math.min(places[at] as number, after);
  }
  return places;
}
