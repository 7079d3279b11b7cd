import { describe, expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import { parseRecords } from "../../test/rfc4180.js";
import { csvDisagreements } from "./csv-disagreements.js";

const rows = parseRecords(csvDisagreements(PORT_FIRE, { lang: "en" }));
const of = (id: string) => rows.filter((row) => row["disagreement_id"] === id);

describe("disagreements as CSV", () => {
  test("sets positions under one id, each with its words and who holds it", () => {
    expect(of("d1")).toMatchObject([
      { position: "1", value: "ماس كهربائي", as_worded: "سبب الحريق ماس كهربائي" },
      { position: "2", value: "مفتعل", as_worded: "الحريق مفتعل", speaker: "مصدر أمني" },
    ]);
  });

  test("says what it is and why, beside every position", () => {
    for (const row of of("d1")) {
      expect(row).toMatchObject({
        relation: "contradicts",
        relation_label: "Contradiction",
        kind: "cause",
        why: "سببان لا يجتمعان لحريق واحد، يقولهما قائلان مختلفان",
      });
    }
  });

  test("words a figure as the other tables do", () => {
    expect(of("d4").map((row) => row["value"])).toEqual(["20 or more", "15"]);
  });
});
