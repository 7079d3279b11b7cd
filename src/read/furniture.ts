import type { Range } from "../core/contract.js";
import { markOf } from "../text/marks.js";
import type { LexedText, Line } from "./lines.js";

const INLINE = markOf(["furniture.inline"]);
const ANY = markOf([
  "furniture.zone",
  "furniture.alone",
  "furniture.line",
  "furniture.counter",
  "furniture.credit",
  "furniture.byline",
  "furniture.outlet",
  "furniture.section",
  "furniture.inline",
]);
/** A line of the article's body: this many words, closed by a full stop. */
const BODY_WORDS = 6;
/** Right below the body a sentence of so few words still belongs to it. */
const LAST_WORDS = 3;
/** A paragraph without its full stop is still body when it is this long. */
const LONG_BODY_WORDS = 30;
/** Below a list of other reports only a paragraph of this many words resumes the article. */
const RESUMING_WORDS = 18;
/** A menu entry has at most so many words; a menu at least so many entries. */
const MENU_WORDS = 3;
const MENU_LINES = 3;
/** Marks that set menu entries apart in one line, and how many make a menu. */
const BARS: ReadonlySet<string> = new Set(["|", "•", "·", "›", "»", "‹", "¦"]);
const FEWEST_BARS = 2;
/** A byline, counter or sharing line has at most so many words. */
const SHORT_LINE_WORDS = 7;
/** An invitation to read on inside a paragraph runs to its end, if that is no further than this. */
const LONGEST_INLINE = 30;

/**
 * Page text that is not the article: menus above it, related headlines, comment and newsletter
 * lines below, invitations to read on in its midst. Ranges are whole lines, or the tail of one.
 */
export function findFurniture(text: LexedText, lines: readonly Line[]): Range[] {
  const body = lines.map((line) => isBody(text, line));
  const firstBody = body.indexOf(true);
  const articleEnd = endOfArticle(text, lines, body);
  const furniture: Range[] = [];
  for (const [index, line] of lines.entries()) {
    const isFurniture =
      index > articleEnd
        ? isTail(text, line)
        : isMarked(text, line) ||
          (index < firstBody && isMenu(text, lines, index)) ||
          inZone(text, lines, body, index);
    if (isFurniture) furniture.push([line.start, line.end]);
    else {
      const inline = inlineFrom(text, line);
      if (inline) furniture.push(inline);
    }
  }
  return furniture;
}

const wordsIn = ({ tokens }: LexedText, line: Line): number => {
  let words = 0;
  for (let at = line.first; at < line.last; at++) if (tokens[at]?.kind === "word") words++;
  return words;
};

function isBody(text: LexedText, line: Line): boolean {
  const words = wordsIn(text, line);
  return words >= LONG_BODY_WORDS || (words >= BODY_WORDS && endsWithStop(text, line));
}

/** Closed by a full stop; question and exclamation marks close headlines too. */
function endsWithStop({ tokens }: LexedText, line: Line): boolean {
  for (let at = line.last - 1; at >= line.first; at--) {
    const token = tokens[at];
    if (token?.kind !== "punct") return false;
    if (token.form === ".") return tokens[at - 1]?.form !== ".";
    if (token.form === "…" || token.form === "؟" || token.form === "!") return false;
  }
  return false;
}

/**
 * Index of the last line of the article: the last of its body above the list of other reports,
 * or the last line of all where no body is told.
 */
function endOfArticle(text: LexedText, lines: readonly Line[], body: readonly boolean[]): number {
  let last = -1;
  let zone = false;
  for (const [index, line] of lines.entries()) {
    if (opensZone(text, line) && last >= 0) zone = true;
    if (body[index] && (!zone || wordsIn(text, line) >= RESUMING_WORDS)) {
      last = index;
      zone = false;
    } else if (!zone && last >= 0 && last === index - 1 && isLastWord(text, line)) last = index;
  }
  return last < 0 ? lines.length : last;
}

/** "ولم تعلق المعارضة بعد.": a sentence that closes the article in a paragraph of its own. */
function isLastWord(text: LexedText, line: Line): boolean {
  return wordsIn(text, line) >= LAST_WORDS && endsWithStop(text, line) && !isMarked(text, line);
}

/** Between a list's opening and the paragraph that resumes the article. */
function inZone(
  text: LexedText,
  lines: readonly Line[],
  body: readonly boolean[],
  index: number,
): boolean {
  for (let back = index; back >= 0 && index - back <= 12; back--) {
    const line = lines[back];
    if (!line) return false;
    if (body[back] && wordsIn(text, line) >= RESUMING_WORDS) return false;
    if (opensZone(text, line)) return true;
  }
  return false;
}

/** Below the article nothing belongs to it but a line that goes on without a break. */
function isTail(text: LexedText, line: Line): boolean {
  if (line.breaks >= 2 || isMarked(text, line) || opensZone(text, line)) return true;
  return wordsIn(text, line) <= SHORT_LINE_WORDS || !line.ended;
}

