import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LinkKind, Stance } from "../../core/contract.js";
import * as gazetteer from "../../gazetteer/gazetteer.js";
import { arabic } from "../../lang/ar/pack.js";
import { textOf } from "../../text/layer.js";
import { readNames } from "../names/names.js";
import { readNumbers } from "../numbers/numbers.js";
import { readTextLayer } from "../page/text-layer.js";
import { readTimes } from "../times/times.js";
import { readAttribution } from "./attribution.js";

interface AttributionExample {
  readonly text: string;
  readonly attributions: readonly {
    /** Outermost first; "" where nobody in particular says it. */
    readonly chain: readonly string[];
    readonly kinds: readonly LinkKind[];
    readonly stance: Stance;
    readonly direct: boolean;
    /** What is said. */
    readonly words: string;
    readonly rule: string;
  }[];
}

const corpus = new URL("../../lang/ar/corpus/attribution.jsonl", import.meta.url);
const examples: AttributionExample[] = readFileSync(corpus, "utf8")
  .trim()
  .split("\n")
  .map((line): AttributionExample => JSON.parse(line));

function attributionsIn(text: string, outlet: string | null = null) {
  const layer = readTextLayer(text, arabic);
  const names = readNames(layer, arabic, gazetteer);
  const times = readTimes(layer, readNumbers(layer, arabic), arabic).resolve(null);
  return { layer, found: readAttribution(layer, names, times, outlet, arabic) };
}

function read(text: string, outlet: string | null = null): AttributionExample["attributions"] {
  const { layer, found } = attributionsIn(text, outlet);
  return found.map(({ first, last, rule, value }) => ({
    chain: value.chain.map(({ name }) => name),
    kinds: value.chain.map(({ kind }) => kind),
    stance: value.stance,
    direct: value.direct,
    words: textOf(layer, first, last),
    rule,
  }));
}

const chainsIn = (text: string, outlet: string | null = null): string[] =>
  read(text, outlet).map(({ chain }) => chain.join(" > "));

describe("attribution in Arabic", () => {
  it.each(examples)("reads $text", ({ text, attributions }) => {
    expect(read(text)).toEqual(attributions);
  });

  it.each([
    [
      "رعى الأمير خالد بن سعود حفل المدرسة. وقال المدير إن القاعة ممتلئة. وأكد سموه أن الخطة ماضية.",
      "الأمير خالد بن سعود",
    ],
    ["وقال المدير إن القاعة ممتلئة. وأكد سموه أن الخطة ماضية.", null],
    [
      "وقال وزير النقل سالم العلي إن الطريق جاهز. وقال رجل إنه ضيق. وأضاف معاليه أن الجسر جاهز.",
      "وزير النقل سالم العلي",
    ],
    ["كان المشرف حمدي العربي حاضرا. وأضاف العربي أن الماء يكفي.", "حمدي العربي"],
  ])("knows whom a style or a family name alone means: %s", (text, meant) => {
    expect(attributionsIn(text).found.at(-1)?.value.chain.at(-1)?.meant?.name ?? null).toBe(meant);
  });

  it("has an example of every rule", () => {
    const folder = new URL(".", import.meta.url);
    const sources = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const rules = sources.flatMap(
      (name) => readFileSync(new URL(name, folder), "utf8").match(/"attribution\.[a-z-]+"/g) ?? [],
    );
    const shown = new Set(
      examples.flatMap(({ attributions }) => attributions.map(({ rule }) => `"${rule}"`)),
    );
    expect(new Set(rules)).toEqual(shown);
  });
});

describe("a speaker carried on", () => {
  it("is forgotten where the outlet speaks itself", () => {
    const text = "قال المحافظ إن السوق احترق. يذكر أن السوق بني قبل قرن. وأضاف أن الحريق أخمد.";
    expect(chainsIn(text)).toEqual(["المحافظ"]);
  });

  it("does not speak in the next paragraph after a colon", () => {
    const text = "قال الشاهد: الحريق بدأ ليلا.\n\nوصلت فرق الإطفاء بعد ساعة.";
    expect(chainsIn(text)).toEqual(["شاهد"]);
  });

  it("speaks to the end of the report where the text of his statement follows", () => {
    const text =
      "أصدرت وزارة الخارجية بيانا. وقالت الوزارة إنها قلقة، وفيما يلي نص البيان.\n\nنتابع ما يجري في البلد الجار.\n\nندعو رعايانا إلى الحذر.";
    expect(read(text).map(({ words }) => words)).toContain("ندعو رعايانا إلى الحذر.");
  });
});

