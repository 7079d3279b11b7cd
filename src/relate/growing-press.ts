import {
  isAboutStories,
  isAboutWitnesses,
  type Judgement,
  judgeStories,
  reportsOf,
  type StandingJudgement,
  standing,
} from "../core/judgement.js";
import type { Fingerprint } from "./copies/fingerprints.js";
import { type Forms, formsOf, NO_FORMS } from "./copies/forms.js";
import { judgementsOf, placedIn } from "./judged-stories.js";
import type { StoryFeatures } from "./stories/features.js";
import type { Placement } from "./stories/placement.js";
import { Slabs } from "./stories/slabs.js";
import { inTime } from "./stories/stories.js";
import { StoryStream } from "./stories/stream.js";

/** A report that comes to a press. */
export interface Arrival {
  readonly features: StoryFeatures;
  readonly fingerprint: Fingerprint;
  /** Names it among all: of a corrected report that of its first version. */
  readonly rank: number;
  /** The id of the version that it takes the place of. */
  readonly replaces?: string | null;
}

/** A story as it stands, by all that its account is made from but the readings. */
export interface GrownStory {
  /** The lowest rank of its reports: stays while others join. */
  readonly anchor: number;
  /** Report ids by day, then id. */
  readonly members: readonly string[];
  readonly placements: readonly Placement[];
  /** What people decided that made it so, and of who is who in it, in the order of the log. */
  readonly judgements: readonly StandingJudgement[];
  /** Shingles of its reports that are words of a form; ascending, each once. */
  readonly forms: readonly number[];
}

export interface GrownChanges {
  readonly stories: readonly GrownStory[];
  /** Anchors that stand for no story any more. */
  readonly gone: readonly number[];
}

interface Member {
  readonly id: string;
  readonly day: StoryFeatures["day"];
  readonly rank: number;
  readonly fingerprint: Fingerprint;
  readonly placement: Placement;
  /** False once a corrected version took its place. */
  isCurrent: boolean;
}

/**
 * The stories of a press to which reports are added one by one, for as long as a service runs: each is
 * placed by the stream, and only the stories that it touched are given out anew. What asks for the whole
 * press (strays, forms) is done when the press is settled; a settled press is a function of its reports,
 * their order and the log alone.
 */
export class GrowingPress {
  private readonly stream: StoryStream;
  private readonly reports: Member[] = [];
  private readonly slabs = new Slabs();
  private readonly places = new Map<string, number>();
  /** By report: its story before judgements, named by its first report. */
  private storyOf: number[] = [];
  private members = new Map<number, number[]>();
  private forms: Forms = NO_FORMS;
  private corrected = 0;
  /** As it was given, and as it holds: with reports that were corrected since named as they are now. */
  private given: readonly StandingJudgement[] = [];
  private log: readonly StandingJudgement[] = [];
  /** Id of a version that was corrected: the rank of its report. */
  private readonly former = new Map<string, number>();
  /** By rank, of those that were corrected: the newest version. */
  private readonly newest = new Map<number, string>();
  /** Stories before judgements that were touched since the changes were last asked for. */
  private readonly touched = new Set<number>();
  /** By report: the anchor under which it was last given out. */
  private readonly givenAs: (number | undefined)[] = [];

  /** @param expected how many reports there will be, about; see `StoryStream` */
  constructor(readonly expected: number) {
    this.stream = new StoryStream(expected);
  }

  /** Reports added, those that were corrected since included. */
  get size(): number {
    return this.reports.length;
  }

  /** Reports that no correction took the place of. */
  get current(): number {
    return this.reports.length - this.corrected;
  }

  add({ features, fingerprint, rank, replaces = null }: Arrival): void {
    const at = this.reports.length;
    const placement = this.stream.add(features);
    const { id, day } = features;
    const kept = { ...fingerprint, minima: this.slabs.keepHashes(fingerprint.minima) };
    this.reports.push({ id, day, rank, fingerprint: kept, placement, isCurrent: true });
    this.places.set(id, at);
    this.storyOf.push(at);
    this.members.set(at, [at]);
    if (replaces !== null || this.newest.has(rank)) this.newest.set(rank, id);
    if (replaces !== null) this.corrects(replaces, rank);
    const old = replaces === null ? undefined : this.places.get(replaces);
    const before = old === undefined ? undefined : this.reports[old];
    if (old !== undefined && before) {
      before.isCurrent = false;
      this.corrected++;
      this.touched.add(this.storyOf[old] as number);
    }
    this.follow(at, placement);
    this.touched.add(this.storyOf[at] as number);
  }

  /**
   * Tells of a version that was corrected before its report came to this press. What people decided of
   * stories and witnesses goes on to the newest version; what they decided of its words is told to be idle.
   */
  corrects(former: string, rank: number): void {
    this.former.set(former, rank);
    if (!this.newest.has(rank)) this.newest.set(rank, former);
    if (this.given.length > 0) this.log = this.given.map((entry) => this.asNow(entry));
  }

  private asNow(entry: StandingJudgement): StandingJudgement {
    if (!isAboutStories(entry) && !isAboutWitnesses(entry)) return entry;
    if (!entry.reports.some((id) => this.former.has(id))) return entry;
    return { ...entry, reports: [...new Set(entry.reports.map((id) => this.nowOf(id)))] };
  }

  private nowOf(id: string): string {
    const rank = this.former.get(id);
    return rank === undefined ? id : (this.newest.get(rank) ?? id);
  }

