import type { NameAt, TokenRange } from "./attribution-reading.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

export function afterName(
  scene: Scene,
  at: number,
  end: number,
  progress: Progress,
): number | null {
  const name = scene.name(at);
  if (!name || (at > progress.head && !joins(scene, at, progress))) return null;
  for (let inside = at; inside < name.last; inside++)
    progress.official ||= scene.isOfficial(inside);
  progress.named = isProper(scene, name, progress.head);
  progress.person ||= isPerson(scene, name) && progress.named && name.skip === 0;
  return Math.min(name.last, end);
}

/** Somebody by his own name: "مدير عام التعليم" alone is an office that still waits for its holder. */
function isPerson(scene: Scene, { first, last, kind }: NameAt): boolean {
  if (kind !== "person" || scene.has(last - 1, "name-of")) return false;
  if (!scene.isOfficial(first)) return true;
  for (let at = first; at < last; at++) if (isNameLike(scene, at)) return true;
  return false;
}

/** لرويترز: the outlet spoken to is no part of the speaker; a spokesman "for" somebody is. */
export function joins(scene: Scene, at: number, { official }: Progress): boolean {
  const reading = scene.main(at);
  const toSomebody = reading
    ? reading.preposition === scene.shape.to
    : scene.shape.mayBear(scene.form(at), scene.shape.to);
  return !toSomebody || (official && scene.name(at)?.kind !== "outlet");
}

/** A name that is complete in itself, unlike an office whose holder follows. */
function isProper(scene: Scene, name: TokenRange, head: number): boolean {
  const last = name.last - 1;
  return !(name.first === head && scene.isOfficial(last)) && !scene.has(last, "office");
}

const NAME_PARTS = [
  "given-name",
  "surname",
  "title",
  "name.prefix",
  "name.filial",
  "name.tail",
] as const;

export function isNameLike(scene: Scene, at: number): boolean {
  if (!scene.isWord(at)) return false;
  if (NAME_PARTS.some((name) => scene.has(at, name))) return true;
  return scene.main(at) === null && !scene.has(at, "ordinary");
}
