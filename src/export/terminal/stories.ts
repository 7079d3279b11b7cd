/** A list of stories as text for a terminal. Pure. */
import type { ListedStory, StoryList } from "../../core/story-list.js";
import { describeCount, formatNumber } from "../labels/format.js";
import { codeLabel, type LabelLanguage } from "../labels.js";
import type { TerminalOptions } from "./account.js";
import { describeDate } from "./dates.js";
import { isolate, showable } from "./direction.js";
import { boundedWidth, paragraph } from "./layout.js";
import { createPalette, type Palette } from "./palette.js";
import { WORDS } from "./words.js";

const STORIES_SHOWN = 20;
const PLACES_SHOWN = 3;
/** Columns of the number before each story. */
const INDENT = 6;

/** Each story's title, days, places, witnesses, tolls and file; ended by a line feed. */
export function renderStories(list: StoryList, options: TerminalOptions = {}): string {
  const lang = options.lang ?? "en";
  const palette = createPalette(options.colour ?? false);
  const width = boundedWidth(options.width);
  const shown = options.full ? list.stories : list.stories.slice(0, STORIES_SHOWN);
  const lines = shown.flatMap((story, at) => storyLines(story, at + 1, { lang, palette, width }));
  const left = list.stories.length - shown.length;
  if (left > 0) {
    lines.push(palette.quiet(WORDS.moreListed[lang].replace("%", formatNumber(left))));
  }
  return `${lines.join("\n")}\n`;
}

interface How {
  readonly lang: LabelLanguage;
  readonly palette: Palette;
  readonly width: number;
}

function storyLines(story: ListedStory, number: number, { lang, palette, width }: How): string[] {
  const days = { edtf: null, start: story.start, end: story.end };
  const facts = [
    describeDate(story.start === null ? null : days, lang),
    ...(story.places.length > 0 ? [story.places.slice(0, PLACES_SHOWN).join(" · ")] : []),
    `${describeCount(story.reports, "reports")[lang]} → ${describeCount(story.witnesses, "witnesses")[lang]}`,
    ...story.tolls.slice(0, 2).map((toll) => tollInWords(toll, lang)),
    ...(story.disputes > 0 ? [describeCount(story.disputes, "contradictions")[lang]] : []),
  ];
  const title = { text: story.title || WORDS.untitled[lang], style: palette.title };
  return [
    ...paragraph(title, width, INDENT, `${number}.`),
    ...paragraph({ text: facts.join(" · ") }, width, INDENT),
    `${" ".repeat(INDENT)}${palette.quiet(isolate(showable(story.file)))}`,
    "",
  ];
}

/** `killed 15 (13–17)`: the best, and the range where there is one. */
function tollInWords(toll: ListedStory["tolls"][number], lang: LabelLanguage): string {
  const { measure, best, low, high } = toll;
  const range = low !== null && high !== null && low !== high ? ` (${low}–${high})` : "";
  return `${codeLabel("measure", measure)[lang]} ${best ?? low ?? high ?? "?"}${range}`;
}
