/** Whether a day told in the sentence of an event is that of the event, or of what stands around it. */
import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Entry } from "../../text/word.js";
import type { EventAnnotation } from "../events/event-reading.js";
import { isOfOtherClause } from "./event-ground.js";
import { isPlaceless } from "./event-place.js";

const BARE_YEAR = /^\d{4}$/;
/** Tokens between an event and the time that is surely its own. */
const NEXT_TO = 3;
/** Tokens from the head of a sentence in which a time frames all of it: "منذ عام 2012 ...". */
const FRAME = 2;
/** Tokens between "responsible for", "condemned" and the deed that it is about. */
const ABOUT_REACH = 3;
/** Tokens behind "the victims of the collapse" in which a day is that of the collapse. */
const TOLL_REACH = 5;

/** Tokens from "with effect from" to the last way of telling that day: "الأحد (10 شوال) الموافق 26 يوليو". */
const EFFECTIVE_REACH = 12;

/** Ways of telling an event by a noun: it may be set against what the sentence tells by its verb. */
const NOUN_RULES: ReadonlySet<string> = new Set(["event.verbal-noun", "event.told"]);
/** What has not happened: a day that has been is that of planning or demanding it. */
const UNDONE: ReadonlySet<string> = new Set(["planned", "demanded", "possible"]);

/** A time of the sentence that tells when something else was. */
export function isDayOfOther(
  layer: TextLayer,
  told: EventAnnotation,
  time: Annotation<Time>,
  latest: DayNumber | null,
): boolean {
  if (isOfToll(layer, told, time) || isOfDocument(layer, time)) return true;
  const inFront = time.last <= told.first;
  return inFront ? isOfFront(layer, told, time, latest) : isBehindEvent(layer, told, time);
}

/**
 * A time in front of the event and not beside it, told of the clause before: "since", of who demands or
 * plans the event, of a main clause in front of "which", of what followed from the event.
 */
function isOfFront(
  layer: TextLayer,
  { first, rule, value }: EventAnnotation,
  time: Annotation<Time>,
  latest: DayNumber | null,
): boolean {
  const { words } = layer;
  const start = layer.sentences[layer.sentenceOf[first] ?? -1]?.first ?? first;
  if (isYearOfOther(layer, time, first, start)) return true;
  if (first - time.last < NEXT_TO) return false;
  // بلغت أدنى مستوى منذ أربعة أشهر بعد قرار البنك: at the head alone it frames the sentence.
  if (isMarked(layer, time, "time.since") && time.first - start > FRAME) return true;
  // قتل أمس ثلاثة في سيناء التي تشهد هجمات: what "which" tells is known already.
  if (words[first - 1]?.classes.has("relative") && first - 1 - time.last > 1) return true;
  const isComing = isNextTime(layer, time) || isYetToCome(time.value, latest);
  // اعتقل أمس من كانوا يخططون لهجوم: the day of the arrest.
  if (UNDONE.has(value.modality) && !isComing) return true;
  const isNoun = NOUN_RULES.has(rule);
  // سنقدم غدا ملف جريمة الحرق: what is done tomorrow is about a deed that was.
  if (isComing && isNoun && value.modality === "asserted") return true;
  for (let at = time.last; at < first; at++) {
    const classes = words[at]?.classes;
    if (first - at <= ABOUT_REACH && classes?.has("event.reaction")) return true;
    // قفزت الأسهم أمس بعد قرار البنك: what causes is of another day.
    const causes = classes?.has("event.after") || classes?.has("event.cause");
    if (causes && isNoun && isPlaceless(value.type)) return true;
  }
  return false;
}

/**
 * "التحق بالشركة عام 2005، ثم أسس …": a bare year inside the clause in front is of what stands there,
 * unless "when" or "which" goes on from it.
 */
function isYearOfOther(
  { words }: TextLayer,
  time: Annotation<Time>,
  first: number,
  start: number,
): boolean {
  if (!BARE_YEAR.test(time.value.edtf) || time.first - start <= YEAR_FRAME) return false;
  for (let at = time.last; at < Math.min(first, time.last + NEXT_TO); at++)
    if (FROM_YEAR.some((name) => words[at]?.classes.has(name))) return false;
  return true;
}
/** Tokens from the head of a sentence in which a year frames all of it: "ولهذا، في عام 2013". */
const YEAR_FRAME = 4;
const FROM_YEAR: readonly string[] = ["relative", "clause.front", "that.bare"];

