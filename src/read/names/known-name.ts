import type { GazetteerMatch } from "../../gazetteer/entry.js";
import type { NameSpelling } from "../../lang/name-morphology.js";

/** A name of the gazetteer found in the text, whatever is joined in front of it. */
export interface KnownName {
  readonly last: number;
  readonly spelling: NameSpelling;
  readonly match: GazetteerMatch;
}
