import type { Medium, Modality, Stance } from "../../core/contract.js";
import { MEDIA, MODALITIES, STANCES } from "../../core/contract.js";
import { byFirstToken } from "../../rules/match.js";
import type { Annotation, Sentence, TextLayer } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { type Accord, accordAt, authorOf } from "./accord.js";
import type { Attribution, NameAt, Speaker, TokenRange } from "./attribution-reading.js";
import { findOpening, type Opening } from "./opening.js";
import { OwnOutlet } from "./own-outlet.js";
import { recipientIn } from "./recipient.js";
import { Scene } from "./scene.js";
import { speakerOf, speakerPhrase } from "./speaker-phrase.js";
import { actorBefore, subjectBefore, subjectOfSentence } from "./subject.js";

/**
 * Who says what. Reads the article once, sentence by sentence, and carries the last speaker on:
 * to verbs without a subject (وأضاف أن), to participles (مشيرا إلى أن), and over the sentences
 * of a speech that a colon or an open quotation began.
 */
export function readAttribution(
  layer: TextLayer,
  names: readonly Annotation<Omit<NameAt, keyof TokenRange>>[],
  times: readonly TokenRange[],
  outlet: string | null,
): Attribution[] {
  const nameIndex = byFirstToken(names, layer.tokens.length).map((name) =>
    name ? { ...name.value, first: name.first, last: name.last } : undefined,
  );
  const timeIndex: (TokenRange | undefined)[] = new Array(layer.tokens.length);
  for (const time of times) timeIndex[time.first] = time;
  const scene = new Scene(layer, nameIndex, timeIndex);
  return new AttributionReader(scene, new OwnOutlet(scene, outlet)).read();
}

/** The speech that goes on over sentence ends. */
interface Carry {
  readonly chain: readonly Speaker[];
  readonly stance: Stance;
  readonly medium: Medium | null;
  readonly paragraph: number;
  readonly quoted: boolean;
}

class AttributionReader {
  private readonly found: Attribution[] = [];
  /** The chain last in force, which وأضاف and مشيرا take up. */
  private current: readonly Speaker[] | null = null;
  private carry: Carry | null = null;

  constructor(
    private readonly scene: Scene,
    private readonly own: OwnOutlet,
  ) {}

  read(): Attribution[] {
    for (const sentence of this.scene.layer.sentences) this.readSentence(sentence);
    return this.found.sort((a, b) => a.first - b.first || b.last - a.last);
  }

  private readSentence(sentence: Sentence): void {
    const firstFound = this.found.length;
    if (sentence.heading) {
      this.carry = null;
      if (this.readHeading(sentence)) return;
    }
    const { scene } = this;
    let at = sentence.first;
    /** Where a trailing "according to" begins to count from. */
    let segment = sentence.first;
    const carried = this.carried(sentence);
    if (carried && this.carry) {
      this.add("attribution.carried", sentence.first, sentence.last, {
        chain: this.carry.chain,
        stance: this.carry.stance,
        medium: this.carry.medium,
        direct: true,
        cue: { first: sentence.first, last: sentence.first },
      });
    }
    while (at < sentence.last) {
      const own = scene.unit(at, "speech.own");
      if (own) {
        this.current = null;
        this.carry = null;
        at = own.last;
        continue;
      }
      const accord = accordAt(scene, at, sentence.last);
      if (accord && !this.isOwn(accord.speakers)) {
        at = this.readAccord(accord, sentence, segment, firstFound);
        if (!accord.front) segment = at;
        continue;
      }
      const next =
        this.readSaying(at, sentence, firstFound) ??
        this.readDocument(at, sentence) ??
        this.readCharge(at, sentence) ??
        this.readHearsay(at, sentence);
      if (next !== null) {
        at = next;
        continue;
      }
      at++;
    }
    this.closeOverlaps(firstFound);
  }

