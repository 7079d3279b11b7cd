import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Measure, Modality } from "../../core/contract.js";
import * as gazetteer from "../../gazetteer/gazetteer.js";
import { arabic } from "../../lang/ar/pack.js";
import { textOf } from "../../text/layer.js";
import { readNames } from "../names/names.js";
import { readNumbers } from "../numbers/numbers.js";
import { readTextLayer } from "../page/text-layer.js";
import { readFigures } from "./figures.js";
import { readQuantities } from "./quantities.js";

interface FigureExample {
  readonly text: string;
  readonly figures: readonly {
    readonly measure: Measure;
    readonly counted: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly words: string;
    readonly rule: string;
    readonly part?: number;
    readonly background?: true;
    readonly modality?: Modality;
  }[];
}

const corpus = new URL("../../lang/ar/corpus/figures.jsonl", import.meta.url);
const examples: FigureExample[] = readFileSync(corpus, "utf8")
  .trim()
  .split("\n")
  .map((line): FigureExample => JSON.parse(line));

function figuresOf(text: string): FigureExample["figures"] {
  const layer = readTextLayer(text, arabic);
  const quantities = readQuantities(layer, readNumbers(layer, arabic), arabic);
  return readFigures(layer, quantities, arabic, readNames(layer, arabic, gazetteer)).map(
    ({ first, last, rule, value }) => ({
      measure: value.measure,
      counted: value.counted,
      min: value.value.min,
      max: value.value.max,
      words: textOf(layer, first, last),
      rule,
      ...(value.part === null ? {} : { part: value.part }),
      ...(value.background ? { background: true as const } : {}),
      ...(value.modality === "asserted" ? {} : { modality: value.modality }),
    }),
  );
}

describe("figures in Arabic", () => {
  it.each(examples)("reads $text", ({ text, figures }) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  it("knows a count that is said again", () => {
    const text = "مقتل ثلاثة جنود في كمين.\n\nأعلن الجيش مقتل ثلاثة جنود في كمين نصب لهم أمس.";
    const layer = readTextLayer(text, arabic);
    const quantities = readQuantities(layer, readNumbers(layer, arabic), arabic);
    const readings = readFigures(
      layer,
      quantities,
      arabic,
      readNames(layer, arabic, gazetteer),
    ).map(({ value }) => value.repeatOf);
    expect(readings).toEqual([null, 0]);
  });

  it("leaves a column and a tale what they tell of one person in passing", () => {
    const column =
      "أعتقد أن الرواية التي قرأت أجمل ما كتب الروائي. وفي هذه القصيدة من ديوانه حكاية قديمة، وأرى أن " +
      "السرد فيها أقوى من الحبكة في كل أفلام هذا العام. وقد سألت عنها كثيرا من الأصدقاء في المدينة " +
      "فوجدتهم يحبونها، ولا أظن أن كتابا آخر في هذه المكتبة الكبيرة يشبهها في شيء من الأشياء التي نحبها " +
      "في الكتب القديمة والجديدة على السواء، من أول صفحة حتى آخر صفحة منها، وكل من يقرأ هذه السطور يعرف " +
      "أن الكتب الجيدة قليلة، وأن الزمن لا يبقي منها إلا ما يستحق البقاء، وأن ما بقي منها كتبه قلة. ";
    const death = "وفي الفصل الأخير قتل رجل في السوق، وقتل 12 شخصا.";
    const words = (text: string): readonly string[] => figuresOf(text).map((one) => one.words);
    expect(words(column + death)).toEqual(["وقتل 12 شخصا"]);
    expect(words(death)).toEqual(["قتل رجل", "وقتل 12 شخصا"]);
    // What tells of a harm in its opening is a report, whatever its words.
    expect(words(`قتل ثلاثة جنود. ${column}${death}`)).toContain("قتل رجل");
  });

  it("takes time in step with the length of hostile text", () => {
    const time = (unit: string, length: number): number => {
      const layer = readTextLayer(unit.repeat(length / unit.length), arabic);
      const numbers = readNumbers(layer, arabic);
      const start = performance.now();
      readFigures(layer, readQuantities(layer, numbers, arabic), arabic);
      return performance.now() - start;
    };
    for (const unit of ["قتل 3 جنود و", "بينهم 3 منهم ", "مقتل وإصابة ", "بين 3 و4 "]) {
      time(unit, 20_000);
      const [short, long] = [time(unit, 40_000), time(unit, 160_000)];
      expect(long).toBeLessThan(Math.max(60, short) * 12);
    }
  });
});
