import { markOf } from "../../text/marks.js";
import type { Reading } from "../../text/word.js";
import { isFront } from "./accord-front.js";
import { contentStart } from "./asides.js";
import type { Speaker, TokenRange } from "./attribution-reading.js";
import { authorOf, issuerOf } from "./document-author.js";
import { NOTHING_TAKEN } from "./opening.js";
import { recipientAt, toldAt } from "./recipient.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import { frameOf } from "./verb-frame.js";

/** Between the verb of "as X said" and its subject stand at most so many fillers. */
const MOST_FILLERS = 3;
/** A source named in quotation marks alone has at most so many tokens. */
const LONGEST_QUOTED_SOURCE = 6;

/** What a verb takes is told this near behind its subject. */
const CONTENT_REACH = 12;

/** A word of so many letters may be anything. */
const SHORT_WORD = 5;

const ACCORD = markOf(["speech.accord", "speech.accord-clause"]);

/** "According to …": its source, and whether what it governs comes before or after. */
export interface Accord extends TokenRange {
  readonly speakers: readonly Speaker[];
  /** At the head of the sentence: governs what follows. */
  readonly front: boolean;
  /** نقلا عن, حسب شهود: the source lies behind the speaker named before, not in front of him. */
  readonly deeper: boolean;
}

/** Reads بحسب X, وفقا لـX, حسبما أفاد X, وفق ما نقلته X, نقلا عن X at a token. */
export function accordAt(scene: Scene, at: number, limit: number): Accord | null {
  if (((scene.layer.marks[at] ?? 0) & ACCORD) === 0) return null;
  const clause = scene.unit(at, "speech.accord-clause");
  const said = clause ? afterVerb(scene, at, clause.last, clause.reading, limit) : null;
  if (said) return said;
  const accord = scene.unit(at, "speech.accord");
  if (!accord || accord.reading.article || accord.reading.enclitic) return null;
  // "وزعوا على حسب الموقع": how it was done.
  if (scene.has(at - 1, "prep.over")) return null;
  const { last: next, reading } = accord;
  if (scene.has(next, "what")) return afterVerb(scene, at, next + 1, reading, limit);
  // "…، في حصيلة جديدة أعلنتها الوزارة".
  if (reading.entry.features["issued"]) {
    const issuer = issuerOf(scene, next, limit) ?? authorOf(scene, next, limit);
    return issuer ? build(scene, at, [issuer], reading) : null;
  }
  const linked = ["prep.about", "prep.to", "prep.for"].some((name) => scene.has(next, name));
  const speakers = sources(scene, linked ? next + 1 : next, limit);
  return speakers ? build(scene, at, speakers, reading) : null;
}

/** كما قال X, حسبما أفادت X, وفق ما نقلته عنه X: a verb of saying, then its subject. */
function afterVerb(
  scene: Scene,
  at: number,
  verb: number,
  opener: Reading,
  limit: number,
): Accord | null {
  if (!scene.has(verb, "speech.verb") && !scene.has(verb, "speech.relay")) return null;
  // "كما ورد بلاغ": what came in, before و + رد, "and he answered".
  if (scene.has(verb, "speech.came") || !tellsAlone(scene, verb)) return null;
  if (opener.entry.features["bare"] && !isBareTelling(scene, at, verb)) return null;
  let next = verb + 1;
  while (next < Math.min(limit, verb + 1 + MOST_FILLERS)) {
    const time = scene.afterTime(next);
    const filler = ["preposition", "prep.about", "speech.filler"].some((name) =>
      scene.has(next, name),
    );
    if (time === next && !filler) break;
    next = Math.max(next + 1, time);
  }
  // "كما كشفت الوكالة عن كذا": what is revealed, not where it comes from.
  const reading = scene.has(verb, "speech.relay") ? null : scene.reading(verb, "speech.verb");
  const speakers = sources(scene, next, limit, reading ? frameOf(reading).takes : NOTHING_TAKEN);
  if (!speakers) return null;
  // "كما أعلن الوزير أن …" adds a statement of its own: the verb is read, not the adverb.
  const behind = speakers.at(-1)?.last ?? next;
  // "حسبما قال مصدر أمني لرويترز", "على ما أفاد مسؤول وكالة فرانس برس": whom he told.
  const told = toldAt(scene, behind, limit) ?? recipientAt(scene, behind, limit);
  const last = told?.last ?? behind;
  if (
    opener.entry.features["also-adds"] &&
    opensContent(scene, last, limit, reading, beginsSentence(scene, at))
  )
    return null;
  // "وفق ما نقلته تقارير صحافية": who passes it on stands in front of who said it.
  const passed = scene.has(verb, "speech.relay");
  const accord = build(scene, at, told ? [told, ...speakers] : speakers, opener, last);
  return passed ? { ...accord, deeper: false } : accord;
}

