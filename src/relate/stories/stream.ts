import type { DayNumber } from "../../core/calendar.js";
import { addTo } from "../../core/grouping.js";
import { DisjointSets } from "../disjoint-sets.js";
import { belongingOf, type Candidate, formOf, type Held } from "./belonging.js";
import type { StoryFeatures } from "./features.js";
import { evidenceOf, LEAST_EVIDENCE, type Likeness, likenessOf, type Placed } from "./likeness.js";
import { type Placement, sharedBy } from "./placement.js";
import { joined, type Profile, profileOf } from "./profile.js";
import { FeatureSpace } from "./space.js";
import { joinStrays } from "./strays.js";
import { Window } from "./window.js";

/** Days after which a report finds no others: a story that rests so long and comes again is another. */
const WINDOW_DAYS = 30;
/**
 * Log-odds from which a report joins the story that it is likeliest to belong to, in a press of this
 * size; of fewer reports fewer are alike by chance, and less evidence will do: for each e-fold by this.
 */
const PRESS = 30_000;
const JOIN_FROM = -0.3;
const FEWER = 0.3;
/** … and so much more from which another story becomes one with that. */
const BRIDGE_ABOVE = 1.4;
/**
 * From so many reports on it is a press; a folder of fewer is, by the order of their number, something
 * that somebody put together, where two reports are of one story far more often.
 */
const LEAST_PRESS = 8000;
/** From so many on a report is judged by whole stories alone, of which a folder has too few to tell. */
const WHOLLY_BY_STORY = 4600;
const FOLDER_FEWER = 0.08;
/** A story is judged by its nearest reports; one very near report is nearly enough. */
const NEAREST = 3;
const NEAREST_ALONE = 0.7;
/** A report that shares less with another by words and by names than this is not held against it. */
const LEAST_WORDS = 0.05;
const LEAST_NAMES = 0.15;

/** Stories that a report's belonging is worked out for: those of the nearest reports. */
const MOST_JUDGED = 8;
/** Log-odds of two reports below which the one is not looked at … */
const LEAST_SCORE = -4.5;
/** … from which it counts among those that are like it … */
const LIKE = -2;
/** … and from which it would be, had it come on the same day. */
const LIKE_BUT_FOR_DAYS = -1;

/** Keys made of a name itself, once each: no gazetteer's id, event, or full name beside its surname. */
const UNLISTED = /^(?:person|organization|place):[^a-z]/;

interface NearStory extends Candidate {
  /** Number of the report that stands for it. */
  readonly story: number;
  /** Number of its report that is nearest. */
  readonly at: number;
  /** Log-odds by its nearest reports alone. */
  readonly byNearest: number;
}

interface JudgedStory extends NearStory {
  /** Log-odds that the report belongs to it. */
  readonly score: number;
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
  private readonly kept: Held[] = [];
  /** By the number that stands for a story; of one report made when it is asked for. */
  private readonly profiles: (Profile | undefined)[] = [];
  private readonly sets = new DisjointSets();
  private readonly joinFrom: number;
  /** How much the odds by whole stories count, 0 to 1; the rest goes by the nearest reports. */
  private readonly byStory: number;
  /**
   * How much of a press's caution applies, 0 to 1, by the order of the number of reports: against days
   * apart, against one near report alone, against bridges. In a folder that somebody put together of
   * one crisis look-alikes are rare, and its reports are days and weeks apart.
   */
  private readonly caution: number;

  /** @param expected how many reports will be added, about; a press where it is not known */
  constructor(expected = PRESS) {
    const size = Math.max(1, expected);
    this.caution = Math.min(1, (Math.log(size) / Math.log(LEAST_PRESS)) ** 2);
    const asPress = JOIN_FROM - FEWER * Math.max(0, Math.log(PRESS / size));
    const asFolder = -FOLDER_FEWER * Math.max(0, Math.log(LEAST_PRESS / size));
    this.byStory = Math.min(1, (Math.log(size) / Math.log(WHOLLY_BY_STORY)) ** 4);
    this.joinFrom = this.caution ** 2 * asPress + (1 - this.byStory) * asFolder;
  }

