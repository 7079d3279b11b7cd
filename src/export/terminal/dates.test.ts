import { expect, test } from "vitest";
import { describeDate, type Interval } from "./dates.js";

const time = (
  edtf: string,
  start: string | null,
  end: string | null,
  more: Partial<Interval> = {},
): Interval => ({ edtf, start, end, ...more });

test.each([
  [time("2022-01-06", "2022-01-06", "2022-01-06"), "6 Jan 2022"],
  [time("2022-01-04/2022-01-05", "2022-01-04", "2022-01-05"), "4–5 Jan 2022"],
  [time("2022-01-30/2022-02-02", "2022-01-30", "2022-02-02"), "30 Jan – 2 Feb 2022"],
  [time("2021-12-30/2022-01-02", "2021-12-30", "2022-01-02"), "30 Dec 2021 – 2 Jan 2022"],
  [time("2022-01", "2022-01-01", "2022-01-31"), "Jan 2022"],
  [time("1997", "1997-01-01", "1997-12-31"), "1997"],
  [time("2022-01-06/..", "2022-01-06", null), "since 6 Jan 2022"],
  [time("../2022-01-06", null, "2022-01-06"), "until 6 Jan 2022"],
  [time("2022-01-06~", "2022-01-06", "2022-01-06"), "about 6 Jan 2022"],
  [time("2022-01-06?", "2022-01-06", "2022-01-06"), "6 Jan 2022?"],
  [time("2022-01-06", "2022-01-06", "2022-01-06", { clock: "23:00" }), "6 Jan 2022, 23:00"],
  [time("2022-01-06", "2022-01-06", "2022-01-06", { clock: "night" }), "6 Jan 2022, night"],
  [time("2022-01-06", "2022-01-06", "2022-01-06", { basis: "inherited" }), "(6 Jan 2022)"],
  [time("", null, null), "not stated"],
  [null, "not stated"],
])("%j is %s", (when, words) => {
  expect(describeDate(when, "en")).toBe(words);
});

test("in Arabic", () => {
  expect(describeDate(time("2022-01", "2022-01-01", "2022-01-31"), "ar")).toBe("يناير 2022");
  expect(describeDate(null, "ar")).toBe("غير مذكور");
});
