import { expect, test } from "vitest";
import { revisionBetween } from "../store/revision.js";
import { renderVersions } from "./show-versions.js";

test("each version with its days, and what it changed in its words", () => {
  const first = { text: "قتل 12 شخصا في الانفجار.", title: "انفجار", published: "2022-01-06" };
  const second = { ...first, text: "قتل 13 شخصا في الانفجار.", modified: "2022-01-07" };
  const added = "2022-01-07T10:00:00.000Z";
  const printed = renderVersions([
    { id: "a", version: 1, input: first, added, revision: null },
    { id: "b", version: 2, input: second, added, revision: revisionBetween(first, second) },
  ]);
  const plain = printed.replace(/[\u2066-\u2069]/g, "");
  expect(plain).toContain("Version 2  انفجار\n    published 2022-01-06, modified 2022-01-07");
  expect(plain).toContain("قتل [13] شخصا في الانفجار.\n      was: 12");
});

test("what would steer a terminal is not printed", () => {
  const input = { text: "خبر", title: "\u001b[31mخبر\u202e" };
  const printed = renderVersions([
    { id: "a", version: 1, input, added: "2022-01-07T10:00:00.000Z", revision: null },
  ]);
  expect(printed).not.toContain("\u001b");
  expect(printed).not.toContain("\u202e");
});
