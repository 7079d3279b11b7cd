import { describe, expect, it } from "vitest";
import { tellsNoHolder } from "../office-holders.js";
import { addsToBefore, countsOthers, tellsAnother, tellsToo, turnsToAnother } from "./another.js";
import { countDeedOf } from "./deeds.js";
import { deplores, headlinesDeploring } from "./deplores.js";
import { comesOfSeveral, headlinesSeveral, tellsSeveral } from "./several.js";
import { countsOne } from "./single.js";
import { countStatusOf } from "./status.js";
import { stepOf, tellsSaidBefore, tellsSupplement } from "./steps.js";
import { tellsBound, tellsDayCount, tellsLongTime, tellsPeriod } from "./times.js";
import { countsBodies, peoplesIn, tellsAlone, tellsWhose } from "./whose.js";
import { tellsWithin } from "./within.js";
import { countWords as words } from "./words.js";

describe("words beside a figure", () => {
  it("tell a first toll and one that was reached, not what it rose by", () => {
    expect(stepOf(words("في حصيلة أولية عن مقتل"), [])).toBe("earlier");
    expect(stepOf(words("ارتفع عدد القتلى إلى"), [])).toBe("later");
    expect(stepOf(words("تراجع عدد المفقودين إلى"), [])).toBe("later");
    expect(stepOf(words("واصلت الحصيلة ارتفاعها لتبلغ"), [])).toBe("later");
    expect(stepOf(words("سار الموكب ليبلغ"), [])).toBeNull();
    expect(stepOf(words("بحسب حصيلة مؤقتة بلغ عدد القتلى"), [])).toBe("earlier");
    expect(stepOf([], words("قتيلا في حصيلة جديدة غير نهائية"))).toBe("earlier");
    expect(stepOf(words("بحسب آخر حصيلة بلغ عدد القتلى"), [])).toBe("later");
    expect(stepOf(words("قال إن النتائج غير نهائية وقتل"), [])).toBeNull();
    expect(stepOf(words("ارتفع عدد القتلى بعد انتشال"), words("جثة أخرى"))).toBeNull();
    expect(stepOf(words("قال إن الحصيلة باتت الآن"), words("ثلاثة قتلى"))).toBe("later");
    expect(stepOf(words("باتت المدينة خالية بعد مقتل"), [])).toBeNull();
    expect(stepOf(words("قال الوزير السابق إن"), words("قتلوا"))).toBeNull();
    expect(stepOf(words("رفعت الوزارة عدد القتلى إلى"), [])).toBe("later");
    expect(stepOf(words("وكانت آخر حصيلة رسمية تفيد بمقتل"), [])).toBe("earlier");
    expect(stepOf(words("سجلت الوزارة"), words("قتيلا بزيادة عن الحصيلة السابقة"))).toBeNull();
  });

  it("tell a count that was put right by the one it stands instead of", () => {
    expect(stepOf(words("بلغت الحصيلة"), words("253 بدلا من 359"))).toBe("lowered");
    expect(stepOf(words("بلغت الحصيلة 253 بدلا من"), words("359"))).toBe("earlier");
    expect(stepOf(words("قتل"), words("5 بدلا من الفرار"))).toBeNull();
    expect(stepOf(words("بعدما كانت الحصيلة المعلنة"), words("803 قتلى حتى أمس"))).toBe("earlier");
    expect(stepOf(words("بعد أن كانت الحصيلة"), words("60 قتيلا"))).toBe("earlier");
    expect(stepOf(words("كانت حصيلة الحريق"), words("60 قتيلا"))).toBeNull();
  });

  it("tell who was saved, who was aboard and who got away", () => {
    expect(countDeedOf(words("وتم إنقاذ"), words("132 آخرين"), [])).toBe("rescued");
    expect(countDeedOf([], words("40 راكبا"), words("نجوا من الحادث"))).toBe("rescued");
    expect(countDeedOf(words("كان القارب يقل"), words("350 شخصا"), [])).toBe("aboard");
    expect(countDeedOf([], words("200 مهاجر"), words("كانوا على متن القارب"))).toBe("aboard");
    expect(countDeedOf(words("تقل 350 شخصا بينهم"), words("80 تلميذا"), [])).toBeNull();
    expect(countDeedOf(words("كانت تقل"), words("80 تلميذا"), words("و15 معلما"))).toBeNull();
    expect(countDeedOf(words("لاذ بالفرار"), words("ثلاثة"), [])).toBe("escaped");
    expect(countDeedOf(words("يسكن البلدة"), words("900 شخص"), [])).toBeNull();
  });

  it("put one place in another", () => {
    expect(tellsWithin(words("بجزيرة"))).toBe(true);
    expect(tellsWithin(words("الواقعة في محافظة"))).toBe(true);
    expect(tellsWithin(words("و"))).toBe(false);
    expect(tellsWithin(words("شرق العاصمة"))).toBe(false);
  });

  it("name the people whose dead are counted", () => {
    expect(peoplesIn(words("ارتفع عدد الحجاج المصريين الذين توفوا إلى"))).toHaveLength(1);
    expect(peoplesIn(words("قال للمصريين إن عدد القتلى"))).toEqual([]);
  });

  it("count bodies", () => {
    expect(countsBodies(words("55 جثة"), [])).toBe(true);
    expect(countsBodies(words("55 قتيلا"), words("انتشلت جثثهم من تحت الركام"))).toBe(true);
    expect(countsBodies(words("55 قتيلا"), words("في انهيار السقف"))).toBe(false);
  });

  it("tell a count that was given before", () => {
    expect(tellsSaidBefore(words("وكانت الوزارة قد أعلنت أن"))).toBe(true);
    expect(tellsSaidBefore(words("وقال النائب في وقت سابق إن"))).toBe(true);
    expect(
      tellsSaidBefore(
        words("وكان وزير الأشغال العامة والنقل في حكومة تصريف الأعمال سالم العلي قد أفاد عن مقتل"),
      ),
    ).toBe(true);
    expect(tellsSaidBefore(words("وفي وقت سابق أعلن النائب ارتفاع العدد إلى"))).toBe(true);
    expect(tellsSaidBefore(words("وقال النائب إن الحافلة انقلبت في وقت سابق وقتل"))).toBe(false);
    expect(tellsSaidBefore(words("وكان الركاب نياما حين وقع الحادث وقتل"))).toBe(false);
  });

  it("tell the first or the last day of a count", () => {
    expect(tellsBound(words("سجلت 90 حالة وفاة منذ"))).toBe(true);
    expect(tellsBound(words("حالات الوفاة حتى"))).toBe(true);
    expect(tellsBound(words("منذ ظهور المرض في"))).toBe(true);
    expect(tellsBound(words("قتلوا في انفجار وقع"))).toBe(false);
  });

  it("tell what is announced further to what was said before, and what is added", () => {
    expect(tellsSupplement(words("إلحاقا لما سبق إعلانه عن الحادث نتج عنه وفاة"))).toBe(true);
    expect(tellsSupplement(words("لاحقا لما سبق إعلانه عن الحادث نتج عنه وفاة"))).toBe(true);
    expect(tellsSupplement(words("وكان قد سبق إعلان الحادث"))).toBe(false);
    expect(tellsSupplement(words("قال لاحقا إنه سبق أن أعلن مقتل"))).toBe(false);
    expect(tellsSupplement(words("قال لاحقا للقناة إنه سبق أن أعلن مقتل"))).toBe(false);
    expect(addsToBefore(words("كما أصيب في المدينة"))).toBe(true);
    expect(addsToBefore(words("وأصيب في المدينة كما قال"))).toBe(false);
  });

  it("a count that was put right, one told later, one of a part alone, and a turn to another", () => {
    expect(stepOf(words("خفضت السلطات عدد القتلى إلى"), [])).toBe("lowered");
    expect(stepOf(words("عدل الوزير حصيلة القتلى من 95 إلى"), [])).toBe("lowered");
    expect(stepOf(words("خفضت السلطات عدد الجنود بعد مقتل"), [])).toBeNull();
    expect(tellsSupplement(words("وأفاد التلفزيون في وقت لاحق أنه تم نقل"))).toBe(true);
    expect(tellsSupplement(words("وأفاد التلفزيون أن القارب غرق في وقت لاحق ومات"))).toBe(false);
    expect(tellsAlone(words("جثة من القرية وحدها"))).toBe(true);
    expect(tellsAlone(words("جثة من القرية"))).toBe(false);
    expect(tellsAlone(words("من ضحايا المبنى دفنت بلا أسماء"))).toBe(true);
    expect(tellsToo(words("سجلت الوزارة 300 وفاة بزيادة"), words("وفاة"))).toBe(true);
    expect(turnsToAnother(words("من جهتها أحصت الوزارة"))).toBe(true);
    expect(turnsToAnother(words("وفي المقابل أحصى المرصد"))).toBe(true);
    expect(turnsToAnother(words("ومن جهة أخرى قتل"))).toBe(false);
  });

  it("tell those of whom it is known who they were", () => {
    expect(countStatusOf(words("تعرفت الشرطة على هويات"), [], words("قتلوا"))).toBe("identified");
    expect(countStatusOf(words("جرى التعرف على"), words("62 جثة"), [])).toBe("identified");
    expect(countStatusOf(words("تعرف رجل على القاتل بعد مقتل"), [], [])).toBeNull();
    expect(countStatusOf(words("هوية القاتل معروفة بعد أن قتل"), [], [])).toBeNull();
  });

  it("tell a headline of those who mourn or deplore", () => {
    expect(headlinesDeploring(words("مجلس الشيوخ يدين تفجير السوق"))).toBe(true);
    expect(headlinesDeploring(words("مقتل خمسة في تفجير السوق"))).toBe(false);
    expect(headlinesDeploring(words("المحكمة تدين 12 متهما في تفجير السوق"))).toBe(false);
    expect(headlinesDeploring(words("إدانة أربعة بتهمة قتل تاجر"))).toBe(false);
    expect(headlinesDeploring(words("الرئيس يدين التفجير متهما خصومه"))).toBe(true);
    expect(headlinesDeploring(words("الوزير يدين التفجير ويتعهد القضاء على منفذيه"))).toBe(true);
  });

  it("tell whose dead are counted, by the side or the family", () => {
    expect(tellsWhose([], words("في صفوف المهاجمين"))).toBe(words("المهاجمين")[0]);
    expect(tellsWhose([], words("في صفوفهم"))).toBe("");
    expect(tellsWhose([], words("من أفراد عائلة التاجر"))).toBe(words("التاجر")[0]);
    expect(tellsWhose([], words("من أفراد عائلة واحدة"))).toBeNull();
    expect(tellsWhose([], words("في حادث سير"))).toBeNull();
  });

  it("tell those who left a hospital, are in it, or were moved from it", () => {
    expect(countStatusOf(words("عدد الذين غادروا المستشفى بلغ"), [], [])).toBe("left");
    expect(countStatusOf([], [], words("ما زالوا يتلقون العلاج"))).toBe("remain");
    expect(countStatusOf(words("نقلت الطائرات أمس"), [], [])).toBe("remain");
    expect(countStatusOf(words("نقلت الوكالة عن الطبيب إصابة"), [], [])).toBeNull();
    expect(countStatusOf(words("وأصيب"), [], words("نقلوا إلى المستشفى"))).toBeNull();
  });

  it("are of the clause that counts, and not of what went on meanwhile", () => {
    expect(countStatusOf([], [], words("بينما لا يزال ثلاثة في عداد المفقودين"))).toBeNull();
    expect(countStatusOf(words("غادر أربعة المستشفى فيما أصيب"), [], [])).toBeNull();
  });

  it("tell who died of wounds, and who was let go or is held still", () => {
    expect(countStatusOf([], words("اثنين"), words("توفيا متأثرين بجراحهما"))).toBe("of wounds");
    expect(countStatusOf(words("أفرجت الجماعة عن"), [], [])).toBe("released");
    expect(countStatusOf([], [], words("ما زالوا يقبعون في السجون"))).toBe("held");
  });

  it("tell one grade of wounds, not all of them", () => {
    expect(countStatusOf([], [], words("بالحرجة"))).toBe("grade");
    expect(countStatusOf([], [], words("في العناية المركزة"))).toBe("grade");
    expect(countStatusOf([], [], words("بين حرجة ومتوسطة"))).toBeNull();
  });

  it("tell a sentence of a court carried out", () => {
    expect(countStatusOf(words("تنفيذ حكم القتل قصاصا في"), [], [])).toBe("executed");
    expect(countStatusOf(words("أقدم على قتل"), [], [])).toBeNull();
  });

  it("tell months and years, but for somebody's age", () => {
    expect(tellsLongTime(words("في معارك المدينة خلال ثلاثة أشهر"))).toBe(true);
    expect(tellsLongTime(words("ومنذ ذلك الحين"))).toBe(true);
    expect(tellsLongTime(words("قتل 21 جنديا منذ 20 يوليو"))).toBe(true);
    expect(tellsLongTime(words("يحاصرون المبنى منذ 6 ساعات"))).toBe(false);
    expect(tellsLongTime(words("طفل عمره أربع سنوات"))).toBe(false);
    expect(tellsLongTime(words("منذ فجر اليوم"))).toBe(false);
  });

  it("tell several happenings", () => {
    expect(tellsSeveral(words("في حادثين منفصلين"), [])).toBe(true);
    expect(tellsSeveral(words("في حادث على الطريق"), [])).toBe(false);
    expect(tellsSeveral([], words("شهد البلد 4 هجمات أسفرت عن مقتل خمسة، وإصابة"))).toBe(true);
    expect(tellsSeveral([], words("شهد البلد سلسلة هجمات، فيما قتل في انفجار عبوة"))).toBe(false);
    expect(tellsSeveral([], words("حذر من وقوع هجمات، وأعلن مقتل"))).toBe(false);
  });

  it("tell what a count comes of, behind it", () => {
    expect(comesOfSeveral(words("يوم أمس في هجمات على قرى"))).toBe(true);
    expect(comesOfSeveral(words("يوم أمس بغارات على قرى"))).toBe(true);
    expect(comesOfSeveral(words("يوم أمس في هجوم على قرية"))).toBe(false);
    expect(comesOfSeveral(words("في تفجيرين أمام المسجد"))).toBe(false);
  });

  it("tell a count of a day and a night, and of a time with two ends", () => {
    expect(tellsDayCount(words("خلال الساعات الأربع والعشرين الماضية"))).toBe(true);
    expect(tellsDayCount(words("خلال 24 ساعة"))).toBe(true);
    expect(tellsDayCount(words("مقتل أربعة وعشرين شخصا"))).toBe(false);
    expect(tellsPeriod(words("في الفترة من مطلع الشهر وحتى أمس قتل"))).toBe(true);
    expect(tellsPeriod(words("في هذه الفترة قتل"))).toBe(false);
    expect(tellsPeriod(words("قدمت الفرقة منذ تأسيسها"))).toBe(true);
  });

  it("tell those who were killed too, and a headline of several happenings", () => {
    expect(tellsToo(words("تسببت أيضا في مقتل"), [])).toBe(true);
    expect(tellsToo(words("تسببت في مقتل"), words("من الجنود"))).toBe(false);
    expect(headlinesSeveral(words("سبعة قتلى في حوادث مرورية"))).toBe(true);
    expect(headlinesSeveral(words("سبعة قتلى في حادث مروري"))).toBe(false);
  });

  it("tell another happening than the text told of before", () => {
    expect(tellsAnother(words("وفي حادثة منفصلة، نسبت إلى الجماعة، قتل"))).toBe(true);
    expect(tellsAnother(words("من جهة أخرى قتل"))).toBe(true);
    expect(tellsAnother(words("من جهة أخرى قال الوزير إن الحصيلة ارتفعت إلى"))).toBe(false);
    expect(tellsAnother(words("ووقع الحادث في حي آخر وقتل فيه"))).toBe(false);
  });

  it("count others than those before", () => {
    expect(countsOthers(words("22 شخصا"), words("آخرون في الإقليم"))).toBe(true);
    expect(countsOthers(words("22 شخصا"), words("في الإقليم"))).toBe(false);
  });

  it("count one, or introduce somebody", () => {
    expect(countsOne(words("شخص"))).toBe(true);
    expect(countsOne(words("جندي واحد"))).toBe(true);
    expect(countsOne(words("سائقها"))).toBe(false);
    expect(countsOne(words("منزل"))).toBe(false);
  });

  it("tell who mourns, and who is no holder of an office", () => {
    expect(deplores(words("رفع الأمير أحر التعازي في استشهاد عشرة"))).toBe(true);
    expect(deplores(words("أعلن الأمير استشهاد عشرة"))).toBe(false);
    expect(deplores(words("وصف الشيخ التفجير الغاشم الذي قتل عشرة"))).toBe(true);
    expect(tellsNoHolder(words("مساعد رئيس المجلس"))).toBe(true);
    expect(tellsNoHolder(words("رئيس المجلس"))).toBe(false);
  });
});
