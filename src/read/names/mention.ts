import type { Entity, Range } from "../../core/contract.js";
import { foldCode } from "../../text/fold.js";
import type { Annotation, TextLayer } from "../../text/layer.js";

export type OfficeState = "holds" | "held" | "acting";

/** The office by which a mention introduces somebody. Tokens `[first, last)`. */
export interface MentionRole {
  /** The title without country and organisation: `وزير الدفاع`. */
  readonly office: string;
  /** Reference, or else the name, of the country or body it is held of. */
  readonly of: string | null;
  readonly change: OfficeState;
  readonly first: number;
  readonly last: number;
  /** First token of the mention that `of` was read from, or null. */
  readonly ofToken: number | null;
  /** "His counterpart": the office is that of somebody named before. */
  readonly counterpart: boolean;
  /** "Its head": held of a body or country named before. */
  readonly possessed: boolean;
}

/** Somebody or something named in the text. Plain data, safe for JSON. */
export interface NameReading {
  readonly kind: Entity["kind"];
  /** The words of the name as written, without what is joined in front of the first. */
  readonly name: string;
  /** Gazetteer id, or one composed for a body of a state (`ministry:defence:RU`); null if unknown. */
  readonly ref: string | null;
  readonly type: string | null;
  /** `name`: a proper name; `role`: an office whose holder is not named; `nominal`: a common noun. */
  readonly head: "name" | "role" | "nominal";
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly geo: Entity["geo"];
  /** Letters joined in front of the first word that are not part of the name. */
  readonly skip: number;
  /** Other names told with it: the acronym in brackets or quotes behind the full name. */
  readonly aliases: readonly string[];
  readonly roles: readonly MentionRole[];
  /** The first of `roles`. */
  readonly role: MentionRole | null;
}

export type NameMention = Annotation<NameReading>;

/** Code units of the name itself, without what is joined in front of it. */
export function nameRange(layer: TextLayer, mention: NameMention): Range {
  const start = layer.tokens[mention.first]?.start ?? 0;
  const end = layer.tokens[mention.last - 1]?.end ?? start;
  let at = start;
  // Letters are counted folded, so that a diacritic on a joined letter goes with it.
  for (let skip = mention.value.skip; skip > 0 && at < end; at++) {
    if (foldCode(layer.text.charCodeAt(at)) !== 0) skip--;
  }
  while (at < end && at > start && foldCode(layer.text.charCodeAt(at)) === 0) at++;
  return [at, end];
}
