import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** A quotation this short inside a noun phrase is a name (شبكة "فرات بوست"), not speech. */
const LONGEST_QUOTED_NAME = 6;

/** A short quotation or bracket behind the head: شبكة "فرات بوست", مراسلنا (منى سالم). */
export function afterBrackets(
  scene: Scene,
  at: number,
  end: number,
  { head, person }: Progress,
): number | null {
  if (at === head) return afterQuotedName(scene, at, end);
  const bracket = scene.form(at) === "(";
  // Behind a person's name a quotation is what he says.
  if (!bracket && (person || !scene.opensQuote(at))) return null;
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
