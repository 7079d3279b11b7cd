import type { Annotation } from "../text/layer.js";

/** What earlier layers read, by type and the token it starts at. */
export class Annotations {
  private readonly byType = new Map<string, Map<number, Annotation<unknown>>>();
  /** 1 for a token at which some annotation starts: most tokens need no closer look. */
  private readonly starts: Uint8Array;

  constructor(tokens: number) {
    this.starts = new Uint8Array(tokens);
  }

  /** Of several that start at one token the longest stays. */
  add(type: string, annotation: Annotation<unknown>): void {
    let known = this.byType.get(type);
    if (!known) {
      known = new Map();
      this.byType.set(type, known);
    }
    const { first, last } = annotation;
    if ((known.get(first)?.last ?? 0) >= last) return;
    known.set(first, annotation);
    this.starts[first] = 1;
  }

  startsAt(token: number): boolean {
    return this.starts[token] === 1;
  }

  at(type: string, token: number): Annotation<unknown> | undefined {
    return this.starts[token] === 1 ? this.byType.get(type)?.get(token) : undefined;
  }
}
