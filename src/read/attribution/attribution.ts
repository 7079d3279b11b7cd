import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, Sentence, TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { accordAt } from "./accord.js";
import { applyAccord, applyPronoun } from "./according-to.js";
import type { Attribution, NameAt, TokenRange } from "./attribution-reading.js";
import { resolveBackReferences } from "./back-reference.js";
import { readBulletin } from "./bulletin.js";
import { leadOf } from "./lead.js";
import { readMasdar } from "./masdar.js";
import { readNamedTurn, readSharedView } from "./named-turn.js";
import { readCharge, readDocument, readHeadline, readHearsay } from "./other-cues.js";
import { OwnOutlet } from "./own-outlet.js";
import { readParticiple } from "./participle.js";
import { readRelay } from "./relay.js";
import { Scene } from "./scene.js";
import { Speech } from "./speech.js";
import { readVerb } from "./verb.js";

/**
 * Who says what. Reads the article once, sentence by sentence, and carries the last speaker on:
 * to verbs without a subject (وأضاف أن), to participles (مشيرا إلى أن), and over the sentences
 * of a speech that a colon or an open quotation began.
 * @param outlet the report's own outlet, which is no relay in its own report
 */
export function readAttribution(
  layer: TextLayer,
  names: readonly Annotation<Omit<NameAt, keyof TokenRange>>[],
  times: readonly TokenRange[],
  outlet: string | null,
  pack: LanguagePack,
): Attribution[] {
  const nameAt: (NameAt | undefined)[] = new Array(layer.tokens.length);
  for (const { first, last, value } of names) {
    const known = nameAt[first];
    if (known && known.last >= last) continue;
    nameAt[first] = { first, last, name: value.name, skip: value.skip, kind: value.kind };
  }
  const timeAt: (TokenRange | undefined)[] = new Array(layer.tokens.length);
  for (const time of times) timeAt[time.first] = time;
  const scene = new Scene(layer, nameAt, timeAt, pack.speech);
  const speech = new Speech(scene, new OwnOutlet(scene, outlet));
  for (const sentence of layer.sentences) readSentence(speech, sentence);
  return resolveBackReferences(scene, speech.found).sort(
    (a, b) => a.first - b.first || b.last - a.last,
  );
}

/** Tokens between "could not" and "verify". */
const VOUCHING_REACH = 8;

/** The colon behind which the text of a statement follows stands this near. */
const TEXT_REACH = 8;

/** What can attribute: most tokens bear none of these and are passed over. */
const CUE = markOf([
  "speech.own",
  "speech.text-follows",
  "speech.accord",
  "speech.accord-clause",
  "speech.participle",
  "speech.relay",
  "speech.verb",
  "speech.continue",
  "speech.came",
  "speech.masdar",
  "speech.charge",
  "speech.bulletin",
  "speech.hearsay",
  "speech.refusing",
  "speech.unverified",
  "speech.view",
  "negation.noun",
]);

function readSentence(speech: Speech, whole: Sentence): void {
  const { scene } = speech;
  const lead = leadOf(scene, whole);
  const sentence = lead === whole.first ? whole : { ...whole, first: lead };
  speech.begin(sentence);
  if (sentence.heading && readHeadline(speech, sentence)) return;
  readNamedTurn(speech, sentence);
  /** Where a trailing "according to" begins to count from. */
  let segment = sentence.first;
  let at = sentence.first;
  while (at < sentence.last) {
    if (((scene.layer.marks[at] ?? 0) & CUE) === 0) {
      at++;
      continue;
    }
    const ownVoice = scene.unit(at, "speech.own");
    if (ownVoice) {
      speech.silence();
      at = ownVoice.last;
      continue;
    }
    const text = scene.unit(at, "speech.text-follows");
    if (text && opensText(scene, text.last, sentence.last)) {
      speech.carryToEnd(sentence.paragraph);
      at = text.last;
      continue;
    }
    const accord = accordAt(scene, at, sentence.last);
    if (accord && !accord.speakers.every((speaker) => speech.own.is(speaker))) {
      at = applyAccord(speech, accord, sentence, segment);
      if (!accord.front) segment = at;
      continue;
    }
    const hisWords = accord ? null : applyPronoun(speech, at, sentence);
    if (hisWords !== null) {
      at = hisWords;
      continue;
    }
    if (!accord && endsInHisWords(scene, at)) {
      speech.endHere(at);
      at += 2;
      continue;
    }
    if (isAfterword(scene, at)) {
      speech.endHere(at);
      at++;
      continue;
    }
    if (scene.has(at, "speech.refusing") && speech.withhold(at, sentence.last)) {
      at = sentence.last;
      continue;
    }
    // Whatever a reader answers, the sentence goes on: no text may hold the loop.
    at = Math.max(at + 1, readCue(speech, at, sentence) ?? 0);
  }
  speech.end();
}

/** "وجاء فيه:", "وهذا نص البيان": a colon or the end of its sentence; not "جاء فيه أن العلاقات متينة". */
function opensText(scene: Scene, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + TEXT_REACH); at++) {
    if (scene.isColon(at)) return true;
    if (scene.has(at, "that") || scene.isComma(at)) return false;
  }
  return from + TEXT_REACH >= limit;
}

/** "…، بحسب قوله": nothing new is attributed, and what was said ends there. */
function endsInHisWords(scene: Scene, at: number): boolean {
  const accord = scene.unit(at, "speech.accord");
  const own = accord && scene.reading(accord.last, "speech.his");
  return own !== null && (own.enclitic !== "" || own.entry.pos === "fixed");
}

/**
 * "…، ولم يتسن التحقق من ذلك", "…، دون أن يذكر تفاصيل": behind a comma the report speaks again of
 * what was said.
 */
function isAfterword(scene: Scene, at: number): boolean {
  if (!scene.isComma(at - 1)) return false;
  if (scene.has(at, "negation.noun")) {
    const next = scene.has(at + 1, "that.bare") ? at + 2 : at + 1;
    return scene.has(next, "speech.detail") || (next > at + 1 && scene.has(next, "speech.verb"));
  }
  if (!scene.unit(at, "speech.unverified")) return false;
  for (let to = at; to < at + VOUCHING_REACH; to++)
    if (scene.has(to, "speech.verification")) return true;
  return false;
}

/** Reads what attributes at a token; the token to go on with, or null where nothing does. */
function readCue(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const participle = scene.isCircumstance(at) && !scene.nominalContext(at);
  const circumstance = participle ? scene.reading(at, "speech.participle") : null;
  if (circumstance) return readParticiple(speech, at, circumstance, sentence);
  const relay = scene.nominalContext(at) ? null : scene.cue(at, "speech.relay");
  const relayed = relay ? readRelay(speech, at, relay, sentence) : null;
  if (relayed !== null) return relayed;
  const shared = readSharedView(speech, at, sentence);
  if (shared !== null) return shared;
  // ورد is "it stands in" before و + رد, "and he answered", where a document follows.
  const document = readDocument(speech, at, sentence);
  if (document !== null) return document;
  const masdar = readMasdar(speech, at, sentence);
  if (masdar !== null) return masdar;
  const verbs = scene.cues(at, "speech.verb");
  const other = verbs.find(({ entry }) => entry !== verbs[0]?.entry);
  const verb = verbs[0] ?? scene.cue(at, "speech.continue");
  if (verb) {
    const said = readVerb(speech, at, verb, sentence);
    return said === null && other ? readVerb(speech, at, other, sentence) : said;
  }
  return (
    readCharge(speech, at, sentence) ??
    readBulletin(speech, at, sentence) ??
    readHearsay(speech, at, sentence)
  );
}
