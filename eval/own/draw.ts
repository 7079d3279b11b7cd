/**
 * Draws the reports that are labelled here. Run again it names the same ones.
 *
 *   npx tsx eval/own/draw.ts --set own            archive, place in it, outlet, day collected, length
 *   npx tsx eval/own/draw.ts --set own --texts    as JSON with the texts, for whoever labels
 *   ... --set third --texts --open-held           the texts of a sealed set, only for who labels it
 */

import { toolOptions } from "../../scripts/tool-options.js";
import { fold } from "../../src/text/fold.js";
import { labelledRecords } from "../data.js";
import { seeded } from "../saudi.js";
import { type ArchivedReport, archiveNames, readArchive } from "./archive.js";
import { DRAWN_SETS, type DrawnSet, setNamed } from "./sets.js";

const SHORTEST = 500;
const LONGEST = 5000;
/** An outlet with fewer fitting reports is left out: two sports papers, with four and six. */
const FEWEST_OF_OUTLET = 20;
/** Words of harm in a report, at least: one alone is often a figure of speech or a penalty kick. */
const FEWEST_HARM_WORDS = 2;

/** Death, injury, arrest, flight: folded forms, with or without one-letter clitics and the article. */
const HARM = new Set(
  (
    "قتل قتلوا مقتل قتلي قتيل قتيلا استشهد استشهاد شهداء توفي وفاه مصرع جثث جثه اصيب اصابه جرحي جريح " +
    "اعتقل اعتقال اعتقلت اوقفت ضبط القبض قبض احتجاز توقيف نازح نازحين نزوح نزح خطف اختطاف مفقودين فقدان"
  ).split(" "),
);
const SAYING = new Set(
  (
    "قال قالت اعلن اعلنت اكد اكدت افاد افادت ذكر ذكرت اوضح اوضحت اضاف اضافت اشار اشارت صرح نفي نفت " +
    "كشف كشفت بين شدد بحسب وفق وفقا نقلا دعا اتهم حذر ادان طالب"
  ).split(" "),
);

const wordsOf = (text: string): readonly string[] => fold(text).match(/\p{L}+/gu) ?? [];
const bare = (word: string): readonly string[] => [
  word,
  word.replace(/^[وفب]/u, ""),
  word.replace(/^[وف]?[بل]?ال/u, ""),
];
const isOf = (set: ReadonlySet<string>, word: string): boolean =>
  bare(word).some((form) => set.has(form));

const OPENING_LETTERS = 120;
/** How a text begins, letters only: one report carried on two days is one report. */
const opening = (text: string): string => wordsOf(text).join("").slice(0, OPENING_LETTERS);

function fits(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  const words = wordsOf(text);
  return (
    words.filter((word) => isOf(HARM, word)).length >= FEWEST_HARM_WORDS &&
    words.some((word) => isOf(SAYING, word))
  );
}

/** The fitting reports of each outlet that has enough of them, in the order of the outlets' names. */
function fittingReports(): readonly ArchivedReport[][] {
  const seen = new Set((labelledRecords() ?? []).map(({ text }) => opening(text)));
  const pools = new Map<string, ArchivedReport[]>();
  for (const archive of archiveNames() ?? []) {
    for (const report of readArchive(archive)) {
      const begins = opening(report.text);
      if (seen.has(begins) || !fits(report.text)) continue;
      seen.add(begins);
      pools.set(report.outlet, [...(pools.get(report.outlet) ?? []), report]);
    }
  }
  return [...pools]
    .filter(([, pool]) => pool.length >= FEWEST_OF_OUTLET)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pool]) => pool);
}

/** Takes from each outlet in turn, in an order that the seed gives, and out of the pools. */
function takeFrom(pools: readonly ArchivedReport[][], { seed, size }: DrawnSet): ArchivedReport[] {
  const random = seeded(seed);
  const drawn: ArchivedReport[] = [];
  while (drawn.length < size && pools.some((pool) => pool.length > 0)) {
    for (const pool of pools) {
      if (drawn.length >= size) break;
      const [report] = pool.splice(Math.floor(random() * pool.length), 1);
      if (report) drawn.push(report);
    }
  }
  return drawn;
}

/** The reports of a set: none of a set drawn before it is among them. */
export function draw(wanted: DrawnSet): readonly ArchivedReport[] {
  const pools = fittingReports();
  for (const set of DRAWN_SETS) {
    const drawn = takeFrom(pools, set);
    if (set.name === wanted.name) return drawn;
  }
  return [];
}

const { values: options } = toolOptions(import.meta.url, {
  options: {
    set: { type: "string", default: "own" },
    texts: { type: "boolean", default: false },
    "open-held": { type: "boolean", default: false },
  },
});
const set = setNamed(options.set);
if (options.texts && set.sealed && !options["open-held"]) {
  console.error(`draw: the texts of ${set.name} stay closed without --open-held: ${set.sealed}`);
  process.exit(2);
}
const reports = draw(set);
if (options.texts) console.log(JSON.stringify(reports));
else {
  for (const { archive, index, outlet, fetched, text } of reports)
    console.log([archive, index, outlet, fetched, text.length].join("\t"));
}
