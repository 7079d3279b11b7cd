import type { Sentence } from "../../text/layer.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import type { Speech } from "./speech.js";

/** A verse is opened this near behind him who is quoted. */
const OPENING_REACH = 12;
const BRACKETS: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]", "﴿": "﴾" };

/**
 * God and his prophet: what is quoted of them is scripture, whoever brings it in. A person's name
 * may end in God's: "عبد الله".
 */
export const isSacred = (scene: Scene, { first, last }: SpeakerPhrase): boolean => {
  for (let at = first; at < Math.min(last + 1, first + 3); at++) {
    if (scene.has(at, "sacred")) return true;
    // "سعد العطا الله": the end of a name.
    if ((scene.name(first)?.last ?? 0) > at && at > first) continue;
    // "دعا الأمير الله": whom he calls upon stands behind him. "عبد الله", "ذبيح الله": half a name.
    if (scene.has(at, "deity") && at < last) return at === first || !isNameHalf(scene, at - 1);
  }
  return false;
};

const isNameHalf = (scene: Scene, at: number): boolean =>
  scene.has(at, "name.prefix") || scene.name(at) !== null || scene.main(at) === null;

/**
 * "قال الله تعالى (…)": the words in brackets or marks, and no more. Who spoke before goes on
 * behind them; nothing inside them is read. Returns the token to go on with, at or behind
 * `approach`: the words start there, whether he stands in front of the verb or behind it.
 * @param phrase who is quoted; null where a blessing alone stands for him
 */
export function readScripture(
  speech: Speech,
  at: number,
  phrase: SpeakerPhrase | null,
  approach: number,
  sentence: Sentence,
): number {
  const { scene } = speech;
  const opened = openingBehind(scene, approach, sentence.last);
  if (!opened) return approach;
  if (!phrase) return opened.last;
  speech.add("attribution.scripture", opened.first, opened.last, {
    chain: [speakerOf(scene, phrase)],
    direct: true,
    quoted: opened,
    cue: { first: at, last: at + 1 },
  });
  return opened.last;
}

function openingBehind(
  scene: Scene,
  from: number,
  limit: number,
): { readonly first: number; readonly last: number } | null {
  for (let at = from; at < Math.min(limit, from + OPENING_REACH); at++) {
    const close = BRACKETS[scene.form(at)];
    if (close !== undefined) return { first: at + 1, last: closing(scene, at, limit, close) };
    if (scene.opensQuote(at)) {
      return { first: at + 1, last: scene.closingQuote(at, limit) ?? limit };
    }
    if (scene.isColon(at) && !isOpening(scene, at + 1)) return { first: at + 1, last: limit };
  }
  return null;
}

const isOpening = (scene: Scene, at: number): boolean =>
  scene.opensQuote(at) || BRACKETS[scene.form(at)] !== undefined;

function closing(scene: Scene, at: number, limit: number, close: string): number {
  for (let next = at + 1; next < limit; next++) if (scene.form(next) === close) return next;
  return limit;
}
