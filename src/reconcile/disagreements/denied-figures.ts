import type { Claim, Disagreement } from "../../core/contract.js";
import { sameBounds } from "../../core/value.js";
import { fold } from "../../text/fold.js";
import type { StoryContext } from "../context.js";
import type { OpenLedger } from "../ledger/ledger.js";
import { isHeld, type Row } from "../ledger/rows.js";
import { incidentsOf } from "../scenes/incidents.js";
import { speakerOf } from "../witnesses/voices.js";
import { message, name } from "../wording.js";
import { type Term, toldAndDenied } from "./position.js";

/** Rows of a ledger, and claims of a row, that are looked at. */
const MOST_ROWS = 12;
const MOST_COMPARED = 6;

/**
 * "The hospital caused a patient's death", "the hospital denies that it caused a patient's death": one
 * number of the same people, told and denied. Two reports must both have been written for it, and tell
 * it in the same words; one report may set the two beside each other, each by a speaker it names.
 */
export function deniedFigures(
  ledgers: readonly OpenLedger[],
  subjectOf: (ledger: OpenLedger) => readonly Term[],
  context: StoryContext,
): Disagreement[] {
  return ledgers.flatMap((ledger) => {
    const denied = ledger.rows.filter((row) => row.denied).slice(0, MOST_ROWS);
    if (denied.length === 0) return [];
    const told = ledger.rows.filter((row) => isHeld(row) && !row.isEcho).slice(0, MOST_ROWS);
    return denied.flatMap((no) => {
      // Whoever denies it does not tell it too: another report has read his denial otherwise.
      const same = told.filter(
        (row) =>
          isOneNumber(row, no) &&
          !areOneSpeaker(row, no) &&
          !row.claims.some(({ chain }) => chain.some(({ stance }) => stance === "denies")) &&
          (areToldAlike(row, no, context) || areSetAgainst(row, no)),
      );
      if (same.length === 0) return [];
      const speaker = no.claims.map(speakerOf).find((one) => one !== null)?.name;
      const why = speaker
        ? message("denial", { speaker: name(speaker) })
        : message("toldAndDenied");
      const held = same.flatMap(({ claims }) => claims);
      return [toldAndDenied(subjectOf(ledger), held, no.claims, why, context)];
    });
  });
}

/** By one key, or by one name but for its marks. */
function areOneSpeaker(a: Row, b: Row): boolean {
  const letters = ({ row }: Row): string => fold(row.speaker.name).replace(NO_LETTERS, "");
  return a.speaker === b.speaker ? b.isNamed : letters(a) === letters(b);
}

const NO_LETTERS = /[^\p{L}]/gu;

const isOneNumber = (a: Row, b: Row): boolean => sameBounds(a.row.value, b.row.value);

function areSetAgainst(a: Row, b: Row): boolean {
  if (!a.isNamed || !b.isNamed) return false;
  const reports = new Set(a.claims.map(({ report }) => report));
  return b.claims.some(({ report }) => reports.has(report));
}

function areToldAlike(a: Row, b: Row, context: StoryContext): boolean {
  const incidents = incidentsOf(context);
  const heads = ({ claims }: Row): readonly Claim[] =>
    claims.filter((claim) => incidents.isHeadline(claim)).slice(0, MOST_COMPARED);
  const others = heads(b);
  return heads(a).some((one) =>
    others.some(
      (other) =>
        // The deaths of two men are told much alike: nothing but the same words will do.
        one.report !== other.report && context.wordings.isOne(one, other),
    ),
  );
}
