import { describe, expect, it } from "vitest";
import { identified, type Judgement, standing } from "../../core/judgement.js";
import { relate } from "../../relate/relate.js";
import { SampleReading } from "../../relate/sample-reading.js";
import { reconcile } from "../reconcile.js";
import { stateOf } from "../state/state.js";

const SCENE = "شهدت [كازاخستان|place=country:KZ] احتجاجات في [ألما آتا|place=geonames:1526384]. ";

/** Three outlets; the first two carry one agency, the third speaks for itself. */
const readings = [
  ["r1", "النهار", "نقلت [وكالة رويترز|outlet] عن [وزارة الصحة|organization] إصابة 50 شخصا."],
  ["r2", "الميزان", "أكدت [وكالة رويترز|outlet] عن [وزارة الصحة|organization] إصابة 50 شخصا."],
  ["r3", "الفجر", "في المدينة [وزارة الصحة|organization] أحصت إصابة 50 شخصا بعد ليلة طويلة."],
].map(([id = "", outlet = "", words = ""]) => {
  const report = new SampleReading(id, SCENE + words, { published: "2022-01-06", outlet });
  const chain =
    id === "r3" ? report.chain("وزارة الصحة") : report.chain("وكالة رويترز", "وزارة الصحة");
  return report
    .figure("إصابة 50 شخصا", { measure: "injured", counted: "persons", value: 50 }, { chain })
    .build();
});

const ruling = (
  at: number,
  kind: "one-witness" | "two-witnesses",
  ...reports: string[]
): Judgement =>
  identified({ kind, author: "ليلى", time: `2023-05-05T10:00:0${at}Z`, reason: "seen", reports });

function told(...log: Judgement[]) {
  const related = relate(readings, { judgements: standing(log) });
  const [story] = reconcile(related);
  if (!story) throw new Error("no story");
  return {
    related,
    story,
    ofFigure: story.ledger[0]?.rows[0]?.witnesses,
    groups: story.witnesses.map(({ reports }) => reports.join(" ")),
  };
}

describe("witnesses as people judged them", () => {
  it("are one where they were counted as two, of the story and of each figure", () => {
    expect(told().ofFigure).toBe(2);
    expect(told().groups).toEqual(["r1", "r2", "r3"]);
    const { ofFigure, groups, story } = told(ruling(1, "one-witness", "r1", "r3"));
    expect(ofFigure).toBe(1);
    expect(groups).toEqual(["r1 r3", "r2"]);
    expect(story.judged).toMatchObject([{ kind: "one-witness", reports: ["r1", "r3"] }]);
  });

  it("are two where they were counted as one", () => {
    expect(told(ruling(1, "two-witnesses", "r1", "r2")).ofFigure).toBe(3);
  });

  it("follow the later of two judgements, and an undo", () => {
    const [one, two] = [
      ruling(1, "one-witness", "r1", "r3"),
      ruling(2, "two-witnesses", "r1", "r3"),
    ];
    expect(told(one, two).groups).toEqual(["r1", "r2", "r3"]);
    const undone = identified({
      kind: "undo",
      author: "سعد",
      time: "2023-05-05T11:00:00Z",
      reason: "no",
      undoes: two.id,
    });
    expect(told(one, two, undone).ofFigure).toBe(1);
  });

  it("count so in the state of a day, too", () => {
    const { related, story } = told(ruling(1, "one-witness", "r1", "r3"));
    const account = {
      schema: "isnad/account@1",
      engine: "test",
      reports: readings.map(({ report }) => report),
      entities: related.entities,
      claims: related.claims,
      stories: [story],
    } as const;
    expect(stateOf(account, story, { asOf: "2022-01-08" }).tolls[0]?.witnesses).toBe(1);
  });

  it("leave the account as it was where a report is not of the story", () => {
    expect(told(ruling(1, "one-witness", "r1", "elsewhere")).story).toEqual(told().story);
  });
});