  /** Whether a speech begun before runs on into this sentence. */
  private carried(sentence: Sentence): boolean {
    const { carry, scene } = this;
    if (!carry) return false;
    if (carry.paragraph !== sentence.paragraph && !carry.quoted) {
      this.carry = null;
      return false;
    }
    if (carry.quoted) {
      for (let at = sentence.first; at < sentence.last; at++) {
        if (scene.isQuote(at) && !scene.opensQuote(at)) {
          this.add("attribution.carried", sentence.first, at + 1, {
            chain: carry.chain,
            stance: carry.stance,
            medium: carry.medium,
            direct: true,
            cue: { first: sentence.first, last: sentence.first },
          });
          this.carry = null;
          return false;
        }
      }
    }
    return true;
  }

  /** "Civil Defence: aircraft kept us out": a headline names its speaker before a colon. */
  private readHeading(sentence: Sentence): boolean {
    const { scene } = this;
    const limit = Math.min(sentence.last, sentence.first + 8);
    for (let at = sentence.first + 1; at < limit; at++) {
      if (scene.form(at) !== ":") continue;
      const name = scene.name(sentence.first);
      const spoken =
        scene.has(sentence.first, "speaker") || (name !== null && name.kind !== "place");
      if (!spoken || at + 2 >= sentence.last) return false;
      const speaker = speakerOf(scene, { first: sentence.first, last: at });
      if (this.own.is(speaker)) return false;
      this.add("attribution.heading", at + 1, sentence.last, {
        chain: [speaker],
        stance: "states",
        medium: null,
        direct: false,
        cue: { first: at, last: at + 1 },
      });
      return true;
    }
    return false;
  }

  private readSaying(at: number, sentence: Sentence, firstFound: number): number | null {
    const { scene } = this;
    const participle = scene.reading(at, "speech.participle");
    if (participle && this.isParticiple(at, participle)) {
      return this.readParticiple(at, participle, sentence, firstFound);
    }
    const relay = scene.reading(at, "speech.relay");
    if (relay && !scene.nominalContext(at)) {
      const next = this.readRelay(at, relay, sentence);
      if (next !== null) return next;
    }
    const verb = scene.reading(at, "speech.verb") ?? scene.reading(at, "speech.continue");
    if (verb) return this.readVerb(at, verb, sentence, firstFound);
    return null;
  }

  private isParticiple(at: number, reading: Reading): boolean {
    if (reading.article || this.scene.nominalContext(at)) return false;
    // Accusative (موضحا), feminine (موضحة) or plural (موضحين): what qualifies the sentence's subject.
    return /ا$|ه$|ين$/.test(this.scene.form(at));
  }

  private readParticiple(
    at: number,
    reading: Reading,
    sentence: Sentence,
    firstFound: number,
  ): number | null {
    const said = this.found
      .slice(firstFound)
      .some(({ value }) => value.cue.first >= sentence.first);
    const chain = said ? this.current : (this.subjectChain(at, sentence) ?? this.current);
    if (!chain) return null;
    this.current = chain;
    const opening = findOpening(this.scene, at + 1, sentence.last);
    const start =
      opening && opening.first <= at + 6 ? opening.last : this.contentStart(at + 1, sentence.last);
    this.addContent("attribution.participle", {
      at,
      reading,
      sentence,
      chain,
      medium: null,
      start,
      opening,
    });
    return start;
  }

  /** The sentence's own subject speaks in a participle: and to whom, where that is told with it. */
  private subjectChain(at: number, sentence: Sentence): readonly Speaker[] | null {
    const subject = subjectOfSentence(this.scene, sentence, at);
    if (!subject) return null;
    const speaker = speakerOf(this.scene, subject);
    return [...this.relaysBetween(at, Math.min(at + 8, sentence.last), sentence), speaker];
  }

