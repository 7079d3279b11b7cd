import { MEDIA, type Medium } from "../../core/codes.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { Scene } from "./scene.js";

/** An adjunct (في بيان سابق له) has at most so many tokens. */
const LONGEST_ADJUNCT = 16;
/** The medium is named this near to the verb. */
const MEDIUM_REACH = 24;
/** A clause that describes who speaks has at most so many tokens. */
const LONGEST_RELATIVE = 16;

const DASHES: ReadonlySet<string> = new Set(["-", "–"]);

/** Where the content begins: behind commas, times and adjuncts that stand after the speaker. */
export function contentStart(scene: Scene, from: number, limit: number): number {
  // "أكد فيها حرصه".
  let at = skipAsides(scene, scene.has(from, "prep.pronoun") ? from + 1 : from, limit);
  // "أدانت بشدة الحادث", "أعلن الملك رحمه الله عن العفو": how it is said, a blessing on who says it.
  at = scene.unit(at, "speech.manner")?.last ?? at;
  while (at < limit && (scene.isComma(at) || (scene.isQuote(at) && !scene.opensQuote(at)))) at++;
  return Math.min(at, limit);
}

/** The token behind times, "by telephone" and adjuncts (في مؤتمر صحفي). */
export function skipAsides(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const begun = at;
    // "وأوضحت الوزارة - في بيان لها - أن": between dashes as between commas.
    const dash = isDash(scene, at) && isAdjunct(scene, at + 1);
    if (dash) at++;
    else at = behindDashes(scene, at, limit);
    if (scene.isComma(at) && (scene.afterTime(at + 1) > at + 1 || isAdjunct(scene, at + 1))) at++;
    at = behindRelative(scene, at, limit);
    at = afterQuotedTime(scene, scene.afterTime(at), limit);
    if (scene.has(at, "speech.phone")) at++;
    // "عبر والده من جانبه عن شكره".
    if (scene.has(at, "prep.from") && scene.has(at + 1, "speech.aside")) at += 2;
    // "عبر فيسبوك".
    if (scene.has(at, "preposition") && scene.has(at + 1, "speech.platform")) at += 2;
    // "رصدوا في 25 أكتوبر، سقوط".
    if (scene.has(at, "prep.in")) at = Math.max(at, behindTime(scene, at + 1));
    at = behindDuring(scene, at, limit);
    if (isAdjunct(scene, at)) {
      at = endOfAdjunct(scene, at + 2, Math.min(limit, begun + LONGEST_ADJUNCT));
    }
    if (at === begun) break;
    if (scene.isComma(at) || (dash && isDash(scene, at))) at++;
  }
  return Math.min(at, limit);
}

/** "أكد خلال لقائه مع الأعضاء عزم الوزارة": when he said so, where what he says closes it. */
function behindDuring(scene: Scene, at: number, limit: number): number {
  const during = scene.unit(at, "speech.during");
  if (!during) return at;
  const end = Math.min(limit, at + LONGEST_ADJUNCT);
  for (let close = during.last + 1; close < end; close++) {
    if (affirms(scene, close) || isHappening(scene, close)) return close;
    // "خلال حديثه إلى ضرورة وجود": what the verb takes begins there.
    if (OTHERS.some((name) => scene.has(close, name)) || scene.isVerb(close)) return at;
    if (scene.isComma(close) || scene.isQuote(close)) return at;
  }
  return at;
}

const OTHERS = ["prep.to", "prep.over", "prep.about", "that"] as const;

/** "خالد العلي -مدير التعليم- أنه", "سموه - حفظه الله - اعتزازه": behind what stands between two dashes. */
function behindDashes(scene: Scene, at: number, limit: number): number {
  if (!isDash(scene, at)) return at;
  for (let close = at + 2; close < Math.min(limit, at + LONGEST_ADJUNCT); close++) {
    if (scene.isComma(close) || scene.isColon(close)) return at;
    if (isDash(scene, close)) return close + 1;
  }
  return at;
}

export const isDash = (scene: Scene, at: number): boolean => DASHES.has(scene.form(at));

export const isAdjunct = (scene: Scene, at: number): boolean =>
  scene.has(at, "prep.in") && scene.has(at + 1, "speech.adjunct");

/** "وزارة الصحة في غزة، التي تديرها حماس، بمقتل": behind a clause between commas that describes who speaks. */
export function behindRelative(scene: Scene, at: number, limit: number): number {
  if (!scene.isComma(at) || !scene.has(at + 1, "relative")) return at;
  const close = clauseEnd(scene, at + 1, Math.min(limit, at + LONGEST_RELATIVE));
  return scene.isComma(close) ? close + 1 : at;
}

/** End of the time that starts at a token; 0 where none does. */
const behindTime = (scene: Scene, at: number): number => {
  const last = scene.afterTime(at);
  return last > at ? last : 0;
};

