import type { LexedText } from "./lines.js";
import { has, type PageLine, type Unit } from "./page-lines.js";

/** A byline, counter or sharing line has at most so many words. */
export const SHORT_LINE_WORDS = 7;
/** A menu entry has at most so many words, or so many if it names a section. */
const MENU_WORDS = 3;
const SECTION_WORDS = 5;
/** Marks that set menu entries apart in one line, and how many make a menu. */
const BARS: ReadonlySet<string> = new Set(["|", "•", "·", "›", "»", "‹", "¦"]);
const FEWEST_BARS = 2;
/** Where the first opens a quotation, only the second are bars. */
const OPENING: ReadonlySet<string> = new Set(["«"]);
const PIPES: ReadonlySet<string> = new Set(["|", "¦"]);
/** Marks that open an item of a list, or stand behind its number. */
export const ITEM_MARKS: ReadonlySet<string> = new Set("-–—*•▪●+.()/".split(""));
/** Names of sections in one line without bars: so many at least, and this share of its words. */
const FEWEST_SECTIONS = 3;
const SECTIONS_SHARE = 0.6;
/** A zone's title stands among the first tokens of its line: a number or a dash may precede it. */
const ZONE_LEAD = 3;
/** A date stamp has at most so many words. */
const STAMP_WORDS = 8;
/** A person who signs a report: so many words at most, and so many for where they are. */
const NAME_WORDS = 5;
const POST_WORDS = 3;
const SIGNING: readonly string[] = [
  "furniture.credit",
  "furniture.author",
  "furniture.byline",
  "furniture.outlet",
];
const SEPARATORS: ReadonlySet<string> = new Set(["-", "–", "—", "/", ":", "|", "ـ"]);

/** Words of a line inside units of a class. */
function wordsIn(text: LexedText, line: PageLine, names: readonly string[]): number {
  let words = 0;
  for (const { first, last, classes } of line.units) {
    if (!names.some((name) => classes.includes(name))) continue;
    for (let at = first; at < last; at++) if (text.tokens[at]?.kind === "word") words++;
  }
  return words;
}

/** The date of the report, with or without "published on": it tells its day and is no furniture. */
export function isStamp(text: LexedText, line: PageLine): boolean {
  if (line.numbers === 0 || line.words > STAMP_WORDS) return false;
  for (let at = line.first; at < line.last; at++) {
    const classes = text.words[at]?.classes;
    if (classes?.has("time.month")) return true;
    if (text.tokens[at]?.kind === "number" && isDate(text, at, line)) return true;
  }
  return false;
}

/** `2022-01-06`, `6/1/2022`, `6.1.2022`: three numbers with one mark between each two. */
function isDate({ tokens }: LexedText, at: number, line: PageLine): boolean {
  if (at + 4 >= line.last) return /^\d{1,4}\.\d{1,2}\.\d{1,4}$/.test(tokens[at]?.form ?? "");
  const mark = tokens[at + 1]?.form ?? "";
  return (
    ["-", "/", "."].includes(mark) &&
    tokens[at + 2]?.kind === "number" &&
    tokens[at + 3]?.form === mark &&
    tokens[at + 4]?.kind === "number"
  );
}

/** What opens a list of other reports. */
export function opensZone(text: LexedText, line: PageLine): boolean {
  if (line.words > SHORT_LINE_WORDS) return false;
  return line.units.some(
    (unit) =>
      unit.classes.includes("furniture.zone") &&
      unit.first < line.first + ZONE_LEAD &&
      (isWhole(text, line, unit) ||
        (!unit.classes.includes("furniture.alone") && isHalf(text, line, unit))),
  );
}

const unitWords = ({ tokens }: LexedText, { first, last }: Unit): number => {
  let words = 0;
  for (let at = first; at < last; at++) if (tokens[at]?.kind === "word") words++;
  return words;
};

const isWhole = (text: LexedText, line: PageLine, unit: Unit): boolean =>
  unitWords(text, unit) >= line.words;

const isHalf = (text: LexedText, line: PageLine, unit: Unit): boolean =>
  unitWords(text, unit) * 2 >= line.words;

/** A line that is furniture by its own words, wherever it stands. */
export function isMarked(text: LexedText, line: PageLine): boolean {
  const { words, units } = line;
  if (words === 0) return line.numbers === 0;
  if (units.length > 0 && isNotice(line)) return true;
  if (line.body) return false;
  if (
    units.some(({ first, classes }) => first === line.first && classes.includes("furniture.inline"))
  )
    return true;
  if (isSeparated(text, line) || listsSections(text, line)) return true;
  if (isLatin(text, line) && !isItem(text, line)) return true;
  return words <= SHORT_LINE_WORDS && units.some((unit) => marks(text, line, unit));
}

/**
 * The site speaks of itself to its reader: copyright, disclaimers, policies, how to write in. An
 * article tells of such things too, but not of two of them in one paragraph, or to "you".
 */
function isNotice(line: PageLine): boolean {
  const feet = line.units.filter(({ classes }) => classes.includes("furniture.foot")).length;
  return (
    feet >= (line.body ? 2 : 1) || (has(line, "furniture.policy") && has(line, "furniture.reader"))
  );
}

