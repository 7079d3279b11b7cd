/** Which reports of stories that grow were sent to the thread that folds them: they are not sent again. */
import type { StoryPlan } from "./plans.js";
import type { PackedMember } from "./work.js";

/** Stories of which it is known; of others all reports are sent. */
const MOST_STORIES = 3000;

export class SentReports {
  /** By anchor, the one folded last standing last: `readings.hash` by `reports.seq`. */
  private readonly sent = new Map<number, ReadonlyMap<number, string>>();

  of(anchor: number): ReadonlyMap<number, string> {
    return this.sent.get(anchor) ?? NOTHING;
  }

  /** Notes what the thread has now. @param sent those that went to it just now */
  note(
    { anchor, members }: Pick<StoryPlan, "anchor" | "members">,
    sent: ReadonlyMap<number, Pick<PackedMember, "hash">>,
  ): void {
    const before = this.of(anchor);
    this.sent.delete(anchor);
    const now = members.flatMap((seq): [number, string][] => {
      const hash = sent.get(seq)?.hash ?? before.get(seq);
      return hash === undefined ? [] : [[seq, hash]];
    });
    this.sent.set(anchor, new Map(now));
    const [oldest] = this.sent.keys();
    if (this.sent.size > MOST_STORIES && oldest !== undefined) this.sent.delete(oldest);
  }

  forget(anchor: number): void {
    this.sent.delete(anchor);
  }
}

const NOTHING: ReadonlyMap<number, string> = new Map();
