import { describe, expect, it } from "vitest";
import { PORT_FIRE } from "../../../test/browser/fixture.js";
import type { Story } from "../../core/contract.js";
import { indexAccount, linkKey, originOf } from "./account-index.js";
import { isFiltering, NO_FILTER, outOn, toggled, visibleClaims } from "./filter.js";

const index = indexAccount(PORT_FIRE);
const story = PORT_FIRE.stories[0] as Story;
const seen = (filter: Partial<typeof NO_FILTER>, asOf: string | null = null) =>
  PORT_FIRE.claims.filter(({ id }) =>
    visibleClaims(index, story, { ...NO_FILTER, ...filter }, asOf).has(id),
  );

describe("what a reader sees", () => {
  it("is every claim of the story where nothing is chosen", () => {
    const own = PORT_FIRE.claims.filter(({ report }) => story.reports.includes(report));
    expect(seen({})).toEqual(own);
  });
  it("is what reports out by the day tell; those of unknown day are not among them", () => {
    const days = PORT_FIRE.reports.flatMap((report) => outOn(report) ?? []).sort();
    const [first = ""] = days;
    for (const { report } of seen({}, first)) {
      expect(outOn(index.reports.get(report)?.report as never)).toBe(first);
    }
    expect(seen({}, "1999-01-01")).toEqual([]);
  });
  it("joins kinds by and, values of a kind by or", () => {
    const measures = seen({ measure: ["killed", "injured"] }).map(({ figure }) => figure?.measure);
    expect(new Set(measures)).toEqual(new Set(["killed", "injured"]));
    const claim = PORT_FIRE.claims.find((one) => one.figure && originOf(one));
    const origin = claim && originOf(claim);
    if (!claim || !origin) throw new Error("the fixture has a figure that somebody told");
    const both = seen({ measure: [claim.figure?.measure ?? ""], speaker: [linkKey(origin)] });
    expect(both).toContain(claim);
    for (const one of both) expect(one.chain.map(linkKey)).toContain(linkKey(origin));
  });
  it("is only what a contradiction rests on where that is asked for", () => {
    const disputed = new Set(
      story.disagreements
        .filter(({ relation }) => relation === "contradicts" || relation === "undecided")
        .flatMap(({ positions }) => positions.flatMap(({ claims }) => claims)),
    );
    expect(new Set(seen({ disputed: true }).map(({ id }) => id))).toEqual(disputed);
  });
  it("takes a value back when it is chosen again", () => {
    const once = toggled(NO_FILTER, "measure", "killed");
    expect(isFiltering(once)).toBe(true);
    expect(toggled(once, "measure", "killed")).toEqual(NO_FILTER);
  });
});
