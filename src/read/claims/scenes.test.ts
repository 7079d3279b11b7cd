import { describe, expect, test } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { readReport } from "../report.js";

/** The place of each figure of a report, in order; null where none is told. */
function placesOfFigures(text: string): readonly (string | null)[] {
  const { claims, entities } = readReport({ text }, arabic);
  return claims
    .filter(({ kind }) => kind === "figure")
    .map(({ place }) => entities.find(({ id }) => id === place)?.name ?? null);
}

describe("the place of a figure", () => {
  test("is the smallest of an address", () => {
    expect(
      placesOfFigures("قتل ثلاثة مدنيين في قصف على بلدة عين زعرور بريف إدلب الجنوبي."),
    ).toEqual(["عين زعرور"]);
  });
  test("is no state told of as one", () => {
    const force = "تضم القوة وحدات من جيش روسيا الاتحادية وجمهوريات بيلاروسيا وأرمينيا.";
    expect(placesOfFigures(`${force} وأصيب ألف شخص في الاشتباكات.`)).toEqual([null]);
    expect(placesOfFigures("وقتل اثنان في جمهورية مصر العربية.")).toEqual(["مصر"]);
  });
  test("is told in the clause of the figure", () => {
    expect(
      placesOfFigures("قتل ثلاثة مدنيين في مدينة حلب، فيما أصيب سبعة آخرون في مدينة حمص."),
    ).toEqual(["حلب", "حمص"]);
  });
  test("is the town of the lead where the figure's own words tell only a country", () => {
    expect(
      placesOfFigures("قتل خمسة أشخاص في سوريا.\nوقع الانفجار في بلدة عين زعرور شمال إدلب صباحا."),
    ).toEqual(["عين زعرور"]);
  });
  test("is the country that is told with the count, where nothing takes the sentence up", () => {
    expect(
      placesOfFigures("قتل ثلاثة أشخاص في مدينة حلب. وأصيب 5192 شخصا في سوريا هذا العام."),
    ).toEqual(["حلب", "سوريا"]);
  });
  test("is another one behind 'and in Y'", () => {
    expect(
      placesOfFigures("سجلت سبع وفيات في مدينة جبلة بريف اللاذقية، وفي مدينة حماة قتل 51 شخصا."),
    ).toEqual(["جبلة", "حماة"]);
  });
  test("is the smaller place behind the one that frames the sentence", () => {
    expect(
      placesOfFigures("وفي حلب، أصيب عشرة أشخاص في هجوم على مركز للشرطة في بلدة عين زعرور."),
    ).toEqual(["عين زعرور"]);
  });
  test("is not the town from which a distance is measured, nor the end of a journey", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور. وقتل تسعة على مسافة 20 كيلومترا جنوبي حلب أثناء عودتهم من بيروت إلى حمص.",
      ),
    ).toEqual(["عين زعرور"]);
  });
  test("is not the country whose nationals are counted", () => {
    expect(placesOfFigures("قتل ثلاثة جنود من تشاد في كمين قرب مدينة حلب.")).toEqual(["حلب"]);
    expect(placesOfFigures("ومن بين المفقودين 29 شخصا من السودان.")).toEqual([null]);
  });
  test("is the country that 'witnessed' it", () => {
    expect(placesOfFigures("شهدت تركيا أربعة انفجارات قتل فيها خمسة أشخاص.")).toContain("تركيا");
  });
  test("is not the hospital to which the wounded were brought", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور فجرا. وأصيب أربعة أشخاص ونقلوا إلى مستشفى الأمل في مدينة حلب.",
      ),
    ).toEqual(["عين زعرور"]);
  });
  test("is not where the speaker stands", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور فجرا. وقال مصدر في بيروت إن أربعة أشخاص أصيبوا.",
      )[0],
    ).toBe("عين زعرور");
  });
  test("is the town that 'the town' points back to", () => {
    expect(
      placesOfFigures(
        "وصلت قوة إلى بلدة عين زعرور ثم إلى مدينة حلب.\nوقتل شخصان في البلدة مساء.",
      )[0],
    ).toBe("عين زعرور");
  });
  test("is not told where the report names no place", () => {
    expect(placesOfFigures("قتل ثلاثة أشخاص في حادث مروري.")).toEqual([null]);
  });
  test("is told of all behind what caused it, though a part stands before it", () => {
    expect(
      placesOfFigures(
        "وقعت مأساة في سوريا مساء، حيث قتل ستة مدنيين بينهم طفلة نتيجة قصف على بلدة عين زعرور.",
      ),
    ).toEqual(["عين زعرور", "عين زعرور"]);
  });
  test("is not where a part of them died", () => {
    expect(
      placesOfFigures("ضرب زلزال مدينة حلب وأدى إلى مقتل 17 شخصا، بينهم ثلاثة في حمص."),
    ).toEqual(["حلب", "حمص"]);
  });
  test("stands on the same side of each count where towns and counts take turns", () => {
    expect(
      placesOfFigures(
        "وكانت محافظة بغداد الأكثر تضررا حيث سجلت سقوط 35 قتيلا تلتها محافظة ديالى بـ 17 قتيلا.",
      ),
    ).toEqual(["بغداد", "ديالى"]);
    expect(placesOfFigures("قتل ثلاثة أشخاص في حلب وأصيب خمسة في حمص.")).toEqual(["حلب", "حمص"]);
  });
  test("is the region that holds a list of towns, and the first where none is told", () => {
    expect(
      placesOfFigures(
        "قتل شخصان في قصف على بلدات عين زعرور وكفر نوران وتديل الواقعة بريف حلب الغربي.",
      ),
    ).toEqual(["محافظة حلب"]);
    expect(placesOfFigures("قتل شخصان في قصف على حلب وحمص.")).toEqual(["حلب"]);
  });
  test("is the country named with an earlier event, not the town of the news", () => {
    expect(
      placesOfFigures(
        "وقتل تسعة أشخاص في مدينة غازي عنتاب.\nوهذا أقوى زلزال في تركيا منذ الزلزال الذي أدى إلى مقتل 17 ألف شخص.",
      ),
    ).toEqual(["غازي عنتاب", "تركيا"]);
  });
  test("is not carried over to another piece of news", () => {
    expect(
      placesOfFigures(
        "قتل ثلاثة أشخاص في انفجار في مدينة حلب.\nوعلى صعيد آخر، اعتقلت الشرطة خمسة مهربين.",
      ),
    ).toEqual(["حلب", null]);
  });
  test("is not where one of them was born", () => {
    expect(
      placesOfFigures("قتل ثلاثة مسلحين في غارة.\nوكان زعيمهم المولود بالكويت مطلوبا.")[0],
    ).toBeNull();
  });
});

