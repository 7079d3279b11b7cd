import { describe, expect, it } from "vitest";
import { about, atLeast, atMost, between, exactly, vaguely } from "../../core/value.js";
import { describeCount, describeTime, describeValue, formatNumber } from "./format.js";

const time = (edtf: string, start: string | null, end: string | null) => ({ edtf, start, end });

describe("describeValue", () => {
  it("is never more exact than the words were", () => {
    expect(describeValue(exactly(1200)).ar).toBe("1,200");
    expect(describeValue(about(20)).ar).toBe("نحو 20");
    expect(describeValue(atLeast(200)).ar).toBe("200 أو أكثر");
    expect(describeValue(atMost(3)).ar).toBe("3 على الأكثر");
    expect(describeValue(between(10, 15)).ar).toBe("من 10 إلى 15");
    expect(describeValue(vaguely(3, 9)).en).toBe("3 to 9");
    expect(describeValue(exactly(0)).en).toBe("0");
    expect(describeValue({ min: null, max: null, hedge: "vague" }).en).toBe("a number not given");
  });
});

describe("describeTime", () => {
  it("shows the precision there is", () => {
    const day = time("2022-01-06", "2022-01-06", "2022-01-06");
    expect(describeTime(day).ar).toBe("الخميس 6 يناير 2022");
    expect(describeTime(day, 2022).ar).toBe("الخميس 6 يناير");
    expect(describeTime({ ...day, clock: "dawn" }).en).toBe("Thursday 6 January 2022, at dawn");
    expect(describeTime(time("2022-01", "2022-01-01", "2022-01-31")).en).toBe("January 2022");
    expect(describeTime(time("2019", "2019-01-01", "2019-12-31")).ar).toBe("2019");
    expect(describeTime(time("2022-01-04/2022-01-05", "2022-01-04", "2022-01-05")).ar).toBe(
      "من الثلاثاء 4 إلى الأربعاء 5 يناير 2022",
    );
    expect(describeTime(time("2022-01-06~", "2022-01-06", "2022-01-06")).ar).toBe(
      "الخميس 6 يناير 2022 تقريبًا",
    );
    expect(describeTime(time("../2022-01-06", null, "2022-01-06")).en).toBe(
      "until Thursday 6 January 2022",
    );
    expect(describeTime(null).ar).toBe("غير مذكور");
  });
});

describe("describeCount", () => {
  it("uses the forms Arabic has", () => {
    const words = [0, 1, 2, 3, 11, 100, 103].map((n) => describeCount(n, "reports").ar);
    expect(words).toEqual([
      "لا تقارير",
      "تقرير واحد",
      "تقريران",
      "3 تقارير",
      "11 تقريرًا",
      "100 تقرير",
      "103 تقارير",
    ]);
    expect(describeCount(1, "witnesses").en).toBe("1 witness");
  });
});

describe("formatNumber", () => {
  it("groups thousands and keeps fractions", () => {
    expect([1000000, 12.55, -3].map(formatNumber)).toEqual(["1,000,000", "12.55", "−3"]);
  });
});
