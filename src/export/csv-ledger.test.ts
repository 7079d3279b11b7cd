import { describe, expect, test } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../test/browser/fixture.js";
import { parseRecords } from "../../test/rfc4180.js";
import { csvLedger } from "./csv-ledger.js";

const rows = (lang: "en" | "ar" = "en") => parseRecords(csvLedger(PORT_FIRE, { lang }));
const valued = (min: string) => rows().find((row) => row["value_min"] === min);

describe("the ledger as CSV", () => {
  test("has a row for every figure told", () => {
    const told = PORT_FIRE.stories.flatMap(({ ledger }) => ledger.flatMap((each) => each.rows));
    expect(rows()).toHaveLength(told.length);
  });

  test("gives the figure with its exact words, speaker, days, witnesses and report", () => {
    expect(valued("7")).toMatchObject({
      measure: "killed",
      counted: "persons",
      value_min: "7",
      value_max: "7",
      value_hedge: "exact",
      as_worded: "سبعة أشخاص لقوا حتفهم",
      modality: "asserted",
      speaker: "وزارة الصحة",
      speaker_kind: "institution",
      said_on: "2031-05-03",
      happened_start: "2031-05-03",
      happened_precision: "day",
      witnesses: "1",
      report_file: "port/r1.txt",
      report_outlet: "وكالة الساحل",
      told_in: "[1] وكالة الساحل | [2] r2.txt",
      ledger_best: "12",
    });
  });

  test("leads back to the words by offsets in the report", () => {
    const text = new Map(PORT_FIRE.reports.map((report) => [report.id, report.text]));
    for (const row of rows()) {
      const report = text.get(row["report_id"] ?? "") ?? "";
      const cut = (part: string) =>
        report.slice(Number(row[`${part}_start`]), Number(row[`${part}_end`]));
      expect(cut("span")).toBe(row["as_worded"]);
      expect(cut("sentence")).toBe(row["sentence"]);
    }
  });

  test("leaves open what a bound leaves open", () => {
    expect(valued("20")).toMatchObject({ value_max: "", modality: "asserted" });
  });

  test("says which row replaced it, by that row's own number", () => {
    const seven = valued("7");
    const later = rows().find(
      (row) => row["ledger_id"] === seven?.["ledger_id"] && row["row"] === seven?.["superseded_by"],
    );
    expect(later?.["value_min"]).toBe("12");
    expect(later?.["superseded_by"]).toBe("");
  });

  test("names who passed it on, outermost first", () => {
    const vehicles = rows().find((row) => row["counted"] === "vehicles");
    expect(vehicles).toMatchObject({ speaker: "شاهد عيان", via: "إذاعة الميناء" });
  });

  test("has labels in the language asked for, and codes and columns that stay", () => {
    const [arabic] = rows("ar");
    expect(arabic).toMatchObject({ measure: "killed", measure_label: "قتلى" });
    expect(Object.keys(arabic ?? {})).toEqual(Object.keys(rows("en")[0] ?? {}));
    const place = (lang: "en" | "ar") => rows(lang).find((row) => row["place"])?.["place"];
    expect(place("en")).toBe("al-Ramla port");
    expect(place("ar")).toBe("ميناء الرملة");
  });

  test("keeps its header where nothing was read", () => {
    expect(csvLedger(NOTHING_READ, { lang: "en", bom: false })).toMatch(/^measure,.*\r\n$/);
  });

  test("refuses a story that the account does not have", () => {
    expect(() => csvLedger(PORT_FIRE, { lang: "en", story: "none" })).toThrow(/no story «none»/);
  });
});
