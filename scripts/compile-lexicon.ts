/** Packs the lexicon files of each language into a module, since the engine reads no files. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Inflected } from "../src/lang/inflected.js";
import type { LexiconRow } from "../src/lang/lexicon-row.js";
import { packLexicon } from "../src/lang/packed-lexicon.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const languages = join(root, "src", "lang");

/** What the `inflection` module of a language exports. */
interface InflectionModule {
  readonly inflect: (row: LexiconRow) => Iterable<Inflected>;
}

export async function compileLexicon(): Promise<void> {
  for (const language of (await readdir(languages, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )) {
    const home = join(languages, language.name);
    const folder = join(home, "lexicon");
    const names = (await readdir(folder)).filter((name) => name.endsWith(".tsv")).sort();
    const all = await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    );
    // Other tables live in the folder too; a lexicon file says that it is one in its first line.
    const files = all.filter(([, text]) => text.startsWith("# lexicon"));
    const { inflect }: InflectionModule = await import(
      pathToFileURL(join(home, "inflection.ts")).href
    );
    const packed = packLexicon(Object.fromEntries(files), inflect);
    const module = `// Made by \`npm run generate\` from lexicon/*.tsv; edit those.
import type { PackedLexicon } from "../packed-lexicon.js";

export const PACKED: PackedLexicon = {
  rows: ${JSON.stringify(packed.rows)},
  forms: ${JSON.stringify(packed.forms)},
  phrases: ${JSON.stringify(packed.phrases)},
};
`;
    await writeFile(join(home, "lexicon.generated.ts"), module);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileLexicon();
