import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { agrees } from "./agreement.js";
import { contentStart } from "./asides.js";
import type { Speaker } from "./attribution-reading.js";
import { frontedSpeaker } from "./fronted.js";
import { findOpening, type Opening } from "./opening.js";
import { relaysBetween } from "./outlets.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { isActor, subjectOfClause, subjectOfSentence } from "./subject.js";
import { frameOf } from "./verb-frame.js";
import { meetsNeeds } from "./verb-needs.js";
import { ownPreposition } from "./verb-preposition.js";

/** A participle's أن or quotation follows this near. */
const OPENING_REACH = 6;
/** Right behind the participle, give or take a preposition and who is spoken to. */
const AT_ONCE = 3;
/** So does the outlet spoken to. */
const OUTLET_REACH = 8;

/** Reads مشيرا إلى أن, مؤكدة أن: the speaker of the sentence goes on, or its subject begins. */
export function readParticiple(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const limit = sentence.last;
  const frame = frameOf(reading);
  const { takes, needs } = frame;
  const opening = findOpening(scene, at + 1, limit, takes);
  // "قال: «اقتحم رجل المكان، مهددا الجميع»": within what somebody says, another does so.
  if (!speaks(scene, at, opening) || speech.isQuotedAt(at)) return null;
  if (isPrayer(scene, at, takes)) {
    speech.endHere(at);
    return at + 1;
  }
  // "مضيفا هذين اللقبين إلى", "وعاد مجددا": nothing is said.
  if (needs.includes("renewed")) {
    if (!scene.has(at + 1, "speech.renewed")) return null;
  } else if (!meetsNeeds(scene, frame, opening, at + 1, limit)) return null;
  const chain = speech.hasSpoken()
    ? (agreeing(scene, reading, speech.besideOf(at)) ??
      actingInside(speech, at, reading, sentence) ??
      speech.current)
    : (agreeing(scene, reading, subjectChain(speech, at, sentence)) ??
      carriedChain(speech, reading));
  if (!chain) return null;
  speech.current = chain;
  const governed = opening ? ownPreposition(scene, frame, at + 1, opening) : null;
  const close = opening !== null && opening.first <= at + OPENING_REACH;
  const near = close && governed === null ? opening : null;
  const start = near?.last ?? governed ?? contentStart(scene, at + 1, limit);
  speech.addSaying(
    { rule: "attribution.participle", at, reading, chain, medium: null, start, opening: near },
    sentence,
  );
  return start;
}

/** "داعيا الله أن يحفظ البلاد": who prays says nothing of what is. */
const isPrayer = (scene: Scene, at: number, takes: ReadonlySet<string>): boolean =>
  takes.has("addressee") && scene.unit(at + 1, "prayed-to") !== null;

/**
 * "إجراءات مشددة", "دخل مدينة", "ثلاثة متهمين": the feminine and the plural are adjectives and nouns
 * too. They speak where a comma sets them apart, or where what is said follows at once.
 */
function speaks(scene: Scene, at: number, opening: Opening | null): boolean {
  // "ارتفاعا لافتا لأسعار": behind an indefinite accusative, and with nothing that it takes, an adjective.
  const reading = scene.reading(at, "speech.participle");
  const takes = reading ? frameOf(reading).takes : null;
  const governed = takes !== null && (takes.has("object") || takes.has(scene.form(at + 1)));
  const described = scene.isWord(at - 1) && scene.shape.isBareAccusative(scene.form(at - 1));
  if (described && !governed && !(opening !== null && opening.first <= at + 2)) return false;
  if (scene.shape.isOnlyCircumstance(scene.form(at))) return true;
  const atOnce = opening !== null && opening.first <= at + 2;
  // "المرصد، ومقره بريطانيا، فإن": with the letter of the pronoun it is mostly a noun with its own.
  if (scene.has(at, "speech.by-saying") || scene.shape.endsInHis(scene.written(at))) return atOnce;
  const before = scene.token(at - 1);
  return before?.kind === "punct" || (opening !== null && opening.first <= at + AT_ONCE);
}

/** "قتل القائد …، مبينة أن": a feminine is said of somebody earlier. */
function agreeing(
  scene: Scene,
  reading: Reading,
  chain: readonly Speaker[] | null,
): readonly Speaker[] | null {
  const origin = chain?.at(-1);
  return origin && agrees(scene, reading, origin) === false ? null : chain;
}

/** Who spoke before; of a body or of sources many write "مؤكدا", too, of a woman nobody, nor "مؤكدة" of a man. */
function carriedChain({ scene, current }: Speech, reading: Reading): readonly Speaker[] | null {
  const kind = current?.at(-1)?.kind;
  const human = kind === "person" || kind === "official";
  return human || reading.gender === "feminine" ? agreeing(scene, reading, current) : current;
}

/**
 * "قال المدير إن اللجنة رفضت الطلب، مشيرة إلى": where the participle cannot be his who speaks, it is of
 * whoever acts last in what he says. Null where it may be his, or nobody there agrees with it.
 */
function actingInside(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): readonly Speaker[] | null {
  const { scene, current } = speech;
  const origin = current?.at(-1);
  const within = speech.enclosing(at - 1);
  const teller = within?.value.chain.at(-1);
  if (!origin || !within || !teller || agrees(scene, reading, origin) !== false) return null;
  // "إن الوزارة نفت الخبر، مؤكدة": she spoke herself.
  if (agrees(scene, reading, teller)) return within.value.chain;
  for (let verb = at - 1; verb > within.first; verb--) {
    if (scene.main(verb)?.entry.pos !== "verb" || scene.nominalContext(verb)) continue;
    const phrase = frontedSpeaker(scene, verb, sentence) ?? speakerPhrase(scene, verb + 1, at);
    if (!phrase || !isActor(scene, phrase.first)) continue;
    const speaker = speakerOf(scene, phrase);
    if (agrees(scene, reading, speaker)) return [...within.value.chain, speaker];
  }
  return null;
}

/** The sentence's own subject speaks in a participle: and to whom, where that is told with it. */
function subjectChain(speech: Speech, at: number, sentence: Sentence): readonly Speaker[] | null {
  const { scene } = speech;
  const subject = subjectOfClause(scene, sentence, at) ?? subjectOfSentence(scene, sentence, at);
  if (!subject) return null;
  const { outer } = relaysBetween(speech, at, Math.min(at + OUTLET_REACH, sentence.last));
  return [...outer, speakerOf(speech.scene, subject)];
}
