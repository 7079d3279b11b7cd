import type { NameMention } from "../names/mention.js";

/** The persons whom a text names, by where their names begin and end; built when first asked for. */
export class NamedPersons {
  private starts: ReadonlyMap<number, NameMention> | null = null;
  private inner: Set<number> | null = null;
  private places: ReadonlyMap<number, NameMention> | null = null;
  private ends: ReadonlyMap<number, NameMention> | null = null;

  constructor(private readonly names: readonly NameMention[]) {}

  startingAt(token: number): NameMention | null {
    this.starts ??= new Map(this.persons().map((name) => [name.first, name] as const));
    return this.starts.get(token) ?? null;
  }

  /** The person whose name ends before token `token`. */
  endingAt(token: number): NameMention | null {
    this.ends ??= new Map(this.persons().map((name) => [name.last, name] as const));
    return this.ends.get(token) ?? null;
  }

  /** The place whose name ends before token `token`. */
  placeEndingAt(token: number): NameMention | null {
    this.places ??= new Map(
      this.names
        .filter(({ value }) => value.kind === "place" && value.head === "name")
        .map((name) => [name.last, name] as const),
    );
    return this.places.get(token) ?? null;
  }

  /** The token goes on a name that began before it: دار in a name of a place is no verb. */
  isInsideName(token: number): boolean {
    if (!this.inner) {
      this.inner = new Set();
      for (const { first, last } of this.names) {
        for (let at = first; at < last && last - first > 1; at++) this.inner.add(at);
      }
    }
    return this.inner.has(token);
  }

  private persons(): readonly NameMention[] {
    return this.names.filter(({ value }) => value.kind === "person" && value.head !== "nominal");
  }
}
