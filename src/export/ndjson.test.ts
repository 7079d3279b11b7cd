import { describe, expect, test } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../test/browser/fixture.js";
import { ndjson } from "./ndjson.js";

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly span: readonly [number, number];
  readonly place: { readonly name: string; readonly original: string } | null;
  readonly chain: readonly { readonly name: string; readonly entity: { name: string } | null }[];
  readonly report: { readonly id: string; readonly number: number; readonly outlet: string | null };
  readonly event?: { readonly roles: Readonly<Record<string, readonly unknown[]>> };
  readonly story: { readonly title: string } | null;
}

const lines = (text: string): Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

const read = lines(ndjson(PORT_FIRE, { lang: "en" }));

describe("claims as NDJSON", () => {
  test("has one JSON text a line, a claim each, the last line ended", () => {
    expect(read.map(({ id }) => id)).toEqual(PORT_FIRE.claims.map(({ id }) => id));
    expect(ndjson(PORT_FIRE, { lang: "en" })).toMatch(/\}\n$/);
    expect(ndjson(NOTHING_READ, { lang: "en" })).toBe("");
  });

  test("needs nothing beside it: words, names, report and story stand in each line", () => {
    const [seven] = read;
    expect(seven).toMatchObject({
      kind: "figure",
      words: "سبعة أشخاص لقوا حتفهم",
      place: { name: "al-Ramla port", original: "ميناء الرملة", type: "port" },
      report: { number: 1, file: "port/r1.txt", outlet: "وكالة الساحل" },
      story: { title: PORT_FIRE.stories[0]?.title },
    });
    expect(seven?.chain.at(-1)).toMatchObject({
      name: "وزارة الصحة",
      entity: { id: "ent-health", name: "وزارة الصحة", kind: "organization" },
    });
  });

  test("puts names for ids in an event's roles, and leaves words that are none", () => {
    const place = read.find(({ event }) => event?.roles["place"])?.event?.roles["place"];
    expect(place).toMatchObject([{ id: "ent-port", name: "al-Ramla port" }]);
    const [first] = PORT_FIRE.claims;
    if (!first) throw new Error("the fixture has claims");
    const event = { type: "riot", roles: { agent: ["محتجون غاضبون"] } };
    const worded = { ...PORT_FIRE, claims: [{ ...first, event }] };
    expect(lines(ndjson(worded, { lang: "en" }))[0]?.event?.roles["agent"]).toEqual([
      "محتجون غاضبون",
    ]);
  });

  test("gives back every character exactly, and none acts on who reads the file", () => {
    const [report] = PORT_FIRE.reports;
    const [claim] = PORT_FIRE.claims;
    if (!report || !claim) throw new Error("the fixture has reports and claims");
    const text = "أ\u202eب\u2028ج\u0000د\u2069\ufeffه";
    const hostile = {
      ...PORT_FIRE,
      reports: [{ ...report, text }],
      claims: [{ ...claim, span: [0, text.length] as const }],
    };
    const file = ndjson(hostile, { lang: "ar" });
    expect(file).not.toMatch(/[\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/);
    expect(file).not.toContain("\u0000");
    expect(lines(file)[0]?.words).toBe(text);
  });
});
