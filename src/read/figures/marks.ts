import type { TextLayer } from "../../text/layer.js";
import type { Cue } from "./cue.js";
import type { Draft } from "./draft.js";

/** Tokens from نفى to what is denied. */
const DENIAL_REACH = 12;
/** Tokens from a count to `منذ بداية العام` behind it, and from that to a count behind. */
const SINCE_BEHIND = 25;
const SINCE_BEFORE = 40;

/** Tokens from "that" over verb and place to `since`. */
const RELATIVE_REACH = 8;

/** "Or", folded. */
const EITHER = "او";

/** What a sentence says of all its figures; each sentence is looked through once. */
export class SentenceMarks {
  private sentence = -1;
  private since: number[] = [];
  private denials: number[] = [];
  private earlier = false;

  constructor(
    private readonly layer: TextLayer,
    private readonly cues: readonly (Cue | null)[],
  ) {}

  /** `since`: a running total; `earlier`: an event before the one reported; null: neither. */
  backgroundOf(draft: Draft, sentence: number): "since" | "earlier" | null {
    this.look(sentence);
    for (const at of this.since) {
      // "The floods that have struck the coast since Monday killed 70": since tells of them, not of a count.
      if (at < draft.first && this.isOfRelative(at)) continue;
      if (at - draft.last < SINCE_BEHIND && draft.first - at < SINCE_BEFORE) return "since";
    }
    return this.earlier ? "earlier" : null;
  }

  isDenied(draft: Draft, sentence: number): boolean {
    this.look(sentence);
    return this.denials.some((at) => at < draft.first && draft.first - at <= DENIAL_REACH);
  }

  /** Within a clause that a relative opened a few words before, and that tells of nobody harmed. */
  private isOfRelative(since: number): boolean {
    for (let at = since - 1; at >= since - RELATIVE_REACH; at--) {
      const flags = this.cues[at]?.role.flags;
      if (flags?.has("harm.verb") || flags?.has("harm.noun")) return false;
      if (flags?.has("relative")) return true;
    }
    return false;
  }

  private look(sentence: number): void {
    if (sentence === this.sentence) return;
    this.sentence = sentence;
    this.since = [];
    this.denials = [];
    this.earlier = false;
    const range = this.layer.sentences[sentence];
    if (!range) return;
    for (let at = range.first; at < range.last; at++) {
      const flags = this.cues[at]?.role.flags;
      if (!flags) continue;
      if (flags.has("background.since")) this.since.push(at);
      // تأكيد أو نفي: neither confirmed nor denied.
      const isChoice = this.layer.tokens[at - 1]?.form === EITHER;
      if (flags.has("denial") && !isChoice) this.denials.push(at);
      // في وقت سابق inside a sentence is the time of the saying; at its head that of the event.
      const opens = at === range.first && flags.has("background.opening");
      if (opens || flags.has("background.earlier")) this.earlier = true;
    }
  }
}
