import type { Measure } from "../../core/contract.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import { Adjectives } from "./adjectives.js";
import type { CountedNoun, Cue } from "./cue.js";
import { ARMS, BY_AGE, CLOSED, isFate, isHarm } from "./noun-words.js";
import type { Quantity } from "./quantity.js";

/** No more adjectives than this follow a counted noun. */
const MOST_ADJECTIVES = 3;

/** The noun behind a number, with its modifiers. */
export interface NounPhrase {
  readonly first: number;
  /** Behind the noun itself. */
  readonly nounLast: number;
  /** Behind adjectives and complements. */
  readonly last: number;
  readonly sort: Quantity["sort"];
  readonly noun: CountedNoun | null;
  readonly counted: string | null;
  readonly measure: Measure | null;
  readonly others: boolean;
  readonly ofThem: boolean;
}

/** Reads what stands behind a number, or a noun that counts by its own form. */
export class NounPhrases {
  private readonly adjectives: Adjectives;

  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly words: FigureWords,
  ) {
    this.adjectives = new Adjectives(layer, numberAt, cues, words);
  }

  /** What stands behind a number: a noun, من and a definite noun, منهم, آخرين. */
  behindNumber(at: number, limit: number): NounPhrase | null {
    if (at >= limit) return null;
    const token = this.layer.tokens[at];
    if (!token || token.breaks > 1) return null;
    const cue = this.cues[at] ?? null;
    const role = cue?.role ?? null;
    if (token.kind === "punct") return null;
    if (role?.flags.has("count.of-them")) {
      return this.bare(at, at + 1, { ofThem: true });
    }
    if (role?.flags.has("count.others") && !role.conjunction) {
      return this.bare(at, at + 1, { others: true });
    }
    if (this.words.particles.isOf(token.form)) return this.partitive(at, limit);
    const noun = role?.noun ?? null;
    if (noun && cue) {
      if (noun.conjunction || noun.preposition)
        return this.adjectives.isPlaceNoun(at) ? this.unknownNoun(at, limit) : null;
      // وقتل 584 ألفا عام 2013: a unit of time with a number of its own is a date.
      const dated = noun.sort === "not" && noun.number === "singular";
      // البالغ 36 عاما وأربعة ركاب: what و opens is counted apart.
      const isJoined = this.layer.tokens[cue.last]?.form.startsWith(this.words.joined.and) === true;
      if (dated && !isJoined && this.numberAt[cue.last]?.value.kind === "cardinal") return null;
      // بلغ عدد القتلى 37 يوم السبت
      if (dated && this.layer.words[cue.last]?.classes.has("time.weekday")) return null;
      return this.complete(at, cue.last, limit, noun);
    }
    return this.unknownNoun(at, limit);
  }

  bare(first: number, last: number, says: { others?: boolean; ofThem?: boolean }): NounPhrase {
    return {
      first,
      nounLast: last,
      last,
      sort: null,
      noun: null,
      counted: null,
      measure: null,
      others: says.others ?? false,
      ofThem: says.ofThem ?? false,
    };
  }

  /** 3 من أفراد المقاومة, أربعة من عناصرها, 43 من الحوثيين. */
  private partitive(at: number, limit: number): NounPhrase | null {
    const next = at + 1;
    if (next >= limit) return null;
    const cue = this.cues[next];
    const token = this.layer.tokens[next];
    if (token?.kind !== "word") return null;
    const noun = cue?.role.noun ?? null;
    if (noun && cue && (noun.article || noun.enclitic !== "" || noun.number !== "singular")) {
      if (noun.sort === "not") return null;
      // أربع من الغارات: what makes the event by itself; 300 من الدبابات are lost or seized.
      if (noun.sort === "thing" && noun.event && !ARMS.has(noun.counted)) return null;
      const phrase = this.complete(next, cue.last, limit, noun);
      if (noun.sort === "person" && this.isOfTwoGroups(phrase.last, phrase.counted))
        return { ...phrase, first: at, last: phrase.last + 1, counted: "persons" };
      return { ...phrase, first: at };
    }
    // سبعة من أسرة واحدة.
    if (noun && cue && noun.unit === "families") {
      return { ...this.bare(at, cue.last, {}), sort: "person", counted: "persons" };
    }
    if (cue?.role.affiliation) {
      const last = this.bodiesBehind(cue.last, limit);
      const isMixed = this.isOfTwoGroups(last, cue.role.affiliation);
      const counted = isMixed ? "persons" : cue.role.affiliation;
      return { ...this.bare(at, isMixed ? last + 1 : last, {}), sort: "person", counted };
    }
    return null;
  }

  /** من المدنيين والمقاتلين: of both, and nobody knows how many of each. */
  private isOfTwoGroups(at: number, counted: string | null): boolean {
    const and = this.cues[at]?.role.noun;
    if (and?.sort !== "person" || and.conjunction !== this.words.joined.and || !and.article)
      return false;
    // من النساء والأطفال are told as one group.
    if (BY_AGE.has(and.counted)) return false;
    return and.number !== "singular" && and.counted !== counted && !this.numberAt[at + 1];
  }

  /** ميليشيات الحوثي وقوات صالح: the bodies named on behind the first. */
  private bodiesBehind(at: number, limit: number): number {
    let last = at;
    for (let steps = 0; steps < MOST_ADJECTIVES && last < limit; steps++) {
      const cue = this.cues[last];
      if (cue?.role.affiliation && !cue.role.preposition) last = cue.last;
      else if (this.adjectives.isAdjective(last)) last++;
      else break;
    }
    return last;
  }

  /**
   * A noun with its adjectives and the group it is of.
   * @param isOne the noun counts one by its own form, so that what is joined to it is one more
   */
  complete(
    first: number,
    nounLast: number,
    limit: number,
    noun: CountedNoun,
    isOne = false,
  ): NounPhrase {
    let last = nounLast;
    let others = false;
    let counted = this.isOfPeople(noun, nounLast) ? "persons" : this.countedOf(noun, nounLast - 1);
    let { measure, sort } = noun;
    for (let steps = 0; steps < MOST_ADJECTIVES && last < limit; steps++) {
      const cue = this.cues[last];
      const flags = cue?.role.flags;
      const isOther = flags?.has("count.others") && !flags.has("part.other");
      if (isOther && !cue?.role.conjunction) others = true;
      else if (
        sort === "person" &&
        (isFate(cue?.role.noun ?? null, noun) || this.isHurt(last, noun))
      ) {
        // 600 سيدة مخطوفة: the adjective says what befell them.
        measure = cue?.role.noun?.measure ?? null;
        sort = "victim";
      } else if (!this.adjectives.isAdjective(last)) break;
      const refined = cue?.role.noun;
      if (refined?.sort === "person" && refined.counted !== "persons" && !noun.kin) {
        if (noun.generic || noun.sort === "victim" || counted === "persons") {
          counted = refined.counted;
        }
      }
      last++;
    }
    // جثة عنصر من الجيش: the body's noun tells whose it is.
    const whose = noun.body && last < limit ? this.cues[last] : null;
    if (whose?.role.noun?.sort === "person" && !whose.role.conjunction) {
      const phrase = this.complete(last, whose.last, limit, whose.role.noun);
      if (phrase.counted) counted = phrase.counted;
      last = phrase.last;
    }
    // جثمان أم وطفلها: a parent is told by a particle's letters, and by no noun.
    if (whose?.role.flags.has("kin.mother")) {
      counted = "women";
      last = whose.last;
    }
    // جثتي القتيلين: the bodies of the dead are no more of them.
    const isOfDead = whose?.role.noun?.sort === "victim" && whose.role.noun.article;
    if (whose && isOfDead && !whose.role.conjunction) last = whose.last;
    // قتيلا وجريحا, القتلى والجرحى: dead and wounded told together.
    const second = last < limit ? this.cues[last]?.role.noun : null;
    if (
      !isOne &&
      noun.sort === "victim" &&
      second?.sort === "victim" &&
      second.conjunction === this.words.joined.and &&
      second.measure !== measure &&
      second.number === noun.number &&
      second.article === noun.article &&
      second.number !== "dual" &&
      // 182 قتيلا وإصابة المئات: what befell others is told by a verbal noun of its own.
      this.isVerbalNoun(last) === this.isVerbalNoun(nounLast - 1) &&
      // 3 شهداء وإصابات: some more are hurt.
      !this.words.isInjuries(this.layer.tokens[last]?.form ?? "") &&
      isHarm(measure) &&
      isHarm(second.measure) &&
      this.numberAt[last + 1] === undefined &&
      // استشهاد 15 شهيد وإصابة آخرين: a verbal noun opens what befell others.
      !(last + 1 < limit && this.cues[last + 1]?.role.flags.has("count.others"))
    ) {
      measure = "casualties";
      last++;
      while (
        last < limit &&
        last < nounLast + 1 + MOST_ADJECTIVES &&
        this.adjectives.isAdjective(last)
      ) {
        const refined = this.cues[last]?.role.noun;
        if (refined?.sort === "person" && counted === "persons") counted = refined.counted;
        last++;
      }
    }
    const of = this.groupOf(last, limit, noun);
    if (of) {
      counted = of.counted;
      last = of.last;
    }
    return {
      first,
      nounLast,
      last,
      sort,
      noun,
      counted,
      measure,
      others,
      ofThem: last < limit && this.isOfThem(last),
    };
  }

  /** 80 ألف شخص مصاب, عشرة عمال مصابين بحروق: hurt, and not ill. */
  private isHurt(at: number, noun: CountedNoun): boolean {
    const hurt = this.cues[at]?.role.noun;
    if (hurt?.sort !== "victim" || hurt.measure !== "injured" || hurt.enclitic !== "") return false;
    if (hurt.article || noun.article || hurt.conjunction || hurt.preposition) return false;
    if (noun.number === "singular" && hurt.number !== "singular") return false;
    const behind = this.layer.tokens[at + 1]?.form ?? "";
    return !behind.startsWith(this.words.joined.by) || this.words.isHurtBy(behind);
  }

  /** وفاة, إصابة: what befell them. */
  private isVerbalNoun(at: number): boolean {
    return this.layer.words[at]?.classes.has("harm.noun") ?? false;
  }

  /** 6 شهداء منهم; but in 12 شخصا منهم 3 نساء it opens the parts. */
  private isOfThem(at: number): boolean {
    if (!this.cues[at]?.role.flags.has("count.of-them")) return false;
    const behind = this.cues[at + 1]?.role;
    return this.numberAt[at + 1] === undefined && behind?.noun?.number !== "dual" && !behind?.vague;
  }

  /** أبناء شعبه, أبناء المنطقة: the sons of a people or a place are its people. */
  private isOfPeople({ kin, enclitic }: CountedNoun, at: number): boolean {
    if (!kin || enclitic !== "" || !this.words.isSonsOf(this.layer.tokens[at - 1]?.form ?? ""))
      return false;
    const behind = this.layer.tokens[at];
    return behind?.kind === "word" && this.words.isPeople(behind.form);
  }

  /** شقيقه ends in a pronoun and شقيقة does not: only the source text tells them apart. */
  private countedOf(noun: CountedNoun, at: number): string {
    const end = this.layer.tokens[at]?.end ?? 0;
    const dual = noun.number === "dual" && noun.kin && noun.counted === "men";
    if (dual) return "parents";
    // والدته is feminine: its last letter is the pronoun, and the row was found without it.
    return noun.masculine &&
      noun.enclitic === "" &&
      this.words.pronouns.endsInHis(this.layer.text[end - 1] ?? "")
      ? noun.masculine
      : noun.counted;
  }

  /** The body or group a generic noun belongs to: من الجيش التركي, الشرطة, من المدنيين. */
  groupOf(at: number, limit: number, noun: CountedNoun): { counted: string; last: number } | null {
    if (!noun.generic && noun.sort !== "victim") return null;
    const isOf = this.words.particles.isOf(this.layer.tokens[at]?.form ?? "");
    const start = isOf ? at + 1 : at;
    if (start >= limit) return null;
    // من عناصر الشرطة: the body stands behind one more noun.
    for (let next = start; next < Math.min(start + 2, limit); next++) {
      const cue = this.cues[next];
      if (!cue || cue.role.conjunction) return null;
      if (cue.role.affiliation && !cue.role.preposition && (isOf || noun.generic)) {
        return { counted: cue.role.affiliation, last: this.bodiesBehind(cue.last, limit) };
      }
      const person = cue.role.noun;
      if (person?.sort === "person" && person.generic && isOf) continue;
      if (person?.sort === "person" && (person.article || person.enclitic) && isOf) {
        // أشخاص من عائلته are no families.
        if (person.unit === "families") return null;
        if (!person.generic) return { counted: person.counted, last: cue.last };
        continue;
      }
      return null;
    }
    return null;
  }

  private unknownNoun(at: number, limit: number): NounPhrase | null {
    const token = this.layer.tokens[at];
    if (token?.kind !== "word" || at >= limit) return null;
    const cue = this.cues[at];
    if (cue) {
      const { flags, harm, affiliation, conjunction, preposition } = cue.role;
      if (harm || affiliation) return null;
      // "7 ولايات" is no و + لـ + آيات: a word for places stands whole.
      const joined = conjunction !== "" || preposition !== "";
      if (joined && !this.adjectives.isPlaceNoun(at)) return null;
      for (const flag of CLOSED) if (flags.has(flag)) return null;
      if (flags.has("verb")) return null;
    }
    if (this.words.shapes.bearsArticle(token.form)) return null;
    if (token.form.length < 3 || this.words.opensWhoTheyAre(token.form)) return null;
    // بلغ عدد القتلى 37 شمال المدينة
    if (this.layer.words[at]?.classes.has("direction")) return null;
    const readings = this.layer.words[at]?.readings ?? [];
    const whole = readings.some((r) => r.preposition === "" && r.conjunction === "");
    // A word that only reads as joined to something opens a phrase of its own.
    if (!whole && (readings.length > 0 || token.form.startsWith(this.words.joined.and)))
      return null;
    let last = at + 1;
    while (last < limit && last < at + 1 + MOST_ADJECTIVES && this.adjectives.isAdjective(last))
      last++;
    // 1300 عراقي, 27 سعوديا: persons, told by their nation.
    if (this.words.shapes.isOfMen(token.form) && nationality(token.form) !== null)
      return { ...this.bare(at, at + 1, {}), last, sort: "person", counted: "persons" };
    return {
      ...this.bare(at, at + 1, { others: false }),
      last,
      sort: "unknown",
    };
  }
}
