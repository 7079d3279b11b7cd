/** The labelled stories of saudinewsnet (`STORIES.md`): record names, never their words. */
import { readFileSync } from "node:fs";
import { z } from "zod";

/** The name of a record: the day of its archive and its place in it, from 0: `2015-08-07#12`. */
export const recordName = ({ archive, index }: { archive: string; index: number }): string =>
  `${archive.replace(/\.zip$/, "")}#${index}`;

const labelsSchema = z.object({
  /** What a reader puts together, by a name of his own. */
  stories: z.record(z.string(), z.array(z.string())),
  /** Look-alikes and strangers that belong to no other report labelled. */
  alone: z.array(z.string()),
});

/** By record name: the story, or the record's own name where it stands alone. */
export type StoryLabels = ReadonlyMap<string, string>;

/** Which half: `work` may be looked at, `held` is sealed. */
export type StoryHalf = "work" | "held";

const FILES: Readonly<Record<StoryHalf, string>> = {
  work: "stories.json",
  held: "stories-held.json",
};

export function storyLabels(half: StoryHalf): StoryLabels {
  const file = new URL(FILES[half], import.meta.url);
  const { stories, alone } = labelsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const out = new Map<string, string>();
  const label = (name: string, story: string): void => {
    if (out.has(name)) throw new Error(`${FILES[half]}: ${name} is labelled twice`);
    out.set(name, story);
  };
  for (const [story, names] of Object.entries(stories)) {
    for (const name of names) label(name, story);
  }
  for (const name of alone) label(name, name);
  return out;
}
