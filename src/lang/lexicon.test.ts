import { describe, expect, it } from "vitest";
import { fold } from "../text/fold.js";
import { allows, splits } from "./ar/clitics.js";
import { inflect } from "./ar/inflection.js";
import { Lexicon } from "./lexicon.js";
import { type LexiconRow, parseLexicon } from "./lexicon-row.js";
import { packLexicon } from "./packed-lexicon.js";

const lexiconOf = (...rows: readonly string[]): Lexicon =>
  new Lexicon(packLexicon({ "test.tsv": rows.join("\n") }, inflect), { splits, allows });

const rowOf = (text: string): LexiconRow | undefined => parseLexicon("a.tsv", text)[0]?.row;

describe("a lexicon row", () => {
  it("has lemma, kind, classes, forms, and features", () => {
    const row = rowOf("# words\n\nوزير\tn\toffice speaker\tpl=وزراء f=ة kind=official\tminister");
    expect(row).toEqual({
      lemma: "وزير",
      pos: "noun",
      classes: ["office", "speaker"],
      features: { kind: "official" },
      listed: { pl: ["وزراء"], f: ["ة"] },
    });
  });

  it("writes a space inside a value as _ and several forms with commas", () => {
    const row = rowOf("قال\tx\tc\tof=prime_minister also=قلت,قلنا");
    expect(row?.features).toEqual({ of: "prime minister" });
    expect(row?.listed).toEqual({ also: ["قلت", "قلنا"] });
  });

  it.each([
    ["وزير\tq\toffice", "a.tsv:1: a lexicon row needs lemma, kind (v n a x) and class"],
    ["أول|ثان\tn\toffice", "a.tsv:1: only rows of kind x list forms by |"],
    ["وزير n office", "a.tsv:1:"],
    ["وزير\tn\t", "a.tsv:1:"],
    ["# one\nوزير\tn\toffice\tplural", "a.tsv:2: expected key=value, got plural"],
  ])("that cannot be read names file and line: %s", (text, message) => {
    expect(() => parseLexicon("a.tsv", text)).toThrow(message);
  });
});

describe("a lexicon", () => {
  it("finds a word by any spelling of any of its forms", () => {
    const lexicon = lexiconOf("وزير\tn\toffice\tpl=وزراء f=ة");
    for (const form of ["وزير", "الوزير", "للوزير", "ووزراء", "وزيرة", "وزيرتان", "بالوزيرين"]) {
      expect(lexicon.word(fold(form)).classes.has("office"), form).toBe(true);
    }
  });

  it("knows nothing of other words", () => {
    expect(lexiconOf("وزير\tn\toffice").word("وزاره").readings).toEqual([]);
  });

  it("puts the reading with fewest clitics first", () => {
    const lexicon = lexiconOf("ولد\tn\tboy", "لد\tn\tother");
    expect(lexicon.word("ولد").readings.map(({ entry }) => entry.lemma)).toEqual(["ولد", "لد"]);
  });

  it("takes the last letter of a whole word for no pronoun", () => {
    const lexicon = lexiconOf("مسؤول\tn\tofficial\tpl=ون", "مسؤولية\tn\tduty");
    expect([...lexicon.word(fold("مسؤولية")).classes]).toEqual(["duty"]);
  });

  it("gives a word the classes of all its readings", () => {
    const lexicon = lexiconOf("قتل/يقتل\tv\tharm", "قتل\tn\tkilling");
    expect([...lexicon.word("قتل").classes].sort()).toEqual(["harm", "killing"]);
  });
});

describe("entries of several words", () => {
  const lexicon = lexiconOf("وكالة أنباء\tn\toutlet\tpl=وكالات", "على ما يبدو|على ما\tx\thearsay");
  const phrasesIn = (text: string): string[] => {
    const tokens = fold(text).split(" ");
    return lexicon
      .phrasesAt((at) => tokens[at] ?? "", 0)
      .map(({ first, last }) => tokens.slice(first, last).join(" "));
  };

  it("are found behind what is joined to the first word", () => {
    expect(phrasesIn("ووكالة أنباء محلية")).toEqual(["ووكاله انباء"]);
    expect(phrasesIn("لوكالات أنباء محلية")).toEqual(["لوكالات انباء"]);
  });

  it("come longest first", () => {
    expect(phrasesIn("على ما يبدو الآن")).toEqual(["علي ما يبدو", "علي ما"]);
  });

  it("are not half an entry", () => {
    expect(phrasesIn("وكالة محلية")).toEqual([]);
    expect(phrasesIn("وكالة")).toEqual([]);
  });
});
