/**
 * Draws the pairs of names that `identity.json` labels (IDENTITY.md).
 *
 *   npx tsx eval/own/identity-draw.ts --dump FILE     every name read in the archives (ten minutes)
 *   npx tsx eval/own/identity-draw.ts --names FILE    stratum and the two places of each pair, by that file
 *   … --words                                         with the words around, for whoever labels
 */
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { toolOptions } from "../../scripts/tool-options.js";
import { readReports } from "../../src/engine.js";
import { skeletonOf } from "../../src/lang/ar/skeleton.js";
import { fold } from "../../src/text/fold.js";
import { seeded } from "../saudi.js";
import { type ArchivedReport, archiveNames, readArchive } from "./archive.js";
import { isSealed } from "./sealed.js";
import { recordName, storyLabels } from "./stories.js";

const SEED = 71123;
const SHORTEST = 200;
const LONGEST = 6000;

const readNameSchema = z.object({
  record: z.string(),
  kind: z.string(),
  name: z.string(),
  span: z.tuple([z.number(), z.number()]),
  /** What else its report names: bodies, people and places, folded. */
  beside: z.array(z.string()).optional(),
});
type ReadName = z.infer<typeof readNameSchema>;

/** How many pairs of a kind are drawn. */
const WANTED = {
  /** One two-word name in two reports, drawn by name. */
  equal: 20,
  /** The same, but nothing and nobody else is named in both reports. */
  strange: 36,
  /** A name and one that is longer by a father or a family: same first word. */
  longer: 26,
  /** A lone name, and a full one that ends with it, in reports that share another name. */
  surname: 10,
  /** Two spellings of one skeleton. */
  spelled: 20,
  /** In one labelled story: people of whom a word is shared. */
  story: 34,
  /** In one labelled story: bodies and places of whom a word is shared. */
  storyBodies: 12,
  /** Bodies whose names differ by a word, in two reports. */
  bodies: 16,
  /** One name, a person here and no person there. */
  kinds: 10,
  /** As `strange`, of names whose family is borne with many first names. */
  common: 34,
} as const;
type Stratum = keyof typeof WANTED;

function dump(file: string): void {
  rmSync(file, { force: true });
  for (const archive of archiveNames() ?? []) {
    const records = readArchive(archive).filter(
      ({ index, text }) =>
        !isSealed(archive, index) && text.length >= SHORTEST && text.length <= LONGEST,
    );
    const readings = readReports(
      records.map(({ text, outlet, url, fetched, title }) => ({
        text,
        outlet,
        url,
        fetched,
        title,
      })),
    );
    for (const [at, { entities }] of readings.entries()) {
      const record = recordName(records[at] as ArchivedReport);
      const beside = [...new Set(entities.map(({ name }) => fold(name)))];
      for (const { kind, name, ref, mentions } of entities) {
        const [first] = mentions;
        if ((ref !== null && kind !== "person") || !first) continue;
        const span: [number, number] = [first.start, first.end];
        appendFileSync(file, `${JSON.stringify({ record, kind, name, span, beside })}\n`);
      }
    }
  }
}

const wordsOf = (name: string): string[] => fold(name).split(" ").filter(Boolean);
const skeleton = (name: string): string => wordsOf(name).map(skeletonOf).join("");
const isPerson = ({ kind }: ReadName): boolean => kind === "person";

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

function groupedBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

type Pair = readonly [ReadName, ReadName];

/** What both reports name beside the two. */
function sharedBeside(a: ReadName, b: ReadName): number {
  const own = new Set([...wordsOf(a.name), ...wordsOf(b.name)]);
  const others = new Set(a.beside ?? []);
  return (b.beside ?? []).filter((one) => others.has(one) && !wordsOf(one).some((w) => own.has(w)))
    .length;
}

