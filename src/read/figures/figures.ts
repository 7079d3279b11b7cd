import type { Claim, Measure, Modality, Value } from "../../core/contract.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Trace } from "../../text/trace.js";
import type { NameMention } from "../names/mention.js";
import { readCarried } from "./carried.js";
import { Carry } from "./carry.js";
import { Clauses } from "./clause.js";
import { readCues } from "./cue.js";
import { readDeeds } from "./deeds.js";
import type { Draft } from "./draft.js";
import { readFrames } from "./frames.js";
import { SentenceMarks } from "./marks.js";
import { mayReach } from "./modality.js";
import { readNone } from "./none.js";
import { readParts } from "./parts.js";
import { NamedPersons } from "./persons.js";
import type { QuantityAnnotation } from "./quantities.js";
import {
  isDoubtful,
  isOfPlay,
  isOfSport,
  isReflection,
  mayBeOfPlay,
  playerOf,
} from "./register.js";
import {
  readCaredFor,
  readOthersJoined,
  readRuinedFurther,
  readSpreadBehind,
  readSpreadOver,
} from "./spread.js";
import { readStates } from "./states.js";
import { linkSums } from "./sums.js";
import { readTakingPart } from "./taking-part.js";
import { readThings } from "./things.js";

/** A count of persons or things in an event, as one place of the text words it. */
export interface FigureReading {
  readonly measure: Measure;
  /** Short English noun: `soldiers`, `persons`, `houses`. */
  readonly counted: string;
  /** Tokens `[first, last)` of the counted noun phrase; null where the number stands alone. */
  readonly groupSpan: readonly [first: number, last: number] | null;
  readonly value: Value;
  readonly unit: string;
  /** Index of the total in the list this reading stands in; null where it is no part. */
  readonly part: number | null;
  readonly scope: NonNullable<Claim["figure"]>["scope"];
  /** Belongs to an earlier event, or to a running total. */
  readonly background: boolean;
  readonly modality: Modality;
  /** Index of an earlier reading that says the same count again, as body after headline. */
  readonly repeatOf: number | null;
}

export type FigureAnnotation = Annotation<FigureReading>;

/**
 * All figures of the article, in the order of their spans.
 * @param names the persons among them count one where a harm befalls them by name
 */
export function readFigures(
  layer: TextLayer,
  quantities: readonly QuantityAnnotation[],
  { figures: words }: LanguagePack,
  names: readonly NameMention[] = [],
): FigureAnnotation[] {
  const cues = readCues(layer, words);
  const starts: (QuantityAnnotation | undefined)[] = new Array(layer.tokens.length);
  for (const quantity of quantities) starts[quantity.first] = quantity;
  const drafts: Draft[] = [];
  let next = 0;
  const carry = new Carry();
  const persons = new NamedPersons(names);
  const toldOfOne = new Set<Measure>();
  for (const sentence of layer.sentences) {
    const own: QuantityAnnotation[] = [];
    for (; next < quantities.length; next++) {
      const quantity = quantities[next];
      if (!quantity || quantity.first >= sentence.last) break;
      own.push(quantity);
    }
    const clauses = new Clauses(layer, sentence, cues, starts, persons, words);
    carry.illness ||= clauses.some("illness.outbreak");
    clauses.illness = carry.illness;
    clauses.toldOfOne = toldOfOne;
    const read = readSentence(clauses, own, carry);
    drafts.push(...read);
    carry.add(read);
    for (const { measure, value } of read) if (value.max === 1) toldOfOne.add(measure);
  }
  if (layer.trace) noteUncounted(layer.trace, quantities, drafts);
  const ofSport = drafts.some(mayBeOfPlay) && isOfSport(layer);
  const marks = new SentenceMarks(layer, cues, words);
  return settle(layer, reported(layer, drafts, ofSport), { marks, words, ofSport });
}

/** Without what a match, a column or a tale tells in passing of one person. */
function reported(layer: TextLayer, drafts: readonly Draft[], ofSport: boolean): readonly Draft[] {
  if (ofSport) return drafts.filter((draft) => !isOfPlay(draft));
  const isPassing = drafts.some(isDoubtful) && isReflection(layer, drafts);
  return isPassing ? drafts.filter((draft) => !isDoubtful(draft)) : drafts;
}

