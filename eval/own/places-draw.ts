/**
 * Draws the mentions that `places.json` labels. Run again it names the same ones (PLACES.md).
 *
 *   npx tsx eval/own/places-draw.ts            stratum, record, start, end
 *   npx tsx eval/own/places-draw.ts --words    with the words around, for whoever labels
 *
 * What is drawn are words that could name a place, whatever the engine makes of them: forms that
 * the gazetteer lists, ordinary words among them, and words no gazetteer has where a place is told.
 */
import { execFileSync } from "node:child_process";
import { toolOptions } from "../../scripts/tool-options.js";
import { type GazetteerMatch, longestAt } from "../../src/gazetteer/gazetteer.js";
import { fold } from "../../src/text/fold.js";
import { labelledRecords } from "../data.js";
import { seeded } from "../saudi.js";
import { archiveNames, readArchive } from "./archive.js";

const SHORTEST = 400;
const LONGEST = 6000;
/** Reports of the archives that are looked at, of 31,030. */
const LOOKED_AT = 6000;
const OPENING_LETTERS = 120;
/** A form that stands in more of the looked-at reports is a common word wherever it stands. */
const COMMON = 300;
/** Words behind "in" that no gazetteer has are drawn only where fewer reports have them. */
const RARE = 3;
/** Of the forms that are common words too, so many stand where a place can stand. */
const PLACED_SHARE = 0.7;

/**
 * Kinds of words: `plain` has one bearer or is a country (السعودية); `shared` several (طرابلس);
 * `doubtful` is also a common word or a person's name (القاعدة); `unlisted` no gazetteer has, and it
 * stands behind a word for a place; `rare` neither gazetteer nor hardly a report, behind "in".
 */
type Stratum = "plain" | "shared" | "doubtful" | "unlisted" | "rare";

/** How often one bearer, or one form that is no name, may be drawn. */
const SAME: Readonly<Record<Stratum, number>> = {
  plain: 2,
  shared: 2,
  doubtful: 1,
  unlisted: 1,
  rare: 1,
};

/** How many mentions of each kind are drawn from a source. */
type Wanted = Readonly<Record<Stratum, number>>;
interface Draw {
  readonly seed: number;
  readonly archives: Wanted;
  readonly labelled: Wanted;
}
const DRAWS: readonly Draw[] = [
  {
    seed: 40923,
    archives: { plain: 70, shared: 90, doubtful: 60, unlisted: 55, rare: 12 },
    labelled: { plain: 20, shared: 20, doubtful: 15, unlisted: 12, rare: 3 },
  },
  {
    seed: 51109,
    archives: { plain: 40, shared: 70, doubtful: 30, unlisted: 45, rare: 5 },
    labelled: { plain: 0, shared: 0, doubtful: 0, unlisted: 0, rare: 0 },
  },
];
const STRATA: readonly Stratum[] = ["plain", "shared", "doubtful", "unlisted", "rare"];

const PLACE_WORDS = new Set(
  fold(
    "مدينة قرية بلدة محافظة حي منطقة هجرة جبل وادي مخيم ناحية ضاحية مديرية ولاية قضاء إقليم " +
      "جزيرة معبر بلدتي مدينتي قريتي أحياء قرى بلدات ضواحي حارة مقاطعة مطار ميناء سد شارع طريق",
  ).split(" "),
);
const IN = new Set(fold("في إلى قرب جنوب شمال شرق غرب جنوبي شمالي شرقي غربي").split(" "));
const JOINED = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"] as const;

interface Text {
  readonly record: string;
  readonly text: string;
}
interface Candidate {
  readonly stratum: Stratum;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}
interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\u0640]+/gu)].map((found) => ({
    form: fold(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Letters joined in front that leave a name behind: بدمشق, وللرياض. The longest name is taken. */
function listedAt(words: readonly Word[], at: number) {
  const { form } = words[at] as Word;
  let best: { match: GazetteerMatch; skip: number } | null = null;
  const formAt = (i: number): string => words[i]?.form ?? "";
  for (const joined of JOINED) {
    if (!form.startsWith(joined)) continue;
    const rest = form.slice(joined.length);
    const spelled = joined.endsWith("ل") && rest.startsWith("ل") ? `ا${rest}` : rest;
    if (spelled.length < 3) continue;
    const match = longestAt(formAt, at, spelled);
    if (match?.entries[0]?.kind !== "place") continue;
    if (!best || match.length > best.match.length) best = { match, skip: joined.length };
  }
  return best;
}

type IsRarer = (form: string, than: number) => boolean;

function stratumOf({ commonWord, entries }: GazetteerMatch): Stratum {
  if (commonWord) return "doubtful";
  return entries.length > 1 && entries[0]?.type !== "country" ? "shared" : "plain";
}

function candidatesOf(text: string, isRarer: IsRarer, placed: boolean): readonly Candidate[] {
  const words = wordsOf(text);
  const found: Candidate[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const listed = listedAt(words, at);
    if (listed) {
      const { match, skip } = listed;
      const last = words[at + match.length - 1] as Word;
      const phrase = match.entries[0]?.id ?? "";
      const [start, end] = [word.start + skip, last.end];
      const told = skip > 0 || isTold(words[at - 1]);
      const common =
        stratumOf(match) === "doubtful" && (!isRarer(word.form, COMMON) || (placed && !told));
      if (!common) found.push({ stratum: stratumOf(match), phrase, start, end });
      at += match.length - 1;
      continue;
    }
    const before = words[at - 1];
    if (!before || word.form.length < 4 || word.start - before.end > 2) continue;
    const { form: phrase, start, end } = word;
    if (isPlaceWord(before.form) && isRarer(phrase, COMMON))
      found.push({ stratum: "unlisted", phrase, start, end });
    else if (IN.has(before.form) && isRarer(phrase, RARE))
      found.push({ stratum: "rare", phrase, start, end });
  }
  return found;
}

const isPlaceWord = (form: string): boolean =>
  PLACE_WORDS.has(form) || PLACE_WORDS.has(form.slice(1));
const isTold = (before: Word | undefined): boolean =>
  before !== undefined && (isPlaceWord(before.form) || IN.has(before.form));

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** Records of the sets drawn before, whose texts are not to be read again. */
function drawnBefore(): ReadonlySet<string> {
  const script = new URL("draw.ts", import.meta.url).pathname;
  const lines = ["own", "second", "held"].flatMap((set) =>
    execFileSync("npx", ["tsx", script, "--set", set], { encoding: "utf8" }).split("\n"),
  );
  return new Set(lines.map((line) => line.split("\t").slice(0, 2).join("#")));
}

/** Every text of the archives once, the shortest and longest left out. */
function archivedTexts(): readonly Text[] {
  const before = drawnBefore();
  const seen = new Set<string>();
  const texts: Text[] = [];
  for (const archive of archiveNames() ?? []) {
    for (const { index, text } of readArchive(archive)) {
      if (text.length < SHORTEST || text.length > LONGEST || before.has(`${archive}#${index}`))
        continue;
      const opening = fold(text).replace(/\P{L}/gu, "").slice(0, OPENING_LETTERS);
      if (seen.has(opening)) continue;
      seen.add(opening);
      texts.push({ record: `${archive}#${index}`, text });
    }
  }
  return texts;
}

type Drawn = Candidate & Text;

/** Goes through the texts, each time taking one mention of the kind that is furthest behind. */
function take(
  texts: readonly Text[],
  wanted: Wanted,
  rounds: number,
  isRarer: IsRarer,
  random: () => number,
): readonly Drawn[] {
  const counts: Record<Stratum, number> = {
    plain: 0,
    shared: 0,
    doubtful: 0,
    unlisted: 0,
    rare: 0,
  };
  const forms = new Map<string, number>();
  const drawn: Drawn[] = [];
  const taken = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const { record, text } of texts) {
      const open = candidatesOf(text, isRarer, random() < PLACED_SHARE).filter(
        ({ stratum, phrase, start }) =>
          counts[stratum] < wanted[stratum] &&
          (forms.get(phrase) ?? 0) < SAME[stratum] &&
          !taken.has(`${record} ${start}`),
      );
      const behind = STRATA.filter((name) => open.some(({ stratum }) => stratum === name)).sort(
        (a, b) => counts[a] / wanted[a] - counts[b] / wanted[b],
      )[0];
      const pool = open.filter(({ stratum }) => stratum === behind);
      const chosen = pool[Math.floor(random() * pool.length)];
      if (!chosen) continue;
      counts[chosen.stratum]++;
      forms.set(chosen.phrase, (forms.get(chosen.phrase) ?? 0) + 1);
      taken.add(`${record} ${chosen.start}`);
      drawn.push({ ...chosen, record, text });
    }
  }
  return drawn;
}

/** The same labelled report may give several mentions: there are only 23 of them. */
const LABELLED_ROUNDS = 6;

/** One draw, from the texts of which no earlier draw has a mention. */
function draw({ seed, archives, labelled }: Draw, all: readonly Text[]): readonly Drawn[] {
  const random = seeded(seed);
  const texts = shuffled(all, random).slice(0, LOOKED_AT);
  const frequency = new Map<string, number>();
  for (const { text } of texts)
    for (const form of new Set(wordsOf(text).map((word) => word.form)))
      frequency.set(form, (frequency.get(form) ?? 0) + 1);
  const isRarer: IsRarer = (form, than) => (frequency.get(form) ?? 0) < than;
  const records = shuffled(labelledRecords() ?? [], random).map(({ name, text }) => ({
    record: `labelled-dev/${name}`,
    text,
  }));
  return [
    ...take(texts, archives, 1, isRarer, random),
    ...take(records, labelled, LABELLED_ROUNDS, isRarer, random),
  ];
}

const { values: options } = toolOptions(import.meta.url, {
  options: { words: { type: "boolean", default: false } },
});
const drawn: Drawn[] = [];
let texts = archivedTexts();
for (const one of DRAWS) {
  drawn.push(...draw(one, texts));
  const used = new Set(drawn.map(({ record }) => record));
  texts = texts.filter(({ record }) => !used.has(record));
}
for (const [index, { stratum, record, text, start, end }] of drawn.entries()) {
  console.log([index, stratum, record, start, end].join("\t"));
  if (!options.words) continue;
  const around = (from: number, to: number): string => text.slice(Math.max(0, from), to);
  console.log(
    `   ${around(0, 70).replace(/\s+/g, " ")}\n   … ${`${around(start - 170, start)}⟦${around(start, end)}⟧${around(end, end + 110)}`.replace(/\s+/g, " ")}\n`,
  );
}
