import type { SpeakerPhrase } from "./attribution-reading.js";
import { NOTHING_TAKEN } from "./opening.js";
import { isAddressee } from "./phrase-addressee.js";
import {
  afterTwoNames,
  afterUnknownName,
  closesApposition,
  endsInName,
  personAt,
} from "./phrase-apposition.js";
import { afterBrackets } from "./phrase-bracket.js";
import { afterComplement, endsInOffice } from "./phrase-complement.js";
import { afterName, endsWhoSpeaks, isSaying } from "./phrase-name.js";
import { isContent, isDefiniteObject, isObject, isOwnNoun } from "./phrase-object.js";
import {
  isOtherCountry,
  isOtherPerson,
  isOthersBehindName,
  isOutletTold,
} from "./phrase-others.js";
import type { Progress } from "./phrase-progress.js";
import { isCharge, servesPlace } from "./phrase-purpose.js";
import { afterWord } from "./phrase-word.js";
import type { Scene } from "./scene.js";

/** No speaker is named in more tokens than this. */
const LONGEST_SPEAKER = 24;

export interface PhraseOptions {
  /** The head may bear a joined preposition (لوكالة سانا, للمصادر ذاتها). */
  readonly joinedHead?: boolean;
  /** Prepositions that the verb of saying takes for its content (حذر من); folded. */
  readonly taken?: ReadonlySet<string>;
  /** Somebody spoken to may follow the speaker at once: "حذر العميد السكان من". */
  readonly addressee?: boolean;
  /** His verb stands at the limit: "الإحصاءات الرسمية للدولة | تقول". */
  readonly upToVerb?: boolean;
}

/** The verb takes a noun phrase for its content: أعلن مقتل. */
const OBJECT = "object";

/**
 * The noun phrase that names a speaker, from token `at`: head, complements, adjectives, names,
 * the place he speaks from. Ends before what is said, before adjuncts and before a verb.
 * Null where no noun phrase begins here.
 */
export function speakerPhrase(
  scene: Scene,
  at: number,
  limit: number,
  { joinedHead = false, taken = NOTHING_TAKEN, addressee = false, upToVerb }: PhraseOptions = {},
): SpeakerPhrase | null {
  const end = Math.min(limit, at + LONGEST_SPEAKER);
  const progress: Progress = {
    head: at,
    official: false,
    named: false,
    person: false,
    object: taken.has(OBJECT) || addressee,
    addressee,
    by: taken.has(scene.shape.by),
    verb: upToVerb ? limit : null,
  };
  let next = at;
  while (next < end) {
    if (isSaying(scene, next)) break;
    if (next > at && endsWhoSpeaks(scene, next)) break;
    const after =
      afterName(scene, next, end, progress) ??
      afterNumber(scene, next, progress) ??
      afterTitleMark(scene, next, end) ??
      afterClosing(scene, at, next) ??
      afterBrackets(scene, next, end, progress) ??
      afterComma(scene, next, end, progress, taken) ??
      (isTaken(scene, next, taken, progress)
        ? null
        : (afterWord(scene, next, progress, joinedHead) ??
          afterComplement(scene, next, end, progress, addressee, taken)));
    if (after === null || (addressee && isAddressee(scene, at, next, progress))) break;
    if (isOwnNoun(scene, at, next)) break;
    if (isOtherCountry(scene, at, next, addressee, progress)) break;
    if (isOtherPerson(scene, at, next, progress)) break;
    if (isOutletTold(scene, at, next) || isOthersBehindName(scene, at, next, progress)) break;
    if (taken.has(OBJECT) && isContent(scene, at, next)) break;
    if (taken.has(OBJECT) && !progress.person && isObject(scene, at, next)) break;
    if (progress.object && isDefiniteObject(scene, at, next, progress)) break;
    next = after;
  }
  // "وليد العبد الله": a family name of two words, the first with its article.
  const house = scene.has(next - 2, "given-name") && scene.has(next - 1, "name.prefix");
  if (house && next > at + 1 && next < end && scene.has(next, "deity")) next++;
  // "الوزير من | عدد الإصابات": the preposition goes with what follows.
  while (next > at + 1 && DANGLING.some((name) => scene.has(next - 1, name))) next--;
  return next > at ? { first: at, last: next, joined: joinedHead } : null;
}

/** "قائد فرقة «مواهب» الكابتن سالم": a mark that closes what a name opened inside the phrase. */
function afterClosing(scene: Scene, head: number, at: number): number | null {
  if (at <= head || !scene.isQuote(at) || scene.opensQuote(at)) return null;
  let open = 0;
  for (let inside = head; inside < at; inside++)
    if (scene.isQuote(inside)) open += scene.opensQuote(inside) ? 1 : -1;
  return open > 0 ? at + 1 : null;
}

const DANGLING = ["prep.from", "prep.in", "prep.for"] as const;

