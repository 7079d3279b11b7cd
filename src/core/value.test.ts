import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueSchema } from "./contract.js";
import {
  about,
  atLeast,
  atMost,
  between,
  compatible,
  exactly,
  sameBounds,
  vaguely,
} from "./value.js";

const dozens = vaguely(20, null);
const several = vaguely(3, 9);

describe("two counts can be of one number", () => {
  it.each([
    ["12", exactly(12), "12", exactly(12), true],
    ["12", exactly(12), "13", exactly(13), false],
    ["more than 200", atLeast(200), "225", exactly(225), true],
    ["more than 200", atLeast(200), "164", exactly(164), false],
    ["at most 3", atMost(3), "several", several, true],
    ["at most 2", atMost(2), "several", several, false],
    ["between 10 and 15", between(10, 15), "12", exactly(12), true],
    ["dozens", dozens, "35", exactly(35), true],
    ["dozens", dozens, "12", exactly(12), false],
    ["dozens", dozens, "more than 1000", atLeast(1000), true],
  ])("%s and %s", (_, a, __, b, can) => {
    expect(compatible(a, b)).toBe(can);
    expect(compatible(b, a)).toBe(can);
  });

  it("whatever the count, with itself", () => {
    const counts = fc
      .tuple(fc.nat(), fc.nat())
      .chain(([a, b]) =>
        fc.constantFrom(
          exactly(a),
          about(a),
          atLeast(a),
          atMost(a),
          between(Math.min(a, b), Math.max(a, b)),
          vaguely(a, null),
        ),
      );
    fc.assert(fc.property(counts, (one) => compatible(one, one) && sameBounds(one, { ...one })));
    fc.assert(fc.property(counts, (one) => valueSchema.safeParse(one).success));
  });
});

describe("two wordings have the same bounds", () => {
  it("with any hedge", () => {
    expect(sameBounds(exactly(20), about(20))).toBe(true);
    expect(sameBounds(atLeast(20), vaguely(20, null))).toBe(true);
    expect(sameBounds(exactly(20), atLeast(20))).toBe(false);
  });
});
