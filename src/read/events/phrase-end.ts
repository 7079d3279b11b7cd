/**
 * Where a party's noun phrase ends. A phrase that a further noun or adjective may go on with is
 * either taken to its end, where the grammar leaves no doubt, or not told: half of who somebody is
 * may be somebody else.
 */
import type { Roles } from "./arguments.js";
import { endsClause } from "./clause-end.js";
import { isDeed } from "./deed.js";
import type { RoleFiller } from "./event-reading.js";
import type { EventScene } from "./scene.js";

/** Roles that are told by whole phrases of who takes part. */
const OF_PARTIES: ReadonlySet<string> = new Set(["agent", "target"]);
/** Words added to a phrase for the sake of its end. */
const MOST_ADDED = 3;

/** Takes each party to the end of its phrase, and leaves out those whose end is not known. */
export function withWholeParties(
  scene: EventScene,
  roles: Roles,
  trigger: number,
  sentenceLast: number,
): void {
  const taken = new Set([trigger]);
  for (const fillers of roles.values()) for (const { first } of fillers) taken.add(first);
  for (const [role, fillers] of roles) {
    if (!OF_PARTIES.has(role)) continue;
    const whole = fillers.flatMap((one) => wholeOf(scene, one, taken, sentenceLast) ?? []);
    if (whole.length === fillers.length && whole.every((one, at) => one === fillers[at])) continue;
    if (whole.length > 0) roles.set(role, whole);
    else roles.delete(role);
  }
}

function wholeOf(
  scene: EventScene,
  filler: RoleFiller,
  taken: ReadonlySet<number>,
  sentenceLast: number,
): RoleFiller | null {
  // مدينة عدن: a word for the kind of place or person stands before the name that is told.
  const isOpen = (at: number): boolean =>
    !taken.has(at) && !taken.has(at + 1) && goesOnPerhaps(scene, at, sentenceLast);
  if (filler.named) return isCutName(scene, filler, isOpen) ? null : filler;
  let { last } = filler;
  // دول (5+1): how many they are called by stands in brackets.
  const bracketed = behindNumber(scene, filler);
  if (bracketed > last)
    return { ...filler, last: bracketed, text: scene.words(filler.first, bracketed) };
  // الرئيس رمضان: behind a title alone a word that may be the name.
  const isTitle = last === filler.first + 1 && scene.has(filler.first, "office");
  if (
    isTitle &&
    isOpen(last) &&
    !scene.hasArticle(last) &&
    (scene.first(last) === null || scene.has(last, "given-name"))
  )
    return null;
  while (isOpen(last) && isUnfinished(scene, last)) {
    if (last >= filler.last + MOST_ADDED || !goesOn(scene, filler.first, last)) return null;
    last++;
  }
  return last === filler.last ? filler : { ...filler, last, text: scene.words(filler.first, last) };
}

/** The token behind a number in brackets, right behind one indefinite word. */
function behindNumber(scene: EventScene, { first, last }: RoleFiller): number {
  if (last !== first + 1 || scene.hasArticle(first) || scene.form(last) !== "(") return last;
  if (scene.layer.tokens[last + 1]?.kind !== "number") return last;
  for (let to = last + 2; to < last + BRACKET_REACH; to++) {
    if (scene.form(to) === ")") return to + 1;
  }
  return last;
}
const BRACKET_REACH = 6;

/** Behind a definite noun only what is definite goes on with it: an indefinite word is no adjective of it. */
function isUnfinished(scene: EventScene, at: number): boolean {
  const { isOblique, isNominative } = scene.pack.events;
  const isPlural = (form: string): boolean => isOblique(form) || isNominative(form);
  // الأطباء اليمنيين التواصل معه: behind a sound plural an adjective is a plural too.
  if (scene.hasArticle(at)) {
    return isPlural(scene.form(at)) || isQuality(scene, at) || !isPlural(scene.form(at - 1));
  }
  const before = scene.first(at - 1);
  const isHis = before !== null && before.enclitic !== "" && before.entry.pos !== "fixed";
  if (scene.hasArticle(at - 1) || isHis) return false;
  return scene.name(at) === null;
}

/**
 * A noun or an adjective stands there that may go on with the phrase before, and that no
 * preposition, conjunction, mark or verb sets apart.
 */
function goesOnPerhaps(scene: EventScene, at: number, sentenceLast: number): boolean {
  if (at >= sentenceLast || !scene.isWord(at)) return false;
  if (scene.afterTime(at) > at || isAtHisOffice(scene, at)) return false;
  if (scene.isJoined(at) || scene.joinedPreposition(at) !== "") return false;
  if (CLOSING.some((of) => scene.has(at, of)) || endsClause(scene, at)) return false;
  // أشخاص كل يوم: how often.
  if (scene.marks(at, "event.part") && scene.has(at + 1, "time.unit")) return false;
  const cue = scene.cue(at);
  if (cue && ENDING.some((mark) => cue.marks.has(mark))) return false;
  // شن سلاح الجو ضربات: the deed itself, behind who did it.
  if (cue && cue.names.length > 0) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  if (!scene.hasArticle(at) && readings.some(({ entry }) => entry.pos === "verb")) return false;
  // ألقت الأجهزة القبض على; وترى الدول: a verbal noun, a word joined by the letter of "and".
  if (isDeed(scene, at) || scene.pack.names.isJoined(scene.form(at))) return false;
  // المطلوب لتشغيل المضخات: what completes a participle tells more of the phrase, and no other.
  const { isParticiple } = scene.pack.events;
  if (isParticiple(scene.form(at)) && isCompleted(scene, at + 1)) return false;
  // بروتوكول السلام الخاص بأنغولا
  if (scene.joinedPreposition(at + 1) !== "" && !isRelational(scene, at)) return false;
  const first = scene.first(at);
  // استقالته: with a pronoun it is a phrase of its own.
  if (first !== null && first.enclitic !== "" && first.entry.pos !== "fixed") return false;
  // مطالبين, رسميا, متهمين: indefinite, it says how, or what somebody is.
  return scene.hasArticle(at) || !isAccusative(scene, at);
}

