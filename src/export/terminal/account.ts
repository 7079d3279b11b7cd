/** The account as text for a terminal. Pure: the same account and options give the same text. */
import type { Account, Story } from "../../core/contract.js";
import type { LabelLanguage } from "../labels.js";
import { boundedWidth } from "./layout.js";
import { createPalette } from "./palette.js";
import { renderBrief } from "./sections/brief.js";
import { renderCopies } from "./sections/copies.js";
import { renderDisagreements } from "./sections/disagreements.js";
import { renderJudged } from "./sections/judged.js";
import { renderLedger } from "./sections/ledger.js";
import { renderMeasures } from "./sections/measures.js";
import { renderNames } from "./sections/names.js";
import { renderOffices } from "./sections/offices.js";
import { renderSources } from "./sections/sources.js";
import { renderSpeakers } from "./sections/speakers.js";
import { renderTimeline } from "./sections/timeline.js";
import { renderTitle } from "./sections/title.js";
import { type AccountView, indexAccount, say, type View } from "./view.js";

export interface TerminalOptions {
  /** Columns of the terminal; 100 where it is not known. */
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly lang?: LabelLanguage | undefined;
  /** Show every entry and every story, however many. */
  readonly full?: boolean | undefined;
}

/** Entries of a section, and stories of an account, shown unless all are asked for. */
const ENTRIES_SHOWN = 14;
const STORIES_SHOWN = 5;

const SECTIONS: readonly ((view: View) => string[])[] = [
  renderTitle,
  renderBrief,
  renderLedger,
  renderDisagreements,
  renderTimeline,
  renderSpeakers,
  renderOffices,
  renderMeasures,
  renderNames,
  renderCopies,
  renderJudged,
  renderSources,
];

function renderStory(view: AccountView, story: Story): string {
  return SECTIONS.flatMap((render) => render({ ...view, story })).join("\n");
}

/** The whole account, ended by a line feed. */
export function renderTerminal(account: Account, options: TerminalOptions = {}): string {
  const { full = false } = options;
  const width = boundedWidth(options.width);
  const view = indexAccount(account, {
    lang: options.lang ?? "en",
    palette: createPalette(options.colour ?? false),
    width,
    limit: full ? Number.POSITIVE_INFINITY : ENTRIES_SHOWN,
  });
  // Many stories: those told by most reports are what a reader looks for first.
  const byReports = [...account.stories].sort((a, b) => b.reports.length - a.reports.length);
  const shown = full ? account.stories : byReports.slice(0, STORIES_SHOWN);
  const parts = shown.map((story) => renderStory(view, story));
  const left = account.stories.length - shown.length;
  if (left > 0) parts.push(view.palette.quiet(say(view, "moreStories").replace("%", String(left))));
  return `${parts.join("\n\n")}\n`;
}