  private readRelay(at: number, reading: Reading, sentence: Sentence): number | null {
    const { scene } = this;
    const opening = findOpening(scene, at + 1, sentence.last);
    const relayer = speakerPhrase(scene, at + 1, opening?.first ?? sentence.last);
    const chain: Speaker[] = [];
    let end = at + 1;
    if (relayer) {
      const speaker = speakerOf(scene, relayer);
      // "نقلت الطائرة 24 مصابا" carries people, not words.
      if (speaker.kind === "anonymous" && !scene.has(relayer.first, "speaker")) return null;
      if (!this.own.is(speaker)) chain.push(speaker);
      end = relayer.last;
    }
    let origins = 0;
    while (/^ع(ن|نه|نها|نهم)$/.test(scene.form(this.skipAsides(end, sentence.last)))) {
      const about = this.skipAsides(end, sentence.last);
      const origin = speakerPhrase(scene, about + 1, opening?.first ?? sentence.last);
      if (!origin) break;
      chain.push(speakerOf(scene, origin));
      origins++;
      end = origin.last;
    }
    const needsMedia = reading.entry.features["needs"] === "media";
    if (origins === 0) {
      const media =
        relayer !== null &&
        (chain.length === 0 || chain[0]?.kind === "outlet" || chain[0]?.kind === "anonymous");
      const material =
        relayer !== null && this.scene.has(this.skipAsides(end, sentence.last), "speech.media");
      if (!media && !material && (needsMedia || !opening)) return null;
      if (!opening && !relayer) return null;
    }
    if (chain.length === 0) {
      if (!opening || !relayer) return null;
      this.current = null;
      return opening.last;
    }
    const start = opening ? opening.last : this.contentStart(this.skipMasdar(end), sentence.last);
    this.current = chain;
    this.addContent("attribution.relay", {
      at,
      reading,
      sentence,
      chain,
      medium: this.mediumIn(at, start),
      start,
      opening,
    });
    return start;
  }

  private readVerb(
    at: number,
    reading: Reading,
    sentence: Sentence,
    firstFound: number,
  ): number | null {
    const { scene } = this;
    if (!this.isSaying(at, reading)) return null;
    const features = reading.entry.features;
    const limit = sentence.last;
    const opening = findOpening(scene, at + 1, limit);
    const needs = features["needs"]?.split(",") ?? [];
    const takes = features["takes"]?.split(",") ?? [];
    const after = reading.enclitic
      ? null
      : speakerPhrase(scene, at + 1, opening?.first ?? limit, false, takes);
    const before = after ? null : subjectBefore(scene, at, sentence);
    const phrase = this.subjectAmong(after ?? before, opening, reading);
    if (phrase === undefined) return null;
    const approach = after && phrase ? after.last : at + 1;
    const closest = opening ?? this.preposition(approach, limit, takes);
    if (needs.length > 0 && !this.meets(needs, opening, approach, limit)) return null;
    if (!opening && takes.length === 0) return null;
    if (!opening && !takes.includes("object") && !takes.includes("addressee") && !closest)
      return null;
    let chain: readonly Speaker[] | null;
    let nested = false;
    if (phrase) {
      const speaker = speakerOf(scene, phrase);
      const stop = opening?.first ?? Math.min(limit, approach + 12);
      const outer = this.relaysBetween(approach, stop, sentence);
      const deeper = this.originsBetween(approach, stop);
      const enclosing = this.enclosingChain(before ? before.first : at, firstFound);
      const earlier = this.recipientBefore(at, sentence);
      const carriedOutlet = this.anaphoricOutlet(speaker);
      chain = [...enclosing, ...outer, ...earlier, ...carriedOutlet, speaker, ...deeper].filter(
        (link, index, all) => all.findIndex((other) => other.name === link.name) === index,
      );
    } else if (reading.tense === "present" && this.documentBefore(at, sentence)) {
      // "تلقت بلاغا يفيد بوقوع": the document speaks, inside what is being said.
      const document = this.documentBefore(at, sentence);
      chain = [...(this.enclosing(at)?.value.chain ?? []), ...(document ? [document] : [])];
      nested = true;
    } else if (reading.enclitic || scene.form(at - 1) === "ما") {
      // "واتهمته بـ", "ما تقول إنه": the one who acts in this sentence.
      const actor = actorBefore(scene, at, sentence);
      chain = actor ? [speakerOf(scene, actor)] : this.current;
    } else {
      chain = this.current;
      if (!chain && firstFound < this.found.length) chain = this.found.at(-1)?.value.chain ?? null;
    }
    if (!chain || chain.length === 0) return null;
    // "قال … إن": content runs from the opening; "أعلن … مقتل": from the end of the speaker.
    const start =
      opening && this.reaches(approach, opening, takes)
        ? opening.last
        : this.contentStart(approach, limit);
    if (!nested) this.current = chain;
    const rule = after
      ? "attribution.verb-subject"
      : before
        ? "attribution.subject-verb"
        : "attribution.verb-carried";
    this.addContent(rule, {
      at,
      reading,
      sentence,
      chain,
      medium: this.mediumIn(before ? sentence.first : at, start),
      start,
      opening: opening && start === opening.last ? opening : null,
    });
    return Math.max(start, at + 1);
  }