/** "…، على ما أعلنت الشرطة"; not "ردا على ما قاله", nor "حصل على ما طلب". */
const isBareTelling = (scene: Scene, at: number, verb: number): boolean =>
  scene.reading(verb, "speech.verb")?.enclitic === "" &&
  !scene.isVerb(at - 1) &&
  !scene.shape.isOnlyCircumstance(scene.form(at - 1));

/**
 * "كما أقدم عنصر على": no verb of saying in the first person, nor one that says something only with a
 * certain noun or أن behind it.
 */
function tellsAlone(scene: Scene, at: number): boolean {
  const reading = scene.cue(at, "speech.verb") ?? scene.cue(at, "speech.relay");
  if (!reading || scene.isFirstPerson(at, reading)) return false;
  const { needs } = frameOf(reading);
  return (
    needs.length === 0 ||
    needs.includes("opening") ||
    needs.includes("object") ||
    needs.includes("media")
  );
}

/** "كما انتقد السائق حال الطريق،" has what the verb takes behind it; "كما قال السائق أمس،" has not. */
function opensContent(
  scene: Scene,
  at: number,
  limit: number,
  verb: Reading | null,
  also: boolean,
): boolean {
  for (let next = at; next < Math.min(limit, at + CONTENT_REACH); next++) {
    if (scene.has(next, "that") || scene.isColon(next)) return true;
    if (scene.isComma(next))
      return verb !== null && (also || isTakenAt(scene, at, next, verb)) && next > at;
  }
  // "كما أعلن الهلال الأحمر في بيان.": where he said it is not what he said.
  const start = contentStart(scene, at, limit);
  return start < limit && scene.isWord(start);
}

/** "كما غرد المواطن …،" at the head of a sentence adds to what was told before. */
const beginsSentence = (scene: Scene, at: number): boolean =>
  scene.layer.sentences[scene.layer.sentenceOf[at] ?? -1]?.first === at;

function isTakenAt(scene: Scene, at: number, comma: number, verb: Reading): boolean {
  const { takes } = frameOf(verb);
  const start = contentStart(scene, at, comma);
  if (start >= comma || !scene.isWord(start)) return false;
  if (takes.has(scene.form(start))) return true;
  // "كما أوصت الوزارة بأخذ اللقاح".
  if (takes.has(scene.shape.by) && scene.bears(start, scene.shape.by)) return true;
  return takes.has("object") && !scene.has(start, "preposition");
}

/**
 * The source and who stands behind it: بيان لوزارة الداخلية is the ministry's word.
 * @param taken prepositions that tell what is said, not where it comes from; folded
 */
function sources(
  scene: Scene,
  at: number,
  limit: number,
  taken: ReadonlySet<string> = NOTHING_TAKEN,
): readonly Speaker[] | null {
  // "وفقا لأحدث البيانات": which of them stands in front.
  if (scene.has(at, "speech.latest") && (isDocument(scene, at + 1) || scene.has(at + 1, "tally")))
    return sources(scene, at + 1, limit, taken);
  if (scene.form(at) === "(") return bracketedSource(scene, at, limit);
  const document = isDocument(scene, at) || (scene.has(at, "tally") && !isOfThings(scene, at));
  const author = document
    ? (authorOf(scene, at + 1, limit) ?? issuerOf(scene, at + 1, limit))
    : null;
  // "بحسب تقرير لصحيفة كذا نقلا عن مسؤولين".
  if (author) return [author, ...(deeperBehind(scene, author.last, limit) ?? [])];
  // "بحسب إعلان الجهاز المركزي".
  if (scene.has(at, "testimony") || scene.isBare(at, "speech.masdar"))
    return sources(scene, at + 1, limit, taken);
  if (scene.isQuote(at)) return quotedSource(scene, at, limit);
  const phrase = speakerPhrase(scene, at, limit, { joinedHead: true, taken });
  if (!phrase) return null;
  const named =
    scene.name(phrase.first) !== null ||
    scene.isPersonal(phrase.first) ||
    belongsToBody(scene, phrase) ||
    isSurname(scene, phrase.first) ||
    beginsUnknown(scene, phrase) ||
    isUnknownAlone(scene, phrase);
  if ((!named && !document) || isStrength(scene, phrase.first)) return null;
  const speaker = speakerOf(scene, phrase);
  const relayed = deeperBehind(scene, phrase.last, limit);
  if (relayed) return [speaker, ...relayed];
  const origin =
    scene.has(phrase.last, "prep.about") && !taken.has(scene.form(phrase.last))
      ? speakerPhrase(scene, phrase.last + 1, limit)
      : null;
  return origin ? [speaker, speakerOf(scene, origin)] : [speaker];
}

const isDocument = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.document") ||
  scene.has(at, "speech.news") ||
  scene.reading(at, "speaker")?.entry.features["kind"] === "document";