/** Counts of which no clause tells what became of those counted. */
function noteUncounted(
  trace: Trace,
  quantities: readonly QuantityAnnotation[],
  drafts: readonly Draft[],
): void {
  const used = new Set(drafts.map(({ quantity }) => quantity));
  for (const quantity of quantities) {
    if (used.has(quantity)) continue;
    const why = quantity.value.plain
      ? "a noun of one person counts only where something befalls that person"
      : "nothing in its clause tells what befell those it counts, nor what the number measures";
    trace.lose("figures", quantity, why);
  }
}

function readSentence(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
  carry: Carry,
): readonly Draft[] {
  // None of a disease is none of an event.
  if (!carry.illness) readNone(clauses);
  readFrames(clauses);
  if (quantities.length > 0) {
    readCaredFor(clauses, quantities);
    readCarried(clauses, quantities, carry);
  }
  readStates(clauses, carry);
  if (quantities.length > 0) {
    readSpreadOver(clauses, quantities);
    readSpreadBehind(clauses, quantities);
    readRuinedFurther(clauses, quantities);
    readOthersJoined(clauses, quantities);
    readDeeds(clauses);
    readParts(clauses, quantities, carry);
    readTakingPart(clauses);
    readThings(clauses, quantities);
  }
  for (const draft of clauses.drafts) {
    if (draft.modality === "asserted" && mayReach(clauses, draft.first))
      draft.modality = "possible";
  }
  return clauses.drafts
    .filter((draft) => !isLeftOut(clauses, draft.quantity?.first ?? draft.first))
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** تحديد هوية جميع القتلى باستثناء ثمانية: who is left out of all is some of those told, and no count of its own. */
function isLeftOut(clauses: Clauses, first: number): boolean {
  if (!clauses.has(first - 1, "but-for")) return false;
  for (let at = first - 2; at >= Math.max(clauses.first, first - ALL_REACH); at--) {
    if (clauses.words.isAll(clauses.form(at))) return true;
  }
  return false;
}

const ALL_REACH = 14;

interface Settling {
  readonly marks: SentenceMarks;
  readonly words: FigureWords;
  readonly ofSport: boolean;
}

/** Drafts to readings: groups continued, parts by index, repeats and background told. */
function settle(
  layer: TextLayer,
  drafts: readonly Draft[],
  { marks, words, ofSport }: Settling,
): FigureAnnotation[] {
  linkSums(layer, drafts);
  const index = new Map(drafts.map((draft, at) => [draft, at] as const));
  const settled: FigureAnnotation[] = [];
  /** The first reading that says a count, by what it says. */
  const said = new Map<string, number>();
  const groups = new Groups();
  for (const [at, draft] of drafts.entries()) {
    const sentence = layer.sentenceOf[draft.first] ?? -1;
    const counted = groups.of(
      draft,
      (ofSport ? playerOf(draft) : draft.counted) ??
        sharedGroup(drafts, at) ??
        continuedGroup(layer, drafts, at, words),
    );
    const background = marks.backgroundOf(draft, sentence);
    const reading: FigureReading = {
      measure: draft.measure,
      counted,
      groupSpan: draft.group,
      value: draft.value,
      unit: draft.unit,
      part: draft.total ? (index.get(draft.total) ?? null) : null,
      scope: background === "since" ? "cumulative" : "event",
      background: background !== null,
      modality: marks.isDenied(draft, sentence) ? "denied" : draft.modality,
      repeatOf: null,
    };
    const { min, max, hedge } = reading.value;
    const key = [reading.measure, counted, min, max, hedge, reading.background].join("|");
    const repeatOf = said.get(key) ?? -1;
    if (repeatOf < 0) said.set(key, at);
    const value = repeatOf >= 0 ? { ...reading, repeatOf } : reading;
    settled.push({ first: draft.first, last: draft.last, rule: draft.rule, value });
  }
  return settled;
}

/** Whom a count was said to be of, for the place that says it again without a noun: سبعة قتلى. */
class Groups {
  private readonly known = new Map<string, string>();

  of({ measure, value, unit, quantity }: Draft, counted: string): string {
    const isNamed = quantity?.value.sort === "person" && !quantity.value.definite;
    if (unit !== "persons" || value.hedge !== "exact" || (value.min ?? 0) < 2) return counted;
    const key = `${measure} ${value.min}`;
    // سبعة قتلى is of whom the seven were; سبعة أشخاص says that they are persons.
    if (counted === "persons") {
      return isNamed ? counted : (this.known.get(key) ?? counted);
    }
    if (!this.known.has(key)) this.known.set(key, counted);
    return counted;
  }
}

/** مقتل 3 وإصابة 5 من الجنود: the group behind the second count is of both. */
function sharedGroup(drafts: readonly Draft[], at: number): string | null {
  const [draft, next] = [drafts[at], drafts[at + 1]];
  if (!draft || !next || draft.last !== next.first || draft.group !== null) return null;
  if (next.counted === null || next.group === null || next.unit !== "persons") return null;
  if (next.total !== null) return null;
  return next.counted;
}

/** 27 من القرويين: a noun with the article behind "of"; "of them" are those told before. */
function isOfOthers(
  { words }: TextLayer,
  draft: Draft | undefined,
  { shapes }: FigureWords,
): boolean {
  if (draft?.quantity?.value.sort !== null || !words[draft.quantity.last]?.classes.has("prep.from"))
    return false;
  const behind = words[draft.quantity.last + 1];
  return behind !== undefined && shapes.isDefinite(behind.form);
}

/**
 * مقتل عشرة جنود وثلاثة عمال … ارتفعت الحصيلة إلى 12 بعد وفاة اثنين: of the group whose count and the
 * new deaths make the tally.
 */
function grownGroup(layer: TextLayer, drafts: readonly Draft[], at: number): string | null {
  const [tally, more] = [drafts[at], drafts[at + 1]];
  if (!tally || more?.measure !== tally.measure) return null;
  const sentence = layer.sentenceOf[tally.first];
  const before = (tally.value.min ?? 0) - (more.value.min ?? 0);
  if (layer.sentenceOf[more.first] !== sentence || more.value.min === null) return null;
  for (let to = at - 1; to >= 0; to--) {
    const draft = drafts[to];
    if (!draft || layer.sentenceOf[draft.first] !== sentence) break;
    if (draft.measure === tally.measure && draft.value.min === before) return draft.counted;
  }
  return null;
}

/** One woman or one girl, told by a feminine noun: the men of آخرين are no more of them. */
function isFeminine(
  { tokens }: TextLayer,
  { counted, group, quantity }: Draft,
  { pronouns }: FigureWords,
): boolean {
  if (counted === "women") return true;
  const noun = tokens[group?.[0] ?? -1]?.form ?? "";
  return counted === "children" && quantity?.value.plain === true && pronouns.endsAsWoman(noun);
}

/** آخرين and bare numbers are of the group told last in the sentence. */
function continuedGroup(
  layer: TextLayer,
  drafts: readonly Draft[],
  at: number,
  words: FigureWords,
): string {
  const sentence = layer.sentenceOf[drafts[at]?.first ?? -1] ?? -1;
  // وثلاثة من العاملين، فيما ارتفعت حصيلة الشهداء إلى 12: a tally is of all, not of those told last.
  if (drafts[at]?.rule.startsWith("figure.tally"))
    return grownGroup(layer, drafts, at) ?? "persons";
  // ألقي القبض على 27 من القرويين: of those named behind it, whoever they are.
  if (isOfOthers(layer, drafts[at], words)) return "persons";
  // مقتل امرأتين وإصابة تسعة مارين: of those whom a noun of their own tells, if none that we know.
  if (drafts[at]?.quantity?.value.sort === "unknown") return "persons";
  for (let to = at - 1; to >= 0; to--) {
    const before = drafts[to];
    if (!before || layer.sentenceOf[before.first] !== sentence) break;
    // مقتل طفل وإصابة 12: one child makes no children of the others; one woman no women of آخرين.
    const others = drafts[at]?.quantity?.value.others ?? false;
    const areWomen = words.isMoreWomen(
      layer.tokens[(drafts[at]?.quantity?.last ?? 0) - 1]?.form ?? "",
    );
    const isOfAll = others && (areWomen || !isFeminine(layer, before, words));
    const isOne = before.quantity?.value.form === "singular" && !isOfAll;
    if (before.counted && before.unit === "persons" && !before.total && !isOne) {
      // 12 من الجنود وثلاثة عمال، وإصابة تسعة آخرين: of the one group or the other.
      const earlier = drafts[to - 1];
      const isMixed =
        earlier !== undefined &&
        earlier.counted !== before.counted &&
        earlier.measure === before.measure &&
        drafts[at]?.measure !== before.measure &&
        layer.sentenceOf[earlier.first] === sentence;
      return isMixed ? "persons" : before.counted;
    }
  }
  return "persons";
}
