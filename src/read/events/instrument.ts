import { EVENTS, type EventDefinition } from "../../ontology/events.js";
import type { Sentence } from "../../text/layer.js";
import { fill, kindsOf, type Roles } from "./arguments.js";
import type { Frame } from "./frame.js";
import type { EventScene } from "./scene.js";
import { type Segment, segmentsFrom } from "./segments.js";

/** An airlift is done with aircraft; a charge is brought before a court, not with it. */
export const takesInstrument = ({ type, of }: Frame): boolean =>
  [type, ...of.values()].some((one) => {
    const definition: EventDefinition | null = one === null || one === "none" ? null : EVENTS[one];
    return definition?.roles.includes("instrument") === true;
  });

/** "more than 70 aircraft …, to carry": what it is done with, told elsewhere in the sentence. */
export function fillInstrument(
  scene: EventScene,
  roles: Roles,
  thing: string,
  sentence: Sentence,
): void {
  for (const segment of segmentsIn(scene, sentence)) {
    if (!kindsOf(scene, segment).has(thing)) continue;
    fill(scene, roles, "instrument", [segment]);
    return;
  }
}

/** Noun phrases of a sentence in which numbers are told. */
function segmentsIn(scene: EventScene, sentence: Sentence): Segment[] {
  const out: Segment[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const segments = segmentsFrom(scene, at, sentence.last);
    out.push(...segments);
    at = Math.max(at + 1, segments[segments.length - 1]?.last ?? at + 1);
  }
  return out;
}
