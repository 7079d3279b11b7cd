import type { StorySummary } from "../../../core/story-list.js";

/** Stories of the list that a reviewer marked; they stay marked while he searches for others. */
export class StoryMarks {
  all: readonly StorySummary[] = $state.raw([]);

  of(story: StorySummary): { readonly isMarked: boolean; readonly toggle: () => void } {
    const isMarked = this.all.some(({ id }) => id === story.id);
    return {
      isMarked,
      toggle: () => {
        if (isMarked) this.clear(story.id);
        else this.all = [...this.all, story];
      },
    };
  }

  /** Of one; of all where none is named. */
  clear(id?: string): void {
    this.all = id === undefined ? [] : this.all.filter((one) => one.id !== id);
  }
}