describe("who holds the floor", () => {
  const opening = "قال المحافظ سالم العلي إن السوق احترق";
  const he = "المحافظ سالم العلي";

  it.each([
    [". وأضاف أن الحريق أخمد."],
    [". كما أشار إلى أن الحريق أخمد."],
    [". وقد أكد أن الحريق أخمد."],
    ["، لكنه أكد أن الحريق أخمد."],
    ["، إلا أنه نفى وقوع ضحايا."],
    [". وعن أسباب الحريق، قال إن التحقيق مستمر."],
    [". وفي ختام كلمته أكد أن الحريق أخمد."],
    [". يقول: «الحريق أخمد سريعا»."],
  ])("he goes on behind %s", (behind) => {
    expect(chainsIn(`${opening}${behind}`)).toEqual([he, he]);
  });

  it.each([
    ["يلاحظ أن الأسواق تحترق كثيرا."],
    ["رفع الأهالي لافتات بعد أن تأكد أن السوق لن يعود."],
    ["الأسواق التي تشير إليها البلدية كثيرة."],
  ])("he is not who %s", (told) => {
    expect(chainsIn(`${opening}. ${told}`)).toEqual([he]);
  });

  it("does not pass to what he tells of", () => {
    const text =
      "قال المحافظ سالم العلي إن اللغة تمثل هوية المجتمع وتعبر عن فكره. ودعا إلى جمع الأخبار ورصد المخالفات.";
    expect(read(text).map(({ words }) => words)).toEqual([
      "اللغة تمثل هوية المجتمع وتعبر عن فكره.",
      "إلى جمع الأخبار ورصد المخالفات.",
    ]);
  });

  it("agrees with its verb", () => {
    const text = "سلمت السلطات السويسرية المتهم سالم العلي للشرطة واعترف بأنه مذنب.";
    expect(chainsIn(text)).toEqual([]);
  });
});

describe("a subject told again", () => {
  it.each(["كونيتش", "«كونيتش»"])("is known by his family name alone: %s", (name) => {
    const text = `قال المبعوث إيفان كونيتش إن الحرب انتهت. وطالب ${name} المانحين بزيادة المعونات.`;
    expect(read(text)[1]?.words).toBe("المانحين بزيادة المعونات.");
  });

  it("has its object behind it", () => {
    expect(chainsIn("وصفت مصادر تركية الحادث بأنه موضعي.")).toEqual(["مصادر تركية"]);
    expect(chainsIn("انتقد الشيخ طاهر المحمدي إيران بلهجة حادة.")).toEqual(["الشيخ طاهر المحمدي"]);
    expect(chainsIn("رفع المحتجون شعارات كثيرة، وأكدوا أن الحبس جريمة.")).toEqual(["المحتجون"]);
  });

  it("tells an outlet in brackets", () => {
    expect(chainsIn("قال الوزير سالم العلي لـ(الميزان) إن الطريق آمن.")).toEqual([
      "الميزان > الوزير سالم العلي",
    ]);
  });
});

describe("scripture", () => {
  it("is not quoted of a man whose name ends in God's", () => {
    const text = "أما الزائر عبد الله الحداد فقد عبر عن سعادته وقال: إنه جاء مع أهله.";
    expect(chainsIn(text)).toEqual(["الزائر عبد الله الحداد", "الزائر عبد الله الحداد"]);
  });
});

describe("the report's own outlet", () => {
  it("is no relay in its own report", () => {
    const text = "قال مصدر أمني لرويترز إن المهاجم فر.";
    expect(chainsIn(text, "رويترز")).toEqual(["مصدر أمني"]);
    expect(chainsIn(text, "الأناضول")).toEqual(["رويترز > مصدر أمني"]);
  });

  it("is known by the dateline too", () => {
    expect(
      chainsIn("حلب-سانا\n\nذكر مراسل الوكالة أن الطريق فتح. وقال مواطن لسانا إن السوق عاد."),
    ).toContain("مواطن");
  });
});

describe("what is quoted", () => {
  it("runs from mark to mark", () => {
    const { layer, found } = attributionsIn('قال القائد: "سنبقى هنا" قبل أن يغادر.');
    const quoted = found[0]?.value.quoted;
    expect(quoted && textOf(layer, quoted.first, quoted.last)).toBe("سنبقى هنا");
  });

  it.each([
    ["في بيان", "statement"],
    ["في مؤتمر صحفي", "press-conference"],
    ["عبر تويتر", "social-media"],
    ["هاتفيا", "phone"],
  ])("came %s", (words, medium) => {
    const { found } = attributionsIn(`قال الوزير ${words} إن الطريق آمن.`);
    expect(found[0]?.value.medium).toBe(medium);
  });

  it("is unverified where it is hearsay, possible where it is expected", () => {
    const modality = (text: string) => attributionsIn(text).found[0]?.value.modality;
    expect(modality("قيل إن الطائرة هبطت ليلا.")).toBe("unverified");
    expect(modality("توقع الوزير ارتفاع الأسعار.")).toBe("possible");
    expect(modality("قال الوزير إن الأسعار ارتفعت.")).toBe("asserted");
  });
});

describe("cost", () => {
  it("grows with the length of hostile text, not faster", () => {
    /** The least of three: what else the machine does costs time, too. */
    const time = (unit: string, length: number): number => {
      const text = unit.repeat(length / unit.length);
      const times = [1, 2, 3].map(() => {
        const started = performance.now();
        attributionsIn(text);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    for (const unit of ["قال إن ", "نقلت عن ", "بحسب وفق ", '" قال ']) {
      time(unit, 2_000);
      const [short, long] = [time(unit, 4_000), time(unit, 16_000)];
      expect(long).toBeLessThan(Math.max(60, short) * 12);
    }
  });
});
