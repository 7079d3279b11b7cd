import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";

/** The outlet somebody speaks to, among the tokens: لرويترز, لوكالة سانا, في تصريح لـ سانا. */
export function recipientIn(scene: Scene, from: number, to: number, limit = to): Speaker | null {
  for (let at = from; at < to; at++) {
    const found = recipientAt(scene, at, limit);
    if (found) return { ...found, kind: "outlet" };
  }
  return null;
}

/** The outlet spoken to that is named from this very token. */
export function recipientAt(scene: Scene, at: number, to: number): Speaker | null {
  if (scene.has(at, "outlet.told")) {
    const name = scene.shape.withoutPreposition(scene.written(at));
    return { first: at, last: at + 1, name, kind: "outlet" };
  }
  // "في تصريح إلى محطة التلفزيون".
  const sentTo =
    scene.has(at, "prep.to") && scene.has(at - 1, "speech.adjunct") && namesOutlet(scene, at + 1);
  const toSomebody = scene.has(at, "prep.for") || sentTo;
  if (toSomebody || scene.has(at, "prep.with")) return behindPreposition(scene, at, to, toSomebody);
  if (scene.reading(at, "speaker.outlet")?.preposition === scene.shape.to) {
    const phrase = speakerPhrase(scene, at, to, { joinedHead: true });
    return phrase ? speakerOf(scene, phrase) : null;
  }
  const name = scene.name(at);
  const joined =
    name?.kind === "outlet" && name.skip > 0 && scene.form(at).startsWith(scene.shape.to);
  return name && joined && !scene.has(at, "speaker") ? speakerOf(scene, name) : null;
}

/**
 * "أفاد مسؤول محلي وكالة فرانس برس أن", "أبلغ المتحدث رويترز أن": told without a preposition, right
 * behind who speaks.
 */
export function toldAt(scene: Scene, at: number, to: number): Speaker | null {
  const name = scene.name(at);
  const noun = scene.reading(at, "speaker.outlet");
  const bare = noun !== null && !noun.article && !noun.preposition && !noun.conjunction;
  const outlet = name ? name.kind === "outlet" && name.skip === 0 : bare;
  if (!outlet || at >= to) return null;
  // What is told may follow the outlet at once: "أفاد شهود رويترز بمقتل".
  const taken = new Set([scene.shape.by, "object"]);
  const phrase = speakerPhrase(scene, at, to, { taken });
  return phrase ? { ...speakerOf(scene, phrase), kind: "outlet" } : null;
}

/** An outlet by its kind or its name, or a name in marks. */
const namesOutlet = (scene: Scene, at: number): boolean =>
  scene.opensQuote(at) ||
  scene.unit(at, "speaker.outlet") !== null ||
  scene.name(at)?.kind === "outlet";

/** The preposition stands apart: before a quotation mark (لـ«الميزان»), or behind an adjunct. */
function behindPreposition(
  scene: Scene,
  at: number,
  to: number,
  toSomebody: boolean,
): Speaker | null {
  // "لـ(الميزان)": brackets for quotation marks.
  const bracketed = scene.form(at + 1) === "(";
  const quoted = bracketed || scene.isQuote(at + 1);
  const start = quoted ? at + 2 : at + 1;
  const outlet = scene.name(start)?.kind === "outlet" || scene.has(start, "speaker.outlet");
  if (!outlet && !(toSomebody && (quoted || scene.has(at - 1, "speech.adjunct")))) return null;
  if (!quoted) {
    const phrase = speakerPhrase(scene, start, to);
    return phrase ? speakerOf(scene, phrase) : null;
  }
  const close = bracketed ? closingBracket(scene, start, to) : scene.closingQuote(start - 1, to);
  return close === null || close === start ? null : speakerOf(scene, { first: start, last: close });
}

/** An outlet's name in brackets has at most so many tokens. */
const LONGEST_BRACKET = 5;

function closingBracket(scene: Scene, from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, from + LONGEST_BRACKET); at++)
    if (scene.form(at) === ")") return at;
  return null;
}
