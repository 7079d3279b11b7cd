import { describe, expect, it } from "vitest";
import type { Range, Report, Story } from "../../core/contract.js";
import type { RelatedStory } from "../../relate/relate.js";
import { type Origin, witnessesOf } from "./story-witnesses.js";

const TEXT = "س".repeat(100);

const report = (id: string, outlet: string): Report => ({
  id,
  file: null,
  url: null,
  outlet,
  title: null,
  language: "ar",
  text: TEXT,
  published: { edtf: null, start: null, end: null, basis: "unknown", why: "", evidence: [] },
  times: [],
  sentences: [],
  furniture: [],
});

const copy = (from: string, to: string, inFrom: Range, inTo: Range): Story["copies"][number] => ({
  from,
  to,
  pairs: [[inFrom, inTo]],
  share: 0.5,
  direction: "unknown",
  origin: null,
});

const originOf = ({ outlet }: Report): Origin | null =>
  outlet === null ? null : { key: outlet, name: outlet };

function witnesses(
  reports: readonly Report[],
  copies: Story["copies"],
  credits: Readonly<Record<string, Origin>> = {},
): string[][] {
  const story: RelatedStory = { reports, claims: [], copies, quotations: [] };
  return witnessesOf(story, {
    creditOf: ({ id }) => credits[id] ?? null,
    outletOf: originOf,
    agencyNamed: () => null,
  }).map((one) => [...one.reports]);
}

describe("witnesses of a story", () => {
  it("takes a report that is mostly another's text for that one's", () => {
    const reports = [report("a", "one"), report("b", "two")];
    expect(witnesses(reports, [copy("a", "b", [0, 70], [0, 70])])).toEqual([["a", "b"]]);
  });

  it("leaves a report that takes over a paragraph to its own outlet", () => {
    const reports = [report("a", "one"), report("b", "two")];
    expect(witnesses(reports, [copy("a", "b", [0, 30], [0, 30])])).toEqual([["a"], ["b"]]);
  });

  it("does not make two outlets one for a report that one has from the other", () => {
    const reports = [report("a", "one"), report("b", "two"), report("c", "two")];
    expect(witnesses(reports, [copy("a", "b", [0, 90], [0, 90])])).toEqual([["a", "b"], ["c"]]);
  });

  it("counts an agency once, with what is put together of its texts", () => {
    const agency = { key: "agency:x", name: "وكالة" };
    const reports = [report("a", "one"), report("b", "two"), report("c", "three")];
    const copies = [copy("a", "c", [0, 40], [0, 40]), copy("b", "c", [0, 40], [50, 90])];
    expect(witnesses(reports, copies, { a: agency, b: agency })).toEqual([["a", "b", "c"]]);
  });
});
