import { addTo } from "../../core/grouping.js";
import type { TextLayer } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { isGround, isSeat } from "./event-ground.js";
import { isOfTalks } from "./place-aside.js";
import type { PlaceMention } from "./place-mention.js";
import { listAround, type TurnOrder, turnOrder } from "./scene-lists.js";
import { COMMAS, clauseCosts, partScopes } from "./scene-marks.js";
import type { Thread } from "./thread.js";

/** A place further off than this, in tokens and what clauses between count for, belongs elsewhere. */
const FARTHEST = 80;
/** What counts against a place that is only named, in tokens: "ثم نينوى ب 101 قتيل". */
const BARE = 16;
/** What counts against a place that opens the sentence as its frame: "وفي إسطنبول، …", "محافظة حلب: …". */
const FRAME = 25;
/** Tokens in front of such a place. */
const FRAME_REACH = 2;
/** What a river or a sea counts for, so that the town on it comes first; and a road. */
const LINE = 40;
/** What counts against a place on the wrong side of a count, where places and counts take turns. */
const OTHER_SIDE = 30;
/** Tokens between a count and the country told with it. */
const BESIDE = 4;
/** What a town must cost more than such a country, in tokens, to be that of another clause. */
const APART = 12;
/** Tokens between two places of one address: "الواقعة بمنطقة", "في ريف". */
const CHAIN_GAP = 3;
/** Places in a list of which none is meant before the others, but the region that holds them. */
const MANY = 3;

interface Near {
  readonly place: PlaceMention;
  readonly cost: number;
}

/** Sentences back in which an event that names no place has its own, whatever stands between. */
const NEAR_SENTENCES = 2;
/** The same where no other town is told of between, and the tokens between the two sentences. */
const SAME_SENTENCES = 8;
const SAME_TOKENS = 60;

/**
 * From where a place is taken: of an event's own clause ("clause") or of what its sentence tells of it
 * ("event"), of its sentence, and where that tells none of the nearest sentences ("near", of an event,
 * too) or of the whole paragraph and lead.
 */
export type Carry = "clause" | "event" | "sentence" | "near" | "paragraph";

/** The places of a claim, by their entities. */
export interface Places {
  /** Where it happened; null where only other places are named. */
  readonly place: string | null;
  /** That place first, then its address, then the others of the sentence. */
  readonly places: readonly string[];
}

/** Where what is told happened: by the clause, the sentence, the paragraph, the report's lead. */
export class Scenes {
  private readonly bySentence = new Map<number, PlaceMention[]>();
  /** What the clauses up to a token count for. */
  private readonly clauses: Int32Array;
  /** The "among them" that a token may belong to. */
  private readonly parts: Int32Array;
  /** By sentence: on which side of its count a place stands. */
  private readonly turns = new Map<number, TurnOrder>();

  /** @param counts the figures told, in order */
  constructor(
    private readonly layer: TextLayer,
    private readonly thread: Thread,
    places: readonly PlaceMention[],
    counts: readonly { readonly first: number }[],
  ) {
    for (const place of places) {
      // A state that acts is no place.
      if (place.locative || !place.wide) collect(this.bySentence, layer, place);
    }
    this.clauses = clauseCosts(layer);
    this.parts = partScopes(layer);
    const countsOf = new Map<number, { readonly first: number }[]>();
    for (const count of counts) collect(countsOf, layer, count);
    for (const [sentence, here] of this.bySentence) {
      const order = turnOrder(here, countsOf.get(sentence) ?? []);
      if (order) this.turns.set(sentence, order);
    }
  }

  /** Where it happened; null where only other places are named. */
  placeOf(first: number, last: number, carry: Carry): string | null {
    return this.sceneOf(first, last, carry)[0]?.entity ?? null;
  }

  placesOf(first: number, last: number, carry: Carry): Places {
    const here = this.bySentence.get(this.layer.sentenceOf[first] ?? -1) ?? [];
    const scene = this.sceneOf(first, last, carry);
    const places = new Set<string>();
    for (const { entity } of scene) places.add(entity);
    const town = this.townOf(scene);
    if (town) places.add(town.entity);
    for (const { entity, aside } of here) if (!aside) places.add(entity);
    for (const { entity } of here) places.add(entity);
    return { place: scene[0]?.entity ?? null, places: [...places] };
  }

  /** في حي X: the town told last before, in which the quarter lies, where its own sentence tells none. */
  private townOf(scene: readonly PlaceMention[]): PlaceMention | null {
    const [place] = scene;
    if (!place?.quarter || scene.some((one) => !one.quarter)) return null;
    for (let at = this.layer.sentenceOf[place.first] ?? -1; at >= 0; at--) {
      const here = this.bySentence.get(at) ?? [];
      const town = here.findLast(
        (one) =>
          !one.wide && !one.quarter && !one.structure && !one.aside && one.first < place.first,
      );
      if (town) return town;
    }
    return null;
  }

