import { describe, expect, it } from "vitest";
import { dataPath } from "../data.js";
import { saudiReports } from "../saudi.js";
import { digest } from "./archive.js";
import { faultOf, ownRecords, type ReportLabels } from "./records.js";
import { isOfSet, isSealed } from "./sealed.js";
import { DRAWN_SETS, setNamed } from "./sets.js";

const TEXT = "قتل شخصان أمس، بحسب الشرطة.";
const at = (words: string): [number, number] => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
type FigureLabel = ReportLabels["figures"][number];
const figure = (changed: Partial<FigureLabel> = {}): FigureLabel => ({
  ...{ span: at("قتل شخصان"), measure: "killed", who: "persons", min: 2, max: 2 },
  ...{ partOf: null, place: null, chain: [at("الشرطة")], background: false },
  ...changed,
});
const labels = (figures: FigureLabel[], furniture: [number, number][] = []): ReportLabels => ({
  ...{ archive: "day.zip", index: 0, url: digest("page"), text: digest(TEXT), published: null },
  ...{ figures, furniture, times: [{ span: at("أمس"), start: null, end: null }] },
  attributions: [{ span: at("قتل شخصان"), chain: [at("الشرطة")], stance: "states" }],
});

describe("labels of a report", () => {
  it("can be scored where every offset has words and every part a whole", () => {
    expect(faultOf(labels([figure()]), TEXT)).toBeNull();
    expect(faultOf(labels([figure(), figure({ partOf: 0 })]), TEXT)).toBeNull();
  });

  it("are refused where an offset has no words, or lies beyond the text", () => {
    expect(faultOf(labels([figure({ span: [4, 4] })]), TEXT)).toBe("nothing stands at 4-4");
    expect(faultOf(labels([figure({ chain: [[3, 4]] })]), TEXT)).toBe("nothing stands at 3-4");
    expect(faultOf(labels([figure({ place: [-3, 2] })]), TEXT)).toBe("nothing stands at -3-2");
    expect(faultOf(labels([], [[0, 99]]), TEXT)).toBe("the text ends before 0-99");
  });

  it("are refused where a part has no whole, or is its own", () => {
    expect(faultOf(labels([figure({ partOf: 1 })]), TEXT)).toBe("figure 0 is part of no other");
    expect(faultOf(labels([figure({ partOf: 0 })]), TEXT)).toBe("figure 0 is part of no other");
  });
});

describe.skipIf(!dataPath("saudinewsnet"))("the drawn sets", () => {
  const sets = DRAWN_SETS.map((set) => ({ set, records: ownRecords(set) ?? [] }));
  const placesIn = (name: string): readonly (readonly [string, number])[] =>
    sets
      .filter(({ set }) => set.name === name)
      .flatMap(({ records }) => records.map(({ found }) => [found.archive, found.index] as const));

  it("load whole, and no report stands in two", () => {
    expect(sets.map(({ records }) => records.length)).toEqual(DRAWN_SETS.map(({ size }) => size));
    const texts = sets.flatMap(({ records }) => records.map(({ found }) => digest(found.text)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("are passed over by whoever looks at reports, where they are sealed", () => {
    for (const { name, sealed } of DRAWN_SETS) {
      for (const [archive, index] of placesIn(name)) {
        expect(isSealed(archive, index)).toBe(sealed !== null);
        expect(isOfSet(name, archive, index)).toBe(true);
      }
    }
    const closed = new Set(
      sets.flatMap(({ set, records }) =>
        set.sealed === null ? [] : records.map(({ found }) => digest(found.url + found.text)),
      ),
    );
    const shown = saudiReports(40_000, 1, 18) ?? [];
    expect(shown.length).toBeGreaterThan(20_000);
    // Counted, for what fails prints what it compares.
    expect(shown.filter(({ url, text }) => closed.has(digest(`${url}${text}`))).length).toBe(0);
  });

  it("has one set at least that is sealed", () => {
    expect(setNamed("third").sealed).not.toBeNull();
    expect(() => setNamed("fourth")).toThrow("no set called fourth");
  });
});
