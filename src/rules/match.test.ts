import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedText } from "../../test/marked-text.js";
import { arabic } from "../lang/ar/pack.js";
import { readTextLayer } from "../read/page/text-layer.js";
import { type Annotation, rangeOf, textOf } from "../text/layer.js";
import { Annotations } from "./annotations.js";
import { RuleSet } from "./compile.js";
import { allMatches, applyRules } from "./match.js";
import { resolve } from "./resolve.js";
import type { Match, Rule } from "./rule.js";

/** A rule that gives back the words of what its elements took. */
function rule(id: string, pattern: string, priority = 0): Rule<Record<string, string>> {
  const build = ({ captures, layer }: Match): Record<string, string> =>
    Object.fromEntries(
      [...captures].map(([name, { first, last }]) => [
        name,
        last > first ? textOf(layer, first, last) : "",
      ]),
    );
  return { id, pattern, priority, build };
}

const layerOf = (text: string) => readTextLayer(text, arabic);

/** Applies the rules to a text that marks what they must find. */
function expectFound(source: string, ...rules: readonly Rule<unknown>[]): void {
  const { text, ranges } = markedText(source);
  const layer = layerOf(text);
  const found = applyRules(new RuleSet(rules), layer).map(({ first, last }) =>
    rangeOf(layer, first, last),
  );
  expect(found).toEqual(ranges.map(({ start, end }) => [start, end]));
}

describe("a rule finds", () => {
  it.each([
    ["a word in any spelling", "أعلن", "[أعلن] القائد ثم [اعلن] ثم [أَعلن]."],
    ["a word behind a joined و or ف", "قال", "[قال] ثم [وقال] ثم [فقال]."],
    ["a quoted word only by itself", "'قال'", "[قال] ثم وقال."],
    ["a class, whatever is joined to it", "<office>", "زار [الوزير] البلدة [وللوزير] بيت."],
    ["a form with its features", "<counted.person number=dual>", "عاد [جنديان] ثم جندي."],
    ["an entry of several words", "<speech.own>", "[تجدر الإشارة] إلى ذلك."],
    ["the longest way", "في #word{0,2}", "[في بيت قديم] قرب البحر."],
    ["one of several ways", "( من هنا | من هناك )", "جاء [من هنا] وذهب [من هناك]."],
    ["what may be missing", "عام #number?", "[عام 2022] ثم [عام]."],
    ["marks", "#open #any #close", "جاء [(سامر)] أمس."],
    ["a group some times over", "( ثم #word ){1,3}", "جاء [ثم وقف ثم جلس] طويلا."],
  ])("%s", (_, pattern, source) => expectFound(source, rule("test", pattern)));

  it("nothing over the end of a sentence", () => {
    expectFound("جاء من. هنا بدأ.", rule("test", "من #punct? هنا"));
  });

  it("nothing in page furniture", () => {
    expectFound(
      "[اقرأ] الرجل الرسالة ثم عاد إلى بيته مساء أمس.\n\nاقرأ أيضا: رسالة",
      rule("test", "اقرأ"),
    );
  });
});

describe("what a rule's elements took", () => {
  const capturesOf = (text: string, pattern: string) =>
    applyRules(new RuleSet([rule("test", pattern)]), layerOf(text)).map(({ value }) => value);

  it("is told by name", () => {
    expect(capturesOf("وصل 12 عاملا أمس.", "count:#number what:<counted.person>")).toEqual([
      { count: "12", what: "عاملا" },
    ]);
  });

  it("is nothing for an element that is missing", () => {
    expect(capturesOf("وصل 12 أمس.", "count:#number what:<counted.person>?")).toEqual([
      { count: "12", what: "" },
    ]);
  });

  it("is that of the way taken, not of one given up", () => {
    expect(capturesOf("من بيت قديم.", "من ( a:#word 'جديد' | b:#word 'قديم' )")).toEqual([
      { b: "بيت" },
    ]);
  });

  it("comes from earlier annotations too", () => {
    const layer = layerOf("وصل نحو مئة رجل.");
    const hundred: Annotation<number> = { first: 2, last: 3, rule: "n", value: 100 };
    const set = new RuleSet<unknown>([
      {
        id: "test",
        pattern: "n:@number",
        build: ({ captures }) => captures.get("n")?.value ?? null,
      },
    ]);
    const numbers = new Annotations(layer.tokens.length);
    numbers.add("number", hundred);
    expect(applyRules(set, layer, numbers)).toEqual([
      { first: 2, last: 3, rule: "test", value: 100 },
    ]);
  });

  it("is found behind the first word too", () => {
    const layer = layerOf("وصل نحو مئة رجل.");
    const numbers = new Annotations(layer.tokens.length);
    numbers.add("number", { first: 2, last: 3, rule: "n", value: 100 });
    const set = new RuleSet<unknown>([rule("test", "نحو @number رجل")]);
    expect(applyRules(set, layer, numbers)).toMatchObject([{ first: 1, last: 4 }]);
    expect(applyRules(set, layer)).toEqual([]);
  });
});

