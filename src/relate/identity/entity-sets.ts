import { DisjointSets } from "../disjoint-sets.js";

/** Sets of entities that are one, of which some were said to be two. */
export class EntitySets extends DisjointSets {
  /** By the member that stands for a set: those that stand for the sets it must not meet. */
  private readonly barred = new Map<number, Set<number>>();

  /** From now on nothing makes these one. @returns false where they are one already */
  keepApart(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return false;
    this.bar(x, y);
    this.bar(y, x);
    return true;
  }

  isBarred(a: number, b: number): boolean {
    return this.barred.size > 0 && (this.barred.get(this.find(a))?.has(this.find(b)) ?? false);
  }

  /** @returns whether they were two sets before and are one now */
  override join(a: number, b: number): boolean {
    if (this.barred.size === 0) return super.join(a, b);
    const [x, y] = [this.find(a), this.find(b)];
    if (this.isBarred(x, y) || !super.join(x, y)) return false;
    const [kept, gone] = this.find(x) === x ? [x, y] : [y, x];
    for (const other of this.barred.get(gone) ?? []) {
      this.barred.get(other)?.delete(gone);
      this.bar(kept, other);
      this.bar(other, kept);
    }
    this.barred.delete(gone);
    return true;
  }

  private bar(set: number, other: number): void {
    const known = this.barred.get(set);
    if (known) known.add(other);
    else this.barred.set(set, new Set([other]));
  }
}