  private sceneOf(first: number, last: number, carry: Carry): readonly PlaceMention[] {
    const sentence = this.layer.sentenceOf[first] ?? -1;
    const here = this.bySentence.get(sentence) ?? [];
    const told = here.filter((place) => !place.aside && this.mayBeOf(place, first, last, carry));
    // "مسلحو التنظيم في غرب إفريقيا هاجموا بلدة X": a part of the world only where no other place is told.
    const narrow = told.filter(({ broad }) => !broad);
    const fit = narrow.length > 0 ? narrow : told;
    const near = (places: readonly PlaceMention[]): Near | null =>
      this.nearest(places, first, last);
    const town = near(fit.filter(({ wide }) => !wide));
    const land = near(town ? fit.filter((place) => this.isBeside(place, last)) : fit);
    // "مقتل اثنين جنوبي تركيا، بعد هجوم على بلدة X": the town is of another clause.
    if (town && !(land && town.cost - land.cost >= APART)) return this.groundOf(here, town.place);
    const wide = land?.place;
    // "12 قتيلا في تايوان": the land itself is told, no town of a sentence before is meant.
    const open = wide !== undefined && this.isPartOf(wide);
    if (wide && !this.thread.isTakenUp(sentence, open)) return listAround(this.layer, here, wide);
    const inherit = carry === "near" || carry === "paragraph";
    const carried = inherit ? this.carried(sentence, wide ?? null, carry === "near") : null;
    if (carried) return wide ? [...carried, wide] : carried;
    if (wide) return listAround(this.layer, here, wide);
    // قال رئيس محكمة جدة إن التفجير: of who speaks, and no place of what he tells of.
    const aside = carry === "paragraph" ? near(here) : null;
    return aside ? this.addressOf(here, aside.place) : [];
  }

  private mayBeOf(place: PlaceMention, first: number, last: number, carry: Carry): boolean {
    const isOwn = place.first >= first && place.first < last;
    if (place.reached && !isOwn && carry !== "sentence" && carry !== "paragraph") return false;
    if (carry === "clause") return isSeat(this.layer, place, first, last);
    if (carry === "event" || carry === "near") return isGround(this.layer, place, first, last);
    return true;
  }

  /**
   * A place with its address. Of "بلدات A وB وC الواقعة بمنطقة D" it is D that holds them all; of a
   * list that tells no such region, the first.
   */
  private groundOf(here: readonly PlaceMention[], chosen: PlaceMention): readonly PlaceMention[] {
    const list = listAround(this.layer, here, chosen);
    const tail = list[list.length - 1];
    if (!tail || list.length === 1) return this.addressOf(here, chosen);
    const region = this.addressOf(here, tail).filter(({ first }) => first >= tail.last);
    const holds = list.length >= MANY && region[0]?.within === true;
    return holds ? [...region, ...list] : [...list, ...region];
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
    // "في البحر المتوسط قبالة بلدة X": a sea is no smaller than the town on it.
    if (isSea(before) && !place.wide) return false;
    if (before.broad && !place.broad) return false;
    // "في حلب وخمسة في حمص", "في جبلة بريف اللاذقية، وفي محافظة حماة": another place, no address.
    const { words, tokens } = this.layer;
    if (place.follows) return false;
    // في حلب 346، ودير الزور 72: a count between them is of the first.
    for (let at = before.last; at < place.first; at++)
      if (words[at]?.readings[0]?.conjunction || tokens[at]?.kind === "number") return false;
    if (!COMMAS.has(words[before.last]?.form ?? "")) return true;
    const behind = words[before.last + 1];
    return !behind?.readings.some((one) => one.conjunction && isPreposition(one));
  }

  /** At the head of its sentence and shut off from it: a smaller place may follow. */
  private isFrame({ first, last }: PlaceMention): boolean {
    const start = this.layer.sentences[this.layer.sentenceOf[first] ?? -1]?.first ?? first;
    return first - start <= FRAME_REACH && COMMAS.has(this.layer.words[last]?.form ?? "");
  }

  /** A country close behind the count, in its clause. */
  private isBeside({ first, wide }: PlaceMention, last: number): boolean {
    const between = (this.clauses[first] ?? 0) - (this.clauses[last] ?? 0);
    return wide && first >= last && first - last <= BESIDE && between === 0;
  }

  /** "في شمال X": some town of the north. */
  private isPartOf({ first }: PlaceMention): boolean {
    return this.layer.words[first - 1]?.classes.has("direction") === true;
  }

