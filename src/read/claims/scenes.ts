import type { TextLayer } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { PlaceMention } from "./place-mentions.js";

/** A place further off than this, in tokens and what clauses between count for, belongs elsewhere. */
const FARTHEST = 80;
/** What a mark or word between two clauses counts for, in tokens. */
const COMMA = 3;
/** What counts against a place that is only named, in tokens: "ثم نينوى ب 101 قتيل". */
const BARE = 10;
/** What counts against a place that opens the sentence as its frame: "وفي إسطنبول، …", "محافظة حلب: …". */
const FRAME = 10;
/** Tokens in front of such a place. */
const FRAME_REACH = 2;
/** Tokens between a count and the country told with it. */
const BESIDE = 3;
const CLAUSE = 12;
/** Sentences from the top in which a report tells where it plays. */
const LEAD_SENTENCES = 4;
/** Sentences of a paragraph over which a place still holds. */
const CARRY_SENTENCES = 6;
/** Sentences back to which "the attack" in a new paragraph may point. */
const BACK_SENTENCES = 3;
/** Tokens between two places of one address: "الواقعة بمنطقة", "في ريف". */
const CHAIN_GAP = 3;
/** What a river or a road counts for, so that the town on it comes first. */
const LINE = 15;
const COMMAS: ReadonlySet<string> = new Set(["،", ",", "؛", ";", ":"]);

/** Where what is told happened: by the clause, the sentence, the paragraph, the report's lead. */
export class Scenes {
  private readonly bySentence = new Map<number, PlaceMention[]>();
  /** What the clauses up to a token count for. */
  private readonly clauses: Int32Array;
  /** How many words have opened parts of a total ("among them") up to a token. */
  private readonly parts: Int32Array;

  constructor(
    private readonly layer: TextLayer,
    places: readonly PlaceMention[],
  ) {
    for (const place of places) {
      const sentence = layer.sentenceOf[place.first] ?? -1;
      if (sentence < 0 || !(place.locative || !place.wide)) continue;
      const known = this.bySentence.get(sentence);
      if (known) known.push(place);
      else this.bySentence.set(sentence, [place]);
    }
    this.clauses = clauseCosts(layer);
    this.parts = partsOpened(layer);
  }

  /** Where it happened; null where only other places are named. */
  placeOf(first: number, last: number, inherit: boolean): string | null {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.bySentence.get(sentence) ?? [];
    return this.sceneOf(here, sentence, first, last, inherit)[0]?.entity ?? null;
  }

  /** The places of tokens `[first, last)`: that where it happened first, then its address, then the rest. */
  placesOf(first: number, last: number, inherit: boolean): readonly string[] {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.bySentence.get(sentence) ?? [];
    const scene = this.sceneOf(here, sentence, first, last, inherit);
    const told = [...scene, ...here.filter(({ aside }) => !aside), ...here];
    return [...new Set(told.map(({ entity }) => entity))];
  }

  /**
   * "في بلدة X بمنطقة Y في ريف Z": places told from the smallest to the largest; the smallest is
   * meant, and the address told with it.
   */
  private addressOf(
    places: readonly PlaceMention[],
    chosen: PlaceMention,
  ): readonly PlaceMention[] {
    let head = places.indexOf(chosen);
    while (head > 0 && this.isStep(places[head - 1], places[head])) head--;
    let end = places.indexOf(chosen) + 1;
    while (end < places.length && this.isStep(places[end - 1], places[end])) end++;
    return places.slice(head, end);
  }

  private isStep(before: PlaceMention | undefined, place: PlaceMention | undefined): boolean {
    if (!before || !place?.locative || before.aside !== place.aside) return false;
    if (place.first - before.last > CHAIN_GAP || (before.wide && !place.wide)) return false;
    // "في جبلة بريف اللاذقية، وفي محافظة حماة": another place, no address.
    const { words } = this.layer;
    if (!COMMAS.has(words[before.last]?.form ?? "")) return true;
    const behind = words[before.last + 1];
    return !behind?.readings.some((one) => one.conjunction && isPreposition(one));
  }

  private sceneOf(
    here: readonly PlaceMention[],
    sentence: number,
    first: number,
    last: number,
    inherit: boolean,
  ): readonly PlaceMention[] {
    const fit = here.filter(({ aside }) => !aside);
    const near = (places: readonly PlaceMention[]): PlaceMention | null =>
      this.nearest(places, first, last);
    const small = near(fit.filter(({ wide }) => !wide));
    if (small) return this.addressOf(here, small);
    const wide = near(fit);
    // "12 قتيلا في تايوان": told with the count itself, no town of another sentence is meant.
    if (wide && this.isBeside(wide, last) && !this.isTakenUp(sentence)) return [wide];
    const carried = inherit ? this.carried(sentence, wide) : null;
    if (carried) return wide ? [...carried, wide] : carried;
    if (wide) return [wide];
    const aside = inherit ? near(here) : null;
    return aside ? this.addressOf(here, aside) : [];
  }

