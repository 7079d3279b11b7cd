import type { LanguagePack } from "../../lang/pack.js";
import { perWord } from "../../text/per-word.js";
import type { Word } from "../../text/word.js";
import { openingsOf } from "./openings.js";
import { type Gazetteer, type Profile, profileOf } from "./profile.js";

/** What names are told by in the words of one language; kept as long as the lexicon keeps the word. */
export interface Profiler {
  readonly profile: (word: Word) => Profile;
  /** See `openingsOf`. */
  readonly openings: (word: Word) => number;
}

const profilers = new WeakMap<Gazetteer, WeakMap<LanguagePack, Profiler>>();

export function profilerOf(pack: LanguagePack, gazetteer: Gazetteer): Profiler {
  let ofGazetteer = profilers.get(gazetteer);
  if (!ofGazetteer) profilers.set(gazetteer, (ofGazetteer = new WeakMap()));
  let profiler = ofGazetteer.get(pack);
  if (!profiler) {
    const profile = perWord((word) => profileOf(word, pack, gazetteer));
    const openings = perWord((word) => openingsOf(word, profile(word), pack));
    profiler = { profile, openings };
    ofGazetteer.set(pack, profiler);
  }
  return profiler;
}