  /** A verb of saying here, and not a noun or preposition of the same letters. */
  private isSaying(at: number, reading: Reading): boolean {
    const { scene } = this;
    const guard = reading.entry.features["guard"];
    const first = scene.main(at);
    if (scene.nominalContext(at) && reading.tense !== "present") return false;
    if (scene.isNegated(at) && !this.excepts(at)) return false;
    if (first?.article) return false;
    if (guard === "between") return this.beginsClause(at) && this.clauseHasThat(at);
    if (guard === "noun")
      return this.beginsClause(at) || reading.tense === "present" || /ت$/.test(scene.form(at));
    return true;
  }

  /** "لا تعترف إلا بقتيل" affirms what follows إلا. */
  private excepts(at: number): boolean {
    for (let next = at + 1; next < at + 6; next++) if (this.scene.form(next) === "الا") return true;
    return false;
  }

  private beginsClause(at: number): boolean {
    const before = this.scene.layer.tokens[at - 1];
    const sentence = this.scene.layer.sentenceOf[at];
    if (!before || this.scene.layer.sentenceOf[at - 1] !== sentence) return true;
    if (this.scene.main(at)?.conjunction) return true;
    return (
      before.kind === "punct" || this.scene.has(at - 1, "aspect") || this.scene.has(at - 1, "be")
    );
  }

  private clauseHasThat(at: number): boolean {
    for (let next = at + 1; next < at + 16; next++) {
      if (this.scene.has(next, "that")) return true;
      if (this.scene.isComma(next) && next > at + 10) return false;
    }
    return false;
  }

  private meets(
    needs: readonly string[],
    opening: Opening | null,
    approach: number,
    limit: number,
  ): boolean {
    return needs.some((need) => {
      switch (need) {
        case "opening":
          return opening !== null && (opening.kind !== "that" || opening.first - approach < 12);
        case "object": {
          const object = this.contentStart(approach, limit);
          return object < limit && !this.scene.has(object, "preposition");
        }
        case "responsibility":
          return this.formWithin(approach, limit, /مسؤوليه|مسئوليه/);
        case "saying":
          return this.formWithin(
            approach,
            limit,
            /^(و|ال)?(ادان|مطالب|رفض|دعو|تاكيد|استنكار|تحذير|التزام|موقف)/,
          );
        default:
          return this.preposition(approach, limit, [need]) !== null;
      }
    });
  }

  private formWithin(from: number, limit: number, shape: RegExp): boolean {
    for (let at = from; at < Math.min(limit, from + 6); at++)
      if (shape.test(this.scene.form(at))) return true;
    return false;
  }

