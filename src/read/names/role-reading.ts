import type { OfficeState } from "./mention.js";
import type { Draft } from "./scan.js";

/** A title or office in the text, before it is known whether a name stands by it. */
export interface RoleReading {
  readonly first: number;
  readonly last: number;
  /** Null for a title that is no office: الدكتور. */
  readonly office: string | null;
  /** Tokens of the title itself, country and body left out. */
  readonly titleLast: number;
  readonly change: OfficeState;
  /** The country or body it is held of, as a mention of its own. */
  readonly of: Draft | null;
  /** A second body or place told with it: "in the east" of "the head of the party in the east". */
  readonly beside: Draft | null;
  readonly counterpart: boolean;
  /** "Its head": the body is one named before. */
  readonly possessed: boolean;
  /** With the article or completed by something definite: one certain holder. */
  readonly definite: boolean;
  /** A word that is as often something else; needs a name beside it. */
  readonly weak: boolean;
  /** A calling (الصحفي): introduces a name but is no office. */
  readonly calling: boolean;
  readonly skip: number;
  /** A rank of birth that is an office only with what completes it: الأمير, الملك. */
  readonly noble: boolean;
}
