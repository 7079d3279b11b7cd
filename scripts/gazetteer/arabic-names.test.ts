import { describe, expect, it } from "vitest";
import { arabicNames } from "./arabic-names.js";
import { addSpelling, type Bearer, phraseOf } from "./bearers.js";

const filter = { foreignLead: new Set(["استان"]), placeWords: new Set(["محافظه"]) };

describe("arabicNames", () => {
  it("keeps the Arabic spellings and drops those of other languages", () => {
    const alternates = ["Almaty", "آلماتی", "ألماتي", "ئالمۇتا", "استان فیوم"];
    expect(arabicNames(alternates, "KZ", filter)).toEqual(["ألماتي"]);
  });

  it("cleans a name of its Latin half, its vowels and its place word", () => {
    expect(arabicNames(["Cairo - القاهرة"], "EG", filter)).toEqual(["القاهرة"]);
    expect(arabicNames(["طَرَابُلُس"], "LY", filter)).toEqual(["طرابلس"]);
    expect(arabicNames(["محافظة أربيل"], "IQ", filter)).toEqual(["أربيل"]);
  });

  it("reads Persian letters only where the country writes its own names so", () => {
    expect(arabicNames(["گرگان"], "IR", filter)).toEqual(["غرغان"]);
    expect(arabicNames(["گرگان"], "US", filter)).toEqual([]);
  });

  it("drops a name that was torn apart", () => {
    expect(arabicNames(["د مشق"], "SY", filter)).toEqual([]);
  });
});

describe("spellings", () => {
  const bearer = (): Bearer => ({
    entry: {
      id: "place:x",
      kind: "place",
      names: {},
      type: "town",
      country: null,
      geo: null,
      population: null,
      listed: true,
      speaksFor: null,
    },
    spellings: new Map(),
    rank: 0,
  });

  it("that fold to one form share the strictest mark", () => {
    const x = bearer();
    addSpelling(x, "آفاد");
    addSpelling(x, "أفاد*");
    expect([...x.spellings.values()]).toEqual([false, false]);
  });

  it("that come later from a data package change no mark of the lexicon", () => {
    const x = bearer();
    addSpelling(x, "حجة*");
    addSpelling(x, "حجه", true);
    expect([...x.spellings.values()]).toEqual([false, false]);
  });

  it("are cut into tokens as running text is", () => {
    expect(phraseOf("خبر24")).toBe("خبر 24");
    expect(phraseOf("إنترفاكس-كازاخستان")).toBe("انترفاكس كازاخستان");
    expect(phraseOf("وكالة الأنباء السورية (سانا)")).toBe("وكاله الانباء السوريه سانا");
  });
});
