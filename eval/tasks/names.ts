/** Names of people, places and organizations, against a hand-tagged corpus of sentences. */
import { readFileSync } from "node:fs";
import type { Entity, Range } from "../../src/core/contract.js";
import { demonym, longestAt } from "../../src/gazetteer/gazetteer.js";
import { fold } from "../../src/text/fold.js";
import { dataPath } from "../data.js";
import { excerpt } from "../labelled.js";
import { overlap } from "../match.js";
import { type Finding, type Row, rate, type Task } from "../task.js";

type NameTag = "PERS" | "LOC" | "ORG";
const NAME_TAGS: readonly NameTag[] = ["PERS", "LOC", "ORG"];

const TAG_OF_KIND: Readonly<Record<Entity["kind"], NameTag>> = {
  person: "PERS",
  place: "LOC",
  organization: "ORG",
  outlet: "ORG",
  group: "ORG",
};

/** Types of entity that the corpus leaves untagged: see the conventions in eval/README.md. */
const UNTAGGED_TYPES: ReadonlySet<string> = new Set([
  "people",
  "government",
  "authorities",
  "army",
  "police",
  "embassy",
]);
/** Ministries and armies that have an entry of their own, by their first word: الخارجية is tagged. */
const UNTAGGED_HEAD = /^[وفبلك]*(وزارة|(ال|ل)?جيش)(?=\s|$)/u;

/** The corpus's tag for a mention; null where its conventions tag no such thing. */
export function tagOf(entity: Pick<Entity, "kind" | "type">, words: string): NameTag | null {
  if (entity.type !== null && UNTAGGED_TYPES.has(entity.type)) return null;
  if (entity.kind === "organization" && UNTAGGED_HEAD.test(words)) return null;
  // "الرئيس [الفرنسي]" is a mention of the country to us, and an adjective (MISC) to the corpus.
  if (entity.kind === "place" && isNationAdjective(words)) return null;
  return TAG_OF_KIND[entity.kind];
}

/** One word that is the adjective of a nation, alone or behind its land, and no country's own name. */
function isNationAdjective(words: string): boolean {
  const form = fold(words);
  if (LAND.test(form)) return true;
  if (form.includes(" ") || !demonym(form)) return false;
  const match = longestAt((at) => (at === 0 ? form : ""), 0);
  return match?.entries[0]?.type !== "country";
}

/** "[السواحل الليبية]" is a mention of the country to us. */
const LAND = /^\S?ال(?:اراضي|سواحل|شواطئ|مياه) /;

export interface TaggedName {
  readonly tag: NameTag;
  readonly range: Range;
}

export interface TaggedText {
  readonly text: string;
  /** The ranges of the corpus's tokens, in order. */
  readonly tokens: readonly Range[];
  readonly names: readonly TaggedName[];
}

/** The corpus has no marks between documents: so many sentences are read as one report. */
const SENTENCES_A_TEXT = 20;

/** Rebuilds texts from lines of `token TAG`, with an empty line after each sentence. */
export function parseTagged(source: string): readonly TaggedText[] {
  const texts: TaggedText[] = [];
  let [text, sentences] = ["", 0];
  let tokens: Range[] = [];
  let names: { tag: NameTag; start: number; end: number }[] = [];
  let open: { tag: NameTag; start: number; end: number } | null = null;
  const flush = (): void => {
    if (tokens.length > 0)
      texts.push({
        text,
        tokens,
        names: names.map(({ tag, start, end }) => ({ tag, range: [start, end] })),
      });
    [text, sentences, tokens, names, open] = ["", 0, [], [], null];
  };
  for (const line of source.split(/\r?\n/)) {
    const split = line.lastIndexOf(" ");
    if (split <= 0) {
      open = null;
      if (text !== "" && !text.endsWith("\n")) {
        text += "\n";
        if (++sentences >= SENTENCES_A_TEXT) flush();
      }
      continue;
    }
    const [token, mark] = [line.slice(0, split), line.slice(split + 1)];
    if (text !== "" && !text.endsWith("\n")) text += " ";
    const start = text.length;
    text += token;
    const end = text.length;
    tokens.push([start, end]);
    const tag = NAME_TAGS.find(
      (candidate) => mark === `B-${candidate}` || mark === `I-${candidate}`,
    );
    if (!tag) open = null;
    else if (open && open.tag === tag && mark.startsWith("I-")) open.end = end;
    else {
      open = { tag, start, end };
      names.push(open);
    }
  }
  flush();
  return texts;
}

