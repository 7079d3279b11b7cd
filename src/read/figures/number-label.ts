import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { Cue } from "./cue.js";

/** Tells numbers that name or measure something from those that count. */
export class NumberLabels {
  constructor(
    private readonly layer: TextLayer,
    private readonly cues: readonly (Cue | null)[],
    private readonly words: FigureWords,
  ) {}

  /** True where the number names or measures: a year, a score, a type, a clock, a unit of an army. */
  isLabel(number: NumberAnnotation): boolean {
    const { tokens } = this.layer;
    const { particles, shapes } = this.words;
    const before = tokens[number.first - 1];
    const token = tokens[number.first];
    const behind = tokens[number.last];
    if (!token) return true;
    if (number.value.kind === "cardinal" && token.kind === "number" && !this.isSetApart(number)) {
      if (before && !token.spaced && before.kind === "punct" && /^[-/:–.]$/.test(before.form)) {
        const earlier = tokens[number.first - 2];
        if (before.form !== "-" || (earlier && !before.spaced)) return true;
      }
      if (before?.kind === "word" && /^[a-z]+$/.test(before.form)) return true;
      if (behind && !behind.spaced && /^[-/:–%°]$/.test(behind.form)) return true;
      if (behind && /^[-/:]$/.test(behind.form) && tokens[number.last + 1]?.kind === "number") {
        return true;
      }
    }
    if (this.cues[number.last]?.role.flags.has("month")) return true;
    const label = this.cues[number.first - 1]?.role.flags.has("number.label") ?? false;
    const n = number.value.value;
    if (n === 1 && this.isAdjective(number)) return true;
    // أمس الاثنين هجوما: with the article two is a weekday.
    if (n === 2 && number.value.spelled && shapes.bearsArticle(token.form)) return true;
    // على النحو التالي: 1 - فلان: the number of an item.
    if (before?.form === ":" && behind?.form === "-") return true;
    const noun = this.cues[number.last]?.role.noun ?? null;
    const isYear = token.kind === "number" && ((n >= 1900 && n < 2100) || (n > 1400 && n < 1460));
    if (isYear && (label || (!noun && token.form.length === 4))) return this.isBareYear(number);
    // الأسابيع الثلاثة, يوم الاثنين: with the article and no noun behind, it points back.
    if (number.value.spelled && shapes.isDefiniteNumber(token.form) && !noun) {
      // مقتل الشخصين وإصابة السبعة: right behind what befell them, those told before.
      const harm = this.cues[number.first - 1]?.role.harm;
      return harm?.kind !== "noun" || harm.enclitic !== "" || harm.weak || n < 3;
    }
    // اعتقلت فجر اليوم 18 فلسطينيا: today, and no day of a month.
    const isToday = this.words.isToday(before?.form ?? "") && behind?.kind === "word";
    if (isToday && !particles.isOf(behind.form) && !shapes.isDefinite(behind.form)) return false;
    // "يوم 3 أشخاص" is no date where a counted noun follows; in اللواء 444 العقيد فلان the article
    // shows that the noun behind it is not counted.
    return label && (noun === null || noun.article);
  }

  /** إصابة /31/ متظاهرا: strokes on both sides set a number apart; in 2020/10/26 they make a date. */
  private isSetApart({ first, last }: NumberAnnotation): boolean {
    const { tokens } = this.layer;
    if (tokens[first - 1]?.form !== "/" || tokens[last]?.form !== "/") return false;
    return tokens[first - 2]?.kind !== "number" && tokens[last + 1]?.kind !== "number";
  }

  /** نقطة واحدة, في يوم واحد: said of the noun before it, it counts nobody. */
  private isAdjective({ first, last, value }: NumberAnnotation): boolean {
    const { tokens } = this.layer;
    const token = tokens[first];
    const before = tokens[first - 1];
    if (!value.spelled || !this.words.isOne(token?.form ?? "") || before?.kind !== "word")
      return false;
    // "One of them", "one of the soldiers": of those told before or behind.
    if (this.words.pronouns.isOfThem(tokens[last]?.form ?? "")) return false;
    const role = this.cues[first - 1]?.role;
    return !role || role.noun !== null;
  }

  /** A year, unless what is behind it can be counted: 2015 من الجنود, 2014 قتيلا. */
  private isBareYear(number: NumberAnnotation): boolean {
    const before = this.cues[number.first - 1]?.role.flags;
    if (before?.has("number.label")) return true;
    // عدد الوفيات 1452: right behind the victims it is how many they are.
    const victims = this.cues[number.first - 1]?.role.noun;
    if (victims?.sort === "victim" && victims.article && victims.number === "plural") return false;
    const next = this.layer.tokens[number.last];
    if (next === undefined || next.kind !== "word") return true;
    // أصيب 2000 آخرون: more of those told before.
    const isOthers = this.cues[number.last]?.role.flags.has("count.others") ?? false;
    return !this.words.particles.isOf(next.form) && !isOthers;
  }
}
