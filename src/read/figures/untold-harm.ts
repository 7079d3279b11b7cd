import type { Measure } from "../../core/contract.js";
import type { HarmWord } from "./cue.js";

/** A harm that no harm word of the text tells. */
export const untoldHarm = (measure: Measure): HarmWord => ({
  kind: "noun",
  measure,
  voice: "subject",
  needs: null,
  otherwise: null,
  after: null,
  unless: null,
  open: false,
  ambiguous: false,
  takes: null,
  one: false,
  weak: false,
  mourns: false,
  personal: false,
  armed: false,
  of: null,
  things: false,
  persons: null,
  number: null,
  feminine: false,
  present: false,
  future: false,
  conjunction: "",
  preposition: "",
  enclitic: "",
});
