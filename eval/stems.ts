/**
 * Derives `src/lang/ar/segment-words.ts` from the word counts of saudinewsnet:
 *
 *   npx tsx eval/stems.ts            prints how many words would be listed
 *   npx tsx eval/stems.ts --write    writes them
 *
 * A first letter is a part of the stem where the whole form takes an article or a preposition
 * (الوفاق: وفاق), or is a verb (يلفت: لفت); it is a word of its own where the rest stands alone as
 * often (وقال: قال). An ending is a pronoun where what is before it stands alone (خلالها: خلال) and
 * the whole takes no article. Only the forms are listed for which these counts and the judgement
 * without them differ.
 */
import { writeFileSync } from "node:fs";
import { arabic } from "../src/lang/ar/pack.js";
import { type Judge, LexiconJudge, plain, segment } from "../src/lang/ar/segment.js";
import { tokenize } from "../src/text/tokens.js";
import { saudiReports } from "./saudi.js";

/** Rarer forms tell too little. */
const LEAST_SEEN = 5;
const ALL_DAYS = 18;
/** Shares of a form's count, found by reading the lists that come out. */
const SHARE = { rest: 0.03, whole: 0.1, preposition: 0.08, like: 0.5, article: 0.05 } as const;

const counts = new Map<string, number>();
for (const { text } of saudiReports(Number.POSITIVE_INFINITY, 1, ALL_DAYS) ?? []) {
  for (const { kind, start, end } of tokenize(text)) {
    if (kind !== "word") continue;
    const form = plain(
      text.slice(start, end).replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f]/g, ""),
    );
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
}
const seen = (form: string): number => counts.get(form) ?? 0;
const withArticle = (form: string): number =>
  seen(`ال${form}`) + seen(`وال${form}`) + seen(`بال${form}`) + seen(`لل${form}`);
const alone = (form: string): number => seen(form) + withArticle(form);
/** The stem before a pronoun, as it stands without one: حكومت is حكومة. */
const unbound = (stem: string): number =>
  alone(stem) +
  (stem.endsWith("ت") ? alone(`${stem.slice(0, -1)}ة`) : 0) +
  (stem.endsWith("ا") ? seen(`${stem.slice(0, -1)}ي`) : 0) +
  (/[ئؤ]$/.test(stem) ? seen(`${stem.slice(0, -1)}ء`) : 0);

const PRONOUN = /(هما|ها|هم|هن|نا|كم|ه)$/;
const withoutPronoun = (form: string): string => form.replace(PRONOUN, "");
const presentOf = (form: string): number =>
  seen(`ي${form}`) + seen(`ي${form.replace(/(ت|وا|ا)$/, "")}`) * 0.5;

/** How much speaks for the whole form as one stem. */
function wholeness(form: string): number {
  const stem = withoutPronoun(form);
  const bound =
    stem === form
      ? 0
      : withArticle(stem) + (stem.endsWith("ت") ? withArticle(`${stem.slice(0, -1)}ة`) : 0);
  return (
    Math.max(withArticle(form), stem.length > 2 ? bound : 0) +
    (form.length > 2 ? presentOf(form) : 0)
  );
}
const standsAlone = (form: string): number => {
  const stem = withoutPronoun(form);
  return stem === form || stem.length < 2 ? alone(form) : Math.max(alone(form), unbound(stem));
};

const byLexicon = new LexiconJudge(arabic.lexicon);
const isRealWord = (form: string): boolean =>
  arabic.lexicon
    .word(plain(form).replace(/ة/g, "ه"))
    .readings.some(
      ({ entry, conjunction, preposition, article, enclitic }) =>
        conjunction + preposition + enclitic === "" &&
        !article &&
        entry.pos !== "fixed" &&
        !entry.classes.includes("ordinary"),
    );

/** Every question asked, `enclitic خلالها`, and its answer. */
const decided = new Map<string, boolean>();
const note = (question: string, form: string, joined: boolean): boolean => {
  decided.set(`${question} ${form}`, joined);
  return joined;
};