/** The day of each figure of a report published on Thursday 20 January 2022. */
function daysOfFigures(text: string): readonly (string | null)[] {
  const { claims } = readReport({ text, published: "2022-01-20" }, arabic);
  return claims.filter(({ kind }) => kind === "figure").map(({ time }) => time?.edtf ?? null);
}

describe("the place of a figure among others", () => {
  test("is the road, not its ends", () => {
    expect(placesOfFigures("قتل سبعة ركاب على طريق الهجرة بين مكة والمدينة المنورة.")).toEqual([
      "طريق الهجرة",
    ]);
    expect(placesOfFigures("قتل سبعة ركاب بين حمص وطرطوس.")).toEqual(["حمص"]);
  });
  test("is the town on the sea, and no part of the world", () => {
    expect(
      placesOfFigures("غرق القارب في البحر المتوسط قبالة مدينة طرطوس وقتل ثلاثة ركاب."),
    ).toEqual(["طرطوس"]);
    expect(
      placesOfFigures("غرق القارب في البحر المتوسط قبالة مدينة طرطوس. وقتل ثلاثة ركاب."),
    ).toEqual(["طرطوس"]);
    expect(
      placesOfFigures("قتل ثلاثة مدنيين في هجوم لتنظيم في غرب إفريقيا على بلدة عين زعرور."),
    ).toEqual(["عين زعرور"]);
  });
});