  /** "The explosion" of the next sentences of the lead happened where this sentence's did. */
  private isTakenUp(sentence: number): boolean {
    for (let at = sentence + 1; at < LEAD_SENTENCES; at++) if (this.pointsBack(at)) return true;
    return false;
  }

  /** At the head of its sentence and shut off from it: a smaller place may follow. */
  private isFrame({ first, last }: PlaceMention): boolean {
    const start = this.layer.sentences[this.layer.sentenceOf[first] ?? -1]?.first ?? first;
    return first - start <= FRAME_REACH && COMMAS.has(this.layer.words[last]?.form ?? "");
  }

  /** Behind "in" and behind the count: "in the south of X" leaves open where. */
  private isBeside({ first }: PlaceMention, last: number): boolean {
    const within = this.layer.words[first - 1]?.classes.has("name.in") === true;
    return within && first >= last && first - last <= BESIDE;
  }

  /** The town, else country, that the paragraph, what is pointed back to, or the lead tells of. */
  private carried(sentence: number, wide: PlaceMention | null): readonly PlaceMention[] | null {
    const before = this.sentencesBefore(sentence);
    const lead = [...Array(Math.min(LEAD_SENTENCES, this.layer.sentences.length)).keys()];
    const within = wide ?? this.first(before, (place) => place.wide && place.locative)?.[0] ?? null;
    const inCountry = (place: PlaceMention): boolean =>
      isTown(place) && (!within?.country || !place.country || place.country === within.country);
    return (
      this.first(before, inCountry) ??
      this.first(lead, (place) => inCountry(place) && !place.structure) ??
      this.first(lead, inCountry) ??
      (wide
        ? null
        : (this.first(before, ({ locative }) => locative) ??
          this.first(lead, ({ locative }) => locative) ??
          this.first([...before, ...lead], () => true)))
    );
  }

  private first(
    sentences: readonly number[],
    fits: (place: PlaceMention) => boolean,
  ): readonly PlaceMention[] | null {
    for (const sentence of sentences) {
      const here = this.bySentence.get(sentence) ?? [];
      const place = here.find((one) => !one.aside && fits(one));
      if (place) return this.addressOf(here, place);
    }
    return null;
  }

  /** The sentences before it that tell of the same, nearest first. */
  private sentencesBefore(sentence: number): readonly number[] {
    const { sentences } = this.layer;
    const paragraph = sentences[sentence]?.paragraph;
    const found: number[] = [];
    const back = this.pointsBack(sentence) ? BACK_SENTENCES : 0;
    for (let at = sentence - 1; at >= Math.max(0, sentence - CARRY_SENTENCES); at--) {
      const same = sentences[at]?.paragraph === paragraph;
      if (!same && sentence - at > back) break;
      if (sentences[at]?.heading && !same) break;
      found.push(at);
    }
    return found;
  }

  /** "وأضاف", "القصف أسفر": goes on with what the paragraph before told. */
  private pointsBack(sentence: number): boolean {
    const told = this.layer.sentences[sentence];
    if (!told) return false;
    for (let at = told.first; at < told.last; at++) {
      const word = this.layer.words[at];
      if (word?.classes.has("scene-back")) return true;
      if (at < told.first + 2 && word?.classes.has("speech.continue")) return true;
    }
    return false;
  }

  private nearest(
    places: readonly PlaceMention[],
    first: number,
    last: number,
  ): PlaceMention | null {
    let best: PlaceMention | null = null;
    let least = FARTHEST + 1;
    for (const place of places) {
      const behind = place.first >= last;
      const gap = behind ? place.first - last : Math.max(0, first - place.last) + 1;
      const [from, to] = behind ? [last - 1, place.first] : [place.last - 1, first];
      // "17 dead, among them one in X": where a part died, not all.
      if (behind && this.parts[to] !== this.parts[last]) continue;
      const bare = (place.locative ? 0 : BARE) + (place.line ? LINE : 0);
      const front = !behind && this.isFrame(place) ? FRAME : 0;
      const cost =
        bare + front + gap + Math.max(0, (this.clauses[to] ?? 0) - (this.clauses[from] ?? 0));
      if (cost >= least) continue;
      best = place;
      least = cost;
    }
    return best;
  }
}

const isPreposition = (reading: Reading): boolean =>
  reading.preposition !== "" || reading.entry.classes.includes("preposition");

const isTown = (place: PlaceMention): boolean => place.locative && !place.wide;

function partsOpened({ words, tokens }: TextLayer): Int32Array {
  const counts = new Int32Array(tokens.length + 1);
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    counts[at] = count;
    if (words[at]?.classes.has("parts")) count++;
  }
  counts[tokens.length] = count;
  return counts;
}

function clauseCosts({ words, tokens }: TextLayer): Int32Array {
  const costs = new Int32Array(tokens.length + 1);
  let sum = 0;
  for (let at = 0; at < tokens.length; at++) {
    costs[at] = sum;
    const word = words[at];
    if (tokens[at]?.kind !== "word") {
      if (COMMAS.has(word?.form ?? "")) sum += COMMA;
    } else if (word?.classes.has("clause.front") && !word.classes.has("that")) sum += CLAUSE;
  }
  costs[tokens.length] = sum;
  return costs;
}
