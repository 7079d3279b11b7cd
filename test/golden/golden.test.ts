import { describe, expect, test } from "vitest";
import { changeLine, difference, goldenAccount, presentAccount } from "./golden.js";

const SHOWN = 40;

describe("the account of examples/", () => {
  const golden = goldenAccount();
  test.skipIf(golden === null)("is the golden one", () => {
    const changes = difference(golden ?? "", presentAccount());
    const told = changes.slice(0, SHOWN).map(changeLine).join("\n");
    expect(
      changes.length,
      `${changes.length} lines differ. If they are right: npm run golden\n${told}`,
    ).toBe(0);
  });

  test("is the same when read again", () => {
    const [first, again] = [presentAccount(), presentAccount()];
    expect(first === again).toBe(true);
  });
});

describe("the difference of two texts", () => {
  test.each([
    ["none", "a\nb", "a\nb", []],
    ["one line changed", "a\nb\nc", "a\nx\nc", ["- 2: b", "+ 2: x"]],
    ["a line more", "a\nc", "a\nb\nc", ["+ 2: b"]],
    ["a line moved", "a\nb\nc", "b\nc\na", ["- 1: a", "+ 3: a"]],
    ["all gone", "a\nb", "", ["- 1: a", "- 2: b", "+ 1: "]],
  ])("%s", (_, before, after, changes) => {
    expect(difference(before, after).map(changeLine)).toEqual(changes);
  });
});