  /**
   * The town, else country, that the paragraph, what is pointed back to, or the lead tells of.
   * @param near of the nearest sentences alone; the country of a lead says too little then
   */
  private carried(
    sentence: number,
    wide: PlaceMention | null,
    near: boolean,
  ): readonly PlaceMention[] | null {
    const isNear = (at: number): boolean => !near || this.isNear(at, sentence);
    // Where an event was that no heading tells is told afterwards only by what takes it up: "الانفجار في X".
    const isOpen = !near || wide !== null || this.layer.sentences[sentence]?.heading === true;
    // A list that gives each town its count tells no one place for the others.
    const leads = this.thread
      .leadOf(sentence)
      .filter(
        (at) => at <= sentence || (!this.turns.has(at) && (isOpen || this.thread.pointsBack(at))),
      );
    // What its own sentence tells of an event is known by now.
    const others = near ? leads.filter((at) => at !== sentence) : leads;
    const lead = near && this.isLeft(leads, sentence) ? [] : others.filter(isNear);
    if (wide) {
      const { country } = wide;
      const held = (place: PlaceMention): boolean =>
        isTown(place) && (place.country ?? country) === country;
      return this.first(
        lead.filter((at) => at > sentence),
        held,
      );
    }
    const before = this.thread.before(sentence).filter(isNear);
    const within = this.first(before, (place) => place.wide && place.locative)?.[0];
    const inCountry = (place: PlaceMention): boolean =>
      isTown(place) &&
      !(near && isOfTalks(this.layer, place)) &&
      (!within?.country || !place.country || place.country === within.country);
    return (
      this.first(before, inCountry) ??
      this.first(lead, (place) => inCountry(place) && !place.structure) ??
      this.first(lead, inCountry) ??
      this.first(before, (place) => place.locative && !(near && isOfTalks(this.layer, place))) ??
      (near ? null : this.leadCountry(before, lead))
    );
  }

  /** So near to an event that it happened there, too: a long report goes from place to place. */
  private isNear(at: number, sentence: number): boolean {
    const gap = sentence - at;
    if (Math.abs(gap) <= NEAR_SENTENCES) return true;
    if (gap < 0 || gap > SAME_SENTENCES) return false;
    const { sentences } = this.layer;
    const end = sentences[at]?.last ?? 0;
    if ((sentences[sentence]?.first ?? end) - end > SAME_TOKENS) return false;
    const told = new Set(this.bySentence.get(at)?.map(({ entity }) => entity));
    for (let between = at + 1; between < sentence; between++) {
      const here = this.bySentence.get(between) ?? [];
      if (here.some((place) => isTown(place) && !told.has(place.entity))) return false;
    }
    return true;
  }

  /** The report has gone on from the town that its lead tells of first. */
  private isLeft(lead: readonly number[], sentence: number): boolean {
    const first = lead.find((at) => this.bySentence.get(at)?.some(isTown));
    return first !== undefined && !this.isNear(first, sentence);
  }

  /** Any place that the lead tells of, or that is named at all. */
  private leadCountry(
    before: readonly number[],
    lead: readonly number[],
  ): readonly PlaceMention[] | null {
    return (
      this.first(lead, ({ locative }) => locative) ?? this.first([...before, ...lead], () => true)
    );
  }

  private first(
    sentences: readonly number[],
    fits: (place: PlaceMention) => boolean,
  ): readonly PlaceMention[] | null {
    for (const sentence of sentences) {
      const here = this.bySentence.get(sentence) ?? [];
      const told = here.filter((one) => !one.aside && !one.broad && fits(one));
      const place = told.find((one) => !isSea(one)) ?? told[0];
      if (place) return this.groundOf(here, place);
    }
    return null;
  }

  private nearest(places: readonly PlaceMention[], first: number, last: number): Near | null {
    let best: Near | null = null;
    const turns = this.turns.get(this.layer.sentenceOf[first] ?? -1);
    for (const place of places) {
      const behind = place.first >= last;
      const [from, to] = behind ? [last - 1, place.first] : [place.last - 1, first];
      // "17 dead, among them one in X": where a part died, not all.
      if (behind && (this.parts[to] ?? 0) > last) continue;
      const gap = behind ? place.first - last : Math.max(0, first - place.last) + 1;
      const between = Math.max(0, (this.clauses[to] ?? 0) - (this.clauses[from] ?? 0));
      const cost =
        gap +
        between +
        (place.locative || isBeside(turns, place, first) ? 0 : BARE) +
        (place.line ? LINE : 0) +
        (!behind && this.isFrame(place) ? FRAME : 0) +
        (turns && behind !== (turns === "count-first") ? OTHER_SIDE : 0);
      if (cost <= FARTHEST && (!best || cost < best.cost)) best = { place, cost };
    }
    return best;
  }
}

/** في حلب 346، وإدلب 40: in such a list the place right before a count is its own. */
const isBeside = (turns: TurnOrder | undefined, place: PlaceMention, first: number): boolean =>
  turns === "place-first" && place.last === first;

function collect<T extends { readonly first: number }>(
  map: Map<number, T[]>,
  { sentenceOf }: TextLayer,
  told: T,
): void {
  const sentence = sentenceOf[told.first] ?? -1;
  if (sentence >= 0) addTo(map, sentence, told);
}

const isPreposition = (reading: Reading): boolean =>
  reading.preposition !== "" || reading.entry.classes.includes("preposition");

/** A line that is no road, river or lake. */
const isSea = ({ line, structure }: PlaceMention): boolean => line && !structure;

const isTown = (place: PlaceMention): boolean => place.locative && !place.wide;
