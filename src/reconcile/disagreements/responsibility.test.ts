import { describe, expect, it } from "vitest";
import type { Disagreement } from "../../core/contract.js";
import { readAccount } from "../../engine.js";

const whoDidIt = (...texts: readonly string[]): Disagreement[] =>
  readAccount(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })))
    .stories.flatMap(({ disagreements }) => disagreements)
    .filter(({ kind }) => kind === "identity");

const valuesOf = (told: readonly Disagreement[]): string[][] =>
  told.map(({ positions }) => positions.map(({ value }) => value));

describe("who did it", () => {
  it("is open where the accused denies it", () => {
    const told = whoDidIt(
      "قتل خمسة أشخاص في تفجير سوق الميناء. واتهمت وزارة الداخلية جماعة النجم بالوقوف وراء تفجير سوق الميناء.",
      "قتل خمسة أشخاص في تفجير سوق الميناء. ونفت جماعة النجم مسؤوليتها عن تفجير سوق الميناء.",
    );
    expect(valuesOf(told)).toEqual([["جماعة النجم", "not جماعة النجم"]]);
    expect(told[0]?.relation).toBe("contradicts");
  });

  it("is open where one report has both, and the denial says only 'the latter'", () => {
    const told = whoDidIt(
      "قتل خمسة في هجوم على سوق الميناء، واتهمت الحكومة حركة الفجر بتنفيذ الهجوم، فيما نفت الأخيرة مسؤوليتها عنه.",
      "مقتل خمسة أشخاص في هجوم على سوق الميناء.",
    );
    expect(valuesOf(told)).toEqual([["حركة الفجر", "not حركة الفجر"]]);
  });

  it("is open where each lays it to the other", () => {
    const told = whoDidIt(
      "قصف جسر النهر فجر اليوم. واتهمت أوكرانيا القوات الروسية بقصف جسر النهر.",
      "قصف جسر النهر فجر اليوم. واتهمت موسكو الجيش الأوكراني بقصف جسر النهر.",
    );
    expect(valuesOf(told).map((values) => values.sort())).toEqual([
      ["الجيش الأوكراني", "القوات الروسية"],
    ]);
  });

  it("is told by nobody where the accused says nothing", () => {
    const told = whoDidIt(
      "واتهمت الوزارة جماعة النجم بتفجير سوق الميناء.",
      "واتهم المحافظ خلية الفجر بتفجير سوق الميناء.",
    );
    expect(told).toEqual([]);
  });

  it("is not what else somebody is accused of", () => {
    const told = whoDidIt(
      "قتل خمسة في تفجير سوق الميناء. واتهمت الحكومة جماعة النجم بتهريب السلاح.",
      "قتل خمسة في تفجير سوق الميناء. ونفت جماعة النجم تلقيها أي تمويل.",
    );
    expect(told).toEqual([]);
  });

  it("is not a deed at another place", () => {
    const told = whoDidIt(
      "واتهمت أوكرانيا القوات الروسية بقصف جسر النهر. وقالت مصادر إن ثلاثة قتلوا عند الجسر.",
      "واتهمت موسكو الجيش الأوكراني بقصف محطة القطار. وقالت مصادر إن تسعة قتلوا في المحطة.",
    );
    expect(told).toEqual([]);
  });

  it("is not what a state tells of its allies, where nobody accuses it", () => {
    const told = whoDidIt(
      "قصفت الطائرات التركية مواقع لتنظيم داعش في سوريا. وأكدت تركيا أن الطائرات الأمريكية قصفت مواقع لتنظيم داعش في سوريا.",
    );
    expect(told).toEqual([]);
  });

  it("is not two towns, each under another side", () => {
    const told = whoDidIt(
      "قالت أوكرانيا إن القوات الروسية قصفت بلدة خاضعة لسيطرتها. واتهمت موسكو الجيش الأوكراني بقصف بلدات خاضعة لسيطرتها.",
    );
    expect(told).toEqual([]);
  });
});
