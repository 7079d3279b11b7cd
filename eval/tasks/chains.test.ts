import { describe, expect, test } from "vitest";
import { claimOf, linkOf, readingOf, reportOf } from "../account.fixture.js";
import { chainMatches, scoreChains } from "./chains.js";

const names = (...list: readonly string[]) => list.map((name) => linkOf(name));

describe("a chain", () => {
  test.each([
    ["named longer by the engine", ["النهار"], names("صحيفة النهار"), true],
    ["named longer by the label", ["الطبيب المناوب في المشفى"], names("الطبيب المناوب"), true],
    ["told in order", ["النهار", "طبيب"], names("صحيفة النهار", "طبيب"), true],
    ["told in the wrong order", ["النهار", "طبيب"], names("طبيب", "النهار"), false],
    ["with another between", ["النهار", "طبيب"], names("النهار", "الوكالة", "طبيب"), false],
    ["with another before", ["طبيب"], names("النهار", "طبيب"), true],
    ["without its relayer", ["النهار", "طبيب"], names("طبيب"), false],
    ["of nobody", [], names(), true],
    ["of somebody where the label has nobody", [], names("طبيب"), false],
    ["whose name is only marks", ["طبيب"], names("«»"), false],
  ])("%s", (_, labelled, links, expected) => {
    expect(chainMatches(labelled, links)).toBe(expected);
  });
});

test("the claim is the statement that covers most of the evidence; misses and wrong ones apart", () => {
  const text = "قال المدير إن السد آمن. ونفى العمدة وجود تسرب. ورأى سكان دخانا.";
  const statement = { stance: "states", quoted: null, direct: false, about: [] } as const;
  const claims = [
    claimOf(text, "قال المدير إن السد آمن", {
      statement,
      chain: [linkOf("تقرير"), linkOf("المدير")],
    }),
    claimOf(text, "وجود تسرب", {
      statement: { ...statement, stance: "denies" },
      chain: [linkOf("تقرير"), linkOf("المدير")],
    }),
  ];
  const score = scoreChains(
    readingOf(
      reportOf(text),
      {
        attributions: [
          { evidence: "السد آمن", chain: ["المدير"], stance: "states" },
          { evidence: "وجود تسرب", chain: ["العمدة"], stance: "denies" },
          { evidence: "سكان دخانا", chain: ["سكان"], stance: "states" },
        ],
      },
      claims,
    ),
  );
  expect(score).toMatchObject({ labelled: 3, found: 2, hits: 1, stances: 1 });
  expect(score.findings.map(({ verdict }) => verdict)).toEqual(["hit", "wrong", "miss"]);
});
