import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Address, parseAddress, printAddress, START } from "./address.js";

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const day = fc.constantFrom("2022-01-06", "2015-08-07");
const unique = (arbitrary: fc.Arbitrary<string>) => fc.uniqueArray(arbitrary, { maxLength: 3 });
const addresses: fc.Arbitrary<Address> = fc.record({
  page: fc.constantFrom("story", "report", "search"),
  id: text,
  section: fc.option(text),
  asOf: fc.option(day),
  filter: fc.record({
    speaker: unique(text),
    outlet: unique(text),
    measure: unique(text),
    place: unique(text),
    day: unique(day),
    disputed: fc.boolean(),
    independent: fc.boolean(),
  }),
  show: unique(fc.stringMatching(/^[0-9a-f-]{1,9}$/)),
  pair: fc.option(fc.tuple(text, text).filter(([a, b]) => a !== b)),
  span: fc.option(fc.tuple(fc.nat(999_999_999), fc.nat(999_999_999))),
  query: fc.string({ unit: "grapheme" }),
});

describe("addresses", () => {
  it("are read as they were written, whatever they name", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
    );
  });
  it("lead to the stories where they say nothing that is understood", () => {
    for (const hash of ["", "#", "#/", "#/nonsense", "#/story", "#/%E0%A4%A", "#?asof=yesterday"]) {
      expect(parseAddress(hash)).toEqual(START);
    }
  });
  it("stay readable", () => {
    const filter = { ...START.filter, measure: ["killed"], disputed: true };
    const address = { ...START, page: "story" as const, id: "story-1", asOf: "2022-01-06", filter };
    expect(printAddress(address)).toBe(
      "#/story/story-1?asof=2022-01-06&measure=killed&only=disputed",
    );
  });
});