describe("the day of a figure", () => {
  test("is that of the lead, behind a headline and a caption", () => {
    expect(
      daysOfFigures(
        "قصف على ريف إدلب\n\nقصف على جبل الزاوية - أرشيف\n\nإدلب - متابعات\n\nشنت طائرات غارات أمس الأربعاء على مواقع شمال إدلب.\n\nوأسفرت الغارات عن مقتل ثلاثة أشخاص.",
      ),
    ).toEqual(["2022-01-19"]);
  });
  test("is not that of an earlier event told behind it", () => {
    expect(
      daysOfFigures(
        "قتل ثلاثة أشخاص في قصف على مخيم.\nوكان ناشطون قد رصدوا في 11 يناير سقوط قذائف قرب المخيم.",
      ),
    ).toEqual([null]);
  });
  test("is not the stretch told of another count", () => {
    expect(
      daysOfFigures(
        "أسفر القصف أمس الأربعاء عن مقتل شخص.\nوأصيب سبعة مدنيين فيما بلغ عدد القتلى 74 شخصا منذ مطلع العام الحالي.",
      )[1],
    ).toBeNull();
  });
  test("is the day told before where only an hour is told", () => {
    expect(
      daysOfFigures("انفجرت سيارة أمس الأربعاء. وقتل ثلاثة أشخاص عند الساعة الثالثة والنصف."),
    ).toEqual(["2022-01-19"]);
  });
  test("is not carried over to another piece of news", () => {
    expect(
      daysOfFigures(
        "قتل ثلاثة أشخاص في انفجار أمس الأربعاء.\nوعلى صعيد آخر، اعتقلت الشرطة خمسة مهربين.",
      ),
    ).toEqual(["2022-01-19", null]);
  });
});

/** The place of each event of a report, in order; null where none is told. */
function placesOfEvents(text: string): readonly (string | null)[] {
  const { claims, entities } = readReport({ text }, arabic);
  return claims
    .filter(({ kind }) => kind === "event")
    .map(({ place }) => entities.find(({ id }) => id === place)?.name ?? null);
}

describe("the place of an event", () => {
  const FAR =
    "وقال السكان إنهم سمعوا أصواتا. وقال التجار إن الأسواق مغلقة. وقال الطلاب إنهم عادوا.";
  test("is the lead's, where no other town is told of between", () => {
    expect(placesOfEvents(`اقتحم مسلحون سجنا في حمص. ${FAR} واعتقلت الشرطة ستة مسلحين.`)).toEqual([
      "حمص",
      "حمص",
    ]);
  });
  test("is unknown far behind the lead, where the report has gone to another town", () => {
    const report = `اقتحم مسلحون سجنا في حمص.\nووصل الوزير إلى بيروت.\n${FAR}\nواعتقلت الشرطة ستة مسلحين.`;
    expect(placesOfEvents(report).at(-1)).toBeNull();
  });
  test("is not where it was only talked of", () => {
    const talked =
      "قال الوزير في مؤتمر صحافي عقده في أنقرة إن التحقيق مستمر. وأضاف أن مسلحين نفذوا الهجوم.";
    expect(placesOfEvents(talked).at(-1)).toBeNull();
    const shelled = "قصفت الطائرات قرى في إدلب. وأضاف أن مسلحين نفذوا الهجوم.";
    expect(placesOfEvents(shelled).at(-1)).toBe("إدلب");
  });
  test("is a capital that is told to be one, and taken", () => {
    expect(placesOfEvents("استولى المسلحون على العاصمة طرابلس.")).toEqual(["طرابلس"]);
  });
  test("is of what persons do only where they are in it", () => {
    expect(placesOfEvents("التقى الوزير أمس سفراء من بريطانيا.")).toEqual([null]);
    expect(placesOfEvents("قررت الحكومة بطلب من فرنسا تأجيل الحفل.")).toEqual([null]);
    expect(placesOfEvents("التقى الوزير أمس سفيرا في مقر الوزارة بمدينة الرياض.")).toEqual([
      "الرياض",
    ]);
    expect(
      placesOfEvents("عقد الرئيس اجتماعا طارئا مع مستشاريه لمناقشة الأوضاع الراهنة في اليمن."),
    ).toEqual([null]);
  });
  test("is not where those were of whom it was told that", () => {
    expect(
      placesOfEvents("اعتقلت الشرطة أمس جماعة اعترفت بأنها تنشط في العراق.").at(-1),
    ).toBeNull();
    expect(placesOfEvents("اعتقلت الشرطة أمس جماعة مسلحة في بغداد.")).toEqual(["بغداد"]);
  });
  test("is the town that was struck or taken, and a town before its land", () => {
    expect(
      placesOfEvents("قتل ثمانية في قصف للطائرات على مدينة حلب، وتواصلت المعارك بريف اللاذقية.")[0],
    ).toBe("حلب");
    expect(placesOfEvents("اقتحم المسلحون في اليمن السجن المركزي في محافظة لحج.")).toEqual(["لحج"]);
  });
  test("is not where who tells of it holds his office", () => {
    expect(placesOfEvents("قال رئيس محكمة جدة إن المسلحين قتلوا في هجوم على المصلين.")).toEqual([
      null,
    ]);
  });
  test("is not the town before, of prices", () => {
    expect(placesOfEvents("اجتمع الوزراء في فيينا. وارتفعت أسعار النفط.").at(-1)).toBeNull();
  });
});