  /** The preposition the verb asks for, a few tokens on: joined (بـ) or a word (عن). */
  private preposition(from: number, limit: number, takes: readonly string[]): TokenRange | null {
    for (let at = from; at < Math.min(limit, from + 14); at++) {
      const form = this.scene.form(at);
      for (const take of takes) {
        if (
          take.length === 1 &&
          (this.scene.main(at)?.preposition === take || (form.startsWith(take) && form.length > 3))
        ) {
          return { first: at, last: at };
        }
        if (form === take || form === (take === "إلى" ? "الي" : take === "على" ? "علي" : take)) {
          return { first: at, last: at + 1 };
        }
      }
      if (this.scene.isVerb(at) && at > from) return null;
    }
    return null;
  }

  /** With "object" verbs an أن far inside the object opens a clause of the content. */
  private reaches(approach: number, opening: Opening, takes: readonly string[]): boolean {
    if (opening.kind !== "that" || !takes.includes("object")) return true;
    return opening.first - approach <= 8;
  }

  /**
   * The phrase, where it can speak; null where the verb has no subject of its own ("وقدر عدد
   * القتلى": the last speaker goes on); undefined where nobody speaks here.
   */
  private subjectAmong(
    phrase: TokenRange | null,
    opening: Opening | null,
    reading: Reading,
  ): TokenRange | null | undefined {
    if (!phrase || opening || this.canSpeak(phrase, speakerOf(this.scene, phrase))) return phrase;
    return reading.conjunction && this.current ? null : undefined;
  }

  /** A speaker of an object verb must be one who can speak: not the lift that "announced". */
  private canSpeak(phrase: TokenRange, speaker: Speaker): boolean {
    if (speaker.kind !== "anonymous") return true;
    if (this.scene.form(phrase.first).startsWith("ال") && phrase.last - phrase.first === 1)
      return true;
    return ["speaker", "counted.person", "office", "calling", "title"].some((name) =>
      this.scene.has(phrase.first, name),
    );
  }

  /** Skips commas, times and adjuncts to where the content itself begins. */
  private contentStart(from: number, limit: number): number {
    let at = this.skipAsides(from, limit);
    while (at < limit && this.scene.isComma(at)) at++;
    return Math.min(at, limit);
  }

  private skipAsides(from: number, limit: number): number {
    let at = from;
    for (;;) {
      const begun = at;
      if (this.scene.isComma(at) && this.scene.afterTime(at + 1) > at + 1) at++;
      at = this.scene.afterTime(at);
      if (this.scene.has(at, "speech.phone")) at++;
      if (this.scene.form(at) === "في" && this.scene.has(at + 1, "speech.adjunct")) {
        at += 2;
        while (
          at < limit &&
          !this.scene.isComma(at) &&
          at < begun + 10 &&
          !this.scene.has(at, "that") &&
          this.scene.form(at) !== ":" &&
          !/^عن$/.test(this.scene.form(at))
        )
          at++;
      }
      if (at === begun || at >= limit) return Math.min(at, limit);
      if (this.scene.isComma(at)) at++;
    }
  }

  private skipMasdar(at: number): number {
    return this.scene.reading(at, "speech.masdar")?.enclitic ? at + 1 : at;
  }

  /** Outlets and relays that stand between speaker and content: لرويترز, بحسب سكاي نيوز. */
  private relaysBetween(from: number, to: number, sentence: Sentence): Speaker[] {
    const relays: Speaker[] = [];
    for (let at = from; at < to; at++) {
      const accord = accordAt(this.scene, at, to);
      if (accord && !accord.deeper) relays.push(...accord.speakers);
    }
    const recipient = recipientIn(this.scene, from, Math.min(to, sentence.last));
    if (recipient) {
      const outlet = this.anaphora(recipient);
      if (outlet) relays.push(outlet);
    }
    return relays.filter((speaker) => !this.own.is(speaker));
  }