function opensZone(text: LexedText, line: Line): boolean {
  const words = wordsIn(text, line);
  if (words > SHORT_LINE_WORDS) return false;
  for (let at = line.first; at < Math.min(line.last, line.first + 3); at++) {
    const end = unit(text, at, "furniture.zone");
    if (end === null) continue;
    const alone = unit(text, at, "furniture.alone") !== null;
    if (!alone || words <= 1 || end >= line.last) return true;
  }
  return false;
}

/** A line that is furniture by its own words, wherever it stands. */
function isMarked(text: LexedText, line: Line): boolean {
  const words = wordsIn(text, line);
  if (words === 0) return !hasDigits(text, line);
  if (unit(text, line.first, "furniture.inline") !== null && !isBody(text, line)) return true;
  if (isSeparated(text, line)) return true;
  if (words > SHORT_LINE_WORDS) return false;
  if (isLatin(text, line)) return true;
  for (let at = line.first; at < line.last; at++) {
    if (unit(text, at, "furniture.line") !== null && words <= SHORT_LINE_WORDS - 1 && !line.ended)
      return true;
    if (unit(text, at, "furniture.counter") !== null && words <= 2 && hasDigits(text, line))
      return true;
    const next = text.tokens[at + 1]?.form;
    const before = text.tokens[at - 1]?.form;
    if (
      unit(text, at, "furniture.credit") !== null &&
      (next === ":" || next === "/") &&
      at === line.first
    )
      return true;
    if (unit(text, at, "furniture.byline") !== null && before === "(" && next === ")") return true;
    // "بلدي نيوز" alone on its line is a byline; "إدلب- نورث برس" a dateline, which is article.
    if (
      unit(text, at, "furniture.outlet") !== null &&
      words <= 2 &&
      line.last - line.first === words
    )
      return true;
  }
  return false;
}

/** "الرئيسية | أخبار | رياضة": entries set apart by bars. */
function isSeparated({ tokens }: LexedText, line: Line): boolean {
  if (line.ended) return false;
  let bars = 0;
  let words = 0;
  let longest = 0;
  for (let at = line.first; at < line.last; at++) {
    const token = tokens[at];
    if (token?.kind === "punct" && BARS.has(token.form)) {
      bars++;
      words = 0;
    } else if (token?.kind === "word") longest = Math.max(longest, ++words);
  }
  return bars >= FEWEST_BARS && longest <= MENU_WORDS;
}

/** Letters of another script only: picture credits, buttons. */
function isLatin({ text }: LexedText, line: Line): boolean {
  const words = text.slice(line.start, line.end);
  return /[A-Za-z]/.test(words) && !/[\u0600-\u06ff]/.test(words);
}

function hasDigits({ tokens }: LexedText, line: Line): boolean {
  for (let at = line.first; at < line.last; at++) if (tokens[at]?.kind === "number") return true;
  return false;
}

/** Several short lines in a row above the article, names of sections among them. */
function isMenu(text: LexedText, lines: readonly Line[], index: number): boolean {
  const short = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && !line.ended && wordsIn(text, line) <= MENU_WORDS;
  };
  if (!short(index)) return false;
  let first = index;
  while (short(first - 1)) first--;
  let last = index;
  while (short(last + 1)) last++;
  if (last - first + 1 < MENU_LINES) return false;
  for (let at = first; at <= last; at++) {
    const line = lines[at];
    for (let token = line?.first ?? 0; token < (line?.last ?? 0); token++) {
      if (
        unit(text, token, "furniture.section") !== null ||
        unit(text, token, "furniture.line") !== null
      )
        return true;
    }
  }
  return false;
}

/** From "read also" to the end of its sentence, or of the line: the paragraph may go on behind it. */
function inlineFrom(text: LexedText, line: Line): Range | null {
  const { tokens } = text;
  for (let at = line.first; at < line.last; at++) {
    if (((text.marks[at] ?? 0) & INLINE) === 0) continue;
    if (unit(text, at, "furniture.inline") === null) continue;
    const start = tokens[at];
    const before = tokens[at - 1];
    if (!start || (at > line.first && before?.kind === "word")) continue;
    const last = endOfInvitation(text, at, line);
    if (last - at > LONGEST_INLINE) continue;
    return [start.start, tokens[last - 1]?.end ?? line.end];
  }
  return null;
}

/** Behind the first lone full stop; the two dots of a headline end nothing. */
function endOfInvitation({ tokens }: LexedText, from: number, line: Line): number {
  for (let at = from; at < line.last; at++) {
    if (tokens[at]?.form !== ".") continue;
    if (tokens[at - 1]?.form === "." || tokens[at + 1]?.form === ".") continue;
    return at + 1;
  }
  return line.last;
}

/** End of an entry of the class that starts at a token; null where none does. */
function unit({ words, phrases, marks }: LexedText, at: number, name: string): number | null {
  if (((marks[at] ?? 0) & ANY) === 0) return null;
  for (const phrase of phrases[at] ?? []) {
    if (phrase.reading.entry.classes.includes(name)) return phrase.last;
  }
  const word = words[at];
  if (!word?.classes.has(name)) return null;
  const reading = word.readings.find((one) => one.entry.classes.includes(name));
  return reading && !reading.enclitic && !reading.preposition ? at + 1 : null;
}
