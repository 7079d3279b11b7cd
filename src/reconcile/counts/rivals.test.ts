import { describe, expect, it } from "vitest";
import { figures, ledgersOfDead, MARIB, storyOf, type Told } from "../sample-story.js";

const relations = (...told: readonly Told[]): string[] =>
  figures(storyOf(...told)).map(({ relation }) => relation);
const values = (...told: readonly Told[]): string[][] =>
  figures(storyOf(...told)).map(({ positions }) => positions.map(({ value }) => String(value)));

/** Words of their own, so that two reports do not share a sentence. */
const OTHER_WORDS = "بعد انهيار سقف السوق المركزي الجديد صباحا";

describe("two counts are of one happening", () => {
  const first = { place: MARIB, killed: 21, injured: 40, speaker: "الهيئة" } as const;

  it("where nothing else ties them than a few hurt, only by more than that", () => {
    const words = "في تصادم مروع على الطريق الساحلي قرب الجسر";
    const accident = { place: MARIB, killed: 2, injured: 4, words } as const;
    const other = { ...accident, killed: 1, words: OTHER_WORDS } as const;
    expect(relations(accident, other)).toEqual([]);
    const injured = 40;
    expect(relations({ ...accident, injured }, { ...other, injured })).toEqual(["contradicts"]);
  });

  it("not where the one is of a series of them", () => {
    const series = { ...first, killed: 51, speaker: "الوزارة", out: "2022-03-05" } as const;
    expect(relations(first, series)).toEqual(["updates"]);
    expect(relations(first, { ...series, words: "في سلسلة من الهجمات" })).toEqual([]);
  });

  it("not where their own words put them days apart", () => {
    const told = (day: string): string[] =>
      relations(
        { ...first, day: "2022-03-01" },
        { ...first, killed: 29, speaker: "الوزارة", day, out: "2022-03-06" },
      );
    expect(told("2022-03-02")).toEqual(["updates"]);
    expect(told("2022-03-04")).toEqual([]);
  });
});

describe("which of two counts came first", () => {
  const first = { place: MARIB, killed: 21, injured: 40, speaker: "الهيئة" } as const;

  it("is worth telling of a count that somebody made, or whose words say that it moved", () => {
    const later = { place: MARIB, injured: 40, killed: 29, out: "2022-03-05" } as const;
    expect(relations(first, { ...later, words: OTHER_WORDS })).toEqual([]);
    expect(relations(first, { ...later, speaker: "الوزارة" })).toEqual(["updates"]);
    expect(relations(first, { ...later, words: "في حصيلة جديدة" })).toEqual(["updates"]);
  });

  it("is left open only between two with names", () => {
    const undated = { ...first, killed: 29, out: null } as const;
    expect(relations(first, { ...undated, speaker: "الوزارة" })).toEqual(["undecided"]);
    expect(relations({ ...first, out: null }, { place: MARIB, injured: 40, killed: 29 })).toEqual(
      [],
    );
  });

  it("is told of steps that are known to follow each other, and of no others", () => {
    const told = values(
      { ...first, killed: 15, speaker: "الوزارة", out: "2022-03-02" },
      { ...first, killed: 18, speaker: "الشرطة" },
      { ...first, killed: 21, speaker: "الهيئة", saidBefore: true },
      { ...first, killed: 29, speaker: "الوزارة", out: "2022-03-04" },
    );
    const [steps] = told;
    expect(steps).toHaveLength(3);
    expect(steps).not.toEqual(expect.arrayContaining(["18", "21"]));
    expect([steps?.at(0), steps?.at(-1)]).toEqual(["15", "29"]);
  });

  it('is a step from "at least 282" of the day before, and no other wording of it', () => {
    const bound = { ...first, killed: 282, isBound: true } as const;
    const count = { ...first, killed: 284, speaker: "الوزارة" } as const;
    expect(relations(bound, { ...count, out: "2022-03-04" })).toEqual(["updates"]);
    expect(relations({ ...bound, killed: 280 }, { ...count, out: "2022-03-04" })).toEqual([
      "vaguer",
    ]);
  });

  it('is no wording of "at least 130" where it lies far beyond', () => {
    const bound = { ...first, killed: 130, isBound: true } as const;
    const count = { ...first, speaker: "الوزارة" } as const;
    expect(relations(bound, { ...count, killed: 154 })).toEqual([]);
    expect(relations(bound, { ...count, killed: 136 })).toEqual(["vaguer"]);
    expect(relations({ ...bound, killed: 100 }, { ...count, killed: 120 })).toEqual(["vaguer"]);
  });

  it("is a round number of the nearest, where it is a round one", () => {
    const round = { ...first, killed: 300, speaker: "الوزارة" } as const;
    const near = { ...first, killed: 297 } as const;
    expect(relations(round, near)).toEqual(["vaguer"]);
    const farther = { ...first, killed: 288, speaker: "الشرطة" } as const;
    const rounded = figures(storyOf(round, near, farther)).find((one) => one.relation === "vaguer");
    expect(rounded?.positions.map(({ value }) => value).sort()).toEqual(["297", "300"]);
    expect(relations({ ...round, killed: 290 }, { ...near, killed: 288 })).toEqual(["contradicts"]);
  });

  it('is no question of "at least 27", printed by who counted 31', () => {
    const bound = { ...first, killed: 27, isBound: true, out: "2022-03-04" } as const;
    const story = storyOf({ ...first, killed: 31 }, bound);
    expect(figures(story).filter(({ relation }) => relation !== "vaguer")).toEqual([]);
    expect(ledgersOfDead(story)[0]?.best).toBe(31);
  });
});
