import type { Scene } from "./scene.js";

/** No construct goes on behind it: it has an article, or is an adjective (خبراء أمنيون). */
export function closesConstruct(scene: Scene, at: number): boolean {
  if (!scene.isWord(at)) return false;
  if (scene.shape.isDefinite(scene.form(at))) return true;
  // "صحف تونس تقارير": a country is definite without its article.
  if (scene.name(at)?.kind === "place" && scene.name(at)?.last === at + 1) return true;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective") return !main.construct;
  // "صور أقمار صناعية": an adjective of relation that no lexicon knows.
  if (!main && scene.has(at, "ordinary") && scene.shape.isRelation(scene.form(at))) return true;
  const plural = scene.shape.isSoundPlural(scene.form(at));
  return plural && (scene.main(at - 1) !== null || scene.shape.isSoundPlural(scene.form(at - 1)));
}

/** Several things or persons, whatever else the word may be. */
export const isOfMany = (scene: Scene, at: number): boolean =>
  scene.layer.words[at]?.readings.some(
    ({ number, entry }) => number === "plural" && entry.pos === "noun",
  ) === true;
