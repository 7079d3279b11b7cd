/** Figures, times and chains of the sets drawn and labelled here (`own/README.md`). */
import type { LabelledReading } from "../labelled.js";
import { placesOf } from "../match.js";
import { type OwnReading, readOwn } from "../own/records.js";
import { type DrawnSet, setNamed } from "../own/sets.js";
import { rate, ratedRow, share, type Task } from "../task.js";
import { chainMatches, claimsFor, namedLinks, scoreChains } from "./chains.js";
import { chainIsRight, scoreFigures } from "./figures.js";
import { scoreTimes } from "./times.js";

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

/**
 * A speaker that the text refers back to by a noun is right by that noun and by the name: where the
 * claims bear out the noun, the label is scored by it.
 */
function asWorded(reading: OwnReading): LabelledReading {
  const { record, claims, worded } = reading;
  const { attributions } = record.labels;
  const places = placesOf(record.text, attributions);
  const chosen = attributions.map((label, index) => {
    const noun = worded.get(index);
    const isSaid =
      noun !== undefined &&
      claimsFor(claims, places[index] ?? []).some((claim) => chainMatches(noun, namedLinks(claim)));
    return isSaid ? { ...label, chain: [...noun] } : label;
  });
  return { ...reading, record: { ...record, labels: { ...record.labels, attributions: chosen } } };
}

const scored = (set: DrawnSet): Task => ({
  name: set.name,
  rows: ["figures", "figures chain", "times", "chains", "chains stance"].map(
    (row) => `${set.name} ${row}`,
  ),
  sealed: set.sealed,
  run: (read) => {
    const readings = readOwn(set, read);
    if (!readings) return null;
    const figures = readings.map((reading) => scoreFigures(reading));
    const times = readings.map(scoreTimes);
    const chains = readings.map((reading) => scoreChains(asWorded(reading)));
    const figureHits = figures.flatMap(({ hits }) => hits);
    const chainHits = sum(chains, ({ hits }) => hits);
    return [
      {
        name: `${set.name} figures`,
        ...rate({
          hits: figureHits.length,
          labelled: sum(figures, ({ labelled }) => labelled),
          given: sum(figures, ({ given }) => given),
        }),
        findings: figures.flatMap(({ findings }) => findings),
      },
      {
        name: `${set.name} figures chain`,
        ...share(figureHits.filter(chainIsRight).length, figureHits.length),
        findings: [],
      },
      ratedRow(`${set.name} times`, times),
      {
        name: `${set.name} chains`,
        ...rate({
          hits: chainHits,
          labelled: sum(chains, ({ labelled }) => labelled),
          given: sum(chains, ({ found }) => found),
        }),
        remark: `${sum(chains, ({ unlabelled }) => unlabelled)} statements stand on no label`,
        findings: chains.flatMap(({ findings }) => findings),
      },
      {
        name: `${set.name} chains stance`,
        ...share(
          sum(chains, ({ stances }) => stances),
          chainHits,
        ),
        findings: [],
      },
    ];
  },
});

export const own = scored(setNamed("own"));
export const second = scored(setNamed("second"));
export const held = scored(setNamed("held"));
export const third = scored(setNamed("third"));
