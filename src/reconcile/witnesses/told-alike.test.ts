import { describe, expect, it } from "vitest";
import type { Claim } from "../../core/contract.js";
import { ToldAlike } from "./told-alike.js";

/** A figure at `[12 قتيلا]` of a report that is one sentence. */
function told(...texts: readonly string[]): { alike: ToldAlike; claims: Claim[] } {
  const reports = new Map<string, { text: string; language: string }>();
  const claims = texts.map((marked, at) => {
    const [start, end] = [marked.indexOf("["), marked.indexOf("]") - 1];
    const text = marked.replace(/[[\]]/g, "");
    reports.set(`r${at}`, { text, language: "ar" });
    return {
      id: `c${at}`,
      report: `r${at}`,
      span: [start, end],
      sentence: [0, text.length],
      rule: "test",
      kind: "figure",
      chain: [],
      modality: "asserted",
      time: null,
      place: null,
      places: [],
      background: false,
      figure: {
        measure: "killed",
        counted: "persons",
        group: null,
        value: { min: 12, max: 12, hedge: "exact" },
        unit: "persons",
        partOf: null,
        scope: "event",
      },
    } satisfies Claim;
  });
  const claimsOf = (report: string): Claim[] => claims.filter((claim) => claim.report === report);
  return { alike: new ToldAlike((id) => reports.get(id), claimsOf), claims };
}

function areAlike(one: string, other: string): boolean {
  const { alike, claims } = told(one, other);
  return alike.isAlike(claims[0] as Claim, claims[1] as Claim);
}

describe("what two figures are told of", () => {
  it("is one thing where most of the words around them are the same", () => {
    const sinking = "[12 قتيلا] في غرق عبارة ركاب قبالة ميناء زوارة بعد اصطدامها بصخرة";
    expect(areAlike(sinking, "غرق عبارة ركاب اصطدمت بصخرة قبالة ميناء زوارة يوقع [18 قتيلا]")).toBe(
      true,
    );
    expect(areAlike(sinking, "[18 قتيلا] في حريق مصنع نسيج قرب ميناء زوارة")).toBe(false);
  });

  it("is one place with and without the preposition that is written in one with it", () => {
    const { alike, claims } = told("مسيرات بزوارة [دون ضحايا]", "مقتل [12 قتيلا] في مسيرات زوارة");
    expect(alike.holdsAll(...(claims as [Claim, Claim]))).toBe(true);
  });

  it("is held by a headline that says nothing else", () => {
    const { alike, claims } = told(
      "قصف على سوق زوارة [دون ضحايا]",
      "مقتل [12 قتيلا] في قصف على سوق زوارة",
    );
    const [none, some] = claims as [Claim, Claim];
    expect(alike.holdsAll(none, some)).toBe(true);
    expect(alike.holdsAll(some, none)).toBe(false);
  });
});