/**
 * The engine's mentions as names over the corpus's tokens: a mention that leaves a clitic or a
 * mark of its token out is widened to the whole token, and of nested mentions the longest counts.
 */
export function namesFromMentions(
  tagged: TaggedText,
  mentions: readonly TaggedName[],
): readonly TaggedName[] {
  const widened = mentions.flatMap(({ tag, range }): TaggedName[] => {
    const touched = tagged.tokens.filter((token) => overlap(token, range) > 0);
    const [first, last] = [touched[0], touched.at(-1)];
    return first && last ? [{ tag, range: [first[0], last[1]] }] : [];
  });
  const size = ({ range }: TaggedName): number => range[1] - range[0];
  const kept: TaggedName[] = [];
  for (const name of [...widened].sort((a, b) => size(b) - size(a) || a.range[0] - b.range[0])) {
    if (!kept.some((other) => overlap(other.range, name.range) > 0)) kept.push(name);
  }
  return kept.sort((a, b) => a.range[0] - b.range[0]);
}

const key = ({ tag, range }: TaggedName): string => `${tag} ${range.join("-")}`;

export const names: Task = {
  name: "names",
  rows: ["names", "names PERS", "names LOC", "names ORG", "names overlapping"],
  run: (read) => {
    const path = dataPath("cleananercorp-train", "train.txt");
    if (!path) return null;
    const tally = { labelled: 0, given: 0, hits: 0, touching: 0 };
    const byTag = new Map(NAME_TAGS.map((tag) => [tag, { labelled: 0, given: 0, hits: 0 }]));
    const findings: Finding[] = [];
    parseTagged(readFileSync(path, "utf8")).forEach((tagged, index) => {
      const account = read([{ text: tagged.text, file: `${index}.txt` }]);
      const mentions = account.entities.flatMap((entity) => {
        return entity.mentions.flatMap(({ start, end }): readonly TaggedName[] => {
          const tag = tagOf(entity, tagged.text.slice(start, end));
          return tag ? [{ tag, range: [start, end] }] : [];
        });
      });
      const given = namesFromMentions(tagged, mentions);
      const labelledKeys = new Set(tagged.names.map(key));
      const givenKeys = new Set(given.map(key));
      const record = String(index);
      for (const name of tagged.names) {
        const isHit = givenKeys.has(key(name));
        const near = given.filter(({ range }) => overlap(range, name.range) > 0);
        if (near.some(({ tag }) => tag === name.tag)) tally.touching++;
        tally.labelled++;
        if (isHit) tally.hits++;
        const counts = byTag.get(name.tag);
        if (counts) {
          counts.labelled++;
          if (isHit) counts.hits++;
        }
        if (isHit) continue;
        const instead = near
          .map(({ tag, range }) => `${tag} ${excerpt(tagged.text, range)}`)
          .join("; ");
        findings.push({
          verdict: near.length > 0 ? "wrong" : "miss",
          record,
          at: name.range[0],
          text: `${name.tag} ${excerpt(tagged.text, name.range)}${instead ? `  ← ${instead}` : ""} in ${excerpt(tagged.text, name.range, 40)}`,
        });
      }
      for (const name of given) {
        tally.given++;
        const counts = byTag.get(name.tag);
        if (counts) counts.given++;
        if (labelledKeys.has(key(name))) continue;
        if (tagged.names.some(({ range }) => overlap(range, name.range) > 0)) continue;
        findings.push({
          verdict: "spurious",
          record,
          at: name.range[0],
          text: `${name.tag} ${excerpt(tagged.text, name.range)} in ${excerpt(tagged.text, name.range, 40)}`,
        });
      }
    });
    const rows: Row[] = [{ name: "names", ...rate(tally), findings }];
    for (const [tag, counts] of byTag)
      rows.push({ name: `names ${tag}`, ...rate(counts), findings: [] });
    rows.push({
      name: "names overlapping",
      ...rate({ hits: tally.touching, labelled: tally.labelled, given: tally.given }),
      remark: "same kind, any overlap",
      findings: [],
    });
    return rows;
  },
};
