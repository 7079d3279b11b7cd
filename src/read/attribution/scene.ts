import type { SpeechMorphology } from "../../lang/speech-morphology.js";
import { QUOTES } from "../../rules/pattern.js";
import type { TextLayer } from "../../text/layer.js";
import type { Token } from "../../text/tokens.js";
import { mainReading, type Reading, readingOf } from "../../text/word.js";
import { isClassed } from "../classed.js";
import type { NameAt, TokenRange } from "./attribution-reading.js";

/** No quotation runs over more tokens than this inside one sentence. */
/** An indefinite subject with its adjectives has at most so many words. */
const LONGEST_GOVERNED = 3;
/** A verb of saying and its subject, in front of a mark that is glued to them. */
const SHORT_SUBJECT = 4;
/** The holder's name stands this near behind "imam of the mosque". */
const TITLE_REACH = 6;
/** The holder of a title that its place completes stands this near. */
const HOLDER_REACH = 9;
const LONGEST_QUOTATION = 400;
/** Classes of nouns that stand for somebody who can speak. */
const PERSONAL = ["speaker", "counted.person", "office", "calling", "title"] as const;

/** What a web address begins with. */
const WEB: ReadonlySet<string> = new Set(["www", "http", "https"]);
const STOP = /^[.…]{1,3}$/u;
/** Classes of words that name nobody. */
const NOBODY = [
  "speech.filler",
  "speech.nobody",
  "adverb",
  "what",
  "except",
  "negation",
  "joining",
] as const;

/** Tokens as this layer asks of them: by what the lexicon, the names and the times say. */
export class Scene {
  /** Asked of every mark between two others, so worked out once. */
  private readonly evenMarks = new Map<number, boolean>();

  constructor(
    readonly layer: TextLayer,
    private readonly names: readonly (NameAt | undefined)[],
    private readonly times: readonly (TokenRange | undefined)[],
    readonly shape: SpeechMorphology,
  ) {}

  token(at: number): Token | undefined {
    return this.layer.tokens[at];
  }

  form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  has(at: number, name: string): boolean {
    return isClassed(this.layer, at) && (this.layer.words[at]?.classes.has(name) ?? false);
  }

  reading(at: number, name: string): Reading | null {
    if (!isClassed(this.layer, at)) return null;
    const word = this.layer.words[at];
    return word ? readingOf(word, name) : null;
  }

  /** The word as the source writes it. */
  written(at: number): string {
    const token = this.layer.tokens[at];
    return token ? this.layer.text.slice(token.start, token.end) : "";
  }

  /** A reading that the word's spelling allows: وإضافة is no "and he added it". */
  cue(at: number, name: string): Reading | null {
    const reading = this.reading(at, name);
    return reading && this.shape.bearsPronoun(this.written(at), reading.enclitic) ? reading : null;
  }

  /** All such readings: "يدعون" is "they call" and "they claim". */
  cues(at: number, name: string): readonly Reading[] {
    const readings = this.has(at, name) ? (this.layer.words[at]?.readings ?? []) : [];
    return readings.filter(
      ({ entry, enclitic }) =>
        entry.classes.includes(name) && this.shape.bearsPronoun(this.written(at), enclitic),
    );
  }

  /** Written as an accusative (بيانًا): neither a subject nor a part of one. */
  isAccusative(at: number): boolean {
    return this.isWord(at) && this.shape.isAccusative(this.written(at)) && !this.isGoverned(at);
  }

  /** "لكن مصدرًا مطلعًا قال": behind these particles subject and adjectives are accusative. */
  private isGoverned(at: number): boolean {
    for (let to = at - 1; to >= Math.max(0, at - LONGEST_GOVERNED); to--) {
      if (this.has(to, "that") || this.has(to, "clause.front")) return true;
      if (!this.isWord(to) || !this.shape.isAccusative(this.written(to))) return false;
    }
    return false;
  }

  /** The likeliest reading that tells what kind of word stands there. */
  main(at: number): Reading | null {
    const word = this.layer.words[at];
    return word ? mainReading(word) : null;
  }

