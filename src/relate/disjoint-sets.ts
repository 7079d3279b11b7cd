import { addTo } from "../core/grouping.js";

/** Union-find over the numbers 0 … n-1; the smallest member stands for its set. */
export class DisjointSets {
  private readonly parent: number[];

  constructor(size = 0) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  /** Adds the next number, in a set of its own. */
  add(): number {
    return this.parent.push(this.parent.length) - 1;
  }

  copy(): DisjointSets {
    const copy = new DisjointSets();
    for (const one of this.parent) copy.parent.push(one);
    return copy;
  }

  find(member: number): number {
    let root = member;
    while ((this.parent[root] as number) !== root) root = this.parent[root] as number;
    for (let at = member; at !== root; ) {
      const next = this.parent[at] as number;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  /** @returns whether they were two sets before */
  join(a: number, b: number): boolean {
    const [one, other] = [this.find(a), this.find(b)];
    if (one === other) return false;
    if (one < other) this.parent[other] = one;
    else this.parent[one] = other;
    return true;
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** The sets, each ascending, ordered by their smallest member. */
  sets(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      addTo(byRoot, root, i);
    }
    return [...byRoot.values()];
  }
}
