import type { EventScene, NamePhrase } from "./scene.js";

/** A noun phrase of a clause, and the preposition it stands behind. */
export interface Segment {
  /** Token of the preposition, or of the noun that bears it. */
  readonly start: number;
  readonly first: number;
  readonly last: number;
  /** Folded; empty for a bare noun phrase. */
  readonly prep: string;
  /** Goes on a list: bears a joined "and", and shares the preposition before it. */
  readonly joined: boolean;
  /** The name that the phrase is, titles included; null where its head is another noun. */
  readonly name: NamePhrase | null;
  /** Behind a comma: an adjunct, no subject or object. */
  readonly loose: boolean;
}

/** Where arguments go on behind a comma, and whether as adjuncts only. */
interface Behind {
  readonly at: number;
  readonly loose: boolean;
}

/** Arguments further off than this belong to something else. */
const REACH = 40;
const LONGEST_PHRASE = 14;
const OPENING: ReadonlySet<string> = new Set(["(", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "]"]);
const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "″", "«", "»", "‘", "’", "'"]);

/** The noun phrases from `from` to the end of the clause, in order. */
export function segmentsFrom(scene: EventScene, from: number, limit: number): Segment[] {
  const end = Math.min(limit, from + REACH);
  const out: Segment[] = [];
  let at = from;
  let loose = false;
  let prep = "";
  let start = -1;
  while (at < end) {
    const time = scene.afterTime(at);
    if (time > at) {
      at = time;
      prep = "";
      // ", on Wednesday,": the comma behind a time closes what it opened.
      if (scene.isComma(at) && !scene.isJoined(at + 1)) at++;
      // "on Wednesday, and took over": what is joined behind a time goes on no list.
      if (scene.isWord(at) && scene.isJoined(at)) loose = true;
      continue;
    }
    const form = scene.form(at);
    if (OPENING.has(form)) {
      at = behindBracket(scene, at, end);
      continue;
    }
    if (QUOTES.has(form)) {
      at++;
      continue;
    }
    if (scene.isComma(at)) {
      const closes: boolean = loose && !scene.isJoined(at + 1) && scene.isWord(at + 1);
      const next: Behind | null = closes
        ? { at: at + 1, loose: false }
        : behindComma(scene, at, end, out);
      if (next === null) break;
      loose = next.loose;
      at = next.at;
      continue;
    }
    if (!scene.isWord(at)) {
      if (scene.layer.tokens[at]?.kind !== "number") break;
    } else if (endsClause(scene, at)) break;
    if (scene.marks(at, "event.by")) {
      prep = "by";
      start = at;
      at += scene.cue(at)?.length ?? 1;
      continue;
    }
    if (scene.has(at, "preposition") && !scene.name(at)) {
      prep = scene.form(at);
      const conjunction = scene.first(at)?.conjunction.length ?? 0;
      prep = prep.slice(prep.length > conjunction + 1 ? conjunction : 0);
      start = at;
      at++;
      continue;
    }
    if (scene.marks(at, "event.skip")) {
      prep = "among";
      start = at;
      at += scene.cue(at)?.length ?? 1;
      continue;
    }
    if (scene.has(at, "adverb") || scene.has(at, "demonstrative")) {
      at++;
      continue;
    }
    const joined = prep === "" && !loose && scene.isJoined(at);
    const own = scene.joinedPreposition(at);
    const before = out[out.length - 1];
    const phrase = nounPhrase(scene, at, end, prep !== "" || own !== "");
    const apposed =
      before !== undefined &&
      before.last === at &&
      prep === "" &&
      !joined &&
      endsInName(scene, before) &&
      (scene.marks(at, "event.apposition") || phrase.name?.mention.value.head === "role");
    out.push({
      start: prep === "" ? at : start,
      first: at,
      last: phrase.last,
      prep: prep || own || (joined ? (before?.prep ?? "") : ""),
      joined: joined && own === "",
      name: phrase.name ?? apposedName(scene, at, phrase.last),
      loose: loose || apposed,
    });
    prep = "";
    at = phrase.last;
  }
  return out;
}

