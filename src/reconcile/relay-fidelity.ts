import type { Claim, Disagreement } from "../core/contract.js";
import { compatible } from "../core/value.js";
import { isLower } from "./compare-rows.js";
import type { StoryContext } from "./context.js";
import type { OpenLedger } from "./ledger.js";
import type { Row } from "./ledger-rows.js";
import { NEVER_FALLS } from "./never-falls.js";
import { disagreement, formatValue, positionOf, type Term } from "./position.js";
import { message, name } from "./wording.js";

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
  return ledgers.flatMap((ledger) => {
    const bySpeaker = new Map<string, Row[]>();
    for (const row of ledger.rows) {
      // Of a count that went on, one day's speaker gives several.
      if (!row.isNamed || row.denied || row.saidDay === null || row.step !== null) continue;
      const key = `${row.speaker}|${row.saidDay}`;
      bySpeaker.set(key, [...(bySpeaker.get(key) ?? []), row]);
    }
    return [...bySpeaker.values()].flatMap((rows) => {
      const direct = rows.filter((row) => row.claims.some(isDirect));
      const relayed = rows.filter(
        (row) =>
          !row.claims.some(isDirect) &&
          direct.every((one) => !compatible(one.row.value, row.row.value)) &&
          !mayBeLater(row, direct, ledger),
      );
      const [first] = relayed;
      if (!first || direct.length === 0) return [];
      const relayer = first.claims.flatMap((claim) => relayerOf(claim) ?? [])[0] ?? "";
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

/** A count that does not fall may have been a higher one by the hour when it was relayed. */
const mayBeLater = (relayed: Row, direct: readonly Row[], { ledger }: OpenLedger): boolean =>
  NEVER_FALLS.has(ledger.measure) &&
  direct.every((one) => isLower(one.row.value, relayed.row.value));

const isDirect = (claim: Claim): boolean => claim.chain.length === 2;

const relayerOf = (claim: Claim): string | undefined =>
  claim.chain.slice(1, -1).find((link) => link.kind === "outlet")?.name;