  /** "ذكرت مصادر نقلا عن X": X stands behind the speaker. */
  private originsBetween(from: number, to: number): readonly Speaker[] {
    for (let at = from; at < to; at++) {
      const accord = accordAt(this.scene, at, to);
      if (accord?.deeper) return accord.speakers;
    }
    return [];
  }

  /** A speaker brought in inside what another says (… إن X قال إن, حيث اعتبر X) is quoted by him. */
  private enclosingChain(at: number, firstFound: number): readonly Speaker[] {
    const before = this.scene.form(at - 1);
    const opens = this.scene.has(at - 1, "that") || /^(و|ف)?(حيث|اذ|ما)$/.test(before);
    if (!opens) return [];
    for (let index = this.found.length - 1; index >= firstFound; index--) {
      const found = this.found[index];
      if (found && found.first <= at && at < found.last) return found.value.chain;
    }
    return [];
  }

  /** "في تصريح لسانا، قال …": the outlet stands before the verb. */
  private recipientBefore(at: number, sentence: Sentence): Speaker[] {
    if (at - sentence.first > 16) return [];
    const recipient = recipientIn(this.scene, sentence.first, at);
    const outlet = recipient ? this.anaphora(recipient) : null;
    return outlet && !this.own.is(outlet) ? [outlet] : [];
  }

  /** "للمنصة", "للوكالة": the outlet named before. */
  private anaphora(recipient: Speaker): Speaker | null {
    if (recipient.last - recipient.first > 1) return recipient;
    const reading = this.scene.reading(recipient.first, "speaker.outlet");
    if (!reading?.article) return recipient;
    return this.current?.find((link) => link.kind === "outlet") ?? null;
  }

  /** The same definite speaker as before (المصدر, الشاهد) still speaks to the same outlet. */
  private anaphoricOutlet(speaker: Speaker): Speaker[] {
    const outlet = this.current?.[0];
    if (outlet?.kind !== "outlet" || (this.current?.length ?? 0) < 2) return [];
    const origin = this.current?.at(-1);
    const head = this.scene.reading(speaker.first, "speaker");
    const sameHead =
      origin !== undefined && this.scene.reading(origin.first, "speaker")?.entry === head?.entry;
    return head?.article && sameHead ? [outlet] : [];
  }

  private readAccord(
    accord: Accord,
    sentence: Sentence,
    segment: number,
    firstFound: number,
  ): number {
    const chain = this.withContext(accord);
    const cue = { first: accord.first, last: accord.last };
    const base = {
      chain,
      stance: accord.stance,
      medium: this.mediumIn(accord.first, accord.last),
      direct: false,
      cue,
    };
    if (accord.front) {
      this.current = chain;
      const start = this.contentStart(accord.last, sentence.last);
      this.add("attribution.according-to", start, sentence.last, base);
      return start;
    }
    // Trailing: it governs the segment before it, around what is attributed there already.
    let covered = segment;
    for (let index = firstFound; index < this.found.length; index++) {
      const inner = this.found[index];
      if (!inner || inner.first < segment || inner.first >= accord.first) continue;
      const outer = chain.filter(
        (link) => !inner.value.chain.some((known) => known.name === link.name),
      );
      const joined = accord.deeper
        ? [...inner.value.chain, ...outer]
        : [...outer, ...inner.value.chain];
      this.found[index] = {
        ...inner,
        last: Math.min(inner.last, accord.first),
        value: { ...inner.value, chain: joined },
      };
      if (covered === segment)
        covered = inner.value.cue.first <= segment + 2 ? accord.first : inner.value.cue.first;
    }
    const end = covered === segment ? accord.first : Math.min(covered, accord.first);
    if (end > segment && covered !== accord.first)
      this.add("attribution.according-to-trailing", segment, end, base);
    this.current = covered === segment ? chain : this.current;
    return accord.last;
  }

