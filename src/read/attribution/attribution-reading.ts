import type { LinkKind, Medium, Modality, Stance } from "../../core/contract.js";
import type { Annotation } from "../../text/layer.js";

/** Tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A noun phrase that names a speaker. */
export interface SpeakerPhrase extends TokenRange {
  /** The head bears a joined preposition, which is no part of the name. */
  readonly joined: boolean;
}

/** One who says something, as the words of the report name him. */
export interface Speaker extends TokenRange {
  readonly name: string;
  readonly kind: LinkKind;
  /** The fuller mention these words point back to: الوحدة for وحدة إدارة الكوارث. */
  readonly meant?: Speaker;
  /** He asked not to be named. */
  readonly withheld?: true;
}

/** A stretch of text that the report puts in somebody's mouth; the annotation spans the content. */
export interface AttributionReading {
  /** Outermost relayer first, origin last; never empty. The report itself is not in it. */
  readonly chain: readonly Speaker[];
  readonly stance: Stance;
  readonly modality: Modality;
  readonly medium: Medium | null;
  readonly direct: boolean;
  /** Tokens between quotation marks, where the words are quoted. */
  readonly quoted: TokenRange | null;
  /** The words that attribute: verb, participle, "according to". */
  readonly cue: TokenRange;
}

export type Attribution = Annotation<AttributionReading>;

/** A name another layer found, as far as attribution needs it. */
export interface NameAt extends TokenRange {
  /** The name without what is joined in front of it. */
  readonly name: string;
  /** Letters joined in front of its first word. */
  readonly skip: number;
  readonly kind: "person" | "organization" | "place" | "group" | "outlet";
}
