import type { Sentence } from "../../text/layer.js";
import type { Scene } from "./scene.js";

/** No dateline has more tokens: "دبي 5 مايو (رويترز) -". */
const LONGEST_LEAD = 14;

const DASHES: ReadonlySet<string> = new Set(["-", "–", "—"]);
const ITEM_MARKS: ReadonlySet<string> = new Set([...DASHES, "•", "*", "▪", "●", "■", "·"]);
const INNER_MARKS: ReadonlySet<string> = new Set([...DASHES, "(", ")", "،", ",", "/"]);

/**
 * First token of what a sentence tells: behind the mark of a list, and behind a dateline, in which
 * stand places, outlets and days, and nothing else ("بيروت - رويترز: …", "القاهرة (أ ف ب) - …").
 * A place before a colon may speak itself ("واشنطن: لن نقبل"), unless an outlet stands there too.
 */
export function leadOf(scene: Scene, { first, last }: Sentence): number {
  let at = first;
  while (at < last && ITEM_MARKS.has(scene.form(at))) at++;
  const behindMarks = at;
  const limit = Math.min(last, first + LONGEST_LEAD);
  let place = false;
  let outlet = false;
  let end = behindMarks;
  while (at < limit) {
    const name = scene.name(at);
    const form = scene.form(at);
    if (name?.kind === "place" || name?.kind === "outlet") {
      place ||= name.kind === "place";
      outlet ||= name.kind === "outlet";
      at = name.last;
    } else if (at > behindMarks && scene.afterTime(at) > at) at = scene.afterTime(at);
    else if (scene.isColon(at)) return place && outlet ? at + 1 : end;
    else if (at > behindMarks && INNER_MARKS.has(form)) {
      at++;
      if (DASHES.has(form) && place && scene.token(at)?.spaced) end = at;
    } else break;
  }
  // "سوريا - العراق": what goes on from name to name and is never closed is no dateline.
  return at < last ? end : behindMarks;
}
