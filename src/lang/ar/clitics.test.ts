import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../text/fold.js";
import { splits } from "./clitics.js";
import { arabic } from "./pack.js";

/** A split as its pieces: `و+ل+ال+وزير`. */
const splitsOf = (form: string): string[] =>
  splits(fold(form)).map(({ conjunction, preposition, article, stem, enclitic }) =>
    [conjunction, preposition, article ? "ال" : "", stem, enclitic].filter(Boolean).join("+"),
  );

/** How the lexicon reads a form: lemma and what is split off. */
const readingsOf = (form: string): string[] =>
  arabic.lexicon
    .word(fold(form))
    .readings.filter(({ entry }) => !entry.classes.includes("ordinary"))
    .map(({ conjunction, preposition, article, enclitic, entry }) =>
      [conjunction, preposition, article ? "ال" : "", entry.lemma, enclitic]
        .filter(Boolean)
        .join("+"),
    );

describe("a form is split", () => {
  it.each([
    ["والوزير", "و+ال+وزير"],
    ["وللوزارة", "و+ل+ال+وزاره"],
    ["بالقاهرة", "ب+ال+قاهره"],
    ["لليل", "ل+ال+ليل"],
    ["سيقول", "س+يقول"],
    ["وزارتهم", "وزارت+هم"],
    ["فبيتها", "ف+ب+يت+ها"],
    ["كتابكم", "كتاب+كم"],
  ])("%s: %s", (form, split) => expect(splitsOf(form)).toContain(split));

  it("as a whole first", () => {
    for (const form of ["وزارة", "بيان", "فرنسا", "كانون"]) {
      expect(splitsOf(form)[0]).toBe(fold(form));
    }
  });

  it("into pieces that make up the form again", () => {
    const letters = fc.array(fc.constantFrom(..."وفبكلساهمنيتر"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (all) => {
        const form = all.join("");
        for (const { conjunction, preposition, article, stem, enclitic } of splits(form)) {
          const whole = (between: string) => conjunction + preposition + between + stem + enclitic;
          // The article loses its alif behind ل, and its ل too before another.
          const spellings = article ? ["ال", "ل", ""].map(whole) : [whole("")];
          expect(spellings).toContain(form);
        }
      }),
    );
  });
});

describe("a word that only looks as if something were joined to it", () => {
  it.each([
    ["وزارة", "وزارة"],
    ["بيان", "بيان"],
    ["والي", "والي"],
    ["مسؤولية", "مسؤولية"],
  ])("%s is read whole before all else", (form, lemma) => {
    expect(readingsOf(form)[0]).toBe(lemma);
  });
});

describe("what the language does not join", () => {
  it.each([
    ["an article to a verb", "القال", "ال+قال/يقول"],
    ["ب to a verb", "بقال", "ب+قال/يقول"],
    ["س to a past verb", "سقال", "س+قال/يقول"],
    ["an article to a noun in the construct state", "الموظفو", "ال+موظف"],
    ["a pronoun to ة", "وزارةها", "وزارة+ها"],
  ])("%s", (_, form, reading) => expect(readingsOf(form)).not.toContain(reading));

  it("is split where it is joined", () => {
    expect(readingsOf("سيقول")).toContain("س+قال/يقول");
    expect(readingsOf("وزارتها")).toContain("وزارة+ها");
  });
});

describe("a word of a closed class", () => {
  const classesOf = (form: string): ReadonlySet<string> => arabic.lexicon.word(fold(form)).classes;

  it.each(["له", "عليها", "إليهم", "لديهم", "أيضا", "ولماذا", "فهو"])(
    "%s is known as one",
    (form) => {
      expect(classesOf(form)).toContain("closed");
    },
  );

  it.each([
    ["عليها", "given-name"],
    ["لدينا", "given-name"],
    ["أمامهم", "title"],
  ])("%s is no %s with something joined to it", (form, other) => {
    expect(classesOf(form)).not.toContain(other);
  });

  it.each(["الله", "بأحمد", "ولي", "منى", "علي"])("%s holds none", (form) => {
    expect(classesOf(form)).not.toContain("closed");
  });
});