/** "وفقا لعدد من المقاييس": so many of what says nothing; "لعدد من الشهود" are they. */
const isOfThings = (scene: Scene, at: number): boolean =>
  scene.has(at + 1, "prep.from") && !scene.isPersonal(at + 2) && scene.name(at + 2) === null;

/** "وفقا لمشروع الإغاثة التابع للمنظمة": what belongs to a body is one itself, whatever its noun. */
function belongsToBody(scene: Scene, { first, last }: TokenRange): boolean {
  for (let at = first + 1; at < last - 1; at++)
    if (scene.has(at, "speech.affiliated") && (scene.isPersonal(at + 1) || scene.name(at + 1)))
      return true;
  return false;
}

/** "بحسب قوة الرغبة": a noun of a body that is as often no body, and named as none. */
const isStrength = (scene: Scene, at: number): boolean =>
  scene.name(at) === null && scene.reading(at, "speaker")?.entry.features["weak"] === "yes";

/** "جول محمد بيدار": a foreign name whose first word no lexicon knows. */
const beginsUnknown = (scene: Scene, { first, last }: TokenRange): boolean =>
  first + 1 < last && scene.main(first) === null && scene.name(first + 1)?.kind === "person";

/** "بحسب سكتلنديارد.": a foreign name that nothing knows, alone before a mark. */
const isUnknownAlone = (scene: Scene, { first, last }: TokenRange): boolean =>
  last === first + 1 &&
  scene.layer.words[first]?.readings.length === 0 &&
  scene.form(first).length > SHORT_WORD &&
  !scene.shape.isDefinite(scene.form(first)) &&
  !scene.shape.endsInHis(scene.written(first)) &&
  !scene.shape.isBareAccusative(scene.form(first)) &&
  scene.token(last)?.kind === "punct";

/** "بحسب المحمود.": a name with its article, alone before a mark, is of somebody met before. */
const isSurname = (scene: Scene, at: number): boolean =>
  (scene.has(at, "given-name") || scene.has(at, "surname")) &&
  scene.shape.isDefinite(scene.form(at)) &&
  scene.token(at + 1)?.kind === "punct";

/** "بحسب صحيفة X نقلا عن محام": the source behind the source. */
function deeperBehind(scene: Scene, from: number, limit: number): readonly Speaker[] | null {
  const at = scene.isComma(from) ? from + 1 : scene.afterTime(from);
  const next = scene.isComma(at) ? at + 1 : at;
  if (scene.unit(next, "speech.accord")?.reading.entry.features["deeper"] !== "yes") return null;
  return accordAt(scene, next, limit)?.speakers ?? null;
}

/** A source named only in quotation marks: وفقا لـ"الدفاع المدني". */
function quotedSource(scene: Scene, at: number, limit: number): readonly Speaker[] | null {
  const close = scene.closingQuote(at, limit);
  if (close === null || close === at + 1 || close - at - 1 > LONGEST_QUOTED_SOURCE) return null;
  const speaker = speakerOf(scene, { first: at + 1, last: close });
  return [speaker.kind === "anonymous" ? { ...speaker, kind: "institution" } : speaker];
}

/** "وفقا لـ (وكالة كذا)": brackets for quotation marks. */
function bracketedSource(scene: Scene, at: number, limit: number): readonly Speaker[] | null {
  for (let close = at + 2; close < Math.min(limit, at + LONGEST_QUOTED_SOURCE); close++)
    if (scene.form(close) === ")") {
      const speaker = speakerOf(scene, { first: at + 1, last: close });
      return [speaker.kind === "anonymous" ? { ...speaker, kind: "institution" } : speaker];
    }
  return null;
}

function build(
  scene: Scene,
  at: number,
  speakers: readonly Speaker[],
  opener: Reading,
  end = speakers.at(-1)?.last ?? at + 1,
): Accord {
  let last = end;
  while (scene.has(last, "same")) last++;
  if (scene.form(last) === ")") last++;
  // "بيّنت المنظمة أن …، كما ذكر محامون": who are not named told it to her.
  const unnamed = speakers.every(({ kind }) => kind === "anonymous" || kind === "witness");
  const told = opener.entry.features["also-adds"] === "yes" && unnamed;
  const deeper = told || opener.entry.features["deeper"] === "yes" || isCited(scene, speakers[0]);
  return { first: at, last, speakers, front: isFront(scene, at, last, opener), deeper };
}

/**
 * "أكد الوزير كذا حسب المعلومات الواردة من الهيئة", "حسب شهود": findings and witnesses are what a
 * speaker goes by; a statement and an outlet carry what he says.
 */
function isCited(scene: Scene, source: Speaker | undefined): boolean {
  if (!source || source.kind === "outlet") return false;
  const kind = scene.reading(source.first, "speaker")?.entry.features["kind"];
  if (kind === "witness" || kind === "document") return true;
  const document = scene.reading(source.first, "speech.document");
  return document !== null && document.entry.features["medium"] !== "statement";
}
