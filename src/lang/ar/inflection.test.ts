import { describe, expect, it } from "vitest";
import { parseLexicon } from "../lexicon-row.js";
import { inflect } from "./inflection.js";

const formsOf = (text: string): string[] =>
  parseLexicon("test.tsv", text).flatMap(({ row }) => [...inflect(row)].map(({ form }) => form));

const inflectedAs = (text: string, form: string) =>
  parseLexicon("test.tsv", text)
    .flatMap(({ row }) => [...inflect(row)])
    .filter((one) => one.form === form);

describe("a noun is inflected to", () => {
  it.each([
    [
      "its dual and sound plural",
      "شرطي\tn\tc\tpl=ون",
      ["شرطي", "شرطيان", "شرطيين", "شرطيون", "شرطيا"],
    ],
    ["a broken plural as listed", "وزير\tn\tc\tpl=وزراء", ["وزير", "وزراء", "وزيران"]],
    ["its feminine", "مدير\tn\tc\tpl=ون f=ة", ["مديرة", "مديرتين", "مديرات"]],
    ["the construct of its dual and plural", "موظف\tn\tc\tpl=ون", ["موظفا", "موظفي", "موظفو"]],
    ["ت for ة before endings", "وزارة\tn\tc\tpl=ات", ["وزارة", "وزارت", "وزارتان", "وزارات"]],
    ["a head with its complement", "رئيس وزراء\tn\tc\tpl=رؤساء", ["رئيس وزراء", "رؤساء وزراء"]],
  ])("%s", (_, row, forms) => expect(formsOf(row)).toEqual(expect.arrayContaining(forms)));

  it("a dual that tells it is one", () => {
    expect(inflectedAs("جندي\tn\tc\tpl=جنود", "جنديان")).toMatchObject([{ number: "dual" }]);
  });

  it("a form that only stands before a pronoun", () => {
    expect(inflectedAs("وزارة\tn\tc", "وزارت")).toMatchObject([{ bound: true }]);
  });
});

describe("a verb is inflected to", () => {
  it.each([
    ["persons of the past", "قال/يقول\tv\tc", ["قال", "قالت", "قالوا", "قالتا"]],
    [
      "persons of the present",
      "قال/يقول\tv\tc",
      ["يقول", "تقول", "نقول", "يقولون", "يقولوا", "يقولان"],
    ],
    ["a weak past", "نفى/ينفي\tv\tc", ["نفى", "نفت", "نفوا", "ينفي", "ينفون"]],
    ["another weak past", "دعا/يدعو\tv\tc", ["دعا", "دعت", "دعوا", "يدعو", "يدعون"]],
    ["forms that are listed", "رأى/يرى\tv\tc\talso=رأت", ["رأى", "رأت"]],
  ])("%s", (_, row, forms) => expect(formsOf(row)).toEqual(expect.arrayContaining(forms)));

  it("tenses that are told", () => {
    expect(inflectedAs("قال/يقول\tv\tc", "قالت")).toMatchObject([
      { tense: "past", number: "singular", gender: "feminine" },
    ]);
    expect(inflectedAs("قال/يقول\tv\tc", "يقولون")).toMatchObject([
      { tense: "present", number: "plural" },
    ]);
  });

  it("the past alone where no present is given", () => {
    expect(formsOf("وعد\tv\tc").some((form) => form.startsWith("ي"))).toBe(false);
  });
});

describe("a verb whose forms are other words too", () => {
  it("is made without those", () => {
    const forms = formsOf("أفضل/يفضل\tv\tc\tnot=أفضل");
    expect(forms).not.toContain("أفضل");
    expect(forms).toContain("يفضل");
  });

  it("in its common persons alone has no dual", () => {
    const forms = formsOf("كتب/يكتب\tv\tc\tpersons=common");
    expect(forms).toEqual(expect.arrayContaining(["كتب", "كتبوا", "يكتبون", "نكتب"]));
    expect(forms).not.toContain("كتبا");
  });
});

describe("an adjective", () => {
  it("has a feminine without being told", () => {
    expect(formsOf("مؤكد\ta\tc")).toEqual(
      expect.arrayContaining(["مؤكد", "مؤكدا", "مؤكدة", "مؤكدين"]),
    );
  });
});

describe("a fixed word", () => {
  it("stands as it is, each of its spellings", () => {
    expect(formsOf("وفقا|وفقاً\tx\tc")).toEqual(["وفقا", "وفقاً"]);
  });
});