const isCompleted = (scene: EventScene, at: number): boolean =>
  scene.has(at, "preposition") ||
  scene.joinedPreposition(at) !== "" ||
  (scene.first(at)?.enclitic ?? "") !== "";

const isAccusative = (scene: EventScene, at: number): boolean =>
  scene.pack.events.isAccusative(scene.form(at)) || scene.pack.events.isOblique(scene.form(at));

/** What he is stands behind his name: the emir of the province, his deputy, a bound of number. */
function isAtHisOffice(scene: EventScene, at: number): boolean {
  const value = scene.name(at)?.mention.value;
  if (value && (value.head === "role" || value.roles.length > 0)) return true;
  if (OFFICES.some((of) => scene.has(at, of))) return true;
  const phrases = scene.layer.phrases[at] ?? [];
  return phrases.some(({ reading }) => reading.entry.classes.includes("hedge.before"));
}
const OFFICES: readonly string[] = ["office", "office.title", "honorific", "title", "hedge.before"];

/** Classes of words that no noun phrase goes on with. */
const CLOSING: readonly string[] = [
  "closed",
  "preposition",
  "adverb",
  "demonstrative",
  "direction",
  "clause",
  "joining",
  "prep.pronoun",
  "time.unit",
  "time.duration-word",
  "number",
];
const ENDING: readonly string[] = [
  "event.after",
  "event.before",
  "event.by",
  "event.cause",
  "event.skip",
  "event.manner",
  "event.since",
  "event.start",
  "event.until",
];

/** The word at `at` goes on with the phrase from `first`: its owner, or an adjective of it. */
function goesOn(scene: EventScene, first: number, at: number): boolean {
  // اتفاق نووي تاريخي: indefinite both, and an adjective.
  if (!scene.hasArticle(at)) return isQuality(scene, at);
  // مديري الإدارات: a noun without its ending, and whose it is.
  const before = at - 1;
  if (isBound(scene, before)) return true;
  if (!isDefinite(scene, before) && before === first) return false;
  // الطفل الرضيع: one person by two words.
  if (isPerson(scene, before) && isPerson(scene, at)) return true;
  return isQuality(scene, at) && (isDefinite(scene, before) || isDefinite(scene, first));
}

const isPerson = (scene: EventScene, at: number): boolean =>
  scene.hasArticle(at) &&
  scene.name(at) === null &&
  ["counted.person", "counted.kin", "victim"].some((of) => scene.has(at, of));

/** Under the article, by its letters where the lexicon has no noun of it. */
const isDefinite = (scene: EventScene, at: number): boolean =>
  scene.hasArticle(at) || scene.form(at).startsWith(scene.pack.names.article);

/** مديري, شبكتي: a sound plural or a dual that has lost its ending to what completes it. */
function isBound(scene: EventScene, at: number): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  return readings.some(
    ({ number, construct, article, entry }) =>
      construct && !article && number !== "singular" && entry.pos !== "verb",
  );
}

/** An adjective, and no noun besides, by the lexicon or by its shape. */
function isQuality(scene: EventScene, at: number): boolean {
  const named = scene.name(at)?.mention.value;
  if (named) {
    if (named.head === "nominal" || named.kind === "group") return true;
    if (named.kind === "person") return false;
  }
  if (QUALITIES.some((mark) => scene.marks(at, mark))) return true;
  const readings = scene.layer.words[at]?.readings ?? [];
  if ((scene.cue(at)?.things.size ?? 0) > 0) return false;
  if (readings.some(({ entry }) => entry.pos === "adjective")) return true;
  // تاريخي: letters that would be a dual with its complement are an adjective's.
  const isNoun = readings.some(
    ({ entry, number, construct }) => entry.pos === "noun" && !(number === "dual" && construct),
  );
  if (isNoun) return false;
  return isRelational(scene, at);
}

function isRelational(scene: EventScene, at: number): boolean {
  const { article, isRelational } = scene.pack.names;
  const { isOblique, isNominative, isWholePlural, withoutPlural } = scene.pack.events;
  const form = scene.hasArticle(at) ? scene.form(at).slice(article.length) : scene.form(at);
  if (isOblique(form) && isWholePlural(form, false)) return true;
  // الفلسطينيين: the sound plural of an adjective of relation.
  return isRelational(isOblique(form) || isNominative(form) ? withoutPlural(form) : form);
}
const QUALITIES: readonly string[] = ["event.people", "event.quality", "event.stance"];

/** هاورد ويب: one word of a name, and behind it a word that may be its second. */
function isCutName(
  scene: EventScene,
  { first, last }: RoleFiller,
  isOpen: (at: number) => boolean,
): boolean {
  const value = scene.name(first)?.mention.value;
  // حمد بن علي: a name goes on behind "son of".
  if (value?.kind === "person" && scene.has(last, "name.filial")) return true;
  if (value?.kind !== "person" || value.head !== "name" || last !== first + 1) return false;
  return scene.name(last) === null && isOpen(last);
}