/** `اليوم "السبت"`: a day in marks of its own is no speech. */
function afterQuotedTime(scene: Scene, at: number, limit: number): number {
  if (!scene.opensQuote(at)) return at;
  const last = scene.afterTime(at + 1);
  return last > at + 1 && scene.closingQuote(at, limit) === last ? last + 1 : at;
}

function endOfAdjunct(scene: Scene, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (closesAdjunct(scene, at)) return at;
  return endOfDescription(scene, from, limit);
}

const closesAdjunct = (scene: Scene, at: number): boolean =>
  scene.isComma(at) ||
  scene.isColon(at) ||
  isDash(scene, at) ||
  (scene.opensQuote(at) && scene.token(at)?.spaced === true) ||
  scene.has(at, "that") ||
  // "في بيان صادر عن الوزارة" names who issued it.
  (scene.has(at, "prep.about") && !scene.has(at - 1, "speech.issued")) ||
  tellsHarm(scene, at) ||
  affirms(scene, at) ||
  isObjectBehindHers(scene, at) ||
  isHappening(scene, at);

/** "نفت في وقت سابق سقوط ضحايا": a noun of being and happening, which no adjunct holds bare. */
const isHappening = (scene: Scene, at: number): boolean =>
  scene.isBare(at, "speech.mute") &&
  !["preposition", "prep.in", "prep.from", "speech.adjunct"].some((name) =>
    scene.has(at - 1, name),
  );

/** "أكدت في بيان لها استمرارها في العمل": behind "of hers" a noun begins what the verb takes. */
const isObjectBehindHers = (scene: Scene, at: number): boolean =>
  (scene.has(at - 1, "prep.pronoun") || scene.has(at - 1, "speech.platform")) &&
  scene.main(at)?.preposition === "" &&
  (scene.main(at)?.entry.pos === "noun" || scene.has(at, "speech.mute")) &&
  scene.afterTime(at) === at;

const AFFIRMED = ["speech.content", "speech.renewed", "speech.claim"] as const;

/** "نفت في بيان لها صحة الاتهامات", "أكد في كلمة له حرص بلاده". */
const affirms = (scene: Scene, at: number): boolean =>
  AFFIRMED.some((name) => scene.has(at, name)) &&
  !["speech.adjunct", "preposition", "prep.in"].some((name) => scene.has(at - 1, name)) &&
  scene.main(at)?.preposition === "" &&
  scene.main(at)?.article === false;

/** "أفاد في وقت سابق بمقتل", "أعلن في بيان مقتل": what the verb takes. */
function tellsHarm(scene: Scene, at: number): boolean {
  if (!scene.has(at, "harm.noun") && !scene.isBare(at, "event.masdar")) return false;
  const preposition = scene.main(at)?.preposition;
  return preposition === scene.shape.by || (!preposition && !scene.has(at - 1, "preposition"));
}

/** Nothing closes the adjunct: adjectives, pronouns, times and where it stood belong to it, no noun. */
function endOfDescription(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const time = scene.afterTime(at);
    if (time > at) at = time;
    else if (scene.has(at, "preposition") && scene.isWord(at + 1)) at += 2;
    else if (describes(scene, at)) at++;
    else break;
  }
  return at;
}

const describes = (scene: Scene, at: number): boolean =>
  scene.isClosed(at) ||
  scene.main(at)?.entry.pos === "adjective" ||
  ["speech.platform", "body.adjective", "office.adjective", "same"].some((name) =>
    scene.has(at, name),
  ) ||
  (scene.isWord(at) && scene.shape.isAdjectiveShaped(scene.form(at)) && !scene.name(at));

/** The end of the clause: its next comma. */
export function clauseEnd(scene: Scene, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (scene.isComma(at)) return at;
  return limit;
}

/**
 * "بينما يقول السكان إن الجسر سقط، لا تزال البلدية تنفي": behind the comma in front of the verb of the main clause, where "while"
 * opens the sentence and the verb of saying right behind it; null elsewhere.
 */
export function endOfWhile(scene: Scene, verb: number, { first, last }: Sentence): number | null {
  if (verb !== first + 1 || !scene.has(first, "clause.while")) return null;
  for (let at = verb + 1; at < last - 1; at++) {
    if (!scene.isComma(at)) continue;
    const main = scene.has(at + 1, "negation") ? at + 2 : at + 1;
    const reading = scene.main(main);
    if (reading?.entry.pos === "verb" && reading.tense !== null && reading.conjunction === "")
      return at + 1;
  }
  return null;
}

/** The medium named among the tokens: a statement, a press conference, a social network. */
export function mediumIn(scene: Scene, from: number, to: number): Medium | null {
  for (let at = from; at < Math.min(to, from + MEDIUM_REACH); at++) {
    for (const name of ["speech.adjunct", "speech.platform", "speech.phone"]) {
      const reading = scene.reading(at, name);
      const medium = reading ? mediumOf(reading) : null;
      if (medium) return medium;
    }
  }
  return null;
}

export function mediumOf(reading: Reading): Medium | null {
  return MEDIA.find((known) => known === reading.entry.features["medium"]) ?? null;
}
