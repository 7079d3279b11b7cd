import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import { isRemembrance, rankBefore } from "../set-against.js";
import type { Cue } from "./cue.js";
import type { Draft } from "./draft.js";

/** Tokens from نفى to what is denied. */
const DENIAL_REACH = 12;
/** Tokens from a count to `منذ بداية العام` behind it, and from that to a count behind. */
const SINCE_BEHIND = 25;
const SINCE_BEFORE = 40;

/** Tokens from "that" over verb and place to `since`. */
const RELATIVE_REACH = 8;

/** Tokens between a count and the relative that tells of it alone: its noun. */
const NEXT_TO = 2;
/** Tokens from "before" over a length of time to what it is before. */
const AHEAD_REACH = 4;

/** Tokens from "anniversary" to the death that is remembered. */
const REMEMBRANCE_REACH = 6;

/** Tokens from "earlier", over the time of day, to the verb of saying. */
const SAYING_REACH = 5;

/** What a sentence says of all its figures; each sentence is looked through once. */
export class SentenceMarks {
  private sentence = -1;
  private since: number[] = [];
  private denials: number[] = [];
  private earlier = false;
  /** Words that tell of a time before the news ("that had before announced", "last month"). */
  private past: number[] = [];

  constructor(
    private readonly layer: TextLayer,
    private readonly cues: readonly (Cue | null)[],
    private readonly words: FigureWords,
  ) {}

  /** `since`: a running total; `earlier`: an event before the one reported; null: neither. */
  backgroundOf(draft: Draft, sentence: number): "since" | "earlier" | null {
    this.look(sentence);
    for (const at of this.since) {
      // "The floods that have struck the coast since Monday killed 70": since tells of them, not of a count.
      if (at < draft.first && this.isOfRelative(at)) continue;
      const rank = this.rankBefore(at);
      if (rank !== null && (rank > draft.last || at < draft.first)) continue;
      if (at - draft.last < SINCE_BEHIND && draft.first - at < SINCE_BEFORE) return "since";
    }
    const isPast = this.earlier || this.past.some((at) => this.isOfPast(at, draft));
    return isPast || this.isCommemorated(draft) ? "earlier" : null;
  }

  /**
   * A relative tells it of what it stands behind alone: "instead of the 359 that had been announced before" leaves
   * the new count new, and so does "those who died in the crush last month rose to 138".
   */
  private isOfPast(at: number, { first, last }: Draft): boolean {
    const relative = this.relativeBefore(at);
    if (relative === null) return true;
    if (last <= relative) return relative - last <= NEXT_TO;
    for (let to = at + 1; to < first; to++) if (this.words.cameTo(this.formOf(to))) return false;
    return true;
  }

  /** The relative that opened its clause, a few words before; null where none did. */
  private relativeBefore(at: number): number | null {
    for (let to = at - 1; to >= at - RELATIVE_REACH; to--) {
      if (this.formOf(to) === "،" || this.formOf(to) === ".") return null;
      if (this.cues[to]?.role.flags.has("relative")) return to;
    }
    return null;
  }

  /** "Weeks before the elections", "a month ahead of": no time before the news. */
  private isAheadOf(at: number, last: number): boolean {
    const { isBefore, isOf, isOn } = this.words.particles;
    if (!isBefore(this.formOf(at))) return false;
    for (let to = at + 1; to < Math.min(last, at + AHEAD_REACH); to++) {
      if (isOf(this.formOf(to)) || isOn(this.formOf(to))) return true;
    }
    return false;
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

  /** "On the fourth anniversary of the killing of Salim": who is remembered died long ago. */
  private isCommemorated({ first }: Draft): boolean {
    for (let at = first; at > first - REMEMBRANCE_REACH; at--) {
      if (isRemembrance(this.layer, at, this.words)) return true;
      if (/^[.،:]$/.test(this.formOf(at))) return false;
    }
    return false;
  }

  /** "The worst disaster since 2011": since tells of what it is the worst, and of no count. */
  private rankBefore(time: number): number | null {
    return rankBefore(
      this.layer,
      time,
      this.words,
      (at) => this.cues[at]?.role.flags.has("harm.verb") === true,
    );
  }

  /** "Earlier the governor announced": the time of the saying. */
  private opensSaying(range: { readonly last: number }, from: number): boolean {
    for (let at = from; at < Math.min(range.last, from + SAYING_REACH); at++) {
      if (this.words.isTelling(this.formOf(at))) return true;
    }
    return false;
  }

  private formOf(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  private look(sentence: number): void {
    if (sentence === this.sentence) return;
    this.sentence = sentence;
    this.since = [];
    this.denials = [];
    this.earlier = false;
    this.past = [];
    const range = this.layer.sentences[sentence];
    if (!range) return;
    for (let at = range.first; at < range.last; at++) {
      const flags = this.cues[at]?.role.flags;
      if (!flags) continue;
      if (flags.has("background.since")) this.since.push(at);
      // تأكيد أو نفي: neither confirmed nor denied.
      const isChoice = this.words.particles.isOr(this.formOf(at - 1));
      if (flags.has("denial") && !isChoice) this.denials.push(at);
      // في وقت سابق inside a sentence is the time of the saying; at its head that of the event, but
      // before a verb of saying.
      const opens =
        at === range.first && flags.has("background.opening") && !this.opensSaying(range, at + 1);
      if (opens) this.earlier = true;
      const isPast = flags.has("background.earlier") && this.rankBefore(at) === null;
      if (isPast && !this.isAheadOf(at, range.last)) this.past.push(at);
    }
  }
}