  /** "وبحسب مصادرها": hers are the outlet's named before. */
  private withContext(accord: Accord): readonly Speaker[] {
    const first = accord.speakers[0];
    if (!first) return accord.speakers;
    const same = this.scene.has(first.last - 1, "same") || this.scene.has(first.last, "same");
    if (same && this.current) return this.current;
    const reading = this.scene.main(first.first);
    const correspondent = this.scene.has(first.first, "speaker.correspondent");
    if (reading?.enclitic && !correspondent && this.current?.[0]?.kind === "outlet")
      return [this.current[0], ...accord.speakers];
    return accord.speakers;
  }

  private isOwn(speakers: readonly Speaker[]): boolean {
    return speakers.length > 0 && speakers.every((speaker) => this.own.is(speaker));
  }

  /** "جاء في بيان للوزارة أن": the document's author speaks, or else the document. */
  private readDocument(at: number, sentence: Sentence): number | null {
    const { scene } = this;
    const reading = scene.reading(at, "speech.came");
    if (!reading) return null;
    for (let next = at + 1; next < Math.min(at + 4, sentence.last); next++) {
      const document = scene.reading(next + 1, "speech.document");
      if (scene.form(next) !== "في" || !document) continue;
      const author = authorOf(scene, next + 2, sentence.last);
      const chain = [author ?? speakerOf(scene, { first: next + 1, last: next + 2 })];
      if (this.isOwn(chain)) return null;
      this.current = chain;
      const opening = findOpening(scene, author?.last ?? next + 2, sentence.last);
      if (!opening) return next + 2;
      const medium = mediumOf(document);
      this.addContent("attribution.document", {
        at,
        reading,
        sentence,
        chain,
        medium,
        start: opening.last,
        opening,
      });
      return opening.last;
    }
    return null;
  }

  /** "اعتقلت … بتهمة التخابر": who acts accuses. */
  private readCharge(at: number, sentence: Sentence): number | null {
    const { scene } = this;
    const charge = scene.reading(at, "speech.charge");
    if (charge?.preposition !== "ب") return null;
    const actor = actorBefore(scene, at, sentence);
    if (!actor) return null;
    const chain = [...(this.enclosing(at)?.value.chain ?? []), speakerOf(scene, actor)];
    this.add("attribution.charge", at + 1, this.clauseEnd(at + 1, sentence.last), {
      chain,
      stance: "accuses",
      medium: null,
      direct: false,
      cue: { first: at, last: at + 1 },
    });
    return at + 1;
  }

  /** An indefinite document a little before, in the same sentence. */
  private documentBefore(at: number, sentence: Sentence): Speaker | null {
    for (let back = at - 1; back >= Math.max(sentence.first, at - 16); back--) {
      const reading = this.scene.reading(back, "speaker");
      if (reading?.entry.features["kind"] === "document" && !reading.article && !reading.enclitic) {
        return speakerOf(this.scene, { first: back, last: back + 1 });
      }
    }
    return null;
  }

  private readHearsay(at: number, sentence: Sentence): number | null {
    const hearsay = this.scene.unit(at, "speech.hearsay");
    if (!hearsay) return null;
    const speaker: Speaker = { first: at, last: hearsay.last, name: "", kind: "unstated" };
    this.add("attribution.hearsay", hearsay.last, this.clauseEnd(hearsay.last, sentence.last), {
      chain: [...(this.enclosing(at)?.value.chain ?? []), speaker],
      stance: "alleges",
      medium: null,
      direct: false,
      cue: { first: at, last: hearsay.last },
      modality: "unverified",
    });
    return hearsay.last;
  }

  private enclosing(at: number): Attribution | null {
    for (let index = this.found.length - 1; index >= 0; index--) {
      const found = this.found[index];
      if (found && found.first <= at && at < found.last) return found;
    }
    return null;
  }

  private clauseEnd(from: number, limit: number): number {
    for (let at = from; at < limit; at++) if (this.scene.isComma(at)) return at;
    return limit;
  }