function drawPairs(names: readonly ReadName[]): [Stratum, Pair][] {
  const random = seeded(SEED);
  const mixed = shuffled(names, random);
  const people = mixed.filter(isPerson);
  const full = people.filter(({ name }) => wordsOf(name).length === 2);
  const long = people.filter(({ name }) => wordsOf(name).length > 2);
  const lone = people.filter(({ name }) => wordsOf(name).length === 1 && fold(name).length > 4);
  const bodies = mixed.filter(
    ({ kind, name }) => kind === "organization" && wordsOf(name).length > 1,
  );
  const storyOf = storyLabels("work");
  const inStory = mixed.filter(
    ({ record }) => storyOf.get(record) !== record && storyOf.has(record),
  );
  const drawn: [Stratum, Pair][] = [];
  const taken = new Set<string>();
  const take = (
    stratum: Stratum,
    groups: readonly (readonly ReadName[])[],
    fits: (a: ReadName, b: ReadName) => boolean,
    isAcross = true,
  ): void => {
    let left: number = WANTED[stratum];
    for (const group of shuffled(groups, random)) {
      if (left === 0) return;
      const some = shuffled(group, random).slice(0, 12);
      const pair = some
        .flatMap((a, at) => some.slice(at + 1).map((b): Pair => [a, b]))
        .find(
          ([a, b]) =>
            (!isAcross || a.record !== b.record) && fits(a, b) && !taken.has(fold(a.name)),
        );
      if (!pair) continue;
      taken.add(fold(pair[0].name));
      drawn.push([stratum, pair]);
      left--;
    }
  };
  const apart = (a: ReadName, b: ReadName): boolean =>
    storyOf.get(a.record) !== storyOf.get(b.record);
  take(
    "equal",
    groupedBy(full, ({ name }) => [fold(name)]),
    (a, b) => sharedBeside(a, b) > 0,
  );
  take(
    "strange",
    groupedBy(full, ({ name }) => [fold(name)]),
    (a, b) => sharedBeside(a, b) === 0,
  );
  take(
    "longer",
    groupedBy([...full, ...long], ({ name }) => [
      wordsOf(name).slice(0, 2).join(" "),
      `${wordsOf(name)[0]} ${wordsOf(name).at(-1)}`,
    ]),
    (a, b) => wordsOf(a.name).length !== wordsOf(b.name).length,
  );
  take(
    "surname",
    groupedBy([...lone, ...full], ({ name }) => [wordsOf(name).at(-1) ?? ""]),
    (a, b) => wordsOf(a.name).length !== wordsOf(b.name).length && sharedBeside(a, b) > 1,
  );
  take(
    "spelled",
    groupedBy([...full, ...long], ({ name }) => [skeleton(name)]),
    (a, b) => fold(a.name) !== fold(b.name),
  );
  const wordAndStory = (one: ReadName): string[] =>
    wordsOf(one.name)
      .filter((w) => w.length > 3)
      .map((w) => `${storyOf.get(one.record)} ${w}`);
  const unequal = (a: ReadName, b: ReadName): boolean => fold(a.name) !== fold(b.name);
  take("story", groupedBy(inStory.filter(isPerson), wordAndStory), unequal, false);
  take(
    "storyBodies",
    groupedBy(
      inStory.filter((one) => !isPerson(one)),
      wordAndStory,
    ),
    unequal,
    false,
  );
  take(
    "bodies",
    groupedBy(bodies, ({ name }) => [wordsOf(name).slice(0, 2).join(" ")]),
    (a, b) => unequal(a, b) && apart(a, b),
  );
  take(
    "kinds",
    groupedBy(mixed, ({ name }) => [fold(name)]),
    (a, b) => isPerson(a) !== isPerson(b),
  );
  const firsts = new Map<string, Set<string>>();
  for (const { name } of full) {
    const [first = "", last = ""] = wordsOf(name);
    firsts.set(last, (firsts.get(last) ?? new Set()).add(first));
  }
  const isCommon = (name: string): boolean =>
    (firsts.get(wordsOf(name)[1] ?? "")?.size ?? 0) >= MANY_FIRST_NAMES;
  take(
    "common",
    groupedBy(
      full.filter(({ name }) => isCommon(name)),
      ({ name }) => [fold(name)],
    ),
    (a, b) => sharedBeside(a, b) === 0,
  );
  return drawn;
}

/** First names from which a family's name alone tells little. */
const MANY_FIRST_NAMES = 25;

const AROUND = 110;

function main(): void {
  const { values } = toolOptions(import.meta.url, {
    options: {
      dump: { type: "string" },
      names: { type: "string" },
      words: { type: "boolean", default: false },
    },
  });
  if (values.dump !== undefined) dump(values.dump);
  if (values.names === undefined) return;
  const lines = readFileSync(values.names, "utf8").split("\n").filter(Boolean);
  const names = lines.map((line) => readNameSchema.parse(JSON.parse(line)));
  const pairs = drawPairs(names);
  const wanted = new Set(pairs.flatMap(([, pair]) => pair.map(({ record }) => record)));
  const records = new Map<string, ArchivedReport>();
  for (const archive of values.words ? (archiveNames() ?? []) : []) {
    for (const record of readArchive(archive)) {
      if (wanted.has(recordName(record))) records.set(recordName(record), record);
    }
  }
  for (const [at, [stratum, pair]] of pairs.entries()) {
    console.log(
      [at + 1, stratum, ...pair.map((one) => `${one.record}:${one.span.join("-")}`)].join("\t"),
    );
    for (const {
      record,
      span: [start, end],
    } of values.words ? pair : []) {
      const { text = "", title = "", outlet = "" } = records.get(record) ?? {};
      const before = text.slice(Math.max(0, start - AROUND), start);
      const words = `${before}[[${text.slice(start, end)}]]${text.slice(end, end + AROUND)}`;
      console.log(`   ${outlet} | ${title} | ${words.replace(/\s+/g, " ")}`);
    }
  }
}

main();