  name(at: number): NameAt | null {
    return this.names[at] ?? null;
  }

  /** End of the time expression that starts here; `at` where none does. */
  afterTime(at: number): number {
    return this.times[at]?.last ?? at;
  }

  /** A one- or many-word entry of the class that starts here. */
  unit(at: number, name: string): { readonly last: number; readonly reading: Reading } | null {
    for (const phrase of this.layer.phrases[at] ?? []) {
      if (phrase.reading.entry.classes.includes(name)) {
        return { last: phrase.last, reading: phrase.reading };
      }
    }
    const reading = this.reading(at, name);
    return reading ? { last: at + 1, reading } : null;
  }

  /** "إمام المسجد الشيخ علي": a title spelled like the preposition "أمام", with its holder's name behind. */
  isTitleNotPreposition(at: number): boolean {
    // "إمام مسجد القوات": the noun of the place completes the title.
    if (this.has(at, "title") && this.has(at + 1, "place-word")) {
      for (let next = at + 2; next < at + HOLDER_REACH; next++)
        if (this.has(next, "title") || this.name(next)?.kind === "person") return true;
    }
    if (!this.has(at, "title") || !this.shape.isDefinite(this.form(at + 1))) return false;
    if (this.has(at + 1, "title")) return false;
    for (let next = at + 2; next < at + TITLE_REACH; next++)
      if (this.has(next, "title") || this.name(next)?.kind === "person") return true;
    return false;
  }

  /** The first word of its sentence, whatever marks stand in front. */
  beginsSentence(at: number): boolean {
    const { sentenceOf, sentences } = this.layer;
    const first = sentences[sentenceOf[at] ?? -1]?.first ?? at;
    for (let before = first; before < at; before++) if (this.isWord(before)) return false;
    return true;
  }

  isWord(at: number): boolean {
    return this.layer.tokens[at]?.kind === "word";
  }

  /** A colon that opens speech, not the one of a clock time (10:58) or before a web address. */
  isColon(at: number): boolean {
    if (this.form(at) !== ":") return false;
    const [before, after] = [this.layer.tokens[at - 1], this.layer.tokens[at + 1]];
    if (WEB.has(this.form(at + 1))) return false;
    // "الرابطhttp://".
    if (this.form(at + 1).startsWith("/") && after?.spaced === false) return false;
    return before?.kind !== "number" || after?.kind !== "number" || after.spaced;
  }

  isComma(at: number): boolean {
    const form = this.form(at);
    return form === "،" || form === "," || form === "؛";
  }

  /** Dots that end what stands in front of them, though no sentence ends there ("المهنة.. الأحمد دعا"). */
  isStop(at: number): boolean {
    return STOP.test(this.form(at));
  }

  isQuote(at: number): boolean {
    const token = this.layer.tokens[at];
    return token !== undefined && token.kind === "punct" && QUOTES.has(token.form);
  }

  /** A mark that opens: `«` and `“` by shape, others by the space before and none behind. */
  opensQuote(at: number): boolean {
    if (!this.isQuote(at)) return false;
    const form = this.form(at);
    if (form === "«") return true;
    if (form === "»") return false;
    const token = this.layer.tokens[at];
    const next = this.layer.tokens[at + 1];
    if (!token || !next || next.breaks > 0) return false;
    // «أفاد " مراسل المركز " أن»: with a space on both sides every other mark of its sentence opens.
    // «وأضاف" يجب على الجميع»: so does one that is glued to the verb or the "that" in front of it.
    if (next.spaced)
      return form === '"' && (token.spaced || this.leadsToSpeech(at - 1)) && this.isEvenMark(at);
    const before = this.layer.tokens[at - 1];
    return (
      token.spaced || !before || before.kind === "punct" || this.shape.isJoinedLetter(before.form)
    );
  }

