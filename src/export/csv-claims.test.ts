import { describe, expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import { parseRecords } from "../../test/rfc4180.js";
import type { Account } from "../core/contract.js";
import { csvClaims } from "./csv-claims.js";

const rows = (account: Account = PORT_FIRE, story: string | null = null) =>
  parseRecords(csvClaims(account, { lang: "en", story }));

describe("claims as CSV", () => {
  test("has a row for every claim, in the account's order", () => {
    expect(rows().map((row) => row["claim_id"])).toEqual(PORT_FIRE.claims.map(({ id }) => id));
  });

  test("tells each kind in its own columns, with names for ids", () => {
    const of = (kind: string) => rows().find((row) => row["kind"] === kind);
    expect(of("event")).toMatchObject({
      event_type: "disaster",
      event_roles: "place: al-Ramla port",
      time: "2031-05-03",
      time_clock: "dawn",
      measure: "",
    });
    expect(of("office")).toMatchObject({
      office_holder: "عادل درويش",
      office: "director",
      office_of: "al-Ramla port",
      office_change: "dismissed",
    });
    expect(of("attribute")).toMatchObject({
      attribute_of: "al-Ramla port",
      attribute: "cause",
      attribute_value: "ماس كهربائي",
    });
    expect(of("figure")).toMatchObject({ measure: "killed", value_min: "7", event_type: "" });
  });

  test("keeps what a report would not vouch for apart", () => {
    expect(rows().find((row) => row["value_min"] === "15")).toMatchObject({
      modality: "unverified",
      speaker: "نقابة عمال المرفأ",
    });
  });

  test("of one story has that story's claims alone", () => {
    const [story] = PORT_FIRE.stories;
    if (!story) throw new Error("the fixture has a story");
    const part = { ...story, id: "story-part", reports: ["report-r4"] };
    const account = { ...PORT_FIRE, stories: [story, part] };
    const found = rows(account, "story-part");
    expect(new Set(found.map((row) => row["report_id"]))).toEqual(new Set(["report-r4"]));
    expect(found.every((row) => row["story_id"] === "story-part")).toBe(true);
  });
});