/** "Almaty, biggest city of": a noun right behind a name says more of it. */
function endsInName(scene: EventScene, segment: Segment): boolean {
  if (segment.name) return true;
  for (let at = segment.first; at < segment.last; at++) {
    if (scene.name(at)?.last === segment.last) return true;
  }
  return false;
}

/** What no argument stands behind: another verb, a complementiser, a relative, a negation. */
function endsClause(scene: EventScene, at: number): boolean {
  if (scene.name(at)) return false;
  if (scene.has(at, "that") || scene.has(at, "relative") || scene.has(at, "negation")) return true;
  if (scene.marks(at, "event.clause")) return true;
  // حظر تجول: a set phrase of things, though its first word is a verb too.
  if ((scene.cue(at)?.things.size ?? 0) > 0) return false;
  if (scene.has(at, "be") || scene.has(at, "aspect") || scene.has(at, "clause")) return true;
  return scene.isVerb(at);
}

function behindBracket(scene: EventScene, at: number, end: number): number {
  for (let to = at + 1; to < end && to < at + 16; to++)
    if (CLOSING.has(scene.form(to))) return to + 1;
  return at + 1;
}

/**
 * A comma ends the arguments, unless a time, a name in apposition, or a phrase behind a
 * preposition stands between it and the next, or follows it.
 */
function behindComma(
  scene: EventScene,
  comma: number,
  end: number,
  out: readonly Segment[],
): Behind | null {
  const next = comma + 1;
  const time = scene.afterTime(next);
  if (time > next)
    return { at: scene.isComma(time) ? time + 1 : time, loose: !scene.isComma(time) };
  const name = scene.name(next);
  if (name && out.length > 0 && !scene.isJoined(next)) {
    return scene.isComma(name.last)
      ? { at: name.last + 1, loose: false }
      : { at: name.last, loose: true };
  }
  if (next < end && scene.has(next, "preposition")) {
    for (let to = next; to < Math.min(end, next + 10); to++) {
      if (scene.isComma(to)) return { at: next, loose: true };
    }
    return { at: next, loose: true };
  }
  // "decided …, the sending of": what the verb governs, behind an inserted phrase.
  if ((scene.cue(next)?.masdars.length ?? 0) > 0 && !scene.isJoined(next)) {
    return { at: next, loose: false };
  }
  if (scene.marks(next, "event.cause") || scene.joinedPreposition(next))
    return { at: next, loose: true };
  return null;
}

/** The noun phrase whose first word stands at `head`. */
export function nounPhrase(
  scene: EventScene,
  head: number,
  end: number,
  oblique: boolean,
): { readonly last: number; readonly name: NamePhrase | null } {
  const limit = Math.min(end, head + LONGEST_PHRASE);
  const name = scene.name(head);
  const hedge = behindHedge(scene, head, end);
  let last = Math.min(name?.last ?? hedge, end);
  let closed =
    name !== null ||
    scene.hasArticle(head) ||
    bearsPronoun(scene, head) ||
    (hedge === head + 1 && isWholePlural(scene, head));
  // The price of "liquefied petroleum gas": no object stands behind a price.
  const isPrice = scene.cue(head)?.things.has("prices") ?? false;
  while (last < limit) {
    if (QUOTES.has(scene.form(last))) {
      // منظمة "معاهدة الأمن": marks around a part of the phrase.
      if (closed && !scene.layer.tokens[last]?.spaced) {
        last++;
        continue;
      }
      if (closed) break;
      last++;
      continue;
    }
    if (scene.layer.tokens[last]?.kind === "number" && !closed) {
      last++;
      continue;
    }
    if (!scene.isWord(last) || scene.afterTime(last) > last) break;
    if (scene.has(last, "preposition") || endsClause(scene, last)) break;
    if (scene.isJoined(last) || scene.joinedPreposition(last) !== "") break;
    if (scene.has(last, "adverb") || scene.has(last, "demonstrative")) break;
    if (scene.cue(last)?.marks.has("event.cause")) break;
    const inner = scene.name(last);
    if (inner) {
      if (closed && !(last === head + 1 && isPlaceBehind(scene, head, inner))) break;
      last = Math.min(inner.last, end);
      closed = true;
      continue;
    }
    if (!closed) {
      const counts =
        scene.layer.tokens[last - 1]?.kind === "number" || scene.has(last - 1, "number");
      if (!counts && isAccusative(scene, last) && !isAccusative(scene, last - 1)) break;
      closed = scene.hasArticle(last) || bearsPronoun(scene, last) || isWholePlural(scene, last);
      last = behindHedge(scene, last, end);
      continue;
    }
    if (!agrees(scene, last, oblique || isPrice)) break;
    last++;
  }
  if (last > head + 1 && QUOTES.has(scene.form(last - 1)) && isUnpaired(scene, head, last)) last--;
  return { last: Math.min(last, end), name };
}