  private addContent(
    rule: string,
    saying: {
      readonly at: number;
      readonly reading: Reading;
      readonly sentence: Sentence;
      readonly chain: readonly Speaker[];
      readonly medium: Medium | null;
      readonly start: number;
      readonly opening: Opening | null;
    },
  ): void {
    const { at, reading, sentence, chain, start, opening } = saying;
    const { scene } = this;
    const stance = stanceOf(reading);
    const medium = saying.medium ?? mediumOf(reading);
    let end = sentence.last;
    let quoted: TokenRange | null = null;
    const quoteAt =
      opening?.kind === "quote" ? opening.first : scene.opensQuote(start) ? start : null;
    this.carry = null;
    if (quoteAt !== null) {
      const close = scene.closingQuote(quoteAt, sentence.last);
      quoted = { first: quoteAt + 1, last: close ?? sentence.last };
      // Words after the quotation go on in the same mouth unless a new verb of saying comes.
      if (close === null) {
        this.carry = { chain, stance, medium, paragraph: sentence.paragraph, quoted: true };
      }
    } else if (opening?.kind === "colon") {
      this.carry = { chain, stance, medium, paragraph: sentence.paragraph, quoted: false };
    }
    if (end <= start) end = sentence.last;
    this.add(rule, start, end, {
      chain,
      stance,
      medium,
      direct: quoted !== null || opening?.kind === "colon",
      quoted,
      cue: { first: at, last: at + 1 },
      modality: modalityOf(reading),
    });
  }

  private add(
    rule: string,
    first: number,
    last: number,
    value: {
      readonly chain: readonly Speaker[];
      readonly stance: Stance;
      readonly medium: Medium | null;
      readonly direct: boolean;
      readonly cue: TokenRange;
      readonly quoted?: TokenRange | null;
      readonly modality?: Modality;
    },
  ): void {
    if (last <= first) return;
    const { modality, quoted, ...rest } = value;
    this.found.push({
      first,
      last,
      rule,
      value: { ...rest, quoted: quoted ?? null, modality: modality ?? "asserted" },
    });
  }

  /**
   * A saying ends where the next one of the sentence begins, unless the next is inside what is
   * said (its subject is another, introduced there).
   */
  private closeOverlaps(firstFound: number): void {
    for (let index = firstFound; index < this.found.length; index++) {
      const earlier = this.found[index];
      if (!earlier) continue;
      for (let other = firstFound; other < this.found.length; other++) {
        const later = this.found[other];
        if (!later || later === earlier || later.value.cue.first <= earlier.first) continue;
        if (later.value.cue.first < earlier.last && this.continues(earlier, later)) {
          this.found[index] = {
            ...earlier,
            last: Math.max(earlier.first + 1, later.value.cue.first),
          };
          break;
        }
      }
    }
  }

  private continues(earlier: Attribution, later: Attribution): boolean {
    // What is quoted inside a longer quotation does not end it.
    const nested =
      later.value.chain.length > earlier.value.chain.length &&
      earlier.value.chain.every((link) => later.value.chain.includes(link));
    return later.rule !== "attribution.hearsay" && !nested && later.first > earlier.first;
  }

  /** The medium named in the tokens: a statement, a press conference, a social network. */
  private mediumIn(from: number, to: number): Medium | null {
    for (let at = from; at < Math.min(to, from + 24); at++) {
      for (const name of ["speech.adjunct", "speech.platform", "speech.phone"]) {
        const reading = this.scene.reading(at, name);
        const medium = reading ? mediumOf(reading) : null;
        if (medium) return medium;
      }
    }
    return null;
  }
}

function stanceOf(reading: Reading): Stance {
  return STANCES.find((known) => known === reading.entry.features["stance"]) ?? "states";
}

function modalityOf(reading: Reading): Modality {
  return MODALITIES.find((known) => known === reading.entry.features["modality"]) ?? "asserted";
}

function mediumOf(reading: Reading): Medium | null {
  return MEDIA.find((known) => known === reading.entry.features["medium"]) ?? null;
}
