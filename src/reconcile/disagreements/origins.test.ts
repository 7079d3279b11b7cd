import { describe, expect, it } from "vitest";
import type { Disagreement } from "../../core/contract.js";
import { readAccount } from "../../engine.js";

const causesOf = (...texts: readonly string[]): Disagreement[] =>
  readAccount(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })))
    .stories.flatMap(({ disagreements }) => disagreements)
    .filter(({ kind }) => kind === "cause");

const CRASH = "تحطمت طائرة ركاب قرب مدينة تعز أمس وقتل 40 شخصا كانوا على متنها.";

describe("what brought it about", () => {
  it("is open where two speakers name things of which one excludes the other", () => {
    const told = causesOf(
      `${CRASH} وقال وزير النقل إن عطلا في المحرك تسبب في تحطم الطائرة.`,
      `${CRASH} وقال قائد الجيش إن صاروخا أسقط الطائرة وتسبب في تحطمها.`,
    );
    expect(told.map(({ relation, positions }) => [relation, positions.length])).toEqual([
      ["contradicts", 2],
    ]);
  });

  it("is told by one alone where the other only rules something out", () => {
    const told = causesOf(
      `${CRASH} وقال وزير النقل إن عطلا في المحرك تسبب في تحطم الطائرة.`,
      `${CRASH} وقال قائد الجيش إن الطائرة لم تسقط بصاروخ.`,
    );
    expect(told).toEqual([]);
  });

  it("is not what else a missile did", () => {
    const told = causesOf(
      `${CRASH} وقال وزير النقل إن عطلا في المحرك تسبب في تحطم الطائرة.`,
      `${CRASH} وقال قائد الجيش إن صاروخا سقط على ثكنة في الجبل الشهر الماضي.`,
    );
    expect(told).toEqual([]);
  });
});
