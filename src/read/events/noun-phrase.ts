import { agrees, isQualifyingName, isWholePlural } from "./agreement.js";
import { endsClause } from "./clause-end.js";
import { isDeed } from "./deed.js";
import type { EventScene, NamePhrase } from "./scene.js";

const LONGEST_PHRASE = 14;
/** Styles of address and titles before one name. */
const MOST_TITLES = 6;
/** Folded marks of quotation, paired or not. */
export const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "″", "«", "»", "‘", "’", "'"]);

/** The noun phrase whose first word stands at `head`. */
export function nounPhrase(
  scene: EventScene,
  head: number,
  end: number,
  oblique: boolean,
): { readonly last: number; readonly name: NamePhrase | null } {
  const limit = Math.min(end, head + LONGEST_PHRASE);
  const name = scene.name(head) ?? titledName(scene, head, end);
  const hedge = behindHedge(scene, head, end);
  let last = Math.min(name?.last ?? hedge, end);
  let closed =
    name !== null ||
    scene.hasArticle(head) ||
    bearsPronoun(scene, head) ||
    (hedge === head + 1 && isWholePlural(scene, head)) ||
    isWholeThing(scene, head);
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
    if (
      scene.layer.tokens[last]?.kind === "number" &&
      !closed &&
      (last === head + 1 || isCounting(scene, last - 1))
    ) {
      last++;
      continue;
    }
    // "hundreds of them": the pronoun closes the phrase.
    if (!closed && last === head + 1 && scene.has(last, "count.of-them")) {
      last++;
      closed = true;
      continue;
    }
    // "a number of the workers", "100 of the fishermen", "the suing of a number of the advisers"
    if (
      isPartOf(scene, head, last) ||
      (!closed && isDeed(scene, head) && isPartOf(scene, last - 1, last))
    ) {
      const whole = nounPhrase(scene, last + 1, end, true);
      return { last: whole.last, name };
    }
    if (!scene.isWord(last) || scene.afterTime(last) > last) break;
    if (scene.has(last, "time.duration-word")) break;
    // سبع عبوات ناسفة جنوب المدينة: where, unless it is what the head is of (قرى جنوب البلاد).
    if (last > head + 1 && scene.has(last, "direction") && !scene.name(last)) break;
    if (scene.has(last, "preposition") || endsClause(scene, last) || isResuming(scene, last)) break;
    if (!closed && isOwner(scene, last)) {
      last++;
      closed = true;
      continue;
    }
    // القوات الموالية للرئيس: to whom they are loyal tells who they are.
    if (last > head && isCompletedBy(scene, last)) {
      return { last: nounPhrase(scene, last, end, true).last, name };
    }
    // فرق البحث والإنقاذ: two deeds that a body is for.
    if (isSecondDeed(scene, head, last)) {
      last++;
      continue;
    }
    if (scene.isJoined(last) || scene.joinedPreposition(last) !== "") break;
    if (scene.has(last, "adverb") || scene.has(last, "demonstrative")) break;
    // ارتفاع أسعاره إقليميا: how, behind the pronoun that closes the phrase.
    if (scene.marks(last, "event.manner") && hasPronoun(scene, last - 1)) break;
    if (scene.cue(last)?.marks.has("event.cause")) break;
    const inner = scene.name(last);
    if (inner) {
      // الرئيس الكندي: the adjective of an office's nation is nobody besides.
      const { head: as, kind } = inner.mention.value;
      const isNation = as === "nominal" && kind === "place" && scene.hasArticle(last);
      if (name?.mention.value.head === "role" && last === name.last && isNation) {
        last = Math.min(inner.last, end);
        continue;
      }
      // المسلحين الحوثيين: a people named behind persons is their adjective.
      if (closed && !name && isQualifyingName(scene, last, inner, oblique)) {
        last++;
        continue;
      }
      if (closed && !(last === head + 1 && isPlaceBehind(scene, head, inner))) break;
      // في مكتبه السفير: a pronoun written out closes the phrase, and somebody else is told.
      const isHis = scene.pack.events.isHis(scene.raw(last - 1));
      if (oblique && isHis && last === head + 1 && inner.mention.value.kind === "person") break;
      last = Math.min(inner.last, end);
      closed = true;
      continue;
    }
    // فجر انتحاري سيارته: a person's indefinite noun of relation is completed by no noun of his own.
    if (
      !closed &&
      last === head + 1 &&
      bearsPronoun(scene, last) &&
      isRelationalPerson(scene, head)
    )
      break;
    // خطف تنظيم مسلح ثلاثة صيادين: behind an adjective a number counts others.
    if (!closed && last > head + 1 && scene.has(last, "number") && isEnd(scene, last - 1)) break;
    // مساعدات سواء تقنية أو مالية
    if (last > head && scene.marks(last, "event.maybe")) break;
    // يتظاهر أشخاص كل يوم: how often it is done.
    if (last > head && scene.marks(last, "event.part") && scene.has(last + 1, "time.unit")) break;
    // طائرات حربية عربية القواعد
    if (isOpening(scene, head, last)) break;
    // مقاتلات تركية مواقع, مجموعة أخرى سيارة: behind its adjective another noun begins.
    if (!closed && last > head + 1 && isEnd(scene, last - 1) && isOther(scene, last)) break;
    // رجل آسيوي منع المنقذين: behind its adjective a verb, whatever else its letters are.
    if (!closed && last > head + 1 && isEnd(scene, last - 1) && isVerbToo(scene, last)) break;
    if (!closed) {
      const counts =
        scene.layer.tokens[last - 1]?.kind === "number" || scene.has(last - 1, "number");
      if (!counts && isAccusative(scene, last) && !isAccusative(scene, last - 1)) break;
      closed = scene.hasArticle(last) || bearsPronoun(scene, last) || isWholePlural(scene, last);
      last = behindHedge(scene, last, end);
      // تعزير المدعى عليه: a participle with what completes it.
      const isParticiple = closed && scene.pack.events.isParticiple(scene.form(last - 1));
      if (isParticiple && last < limit && scene.has(last, "prep.pronoun")) last++;
      continue;
    }
    // تسعة من المشتبه بهم: a participle at the head, with what completes it.
    if (isCompleted(scene, last)) {
      last++;
      continue;
    }
    // بروتوكول السلام الخاص بأنغولا: of what it is tells what completes it, not the adjective.
    if (
      scene.marks(last, "event.own") &&
      (scene.joinedPreposition(last + 1) !== "" || scene.has(last + 1, "preposition"))
    )
      break;
    if (!agrees(scene, head, last, oblique || isPrice)) break;
    last++;
    // المعترف بها، المجني عليها: a participle with what completes it.
    if (scene.has(last, "prep.pronoun") && last < limit && scene.hasArticle(last - 1)) last++;
  }
  if (last > head + 1 && QUOTES.has(scene.form(last - 1)) && isUnpaired(scene, head, last)) last--;
  return { last: Math.min(last, end), name };
}

