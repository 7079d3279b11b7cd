import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedText } from "../../../test/marked-text.js";
import { arabic } from "../../lang/ar/pack.js";
import { readTextLayer } from "./text-layer.js";

const sentencesOf = (text: string): string[] =>
  readTextLayer(text, arabic).sentences.map(({ start, end }) => text.slice(start, end));

/** Reads a text that marks its sentences. */
function expectSentences(source: string): void {
  const { text, ranges } = markedText(source);
  expect(sentencesOf(text)).toEqual(ranges.map(({ words }) => words));
}

describe("a sentence ends", () => {
  it.each([
    ["at a full stop", "[وصلت القافلة.] [وعاد الهدوء.]"],
    ["at a question or exclamation mark", "[هل وصلت القافلة؟] [نعم وصلت!] [ثم عادت.]"],
    ["behind a mark that closes a quotation", '[قال: "وصلنا."] [ثم سكت.]'],
    ["where the space behind the full stop is missing", "[وصلت القافلة.][وعاد الهدوء.]"],
    ["once where marks are heaped", "[هل وصلت القافلة؟!] [لا.]"],
    ["behind the last dot of an ellipsis", "[قال: لا...] [ثم سكت.]"],
    ["with its line", "[وصلت القافلة أمس إلى البلدة]\n[وعاد الهدوء إلى الطريق]"],
    ["at the end of the text", "[وصلت القافلة]"],
  ])("%s", (_, source) => expectSentences(source));
});

describe("a sentence goes on", () => {
  it.each([
    ["inside an ellipsis without a space", "[قال: لا...لا.]"],
    ["over the dots of an address", "[سجل عبر www.kayan.org حتى الغد.] [ثم عد.]"],
    ["over the dot of an initial", "[قال د. سامر إن المشفى مفتوح.]"],
    ["over the dots of letters spelt out", '[قالت بوابة "أو.في.دي" إن المشفى مفتوح.]'],
    ["at a dot with no space behind", "[فتح المشفى.][وقال المدير إنه يعمل.]"],
    ["over the dots of an agency", "[وذكرت أ.ف.ب أن القصف توقف.]"],
    ["over a decimal point", "[بلغت قوته 5.4 درجات.]"],
    ["over a semicolon and commas", "[وصلت القافلة؛ وهي الثالثة، وعادت.]"],
    [
      "over lines that a margin broke",
      "[وصلت القافلة أمس إلى البلدة بعد أن انتظرت عند الحاجز يومين\nكاملين وكان معها عدد من الأطباء الذين جاؤوا من المدينة مع\nمعداتهم وأدويتهم ليعملوا في المشفى الذي توقف منذ الشهر\nالماضي عن العمل.]",
    ],
  ])("%s", (_, source) => expectSentences(source));
});

describe("sentences", () => {
  it("count their paragraphs", () => {
    const { sentences } = readTextLayer("وصلت القافلة. وعاد الهدوء.\n\nثم نزل المطر.", arabic);
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
  });

  it("know a line without its full stop for a heading", () => {
    const { sentences } = readTextLayer("عودة الهدوء\n\nعاد الهدوء إلى الطريق أمس.", arabic);
    expect(sentences.map(({ heading }) => heading)).toEqual([true, false]);
  });

  it("are cut where a text never ends one", () => {
    const endless = "وصلت القافلة، ".repeat(2_000);
    const { sentences } = readTextLayer(endless, arabic);
    expect(sentences.length).toBeGreaterThan(5);
    expect(Math.max(...sentences.map(({ first, last }) => last - first))).toBeLessThan(1_000);
  });

  it("stand in order inside the text, apart from one another and from furniture", () => {
    const piece = fc.constantFrom(
      "وصلت القافلة إلى البلدة صباح أمس الأول ",
      "قال الوزير إن ",
      "اقرأ أيضا: ",
      "الرئيسية",
      "التعليقات",
      "رويترز",
      "12.5 ",
      ". ",
      ".",
      "؟ ",
      '"',
      ": ",
      "\n",
      "\n\n",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const layer = readTextLayer(text, arabic);
        let behind = 0;
        for (const [index, { first, last, start, end }] of layer.sentences.entries()) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(layer.tokens[first]?.start).toBe(start);
          expect(layer.tokens[last - 1]?.end).toBe(end);
          expect(layer.sentenceOf[first]).toBe(index);
          behind = end;
        }
        for (const [from, to] of layer.furniture) {
          expect(layer.sentences.some(({ start, end }) => from < end && start < to)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("together with furniture hold every token", () => {
    const text = "الرئيسية\nأخبار\nرياضة\n\nوصلت القافلة إلى البلدة صباح أمس الأول.\n\nالتعليقات";
    const layer = readTextLayer(text, arabic);
    for (const [at, token] of layer.tokens.entries()) {
      const inFurniture = layer.furniture.some(
        ([start, end]) => start <= token.start && token.end <= end,
      );
      expect((layer.sentenceOf[at] ?? -1) >= 0, token.form).toBe(!inFurniture);
    }
  });
});
