/**
 * Compiles the gazetteer: GeoNames' populated places, the country tables and the lexicons
 * `places.tsv`, `place-traps.tsv`, `institutions.tsv` and `nations.tsv` become one module of packed
 * strings, so that nothing is read at run time. `npm run generate` runs it; so does
 * `npx tsx scripts/compile-gazetteer.ts`. The same inputs give the same bytes.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packEntry, packPhrase } from "../src/gazetteer/packing.js";
import { type Bearer, finish, phraseOf } from "./gazetteer/bearers.js";
import { readCountries } from "./gazetteer/countries.js";
import { packDemonyms } from "./gazetteer/demonyms.js";
import { readPopulated } from "./gazetteer/geonames.js";
import { readInstitutions } from "./gazetteer/institutions.js";
import { readPlaces } from "./gazetteer/places.js";
import { readTraps } from "./gazetteer/traps.js";
import { readRows } from "./gazetteer/tsv.js";

const lexicon = (name: string): URL =>
  new URL(`../src/lang/ar/lexicon/${name}.tsv`, import.meta.url);
const target = new URL("../src/gazetteer/places.generated.ts", import.meta.url);

export async function compileGazetteer(): Promise<void> {
  const countries = readCountries();
  const bearers: readonly Bearer[] = [
    ...readPlaces(
      readRows(lexicon("places")),
      readTraps(readRows(lexicon("place-traps"))),
      readPopulated(),
      countries,
    ),
    ...readInstitutions(readRows(lexicon("institutions"))),
  ];
  const ordered = bearers
    .filter((bearer) => bearer.spellings.size > 0)
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0));
  for (const [i, bearer] of ordered.entries()) {
    if (bearer.entry.id === ordered[i + 1]?.entry.id) {
      throw new Error(`Two entries have the id ${bearer.entry.id}`);
    }
  }
  const phrases = phrasesOf(ordered);
  const module = [
    "// Made by `npm run generate` from GeoNames (CC BY 4.0), world-countries (ODbL),",
    "// i18n-iso-countries (MIT) and src/lang/ar/lexicon/*.tsv; see NOTICE. Edit the lexicons.",
    constant("ENTRIES", ordered.map((bearer) => packEntry(finish(bearer))).join("\n")),
    constant("PHRASES", phrases.lines.join("\n")),
    constant("DEMONYMS", packDemonyms(readRows(lexicon("nations")), phrases.has)),
    "",
  ].join("\n");
  await writeFile(target, module);
}

const constant = (name: string, value: string): string =>
  `export const ${name}: string = ${JSON.stringify(value)};`;

interface Bearing {
  readonly position: number;
  readonly rank: number;
  readonly standsAlone: boolean;
}

/** Every phrase with its bearers: those that may stand alone first, then by rank, then by id. */
function phrasesOf(bearers: readonly Bearer[]): {
  lines: readonly string[];
  has: (phrase: string) => boolean;
} {
  const byPhrase = new Map<string, Bearing[]>();
  for (const [position, { spellings, rank }] of bearers.entries()) {
    for (const [spelling, standsAlone] of spellings) {
      const phrase = phraseOf(spelling);
      if (phrase === "") continue;
      const bearings = byPhrase.get(phrase) ?? [];
      const known = bearings.findIndex((bearing) => bearing.position === position);
      if (known === -1) bearings.push({ position, rank, standsAlone });
      else if (standsAlone) bearings[known] = { position, rank, standsAlone };
      byPhrase.set(phrase, bearings);
    }
  }
  const lines = [...byPhrase.entries()]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([phrase, bearings]) => {
      bearings.sort(
        (a, b) =>
          Number(b.standsAlone) - Number(a.standsAlone) ||
          a.rank - b.rank ||
          a.position - b.position,
      );
      const commonWord = !bearings.some((bearing) => bearing.standsAlone);
      return packPhrase({ phrase, bearers: bearings.map((b) => b.position), commonWord });
    });
  return { lines, has: (phrase) => byPhrase.has(phrase) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileGazetteer();