/** A pronoun behind its preposition, of one entry with the word for persons before it. */
const isCompleted = (scene: EventScene, at: number): boolean =>
  scene.has(at, "prep.pronoun") &&
  (scene.layer.phrases[at - 1] ?? []).some(
    ({ last, reading }) => last === at + 1 && reading.entry.classes.includes("counted.person"),
  );

/** الموالية للرئيس, المسنودة بالطيران: a participle, and what stands behind its joined preposition. */
function isCompletedBy(scene: EventScene, at: number): boolean {
  if (scene.isJoined(at)) return false;
  const own = scene.joinedPreposition(at);
  if (own === scene.pack.names.dative) return scene.marks(at - 1, "event.loyal");
  return own === scene.pack.events.backing && scene.marks(at - 1, "event.backed");
}

/** An indefinite adjective of relation, "other". */
export function isEnd(scene: EventScene, at: number): boolean {
  if (scene.hasArticle(at) || scene.name(at)) return false;
  // أكثر من مليوني شخص: a number with the ending of relation.
  if (scene.has(at, "number")) return false;
  if (scene.marks(at, "event.quality") || scene.first(at)?.entry.pos === "adjective") return true;
  const isNoun = (scene.layer.words[at]?.readings ?? []).some(({ entry }) => entry.pos === "noun");
  return !isNoun && !isDeed(scene, at) && scene.pack.names.isRelational(scene.form(at));
}

