import { expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import { parseRecords } from "../../test/rfc4180.js";
import { csvTimeline } from "./csv-timeline.js";

const rows = parseRecords(csvTimeline(PORT_FIRE, { lang: "ar" }));
const entry = (id: string) => rows.find((row) => row["entry_id"] === id);

test("the timeline as CSV tells how exactly each day is known", () => {
  expect(entry("t1")).toMatchObject({
    time: "2031-05-03",
    time_precision: "day",
    time_clock: "dawn",
    type: "disaster",
    type_label: "كارثة",
    title: "حريق اندلع فجر السبت في مستودع للوقود",
    as_worded: "حريق اندلع فجر السبت في مستودع للوقود",
  });
  expect(entry("t2")).toMatchObject({ time: "2031-05-03~" });
  expect(entry("t3")).toMatchObject({
    time: "2031-05-03/2031-05-04",
    time_start: "2031-05-03",
    time_end: "2031-05-04",
    time_precision: "range",
  });
});

test("a day that is not known stays empty and says so", () => {
  expect(entry("t5")).toMatchObject({
    time: "",
    time_start: "",
    time_precision: "unknown",
    time_basis: "unknown",
  });
});