/** "the capital Nur-Sultan": a common noun for a place, and the name that it stands before. */
function apposedName(scene: EventScene, first: number, last: number): NamePhrase | null {
  const name = scene.name(first + 1);
  return name?.last === last && isPlaceBehind(scene, first, name) ? name : null;
}

function isPlaceBehind(scene: EventScene, head: number, name: NamePhrase): boolean {
  if (name.mention.value.kind !== "place") return false;
  return scene.marks(head, "event.apposition") || scene.has(head, "place-word");
}

function isUnpaired(scene: EventScene, first: number, last: number): boolean {
  let marks = 0;
  for (let at = first; at < last; at++) if (QUOTES.has(scene.form(at))) marks++;
  return marks % 2 === 1;
}

/** "more than 100 persons", "some 20 men": the token behind the words that bound a number. */
function behindHedge(scene: EventScene, head: number, end: number): number {
  const cue = scene.cue(head);
  if (cue && cue.length > 1 && cue.things.size > 0) return Math.min(head + cue.length, end);
  for (const phrase of scene.layer.phrases[head] ?? []) {
    if (phrase.reading.entry.classes.includes("hedge.before")) {
      const number = scene.layer.tokens[phrase.last]?.kind === "number" ? 1 : 0;
      return Math.min(phrase.last + Math.max(number, 1), end);
    }
  }
  return head + 1;
}

function bearsPronoun(scene: EventScene, at: number): boolean {
  const first = scene.first(at);
  return first !== null && first.enclitic !== "" && first.entry.pos !== "fixed";
}

/** A plural that keeps its ending has no complement: what follows it begins another phrase. */
function isWholePlural(scene: EventScene, at: number): boolean {
  if (scene.has(at, "number") || scene.has(at, "preposition") || scene.name(at)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const isPlural = readings.some(({ number, construct }) => number === "plural" && !construct);
  return scene.pack.events.isWholePlural(scene.form(at), isPlural);
}

/** An adjective under the article goes on a definite phrase; a noun under it begins the next. */
function agrees(scene: EventScene, at: number, oblique: boolean): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  const form = scene.form(at);
  if (!scene.hasArticle(at)) {
    // مسلحون مجهولون: an indefinite plural and its adjective.
    return isWholePlural(scene, at - 1) && isWholePlural(scene, at);
  }
  if (readings.some(({ entry }) => entry.pos === "adjective")) return true;
  if (readings.some(({ entry }) => entry.pos === "noun")) return false;
  // Behind a preposition no object follows at once.
  if (oblique) return true;
  return scene.pack.names.isRelational(form.slice(scene.pack.names.article.length));
}

/** An indefinite noun in the accusative, told by its alif: the object, not part of the subject. */
function isAccusative(scene: EventScene, at: number): boolean {
  if (scene.hasArticle(at) || scene.name(at)) return false;
  const reading = scene.first(at);
  if (!reading || reading.entry.pos === "verb" || reading.enclitic !== "") return false;
  const form = scene.form(at);
  return form.length > 3 && form.endsWith("ا") && reading.number === "singular";
}
