/** What the engine read of a claim and what a person made of it, side by side, in words. */
import { asReadFirst } from "../../core/as-read.js";
import type { Claim, ClaimReading } from "../../core/contract.js";
import type { CorrectedField } from "../../core/correction.js";
import { codeLabel, type LabelLanguage } from "../labels.js";
import { countedLabel } from "./counted-label.js";
import { describeTime, describeValue, NOT_STATED } from "./format.js";

/** One field of both readings. */
export interface TwoReadings {
  readonly field: CorrectedField;
  readonly read: string;
  readonly corrected: string;
}

/** What became of a claim: the last decision that was not about single fields, else that it was corrected. */
export type ClaimStanding = "accepted" | "rejected" | "corrected";

export function standingOf({ judged = [], rejected, asRead }: Claim): ClaimStanding | null {
  if (rejected) return "rejected";
  if (asRead) return "corrected";
  return judged.length > 0 ? "accepted" : null;
}

/** The fields that were corrected, in one order; empty where none was. */
export function twoReadings(
  claim: Claim,
  lang: LabelLanguage,
  nameOf: (entity: string) => string,
): TwoReadings[] {
  const { asRead } = claim;
  if (!asRead) return [];
  const before = inWords(asReadFirst(claim), lang, nameOf);
  const after = inWords(claim, lang, nameOf);
  const fields = (Object.keys(PARTS) as (keyof ClaimReading)[])
    .filter((part) => Object.hasOwn(asRead, part))
    .flatMap((part) => PARTS[part]);
  return fields.flatMap((field) => {
    const [read, corrected] = [before[field], after[field]];
    return read === corrected ? [] : [{ field, read, corrected }];
  });
}

/** What of a claim's parts people correct. */
const PARTS: Readonly<Record<keyof ClaimReading, readonly CorrectedField[]>> = {
  figure: ["measure", "counted", "value", "partOf"],
  event: ["type"],
  time: ["time"],
  place: ["place"],
  places: [],
  chain: ["speaker"],
  modality: ["modality"],
  background: ["background"],
};

const YES = { ar: "نعم", en: "yes" };
const NO = { ar: "لا", en: "no" };

function inWords(
  { figure, event, time, place, chain, modality, background }: Claim,
  lang: LabelLanguage,
  nameOf: (entity: string) => string,
): Readonly<Record<CorrectedField, string>> {
  const none = NOT_STATED[lang];
  const speaker = chain.length > 1 ? chain.at(-1) : undefined;
  return {
    measure: figure ? codeLabel("measure", figure.measure)[lang] : "",
    counted: figure ? countedLabel(figure.counted)[lang] : "",
    value: figure ? describeValue(figure.value)[lang] : "",
    partOf: (figure?.partOf ? YES : NO)[lang],
    type: event ? codeLabel("event", event.type)[lang] : "",
    time: describeTime(time)[lang],
    place: place === null ? none : nameOf(place),
    speaker: speaker
      ? speaker.entity === null
        ? speaker.name || none
        : nameOf(speaker.entity)
      : none,
    modality: codeLabel("modality", modality)[lang],
    background: (background ? YES : NO)[lang],
  };
}
