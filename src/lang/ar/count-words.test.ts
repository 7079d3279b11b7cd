import { describe, expect, it } from "vitest";
import {
  countStatusOf,
  deplores,
  stepOf,
  tellsLongTime,
  tellsNoHolder,
  tellsSeveral,
} from "./count-words.js";

const words = (text: string): string[] => text.split(" ").filter(Boolean);

describe("words beside a figure", () => {
  it("tell a first toll and one that was reached, not what it rose by", () => {
    expect(stepOf(words("في حصيلة أولية عن مقتل"), [])).toBe("earlier");
    expect(stepOf(words("ارتفع عدد القتلى إلى"), [])).toBe("later");
    expect(stepOf(words("ارتفع عدد القتلى بعد انتشال"), words("جثة أخرى"))).toBeNull();
    expect(stepOf(words("قال الوزير السابق إن"), words("قتلوا"))).toBeNull();
  });

  it("tell those who left a hospital, are in it, or were moved from it", () => {
    expect(countStatusOf(words("عدد الذين غادروا المستشفى بلغ"), [], [])).toBe("left");
    expect(countStatusOf([], [], words("ما زالوا يتلقون العلاج"))).toBe("remain");
    expect(countStatusOf(words("نقلت الطائرات أمس"), [], [])).toBe("remain");
    expect(countStatusOf(words("نقلت الوكالة عن الطبيب إصابة"), [], [])).toBeNull();
    expect(countStatusOf(words("وأصيب"), [], words("نقلوا إلى المستشفى"))).toBeNull();
  });

  it("tell one grade of wounds, not all of them", () => {
    expect(countStatusOf([], [], words("بالحرجة"))).toBe("grade");
    expect(countStatusOf([], [], words("بين حرجة ومتوسطة"))).toBeNull();
  });

  it("tell a sentence of a court carried out", () => {
    expect(countStatusOf(words("تنفيذ حكم القتل قصاصا في"), [], [])).toBe("executed");
    expect(countStatusOf(words("أقدم على قتل"), [], [])).toBeNull();
  });

  it("tell months and years, but for somebody's age", () => {
    expect(tellsLongTime(words("في معارك المدينة خلال ثلاثة أشهر"))).toBe(true);
    expect(tellsLongTime(words("ومنذ ذلك الحين"))).toBe(true);
    expect(tellsLongTime(words("طفل عمره أربع سنوات"))).toBe(false);
    expect(tellsLongTime(words("منذ فجر اليوم"))).toBe(false);
  });

  it("tell several happenings", () => {
    expect(tellsSeveral(words("في حادثين منفصلين"))).toBe(true);
    expect(tellsSeveral(words("في حادث على الطريق"))).toBe(false);
  });

  it("tell who mourns, and who is no holder of an office", () => {
    expect(deplores(words("رفع الأمير أحر التعازي في استشهاد عشرة"))).toBe(true);
    expect(deplores(words("أعلن الأمير استشهاد عشرة"))).toBe(false);
    expect(tellsNoHolder(words("مساعد رئيس المجلس"))).toBe(true);
    expect(tellsNoHolder(words("رئيس المجلس"))).toBe(false);
  });
});
