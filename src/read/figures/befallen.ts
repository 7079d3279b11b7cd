import { exactly } from "../../core/value.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { Relational } from "../../lang/figure-shapes.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { Cue, HarmWord } from "./cue.js";
import type { NounPhrases } from "./noun-phrase.js";
import type { QuantityAnnotation } from "./quantity.js";
import { quantityOf } from "./quantity-made.js";

/** Nations told one behind the other: بينهم أمريكي وفرنسي ويمني. */
const MOST_NATIONS = 4;

/** A parent told by the bare noun. */
const PARENTS = [
  ["kin.mother", "women"],
  ["kin.father", "men"],
] as const;

/** Marks that open a list of those counted before it. */
const OPENING_LIST: ReadonlySet<string> = new Set(["(", "«", '"', "“", ":"]);

export const isParent = (flags: Cue["role"]["flags"]): boolean =>
  PARENTS.some(([flag]) => flags.has(flag));

/** Who is counted without a number, right behind what befell them: a parent, another, one of a nation. */
export class Befallen {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly phrases: NounPhrases,
    private readonly words: FigureWords,
  ) {}

  /** مقتل أم وأطفالها: one mother, one father. */
  parent(at: number, cue: Cue): QuantityAnnotation | null {
    const parent = PARENTS.find(([flag]) => cue.role.flags.has(flag));
    if (!parent || cue.role.article || !this.isBereft(at)) return null;
    const bare = this.phrases.bare(at, at + 1, {});
    return quantityOf(
      at,
      { ...bare, sort: "person", counted: parent[1] },
      {
        value: exactly(1),
        form: "singular",
        rule: "quantity.singular",
        definite: false,
        joined: cue.role.conjunction === this.words.joined.and,
        preposition: cue.role.preposition,
        numberLast: at + 1,
      },
    );
  }

  private isNoun(at: number): boolean {
    const word = this.layer.words[at];
    const best = word?.readings[0];
    if (best?.conjunction !== "" || best.preposition !== "") return false;
    return Boolean(this.cues[at]?.role.noun) || word?.classes.has("group") === true;
  }

  /** وإصابة آخر, ومقتل آخران: the "other" alone. */
  other(at: number): QuantityAnnotation | null {
    const other = this.words.othersTold(this.layer.tokens[at]?.form ?? "");
    const harm = this.harmBefore(at);
    if (!other || !harm || harm.weak || harm.things) return null;
    // القبض على آخر مجموعة, مقتل آخر الرهائن: the last of them.
    if (other === 1 && this.isNoun(at + 1)) return null;
    return quantityOf(at, this.phrases.bare(at, at + 1, { others: true }), {
      value: exactly(other),
      form: other === 1 ? "one-of" : "dual",
      rule: "quantity.other",
      definite: false,
      joined: false,
      preposition: "",
      numberLast: at + 1,
    });
  }

  /**
   * أصيب فلسطيني, قتلت سورية, استشهد فلسطينيان, مقتل سوريين اثنين: persons told by their nation, right
   * behind what befell them. Behind a noun the singular may be its adjective (حصار إسرائيلي).
   */
  nation(at: number): QuantityAnnotation | null {
    const form = this.layer.tokens[at]?.form ?? "";
    // اعتقلت الشرطة فلسطينيا: behind a definite agent an indefinite accusative is no adjective.
    const of = this.relationalOf(form);
    const before = this.layer.tokens[at - 1]?.form ?? "";
    const isObject = of === "object" && this.words.shapes.isDefinite(before);
    if (this.isPart(at)) return this.partOfNation(at);
    const harm = this.harmBefore(at) ?? (isObject ? this.harmBefore(at - 1) : null);
    if (!harm || harm.things || harm.weak || harm.enclitic !== "") return null;
    if (!this.isOfNation(form)) return null;
    const isTwo = of === "two" || of === "two-women";
    const behind = this.numberAt[at + 1];
    const isToldTwo =
      of === "oblique" && behind?.value.spelled === true && behind.value.value === 2;
    const isOne = harm.kind === "verb" && (of === "one" || of === "woman" || of === "object");
    if (!isTwo && !isToldTwo && !isOne) return null;
    const last = isToldTwo ? behind.last : at + 1;
    return quantityOf(
      at,
      { ...this.phrases.bare(at, last, {}), sort: "person", counted: "persons" },
      {
        value: exactly(isOne ? 1 : 2),
        form: isOne ? "singular" : isTwo ? "dual" : "number",
        rule: "quantity.nation",
        definite: false,
        joined: false,
        preposition: "",
        numberLast: last,
      },
    );
  }

  private relationalOf(form: string): Relational | null {
    return this.words.shapes.relationalOf(form);
  }

  /** One or two of a nation, without the article: فلسطيني, سورية, فلسطينيان. */
  private isOfNation(form: string): boolean {
    const of = this.relationalOf(form);
    if (of === null || of === "several" || this.words.shapes.isDefinite(form)) return false;
    return nationality(form) !== null;
  }

  /** بينهم أمريكي, بينهن سعوديتان, بينهم أمريكي وفرنسي: one or two of a nation among those counted. */
  private partOfNation(at: number): QuantityAnnotation | null {
    const form = this.layer.tokens[at]?.form ?? "";
    const joined = form.startsWith(this.words.joined.and) && this.isPart(at - 1);
    const bare = joined ? form.slice(1) : form;
    const of = this.relationalOf(bare);
    if (of === "oblique" || !this.isOfNation(bare)) return null;
    const isTwo = of === "two" || of === "two-women";
    const sort = {
      ...this.phrases.bare(at, at + 1, {}),
      sort: "person",
      counted: "persons",
    } as const;
    return quantityOf(at, sort, {
      value: exactly(isTwo ? 2 : 1),
      form: isTwo ? "dual" : "singular",
      rule: "quantity.nation",
      definite: false,
      joined,
      preposition: "",
      numberLast: at + 1,
    });
  }

  /** Right behind بينهم, or behind another of a nation who stands there. */
  private isPart(at: number): boolean {
    for (let to = at; to > at - MOST_NATIONS; to--) {
      const before = this.cues[to - 1];
      if (before?.role.flags.has("parts")) return before.last === to;
      const form = this.layer.tokens[to]?.form ?? "";
      const previous = this.layer.tokens[to - 1]?.form ?? "";
      const { and } = this.words.joined;
      const own = previous.startsWith(and) ? previous.slice(and.length) : previous;
      if (!form.startsWith(and) || !this.isOfNation(own)) break;
    }
    // بينهم is of two tokens where it is من بينهم.
    return this.cues[at - 2]?.role.flags.has("parts") === true && this.cues[at - 2]?.last === at;
  }

  /** Where a nation tells whom the harm befell; asked of every token, so that no words are looked at. */
  isBehindHarm(at: number): boolean {
    return this.harmBefore(at) !== null || this.harmBefore(at - 1) !== null || this.isPart(at);
  }

  /** The harm word, of one token or of several, that ends right before the token. */
  private harmBefore(at: number): HarmWord | null {
    const one = this.cues[at - 1];
    if (one?.last === at && one.role.harm) return one.role.harm;
    const two = this.cues[at - 2];
    return two?.last === at ? two.role.harm : null;
  }

  /** وطفلها, وأم, وولداهما: one of the family joined at the token. */
  private isWithFamily(at: number): boolean {
    const role = this.cues[at]?.role;
    if (!role) return false;
    if (isParent(role.flags)) return role.conjunction === this.words.joined.and;
    const { noun } = role;
    if (noun?.conjunction !== this.words.joined.and || noun.article) return false;
    return noun.kin || noun.counted === "children";
  }

  /** مقتل أم وأطفالها, لقي أب وأم مصرعهما: right behind the harm, or joined to the other parent. */
  private isBereft(at: number): boolean {
    const before = this.cues[at - 1]?.role;
    const own = this.cues[at]?.role;
    if (before?.harm) {
      // هل قتل أم انتحر: behind a masculine verb أم is "or".
      const { kind, feminine, things, enclitic } = before.harm;
      const agrees = kind === "noun" || feminine || own?.flags.has("kin.father");
      return agrees === true && !things && enclitic === "";
    }
    // انتشال جثمان أم وطفلها
    if (before?.noun?.body === true && own?.conjunction === "") return true;
    // رجل وامرأة، وأم وطفلها; عائلة واحدة (أب وأم وطفلان): whose children or whose wife stand right behind.
    const left = this.layer.tokens[at - 1]?.form ?? "";
    const isListed = OPENING_LIST.has(left) || this.words.pronouns.isThey(left);
    const opens = own?.conjunction === this.words.joined.and || isListed;
    if (opens && this.isWithFamily(at + 1)) return true;
    // بينهم أم وأطفالها: the parts of those told.
    if (before?.flags.has("parts") && own?.conjunction === "") return true;
    const isSecond = PARENTS.some(([flag]) => before?.flags.has(flag) ?? false);
    return own?.conjunction === this.words.joined.and && isSecond;
  }
}
