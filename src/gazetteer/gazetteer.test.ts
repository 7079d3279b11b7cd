import { describe, expect, it } from "vitest";
import { fold } from "../text/fold.js";
import {
  countryOf,
  demonym,
  entry,
  forms,
  longestAt,
  named,
  nationality,
  startsWith,
} from "./gazetteer.js";

/** The first bearer of a name as it is typed. */
const first = (name: string) => named(fold(name))?.entries[0] ?? null;

describe("places", () => {
  it("joins the spellings and the earlier names of one city", () => {
    const spellings = ["ألماتي", "ألما آتا", "ألما اتا", "ألمآتا", "ألما أتا"];
    expect(new Set(spellings.map((name) => first(name)?.id))).toEqual(
      new Set(["geonames:1526384"]),
    );
    expect(first("نور سلطان")?.id).toBe(first("أستانة")?.id);
    expect(first("الماتي")?.geo).toMatchObject({ precision: "city", source: "GeoNames" });
  });

  it("knows a country under its short, formal and older names", () => {
    for (const [names, country] of [
      ["كازاخستان|جمهورية كازاخستان", "KZ"],
      ["روسيا|روسيا الاتحادية", "RU"],
      ["بيلاروسيا|بيلاروس|روسيا البيضاء", "BY"],
      ["قيرغيزستان|قرغيزستان|قرغيزيا|قيرغيزيا", "KG"],
      ["الولايات المتحدة|أمريكا|أميركا|الولايات المتحدة الأميركية", "US"],
      ["بريطانيا|المملكة المتحدة", "GB"],
    ] as const) {
      for (const name of names.split("|")) expect(first(name)?.id).toBe(`country:${country}`);
    }
  });

  it("puts country before capital before city", () => {
    expect(
      named(fold("عمان"))
        ?.entries.map((e) => e.id)
        .slice(0, 2),
    ).toEqual(["country:OM", "geonames:250441"]);
    expect(first("طرابلس")?.country).toBe("LY");
    expect(first("الجزائر")?.type).toBe("country");
  });

  it("flags capitals and seats that speak for a government", () => {
    for (const [name, country] of [
      ["واشنطن", "US"],
      ["موسكو", "RU"],
      ["الكرملين", "RU"],
      ["البيت الأبيض", "US"],
      ["تل أبيب", "IL"],
      ["أنقرة", "TR"],
      ["طهران", "IR"],
      ["الرياض", "SA"],
    ] as const) {
      expect(first(name)?.speaksFor).toBe(country);
    }
    expect(first("حلب")?.speaksFor).toBeNull();
  });

  it("tells names that need a place word from those that stand alone", () => {
    for (const name of ["حجة", "القائم", "الباب", "مشهد", "مالي"]) {
      expect(named(fold(name))?.commonWord).toBe(true);
    }
    for (const name of ["حلب", "تعز", "دير الزور", "كوباني", "بيت لاهيا"]) {
      expect(named(fold(name))?.commonWord).toBe(false);
    }
  });

  it("says how rough a region's point is", () => {
    expect(first("نينوى")?.geo).toMatchObject({ precision: "region" });
    expect(first("مانجيستاو")?.id).toBe(first("مانغيستاو")?.id);
  });

  it("gives a disputed place no country", () => {
    expect(first("القدس")?.country).toBeNull();
    expect(first("شبه جزيرة القرم")?.country).toBeNull();
  });
});

describe("longestAt", () => {
  const words = fold("إلى منظمة معاهدة الأمن الجماعي في روسيا البيضاء").split(" ");
  const form = (i: number): string => words[i] ?? "";

  it("takes the longest name at a token", () => {
    const match = longestAt(form, 1);
    expect(match?.length).toBe(4);
    expect(match?.entries[0]?.id).toBe("institution:csto");
    expect(longestAt(form, 6)?.entries[0]?.id).toBe("country:BY");
    expect(longestAt(form, 0)).toBeNull();
  });

  it("reads the first token without its proclitic", () => {
    const split = fold("لبيلاروس وأرمينيا").split(" ");
    const match = longestAt((i) => split[i] ?? "", 0, "بيلاروس");
    expect(match).toMatchObject({ length: 1, commonWord: false });
    expect(match?.entries[0]?.id).toBe("country:BY");
  });

  it("is announced by its first token", () => {
    expect(startsWith("منظمه")).toBe(true);
    expect(startsWith("وقالت")).toBe(false);
  });
});

describe("institutions", () => {
  it("knows organisations, outlets and groups by name, short name and acronym", () => {
    for (const [name, id, kind] of [
      ["الناتو", "nato", "organization"],
      ["حلف شمال الأطلسي", "nato", "organization"],
      ["وكالة فرانس برس", "afp", "outlet"],
      ["RT", "rt", "outlet"],
      ["قسد", "sdf", "group"],
      ["تنظيم الدولة", "isis", "group"],
      ["الخوذ البيضاء", "white-helmets", "organization"],
    ] as const) {
      expect(first(name)).toMatchObject({ id: `institution:${id}`, kind });
    }
  });

  it("keeps a city before the newspaper of its name", () => {
    expect(first("الرياض")?.type).toBe("capital");
    expect(first("صحيفة الرياض")?.type).toBe("newspaper");
  });
});

describe("nationality", () => {
  it("reads every inflection, with and without the article", () => {
    for (const form of ["كازاخستاني", "الكازاخية", "كازاخيين", "الكازاخستانيتان", "الكزخي"]) {
      expect(nationality(fold(form))).toBe("KZ");
    }
    expect(nationality(fold("الأتراك"))).toBe("TR");
    expect(nationality(fold("أميركيون"))).toBe("US");
    expect(nationality(fold("ألمانية"))).toBe("DE");
    expect(nationality(fold("روسيا"))).toBeNull();
  });

  it("names peoples without a state", () => {
    expect(nationality(fold("الكردية"))).toBeNull();
    expect(demonym(fold("الأكراد"))).toMatchObject({ of: "people:kurdish", inflection: "plural" });
  });
});

describe("entries", () => {
  it("are found again by id, with every known spelling", () => {
    expect(entry("country:KZ")?.names["en"]).toBe("Kazakhstan");
    expect(forms("geonames:1526384")).toContain("ألما آتا");
    expect(countryOf("geonames:1526384")).toBe("KZ");
    expect(entry("geonames:0")).toBeNull();
  });
});