const byCounts: Judge = {
  isConjunction: (form) => {
    const n = seen(form);
    const rest = standsAlone(form.slice(1));
    const whole = wholeness(form);
    if (n === 0) return byLexicon.guessesConjunction(form);
    if (isRealWord(form) && rest < 20 * n) return note("conjunction", form, false);
    if (form.startsWith("ف")) {
      return note("conjunction", form, rest >= Math.max(5, 2 * n) && whole < 2 && n < 0.3 * rest);
    }
    const enough = rest >= Math.max(2, SHARE.rest * n);
    return note(
      "conjunction",
      form,
      enough && whole < Math.max(2, SHARE.whole * n) && whole < rest,
    );
  },
  isPreposition: (form) => {
    const n = seen(form);
    const letter = form[0] ?? "";
    const rest = standsAlone(form.slice(1));
    const whole = wholeness(form);
    if (n === 0) return byLexicon.guessesPreposition(form);
    if (isRealWord(form)) return note("preposition", form, false);
    if (letter === "س") {
      const present = /^س[يتن]/.test(form) && seen(form.slice(1)) >= Math.max(3, SHARE.whole * n);
      return note("preposition", form, present && whole < Math.max(2, SHARE.rest * n));
    }
    const least = letter === "ك" ? SHARE.like : SHARE.preposition;
    const enough = rest >= Math.max(3, least * n);
    return note(
      "preposition",
      form,
      enough && whole < Math.max(2, SHARE.article * n) && whole < 0.3 * rest,
    );
  },
  isEnclitic: (form, enclitic) => {
    const n = seen(form);
    if (n === 0) return byLexicon.guessesEnclitic(form, enclitic);
    if (isRealWord(form)) return note("enclitic", form, false);
    const stem = form.slice(0, -enclitic.length);
    const careless = enclitic === "ه" && withArticle(`${stem}ة`) > 2 * withArticle(form);
    const whole = careless
      ? 0
      : withArticle(form) + (enclitic === "نا" ? alone(form.slice(0, -1)) : 0);
    if (whole >= Math.max(2, SHARE.article * n)) return note("enclitic", form, false);
    return note("enclitic", form, unbound(stem) >= Math.max(2, SHARE.rest * n));
  },
};

const lists = new Map<string, Set<string>>();
for (const [form, n] of counts) {
  if (n >= LEAST_SEEN && form.length >= 3 && /^[\u0621-\u064a]+$/.test(form))
    segment(form, byCounts);
}
for (const [key, joined] of decided) {
  const [question = "", form = ""] = key.split(" ");
  if (seen(form) < LEAST_SEEN || guess(question, form) === joined) continue;
  const name = `${question} ${joined ? "joined" : "whole"}`;
  lists.set(name, (lists.get(name) ?? new Set()).add(form));
}

function guess(question: string, form: string): boolean {
  if (question === "conjunction") return byLexicon.guessesConjunction(form);
  if (question === "preposition") return byLexicon.guessesPreposition(form);
  return byLexicon.guessesEnclitic(form, PRONOUN.exec(form)?.[1] ?? "ه");
}

for (const [name, list] of lists) console.log(name, list.size, [...list].slice(0, 30).join(" "));

if (process.argv.includes("--write")) {
  /** Source lines of words. */
  const WIDTH = 96;
  const print = (name: string): string => {
    const lines: string[] = [];
    let line = "";
    for (const word of [...(lists.get(name) ?? [])].sort()) {
      if (line.length + word.length >= WIDTH) {
        lines.push(line);
        line = "";
      }
      line += line === "" ? word : ` ${word}`;
    }
    return [...lines, line].join("\n");
  };
  const questions = ["conjunction", "preposition", "enclitic"];
  const source = `/**
 * Frequent words that the judgement by lexicon and rule alone splits wrongly. Derived from the word
 * counts of 31,030 news reports of 2015 by eval/stems.ts, which says how; never edited by hand.
 * Plain alifs, ي for ى.
 */
export type SegmentQuestion = "conjunction" | "preposition" | "enclitic";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\\s+/));

/** By the letters asked about: words that they are joined to, and words that they are a part of. */
export const SEGMENT_WORDS: Readonly<
  Record<
    SegmentQuestion,
    { readonly joined: ReadonlySet<string>; readonly whole: ReadonlySet<string> }
  >
> = {
${questions
  .map(
    (question) => `  ${question}: {
    joined: words(\`\n${print(`${question} joined`)}\n\`),
    whole: words(\`\n${print(`${question} whole`)}\n\`),
  },`,
  )
  .join("\n")}
};
`;
  writeFileSync(new URL("../src/lang/ar/segment-words.ts", import.meta.url), source);
}
