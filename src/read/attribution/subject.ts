import type { Sentence } from "../../text/layer.js";
import type { TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerPhrase } from "./speaker-phrase.js";

/** A subject further in front of its verb than this belongs to another clause. */
const LONGEST_FRONT = 24;

/**
 * The noun phrase in front of a verb of saying that is its subject: "المصادر أوضحت",
 * "لكن مصدرا مطلعا قال", "كانت وزارة الدفاع أوضحت". A verb with a joined و carries the last
 * speaker instead.
 */
export function subjectBefore(scene: Scene, verb: number, sentence: Sentence): TokenRange | null {
  const joined = scene.word(verb)?.readings.find((reading) => reading.tense !== null)?.conjunction;
  // "أما الوحدة فتتحدث": the ف answers أما.
  if (joined && !(joined === "ف" && asFor(scene, verb, sentence))) return null;
  const first = Math.max(sentence.first, verb - LONGEST_FRONT);
  for (let start = first; start < verb; start++) {
    if (!canBegin(scene, start, sentence)) continue;
    const phrase = speakerPhrase(scene, start, verb);
    if (!phrase) continue;
    if (reachesVerb(scene, phrase.last, verb)) return phrase;
  }
  return null;
}

function asFor(scene: Scene, verb: number, sentence: Sentence): boolean {
  for (let at = verb - 1; at >= Math.max(sentence.first, verb - LONGEST_FRONT); at--) {
    if (/^(و|ف)?اما$/.test(scene.form(at))) return true;
  }
  return false;
}

/**
 * The subject of the sentence's own verb, for a participle that qualifies it: "قدم مسن رواية …،
 * موضحا أن". Null where the sentence does not begin with a verb and its subject.
 */
export function subjectOfSentence(
  scene: Scene,
  sentence: Sentence,
  limit: number,
): TokenRange | null {
  for (let at = sentence.first; at < Math.min(limit, sentence.first + 6); at++) {
    const verb = scene.word(at)?.readings.some((reading) => reading.entry.pos === "verb");
    if (!verb || scene.nominalContext(at)) continue;
    const phrase = speakerPhrase(scene, at + 1, limit);
    return phrase && canBeSubject(scene, phrase.first) ? phrase : null;
  }
  return null;
}

/** Nearest person or body named in front of a token of the sentence. */
export function actorBefore(scene: Scene, at: number, sentence: Sentence): TokenRange | null {
  for (let back = at - 1; back >= sentence.first; back--) {
    const name = scene.name(back);
    if (name && name.kind !== "place" && name.last <= at) return name;
  }
  return null;
}

function canBeSubject(scene: Scene, at: number): boolean {
  const name = scene.name(at);
  if (name) return true;
  return ["speaker", "counted.person", "office", "calling", "title"].some((one) =>
    scene.has(at, one),
  );
}

/** A subject begins its clause: at the sentence's head, after a comma, after لكن or كان. */
function canBegin(scene: Scene, at: number, sentence: Sentence): boolean {
  if (!scene.has(at, "speaker") && scene.name(at) === null && !scene.has(at, "person"))
    return false;
  if (at === sentence.first) return true;
  const before = at - 1;
  return (
    scene.isComma(before) ||
    scene.has(before, "be") ||
    scene.has(before, "clause.opener") ||
    /^(و|ف)?(لكن|فيما|بينما|كما|الا|غير|حيث|اذ|ان|بان|اما)$/.test(scene.form(before))
  );
}

/** Between subject and verb only commas, times, قد and short asides may stand. */
function reachesVerb(scene: Scene, from: number, verb: number): boolean {
  let at = from;
  while (at < verb) {
    const time = scene.afterTime(at);
    if (time > at) {
      at = time;
      continue;
    }
    if (scene.isComma(at) || scene.has(at, "aspect") || scene.has(at, "be")) {
      at++;
      continue;
    }
    if (scene.has(at, "relative")) {
      // A relative clause between commas: "الذي يترأس المنظمة،".
      let end = at + 1;
      while (end < verb && !scene.isComma(end)) end++;
      if (end >= verb) return false;
      at = end;
      continue;
    }
    if (scene.form(at) === "في" && at + 1 < verb) {
      let end = at + 1;
      while (end < verb && !scene.isComma(end) && end < at + 6) end++;
      if (scene.isComma(end) || end === verb) {
        at = end;
        continue;
      }
    }
    return false;
  }
  return true;
}