describe("the region that a body serves", () => {
  const NEWS = "وقع تصادم على طريق الساحل في مدينة الخرج. وقال المتحدث إن غرفة عمليات";
  test("is no place of its news, where a town is told", () => {
    const text = `${NEWS} هيئة الهلال الأحمر بمنطقة الرياض تلقت بلاغا وتوجهت خمس فرق إسعافية.`;
    expect(placesOfFigures(text)).toEqual(["الخرج"]);
  });
  test("is the place where none other is told", () => {
    const text = "قالت هيئة الهلال الأحمر بمنطقة الرياض إن خمس فرق إسعافية باشرت الحادث.";
    expect(placesOfFigures(text)).toEqual(["الرياض"]);
  });
});

describe("a place in brackets", () => {
  test("is read behind the word for what it is", () => {
    expect(placesOfFigures("قتل ثلاثة أشخاص في قصف على بلدة (كفر زعرور) ليلا.")).toEqual([
      "كفر زعرور",
    ]);
  });
  test("is none where the brackets hold an aside", () => {
    expect(placesOfFigures("قتل ثلاثة أشخاص في قرية (شمال البلاد) ليلا.")).toEqual([null]);
    expect(placesOfFigures("قتل ثلاثة أشخاص في قرية (لم يسمها) ليلا.")).toEqual([null]);
  });
});

describe("the places of a figure", () => {
  test("hold the town told before, in which the quarter lies", () => {
    const text = "وقع قصف على مدينة حمص فجرا. واستهدف القصف حي الزهور وقتل فيه أربعة أشخاص.";
    const { claims, entities } = readReport({ text }, arabic);
    const figure = claims.find(({ kind }) => kind === "figure");
    const names = figure?.places.map((place) => entities.find(({ id }) => id === place)?.name);
    expect(names).toEqual(["الزهور", "حمص"]);
  });
});

describe("the place that an event is given", () => {
  test("is not where somebody in front of it lives", () => {
    const exile = "كانت القوات الموالية للرئيس، الذي يعيش في المنفى في الرياض، استعادت السيطرة";
    expect(placesOfEvents(`${exile} على الجسر.`)).toEqual([null]);
    expect(placesOfEvents(`${exile} على مدينة عدن.`)).toEqual(["عدن"]);
    expect(placesOfEvents("قال التاجر المقيم في بيروت إن انفجارا وقع في مدينة حلب.")).toEqual([
      "حلب",
    ]);
  });
  test("is none that a clause far behind it tells of", () => {
    expect(
      placesOfEvents(
        "استهدفت الغارة معسكرا للمسلحين صباح أمس، فيما نفت الوزارة مرة أخرى أن تكون لها قوات في مدينة حمص.",
      ),
    ).toEqual([null]);
  });
  test("is told behind it where it goes on", () => {
    expect(placesOfEvents("استهدفت الغارة معسكرا للمسلحين قرب مدينة حمص.")).toEqual(["حمص"]);
  });
  test("is no part of the world", () => {
    expect(placesOfEvents("وقع انفجار كبير، وزادت المخاوف في الشرق الأوسط.")).toEqual([null]);
  });
  test("is the land all over which it happened", () => {
    expect(placesOfEvents("اعتقلت الشرطة ستة مسلحين في جميع أنحاء تركيا.")).toEqual(["تركيا"]);
  });
  test("is not where somebody goes, but of the going itself", () => {
    expect(placesOfEvents("وقعت الهجمات خلال زيارة الوزير إلى حلب.")).toEqual([null]);
    expect(placesOfEvents("وقع الهجوم على الطريق إلى حلب.")).toEqual(["حلب"]);
    expect(placesOfEvents("وصلت مساعدات طبية إلى حلب.")).toEqual(["حلب"]);
    expect(placesOfEvents("زار وزير الخارجية دمشق.")).toEqual(["دمشق"]);
  });
  test("is told in its own clause, where persons and bodies do it", () => {
    expect(
      placesOfEvents("وقعت الشركة اتفاقا مع الوزارة، وستعمل على نقل الغاز إلى مدينة حمص."),
    ).toEqual([null]);
    expect(placesOfEvents("وقعت الشركة في حمص اتفاقا مع الوزارة.")).toEqual(["حمص"]);
  });
});