/** "ارتفعت حصيلة ضحايا الانهيار … الخميس": the day on which the toll rose, not that of what it is of. */
function isOfToll(
  layer: TextLayer,
  { last, value: { trigger } }: EventAnnotation,
  { first: at }: Annotation<Time>,
): boolean {
  const classes = layer.words[trigger - 1]?.classes;
  if (!(classes?.has("victim") || classes?.has("tally"))) return false;
  return at < last || at > last + TOLL_REACH;
}

/** "القرار رقم 12 وتاريخ 5/3/1436": what bears a number bears its date, too. */
const isOfDocument = ({ words }: TextLayer, { first }: Annotation<Time>): boolean =>
  words[first - 1]?.readings.some(
    ({ conjunction, entry }) => conjunction !== "" && entry.classes.includes("time.date-of"),
  ) === true;

/** A time in another clause behind the event is that clause's, and so is a bare year however near. */
function isBehindEvent(
  layer: TextLayer,
  { first, last, value: { type } }: EventAnnotation,
  time: Annotation<Time>,
): boolean {
  // العقود الآجلة تسليم أغسطس، قرر هدنة اعتبارا من الأحد: from when it is to hold.
  const at = time.first;
  if (isPlaceless(type)) {
    for (let to = Math.max(first, at - EFFECTIVE_REACH); to < at; to++)
      if (layer.words[to]?.classes.has("time.effective")) return true;
  }
  if (at < last) return false;
  // هبط السعر إلى أدنى مستوى منذ مارس: what a price is set against.
  if (type === "price-change" && isMarked(layer, time, "time.since") && at > last) return true;
  if (isOfOtherClause(layer, last, at) || isOfMain(layer, first, last, at)) return true;
  if (!BARE_YEAR.test(time.value.edtf)) return false;
  for (let to = last; to < at; to++) {
    const classes = layer.words[to]?.classes;
    if (classes?.has("relative") || classes?.has("that") || classes?.has("clause")) return true;
  }
  return false;
}

/** "العملية التي حررت عدن، استؤنفت أمس": behind what "which" tells the main clause goes on. */
function isOfMain({ words }: TextLayer, first: number, last: number, at: number): boolean {
  if (!words[first - 1]?.classes.has("relative")) return false;
  for (let to = last; to < at; to++) {
    const [reading] = words[to]?.readings ?? [];
    const isMain = reading?.entry.pos === "verb" && reading.conjunction === "";
    if (isMain && !isFollowing(words[to - 1]?.classes)) return true;
  }
  return false;
}

/** "which", "that", "while": the verb behind it is none of the main clause. */
const isFollowing = (classes: ReadonlySet<string> | undefined): boolean =>
  ["relative", "that", "clause", "what"].some((name) => classes?.has(name) === true);

/** Its own first word, or one of the two in front of it, is of the class. */
function isMarked({ words }: TextLayer, { first }: Annotation<Time>, name: string): boolean {
  return [first - 2, first - 1, first].some((at) => words[at]?.classes.has(name) === true);
}

/** "the meeting that he heads next week", where nothing says which week that is. */
export function isOfNext(
  layer: TextLayer,
  time: Time | null,
  { first: from, last }: { readonly first: number; readonly last: number },
): boolean {
  if (!time?.span || time.start !== null || time.basis === "inherited") return false;
  const [start, end] = time.span;
  const first = tokenAt(layer, start);
  if (first < from || first > last + NEXT_TO) return false;
  return isNextTime(layer, { first, last: tokenAt(layer, end) });
}

function isNextTime(
  { words }: TextLayer,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  for (let at = first; at < last; at++)
    if (words[at]?.readings.some(({ entry }) => isNext(entry))) return true;
  return false;
}

/** "next", "tomorrow". */
const isNext = ({ classes, features }: Entry): boolean =>
  (classes.includes("time.modifier") && features["which"] === "next") ||
  (classes.includes("time.day") && Number(features["offset"]) > 0);

/** The first token that starts at an offset or behind it. */
function tokenAt({ tokens }: TextLayer, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isYetToCome(time: Time | null, latest: DayNumber | null): boolean {
  if (latest === null || !time?.start || time.basis === "inherited") return false;
  const start = parseIsoDay(time.start);
  return start !== null && start > latest;
}
