import { between } from "../../core/value.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { Cue } from "./cue.js";
import type { NounPhrases } from "./noun-phrase.js";
import type { NumberLabels } from "./number-label.js";
import type { QuantityAnnotation } from "./quantity.js";
import { quantityOf } from "./quantity-made.js";

/** Two numbers that bound one count. */
export class Ranges {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly phrases: NounPhrases,
    private readonly labels: NumberLabels,
    private readonly words: FigureWords,
    /** A conjunction is written on to the token. */
    private readonly isJoined: (at: number) => boolean,
  ) {}

  /** بين عشرة وخمسة عشر جنديا, من 10 إلى 15 جنديا. */
  at(at: number, limit: number): QuantityAnnotation | null {
    const form = this.form(at);
    const { isOf, isOr, isTo, isWhat, ...particles } = this.words.particles;
    if (isWhat(form)) {
      const inner = particles.isBetween(this.form(at + 1)) ? this.at(at + 1, limit) : null;
      return inner && { ...inner, first: at };
    }
    const isBetween = particles.isBetween(form);
    if (!isBetween && !isOf(form)) return this.open(at, limit);
    const low = this.numberAt[at + 1];
    if (low?.value.kind !== "cardinal" || low.last + 1 >= limit) return null;
    // بين 150 ريالا و700 ريال: the unit told with both numbers.
    const behind = this.cues[low.last];
    const unit =
      behind?.role.noun?.sort === "not" && isMoney(behind) ? behind.role.noun.unit : null;
    const end = unit && behind ? behind.last : low.last;
    const { and } = this.words.joined;
    const link = this.form(end);
    let high = this.numberAt[end + 1];
    if (isBetween) {
      const direct = this.numberAt[end];
      if (direct && link.startsWith(and)) high = direct;
      // بين 20 أو 30
      else if (link !== and && !isTo(link) && !isOr(link)) return null;
    } else if (!isTo(link)) return null;
    if (!high || !isHigher(high, low)) return null;
    const joined = form.startsWith(and);
    const told = this.made(at, low, high, limit, joined, isBetween);
    // بين 65 ريالا و68: the unit told with the first number alone.
    if (unit && told && told.value.sort === null)
      return { ...told, value: { ...told.value, sort: "not", unit } };
    return unit && told?.value.unit !== unit ? null : told;
  }

  /** بعشرة إلى 15 ريالا: two numbers of one noun. */
  private open(at: number, limit: number): QuantityAnnotation | null {
    const low = this.numberAt[at];
    if (low?.value.kind !== "cardinal" || low.last + 1 >= limit) return null;
    const link = this.form(low.last);
    const high = this.numberAt[low.last + 1];
    if (!high || !isHigher(high, low)) return null;
    // 500 - 550 ريالا: a dash between two sums.
    const unit = this.cues[high.last];
    const isSum =
      (link === "-" || link === "–") && unit !== null && unit !== undefined && isMoney(unit);
    // ثلاثة أو أربعة أشخاص: one number or the other.
    const { isOr, isTo } = this.words.particles;
    const isRange = isTo(link) || isOr(link);
    if (!isSum && (!isRange || this.labels.isLabel(low))) return null;
    return this.made(at, low, high, limit, this.isJoined(at));
  }

  private form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  private made(
    at: number,
    low: NumberAnnotation,
    high: NumberAnnotation,
    limit: number,
    joined: boolean,
    isBetween = false,
  ): QuantityAnnotation | null {
    const isShare = high.value.kind === "percent";
    const phrase = isShare ? null : this.phrases.behindNumber(high.last, limit);
    // تراوح عدد القتلى بين 10 و15: of those told before.
    const isBare = isBetween && !phrase && !this.labels.isLabel(low) && !this.labels.isLabel(high);
    if (!isShare && !isBare && !phrase?.noun && phrase?.sort !== "unknown") return null;
    const least = low.value.value * scaleShared(low.value.value, high.value);
    const range = quantityOf(at, phrase, {
      value: between(least, high.value.value),
      form: "number",
      rule: "quantity.range",
      definite: false,
      joined,
      preposition: "",
      numberLast: high.last,
    });
    return isShare ? { ...range, value: { ...range.value, sort: "not", unit: "percent" } } : range;
  }
}

const isMoney = ({ role }: Cue): boolean => role.noun !== null && MONEY.has(role.noun.unit);

/** Units of the lexicon that are sums. */
const MONEY: ReadonlySet<string> = new Set([
  "dollars",
  "euros",
  "riyals",
  "dirhams",
  "dinars",
  "pounds",
  "roubles",
  "cents",
  "francs",
  "rupees",
  "yen",
  "pesos",
  "yuan",
  "shekels",
  "krona",
  "rand",
  "tomans",
]);

/** The second number of a range; a share closes one of shares (بين 40 و50 في المئة). */
const isHigher = ({ value }: NumberAnnotation, low: NumberAnnotation): boolean =>
  (value.kind === "cardinal" || value.kind === "percent") && value.value > low.value.value;

/** بين 18 و20 ألف شخص: the thousand behind the second number is of the first too. */
function scaleShared(low: number, { value, spelled }: NumberAnnotation["value"]): number {
  for (const scale of [1e9, 1e6, 1e3]) {
    if (spelled && value % scale === 0 && value >= scale) return low < value / scale ? scale : 1;
  }
  return 1;
}