  /** A verb of saying, and at most a short subject behind it; or "that". */
  private leadsToSpeech(at: number): boolean {
    for (let back = at; back > at - SHORT_SUBJECT && this.isWord(back); back--) {
      if (back === at && this.has(back, "that")) return true;
      if (this.has(back, "speech.verb") || this.has(back, "speech.continue")) return true;
    }
    return false;
  }

  /** Straight marks stand in pairs: none or two of them in front of this one in its sentence. */
  private isEvenMark(at: number): boolean {
    const known = this.evenMarks.get(at);
    if (known !== undefined) return known;
    const even = this.countsEven(at);
    this.evenMarks.set(at, even);
    return even;
  }

  private countsEven(at: number): boolean {
    const { sentenceOf } = this.layer;
    let marks = 0;
    for (let before = at - 1; before >= at - LONGEST_QUOTATION; before--) {
      if (sentenceOf[before] !== sentenceOf[at]) break;
      if (this.form(before) === '"') marks++;
    }
    if (marks % 2 === 1) return false;
    for (let behind = at + 1; behind < at + LONGEST_QUOTATION; behind++) {
      if (sentenceOf[behind] !== sentenceOf[at]) return false;
      if (this.form(behind) === '"') return true;
    }
    return false;
  }

  /**
   * Index of the mark that closes the quotation opened at `at`, behind those closed inside it; null
   * where none does. Where one of them too few is closed ("… في "الفيفا"."), it is the last mark.
   */
  closingQuote(at: number, limit: number): number | null {
    let inside = 0;
    let last: number | null = null;
    for (let next = at + 1; next < Math.min(limit, at + LONGEST_QUOTATION); next++) {
      if (!this.isQuote(next)) continue;
      if (this.opensQuote(next)) {
        inside++;
        continue;
      }
      if (inside === 0) return next;
      inside--;
      last = next;
    }
    return last;
  }

  /** An adverb, pronoun, conjunction …: no noun phrase begins with it or runs over it. */
  isClosed(at: number): boolean {
    return this.main(at)?.entry.classes.includes("closed") === true;
  }

  isVerb(at: number): boolean {
    const main = this.main(at);
    if (main?.entry.pos !== "verb" || this.nominalContext(at)) return false;
    // "نشرة" is no "he published it".
    return main.enclitic === "" || this.shape.bearsPronoun(this.written(at), main.enclitic);
  }

  /** لم يذكر, لا يقول: what is not said. */
  isNegated(at: number): boolean {
    return this.has(at - 1, "negation") && !this.has(at - 1, "negation.noun");
  }

  /**
   * A preposition, "was carried out" or a number in front makes a noun of the next word. What ends
   * the line above does not: "05:05" of the page's date.
   */
  nominalContext(at: number): boolean {
    const { sentenceOf } = this.layer;
    if (sentenceOf[at - 1] !== sentenceOf[at]) return false;
    return (
      this.has(at - 1, "negation.noun") ||
      (this.has(at - 1, "preposition") && !this.isPronounBehind(at - 1)) ||
      this.has(at - 1, "carried-out") ||
      this.has(at - 1, "speech.accord") ||
      this.layer.tokens[at - 1]?.kind === "number"
    );
  }

  /** "معهما أوضحت": a preposition with its own pronoun governs nothing behind it. */
  private isPronounBehind(at: number): boolean {
    const readings = this.layer.words[at]?.readings ?? [];
    const prepositions = readings.filter(({ entry }) => entry.classes.includes("preposition"));
    return prepositions.length > 0 && prepositions.every(({ enclitic }) => enclitic !== "");
  }

  /** A participle that goes on speaking for the subject of its sentence. */
  isCircumstance(at: number): boolean {
    const reading = this.reading(at, "speech.participle");
    if (reading === null || reading.article || reading.preposition) return false;
    if (this.has(at, "speech.by-saying")) return true;
    // "مطالباتها", "مدينة": a participle in the accusative bears no pronoun.
    if (reading.enclitic !== "") return false;
    return this.shape.isCircumstance(this.form(at));
  }

