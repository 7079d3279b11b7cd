/**
 * Draws what is labelled for stories: for each seed, the reports that three plain methods find near
 * it. None of them is the engine's, for it is the engine that the labels judge. Each record is
 * printed once, below the first seed that finds it. Reports of sealed sets are passed over, those
 * sealed since too: with one more set it draws others.
 *
 *   npx tsx eval/own/stories-draw.ts --random 45             pools of reports drawn at random
 *   npx tsx eval/own/stories-draw.ts --seeds 2015-08-07#12,… pools of these
 *   npx tsx eval/own/stories-draw.ts --nearest 9             of each method so many
 *   npx tsx eval/own/stories-draw.ts --random 60 --draw 20402 --unlabelled
 *                                                            another draw, of reports without a label
 */

import { toolOptions } from "../../scripts/tool-options.js";
import { fold } from "../../src/text/fold.js";
import { seeded } from "../saudi.js";
import { archiveNames, readArchive } from "./archive.js";
import { isSealed } from "./sealed.js";
import { recordName, storyLabels } from "./stories.js";

/** What is printed of a report, characters. */
const SHOWN = { title: 90, text: 80 } as const;
/** A pair of words in more reports than this is a phrase, not a name. */
const MOST_HOLDERS = 80;
/** A word in more reports than this share tells no subject. */
const MOST_SHARE = 0.1;

const wordsOf = (text: string): string[] =>
  (fold(text).match(/\p{L}+/gu) ?? [])
    .map((word) => word.replace(/^[وف]?[بلك]?ال/u, ""))
    .filter((word) => word.length > 2);

/** Finds the reports that share the rarest features with one of them. */
class Method {
  private readonly holders = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  constructor(
    private readonly featuresOf: (at: number) => readonly string[],
    private readonly count: number,
    private readonly mostHolders: number,
  ) {
    for (let at = 0; at < count; at++) {
      const features = new Set(featuresOf(at));
      this.sizes.push(features.size);
      for (const feature of features) {
        const list = this.holders.get(feature);
        if (list) list.push(at);
        else this.holders.set(feature, [at]);
      }
    }
  }

  nearest(seed: number, wanted: number): readonly number[] {
    const scores = new Map<number, number>();
    for (const feature of new Set(this.featuresOf(seed))) {
      const holding = this.holders.get(feature) ?? [];
      if (holding.length > this.mostHolders) continue;
      const rarity = Math.log(this.count / holding.length) ** 2;
      for (const other of holding) scores.set(other, (scores.get(other) ?? 0) + rarity);
    }
    scores.delete(seed);
    return [...scores]
      .map(([at, score]): [number, number] => [at, score / Math.sqrt((this.sizes[at] ?? 0) + 1)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, wanted)
      .map(([at]) => at);
  }
}

const { values: options } = toolOptions(import.meta.url, {
  options: {
    random: { type: "string", default: "0" },
    seeds: { type: "string", default: "" },
    nearest: { type: "string", default: "7" },
    draw: { type: "string", default: "20401" },
    unlabelled: { type: "boolean", default: false },
  },
});

const labelled = new Set(
  options.unlabelled ? [...storyLabels("work").keys(), ...storyLabels("held").keys()] : [],
);
const reports = (archiveNames() ?? [])
  .flatMap((archive) => readArchive(archive))
  .filter((report) => !isSealed(report.archive, report.index) && !labelled.has(recordName(report)))
  .map((report) => ({
    name: recordName(report),
    outlet: report.outlet,
    title: report.title ?? "",
    begins: report.text
      .slice(0, SHOWN.text * 3)
      .replace(/\s+/gu, " ")
      .trim()
      .slice(0, SHOWN.text),
    titleWords: wordsOf(report.title ?? ""),
    words: wordsOf(`${report.title ?? ""} ${report.text}`),
  }));
type Drawable = (typeof reports)[number];
const of = (at: number): Drawable => reports[at] as Drawable;

const methods = [
  new Method((at) => of(at).words, reports.length, reports.length * MOST_SHARE),
  new Method((at) => of(at).titleWords, reports.length, reports.length * MOST_SHARE),
  new Method(
    (at) => of(at).words.flatMap((word, i, all) => (i === 0 ? [] : [`${all[i - 1]} ${word}`])),
    reports.length,
    MOST_HOLDERS,
  ),
];
const places = new Map(reports.map(({ name }, at) => [name, at]));
const seeds = options.seeds.split(",").flatMap((name) => places.get(name) ?? []);
const random = seeded(Number(options.draw));
for (let i = 0; i < Number(options.random); i++) seeds.push(Math.floor(random() * reports.length));

const shown = new Set<number>();
for (const seed of seeds) {
  const pool = new Set([
    seed,
    ...methods.flatMap((method) => method.nearest(seed, Number(options.nearest))),
  ]);
  console.log("");
  for (const at of [...pool].sort((a, b) => a - b)) {
    if (shown.has(at)) continue;
    shown.add(at);
    const { name, outlet, title, begins } = of(at);
    console.log(
      `${at === seed ? "*" : " "}${name} ${outlet} | ${title.slice(0, SHOWN.title)} | ${begins}`,
    );
  }
}
