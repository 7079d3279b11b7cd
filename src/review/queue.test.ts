import { describe, expect, it } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import type { Account, Judged } from "../core/contract.js";
import { codeLabel, hasLabel } from "../export/labels.js";
import { REVIEW_REASONS, reviewQueue } from "./queue.js";

const accepted: Judged = {
  judgement: "judgement-1",
  kind: "accept",
  author: "ليلى",
  time: "2031-05-06T10:00:00Z",
  why: "",
  whyMessages: [],
};
const judging = (...ids: (string | null)[]): Account => ({
  ...PORT_FIRE,
  claims: PORT_FIRE.claims.map((claim) =>
    ids.includes(claim.id) ? { ...claim, judged: [accepted] } : claim,
  ),
});
const reasonsOf = (account: Account, claim: string | null) =>
  reviewQueue(account).find((one) => one.claim === claim)?.reasons;

describe("what most needs a person", () => {
  it("puts contradictions first, each position's claim with the disagreement it stands in", () => {
    const queue = reviewQueue(PORT_FIRE);
    const real = PORT_FIRE.stories[0]?.disagreements.filter(
      ({ relation }) => relation === "contradicts",
    );
    const firsts = real?.flatMap(({ positions }) => positions.map(({ claims }) => claims[0]));
    const contradictions = queue.filter(({ reasons }) => reasons[0] === "contradiction");
    expect(new Set(contradictions.map(({ claim }) => claim))).toEqual(new Set(firsts));
    expect(queue.slice(0, contradictions.length)).toEqual(contradictions);
    expect(contradictions[0]?.disagreements).toEqual(
      real
        ?.filter(({ positions }) =>
          positions.some(({ claims }) => claims.includes(contradictions[0]?.claim ?? "")),
        )
        .map(({ id }) => id),
    );
  });

  it("is in the order of need, each claim once, and the same for the same account", () => {
    const queue = reviewQueue(PORT_FIRE);
    const needs = queue.map(({ need }) => need);
    expect(needs).toEqual([...needs].sort((a, b) => b - a));
    expect(new Set(queue.map(({ id }) => id)).size).toBe(queue.length);
    expect(reviewQueue(structuredClone(PORT_FIRE))).toEqual(queue);
  });

  it("asks no more about what was judged", () => {
    const all = reviewQueue(PORT_FIRE);
    const [first] = all;
    expect(reviewQueue(judging(first?.claim ?? null)).map(({ claim }) => claim)).not.toContain(
      first?.claim,
    );
    expect(reviewQueue(judging(...PORT_FIRE.claims.map(({ id }) => id)))).toEqual(
      all.filter(({ claim }) => claim === null),
    );
  });

  it("asks about parts that are more than their whole", () => {
    const [whole, part] = PORT_FIRE.claims.filter(({ figure }) => figure?.measure === "killed");
    const account: Account = {
      ...PORT_FIRE,
      claims: PORT_FIRE.claims.map((claim) =>
        claim.id === part?.id && claim.figure
          ? {
              ...claim,
              figure: {
                ...claim.figure,
                partOf: whole?.id ?? null,
                value: { min: 900, max: 900, hedge: "exact" },
              },
            }
          : claim,
      ),
    };
    expect(reasonsOf(account, part?.id ?? null)).toContain("part-above-whole");
  });

  it("asks about tolls that nobody named vouches for, or that have no place", () => {
    const unverified = PORT_FIRE.claims.find(
      ({ figure, modality }) => figure?.measure === "killed" && modality === "unverified",
    );
    expect(reasonsOf(PORT_FIRE, unverified?.id ?? null)).toContain("not-vouched-for");
  });

  it("says each reason in both languages", () => {
    for (const code of REVIEW_REASONS) {
      expect(hasLabel("review", code)).toBe(true);
      expect(codeLabel("review", code).ar).toMatch(/\p{Script=Arabic}/u);
    }
  });
});
