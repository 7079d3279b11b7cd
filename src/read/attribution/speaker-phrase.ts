import type { SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** No speaker is named in more tokens than this. */
const LONGEST_SPEAKER = 24;
/** A person's name has at most so many words. */
const LONGEST_NAME = 6;
/** A quotation this short inside a noun phrase is a name (شبكة "فرات بوست"), not speech. */
const LONGEST_QUOTED_NAME = 6;

export interface PhraseOptions {
  /** The head may bear a joined preposition (لوكالة سانا, للمصادر ذاتها). */
  readonly joinedHead?: boolean;
  /** Prepositions that the verb of saying takes for its content (حذر من); folded. */
  readonly taken?: ReadonlySet<string>;
  /** Somebody spoken to may follow the speaker at once: "حذر العميد السكان من". */
  readonly addressee?: boolean;
}

/** The verb takes a noun phrase for its content: أعلن مقتل. */
const OBJECT = "object";
const NOTHING_TAKEN: ReadonlySet<string> = new Set();

/** What has been met of a phrase so far. */
interface Progress {
  readonly head: number;
  /** An official: "spokesman for", "head of the branch in" go on behind him. */
  official: boolean;
  /** The token before closes a proper name: only what describes it can follow. */
  named: boolean;
  /** A person has been named: an official is no longer waiting for his name. */
  person: boolean;
}

/**
 * The noun phrase that names a speaker, from token `at`: head, complements, adjectives, names,
 * the place he speaks from. Ends before what is said, before adjuncts and before a verb.
 * Null where no noun phrase begins here.
 */
export function speakerPhrase(
  scene: Scene,
  at: number,
  limit: number,
  { joinedHead = false, taken = NOTHING_TAKEN, addressee = false }: PhraseOptions = {},
): SpeakerPhrase | null {
  const end = Math.min(limit, at + LONGEST_SPEAKER);
  const progress: Progress = { head: at, official: false, named: false, person: false };
  let next = at;
  while (next < end) {
    const after =
      afterName(scene, next, end, progress) ??
      afterBrackets(scene, next, end, progress) ??
      afterComma(scene, next, end, progress) ??
      (taken.has(scene.form(next)) ? null : afterWord(scene, next, progress, joinedHead));
    if (after === null || (addressee && isAddressee(scene, at, next))) break;
    if (taken.has(OBJECT) && !progress.person && isObject(scene, at, next)) break;
    next = after;
  }
  return next > at ? { first: at, last: next, joined: joinedHead } : null;
}

/** A definite personal noun behind a name or another definite noun begins a new phrase. */
function isAddressee(scene: Scene, head: number, at: number): boolean {
  if (at <= head || !scene.isPersonal(at) || !scene.shape.isDefinite(scene.form(at))) return false;
  const body = scene.reading(at, "speaker")?.entry.features["kind"] === "institution";
  if (scene.has(at, "office.adjective") || (scene.name(at) && !body)) return false;
  const before = scene.form(at - 1);
  return scene.shape.isDefinite(before) || scene.main(at - 1) === null;
}

/** "رجح خبير الأرصاد هطول أمطار": an article closes a construct; an indefinite noun behind it is told of. */
function isObject(scene: Scene, head: number, at: number): boolean {
  if (at <= head || scene.name(at) || !scene.isWord(at - 1) || isNameLike(scene, at)) return false;
  if (!scene.shape.isDefinite(scene.form(at - 1)) || scene.isPersonal(at)) return false;
  const main = scene.main(at);
  const noun = main
    ? main.entry.pos === "noun" || scene.has(at, "harm.fall")
    : scene.has(at, "ordinary");
  return noun && !main?.article && !main?.preposition && !scene.shape.isDefinite(scene.form(at));
}

function afterName(scene: Scene, at: number, end: number, progress: Progress): number | null {
  const name = scene.name(at);
  if (!name || (at > progress.head && !joins(scene, at, progress))) return null;
  for (let inside = at; inside < name.last; inside++)
    progress.official ||= scene.isOfficial(inside);
  progress.named = isProper(scene, name, progress.head);
  progress.person ||= name.kind === "person" && progress.named && name.skip === 0;
  return Math.min(name.last, end);
}

/** لرويترز: the outlet spoken to is no part of the speaker; a spokesman "for" somebody is. */
function joins(scene: Scene, at: number, { official }: Progress): boolean {
  const reading = scene.main(at);
  const toSomebody = reading
    ? reading.preposition === "ل"
    : scene.shape.mayBear(scene.form(at), "ل");
  return !toSomebody || (official && scene.name(at)?.kind !== "outlet");
}

/** A name that is complete in itself, unlike an office whose holder follows. */
function isProper(scene: Scene, name: TokenRange, head: number): boolean {
  const last = name.last - 1;
  return !(name.first === head && scene.isOfficial(last)) && !scene.has(last, "office");
}

/** A short quotation or bracket behind the head: شبكة "فرات بوست", مراسلنا (منى سالم). */
function afterBrackets(scene: Scene, at: number, end: number, { head }: Progress): number | null {
  if (at === head) return afterQuotedName(scene, at, end);
  const bracket = scene.form(at) === "(";
  if (!bracket && !scene.opensQuote(at)) return null;
  const close = bracket ? closingBracket(scene, at, end) : scene.closingQuote(at, end);
  return close === null || close - at - 1 > LONGEST_QUOTED_NAME ? null : close + 1;
}

/** "وبيّن «العمري» أنه": a name may itself stand in quotation marks. */
function afterQuotedName(scene: Scene, at: number, end: number): number | null {
  if (!scene.opensQuote(at)) return null;
  const close = scene.closingQuote(at, end + 1);
  if (close === null || close - at - 1 > LONGEST_QUOTED_NAME) return null;
  return scene.has(close + 1, "that") ? close + 1 : null;
}

function closingBracket(scene: Scene, at: number, end: number): number | null {
  for (let next = at + 1; next < end; next++) if (scene.form(next) === ")") return next;
  return null;
}

/** `…، أفيخاي أدرعي،`: a name or office behind the comma belongs to the speaker. */
function afterComma(scene: Scene, at: number, end: number, progress: Progress): number | null {
  const { head } = progress;
  const dash = scene.form(at) === "-" || scene.form(at) === "–";
  if (at === head || !(scene.isComma(at) || dash)) return null;
  if (dash && scene.token(at)?.spaced) return null;
  const start = at + 1;
  const name = scene.name(start) ?? (scene.has(start, "title") ? scene.name(start + 1) : null);
  const office = scene.isOfficial(start);
  if (office && start - head > LONGEST_SPEAKER / 2) return null;
  let last: number;
  if (name?.kind === "person") last = name.last;
  else if (office) last = speakerPhrase(scene, start, end)?.last ?? start;
  else if (progress.official && !progress.person) last = afterUnknownName(scene, start, end);
  else return null;
  return last > start && closesApposition(scene, last, name !== null) ? last : null;
}

/** Words no lexicon knows, or parts of names: the name of an official just introduced. */
function afterUnknownName(scene: Scene, start: number, end: number): number {
  let at = start;
  while (at < Math.min(end, start + LONGEST_NAME) && mayBeName(scene, at)) at++;
  return at;
}

/** Between two commas behind an office even an ordinary word is a name. */
const mayBeName = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  !scene.isVerb(at) &&
  !["that", "relative", "preposition", "prep.for", "prep.about"].some((name) =>
    scene.has(at, name),
  ) &&
  scene.name(at)?.kind !== "outlet" &&
  !scene.main(at)?.preposition;

const NAME_PARTS = [
  "given-name",
  "surname",
  "title",
  "name.prefix",
  "name.filial",
  "name.tail",
] as const;

function isNameLike(scene: Scene, at: number): boolean {
  if (!scene.isWord(at)) return false;
  if (NAME_PARTS.some((name) => scene.has(at, name))) return true;
  return scene.main(at) === null && !scene.has(at, "ordinary");
}

/** The apposition is closed by a comma, what opens the content, an adjunct, or the verb. */
function closesApposition(scene: Scene, at: number, named: boolean): boolean {
  if (scene.isComma(at) || scene.isColon(at) || scene.isQuote(at)) return true;
  if (scene.has(at, "that") || scene.has(at, "preposition") || scene.has(at, "aspect")) return true;
  if (scene.afterTime(at) > at) return true;
  return named && (scene.isVerb(at) || scene.has(at, "speech.verb"));
}

function afterWord(
  scene: Scene,
  at: number,
  progress: Progress,
  joinedHead: boolean,
): number | null {
  if (!scene.isWord(at) || scene.has(at, "prep.for")) return null;
  if (at === progress.head) {
    if (!joinedHead && !beginsPhrase(scene, at)) return null;
  } else {
    if (!continuesPhrase(scene, at, progress)) return null;
    if (scene.name(at) && !joins(scene, at, progress)) return null;
    if (progress.named && !describesName(scene, at, progress)) return null;
    if (overrunsHead(scene, progress.head, at)) return null;
  }
  progress.official ||= scene.isOfficial(at);
  progress.named = false;
  return at + 1;
}

const CLAUSE_WORDS = ["that", "relative", "aspect", "be"] as const;

function beginsPhrase(scene: Scene, at: number): boolean {
  if (CLAUSE_WORDS.some((name) => scene.has(at, name))) return false;
  if (scene.has(at, "preposition") || scene.has(at, "negation")) return false;
  if (scene.afterTime(at) > at || scene.main(at)?.preposition) return false;
  if (!scene.main(at) && scene.shape.isJoinedDefinite(scene.form(at))) return false;
  return scene.has(at, "speaker") || (!scene.isVerb(at) && !scene.isCircumstance(at));
}

const ADJUNCT_WORDS = [
  "speech.accord",
  "speech.phone",
  "event.noun",
  "harm.noun",
  "tally",
] as const;

function continuesPhrase(scene: Scene, at: number, { official }: Progress): boolean {
  if (CLAUSE_WORDS.some((name) => scene.has(at, name))) return false;
  if (ADJUNCT_WORDS.some((name) => scene.has(at, name))) return false;
  if (scene.reading(at, "speech.masdar")?.enclitic) return false;
  if (scene.afterTime(at) > at || scene.isCircumstance(at)) return false;
  if (scene.has(at, "prep.in")) return placeFollows(scene, at + 1);
  if (scene.has(at, "prep.from"))
    return !scene.has(at + 1, "speech.aside") && !scene.has(at + 1, "that");
  if (official && servesPlace(scene, at)) return true;
  if (scene.has(at, "preposition") || scene.has(at, "prep.about")) return false;
  // "أحد المصابين" is somebody; a victim noun elsewhere is what is told.
  const partitive = scene.has(at - 1, "one-of") || scene.has(at - 1, "prep.from");
  if (scene.has(at, "victim") && !partitive) return false;
  if (scene.has(at, "one-of")) return false;
  const main = scene.main(at);
  if (main?.preposition === "ل" && (!official || isPress(scene, at))) return false;
  if (main ? main.preposition === "ب" : scene.shape.mayBear(scene.form(at), "ب")) {
    return official && (placeFollows(scene, at) || scene.isOfficial(at));
  }
  return scene.has(at, "speaker") || !scene.isVerb(at);
}

/** "للصحفيين": journalists are spoken to; a spokesman is "for" an agency, not for them. */
function isPress(scene: Scene, at: number): boolean {
  const kind = scene.reading(at, "speaker")?.entry.features["kind"];
  return kind === "outlet" && !scene.has(at, "speaker.outlet");
}

/** Behind a name: an adjective, "of" a place, an office; not the object of the verb. */
function describesName(scene: Scene, at: number, { official, person }: Progress): boolean {
  if (official && !person) {
    if (isNameLike(scene, at) || servesPlace(scene, at)) return true;
    if (scene.name(at + 1)?.kind === "person" && !scene.isVerb(at)) return true;
  }
  if (scene.has(at, "prep.in") || scene.has(at, "prep.from") || scene.has(at, "name-of"))
    return true;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" && main.article) return true;
  if (["office", "speaker", "given-name", "surname"].some((name) => scene.has(at, name)))
    return true;
  if (scene.shape.isDefinite(scene.form(at))) return scene.shape.isAdjectiveShaped(scene.form(at));
  // "عبد الستار بارز «…»": an indefinite word right before the speech is the last of the name.
  const next = at + 1;
  const opens =
    scene.isQuote(next) || scene.isComma(next) || scene.isColon(next) || scene.has(next, "that");
  return opens && !scene.isVerb(at) && !main?.preposition;
}

/** "سفير … لدى", "مبعوث … إلى سورية", "المتحدث … بمنطقة الرياض": where the official serves. */
function servesPlace(scene: Scene, at: number): boolean {
  const joined = scene.main(at)?.preposition === "ب" || scene.shape.mayBear(scene.form(at), "ب");
  if (joined) return scene.name(at)?.kind === "place" || scene.has(at, "place-word");
  return scene.has(at, "prep.to") && scene.name(at + 1)?.kind === "place";
}

/**
 * After a definite head alone (المصدر, الحكومة) only an adjective or a name goes on; another noun
 * is what he speaks of: "قدّر الشاهد الحصيلة", "أعلنت الحكومة حالة الطوارئ".
 */
function overrunsHead(scene: Scene, head: number, at: number): boolean {
  if (at !== head + 1 || scene.name(at)) return false;
  const reading = scene.reading(head, "speaker");
  if (!reading?.article) return false;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" || scene.has(at, "preposition")) return false;
  if (scene.isOfficial(head) && (isNameLike(scene, at) || scene.name(at + 1)?.kind === "person"))
    return false;
  if (
    ["speaker", "office", "office.adjective", "title", "given-name"].some((name) =>
      scene.has(at, name),
    )
  )
    return false;
  const definite = scene.shape.isDefinite(scene.form(at));
  if (!main && !definite) return reading.entry.features["kind"] === "institution";
  return !(definite && scene.shape.isAdjectiveShaped(scene.form(at)));
}

/** "في" belongs to the phrase before a place or an institution, not before في بيان, في وقت. */
function placeFollows(scene: Scene, at: number): boolean {
  if (scene.has(at, "speech.adjunct") || scene.afterTime(at) > at) return false;
  if (scene.name(at)) return true;
  if (["place-word", "speaker", "org"].some((name) => scene.has(at, name))) return true;
  // "المسؤول في المار صالح محمد": an unknown place before the name.
  return scene.shape.isDefinite(scene.form(at)) && scene.name(at + 1)?.kind === "person";
}
