import type { Value } from "../../core/contract.js";
import { formatNumber } from "../../export/labels/format.js";
import { codeLabel } from "../../export/labels.js";
import { phrases } from "../phrases.js";
import { type Phrase, same } from "../words.js";
import type { AccountIndex } from "./account-index.js";
import { linkName } from "./entity-name.js";
import type { Voice } from "./ledger-view.js";

/** Who a voice is: a name, a kind where no name is told, the outlet where the report speaks. */
export function voiceName(index: AccountIndex, { rows }: Voice): Phrase {
  const [first] = rows;
  if (!first) return same("");
  const { speaker } = first.row;
  if (speaker.kind !== "report") {
    const name = linkName(index, speaker);
    return name.ar === "" || speaker.kind === "unstated" ? codeLabel("link", speaker.kind) : name;
  }
  const entry = index.reports.get(first.claims[0]?.report ?? "");
  if (entry?.report.outlet) return same(entry.report.outlet);
  const number = entry?.number ?? "";
  return {
    ar: `${phrases.reportNumber.ar} ${number}`,
    en: `${phrases.reportNumber.en} ${number}`,
  };
}

/** A value as short as a chart's label can say it: `20+`, `≤ 3`, `10–15`, `~20`, `12`. */
export function shortValue({ min, max, hedge }: Value): string {
  if (min === null && max === null) return "?";
  if (max === null) return `${formatNumber(min ?? 0)}+`;
  if (min === null || (min === 0 && max !== 0)) return `≤ ${formatNumber(max)}`;
  if (min !== max) return `${formatNumber(min)}–${formatNumber(max)}`;
  return `${hedge === "exact" ? "" : "~"}${formatNumber(min)}`;
}

/** A text cut to so many letters, for a label that has no more room. */
export const clipped = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
