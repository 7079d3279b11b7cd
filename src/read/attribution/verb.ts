import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { accordAt } from "./accord.js";
import { clauseEnd, contentStart, endOfWhile, mediumIn } from "./asides.js";
import { findOpening, type Opening } from "./opening.js";
import { readSaidBefore } from "./said-before.js";
import type { Scene } from "./scene.js";
import { isSacred, readScripture } from "./scripture.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { isTurned } from "./stance.js";
import { isActor } from "./subject.js";
import { behindTold, endOfSubject, type Subject } from "./subject-bounds.js";
import { speaks } from "./subject-fit.js";
import { carriedOn } from "./verb-carried.js";
import { objectBefore, opensAll, takesContent } from "./verb-content.js";
import { frameOf, type VerbFrame } from "./verb-frame.js";
import { isRevealed } from "./verb-needs.js";
import { aboutBefore, ownPreposition, wordTaken } from "./verb-preposition.js";
import { isSaying } from "./verb-saying.js";
import { spoken } from "./verb-source.js";
import { subjectOf } from "./verb-subject.js";

/** Reads a verb of saying; returns the token to go on with, or null where nobody speaks by it. */
export function readVerb(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const lost = (why: string): null => {
    const rule = `attribution.verb ${reading.entry.lemma}`;
    scene.layer.trace?.lose("attribution", { first: at, last: at + 1, rule }, why);
    return null;
  };
  if (!isSaying(scene, at, reading)) return lost("it is negated here, or no verb of saying");
  const frame = frameOf(reading);
  const limit = sentence.last;
  const opening =
    findOpening(scene, at + 1, limit, frame.takes) ?? commaBehind(scene, at, reading, limit);
  // "لتخاطب زبونا": what is to be said, unless it is told what.
  if (!opening && reading.preposition === scene.shape.to && reading.tense === "present")
    return lost("it is what something is for");
  // "قال عليه الصلاة والسلام": the blessing alone stands for him.
  const sacred = scene.unit(at + 1, "sacred");
  if (sacred && sacred.last > at + 2) {
    const blessing = sacred.reading.entry.classes.includes("blessing");
    const prophet = { first: at + 1, last: sacred.last, joined: false };
    return readScripture(speech, at, blessing ? null : prophet, sacred.last, sentence);
  }
  const saidBefore = readSaidBefore(speech, at, reading, sentence);
  if (saidBefore !== null) return saidBefore;
  const subject = subjectOf(speech, at, reading, frame, opening, sentence);
  if (subject === undefined) return lost("its subject is nobody who can speak");
  // "إنه لا يستبعد الترشح": what is not ruled out, and not who does not rule it out.
  if (subject && isTurned(scene, at, reading) && !isActor(scene, subject.phrase.first))
    return lost("what is not ruled out stands in the place of its subject");
  const approach = subject?.side === "after" ? endOfSubject(scene, subject, limit) : at + 1;
  if (subject && isSacred(scene, subject.phrase)) {
    return readScripture(speech, at, subject.phrase, approach, sentence);
  }
  const goesOn = takesAtOnce(scene, at, reading, frame);
  if (!speaks(scene, frame, reading, subject, opening, approach, goesOn)) {
    return lost("it says something only of one who can speak");
  }
  if (!takesContent(scene, frame, opening, approach, limit)) {
    return lost("nothing behind it is what the verb takes: no content");
  }
  // "كشف المصدر عزم الوزارة" tells; "وهو يكشف رغبة الوزارة" shows.
  if (frame.needs.includes("revealed") && !opening && reading.tense === "present") {
    const object = contentStart(scene, approach, limit);
    if (isRevealed(scene, object) && !scene.has(object, "speech.revealed"))
      return lost("it shows, and tells nothing");
  }
  // "التي أقرها المجلس وأعلنها الوزير ردا على": what is said is the pronoun, and stands in front.
  const borne =
    reading.enclitic !== "" && frame.takes.has("object") && !frame.takes.has("addressee");
  if (borne && !opening && subject?.side === "after" && reading.entry.features["double"] !== "yes")
    return lost("its object is the pronoun that it bears");
  const resumed = opening !== null && opening.first > approach + 1 && isResumed(scene, at, reading);
  if (resumed) return lost("what is said stands in front of its relative clause");
  // "يؤكد المصمم وهو يلمسها": what he does meanwhile is nothing said.
  const meanwhile =
    scene.has(approach, "pronoun.personal") &&
    scene.main(approach)?.conjunction === scene.shape.and;
  if (!opening && meanwhile) return lost("what stands behind it tells what he does meanwhile");
  if (isFigurative(speech, reading, subject)) return lost("a column speaks so of things");
  const source = subject
    ? spoken(speech, at, subject, opening, approach, sentence)
    : carriedOn(speech, at, reading, opening, sentence);
  if (!source || source.chain.length === 0) {
    return lost("it has no subject here, and no earlier speaker goes on");
  }
  // "قال … إن": content runs from the opening; "أعلن … مقتل": from the end of the speaker.
  const governed = opening && !frame.topic ? ownPreposition(scene, frame, approach, opening) : null;
  const opens =
    opening !== null &&
    governed === null &&
    (frame.topic || opensAll(scene, frame, opening, approach));
  const about =
    opening && !opens
      ? (governed ?? aboutBefore(scene, frame.takes, approach, opening.first))
      : null;
  // "وكشف مصدر لـ«الميزان» عن كذا": whom he told stands between.
  const behind = behindVoice(scene, subject ? behindTold(scene, approach, limit) : approach, limit);
  const object =
    opens && opening.kind === "quote" && !frame.topic
      ? objectBefore(scene, frame, behind, opening)
      : null;
  const taken = opening ? null : wordTaken(scene, frame.takes, behind);
  const start =
    object ?? (opens ? opening.last : (about ?? taken ?? contentStart(scene, behind, limit)));
  if (source.current) speech.current = source.current;
  // "أوضح ذلك المدير، مشيرا إلى أن", "أكد ذلك المدير الذي قال": what he said stood in front.
  // "علق الوزير على الحادث، مشيرا إلى أن": nothing said so far but what it was about.
  const pointed =
    !opening && (frame.topic || (scene.has(at + 1, "speech.pointer") && subject?.side === "after"));
  if (pointed) {
    speech.hasPointed = true;
    return approach;
  }
  const medium = mediumIn(scene, subject?.side === "before" ? sentence.first : at, start);
  const { rule, chain } = source;
  const last = source.aside
    ? clauseEnd(scene, start, limit)
    : (endOfWhile(scene, at, sentence) ?? limit);
  speech.addSaying(
    { rule, at, reading, chain, medium, start, last, opening: opens ? opening : null },
    sentence,
  );
  return Math.max(start, at + 1);
}