describe("a rule set", () => {
  it("refuses two rules of one name", () => {
    expect(() => new RuleSet([rule("a", "قال"), rule("a", "نعم")])).toThrow(
      "Two rules are called a",
    );
  });

  it("leaves out a match that its rule refuses", () => {
    const refusing: Rule<string> = { id: "never", pattern: "قال", build: () => null };
    expect(allMatches(new RuleSet([refusing]), layerOf("قال نعم."))).toEqual([]);
  });

  it("tries at a token only the rules it can begin", () => {
    const set = new RuleSet([rule("a", "قال #word"), rule("b", "<office> #word"), rule("c", "@n")]);
    const starting = (form: string) =>
      set.wordOf(arabic.lexicon.word(form)).starting.map((one) => one.rule.id);
    expect(starting("قال")).toEqual(["a"]);
    expect(starting("وزير")).toEqual(["b"]);
    expect(starting("بيت")).toEqual([]);
  });
});

describe("of overlapping matches", () => {
  const ruleOf = (...rules: Rule<unknown>[]) =>
    applyRules(new RuleSet(rules), layerOf("جاء من بيت قديم أمس.")).map(({ rule }) => rule);

  it("the longest stays", () => {
    expect(ruleOf(rule("short", "من بيت", 9), rule("long", "من بيت قديم"))).toEqual(["long"]);
  });

  it("then that of the highest priority", () => {
    expect(ruleOf(rule("a", "من بيت"), rule("b", "من بيت", 1))).toEqual(["b"]);
  });

  it("then the first by name, in whatever order they are given", () => {
    expect(ruleOf(rule("b", "من بيت"), rule("a", "من بيت"))).toEqual(["a"]);
    expect(ruleOf(rule("a", "من بيت"), rule("b", "من بيت"))).toEqual(["a"]);
  });

  it("those that are kept do not overlap, stand in order, and crowd out all others", () => {
    const candidate = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.nat(2), fc.constantFrom("a", "b", "c"))
      .map(([first, length, priority, name]) => ({
        first,
        last: first + length,
        priority,
        rule: name,
        value: null,
      }));
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 20 }), (candidates) => {
        const kept = resolve(candidates);
        for (let at = 1; at < kept.length; at++) {
          expect(kept[at]?.first).toBeGreaterThanOrEqual(kept[at - 1]?.last ?? 0);
        }
        for (const one of candidates) {
          const rivals = kept.filter(({ first, last }) => first < one.last && one.first < last);
          expect(rivals.length).toBeGreaterThan(0);
          const longest = Math.max(...rivals.map(({ first, last }) => last - first));
          expect(longest).toBeGreaterThanOrEqual(one.last - one.first);
        }
        expect(resolve([...candidates].reverse()).map(({ first, last }) => [first, last])).toEqual(
          kept.map(({ first, last }) => [first, last]),
        );
      }),
    );
  });
});

describe("cost", () => {
  it("grows with the text, not faster, for repeats within repeats", () => {
    const set = new RuleSet([rule("deep", "( #word? #word? ){0,3} 'نهاية'")]);
    const time = (words: number): number => {
      const layer = layerOf("كلمة ".repeat(words));
      const started = performance.now();
      expect(applyRules(set, layer)).toEqual([]);
      return performance.now() - started;
    };
    time(1_000);
    const [short, long] = [time(1_000), time(4_000)];
    expect(long).toBeLessThan(Math.max(60, short) * 12);
  });
});
