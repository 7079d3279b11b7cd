/** Lines that lead elsewhere, told from the words of a report. */
export interface PageLine {
  readonly text: string;
  /** Share of its characters inside links, 0 to 1. */
  readonly linked: number;
  readonly inHeading: boolean;
}

/** Share of a line inside links from which the line leads elsewhere. */
const LINKED = 0.8;
/** "Read also", "more", "see": what stands before links to other reports. */
const LEADS_ELSEWHERE =
  /^[\s•*\-–»«>:|]*(?:ا?قرأ\s+(?:أيضا|أيضًا|ايضا|المزيد|ايضًا)|إقرأ\s+(?:أيضا|أيضًا|ايضا|المزيد)|اقرؤوا\s+أيضا|طالع\s+أيضا|شاهد\s+(?:أيضا|أيضًا|ايضا)|مواضيع\s+(?:ذات\s+صلة|متعلقة|مشابهة|متعلّقة)|موضوعات\s+(?:ذات\s+صلة|متعلقة|مشابهة)|أخبار\s+(?:ذات\s+صلة|متعلقة)|مقالات\s+(?:ذات\s+صلة|متعلقة)|ذات\s+صلة|للمزيد|المزيد\s+(?:من|حول)|تابعونا|تابعنا|شارك(?:ها|وا)?\s|Read\s+(?:also|more)|Related)/iu;

const leads = (line: PageLine | undefined): boolean => line !== undefined && line.linked >= LINKED;

/** Without lines that only lead elsewhere: told by their first words, or at the ends where all is links. */
export function dropLeads(lines: readonly PageLine[]): readonly PageLine[] {
  const kept = lines.filter(
    (line) => !(LEADS_ELSEWHERE.test(line.text) && (line.linked > 0.3 || line.text.length < 60)),
  );
  let start = 0;
  let end = kept.length;
  while (start < end && leads(kept[start])) start += 1;
  while (end > start && (leads(kept[end - 1]) || kept[end - 1]?.inHeading)) end -= 1;
  return kept.slice(start, end);
}

/** Letters and digits alone, for telling whether two lines say the same. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

/** A sentence's length, with its stop. */
const PROSE_WITH_STOP = 40;
/** From here on a line is prose without one. */
const PROSE = 90;
const STOP = /[.!?؟…"»”)]\s*$/u;
const isProse = ({ text, linked }: PageLine): boolean =>
  linked < 0.5 && (text.length >= PROSE || (text.length >= PROSE_WITH_STOP && STOP.test(text)));

/** Lines below the last sentence from which on they are the page's: a signature or a source is two. */
const MOST_BELOW = 3;
/** What a report may end with that is no sentence: its source, its signature. */
const SIGNATURE =
  /^(?:المصدر|المصادر|مصدر الخبر|وكالات|بقلم|كتب|إعداد|تحرير|ترجمة|رويترز|أ\s?ف\s?ب|الأناضول|سبوتنيك|د\s?ب\s?أ)/u;
/** Lines above the first sentence in which the title is repeated. */
const HEAD_LINES = 8;

/**
 * Without what stands round an article inside the same block of the page: its title once more, and below
 * the last sentence a run of words, numbers and buttons.
 * @param body the article's words as the page's data have them, where they do; what stands before and
 *   behind them is no part of it
 */
export function trimEnds(
  lines: readonly PageLine[],
  title: string | null,
  body: string | null,
): readonly PageLine[] {
  let from = 0;
  let to = lines.length;
  const words = bare(body ?? "");
  if (words.length > 200) {
    const isInside = ({ text }: PageLine): boolean => {
      const own = bare(text);
      return own.length >= 12 && words.includes(own);
    };
    const inside = lines.flatMap((line, at) => (isInside(line) ? [at] : []));
    const covered = inside.reduce((sum, at) => sum + bare(lines[at]?.text ?? "").length, 0);
    // Data that hold a summary alone say nothing of where the article ends.
    if (covered >= words.length * 0.7) {
      from = inside[0] ?? 0;
      to = (inside.at(-1) ?? lines.length - 1) + 1;
    }
  }
  const last = lines.slice(from, to).findLastIndex(isProse);
  const below = last < 0 ? [] : lines.slice(from + last + 1, to);
  if (below.length > MOST_BELOW) {
    const signed = below.findIndex(({ text }) => SIGNATURE.test(text));
    to = from + last + 1 + (signed >= 0 && signed < MOST_BELOW ? signed + 1 : 0);
  }
  const told = bare(title ?? "");
  return lines
    .slice(from, to)
    .filter(({ text }, at) => at >= HEAD_LINES || told === "" || bare(text) !== told);
}
