import { NO_NOUN_PHRASE } from "./phrase-breaks.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** A complement with the holder's name behind it has at most so many tokens. */
const LONGEST_COMPLEMENT = 14;
/** A name in quotation marks inside it, its marks counted. */
const LONGEST_QUOTED_NAME = 6;

/** What ends a complement: the holder by his name, or what he says. */
type End = "person" | "opening" | "adjunct";

/** Words that cannot stand inside a noun phrase. */
const BREAKS = [...NO_NOUN_PHRASE, "event.noun", "tally"] as const;

/**
 * What an office or a body is of, in words that no rule knows one by one: "المدير التنفيذي لأعمال الحفر
 * بمشروع القناة المهندس سالم", "عمادة القبول بجامعة حائل أن". Such words count only where nothing but
 * nouns leads on to the holder's name or straight to what is said; the token there. Null otherwise.
 * @param addressee the verb takes whom it is said to, so that a definite noun may be he
 */
export function afterComplement(
  scene: Scene,
  at: number,
  limit: number,
  progress: Progress,
  addressee: boolean,
  taken: ReadonlySet<string>,
): number | null {
  // "مدير المطار بالإنابة".
  if (progress.official && at > progress.head && scene.has(at, "office.status")) return at + 1;
  // "نادي الوحدة لكرة القدم".
  const purpose = at > progress.head ? scene.unit(at, "body.purpose") : null;
  if (purpose) return purpose.last;
  // "سفير بلاده لدى الأردن".
  const seat = scene.has(at, "prep.at") ? scene.name(at + 1) : null;
  if (seat && progress.official && seat.kind !== "person") return seat.last;
  const start = startOf(scene, at, progress, addressee, taken);
  if (start === null) return null;
  let next = at;
  while (next < Math.min(limit, at + LONGEST_COMPLEMENT)) {
    const person = next > at && !progress.person && leadsToPerson(scene, next);
    if (person) return counts("person", scene, at, next, start) ? next : null;
    const after = afterNoun(scene, next, next === at);
    if (after === null) break;
    next = after;
  }
  if (next === at) return null;
  const end = next === progress.verb ? "opening" : endingAt(scene, next);
  return end && counts(end, scene, at, next, start) ? next : null;
}

type Start = "place" | "joined" | "definite";

/** What a complement may begin with; null where none can. */
function startOf(
  scene: Scene,
  at: number,
  { head, person, official, verb }: Progress,
  addressee: boolean,
  taken: ReadonlySet<string>,
): Start | null {
  if (at === head || !scene.isWord(at)) return null;
  // Behind a person's own name only his office goes on: "سالم العلي المحلل في مؤسسة".
  if (person && !endsInOffice(scene, head, at)) return null;
  if (scene.has(at, "prep.in") || scene.has(at, "prep.at")) {
    return isNamable(scene, at + 1) ? "place" : null;
  }
  // "كبير المسؤولين عن المعلومات في البيت الأبيض".
  const office = scene.has(at - 1, "office.adjective") ? at - 2 : at - 1;
  if (scene.has(at, "prep.about") && scene.isOfficial(office) && !taken.has(scene.form(at)))
    return "joined";
  // "مصادر داخل الحركة | تفيد": where they are, in front of their verb.
  if (isInside(scene, at, verb)) return "place";
  // "عضو البرلمان العراقي عن محافظة البصرة سليم": for whom he sits.
  const seat = scene.name(at + 1)?.kind === "place" || scene.has(at + 1, "place-word");
  if (scene.has(at, "prep.about") && official && seat)
    return taken.has(scene.form(at)) ? null : "joined";
  // "تهيب الوزارة بالمواطنين أن": what the verb takes.
  if (scene.bears(at, scene.shape.by))
    return taken.has(scene.shape.by) && !isBody(scene, at) && !scene.name(at) ? null : "joined";
  if (scene.bears(at, scene.shape.to)) return addressee ? null : "joined";
  const definite = scene.shape.isDefinite(scene.form(at)) || isJoinedNoun(scene, at);
  return definite && !person && !addressee ? "definite" : null;
}

const isInside = (scene: Scene, at: number, verb: number | null): boolean =>
  verb !== null && isWhere(scene, at);

/** داخل, قرب, وسط in front of a place or a body; no direction. */
const isWhere = (scene: Scene, at: number): boolean =>
  scene.has(at, "place-preposition") &&
  scene.has(at, "preposition") &&
  !scene.has(at, "prep.to") &&
  !scene.has(at, "prep.from") &&
  isNamable(scene, at + 1);

/** A noun behind "and": no verb with a subject of its own. */
function isJoinedNoun(scene: Scene, at: number): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  return (
    readings.length > 0 &&
    readings.every((one) => one.conjunction === scene.shape.and && one.tense === null)
  );
}

/** An office stands behind the last name of the phrase. */
export function endsInOffice(scene: Scene, head: number, at: number): boolean {
  for (let back = at - 1; back > head; back--) {
    if (scene.name(back)?.kind === "person") return false;
    if (scene.isOfficial(back) || (scene.has(back, "calling") && scene.main(back)?.article))
      return true;
  }
  return false;
}

/** The holder by his name or title: he begins his own phrase. */
function leadsToPerson(scene: Scene, at: number): boolean {
  const name = scene.name(at);
  if (name) return name.kind === "person" && name.skip === 0;
  if (!scene.has(at, "title") || scene.main(at)?.preposition) return false;
  return scene.name(at + 1)?.kind === "person" || scene.shape.isDefinite(scene.form(at));
}

