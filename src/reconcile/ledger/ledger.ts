import { MEASURES } from "../../core/codes.js";
import type { FigureRule, Ledger } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import type { StoryContext } from "../context.js";
import { inEnglish } from "../wording.js";
import { type LedgerDraft, ledgerDrafts } from "./drafts.js";
import { boundsOf } from "./figure-rules.js";
import { historyOf } from "./history.js";
import { type Row, rowsOf } from "./rows.js";

/** A ledger with its rows as the rules see them. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  /** The counted noun without the body it belongs to. */
  readonly noun: string;
  readonly background: boolean;
  /** Counts a part of another figure of the same group ("seven of them"). */
  readonly part: boolean;
  /** Number of the happening that it is of; ledgers of one happening share it. */
  readonly incident: number;
}

/**
 * One ledger for each thing that is counted: measure, counted group and incident. By measure (in
 * the contract's order), background and parts last, then most rows of the group, group, most rows, id.
 * @param rule what chooses low, best and high
 */
export function ledgersOf(context: StoryContext, rule: FigureRule): OpenLedger[] {
  const out = ledgerDrafts(context).map((draft) => open(draft, rule, context));
  // Ledgers of one group, of several places, stand together.
  const told = new Map<string, number>();
  for (const { ledger, rows } of out) {
    const key = `${ledger.measure}|${ledger.counted}`;
    told.set(key, (told.get(key) ?? 0) + rows.length);
  }
  const rowsOfGroup = ({ ledger }: OpenLedger): number =>
    told.get(`${ledger.measure}|${ledger.counted}`) ?? 0;
  return out.sort(
    (a, b) =>
      MEASURES.indexOf(a.ledger.measure) - MEASURES.indexOf(b.ledger.measure) ||
      Number(a.background) - Number(b.background) ||
      Number(a.part) - Number(b.part) ||
      rowsOfGroup(b) - rowsOfGroup(a) ||
      (a.ledger.counted < b.ledger.counted ? -1 : a.ledger.counted > b.ledger.counted ? 1 : 0) ||
      b.rows.length - a.rows.length ||
      (a.ledger.id < b.ledger.id ? -1 : 1),
  );
}

function open(draft: LedgerDraft, rule: FigureRule, context: StoryContext): OpenLedger {
  const { key, noun, of, part, background, incident, place, claims } = draft;
  const rows = rowsOf(claims, context);
  const { ruleMessages, ...bounds } = boundsOf(rows, rule, context);
  const history = rows.length < 2 ? [] : historyOf(claims, rule, context);
  return {
    rows,
    noun,
    background,
    part,
    incident,
    ledger: {
      id: contentId("ledger", key, ...claims.map((claim) => claim.id).sort()),
      measure: claims[0]?.figure?.measure ?? "other",
      counted: of ? `${noun} (${of})` : noun,
      place,
      rows: rows.map((one) => one.row),
      ...bounds,
      rule: ruleMessages.map(inEnglish).join(" "),
      ruleName: rule,
      background,
      part,
      ruleMessages,
      ...(history.length > 0 ? { history } : {}),
    },
  };
}
