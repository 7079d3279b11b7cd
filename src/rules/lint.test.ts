/**
 * What a language pack must keep, whoever edits it: rules and lexicons that fit one another, and a
 * reason for every row.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXTENT_RULES } from "../lang/ar/rules/events.js";
import { TIME_RULES, TIME_SPAN_RULES } from "../lang/ar/rules/times.js";
import { fold } from "../text/fold.js";
import { type PatternNode, parsePattern } from "./pattern.js";
import type { Rule } from "./rule.js";

const RULES: readonly Rule<unknown>[] = [...TIME_RULES, ...TIME_SPAN_RULES, ...EXTENT_RULES];

/**
 * Classes that nothing asks for by name: their rows only tell that a word is known, so that it is
 * not taken for a name or for part of one.
 */
const KNOWN_WORDS: ReadonlySet<string> = new Set([
  "attribute.formerly",
  "attribute.successor",
  "discourse",
  "exclamation",
  "member.noun",
  "news.noun",
  "office.leads",
]);

interface Row {
  readonly place: string;
  readonly lemma: string;
  readonly pos: string;
  readonly classes: readonly string[];
  readonly options: string;
  readonly reason: string;
  /** A comment stands above it, behind the file's first line. */
  readonly underComment: boolean;
}

const home = new URL("../lang/ar/lexicon/", import.meta.url);

/** The rows of a lexicon file; none for the other tables of the folder. */
function rowsOf(file: string): Row[] {
  const lines = readFileSync(new URL(file, home), "utf8").split("\n");
  if (!lines[0]?.startsWith("# lexicon")) return [];
  let underComment = false;
  return lines.flatMap((line, index): Row[] => {
    if (line.startsWith("#")) underComment ||= index > 0;
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [lemma = "", pos = "", classes = "", options = "", reason = ""] = line.split("\t");
    const place = `${file}:${index + 1} ${lemma.slice(0, 20)}`;
    return [
      {
        place,
        lemma,
        pos,
        classes: classes.split(/\s+/).filter(Boolean),
        options,
        reason,
        underComment,
      },
    ];
  });
}

const files = readdirSync(home)
  .filter((name) => name.endsWith(".tsv"))
  .sort();
const rows = files.flatMap(rowsOf);
const known = new Set(rows.flatMap(({ classes }) => classes));

function classesOf(node: PatternNode): readonly string[] {
  switch (node.kind) {
    case "class":
      return node.classes;
    case "sequence":
    case "choice":
      return node.items.flatMap(classesOf);
    case "repeat":
    case "capture":
      return classesOf(node.item);
    default:
      return [];
  }
}

const asked = RULES.map(({ id, pattern }) => ({
  id,
  classes: classesOf(parsePattern(pattern, fold)),
}));

/** Every string that the code of these folders holds, `speech.${need}` as "speech.". */
function wordsOfCode(...folders: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const url = new URL(folder, import.meta.url);
    for (const name of readdirSync(url, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts") || /\.(test|generated)\.ts$/.test(name)) continue;
      const code = readFileSync(new URL(name, url), "utf8");
      for (const [, text = ""] of code.matchAll(/["'`]([a-z][a-z.-]*)(?=["'`]|\$\{)/g))
        found.add(text);
    }
  }
  return found;
}

describe("rules of the Arabic pack", () => {
  it("have names of their own", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(\.[a-z0-9-]+)+$/.test(id))).toEqual([]);
  });

  it("ask only for classes that a lexicon has", () => {
    const missing = asked.flatMap(({ id, classes }) =>
      classes.filter((name) => !known.has(name)).map((name) => `${id}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("lexicons of the Arabic pack", () => {
  it("name their classes in dotted lower case", () => {
    expect([...known].filter((name) => !/^[a-z]+([.-][a-z]+)*$/.test(name))).toEqual([]);
  });

  it("have no class that nothing asks for", () => {
    const inCode = wordsOfCode("../read/", "../lang/", "../text/");
    const inRules = new Set(asked.flatMap(({ classes }) => classes));
    const isAsked = (name: string): boolean =>
      inCode.has(name) ||
      inRules.has(name) ||
      KNOWN_WORDS.has(name) ||
      inCode.has(name.slice(0, name.lastIndexOf(".") + 1));
    expect([...known].filter((name) => !isAsked(name))).toEqual([]);
    // A class that is asked for again is no longer listed.
    expect([...KNOWN_WORDS].filter((name) => !known.has(name) || inCode.has(name))).toEqual([]);
  });

  it("have no row twice: a word may have several frames, but each once", () => {
    const first = new Map<string, string>();
    const twice: string[] = [];
    for (const { place, lemma, pos, classes, options } of rows) {
      for (const name of classes) {
        const key = [place.slice(0, place.indexOf(":")), lemma, pos, name, options].join(" ");
        const before = first.get(key);
        if (before) twice.push(`${place} ${name}, as ${before}`);
        else first.set(key, place);
      }
    }
    expect(twice).toEqual([]);
  });

  it("give a reason for every row, by it or above it", () => {
    const bare = rows.filter(({ reason, underComment }) => reason.trim() === "" && !underComment);
    expect(bare.map(({ place }) => place)).toEqual([]);
  });
});
