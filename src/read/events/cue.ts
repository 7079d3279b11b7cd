import { MODALITIES } from "../../core/codes.js";
import type { Modality } from "../../core/contract.js";
import type { LanguagePack } from "../../lang/pack.js";
import { fold } from "../../text/fold.js";
import { type TextLayer, textOf } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { perWord } from "../../text/per-word.js";
import type { Entry, Reading, Word } from "../../text/word.js";
import { type Frame, frameOf, type Governor, governorOf, type Onset, onsetOf } from "./frame.js";

/** One row read at a token, with what the form adds to it. */
export interface Headed<T> {
  readonly frame: T;
  readonly reading: Reading;
}

/** What a word, or a many-word entry, can do in telling of an event. */
export interface Cue {
  /** Tokens it covers. */
  readonly length: number;
  readonly verbs: readonly Headed<Frame>[];
  readonly masdars: readonly Headed<Frame>[];
  readonly names: readonly Headed<Frame>[];
  readonly onsets: readonly Headed<Onset>[];
  readonly governors: readonly Headed<Governor>[];
  /** Kinds of thing, for verbs of many senses. */
  readonly things: ReadonlySet<string>;
  /** Classes of the particles: `event.after`, `event.cause` … */
  readonly marks: ReadonlySet<string>;
  /** What a particle before it makes of an event. */
  readonly modality: Modality | null;
}

const MARKS: readonly string[] = [
  "event.before",
  "event.after",
  "event.if",
  "event.future",
  "event.maybe",
  "event.must",
  "event.cause",
  "event.start",
  "event.until",
  "event.by",
  "event.subjunctive",
  "event.apposition",
  "event.clause",
  "event.skip",
  "event.post",
  "event.or",
  "event.part",
  "event.quality",
  "event.bound",
  "event.loyal",
  "event.verbal",
  "event.sport",
  "event.people",
  "event.carried",
  "event.means",
  "event.rank",
  "event.backed",
  "event.happens",
  "event.exposed",
  "event.does",
  "event.since",
  "event.when",
  "event.stance",
  "event.manner",
  "event.again",
  "event.vague",
  "event.whenever",
  "event.respect",
  "event.own",
  "event.law",
  "event.body",
  "event.each",
  "event.operation",
  "event.headship",
  "event.about",
];

/** Rows are few and shared by all texts: what is made of one is made once. */
function once<T>(make: (entry: Entry, fold: (word: string) => string) => T): (entry: Entry) => T {
  const made = new WeakMap<Entry, T>();
  return (entry) => {
    const known = made.get(entry);
    if (known) return known;
    const value = make(entry, fold);
    made.set(entry, value);
    return value;
  };
}
const frame = once(frameOf);
const onset = once(onsetOf);
const governor = once(governorOf);

const EVENT = markOf([], ({ classes }) => [...classes].some((name) => name.startsWith("event.")));

/** The cues of words and of many-word entries, by the first reading of the longest, in one language. */
interface Cues {
  readonly ofWord: (word: Word) => Cue | null;
  readonly ofPhrase: WeakMap<Reading, Cue | null>;
  /** Folded forms of words that are other words by their spelling. */
  readonly otherForms: ReadonlySet<string>;
}
const byPack = new WeakMap<LanguagePack, Cues>();

function cuesIn(pack: LanguagePack): Cues {
  let known = byPack.get(pack);
  if (!known) {
    const { spoken, otherWords } = pack.events;
    const ofWord = perWord((word) => cueOf(word.readings, 1, spoken));
    const otherForms = new Set(Array.from(otherWords, fold));
    byPack.set(pack, (known = { ofWord, ofPhrase: new WeakMap(), otherForms }));
  }
  return known;
}

/** The cue of each token; a many-word entry wins over its first word. */
export function readCues(layer: TextLayer, pack: LanguagePack): readonly (Cue | null)[] {
  const { ofWord, ofPhrase, otherForms } = cuesIn(pack);
  const cues: (Cue | null)[] = new Array(layer.tokens.length).fill(null);
  for (const sentence of layer.sentences) {
    for (let at = sentence.first; at < sentence.last; at++) {
      const phrases = layer.phrases[at];
      const isCue = ((layer.marks[at] ?? 0) & EVENT) !== 0;
      const word = layer.words[at];
      if ((!phrases && !isCue) || !word) continue;
      if (otherForms.has(word.form) && pack.events.otherWords.has(textOf(layer, at, at + 1)))
        continue;
      const whole = phrases?.find(({ reading }) => tellsEvent(reading));
      if (!phrases || !whole) {
        cues[at] = isCue ? ofWord(word) : null;
        continue;
      }
      let cue = ofPhrase.get(whole.reading);
      if (cue === undefined) {
        const same = phrases.filter((one) => one.last === whole.last).map((one) => one.reading);
        cue = cueOf(same, whole.last - whole.first, pack.events.spoken);
        ofPhrase.set(whole.reading, cue);
      }
      cues[at] = cue ?? (isCue ? ofWord(word) : null);
    }
  }
  return cues;
}

const tellsEvent = ({ entry }: Reading): boolean =>
  entry.classes.some((name) => name.startsWith("event."));

function cueOf(
  readings: readonly Reading[],
  length: number,
  spoken: ReadonlySet<string>,
): Cue | null {
  const verbs: Headed<Frame>[] = [];
  const masdars: Headed<Frame>[] = [];
  const names: Headed<Frame>[] = [];
  const onsets: Headed<Onset>[] = [];
  const governors: Headed<Governor>[] = [];
  const things = new Set<string>();
  const marks = new Set<string>();
  let modality: Modality | null = null;
  for (const reading of readings) {
    const { entry } = reading;
    // "God guard you", "my meeting": talk between persons, no report. اجتماعي is social.
    if (spoken.has(reading.enclitic)) continue;
    if (reading.construct && reading.number === "dual") continue;
    for (const name of entry.classes) {
      if (!name.startsWith("event.")) continue;
      // عملية إعادة الأمل: "I hope" takes no article.
      if (name === "event.must" && reading.article && length === 1) continue;
      // "we stormed", "I appointed" report nothing of the news.
      const told = entry.pos !== "verb" || reading.gender !== null;
      if (name === "event.verb" && told) verbs.push({ frame: frame(entry), reading });
      else if (name === "event.masdar") masdars.push({ frame: frame(entry), reading });
      else if (name === "event.name") names.push({ frame: frame(entry), reading });
      else if (name === "event.onset" && told) {
        onsets.push({ frame: onset(entry), reading });
      } else if (name === "event.governor" && told) {
        governors.push({ frame: governor(entry), reading });
      } else if (name === "event.thing") things.add(entry.features["thing"] ?? "");
      else if (MARKS.includes(name)) {
        marks.add(name);
        modality ??= MODALITIES.find((one) => one === entry.features["modality"]) ?? null;
      }
    }
  }
  const count = verbs.length + masdars.length + names.length + onsets.length + governors.length;
  if (count + things.size + marks.size === 0) return null;
  return { length, verbs, masdars, names, onsets, governors, things, marks, modality };
}
