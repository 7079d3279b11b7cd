import { type Group, groupsOf } from "./arguments.js";
import type { EventScene } from "./scene.js";
import { segmentsFrom } from "./segments.js";

/** Tokens back from a verb to where its clause begins. */
const REACH = 24;

/** Tokens of the longest name before a relative pronoun. */
const NAME_REACH = 6;

/**
 * The subject that stands before its verb: the first bare noun phrase of the clause, or the noun
 * that a relative clause tells of. Null where the clause begins with the verb.
 */
export function subjectBefore(
  scene: EventScene,
  verb: number,
  sentenceFirst: number,
): Group | null {
  if (scene.first(verb)?.conjunction !== "" && scene.first(verb)) return null;
  let end = verb;
  // "had been dismissed": the auxiliary stands between the subject and its verb.
  while (end > sentenceFirst && (scene.has(end - 1, "aspect") || scene.has(end - 1, "be"))) end--;
  // ولم تتوقف: what is joined is the negation.
  if (scene.has(end - 1, "negation") && end > sentenceFirst) end--;
  if (end < verb && scene.first(end)?.conjunction !== "") return null;
  let from = end;
  let commas = 0;
  for (let at = end - 1; at >= Math.max(sentenceFirst, verb - REACH); at--) {
    if (scene.has(at, "relative")) {
      return at === end - 1 ? antecedent(scene, at, sentenceFirst) : null;
    }
    if (scene.has(at, "that") || scene.has(at, "be")) break;
    const form = scene.form(at);
    if (form === "." || form === ":" || form === "؛") break;
    if (scene.isComma(at) && ++commas > 2) break;
    // Behind another verb of the sentence stand its own arguments.
    if (scene.isVerb(at) && !scene.name(at)) return null;
    if (scene.has(at, "clause")) break;
    from = at;
  }
  if (from >= end) return null;
  const [first] = groupsOf(scene, segmentsFrom(scene, from, end));
  const head = first?.[0];
  if (!first || !head || head.prep !== "" || head.loose) return null;
  return first;
}

/** The verb tells of the noun before "who", "that". */
export function isRelative(scene: EventScene, verb: number): boolean {
  let at = verb - 1;
  while (scene.has(at, "aspect") || scene.has(at, "be") || scene.has(at, "negation")) at--;
  return scene.has(at, "relative");
}

/** The noun phrase before a relative pronoun. */
function antecedent(scene: EventScene, relative: number, sentenceFirst: number): Group | null {
  const end = scene.isComma(relative - 1) ? relative - 1 : relative;
  for (let from = end - 1; from >= Math.max(sentenceFirst, end - NAME_REACH); from--) {
    const name = scene.name(from);
    if (name?.last !== end) continue;
    return [{ start: from, first: from, last: end, prep: "", joined: false, name, loose: false }];
  }
  for (let from = Math.max(sentenceFirst, end - 3); from < end; from++) {
    const segments = segmentsFrom(scene, from, end);
    const last = segments[segments.length - 1];
    if (last && last.last >= end && segments.length <= 2) return [last];
  }
  return null;
}
