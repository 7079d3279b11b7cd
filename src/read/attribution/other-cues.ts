import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { clauseEnd, mediumOf } from "./asides.js";
import type { Speaker, TokenRange } from "./attribution-reading.js";
import { authorOf } from "./document-author.js";
import { findOpening } from "./opening.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { subjectOfClause } from "./subject.js";

/** في and the document stand at most so many tokens behind جاء. */
const DOCUMENT_REACH = 4;
/** "That" stands this near behind a page or a study in which something stands. */
const PAGE_REACH = 6;
/** "لم ترد على الفور أنباء": the negation stands this near. */
const NEGATION_REACH = 5;
/** A headline names its speaker within so many tokens. */
const HEADLINE_SPEAKER = 8;

/** "جاء في بيان للوزارة أن": the document's author speaks, or else the document. */
export function readDocument(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const reading = scene.reading(at, "speech.came");
  if (!reading) return null;
  for (let next = at + 1; next < Math.min(at + DOCUMENT_REACH, sentence.last); next++) {
    const document =
      scene.reading(next + 1, "speech.document") ?? pageAt(scene, next + 1, sentence);
    if (!scene.has(next, "prep.in") || !document) continue;
    const author = authorOf(scene, next + 2, sentence.last) ?? ownerOf(scene, next + 2, sentence);
    const speaker = author ?? speakerOf(scene, { first: next + 1, last: next + 2 });
    if (speech.own.is(speaker)) return null;
    speech.current = [speaker];
    const opening = findOpening(scene, author?.last ?? next + 2, sentence.last);
    if (!opening) return next + 2;
    const start = opening.last;
    speech.addSaying(
      {
        rule: "attribution.document",
        at,
        reading,
        chain: [speaker],
        medium: mediumOf(document),
        start,
        opening,
      },
      sentence,
    );
    return start;
  }
  return null;
}

/** "جاء في الصفحة أن", "ورد في الدراسة أن": what is written there, where "that" follows. */
function pageAt(scene: Scene, at: number, { last }: Sentence): Reading | null {
  const adjunct = scene.reading(at, "speech.adjunct");
  const page = adjunct && mediumOf(adjunct) ? adjunct : null;
  const listed = scene.reading(at, "speaker");
  const shown = listed?.entry.features["kind"] === "document" ? listed : null;
  const opening = findOpening(scene, at + 1, last);
  return opening !== null && opening.first - at <= PAGE_REACH ? (page ?? shown) : null;
}

/** "جاء في بيان القيادة": whose document it is. */
function ownerOf(scene: Scene, at: number, { last }: Sentence): Speaker | null {
  if (!scene.isPersonal(at) && scene.name(at)?.kind !== "organization") return null;
  const phrase = speakerPhrase(scene, at, last);
  return phrase ? speakerOf(scene, phrase) : null;
}

/** "اعتقلت … بتهمة التخابر": the body that acts accuses. */
export function readCharge(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  if (scene.reading(at, "speech.charge")?.preposition !== scene.shape.by) return null;
  // "بتهمتين: الأولى": what it is stands behind the colon, and who accuses nowhere.
  if (scene.isColon(at + 1)) return null;
  const actor = accuserOf(scene, at, sentence);
  if (!actor) return null;
  const start = at + 1;
  speech.add("attribution.charge", start, clauseEnd(scene, start, sentence.last), {
    chain: [...(speech.enclosing(at)?.value.chain ?? []), speakerOf(scene, actor)],
    stance: "accuses",
    cue: { first: at, last: start },
  });
  return start;
}

/**
 * The subject of the verb, where it is a body, or the body named last: "السلطات تلاحق فلانا بتهمة". Who is
 * arrested, or brought "before a court on a charge", accuses nobody.
 */
function accuserOf(scene: Scene, at: number, sentence: Sentence): TokenRange | null {
  const subject = subjectOfClause(scene, sentence, at);
  if (subject && isBody(scene, subject.first)) return subject;
  for (let back = at - 1; back >= sentence.first; back--) {
    if (isBody(scene, back) && !dependsOn(scene, back)) return speakerPhrase(scene, back, at);
  }
  return null;
}

/** Behind a preposition or somebody of it ("عناصر الجماعة") a body is not what acts. */
const dependsOn = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "preposition") ||
  scene.has(at - 1, "prep.from") ||
  scene.isPersonal(at - 1) ||
  (scene.name(at)?.skip ?? 0) > 0 ||
  (scene.main(at)?.preposition ?? "") !== "";

function isBody(scene: Scene, at: number): boolean {
  const name = scene.name(at);
  if (name) return name.kind === "organization" || name.kind === "group";
  return scene.reading(at, "speaker")?.entry.features["kind"] === "institution";
}

/** "قيل إنه", "وسط أنباء عن": said by nobody in particular. */
export function readHearsay(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const hearsay = scene.unit(at, "speech.hearsay");
  if (!hearsay || isWithoutNews(scene, at)) return null;
  // "بحسب ما ورد في بيان": the document says it.
  if (scene.has(hearsay.last, "prep.in")) return null;
  const nobody: Speaker = { first: at, last: hearsay.last, name: "", kind: "unstated" };
  const start = scene.isComma(hearsay.last) ? hearsay.last + 1 : hearsay.last;
  speech.add("attribution.hearsay", start, clauseEnd(scene, start, sentence.last), {
    chain: [...(speech.enclosing(at)?.value.chain ?? []), nobody],
    stance: "alleges",
    cue: { first: at, last: hearsay.last },
    modality: "unverified",
  });
  return hearsay.last;
}

/** "ولم ترد على الفور أنباء عن": nothing was heard. */
function isWithoutNews(scene: Scene, at: number): boolean {
  for (let back = at - 1; back >= at - NEGATION_REACH; back--) {
    if (scene.has(back, "negation")) return true;
    if (!scene.isWord(back)) return false;
  }
  return false;
}

function isAddress(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (scene.form(at) === "@") return true;
  return false;
}

/** "Civil Defence: aircraft kept us out": a headline names its speaker before a colon. */
export function readHeadline(speech: Speech, sentence: Sentence): boolean {
  const { scene } = speech;
  const { last } = sentence;
  // «"الدفاع المدني": …»: the name may stand in marks of its own.
  const close = scene.opensQuote(sentence.first) ? scene.closingQuote(sentence.first, last) : null;
  const first = close !== null && scene.isColon(close + 1) ? sentence.first + 1 : sentence.first;
  for (let at = first + 1; at < Math.min(last, first + HEADLINE_SPEAKER); at++) {
    if (!scene.isColon(at)) continue;
    const name = scene.name(first);
    const speaks = scene.has(first, "speaker") || (name !== null && name.kind !== "place");
    // "المصدر: وكالات" credits, it quotes nobody.
    if (!speaks || at + 2 >= last || scene.has(first, "credit.word")) return false;
    // "لمراسلة الكاتب: …": an address is nothing said.
    if (isAddress(scene, at + 1, last)) return false;
    const speaker = speakerOf(scene, { first, last: close === at - 1 ? close : at });
    if (speech.own.is(speaker)) return false;
    speech.add("attribution.heading", at + 1, last, {
      chain: [speaker],
      cue: { first: at, last: at + 1 },
    });
    return true;
  }
  return false;
}
