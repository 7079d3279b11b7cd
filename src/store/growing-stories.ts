/** Stories of a thread that were folded not long ago: the next report is folded in sooner. */
import { type GivenReading, StoryMemory } from "../engine.js";

/** Reports that a thread remembers at most, about a third of a megabyte each; more of one story are remembered all the same. */
export const MOST_REPORTS = 200;

interface Member {
  /** Of all that was read of it. */
  readonly hash: string;
}

export class GrowingStory {
  readonly memory = new StoryMemory();
  private readonly reports = new Map<string, GivenReading>();
  size = 0;

  /**
   * @param unpack asked where the report was not here before
   * @returns null where that gives nothing either
   */
  given({ hash }: Member, unpack: () => GivenReading | null): GivenReading | null {
    const known = this.reports.get(hash);
    if (known) return known;
    const fresh = unpack();
    if (fresh) this.reports.set(hash, fresh);
    return fresh;
  }
}

export class GrowingStories {
  /** The one asked for last is the last. */
  private readonly known = new Map<string, GrowingStory>();
  private reports = 0;

  /** @param size of how many reports it is now */
  of(key: string, size: number): GrowingStory {
    const story = this.known.get(key) ?? new GrowingStory();
    this.known.delete(key);
    this.known.set(key, story);
    this.reports += size - story.size;
    story.size = size;
    for (const [other, { size: left }] of this.known) {
      if (this.reports <= MOST_REPORTS || other === key) break;
      this.known.delete(other);
      this.reports -= left;
    }
    return story;
  }
}