/** What the verb takes for its content: حذر من, and behind a person's name رحب ببعثة. */
function isTaken(
  scene: Scene,
  at: number,
  taken: ReadonlySet<string>,
  { person, head }: Progress,
): boolean {
  // "حذر عدد من السكان من": how many of whom.
  if (at === head + 1 && scene.has(head, "tally") && scene.has(at, "prep.from")) return false;
  if (taken.has(scene.form(at))) return !isCharge(scene, at);
  if (taken.has(scene.shape.to) && at > 0 && scene.main(at)?.preposition === scene.shape.to)
    return true;
  // "صرح الرائد محمد الحمادي المتحدث باسم الدفاع المدني بمنطقة الرياض بتلقي": where he serves.
  if (servesPlace(scene, at) && endsInOffice(scene, head, at) && takesLater(scene, at))
    return false;
  return person && taken.has(scene.shape.by) && scene.bears(at, scene.shape.by);
}

/** What the verb takes stands behind the place. */
const takesLater = (scene: Scene, at: number): boolean =>
  [at + 1, at + 2, at + 3].some(
    (next) =>
      scene.bears(next, scene.shape.by) &&
      ["event.masdar", "harm.noun", "that", "ordinary"].some((name) => scene.has(next, name)),
  );

/** "المشرف على فعاليات أبها 12 سالم العلي": a number of what he heads, right in front of his name. */
function afterNumber(
  scene: Scene,
  at: number,
  { head, official, person }: Progress,
): number | null {
  if (scene.token(at)?.kind !== "number" || at === head || !official || person) return null;
  const name = scene.name(at + 1);
  return name?.kind === "person" && name.skip === 0 ? at + 1 : null;
}

/** "الدكتور/ أنس", "د. قاسم": a mark between a title and the name. */
function afterTitleMark(scene: Scene, at: number, end: number): number | null {
  const slash = scene.form(at) === "/" && scene.has(at - 1, "title");
  const dot = scene.form(at) === "." && scene.form(at - 1).length === 1 && scene.isWord(at - 1);
  return (slash || dot) && at + 1 < end && scene.isWord(at + 1) ? at + 1 : null;
}

/** `…، أفيخاي أدرعي،`: a name or office behind the comma belongs to the speaker. */
function afterComma(
  scene: Scene,
  at: number,
  end: number,
  progress: Progress,
  taken: ReadonlySet<string>,
): number | null {
  const { head } = progress;
  const dash = scene.form(at) === "-" || scene.form(at) === "–";
  if (at === head || !(scene.isComma(at) || dash)) return null;
  if (dash && scene.token(at)?.spaced) return null;
  const start = at + 1;
  // "نقلت عن فلان، رئيس الوكالة، قوله إن".
  if (scene.isHisSaying(start)) return null;
  // "…، النقيب بحري سالم العلي،": a rank of two words.
  const titled = scene.has(start, "title")
    ? (scene.name(start + 1) ?? personAt(scene, start + 2))
    : null;
  const name = scene.name(start) ?? titled;
  const other = joinedSpeaker(scene, start, end, taken);
  if (other !== null) return other;
  const office = scene.isOfficial(start);
  if (office && start - head > LONGEST_SPEAKER / 2) return null;
  let last: number;
  // "فلان، رئيس الديوان رئيس المجلس،": offices follow one another.
  if (office)
    last = Math.max(
      name?.last ?? start,
      speakerPhrase(scene, start, end, { taken })?.last ?? start,
    );
  else if (name?.kind === "person") last = name.last;
  else if (progress.official && !progress.person) last = afterUnknownName(scene, start, end);
  // "قال الصحافي المقرب من الحزب، دياري محمد، إن".
  else if (scene.isPersonal(head) && !progress.person && scene.shape.isDefinite(scene.form(head)))
    last = afterTwoNames(scene, start, end);
  else return null;
  if (last <= start || !closesApposition(scene, last, name !== null)) {
    // "ونوه أمين الطائف، رئيس المجلس سالم العلي بالرعاية": behind his name what the verb takes.
    if (!office || last <= start || !taken.has(scene.shape.by)) return null;
    if (!scene.bears(last, scene.shape.by) || !endsInName(scene, last)) return null;
  }
  // Behind his name "، عزمه زيارة" is what he tells.
  progress.person ||= !office;
  return last;
}

/** "أكد المدير سالم العلي، والخبير عمر الحسن، أن": a second speaker between commas, up to what both say. */
function joinedSpeaker(
  scene: Scene,
  at: number,
  end: number,
  taken: ReadonlySet<string>,
): number | null {
  const skipped = scene.name(at)?.skip ? scene.form(at).slice(0, 1) : "";
  if ((skipped || scene.main(at)?.conjunction) !== scene.shape.and) return null;
  const last = speakerPhrase(scene, at, end, { taken })?.last ?? at;
  if (!scene.isComma(last) || !scene.has(last + 1, "that")) return null;
  return endsInName(scene, last) ? last : null;
}
