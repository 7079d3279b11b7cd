import { describe, expect, it } from "vitest";
import { referenceTo } from "../core/claim-reference.js";
import type { Claim } from "../core/contract.js";
import type { Correction } from "../core/correction.js";
import { identified, type Judgement, standing } from "../core/judgement.js";
import { reconcile } from "../reconcile/reconcile.js";
import { type Related, relate } from "./relate.js";
import { SampleReading } from "./sample-reading.js";

const SCENE = "شهدت [كازاخستان|place=country:KZ] احتجاجات في [ألما آتا|place=geonames:1526384]. ";

const told = (id: string, outlet: string, value: number): SampleReading => {
  const report = new SampleReading(
    id,
    `${SCENE}أعلنت [الشرطة|organization] أن ${value} جنديا قتلوا، وتحدثت [وزارة الصحة|organization] عن الجرحى. ${outlet}`,
    { published: "2022-01-06", outlet },
  );
  return report.figure(
    `${value} جنديا`,
    { measure: "killed", counted: "soldiers", value },
    { chain: report.chain("الشرطة") },
  );
};

const readings = [told("r1", "النهار", 12), told("r2", "الميزان", 13)].map((one) => one.build());
const account = (log: readonly Judgement[]): Related =>
  relate(readings, { judgements: standing(log) });
const claimIn = (related: Related, report: string): Claim =>
  related.claims.find((claim) => claim.report === report) as Claim;

const text = (report: string): string =>
  readings.find((one) => one.report.id === report)?.report.text ?? "";
const entry = (at: number) => ({
  author: "ليلى",
  time: `2023-05-05T10:00:0${at}Z`,
  reason: "read again",
});
const about = (report: string) => ({
  claim: referenceTo(claimIn(account([]), report), text(report)),
});
const accept = (at: number, report: string): Judgement =>
  identified({ kind: "accept", ...entry(at), ...about(report) });
const reject = (at: number, report: string): Judgement =>
  identified({ kind: "reject", ...entry(at), ...about(report) });
const correct = (at: number, report: string, changes: Correction): Judgement =>
  identified({ kind: "correct", ...entry(at), ...about(report), changes });
const namedAs = (report: string, name: string) => {
  const start = text(report).indexOf(name);
  return { report, start, end: start + name.length, name };
};
const ledger = (related: Related) => reconcile(related)[0]?.ledger ?? [];

describe("claims that people judged", () => {
  it("are as they were where nobody did", () => {
    expect(account([])).toEqual(relate(readings));
  });

  it("stay readable and count for nothing once rejected", () => {
    const related = account([reject(1, "r1")]);
    expect(claimIn(related, "r1")).toMatchObject({
      rejected: true,
      judged: [{ kind: "reject", author: "ليلى", why: "ليلى rejected this: read again" }],
    });
    expect(ledger(related).flatMap(({ rows }) => rows)).toHaveLength(1);
    expect(ledger(related)[0]).toMatchObject({ low: 13, best: 13, high: 13 });
  });

  it("take part as corrected, and keep what was read", () => {
    const related = account([
      correct(1, "r1", {
        value: { min: 13, max: 13, hedge: "exact" },
        speaker: namedAs("r1", "وزارة الصحة"),
        time: "2022-01-05",
        place: namedAs("r1", "ألما آتا"),
      }),
    ]);
    const claim = claimIn(related, "r1");
    expect(claim).toMatchObject({
      figure: { value: { min: 13 } },
      time: { start: "2022-01-05", end: "2022-01-05" },
      asRead: { figure: { value: { min: 12 } }, time: null, place: null },
    });
    expect(claim.chain.at(-1)).toMatchObject({ name: "وزارة الصحة", kind: "institution" });
    expect(claim.asRead?.chain?.at(-1)?.name).toBe("الشرطة");
    const place = related.entities.find(({ id }) => id === claim.place);
    expect(place?.name).toBe("ألما آتا");
    expect(ledger(related)[0]).toMatchObject({ low: 13, best: 13, high: 13 });
  });

  it("lose no field of two corrections by two people, and keep the engine's own reading", () => {
    const related = account([
      correct(1, "r1", { value: { min: 5, max: 5, hedge: "exact" } }),
      correct(2, "r1", { measure: "injured" }),
      correct(3, "r1", { value: { min: 6, max: 6, hedge: "exact" } }),
    ]);
    expect(claimIn(related, "r1")).toMatchObject({
      figure: { measure: "injured", value: { min: 6 } },
      asRead: { figure: { measure: "killed", value: { min: 12 } } },
      judged: [{ kind: "correct" }, { kind: "correct" }, { kind: "correct" }],
    });
  });

  it("come back by an undo, by being accepted, by being corrected", () => {
    const no = reject(1, "r1");
    const undone = identified({ kind: "undo", ...entry(2), undoes: no.id });
    expect(account([no, undone])).toEqual(account([]));
    expect(claimIn(account([no, accept(2, "r1")]), "r1").rejected).toBeUndefined();
    const background = correct(2, "r1", { background: true });
    expect(claimIn(account([no, background]), "r1")).toMatchObject({ background: true });
  });

  it("are found again where an engine reads a little differently, and not where it reads another thing", () => {
    const moved = about("r1").claim;
    const otherEngine = { ...moved, id: "claim-of-another-engine", start: moved.start + 1 };
    const found = identified({ kind: "reject", ...entry(1), claim: otherEngine });
    expect(claimIn(account([found]), "r1").rejected).toBe(true);
    const others = [
      { ...otherEngine, subject: "injured" },
      { ...otherEngine, start: moved.end, end: moved.end + 3 },
      { ...otherEngine, report: "r2", start: 0, end: 1 },
    ].map((claim) => identified({ kind: "reject", ...entry(1), claim }));
    // They change nothing, and are told.
    const { idle, ...rest } = account(others);
    expect({ ...rest, idle: [] }).toEqual(account([]));
    expect(idle.map(({ entry, because }) => [entry.id, because])).toEqual(
      others.map(({ id }) => [id, "idle-claim"]),
    );
  });

  it("do not follow what cannot be: an event type of a figure, a speaker who is named nowhere", () => {
    const claim = claimIn(
      account([
        correct(1, "r1", { type: "clash", speaker: { report: "r1", start: 0, end: 2, name: "x" } }),
      ]),
      "r1",
    );
    expect(claim.asRead).toBeUndefined();
    expect(claim.judged).toHaveLength(1);
  });
});