  /** A particle, an adverb, a preposition with its pronoun or noun: nobody who could speak. */
  isNobody(at: number): boolean {
    const word = this.layer.words[at];
    if (!word || word.classes.has("speaker")) return !word;
    if (NOBODY.some((name) => this.isBare(at, name))) return true;
    // A preposition with nothing else in front or behind may be the first letter of a foreign name.
    return (
      word.readings.length > 0 &&
      word.readings.every((one) => one.preposition !== "" && (one.article || one.enclitic !== ""))
    );
  }

  /** Bears this joined preposition: as the lexicon splits it, or by its letters where it does not. */
  bears(at: number, preposition: string): boolean {
    const main = this.main(at) ?? this.layer.words[at]?.readings[0];
    return main ? main.preposition === preposition : this.shape.mayBear(this.form(at), preposition);
  }

  /** قوله, تأكيدها: "his saying", behind him and before what he says. */
  isHisSaying(at: number): boolean {
    return this.has(at, "speech.said") || !!this.reading(at, "speech.masdar")?.enclitic;
  }

  /** The very word of the class, bearing neither preposition nor pronoun. */
  isBare(at: number, name: string): boolean {
    const reading = this.reading(at, name);
    // وحدة is a unit before it is وحده, "alone".
    if (reading === null || this.has(at, "speaker")) return false;
    return !reading.article && !reading.preposition && !reading.enclitic;
  }

  /** "We say", "I think": the writer, or the one already speaking. */
  isFirstPerson(at: number, { stem, tense, entry }: Reading): boolean {
    if (tense === null) return false;
    return this.shape.isFirstPerson(stem, tense, entry.lemma, this.written(at));
  }

  /** "May God support him": said of the one just named, by nobody. */
  isBlessing(at: number, reading: Reading): boolean {
    return reading.enclitic !== "" && this.has(at + 1, "deity");
  }

  /** The word bears a pronoun of the third person, as the lexicon splits it or by its letters. */
  isHim(at: number): boolean {
    if (this.name(at)) return false;
    if (this.shape.endsInHis(this.written(at))) return true;
    const readings = this.layer.words[at]?.readings ?? [];
    return readings.some(({ enclitic }) => this.shape.isOfOthers(enclitic));
  }

  /** "رفض ذكر اسمه", "طلب عدم الكشف": read as nouns, the words would go on with his name. */
  refusesName(at: number): boolean {
    if (!this.has(at, "speech.refusal")) return false;
    return this.has(at + 1, "speech.naming") || this.has(at + 1, "negation.noun");
  }

  /** "فان دايك", "بان كي": spelled like "then that", in front of a name that no lexicon knows. */
  isNameParticle(at: number): boolean {
    const that = this.reading(at, "that");
    const next = at + 1;
    if (!that) return false;
    // Spelled like the name of a letter: in front of a name it is a syllable of it.
    if (
      this.shape.isJoinedThat(this.form(at)) &&
      this.has(next, "letter-name") &&
      !this.has(next, "preposition") &&
      !this.has(next, "that")
    )
      return this.isWord(next + 1) && this.main(next + 1) === null;
    if (that.conjunction !== this.shape.answer) return false;
    if (!this.isWord(next) || this.shape.isDefinite(this.form(next))) return false;
    const beside = this.has(at - 1, "speech.verb") || this.has(at - 1, "given-name");
    return beside || this.layer.words[next]?.readings.length === 0;
  }

  /** "شاهد" in one word, "وسائل إعلام" in several. */
  isPersonal(at: number): boolean {
    return PERSONAL.some((name) => this.has(at, name)) || this.isSpeakerOfWords(at);
  }

  private isSpeakerOfWords(at: number): boolean {
    return (this.layer.phrases[at] ?? []).some(({ reading }) =>
      reading.entry.classes.includes("speaker"),
    );
  }

  isOfficial(at: number): boolean {
    return (
      this.reading(at, "speaker")?.entry.features["kind"] === "official" || this.has(at, "office")
    );
  }
}