/**
 * "الأمر الذي اعترف به الرئيس … لكن الأسف أن", "المرونة التي تبديها موسكو … بأن": in its relative clause the verb has
 * a pronoun for what it says, so that no "that" further on is its own.
 */
function isResumed(scene: Scene, at: number, { enclitic }: Reading): boolean {
  if (!scene.has(at - 1, "relative") || scene.has(at - 2, "speech.adjunct")) return false;
  return enclitic !== "" || (scene.has(at + 1, "prep.pronoun") && !scene.has(at + 2, "that"));
}

/** The preposition of a verb stands this near behind it, whoever spoke before. */
const AT_ONCE = 5;
/** In a relative clause its object may be longer. */
const IN_RELATIVE = 12;

/** "وأرجع ذلك إلى نقص المال", "الذي عزا الحريق إلى": joined to what was said, with its own preposition near behind. */
function takesAtOnce(
  scene: Scene,
  at: number,
  { conjunction }: Reading,
  { takes, needs }: VerbFrame,
): boolean {
  const relative = scene.has(at - 1, "relative");
  if (!relative && conjunction !== scene.shape.and) return false;
  for (let next = at + 1; next < at + (relative ? IN_RELATIVE : AT_ONCE); next++) {
    if (!scene.isWord(next) || scene.isVerb(next)) return false;
    const form = scene.form(next);
    if (scene.has(next, "prep.to") && (takes.has(form) || needs.includes(form))) return true;
  }
  return false;
}

/** "أكدت الوزارة على لسان متحدثها فلان تضامنها": by whose mouth stands in front of what is said. */
function behindVoice(scene: Scene, at: number, limit: number): number {
  const voice = accordAt(scene, at, limit);
  return voice?.deeper && voice.first === at ? voice.last : at;
}

/** "وأضاف، واصلت الفرق البحث": a comma for the colon, right behind a verb that goes on. */
function commaBehind(scene: Scene, at: number, reading: Reading, limit: number): Opening | null {
  const goesOn = reading.entry.classes.includes("speech.continue") && reading.conjunction !== "";
  // "وأضاف مراسلنا، كما أصيب": so it may behind who goes on, where nothing else opens.
  const phrase = goesOn && !scene.isComma(at + 1) ? speakerPhrase(scene, at + 1, limit) : null;
  const named = phrase && (scene.isPersonal(phrase.first) || scene.name(phrase.first) !== null);
  if (named && scene.isComma(phrase.last) && !scene.has(phrase.last + 1, "relative"))
    return { kind: "colon", first: phrase.last, last: phrase.last + 1 };
  if (goesOn && at + 2 < limit && opensBare(scene, at + 1))
    return { kind: "colon", first: at + 1, last: at + 1 };
  if (!goesOn || !scene.isComma(at + 1) || at + 2 >= limit || !scene.isVerb(at + 2)) return null;
  return { kind: "colon", first: at + 1, last: at + 2 };
}

/** "وأضاف أسفر الحريق عن إصابة": a verb of the past, which is none of saying, right behind the one that goes on. */
function opensBare(scene: Scene, at: number): boolean {
  const main = scene.main(at);
  const past = scene.isVerb(at) && main?.tense === "past" && main.conjunction === "";
  return past && main.enclitic === "" && scene.has(at, "harm.leads") && !scene.name(at);
}

/** What begins a name, or picks out one of many who speak. */
const NAMES = ["given-name", "surname", "title.short", "name.prefix", "one-of"] as const;

/**
 * "الأغنية تقول", "ومن يطالب": in a column a verb of saying whose subject is neither somebody nor a name,
 * or that stands within a sentence without one, is the writer's own turn of phrase.
 */
function isFigurative(speech: Speech, reading: Reading, subject: Subject | null): boolean {
  const { scene } = speech;
  if (subject) {
    const { first } = subject.phrase;
    const known = scene.main(first) !== null || scene.has(first, "ordinary");
    if (!known || scene.isPersonal(first) || scene.name(first)) return false;
    if (NAMES.some((name) => scene.has(first, name))) return false;
    return speakerOf(scene, subject.phrase).kind === "anonymous" && speech.isColumn;
  }
  if (reading.entry.classes.includes("speech.continue") || speech.hasSpoken()) return false;
  return reading.conjunction === "" && speech.isColumn;
}