/** Behind an indefinite noun and its adjective, what is definite begins another phrase. */
const isOpening = (scene: EventScene, head: number, at: number): boolean =>
  at > head + 1 &&
  scene.hasArticle(at) &&
  !scene.hasArticle(head) &&
  !scene.hasArticle(at - 1) &&
  !scene.marks(at, "event.respect") &&
  // سلاح الجو التركي: a set phrase that is definite itself.
  !scene.form(at - 1).startsWith(scene.pack.names.article) &&
  (isWholeThing(scene, head) || isQuality(scene, at - 1) || scene.marks(at - 1, "event.stance"));

/** انتحاري, جندي: a noun for a person with the ending of relation. */
const isRelationalPerson = (scene: EventScene, at: number): boolean =>
  scene.has(at, "counted.person") &&
  !scene.hasArticle(at) &&
  scene.pack.names.isRelational(scene.form(at));

/** An adjective, and no noun besides: by the lexicon, or one of relation in the feminine. */
const isQuality = (scene: EventScene, at: number): boolean => {
  const readings = scene.layer.words[at]?.readings ?? [];
  const has = (pos: string): boolean => readings.some(({ entry }) => entry.pos === pos);
  if (has("noun")) return false;
  // طائرات حربية عربية القواعد; not أراضي البلاد.
  return has("adjective") || (isEnd(scene, at) && scene.pack.events.isFeminineRaw(scene.raw(at)));
};

/** طائرات تركية مقاتلة: what is also an adjective of a body goes on the phrase. */
const isOther = (scene: EventScene, at: number): boolean =>
  isThing(scene, at) && !scene.marks(at, "event.stance");

/** A definite verbal noun joined to the definite noun that a body or a team is for. */
const isSecondDeed = (scene: EventScene, head: number, at: number): boolean =>
  at === head + 2 &&
  scene.isJoined(at) &&
  scene.hasArticle(at) &&
  scene.hasArticle(at - 1) &&
  !scene.hasArticle(head) &&
  isDeed(scene, at) &&
  (scene.marks(head, "event.body") || scene.has(head, "org"));

/** An indefinite word that may be a verb of the past, and is no adjective. */
export const isVerbToo = (scene: EventScene, at: number): boolean =>
  !scene.hasArticle(at) &&
  !isEnd(scene, at) &&
  !scene.pack.events.isFeminineRaw(scene.raw(at)) &&
  (scene.layer.words[at]?.readings ?? []).some(
    ({ entry, tense, enclitic }) => entry.pos === "verb" && tense === "past" && enclitic === "",
  );

/** A word that some lexicon has as a noun, and as no adjective. */
const isThing = (scene: EventScene, at: number): boolean =>
  !isEnd(scene, at) &&
  ((scene.cue(at)?.things.size ?? 0) > 0 ||
    (scene.layer.words[at]?.readings ?? []).some(({ entry }) => entry.pos === "noun"));

/** منتجع قتل فيه: a verb that takes up the noun before it with a pronoun. */
const isResuming = (scene: EventScene, at: number): boolean =>
  scene.pack.events.resuming.has(scene.pack.events.pronouns.get(scene.form(at + 1)) ?? "") &&
  (scene.layer.words[at]?.readings ?? []).some(({ entry }) => entry.pos === "verb");

