import { describe, expect, it } from "vitest";
import { type Placement, placed } from "./placement.js";

const names: Readonly<Record<string, string>> = {
  "place:رسوه": "رسوة",
  "person:قاسم": "سالم قاسم",
};
const nameOf = (key: string): string | null => names[key] ?? null;

const joins: Placement = {
  report: "b",
  how: "joins",
  bridged: 1,
  nearest: "a",
  score: 2,
  shared: {
    names: ["person:قاسم", "person:ناءب"],
    places: ["place:رسوه"],
    events: ["explosion@place:رسوه", "explosion"],
    words: ["سوق"],
    newsDays: ["2023-03-01"],
    copied: 0.62,
    daysApart: 0,
  },
};

describe("why a report stands in its story", () => {
  it("says what it shares with the report that it is likest to, in a stated order", () => {
    expect(placed(joins, false, nameOf)).toEqual({
      report: "b",
      how: "joins",
      nearest: "a",
      whyMessages: [
        { code: "story-copied", terms: { what: { kind: "number", values: ["62"] } } },
        { code: "story-names", terms: { what: { kind: "name", values: ["سالم قاسم"] } } },
        { code: "story-places", terms: { what: { kind: "name", values: ["رسوة"] } } },
        { code: "story-events", terms: { what: { kind: "event", values: ["explosion"] } } },
        { code: "story-days", terms: { what: { kind: "date", values: ["2023-03-01"] } } },
        { code: "story-words", terms: { what: { kind: "name", values: ["سوق"] } } },
      ],
    });
  });

  it("tells the first report from one whose own story became one with this", () => {
    const starts: Placement = {
      report: "a",
      how: "starts",
      nearest: null,
      score: null,
      shared: null,
    };
    expect(placed(starts, true, nameOf).how).toBe("starts");
    expect(placed(starts, false, nameOf)).toMatchObject({
      how: "follows",
      whyMessages: [{ code: "story-follows" }],
    });
  });
});
