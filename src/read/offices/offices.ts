import type { LanguagePack } from "../../lang/pack.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import { MentionIndex } from "../mention-index.js";
import type { NameMention } from "../names/mention.js";
import { officesByApposition } from "./appositions.js";
import type { OfficeReading } from "./reading.js";
import { officesByVerb } from "./verbs.js";

/** Offices told by apposition, and the verbs by which they change hands. In token order. */
export function readOffices(
  layer: TextLayer,
  names: readonly NameMention[],
  pack: LanguagePack,
): Annotation<OfficeReading>[] {
  const index = new MentionIndex(layer, names);
  const found = [...officesByApposition(index, pack), ...officesByVerb(index, pack)];
  return found.sort((a, b) => a.first - b.first || a.last - b.last);
}
