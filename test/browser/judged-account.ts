import {
  type Account,
  accountSchema,
  type Identity,
  type Judged,
} from "../../src/core/contract.js";
import { at, PORT_FIRE } from "./fixture.js";

const judged: Judged = {
  judgement: "judgement-1",
  kind: "merge",
  author: "سلمى",
  time: "2031-05-05T09:00:00Z",
  why: "سلمى joined these reports: حريق واحد",
  whyMessages: [
    {
      code: "story-merged",
      terms: {
        author: { kind: "name", values: ["سلمى"] },
        reason: { kind: "name", values: ["حريق واحد"] },
      },
    },
  ],
};

const named = (key: "r1" | "r3" | "r4", name: string): Identity["named"][number] => {
  const [start, end] = at(key, name);
  return { name, report: `report-${key}`, start, end };
};

const sign = (weight: number, code: string): Identity["signs"][number] => ({
  weight,
  why: code,
  whyMessages: [{ code, terms: {} }],
});

/**
 * The port fire where people had their say: reports joined by a judgement, names that are one, two
 * and undecided, why each report is of the story, and a toll whose bounds moved from day to day.
 */
export const JUDGED_FIRE: Account = accountSchema.parse({
  ...PORT_FIRE,
  identities: [
    {
      a: "ent-hala",
      b: "ent-samer",
      named: [named("r3", "هالة منصور"), named("r3", "سامر الخطيب")],
      verdict: "undecided",
      score: 0.4,
      signs: [sign(2, "id-story"), sign(-1.6, "id-given-only")],
    },
    {
      a: "ent-port",
      b: "ent-port",
      named: [named("r1", "ميناء الرملة"), named("r4", "مرفأ الرملة")],
      verdict: "same",
      score: null,
      signs: [sign(3, "id-story")],
      judged: {
        ...judged,
        judgement: "judgement-2",
        kind: "same",
        whyMessages: [{ ...judged.whyMessages[0], code: "story-same" }],
      },
    },
  ],
  stories: PORT_FIRE.stories.map((story) => ({
    ...story,
    judged: [judged],
    placements: PORT_FIRE.reports.map(({ id }, n) =>
      n === 0
        ? {
            report: id,
            how: "starts",
            nearest: null,
            whyMessages: [{ code: "story-starts", terms: {} }],
          }
        : {
            report: id,
            how: "joins",
            nearest: PORT_FIRE.reports[0]?.id ?? null,
            whyMessages: [
              { code: "story-places", terms: { what: { kind: "name", values: ["ميناء الرملة"] } } },
            ],
          },
    ),
    ledger: story.ledger.map((ledger, n) =>
      n > 0
        ? ledger
        : {
            ...ledger,
            history: [
              { knownBy: "2031-05-03", low: 7, best: 7, high: 7 },
              { knownBy: "2031-05-04", low: 12, best: 12, high: 15 },
            ],
          },
    ),
  })),
});

const byHer = { judgement: "j1", author: "سلمى", time: "2031-05-05T09:00:00Z", why: "" } as const;
const why = (code: string) => [
  {
    code,
    terms: {
      author: { kind: "name", values: ["سلمى"] },
      what: { kind: "field", values: ["value"] },
      reason: { kind: "name", values: ["misheard"] },
    },
  },
];
const tolls = PORT_FIRE.claims.filter(({ figure }) => figure?.measure === "killed");
/** One toll corrected, another rejected. */
export const CORRECTED_FIRE: Account = accountSchema.parse({
  ...PORT_FIRE,
  claims: PORT_FIRE.claims.map((claim) => {
    const value = (n: number) => ({ ...claim.figure, value: { min: n, max: n, hedge: "exact" } });
    if (claim.id === tolls[0]?.id) {
      const judged = [{ ...byHer, kind: "correct", whyMessages: why("claim-corrected") }];
      return { ...claim, figure: value(7), asRead: { figure: value(3) }, judged };
    }
    if (claim.id !== tolls[1]?.id) return claim;
    const judged = [{ ...byHer, kind: "reject", whyMessages: why("claim-rejected") }];
    return { ...claim, rejected: true, judged };
  }),
});
