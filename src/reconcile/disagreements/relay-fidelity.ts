import type { Claim, Disagreement } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import { compatible } from "../../core/value.js";
import type { StoryContext } from "../context.js";
import { NEVER_FALLS } from "../counts/never-falls.js";
import type { OpenLedger } from "../ledger/ledger.js";
import { isHeld, type Row } from "../ledger/rows.js";
import { message, name } from "../wording.js";
import { disagreement, formatValue, positionOf, type Term } from "./position.js";

/**
 * A speaker's figure as an outlet relays it, where the same speaker gives it directly too, on the
 * same day and of the same people, and the two cannot both be his words. Of days that are not known
 * nothing is said: he may have given both.
 */
export function relayDisagreements(
  ledgers: readonly OpenLedger[],
  subjectOf: (ledger: OpenLedger) => readonly Term[],
  context: StoryContext,
): Disagreement[] {
  // Of a count that does not fall, the two may be what he said at two hours of the day.
  const falling = ledgers.filter(({ ledger }) => !NEVER_FALLS.has(ledger.measure));
  return falling.flatMap((ledger) => {
    const bySpeaker = new Map<string, Row[]>();
    for (const row of ledger.rows) {
      // Of a count that went on, one day's speaker gives several.
      if (!row.isNamed || !isHeld(row) || row.saidDay === null || row.step !== null) continue;
      const key = `${row.speaker}|${row.saidDay}`;
      addTo(bySpeaker, key, row);
    }
    return [...bySpeaker.values()].flatMap((rows) => {
      const direct = rows.filter((row) => row.claims.some(isDirect));
      const relayed = rows.filter(
        (row) =>
          !row.claims.some(isDirect) &&
          direct.every((one) => !compatible(one.row.value, row.row.value)),
      );
      const [first] = relayed;
      const relayer = first?.claims.flatMap((claim) => relayerOf(claim) ?? [])[0];
      if (!first || direct.length === 0 || relayer === undefined) return [];
      const why = message("relayDiffers", {
        relayer: name(relayer),
        speaker: name(first.row.speaker.name),
      });
      const positions = [...direct, ...relayed].map((row) =>
        positionOf(row.claims, formatValue(row.row.value), context),
      );
      return [disagreement("attribution", "contradicts", subjectOf(ledger), positions, [why])];
    });
  });
}

const isDirect = (claim: Claim): boolean => claim.chain.length === 2;

const relayerOf = (claim: Claim): string | undefined =>
  claim.chain.slice(1, -1).find((link) => link.kind === "outlet")?.name;
