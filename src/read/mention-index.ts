import type { TextLayer } from "../text/layer.js";
import type { NameMention } from "./names/mention.js";

/** The names of a report by token, so that readers of what stands between them need not search. */
export class MentionIndex {
  /** Index of the mention that covers a token; -1 where none does. */
  private readonly covering: Int32Array;

  constructor(
    readonly layer: TextLayer,
    readonly names: readonly NameMention[],
  ) {
    this.covering = new Int32Array(layer.tokens.length).fill(-1);
    for (const [index, { first, last }] of names.entries()) this.covering.fill(index, first, last);
  }

  at(token: number): number {
    return this.covering[token] ?? -1;
  }

  mention(index: number): NameMention {
    return this.names[index] as NameMention;
  }

  /** Mentions that begin in tokens `[first, last)`, in order. */
  within(first: number, last: number): number[] {
    const found: number[] = [];
    for (let at = first; at < last; at++) {
      const index = this.at(at);
      if (index >= 0 && this.mention(index).first === at) found.push(index);
    }
    return found;
  }

  /** The nearest mention that ends at or before `token` and is not before `floor`; -1 if none. */
  before(token: number, floor: number, accepts: (mention: NameMention) => boolean): number {
    for (let at = token - 1; at >= floor; at--) {
      const index = this.at(at);
      if (index < 0) continue;
      if (accepts(this.mention(index))) return index;
      at = this.mention(index).first;
    }
    return -1;
  }
}
