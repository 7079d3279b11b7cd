import { exactly } from "../../core/value.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { CountedNoun, Cue } from "./cue.js";
import type { NounPhrase, NounPhrases } from "./noun-phrase.js";
import type { Quantity, QuantityAnnotation } from "./quantity.js";
import { applyBound, quantityOf } from "./quantity-made.js";

/** Tokens of who ruined something, up to what he ruined: هدمت جرافات الاحتلال منزلا. */
const LONGEST_AGENT = 3;

/** Counts that a noun tells by its own form: the dual, the singular, one of several. */
export class NounCounts {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly phrases: NounPhrases,
    private readonly words: FigureWords,
  ) {}

  /** أحد وجهاء القبيلة, إحدى النساء: one of several. */
  oneOf(at: number, limit: number, cue: Cue): QuantityAnnotation | null {
    // الأحد is a day.
    if (
      this.words.shapes.bearsArticle(this.layer.tokens[at]?.form ?? "") ||
      cue.last >= limit ||
      this.numberAt[at] !== undefined
    )
      return null;
    // أحد أبرز قادة التنظيم
    const isGraded = this.words.isGrade(this.layer.tokens[cue.last]?.form ?? "");
    const from = isGraded ? cue.last + 1 : cue.last;
    const next = this.cues[from];
    const noun = next?.role.noun;
    if (noun && (noun.number === "singular" || noun.preposition || noun.conjunction)) return null;
    // أحد «المرابطين»
    const quoted = /^["«“]$/.test(this.layer.tokens[from]?.form ?? "");
    const phrase =
      next && noun
        ? this.phrases.complete(from, next.last, limit, noun)
        : this.participles(quoted ? from + 1 : from);
    if (!phrase) return null;
    return quantityOf(at, phrase, {
      value: exactly(1),
      form: "one-of",
      rule: "quantity.one-of",
      definite: false,
      joined: cue.role.conjunction === this.words.joined.and,
      preposition: cue.role.preposition,
      numberLast: cue.last,
    });
  }

  /** أحد المشاركين: a definite sound plural that no lexicon has is of persons. */
  private participles(at: number): NounPhrase | null {
    const form = this.layer.tokens[at]?.form ?? "";
    const isPlural = this.words.shapes.isDefinitePlural(form);
    if (!isPlural || this.cues[at]?.role.harm || this.cues[at]?.role.affiliation) return null;
    return { ...this.phrases.bare(at, at + 1, {}), sort: "person", counted: "persons" };
  }

  /** A noun that counts by its own form: dual, or singular where a clause tells of a victim. */
  byNoun(at: number, limit: number, cue: Cue, noun: CountedNoun): QuantityAnnotation | null {
    if (noun.sort === "not") return null;
    const behind = this.numberAt[cue.last];
    const small =
      behind?.value.kind === "cardinal" && behind.value.spelled ? behind.value.value : 0;
    const phrase = this.phrases.complete(at, cue.last, limit, noun, noun.number === "singular");
    const make = (value: number, form: Quantity["form"], last: number): QuantityAnnotation => {
      const made = quantityOf(at, phrase, {
        value: exactly(value),
        form,
        rule: `quantity.${form}`,
        definite: noun.article,
        joined: noun.conjunction === this.words.joined.and,
        preposition: noun.preposition,
        numberLast: at,
      });
      const end = Math.max(made.last, last);
      const after = end < limit ? this.cues[end] : null;
      if (!after?.role.hedgeAfter) return { ...made, last: end };
      const hedged = applyBound(exactly(value), after.role.hedgeAfter);
      return { ...made, last: after.last, value: { ...made.value, value: hedged } };
    };
    // أطفالهما الثلاثة, الجنود الأربعة, الركاب الـ13.
    const total = this.totalBehind(cue.last, noun);
    if (total) {
      const made = make(total.value.value, "number", total.last);
      // الصيادين الأربعة المفقودين: the adjective says what befell them.
      const fate = this.cues[total.last]?.role.noun;
      const isFate = fate?.sort === "victim" && fate.article && !fate.conjunction;
      const lasts = fate?.measure === "missing" || fate?.measure === "kidnapped";
      if (!isFate || !lasts || noun.sort !== "person") return made;
      const value = {
        ...made.value,
        sort: "victim",
        measure: fate.measure,
        definite: false,
      } as const;
      return { ...made, last: total.last + 1, value };
    }
    // شخصين اثنين, مدنيين اثنين, جندي واحد, جندي أفغاني واحد.
    if (
      behind &&
      small === 2 &&
      (noun.number === null || noun.number === "dual") &&
      !noun.article
    ) {
      return make(2, "number", behind.last);
    }
    const later = this.numberAt[phrase.last];
    const isTwo =
      later?.value.spelled && later.value.kind === "cardinal" && later.value.value === 2;
    if (isTwo && noun.number === null && phrase.last > cue.last)
      return make(2, "number", later.last);
    const isOne =
      later?.value.spelled && later.value.kind === "cardinal" && later.value.value === 1;
    if (later && isOne && noun.number === "singular") {
      return make(1, "number", later.last);
    }
    if (noun.number === "dual") {
      // سيارتي التي تهرأت: "my car" is no construct dual, which a noun must complete.
      // شاركت ابنتي في الدورة: so of one's own kin.
      if (
        (noun.sort === "thing" || noun.kin) &&
        noun.enclitic === "" &&
        this.words.shapes.isFeminineConstructDual(this.layer.tokens[at]?.form ?? "")
      ) {
        const next = this.cues[cue.last]?.role.flags;
        const isWord = this.layer.tokens[cue.last]?.kind === "word";
        const isAlone = !isWord || next?.has("relative") || next?.has("preposition");
        // قتلت زوجتي وأطفالي: what و opens completes nothing.
        const isJoined =
          this.layer.tokens[cue.last]?.form.startsWith(this.words.joined.and) === true;
        if (isAlone || isJoined) return noun.kin ? make(1, "singular", cue.last) : null;
      }
      // جثتيهما: two bodies of the two told before.
      const ofBoth = noun.body && this.words.pronouns.referentOf(noun.enclitic) === "both";
      if (noun.enclitic !== "" && !noun.kin && !ofBoth) return null;
      const described = this.cues[cue.last]?.role.flags.has("dual.adjective") ?? false;
      return make(2, "dual", described ? Math.max(phrase.last, cue.last + 1) : phrase.last);
    }
    const isBoth =
      noun.number === null &&
      (this.cues[cue.last]?.role.flags.has("dual.relative") ||
        this.isSpeltDual(at, cue.last) ||
        this.isDualByOthers(at, phrase.last));
    if (isBoth && noun.sort === "person" && noun.enclitic === "") return make(2, "dual", cue.last);
    // شرطيين تركيين: the plural of the adjective is a broken one (أتراك), so this is a dual.
    const isDual = noun.number === null && noun.sort === "person" && !noun.article;
    if (isDual && noun.enclitic === "" && this.cues[cue.last]?.role.flags.has("dual.adjective")) {
      return make(2, "dual", Math.max(phrase.last, cue.last + 1));
    }
    if (noun.number !== "singular") return null;
    if (this.isConstructDual(at, cue, noun)) return make(2, "dual", Math.max(at + 2, cue.last));
    if (noun.sort === "thing" && !this.isDestroyed(at, noun)) return null;
    // قتل سائقها, مقتل حارسه: whose he is, right behind what befell him.
    const isBefallen = noun.sort === "person" && this.cues[at - 1]?.role.harm !== null;
    if (noun.enclitic !== "" && !noun.kin && !isBefallen) return null;
    // المدني in الدفاع المدني is an adjective; right behind a harm word it is a person.
    if (noun.article && !noun.kin && !this.cues[at - 1]?.role.harm) return null;
    // وإصابة governs what follows, unless it is told how grave it is (إصابة خطيرة).
    if (cue.role.harm && !this.isGrave(cue.last, limit)) return null;
    return make(1, "singular", phrase.last);
  }

  /**
   * مقتل مدنيين وإصابة خمسة: where the hurt are counted right behind, so are the dead, and a plural would
   * have its number; مدنيين استشهدا: the verb is a dual.
   */
  private isDualByOthers(at: number, behind: number): boolean {
    const next = this.cues[behind]?.role.harm;
    if (next?.kind === "verb" && next.number === "dual" && next.conjunction === "") return true;
    const before = this.cues[at - 1]?.role.harm;
    if (
      !before ||
      before.things ||
      before.enclitic !== "" ||
      next?.conjunction !== this.words.joined.and
    )
      return false;
    if (
      !this.words.shapes.isOblique(this.layer.tokens[at]?.form ?? "") ||
      next.measure === before.measure
    )
      return false;
    return this.numberAt[this.cues[behind]?.last ?? behind + 1]?.value.kind === "cardinal";
  }

  /** مقيمَين, with its vowel written; مقيمين، أحدهما هندي, of whom one of the two is told apart. */
  private isSpeltDual(at: number, behind: number): boolean {
    const token = this.layer.tokens[at];
    const form = token ? this.layer.text.slice(token.start, token.end) : "";
    if (this.words.shapes.isVowelledDual(form)) return true;
    const aside = /^[،,]$/.test(this.layer.tokens[behind]?.form ?? "") ? behind + 1 : behind;
    return this.words.isOneOfTwo(this.layer.tokens[aside]?.form ?? "");
  }

  /** قتل ضابطا شرطة, أصيب رجلا أمن: no accusative in front of its complement, so a dual. */
  private isConstructDual(at: number, cue: Cue, noun: CountedNoun): boolean {
    if (noun.sort !== "person" || noun.article || noun.enclitic !== "") return false;
    if (!this.words.shapes.isAccusative(this.layer.tokens[at]?.form ?? "")) return false;
    // رجل أمن is one entry of the lexicon.
    if (cue.last === at + 2)
      return !this.words.shapes.endsInAlif(this.layer.tokens[at + 1]?.form ?? "");
    const next = this.cues[cue.last]?.role;
    return next?.flags.has("dual.complement") === true && !next.article && !next.conjunction;
  }

  /** تدمير دبابة: one thing, right behind what befell it; هدمت الجرافات منزلا: behind who did it. */
  private isDestroyed(at: number, noun: CountedNoun): boolean {
    if (noun.article || noun.enclitic !== "" || noun.preposition !== "") return false;
    return this.isRuinAt(at - 1) || this.isObjectOfRuin(at, noun);
  }

  private isRuinAt(at: number): boolean {
    const harm = this.cues[at]?.role.harm;
    return harm?.things === true && harm.measure === "destroyed" && harm.enclitic === "";
  }

  /** The object of a verb of ruin stands behind its agent, and nothing else does. */
  private isObjectOfRuin(at: number, noun: CountedNoun): boolean {
    const { shapes } = this.words;
    const isMarked = shapes.isAccusative(this.layer.tokens[at]?.form ?? "");
    const isBehindAgent = shapes.isDefinite(this.layer.tokens[at - 1]?.form ?? "");
    if (noun.conjunction !== "" || !(isMarked || isBehindAgent)) return false;
    for (let to = at - 2; to >= at - 1 - LONGEST_AGENT; to--) {
      const harm = this.isRuinAt(to) ? this.cues[to]?.role.harm : null;
      // التهم الموجهة إليه are charges, and nothing was devoured.
      if (harm) return harm.kind === "verb" && !harm.weak;
      const between = this.layer.tokens[to + 1];
      const role = this.cues[to + 1]?.role;
      if (between?.kind !== "word" || role?.flags.has("preposition") || role?.conjunction) break;
    }
    return false;
  }

  /** A number with its article behind a definite plural tells how many they are in all. */
  private totalBehind(at: number, noun: CountedNoun): NumberAnnotation | null {
    const number = this.numberAt[at];
    const isDefinite = noun.article || noun.enclitic !== "";
    if (!number || !isDefinite || (noun.sort !== "person" && noun.sort !== "victim")) return null;
    if (noun.number === "singular" || noun.number === "dual") return null;
    if (!this.words.shapes.isDefinite(this.layer.tokens[at]?.form ?? "")) return null;
    const counts = number.value.kind === "cardinal" || !number.value.spelled;
    return counts && number.value.kind !== "percent" && number.value.value > 2 ? number : null;
  }

  private isGrave(at: number, limit: number): boolean {
    return at < limit && (this.cues[at]?.role.flags.has("grave") ?? false);
  }
}
