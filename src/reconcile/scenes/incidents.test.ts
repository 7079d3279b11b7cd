import { describe, expect, it } from "vitest";
import { oneStory, relate } from "../../relate/relate.js";
import { SampleReading } from "../../relate/sample-reading.js";
import { reconcile } from "../reconcile.js";
import {
  figures,
  LONG,
  ledgersOfDead,
  MARIB,
  reading,
  storyOf,
  TAIZ,
  type Told,
} from "../sample-story.js";

describe("what is of one happening", () => {
  it("joins counts that share another number, and sets them against each other", () => {
    const story = storyOf(
      { place: MARIB, killed: 21, injured: 40 },
      { place: MARIB, killed: 24, injured: 40 },
    );
    expect(ledgersOfDead(story)).toHaveLength(1);
    expect(figures(story).map(({ relation }) => relation)).toEqual(["contradicts"]);
  });

  it("keeps two towns apart, whatever else is alike", () => {
    const story = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 21 },
      { place: TAIZ, day: "2022-03-02", killed: 24 },
    );
    expect(ledgersOfDead(story)).toHaveLength(2);
    expect(figures(story)).toEqual([]);
  });

  it("calls nothing a rival that no report was written for", () => {
    const story = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 21 },
      { place: MARIB, day: "2022-03-02", killed: 24, above: LONG },
    );
    expect(figures(story)).toEqual([]);
  });

  it("sets no number against one that the report's own headline tells", () => {
    const lesser = { place: MARIB, killed: 21, injured: 40 };
    const told = storyOf({ ...lesser, title: "مقتل 24 في مأرب" }, { ...lesser, killed: 24 });
    expect(figures(told)).toEqual([]);
  });

  it("takes a town and a day for no sign of one accident of a few", () => {
    const story = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 2 },
      { place: MARIB, day: "2022-03-02", killed: 7 },
    );
    expect(figures(story)).toEqual([]);
  });

  it("leaves totals of months, of several happenings and of the mourning aside", () => {
    for (const words of ["خلال ستة أشهر", "في حادثين منفصلين", "خلال 24 ساعة"]) {
      const story = storyOf(
        { place: MARIB, day: "2022-03-02", killed: 21 },
        { place: MARIB, day: "2022-03-02", killed: 29, words },
      );
      expect(ledgersOfDead(story)).toHaveLength(2);
      expect(figures(story)).toEqual([]);
    }
    const mourned = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 21 },
      { place: MARIB, day: "2022-03-02", killed: 15, speaker: "الهيئة", words: "ورفعت التعازي" },
    );
    expect(figures(mourned)).toEqual([]);
  });

  it("takes a first toll for a step and not for a rival", () => {
    const story = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 21, words: "في حصيلة أولية" },
      { place: MARIB, day: "2022-03-02", killed: 29 },
    );
    expect(figures(story).map(({ relation }) => relation)).toEqual(["updates"]);
    expect(ledgersOfDead(story)[0]).toMatchObject({ low: 29, best: 29, high: 29 });
  });

  it("takes what somebody had said before for the earlier count", () => {
    const told = (saidBefore: boolean) =>
      storyOf(
        { place: MARIB, injured: 40, killed: 21, speaker: "الهيئة", saidBefore },
        { place: MARIB, injured: 40, killed: 29, speaker: "الوزارة" },
      );
    expect(figures(told(false)).map(({ relation }) => relation)).toEqual(["contradicts"]);
    expect(figures(told(true)).map(({ relation }) => relation)).toEqual(["updates"]);
  });

  it("leaves the claim of one who attacked open beside an official count", () => {
    const first = { place: MARIB, killed: 21, injured: 40, speaker: "الوزارة" };
    const claim = { ...first, killed: 29, speaker: "القيادي المتطرف سالم", isPerson: true };
    const [told, ...more] = figures(storyOf(first, claim));
    expect(more).toEqual([]);
    expect(told).toMatchObject({ relation: "undecided" });
    expect(told?.why).toMatch(/is a party to it/);
  });

  it("takes no number from a report of those who deplore", () => {
    const first = { place: MARIB, killed: 21, injured: 40, speaker: "الهيئة" };
    const other = { ...first, killed: 29, speaker: "المجلس", title: "المجلس يدين الهجوم في مأرب" };
    expect(figures(storyOf(first, other))).toEqual([]);
  });

  it("takes what is told further to an announcement for the later count, whatever its day", () => {
    const first = { place: MARIB, killed: 21, injured: 40, speaker: "الهيئة" };
    const further = { further: "إلحاقا لما سبق إعلانه", speaker: "الوزارة" };
    const told = storyOf(first, { ...first, ...further, killed: 29 });
    expect(figures(told).map(({ relation }) => relation)).toEqual(["updates"]);
  });

  it("sets guards told among others against no guards told among other groups", () => {
    const told = (...groups: readonly string[]) => {
      const reports = [12, 5].map((guards, at) => {
        const rest = at === 0 ? groups.slice(0, 1) : groups;
        const text = `قتل ${guards} حارسا و${rest.map((one) => `3 ${one}`).join(" و")} وأصيب 40 في [مأرب|place=مأرب].`;
        const report = new SampleReading(`r${at}`, text, { published: "2022-03-03" });
        const place = report.ref("مأرب");
        report.figure(
          `${guards} حارسا`,
          { measure: "killed", value: guards, counted: "guards" },
          { place },
        );
        for (const one of rest) {
          report.figure(`3 ${one}`, { measure: "killed", value: 3, counted: one }, { place });
        }
        report.figure("أصيب 40", { measure: "injured", value: 40 }, { place });
        return report.build();
      });
      const [story] = reconcile(relate(reports, { group: oneStory }));
      return story ? figures(story).filter(({ about }) => about.includes("guards")) : [];
    };
    expect(told("workers").map(({ relation }) => relation)).toEqual(["contradicts"]);
    expect(told("workers", "trainees")).toEqual([]);
  });

  it("sets the dead of one side against no other's, nor those of a family against all", () => {
    const sides = ["في صفوف المدافعين", "في صفوف المهاجمين"] as const;
    const [one, other] = sides.map((words) => ({ place: MARIB, injured: 40, words }));
    const first = { ...one, killed: 21, speaker: "الهيئة" } as const;
    expect(figures(storyOf(first, { ...other, killed: 29, speaker: "الوزارة" }))).toEqual([]);
    const again = { ...first, killed: 29, speaker: "الوزارة" } as const;
    expect(figures(storyOf(first, again)).map(({ relation }) => relation)).toEqual(["contradicts"]);
    const family = { ...first, killed: 12, words: "من أفراد عائلة التاجر" };
    expect(figures(storyOf(family, { ...again, words: "" }))).toEqual([]);
  });

  it("sets the dead of one country against no other's", () => {
    const told = (...countries: readonly (readonly [name: string, ref: string])[]) =>
      figures(
        storyOf(...countries.map((place, at) => ({ place, killed: 21 + 8 * at, injured: 40 }))),
      ).map(({ relation }) => relation);
    const [yemen, oman] = [
      ["اليمن", "country:YE"],
      ["عمان", "country:OM"],
    ] as const;
    expect(told(yemen, yemen)).toEqual(["contradicts"]);
    expect(told(yemen, oman)).toEqual([]);
  });

  it("takes the higher of a day's two counts for the later where it alone is told on", () => {
    const told = (...later: readonly Told[]) =>
      figures(
        storyOf(
          { place: MARIB, injured: 40, killed: 21, speaker: "الهيئة" },
          { place: MARIB, injured: 40, killed: 29, speaker: "الوزارة" },
          ...later,
        ),
      );
    expect(told().map(({ relation }) => relation)).toEqual(["contradicts"]);
    const [next] = told({ place: MARIB, injured: 40, killed: 29, out: "2022-03-05" });
    expect([next?.relation, next?.why]).toEqual(["updates", expect.stringContaining("told on")]);
  });

  it("takes a count that makes the headline's with another for a part", () => {
    const told = (title: string) => {
      const text = "قتل 21 شخصا في [مأرب|place=مأرب] وأصيب 40. وفي حي آخر منها قتل 8 أشخاص.";
      const report = new SampleReading("r9", text, { published: "2022-03-03", title });
      const place = report.ref("مأرب");
      report.figure("قتل 21 شخصا", { measure: "killed", value: 21 }, { place });
      report.figure("أصيب 40", { measure: "injured", value: 40 }, { place });
      report.figure("قتل 8 أشخاص", { measure: "killed", value: 8 }, { place });
      const other = reading("r1", { place: MARIB, killed: 31, injured: 40 });
      const [story] = reconcile(relate([report.build(), other], { group: oneStory }));
      return story ? figures(story).map(({ relation }) => relation) : [];
    };
    expect(told("هجوم في مأرب")).toEqual(["contradicts"]);
    expect(told("مقتل 29 في مأرب")).toEqual([]);
  });

  it("needs more than a town and a day for those who fell fighting", () => {
    const story = storyOf(
      { place: MARIB, day: "2022-03-02", killed: 13, counted: "militants" },
      { place: MARIB, day: "2022-03-02", killed: 22, counted: "militants", above: LONG },
    );
    expect(ledgersOfDead(story)).toHaveLength(2);
  });
});
