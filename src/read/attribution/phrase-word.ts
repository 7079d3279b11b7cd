import { describesName } from "./phrase-behind-name.js";
import { isTown } from "./phrase-breaks.js";
import { continuesPhrase } from "./phrase-continuation.js";
import { beginsPhrase, overrunsHead } from "./phrase-head.js";
import { isFamilyName, isNameLike, joins } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

/** Whether a single word goes on with the phrase that names a speaker. */
export function afterWord(
  scene: Scene,
  at: number,
  progress: Progress,
  joinedHead: boolean,
): number | null {
  if (!scene.isWord(at) || scene.has(at, "prep.for")) return null;
  if (at > progress.head && isGodsName(scene, at)) {
    progress.person = true;
    progress.named = true;
    const family = at + 2;
    return scene.shape.isDefinite(scene.form(family)) ? family + 1 : family;
  }
  if (scene.isClosed(at) && !isTown(scene, at)) return null;
  if (isTitled(scene, at, progress)) {
    progress.person = true;
    progress.named = true;
    return at + 2;
  }
  if (at === progress.head) {
    if (!joinedHead && !beginsPhrase(scene, at)) return null;
  } else {
    if (!continuesPhrase(scene, at, progress)) return null;
    if (scene.name(at) && !joins(scene, at, progress)) return null;
    if (progress.named && !describesName(scene, at, progress)) return null;
    if (overrunsHead(scene, progress.head, at)) return null;
  }
  progress.official ||= scene.isOfficial(at);
  progress.named = at > progress.head && progress.person && endsName(scene, at);
  return at + 1;
}

/** "اللواء وصل الله الحربي": behind a title a word and "of God" are a given name, whatever the word means. */
const isGodsName = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "title") && scene.has(at + 1, "deity") && scene.name(at) === null;

/** "وكيل كلية … الدكتور مرشد الشريف": behind an office and a title a word and a family name, whatever they mean. */
function isTitled(scene: Scene, at: number, { head, person }: Progress): boolean {
  const title = scene.reading(at - 1, "title");
  if (person || at < head + 2 || !title?.article || title.entry.features["weak"] === "yes")
    return false;
  const next = at + 1;
  const bare = !scene.shape.isDefinite(scene.form(at)) && scene.name(at) === null;
  const family = scene.shape.isDefinite(scene.form(next)) && scene.has(next, "surname");
  return bare && family && !scene.main(at)?.preposition;
}

/** A person's name may end here: what follows only describes him. */
const endsName = (scene: Scene, at: number): boolean =>
  (isNameLike(scene, at) && !scene.isOfficial(at)) || isFamilyName(scene, at);
