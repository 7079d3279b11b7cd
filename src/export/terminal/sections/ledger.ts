import type { Ledger, LedgerRow, Time, Value } from "../../../core/contract.js";
import { countedLabel } from "../../labels/counted-label.js";
import { describeValue, formatNumber } from "../../labels/format.js";
import { describeMessages } from "../../labels/messages.js";
import { describeDate } from "../dates.js";
import { clip, isolate, showable } from "../direction.js";
import { type Cell, type Column, paragraph, table } from "../layout.js";
import { labelOf, nameOf, say, section, speakerName, toldBy, type View, wordsOf } from "../view.js";
import { widthOf } from "../width.js";

const WORDS_SHOWN = 60;

/** A value in the fewest characters: `12`, `~20`, `≥ 200`, `≤ 3`, `10–15`. */
function shortValue(view: View, value: Value): string {
  const { min, max, hedge } = value;
  if (min !== null && max === null) return `≥ ${formatNumber(min)}`;
  if (max !== null && (min === null || (min === 0 && max > 0))) return `≤ ${formatNumber(max)}`;
  if (min !== null && min === max) return `${hedge === "about" ? "~" : ""}${formatNumber(min)}`;
  if (min !== null && max !== null) return `${formatNumber(min)}–${formatNumber(max)}`;
  return describeValue(value)[view.lang];
}

/** `killed · police officers · Almaty · part of a larger count`: what is counted and where. */
function titleOf(view: View, { measure, counted, place, part }: Ledger): string {
  const parts = [labelOf(view, "measure", measure), showable(countedLabel(counted)[view.lang])];
  if (place !== null) parts.push(nameOf(view, place));
  if (part) parts.push(say(view, "part"));
  return parts.join(" · ");
}

/** `low 8 · best 12 · high 15`: what is known of it, once where all agree. */
function estimate(view: View, { low, best, high }: Ledger): string {
  if (best !== null && low === best && high === null) {
    return `${say(view, "best")} ≥ ${formatNumber(best)}`;
  }
  const parts: readonly (readonly ["low" | "best" | "high", number | null])[] =
    low === best && best === high
      ? [["best", best]]
      : [
          ["low", low],
          ["best", best],
          ["high", high],
        ];
  return parts
    .flatMap(([word, n]) => (n === null ? [] : `${say(view, word)} ${formatNumber(n)}`))
    .join(" · ");
}

/** The words of the first claim that is not in a copy, as the report has them. */
function wording(view: View, row: LedgerRow): string {
  const claim = row.claims.map((id) => view.claims.get(id)).find((each) => each !== undefined);
  if (!claim) return "";
  return `«${clip(wordsOf(view, claim), WORDS_SHOWN)}»`;
}

function remarks(view: View, row: LedgerRow): string[] {
  const claims = row.claims.flatMap((id) => view.claims.get(id) ?? []);
  const out: string[] = [];
  const modality = claims[0]?.modality ?? "asserted";
  if (modality !== "asserted") out.push(labelOf(view, "modality", modality));
  if (claims.length > 0 && claims.every((claim) => claim.background)) {
    out.push(say(view, "background"));
  }
  if (claims.some((claim) => claim.asRead)) out.push(say(view, "corrected"));
  return out;
}

function rowCells(view: View, ledger: Ledger, row: LedgerRow): Cell[] {
  const later = row.supersededBy === null ? undefined : ledger.rows[row.supersededBy];
  const value = shortValue(view, row.value);
  const style = later ? view.palette.quiet : undefined;
  // Who stands nearest to the speaker first: a chain is told outermost first.
  const chain = [row.speaker, ...[...row.via].reverse()].map((link) => speakerName(view, link));
  return [
    {
      text: [
        later ? `${value} (→ ${shortValue(view, later.value)})` : value,
        ...remarks(view, row),
      ].join(" · "),
      style: style ?? view.palette.figure,
    },
    { text: wording(view, row), style },
    { text: chain.join(" ← "), style },
    { text: describeDate(row.saidOn, view.lang), style },
    { text: describeDate(row.happened, view.lang), style },
    { text: toldBy(view, row.witnesses, row.claims), style },
  ];
}

/** Rules already told in this section: the same words with other numbers are not told again. */
type Told = Set<string>;

/** Why these three numbers: where there was something to choose from, and once. */
function explain(view: View, ledger: Ledger, told: Told): string[] {
  const { rows, ruleMessages } = ledger;
  const rule = ruleMessages ? describeMessages(ruleMessages)[view.lang] : ledger.rule;
  const key = rule.replace(/\d+/g, "#");
  if (rows.length < 2 || rule === "" || told.has(key)) return [];
  told.add(key);
  return paragraph({ text: rule, style: view.palette.quiet }, view.width, 2);
}

function renderOne(view: View, ledger: Ledger, told: Told): string[] {
  const { palette, width } = view;
  const columns: Column[] = [
    { head: say(view, "count"), min: 7, max: 20 },
    { head: say(view, "worded"), min: 14 },
    { head: say(view, "speaker"), min: 14 },
    { head: say(view, "said"), min: 10, max: 15 },
    { head: say(view, "happened"), min: 10, max: 15 },
    { head: say(view, "witnesses"), min: 5, max: 12 },
  ];
  const title = titleOf(view, ledger);
  const figures = estimate(view, ledger);
  const fill = width - widthOf(title) - widthOf(figures);
  const head =
    fill >= 2
      ? [`${palette.strong(isolate(title))}${" ".repeat(fill)}${palette.figure(isolate(figures))}`]
      : [palette.strong(isolate(title)), `  ${palette.figure(isolate(figures))}`];
  return [
    "",
    ...head.map((line) => line.trimEnd()),
    ...table(
      columns,
      ledger.rows.map((row) => rowCells(view, ledger, row)),
      { width, indent: 2, head: palette.quiet },
    ),
    ...explain(view, ledger, told),
  ];
}

const isInherited = (time: Time | null): boolean => time?.basis === "inherited";

/** Every figure told, by measure and group, with who told it and what is to be believed. */
export function renderLedger(view: View): string[] {
  if (view.story.ledger.length === 0) return [];
  const rows = view.story.ledger.flatMap((ledger) => ledger.rows);
  const legend = [
    ...(rows.some((row) => row.supersededBy !== null) ? [say(view, "legendLater")] : []),
    ...(rows.some((row) => isInherited(row.saidOn) || isInherited(row.happened))
      ? [say(view, "legendContext")]
      : []),
  ];
  const told: Told = new Set();
  return section(view, "figures", [
    ...legend.flatMap((text) => paragraph({ text, style: view.palette.quiet }, view.width)),
    ...view.story.ledger.flatMap((ledger) => renderOne(view, ledger, told)),
  ]);
}
