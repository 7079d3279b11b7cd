import type { Entity } from "../core/contract.js";
import { parseName } from "./identity/name.js";
import type { Spelling } from "./spelling.js";

/** One key for the spellings of a name that are surely one: its gazetteer id, else its skeleton. */
export function keyOf(entity: Entity, spelling: Spelling): string {
  if (entity.ref !== null) return entity.ref;
  const name = parseName(entity.name, spelling);
  // A person is found again by the end of the name: the surname is what reports share.
  if (entity.kind === "person") {
    return `person:${name.skeleton.slice(name.starts[name.starts.length - 1] ?? 0)}`;
  }
  if (entity.kind === "place") return `place:${name.skeleton}`;
  return `${entity.kind}:${name.bare}`;
}