  /** Takes the log in place of the one before. */
  judge(log: readonly Judgement[]): void {
    const before = this.log;
    this.given = standing(log);
    this.log = this.given.map((entry) => this.asNow(entry));
    for (const story of [...this.judgedStories(before), ...this.judgedStories(this.log)]) {
      this.touched.add(story);
    }
    const [had, has] = [before, this.log].map((log) => new Set(log.map(({ id }) => id)));
    for (const entry of [...before, ...this.log]) {
      if (isAboutStories(entry) || (had?.has(entry.id) && has?.has(entry.id))) continue;
      for (const report of reportsOf(entry)) this.touch(report);
    }
  }

  /** Brings strays home and tells forms anew; every story may have changed. */
  settle(): void {
    const storyOf: number[] = [];
    const members = new Map<number, number[]>();
    for (const ids of this.stream.stories()) {
      const ats = ids.map((id) => this.places.get(id) as number);
      const story = ats[0] as number;
      members.set(story, ats);
      for (const at of ats) storyOf[at] = story;
    }
    this.storyOf = storyOf;
    this.members = members;
    const current = this.reports.filter(({ isCurrent }) => isCurrent);
    this.forms = formsOf(
      current.map(({ fingerprint }) => fingerprint),
      current.map(({ day }) => day),
    );
    for (const story of members.keys()) this.touched.add(story);
  }

  /** What was touched since this was last asked. */
  changes(): GrownChanges {
    const touched = new Set(this.touched);
    this.touched.clear();
    const judged = this.judgedStories(this.log);
    const meetsJudged = [...touched].some((story) => judged.has(story));
    if (meetsJudged) for (const story of judged) touched.add(story);
    const stories: GrownStory[] = [];
    const reports: number[] = [];
    const together: string[][] = [];
    for (const story of touched) {
      const all = this.members.get(story);
      if (!all) continue;
      for (const at of all) reports.push(at);
      const current = all.filter((at) => this.reports[at]?.isCurrent);
      if (current.length === 0) continue;
      if (judged.has(story)) together.push(current.map((at) => this.idAt(at)));
      else stories.push(this.grown(current, []));
    }
    const log = this.log.filter(isAboutStories);
    for (const one of judgeStories(together, log)) {
      stories.push(this.grown(this.placesOf(one.reports), one.judged));
    }
    return { stories, gone: this.give(stories, reports) };
  }

  /** Notes under which anchors reports were given out. @returns those that none of them is under now */
  private give(stories: readonly GrownStory[], reports: readonly number[]): number[] {
    const gone = new Set<number>();
    for (const at of reports) {
      const anchor = this.givenAs[at];
      if (anchor !== undefined) gone.add(anchor);
      this.givenAs[at] = undefined;
    }
    for (const { anchor, members } of stories) {
      gone.delete(anchor);
      for (const at of this.placesOf(members)) this.givenAs[at] = anchor;
    }
    return [...gone];
  }

  private grown(current: readonly number[], judged: readonly StandingJudgement[]): GrownStory {
    const members = [...current].sort((a, b) => inTime(this.reports[a], this.reports[b]));
    const ids = members.map((at) => this.idAt(at));
    const placed = members.flatMap((at) => this.reports[at] ?? []);
    const placements = new Map(placed.map(({ id, placement }) => [id, placement] as const));
    return {
      anchor: placed.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY),
      members: ids,
      placements: members.length > 1 ? placedIn(ids, placements) : [],
      judgements: judgementsOf([...ids, ...this.formerIds(placed)], judged, this.log),
      forms: this.formsIn(placed),
    };
  }

  /** Earlier versions of which the log speaks. */
  private formerIds(members: readonly Member[]): string[] {
    if (this.log.length === 0 || this.former.size === 0) return [];
    const ranks = new Set(members.map(({ rank }) => rank));
    const spoken = new Set(this.log.flatMap(reportsOf));
    return [...spoken].filter((id) => {
      const rank = this.former.get(id);
      return rank !== undefined && ranks.has(rank);
    });
  }

  private formsIn(members: readonly Member[]): number[] {
    const own = new Set<number>();
    for (const { fingerprint } of members) {
      for (const hash of fingerprint.minima) if (this.forms.has(hash)) own.add(hash);
    }
    return [...own].sort((a, b) => a - b);
  }

  /** The story of a new report as the stream has it. */
  private follow(at: number, { how }: Placement): void {
    if (how === "starts") return;
    const root = this.stream.storyAt(at);
    if (how === "bridges") {
      for (const story of [...this.members.keys()]) this.joinTo(this.stream.storyAt(story), story);
    }
    this.joinTo(root, at);
  }

  /** Makes the stories of two reports one, named by the earlier. */
  private joinTo(one: number, other: number): void {
    const [x, y] = [this.storyOf[one] as number, this.storyOf[other] as number];
    if (x === y) return;
    const [kept, left] = x < y ? [x, y] : [y, x];
    const moved = this.members.get(left) ?? [];
    const into = this.members.get(kept) ?? [];
    for (const at of moved) {
      this.storyOf[at] = kept;
      into.push(at);
    }
    this.members.set(kept, into);
    this.members.delete(left);
    this.touched.delete(left);
    this.touched.add(kept);
  }

  private judgedStories(log: readonly StandingJudgement[]): Set<number> {
    const out = new Set<number>();
    for (const entry of log.filter(isAboutStories)) {
      for (const at of this.placesOf(entry.reports)) out.add(this.storyOf[at] as number);
    }
    return out;
  }

  private touch(report: string): void {
    const at = this.places.get(this.nowOf(report));
    if (at !== undefined) this.touched.add(this.storyOf[at] as number);
  }

  private placesOf(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.places.get(id) ?? []);
  }

  private idAt(at: number): string {
    return this.reports[at]?.id ?? "";
  }
}
