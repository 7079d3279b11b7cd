/** The project's own examples: publication days and figures, as `docs/EXAMPLES.md` lists them. */
import { MEASURES, type Measure } from "../../src/core/contract.js";
import { readExamples } from "../examples.js";
import { rate, type Task } from "../task.js";
import { chainMeans, namedLinks } from "./chains.js";
import { facet, scoreFigures, tellChains } from "./figures.js";
import { datedRow } from "./published.js";

/** The tables list every figure but other counts and prices, of which they give a few. */
const LISTED: ReadonlySet<Measure> = new Set(
  MEASURES.filter((measure) => measure !== "other" && measure !== "price"),
);

export const examples: Task = {
  name: "examples",
  rows: ["examples, published", "examples, figures", "examples, figure chains"],
  run: (read) => {
    const readings = readExamples(read);
    if (!readings) return null;
    const scores = readings.map((reading) => {
      const figures = reading.record.labels.figures.filter(({ measure }) => LISTED.has(measure));
      const record = { ...reading.record, labels: { ...reading.record.labels, figures } };
      return scoreFigures({ ...reading, record }, LISTED);
    });
    const hits = scores.flatMap((score) => score.hits);
    const total = (count: (score: (typeof scores)[number]) => number): number =>
      scores.reduce((sum, score) => sum + count(score), 0);
    return [
      datedRow(
        "examples, published",
        readings.map(({ record, report }) => ({
          record: record.name,
          published: report.published,
          label: record.labels.published,
          siblings: [],
        })),
      ),
      {
        name: "examples, figures",
        ...rate({
          hits: hits.length,
          labelled: total(({ labelled }) => labelled),
          given: total(({ given }) => given),
        }),
        findings: scores.flatMap(({ findings }) => findings),
      },
      facet(
        "examples, figure chains",
        hits,
        // The yardstick names whom the words mean.
        ({ label, claim }) => chainMeans(label.chain, namedLinks(claim)),
        tellChains,
      ),
    ];
  },
};
