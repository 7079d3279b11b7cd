import type { TextLayer } from "../../text/layer.js";
import type { PlaceMention } from "./place-mentions.js";

/** A place further off than this, in tokens and what clauses between count for, belongs elsewhere. */
const FARTHEST = 80;
/** What a mark or word between two clauses counts for, in tokens. */
const COMMA = 3;
const CLAUSE = 12;
/** Sentences from the top in which a report tells where it plays. */
const LEAD_SENTENCES = 4;
/** Sentences of a paragraph over which a place still holds. */
const CARRY_SENTENCES = 6;
/** Sentences back to which "the attack" in a new paragraph may point. */
const BACK_SENTENCES = 3;
/** Tokens between two places of one address: "الواقعة بمنطقة", "في ريف". */
const CHAIN_GAP = 3;
const COMMAS: ReadonlySet<string> = new Set(["،", ",", "؛", ";", ":"]);

/** Where what is told happened: by the clause, the sentence, the paragraph, the report's lead. */
export class Scenes {
  private readonly bySentence = new Map<number, PlaceMention[]>();
  /** What the clauses up to a token count for. */
  private readonly clauses: Int32Array;

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
  }

  /** The places of tokens `[first, last)`: that where it happened first, then its address, then the rest. */
  placesOf(first: number, last: number, inherit: boolean): readonly string[] {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.bySentence.get(sentence) ?? [];
    const scene = this.sceneOf(here, sentence, first, last, inherit);
    const told = [...scene, ...here.filter(({ aside }) => !aside), ...here];
    return [...new Set(told.map(({ entity }) => entity))];
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
    const small = near(fit.filter(isTown)) ?? near(fit.filter(({ wide }) => !wide));
    if (small) return addressOf(here, small);
    const wide = near(fit);
    const carried = inherit ? this.carried(sentence, wide) : null;
    if (carried) return wide ? [...carried, wide] : carried;
    if (wide) return [wide];
    const aside = inherit ? near(here) : null;
    return aside ? addressOf(here, aside) : [];
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
      if (place) return addressOf(here, place);
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
      const cost = gap + Math.max(0, (this.clauses[to] ?? 0) - (this.clauses[from] ?? 0));
      if (cost >= least) continue;
      best = place;
      least = cost;
    }
    return best;
  }
}

const isTown = (place: PlaceMention): boolean => place.locative && !place.wide;

/**
 * "في بلدة X بمنطقة Y في ريف Z": places told from the smallest to the largest; the smallest is
 * meant, and the address told with it.
 */
function addressOf(places: readonly PlaceMention[], chosen: PlaceMention): readonly PlaceMention[] {
  let head = places.indexOf(chosen);
  while (head > 0 && isStep(places[head - 1], places[head])) head--;
  let end = places.indexOf(chosen) + 1;
  while (end < places.length && isStep(places[end - 1], places[end])) end++;
  return places.slice(head, end);
}

function isStep(before: PlaceMention | undefined, place: PlaceMention | undefined): boolean {
  if (!before || !place?.locative || before.aside !== place.aside) return false;
  return place.first - before.last <= CHAIN_GAP && !(before.wide && !place.wide);
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
