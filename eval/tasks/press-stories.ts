/** Stories of a press: the labelled reports of saudinewsnet, grouped among others of the same days. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readReport } from "../../src/engine.js";
import { Articles } from "../../src/relate/articles.js";
import type { StoryFeatures } from "../../src/relate/stories/features.js";
import { featuresOf, inStreamOrder } from "../../src/relate/stories/stories.js";
import { StoryStream } from "../../src/relate/stories/stream.js";
import { archiveNames, digest, readArchive } from "../own/archive.js";
import { recordName, type StoryHalf, storyLabels } from "../own/stories.js";
import type { Finding, Task } from "../task.js";
import { bCubed } from "./stories.js";

/** Of the reports that nobody labelled, one in so many stands among them. */
const DISTRACTORS = 16;

interface Named {
  readonly name: string;
  readonly features: StoryFeatures;
}

/** Reading them takes a minute; they are read anew when the engine's sources changed. */
const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/isnad/", import.meta.url));

/** The sources that make features: read or not, what they say is in the name of the cache. */
function sourcesDigest(): string {
  const root = fileURLToPath(new URL("../../src/", import.meta.url));
  const hash = createHash("sha256");
  for (const folder of ["core", "text", "rules", "gazetteer", "lang", "read", "relate"]) {
    for (const file of readdirSync(join(root, folder), {
      recursive: true,
      encoding: "utf8",
    }).sort()) {
      if (/\.tsx?$|\.tsv$/.test(file))
        hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

let kept: readonly Named[] | null = null;

function press(): readonly Named[] | null {
  const archives = archiveNames();
  if (!archives) return null;
  if (kept) return kept;
  const labelled = new Set([...storyLabels("work").keys(), ...storyLabels("held").keys()]);
  const which = digest([...labelled].sort().join(" "));
  const file = join(cacheFolder, `stories-${sourcesDigest()}-${which}.json`);
  if (existsSync(file)) {
    kept = JSON.parse(readFileSync(file, "utf8")) as readonly Named[];
    return kept;
  }
  kept = archives.flatMap((archive) => {
    const articles = new Articles();
    return readArchive(archive).flatMap((record): Named[] => {
      const name = recordName(record);
      const isDistractor = parseInt(digest(name).slice(0, 6), 16) % DISTRACTORS === 0;
      if (!labelled.has(name) && !isDistractor) return [];
      const { text, outlet, url, fetched, title } = record;
      const reading = readReport({ text, file: name, outlet, url, fetched, title });
      return [{ name, features: featuresOf(reading, articles) }];
    });
  });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(kept));
  return kept;
}

/** By record name, the number of the story that it was put into. */
function grouped(reports: readonly Named[]): ReadonlyMap<string, number> {
  const names = new Map(reports.map(({ name, features }) => [features.id, name]));
  const stream = new StoryStream(reports.length);
  for (const features of inStreamOrder(reports.map((one) => one.features))) stream.add(features);
  const out = new Map<string, number>();
  for (const [story, ids] of stream.stories().entries()) {
    for (const id of ids) out.set(names.get(id) ?? id, story);
  }
  return out;
}

const scored = (half: StoryHalf, sealed: string | null): Task => {
  const row = half === "work" ? "stories, press" : "stories, press held";
  return {
    name: half === "work" ? "stories" : "stories-held",
    rows: [row],
    sealed,
    run: () => {
      const reports = press();
      if (!reports) return null;
      const storyOf = grouped(reports);
      const placed = [...storyLabels(half)].map(([record, group]) => ({
        record,
        group,
        story: String(storyOf.get(record) ?? record),
      }));
      const { precision, recall } = bCubed(placed);
      const score = (2 * precision * recall) / (precision + recall);
      const findings = [...new Set(placed.map(({ story }) => story))].flatMap(
        (story): Finding[] => {
          const members = placed.filter((item) => item.story === story);
          const groups = [...new Set(members.map(({ group }) => group))];
          if (groups.length < 2) return [];
          const text = groups.map(
            (group) => `${group} ×${members.filter((item) => item.group === group).length}`,
          );
          return [{ verdict: "wrong", record: story, at: null, text: text.join(", ") }];
        },
      );
      const remark = `among ${reports.length} reports`;
      return [{ name: row, cases: placed.length, precision, recall, score, remark, findings }];
    },
  };
};

export const pressStories = scored("work", null);
export const heldStories = scored(
  "held",
  "whoever sees its misses fits rules to them, and then no set is left that tells an honest score",
);
