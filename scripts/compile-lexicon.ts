/** Puts the lexicon files of each language into a module, since the engine reads no files. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const languages = join(root, "src", "lang");

export async function compileLexicon(): Promise<void> {
  for (const language of (await readdir(languages, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )) {
    const folder = join(languages, language.name, "lexicon");
    const names = (await readdir(folder)).filter((name) => name.endsWith(".tsv")).sort();
    const all = await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    );
    // Other tables live in the folder too; a lexicon file says that it is one in its first line.
    const files = all.filter(([, text]) => text.startsWith("# lexicon"));
    const lines = files.map(
      ([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`,
    );
    const module = `// Made by \`npm run generate\` from lexicon/*.tsv; edit those.\nexport const FILES: Readonly<Record<string, string>> = {\n${lines.join("\n")}\n};\n`;
    await writeFile(join(languages, language.name, "lexicon.generated.ts"), module);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileLexicon();