/** Whether one of its units makes a short line furniture. */
function marks(text: LexedText, line: PageLine, unit: Unit): boolean {
  const { words, ended } = line;
  const is = (name: string): boolean => unit.classes.includes(`furniture.${name}`);
  const before = text.tokens[unit.first - 1]?.form;
  const next = text.tokens[unit.last]?.form;
  if (is("line") && !ended)
    if (isWhole(text, line, unit) || (!is("alone") && isHalf(text, line, unit))) return true;
  if (is("counter") && words <= unitWords(text, unit) && line.numbers > 0) return true;
  if (is("end") && isWhole(text, line, unit) && line.numbers === 0) return true;
  const leads = unit.first === line.first;
  if (is("credit") && leads && (next === ":" || next === "/")) return true;
  if (is("author") && leads && SEPARATORS.has(next ?? "") && isPerson(text, line, unit.last + 1))
    return true;
  if (is("byline") && before === "(" && next === ")") return true;
  // "بلدي نيوز" alone on its line is a byline; "إدلب- نورث برس" a dateline, which is article.
  return is("outlet") && words <= 2 && line.last - line.first === words;
}

/** A given name and nothing behind it but more of a name, to the end of the line. */
function isPerson(text: LexedText, line: PageLine, from: number, end = line.last): boolean {
  const words = end - from;
  if (words < 2 || words > NAME_WORDS) return false;
  if (!text.words[from]?.classes.has("given-name")) return false;
  for (let at = from; at < end; at++) {
    if (text.tokens[at]?.kind !== "word") return false;
    if (at > from + 1 && isVerbOnly(text, at)) return false;
  }
  return true;
}

/** Nothing but words, as few as of a name. */
export function isBareName({ tokens }: LexedText, line: PageLine): boolean {
  if (line.words < 2 || line.words > NAME_WORDS) return false;
  return tokens.slice(line.first, line.last).every(({ kind }) => kind === "word");
}

const isVerbOnly = ({ words }: LexedText, at: number): boolean => {
  const readings = words[at]?.readings ?? [];
  return readings.length > 0 && readings.every(({ entry }) => entry.pos === "verb");
};

/**
 * Who wrote, and from where, below the article: "سمير عوض", "سمير عوض - المنطقة الشرقية",
 * "(الوادي - تحرير سمير عوض)".
 */
export function isSignature(text: LexedText, line: PageLine): boolean {
  if (text.tokens[line.first]?.form === "(" && text.tokens[line.last - 1]?.form === ")")
    return line.words <= SHORT_LINE_WORDS && SIGNING.some((name) => has(line, name));
  if (line.ended) return false;
  let dash = line.first;
  while (dash < line.last && !SEPARATORS.has(text.tokens[dash]?.form ?? "")) dash++;
  return line.last - dash - 1 <= POST_WORDS && isPerson(text, line, line.first, dash);
}

/** "حوار: آسيا العتروس", in the place of a byline: any short name will do. */
export function isSigned(text: LexedText, line: PageLine): boolean {
  const [unit] = line.units;
  if (line.ended || unit?.first !== line.first || !unit.classes.includes("furniture.author"))
    return false;
  if (!SEPARATORS.has(text.tokens[unit.last]?.form ?? "")) return false;
  const words = line.last - unit.last - 1;
  if (words < 2 || words > POST_WORDS) return false;
  for (let at = unit.last + 1; at < line.last; at++) {
    if (text.tokens[at]?.kind !== "word" || isVerbOnly(text, at)) return false;
  }
  return true;
}

/** "الرئيسية | أخبار | رياضة": entries set apart by bars. */
function isSeparated({ tokens }: LexedText, line: PageLine): boolean {
  if (line.stopped) return false;
  let quoted = false;
  let bars = 0;
  let words = 0;
  let longest = 0;
  let long = 0;
  for (let at = line.first; at < line.last; at++) {
    const token = tokens[at];
    if (token?.kind === "punct" && OPENING.has(token.form)) quoted = true;
    else if (
      token?.kind === "punct" &&
      BARS.has(token.form) &&
      !(quoted && !PIPES.has(token.form))
    ) {
      if (words > 0) bars++;
      words = 0;
    } else if (token?.kind === "word" && ++words > longest) {
      longest = words;
      if (words === MENU_WORDS + 1) long++;
    }
  }
  return bars >= FEWEST_BARS && (longest <= MENU_WORDS || (long * 2 <= bars && bars > FEWEST_BARS));
}

/** "رياضة ثقافة أخبار محلية تقارير": a menu whose entries nothing sets apart. */
function listsSections(text: LexedText, line: PageLine): boolean {
  if (line.ended || line.units.length < FEWEST_SECTIONS) return false;
  const words = wordsIn(text, line, ["furniture.section", "furniture.line", "furniture.zone"]);
  return words >= line.words * SECTIONS_SHARE;
}

/** Letters of Latin script and of no other: picture credits, buttons, addresses. */
function isLatin({ text }: LexedText, line: PageLine): boolean {
  if (line.words > SHORT_LINE_WORDS && text[line.start] !== "©") return false;
  const words = text.slice(line.start, line.end);
  return /[A-Za-z]/.test(words) && !/[^\P{L}\p{Script=Latin}]/u.test(words);
}

/** An item of a list inside the article: "- Timbuktu", "2) Nokia". */
function isItem({ tokens }: LexedText, { first }: PageLine): boolean {
  const token = tokens[first];
  if (token?.kind === "punct") return ITEM_MARKS.has(token.form);
  const isIndex = token?.kind === "number" && token.form.length <= 2;
  return isIndex && ITEM_MARKS.has(tokens[first + 1]?.form ?? "");
}

/** Short enough for the entry of a menu; numbers and letters of another script stand among them. */
export function isEntry(text: LexedText, line: PageLine): boolean {
  if (isLatin(text, line)) return true;
  if (line.ended || isStamp(text, line)) return false;
  return line.words <= (line.units.length > 0 ? SECTION_WORDS : MENU_WORDS);
}
