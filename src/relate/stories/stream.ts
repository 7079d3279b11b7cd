import { DisjointSets } from "../disjoint-sets.js";
import type { StoryFeatures } from "./features.js";
import { evidenceOf, LEAST_EVIDENCE, type Likeness, likenessOf, type Placed } from "./likeness.js";
import { type Placement, sharedBy } from "./placement.js";
import { FeatureSpace, type Weighed } from "./space.js";
import { joinStrays } from "./strays.js";
import { Window } from "./window.js";

/** Days after which a report finds no others: a story that rests so long and comes again is another. */
const WINDOW_DAYS = 30;
/** Log-odds from which a report joins the story that it is nearest to … */
const JOIN_FROM = 0;
/** … and so much more from which another story becomes one with that. */
const BRIDGE_ABOVE = 1.4;
/**
 * That is for a press of so many reports. In a folder that somebody put together two reports are of one
 * story far more often than in a press, and less evidence will do: for each e-fold fewer reports by this.
 */
const PRESS = 8000;
const PRIOR = 0.08;
/** A story is judged by its nearest reports; one very near report is nearly enough. */
const NEAREST = 3;
const NEAREST_ALONE = 0.7;
/** A report that shares less with another by words and by names than this is not held against it. */
const LEAST_WORDS = 0.05;
const LEAST_NAMES = 0.15;

/** Keys made of a name itself, once each: no gazetteer's id, event, or full name beside its surname. */
const UNLISTED = /^(?:person|organization|place):[^a-z]/;

type Kept = Placed & Weighed;

interface NearStory {
  /** Number of the report that stands for it. */
  readonly story: number;
  readonly score: number;
  readonly nearest: number;
  readonly likeness: Likeness;
}

/**
 * Stories from a stream of reports: each, as it is added, joins the story that it is nearest to,
 * starts one, or makes several one. What it is held against, and how rare its words are, rests on the
 * reports added before it and nothing else, so that it is the same in batches of any size; what was
 * placed is moved only where a later report bridges two stories. Reports are added by day, then id
 * (`inStreamOrder`); one that comes late is held against what is there, to within `WINDOW_DAYS`.
 *
 * Cost: a bounded number of steps a word and name (`Window`), so that it is linear in the reports.
 */
export class StoryStream {
  private readonly space = new FeatureSpace();
  private readonly window = new Window();
  private readonly kept: Kept[] = [];
  private readonly sets = new DisjointSets();
  private readonly joinFrom: number;
  /**
   * How much of a press's caution applies, 0 to 1, by the order of the number of reports: against days
   * apart, against one near report alone, against bridges. In a folder that somebody put together of
   * one crisis look-alikes are rare, and its reports are days and weeks apart.
   */
  private readonly caution: number;

  /** @param expected how many reports will be added, about; a press where it is not known */
  constructor(expected = PRESS) {
    this.joinFrom = JOIN_FROM - PRIOR * Math.log(Math.max(1, PRESS / Math.max(1, expected)));
    this.caution = Math.min(1, (Math.log(Math.max(1, expected)) / Math.log(PRESS)) ** 2);
  }

  add(features: StoryFeatures): Placement {
    const at = this.kept.length;
    const report = this.take(features);
    this.sets.add();
    const stories = this.nearStories(report);
    this.kept.push(report);
    this.window.post(at, report.words, report.names);
    const [best] = stories;
    if (!best || best.score < this.joinFrom) {
      return { report: features.id, how: "starts", nearest: null, score: null, shared: null };
    }
    const bridged = stories
      .slice(1)
      .filter(({ score }) => score >= this.joinFrom + BRIDGE_ABOVE * this.caution);
    for (const { story } of [best, ...bridged]) this.sets.join(story, at);
    return {
      report: features.id,
      how: bridged.length > 0 ? "bridges" : "joins",
      bridged: bridged.length + 1,
      nearest: this.kept[best.nearest]?.id ?? null,
      score: best.score,
      shared: sharedBy(report, this.kept[best.nearest] as Kept, best.likeness, this.space),
    };
  }

  /**
   * The stories so far: ids in the order in which they were added, stories by their first. Strays are
   * brought home (`strays.ts`) in what is given, not in what is kept: asking changes nothing.
   */
  stories(): string[][] {
    const sets = this.sets.copy();
    const isUnlisted = (feature: number): boolean => UNLISTED.test(this.space.labelOf(feature));
    joinStrays(this.kept, isUnlisted, sets);
    return sets.sets().map((set) => set.map((at) => (this.kept[at] as Kept).id));
  }

  private take(features: StoryFeatures): Kept {
    const { words, names, title, events } = this.space.take(features);
    const { id, day, outlet, mainPlace, newsDays, prints, printCount } = features;
    return {
      id,
      day,
      outlet,
      mainPlace,
      newsDays,
      prints,
      printCount,
      words,
      names,
      title,
      events,
    };
  }

  /** The stories that have a report like it, the nearest first. */
  private nearStories(report: Kept): NearStory[] {
    const isLike = (words: number, names: number): boolean =>
      (words > LEAST_WORDS || names > LEAST_NAMES) && evidenceOf(words, names) >= LEAST_EVIDENCE;
    const byStory = new Map<number, { at: number; likeness: Likeness }[]>();
    for (const near of this.window.near(report.words, report.names, isLike)) {
      const other = this.kept[near.report] as Kept;
      if (daysBetween(report, other) > WINDOW_DAYS) continue;
      const likeness = likenessOf(report, other, near, this.caution);
      const story = this.sets.find(near.report);
      const found = byStory.get(story);
      if (found) found.push({ at: near.report, likeness });
      else byStory.set(story, [{ at: near.report, likeness }]);
    }
    const out: NearStory[] = [];
    for (const [story, found] of byStory) {
      found.sort((a, b) => b.likeness.score - a.likeness.score || a.at - b.at);
      const [first] = found;
      if (!first) continue;
      const nearest = found.slice(0, NEAREST);
      const mean = nearest.reduce((sum, one) => sum + one.likeness.score, 0) / nearest.length;
      const score = Math.max(mean, first.likeness.score - NEAREST_ALONE * this.caution);
      out.push({ story, score, nearest: first.at, likeness: first.likeness });
    }
    return out.sort((a, b) => b.score - a.score || a.story - b.story);
  }
}

function daysBetween(a: Placed, b: Placed): number {
  return a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day);
}