/** The token behind a noun that may stand in a complement; null where it cannot go on. */
function afterNoun(scene: Scene, at: number, first: boolean): number | null {
  if (scene.opensQuote(at)) {
    const close = scene.closingQuote(at, at + LONGEST_QUOTED_NAME);
    return first || close === null ? null : close + 1;
  }
  // "لفعاليات صيف حائل 36 سالم العلي".
  if (!first && scene.token(at)?.kind === "number") return at + 1;
  if (!scene.isWord(at) || scene.has(at, "that") || scene.afterTime(at) > at) return null;
  // "عن المخازن نشوان القاسم لـ «الميزان»": whom he told.
  if (scene.has(at, "prep.for")) return null;
  if (BREAKS.some((name) => scene.has(at, name))) return null;
  if (scene.has(at, "prep.in") || scene.has(at, "prep.at"))
    return isNamable(scene, at + 1) ? at + 1 : null;
  // "رئيس بلدية المدينة لوكالة الأنباء": whom he tells, though its whole name is known.
  if (first && scene.bears(at, scene.shape.to) && scene.has(at, "speaker.outlet")) return null;
  const name = scene.name(at);
  // "عن محافظة البصرة والقيادي في الكتلة سليم": a second office of his.
  const office = scene.isOfficial(at) && scene.main(at)?.conjunction === scene.shape.and;
  if (name) return (name.kind === "person" && !office) || name.kind === "outlet" ? null : name.last;
  if (first && scene.has(at, "prep.about")) return at + 1;
  if (first && isWhere(scene, at)) return at + 1;
  if (scene.has(at, "preposition") || scene.has(at, "prep.from")) return null;
  if (scene.isClosed(at) || scene.isVerb(at) || scene.isCircumstance(at)) return null;
  if (scene.isAccusative(at) || scene.shape.isBareAccusative(scene.form(at))) return null;
  const main = scene.main(at);
  // "بقوله", "للصحفيين", "لوكالة", "بالسيد": what is his, and whom he tells or meets.
  if (main?.enclitic) return null;
  const joined = scene.bears(at, scene.shape.to) || scene.bears(at, scene.shape.by);
  if (joined && (scene.has(at, "speaker.outlet") || scene.has(at, "title") || isOne(scene, at)))
    return null;
  if (["harm.noun", "event.masdar"].some((one) => scene.isBare(at, one))) return null;
  return at + 1;
}

/** Somebody, and no body: told by the noun alone. */
const isOne = (scene: Scene, at: number): boolean => {
  const kind = scene.reading(at, "speaker")?.entry.features["kind"];
  return scene.isPersonal(at) && kind !== "institution" && !scene.isOfficial(at);
};

/** A body or a place, or what no lexicon knows; no time, no statement, no circumstance. */
const isNamable = (scene: Scene, at: number): boolean =>
  (scene.isWord(at) || scene.opensQuote(at)) &&
  scene.afterTime(at) === at &&
  !["speech.adjunct", "speech.occasion", "demonstrative", "what", "relative"].some((name) =>
    scene.has(at, name),
  );

/** What stands where the nouns end. */
function endingAt(scene: Scene, at: number): End | null {
  if (scene.has(at, "that") || scene.isColon(at) || scene.has(at, "prep.for")) return "opening";
  const to = scene.has(at, "prep.to") || scene.has(at, "prep.over");
  if (to && scene.has(at + 1, "that")) return "opening";
  // "المتحدث بصحة الجوف، فهد الكريع،": his name behind the comma.
  const named = scene.name(at + 1)?.kind === "person" && scene.name(at + 1)?.skip === 0;
  if (scene.isComma(at)) return named || scene.has(at + 1, "that") ? "opening" : null;
  if (scene.has(at, "prep.in") && scene.has(at + 1, "speech.adjunct")) return "adjunct";
  return scene.afterTime(at) > at ? "adjunct" : null;
}

function counts(end: End, scene: Scene, from: number, to: number, start: Start): boolean {
  // "قدم الرئيس العام التعازي لخادم الحرمين الملك سلمان": no object leads to the holder.
  if (end === "person")
    return start !== "definite" || (to - from <= 2 && isRelated(scene, from, to));
  const whole = scene.name(from) !== null || isBody(scene, from);
  switch (start) {
    case "place":
      return isBody(scene, from + 1) || scene.name(from + 1) !== null || to - from > 2;
    case "joined":
      // "بوضوح أن": one word that names nothing tells how it is said; "بالشرقية" tells where.
      return whole || (end === "opening" && (to - from > 1 || isRegion(scene, from)));
    case "definite":
      return end === "opening" && allDefinite(scene, from, to);
  }
}

/** Nothing but adjectives: "المستشار الأسري". */
function isRelated(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!scene.shape.isAdjectiveShaped(scene.form(at)) && scene.main(at)?.entry.pos !== "adjective")
      return false;
  return true;
}

const isRegion = (scene: Scene, at: number): boolean =>
  scene.shape.isJoinedDefinite(scene.form(at)) && scene.shape.isAdjectiveShaped(scene.form(at));

const isBody = (scene: Scene, at: number): boolean =>
  ["org", "place-word", "speaker"].some((name) => scene.has(at, name));

function allDefinite(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const form = scene.form(at);
    const definite = scene.shape.isDefinite(form) || scene.shape.isJoinedDefinite(form);
    if (!definite && scene.name(at) === null && !isJoinedNoun(scene, at)) return false;
  }
  return true;
}