/** A word for a number or a part, and "of" behind it. */
function isPartOf(scene: EventScene, head: number, at: number): boolean {
  const isNumber = at === head + 2 && scene.has(head + 1, "number");
  if ((at !== head + 1 && !isNumber) || !scene.has(at, "prep.from") || scene.name(head))
    return false;
  const counts =
    scene.layer.tokens[head]?.kind === "number" ||
    scene.has(head, "count.vague") ||
    scene.has(head, "number");
  return (
    (counts || scene.marks(head, "event.part")) &&
    (scene.isWord(at + 1) || scene.layer.tokens[at + 1]?.kind === "number") &&
    !scene.has(at + 1, "closed")
  );
}

/** "some 20 men", "group 20": a number goes on with what counts or bears a number. */
const isCounting = (scene: EventScene, at: number): boolean =>
  ["number", "count.vague", "hedge.before", "number.label", "count.of-them"].some((of) =>
    scene.has(at, of),
  ) || scene.marks(at, "event.part");

/** "a car bomb", "a state of emergency": a set phrase needs no complement. */
function isWholeThing(scene: EventScene, head: number): boolean {
  const cue = scene.cue(head);
  return cue !== null && cue.length > 1 && cue.things.size > 0;
}

/** "a post of the police": whose an indefinite thing is. */
function isOwner(scene: EventScene, at: number): boolean {
  const { dative } = scene.pack.names;
  const readings = scene.layer.words[at]?.readings ?? [];
  if (!readings.some(({ preposition, article }) => preposition === dative && article)) return false;
  return ["org", "speaker", "portfolio"].some((of) => scene.has(at, of));
}

/** "the capital Nur-Sultan": a common noun for a place, and the name that it stands before. */
export function apposedName(scene: EventScene, first: number, last: number): NamePhrase | null {
  const name = scene.name(first + 1);
  return name?.last === last && isPlaceBehind(scene, first, name) ? name : null;
}

/** "His Highness Sheikh X": the name behind styles of address that are no part of it. */
function titledName(scene: EventScene, head: number, end: number): NamePhrase | null {
  let at = head;
  while (at < Math.min(end, head + MOST_TITLES)) {
    const isRank = at > head && scene.marks(at, "event.rank");
    const next = isRank ? at + 1 : behindTitle(scene, at);
    if (next === at) break;
    at = next;
  }
  const name = at > head && at < end ? scene.name(at) : null;
  return name?.mention.value.kind === "person" ? name : null;
}

function behindTitle(scene: EventScene, at: number): number {
  for (const { last, reading } of scene.layer.phrases[at] ?? []) {
    if (reading.entry.classes.includes("honorific")) return last;
  }
  return scene.has(at, "honorific") || scene.has(at, "title") ? at + 1 : at;
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

/** The same of any of its readings: أسعاره. */
const hasPronoun = (scene: EventScene, at: number): boolean =>
  (scene.layer.words[at]?.readings ?? []).some(
    ({ entry, enclitic }) => entry.pos === "noun" && enclitic !== "",
  );

/** An indefinite noun in the accusative, told by its alif: the object, not part of the subject. */
function isAccusative(scene: EventScene, at: number): boolean {
  if (scene.hasArticle(at) || scene.name(at)) return false;
  if (scene.bearsTanwin(at) && scene.pack.events.isAccusative(scene.form(at))) return true;
  const reading = scene.first(at);
  // ارتكازا أمنيا: of a word that is in no table the ending tells it.
  if (!reading) return scene.pack.events.isAccusative(scene.form(at));
  if (reading.entry.pos === "verb" || reading.enclitic !== "") return false;
  const isThing = (scene.cue(at)?.things.size ?? 0) > 0;
  return (
    scene.pack.events.isAccusative(scene.form(at)) && (isThing || reading.number === "singular")
  );
}