/** The day of the last event of a kind. */
function dayOf(type: string, text: string): string | null {
  const { claims } = readReport({ text, published: "2023-05-04" }, arabic);
  return claims.findLast(({ event }) => event?.type === type)?.time?.edtf ?? null;
}

describe("the day of an event", () => {
  test("is that told in front of it, of one clause", () => {
    expect(dayOf("attack", "قتل أمس ثلاثة جنود قرب حمص في هجوم على قافلة.")).toBe("2023-05-03");
    expect(dayOf("seize", "قتل أمس رجل في حمص بعد أن اقتحم جنود منزله.")).toBe("2023-05-03");
  });
  test("is none of a main clause in front of 'which', nor behind it", () => {
    expect(dayOf("attack", "قتل أمس ضابط في شمال سيناء التي تشهد هجمات المسلحين.")).toBeNull();
    expect(dayOf("seize", "قال قائد إن العملية التي حررت عدن، استؤنفت مجددا، أمس.")).toBeNull();
  });
  test("is not that of a document with a number", () => {
    const heard = "بعد النظر في قرار مجلس الشورى رقم (12 / 30) وتاريخ 4 / 5 / 1443هـ،";
    expect(dayOf("decide", `${heard} قرر مجلس الوزراء فتح المعبر.`)).toBeNull();
    expect(dayOf("found", "تأسست الشركة بتاريخ 4 / 5 / 1443هـ.")).toBe("2021-12-08");
  });
  test("is that behind a town that gives programmes their names", () => {
    expect(dayOf("explosion", "انفجرت سيارة ملغومة في القاهرة أمس.")).toBe("2023-05-03");
  });
  test("is no bare year of the clause in front", () => {
    expect(
      dayOf("found", "التحق المهندس بالشركة في بدايتها عام 2005، وأسس معهدا للتدريب."),
    ).toBeNull();
    expect(dayOf("found", "وفي عام 2005 أسس المهندس معهدا للتدريب.")).toBe("2005");
  });
  test("is none yet to come for what was done, of a report found before that", () => {
    const text = "تم القبض على المدير بعد أن دعي إلى جلسة في أيلول بسبب الرسوم.";
    const { claims } = readReport({ text, fetched: "2023-08-01" }, arabic);
    expect(claims.find(({ event }) => event?.type === "arrest")?.modality).toBe("asserted");
  });
  test("is not counted from another one", () => {
    expect(
      dayOf(
        "strike",
        "عملا بقواعد الاشتباك المعمول بها منذ 2012 في الجيش كله، أطلقت الدبابات عدة قذائف.",
      ),
    ).toBeNull();
  });
  test("is not that of who plans, demands or condemns it", () => {
    expect(dayOf("attack", "اعتقلت الشرطة أمس ستة رجال كانوا يخططون لمهاجمة السجن.")).toBeNull();
    expect(dayOf("release", "تظاهر أمس مئات المعلمين للمطالبة بإطلاق سراح زملائهم.")).toBeNull();
    expect(dayOf("attack", "تلقى الوزير أمس اتصالا أعرب خلاله عن إدانته للهجوم.")).toBeNull();
  });
  test("is not that from which a decision holds, nor of what came of it", () => {
    expect(dayOf("decide", "قررت الحكومة وقف الرحلات إلى المدينة اعتبارا من الاثنين.")).toBeNull();
    expect(dayOf("decide", "صعد الروبل أمس بنسبة كبيرة بعد قرار البنك خفض الفائدة.")).toBeNull();
  });
  test("is none that another clause far behind it tells", () => {
    const text =
      "أوقفت الشرطة ثلاثة أشخاص في المدينة، وقال ناطق باسمها إن رابعا كان قد سلم نفسه في 5 مايو 2020.";
    const { claims } = readReport({ text }, arabic);
    expect(claims.find(({ event }) => event?.type === "arrest")?.time ?? null).toBeNull();
  });
});
