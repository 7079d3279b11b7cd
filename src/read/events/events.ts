import type { Time } from "../../core/contract.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, Sentence, TextLayer } from "../../text/layer.js";
import type { NameMention } from "../names/mention.js";
import { groupsOf } from "./arguments.js";
import { Circumstances } from "./circumstances.js";
import { endsClause } from "./clause-end.js";
import { type Cue, readCues } from "./cue.js";
import type { EventAnnotation } from "./event-reading.js";
import { readExposure } from "./exposure.js";
import { readFreeName } from "./free-names.js";
import { readGovernor } from "./governors.js";
import { QUOTES } from "./noun-phrase.js";
import { readOnset } from "./onsets.js";
import { EventScene } from "./scene.js";
import { segmentsFrom } from "./segments.js";
import { Telling } from "./telling.js";
import { readFreeVerbalNoun } from "./verbal-nouns.js";
import { readVerb } from "./verbs.js";

/**
 * All events of the article, in the order of their spans. Told by a verb of the deed, by a verb of
 * happening with the event's noun, by a verbal noun that something governs, or by an event's noun
 * alone where the place makes it an event.
 */
export function readEvents(
  layer: TextLayer,
  names: readonly NameMention[],
  times: readonly Annotation<Time>[],
  pack: LanguagePack,
): EventAnnotation[] {
  const scene = new EventScene(layer, pack, readCues(layer, pack), names, times);
  const telling = new Telling(scene, new Circumstances(scene, times));
  for (const sentence of layer.sentences) readSentence(telling, sentence);
  return telling.found.sort((a, b) => a.first - b.first || a.last - b.last);
}

function readSentence(telling: Telling, sentence: Sentence): void {
  const { scene, used } = telling;
  for (let at = sentence.first; at < sentence.last; at++) {
    const cue = scene.cue(at);
    if (!cue || used.has(at) || isQuotedName(scene, at) || isOfBody(scene, at)) continue;
    const before = telling.found.length;
    const finite = cue.verbs.length + cue.onsets.length + cue.governors.length > 0;
    // بن طوق: what stands behind "son of" is a name.
    const isNamed = scene.name(at) !== null || scene.has(at - 1, "name.filial");
    const free = !isNamed && !scene.has(at, "preposition");
    if (finite && cue.length === 1 && !scene.isSpokenVerb(at) && free && scene.isVerb(at)) {
      readFinite(telling, at, cue, sentence);
    } else {
      if (cue.masdars.length > 0) readFreeVerbalNoun(telling, at, sentence);
      readExposure(telling, at, sentence);
      if (cue.names.length > 0 && telling.found.length === before && !isPlaceName(scene, at))
        readFreeName(telling, at, sentence);
    }
    if (scene.layer.trace && telling.found.length === before) noteUntold(scene, at, cue);
  }
}

/** في سيول، وفي سيول الأحد: the name of a place, unless a word goes on with it: في سيول جارفة. */
function isPlaceName(scene: EventScene, at: number): boolean {
  const name = scene.name(at)?.mention;
  if (name?.value.kind !== "place" || name.value.head !== "name" || name.first !== at) return false;
  const { last } = name;
  if (!scene.isWord(last) || scene.isJoined(last) || scene.joinedPreposition(last) !== "")
    return true;
  return scene.afterTime(last) > last || scene.has(last, "preposition") || endsClause(scene, last);
}

/** منظمة حظر الأسلحة, دار الاعتصام: what a body is for or called, right behind the word for it. */
function isOfBody(scene: EventScene, at: number): boolean {
  if (
    scene.isJoined(at) ||
    scene.joinedPreposition(at) !== "" ||
    !scene.marks(at - 1, "event.body")
  )
    return false;
  const { masdars = [], names = [] } = scene.cue(at) ?? {};
  if (scene.hasArticle(at - 1) || (scene.first(at - 1)?.enclitic ?? "") !== "") return false;
  return masdars.length + names.length > 0;
}

/** أوضح لـ"عين اليوم": what is quoted behind "to" is whom it was told to, whatever its letters. */
const isQuotedName = (scene: EventScene, at: number): boolean =>
  QUOTES.has(scene.form(at - 1)) && scene.form(at - 2) === scene.pack.names.dative;

/** Why a word that can tell an event told none. */
function noteUntold(scene: EventScene, at: number, { length, verbs, masdars, names }: Cue): void {
  const [one] = [...verbs, ...masdars, ...names];
  if (!one) return;
  const why =
    scene.name(at) !== null
      ? "it belongs to a name here"
      : scene.isNominal(at) && verbs.length > 0
        ? "the word before makes a noun of it"
        : "those named beside it are not whom its row in the lexicon asks for, or nobody is named";
  const rule = `events.word ${one.reading.entry.lemma}`;
  scene.layer.trace?.lose("events", { first: at, last: at + length, rule }, why);
}

function readFinite(telling: Telling, at: number, cue: Cue, sentence: Sentence): void {
  const groups = groupsOf(telling.scene, segmentsFrom(telling.scene, at + 1, sentence.last));
  for (const one of cue.onsets) if (readOnset(telling, at, one, groups, sentence)) return;
  for (const one of cue.governors) if (readGovernor(telling, at, one, groups, sentence)) break;
  for (const one of cue.verbs) if (readVerb(telling, at, one, groups, sentence)) return;
}