  add(features: StoryFeatures): Placement {
    const at = this.kept.length;
    const report = this.take(features);
    this.sets.add();
    const stories = this.judged(report);
    this.kept.push(report);
    this.window.post(at, report.words, report.names);
    const [best] = stories;
    if (!best || best.score < this.joinFrom) {
      return { report: features.id, how: "starts", nearest: null, score: null, shared: null };
    }
    const bridged = stories
      .slice(1)
      .filter(({ score }) => score >= this.joinFrom + BRIDGE_ABOVE * this.caution);
    for (const { story } of [best, ...bridged]) this.join(story, at);
    return {
      report: features.id,
      how: bridged.length > 0 ? "bridges" : "joins",
      bridged: bridged.length + 1,
      nearest: best.nearest.id,
      score: best.score,
      shared: sharedBy(report, best.nearest, best.likeness, this.space),
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
    return sets.sets().map((set) => set.map((at) => (this.kept[at] as Held).id));
  }

  /**
   * The number of the report that stands for the story of a report: the first of it.
   * @param report its number in the order in which they were added, from 0
   */
  storyAt(report: number): number {
    return this.sets.find(report);
  }

  private profileAt(story: number): Profile {
    return this.profiles[story] ?? profileOf(this.kept[story] as Held);
  }

  private join(a: number, b: number): void {
    const [x, y] = [this.sets.find(a), this.sets.find(b)];
    if (x === y) return;
    const profile = joined(this.profileAt(x), this.profileAt(y));
    this.profiles[x] = undefined;
    this.profiles[y] = undefined;
    this.sets.join(x, y);
    this.profiles[this.sets.find(x)] = profile;
  }

  private take(features: StoryFeatures): Held {
    const { words, names, title, subject, events } = this.space.take(features);
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
      subject,
      events,
      placeNumber: mainPlace === null ? -1 : this.space.numberOfName(mainPlace),
    };
  }

  /** The stories that have a report like it, the likeliest first. */
  private judged(report: Held): JudgedStory[] {
    const { stories, form } = this.nearStories(report);
    return stories
      .map((one): JudgedStory => {
        const byStory = belongingOf(report, one, form, this.space, this.caution);
        return { ...one, score: this.byStory * byStory + (1 - this.byStory) * one.byNearest };
      })
      .sort((a, b) => b.score - a.score || a.story - b.story);
  }

  /** The stories nearest by their nearest reports, at most `MOST_JUDGED`, and how far it is a form. */
  private nearStories(report: Held): { stories: NearStory[]; form: number } {
    const isLike = (words: number, names: number): boolean =>
      (words > LEAST_WORDS || names > LEAST_NAMES) && evidenceOf(words, names) >= LEAST_EVIDENCE;
    const byStory = new Map<number, { at: number; likeness: Likeness }[]>();
    const likeByDay = new Map<DayNumber, number>();
    for (const near of this.window.near(report.words, report.names, isLike)) {
      const other = this.kept[near.report] as Held;
      if (daysBetween(report, other) > WINDOW_DAYS) continue;
      const likeness = likenessOf(report, other, near, this.caution);
      if (likeness.timeless > LIKE_BUT_FOR_DAYS && other.day !== null) {
        likeByDay.set(other.day, (likeByDay.get(other.day) ?? 0) + 1);
      }
      if (likeness.score < LEAST_SCORE) continue;
      const story = this.sets.find(near.report);
      addTo(byStory, story, { at: near.report, likeness });
    }
    const stories = [...byStory].map(([story, found]) => this.nearStory(story, found));
    stories.sort((a, b) => b.byNearest - a.byNearest || a.story - b.story);
    return { stories: stories.slice(0, MOST_JUDGED), form: formOf(report.day, likeByDay) };
  }

  private nearStory(story: number, found: { at: number; likeness: Likeness }[]): NearStory {
    found.sort((a, b) => b.likeness.score - a.likeness.score || a.at - b.at);
    const { at, likeness } = found[0] as { at: number; likeness: Likeness };
    const nearest = found.slice(0, NEAREST);
    const mean = nearest.reduce((sum, one) => sum + one.likeness.score, 0) / nearest.length;
    return {
      story,
      at,
      byNearest: Math.max(mean, likeness.score - NEAREST_ALONE * this.caution),
      profile: this.profileAt(story),
      nearest: this.kept[at] as Held,
      likeness,
      near: found.filter((one) => one.likeness.score > LIKE).length,
    };
  }
}

function daysBetween(a: Placed, b: Placed): number {
  return a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day);
}
