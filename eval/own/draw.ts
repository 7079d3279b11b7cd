/**
 * Draws the reports that are labelled here. Run again it names the same forty.
 *
 *   npx tsx eval/own/draw.ts            archive, place in it, outlet, day collected, length
 *   npx tsx eval/own/draw.ts --texts    as JSON with the texts, for whoever labels
 */
import { parseArgs } from "node:util";
import { fold } from "../../src/text/fold.js";
import { labelledRecords } from "../data.js";
import { seeded } from "../saudi.js";
import { type ArchivedReport, archiveNames, readArchive } from "./archive.js";

const SEED = 20260;
const DRAWN = 40;
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

/** Takes from each outlet in turn, outlets and reports in an order that the seed gives. */
export function draw(): readonly ArchivedReport[] {
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
  const random = seeded(SEED);
  const outlets = [...pools]
    .filter(([, pool]) => pool.length >= FEWEST_OF_OUTLET)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pool]) => pool);
  const drawn: ArchivedReport[] = [];
  while (drawn.length < DRAWN && outlets.some((pool) => pool.length > 0)) {
    for (const pool of outlets) {
      const [report] = pool.splice(Math.floor(random() * pool.length), 1);
      if (report && drawn.length < DRAWN) drawn.push(report);
    }
  }
  return drawn;
}

const { values: options } = parseArgs({ options: { texts: { type: "boolean", default: false } } });
const reports = draw();
if (options.texts) console.log(JSON.stringify(reports));
else {
  for (const { archive, index, outlet, fetched, text } of reports)
    console.log([archive, index, outlet, fetched, text.length].join("\t"));
}
