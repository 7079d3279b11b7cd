/** The five reports of the worked case: nine in ten of what a careful reader lists. */
import type { Measure } from "../../src/core/contract.js";
import { type Finding, type Row, rate, share, type Task } from "../task.js";
import { readWorkedCase } from "../worked-case.js";
import { scoreChains } from "./chains.js";
import { chainIsRight, scoreFigures } from "./figures.js";
import { scoreFurniture } from "./furniture.js";
import { scoreTimes } from "./times.js";

/** Tolls and forces; prices, shares and other counts are not listed in the labels. */
const LISTED: ReadonlySet<Measure> = new Set([
  "killed",
  "injured",
  "casualties",
  "arrested",
  "hospitalised",
  "crowd",
  "deployed",
  "seized",
]);

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

interface Scored {
  readonly findings: readonly Finding[];
}
const findingsOf = (scores: readonly Scored[]): readonly Finding[] =>
  scores.flatMap(({ findings }) => findings);

export const workedCase: Task = {
  name: "worked case",
  rows: [
    "worked case, tolls",
    "worked case, toll chains",
    "worked case, days",
    "worked case, chains",
    "worked case, furniture",
    "worked case, one story",
  ],
  run: (read) => {
    const readings = readWorkedCase(read);
    if (!readings) return null;
    const figures = readings.map((reading) => scoreFigures(reading, LISTED));
    const times = readings.map(scoreTimes);
    const chains = readings.map(scoreChains);
    const furniture = readings.map(scoreFurniture);
    const hits = figures.flatMap((score) => score.hits);
    // All five tell of one crisis.
    const sizes = readings[0]?.account.stories.map(({ reports }) => reports.length) ?? [];
    const rows: readonly Row[] = [
      {
        name: "worked case, tolls",
        ...rate({
          hits: hits.length,
          labelled: sum(figures, ({ labelled }) => labelled),
          given: sum(figures, ({ given }) => given),
        }),
        findings: findingsOf(figures),
      },
      {
        name: "worked case, toll chains",
        ...share(hits.filter(chainIsRight).length, hits.length),
        findings: [],
      },
      {
        name: "worked case, days",
        ...rate({
          hits: sum(times, (score) => score.hits),
          labelled: sum(times, ({ labelled }) => labelled),
          given: sum(times, ({ given }) => given),
        }),
        findings: findingsOf(times),
      },
      {
        name: "worked case, chains",
        ...rate({
          hits: sum(chains, (score) => score.hits),
          labelled: sum(chains, ({ labelled }) => labelled),
          given: sum(chains, ({ found }) => found),
        }),
        findings: findingsOf(chains),
      },
      {
        name: "worked case, furniture",
        ...rate({
          hits: sum(furniture, (score) => score.hits),
          labelled: sum(furniture, ({ labelled }) => labelled),
          given: sum(furniture, ({ given }) => given),
        }),
        findings: findingsOf(furniture),
      },
      {
        name: "worked case, one story",
        ...share(Math.max(0, ...sizes), readings.length),
        findings: [],
      },
    ];
    return rows;
  },
};
