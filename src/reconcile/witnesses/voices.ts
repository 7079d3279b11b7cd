import type { Claim, Link } from "../../core/contract.js";
import { spellingOf } from "../../relate/spelling.js";
import type { EntityIndex } from "../entity-index.js";
import { foldLanguage } from "../language.js";

/** Kinds whose names tell nobody: "sources" of two reports are not known to be the same ones. */
const NAMELESS: ReadonlySet<Link["kind"]> = new Set([
  "anonymous",
  "witness",
  "unstated",
  "document",
]);

/** Who said it first: the innermost link of the chain; null where the report says it itself. */
export function speakerOf(claim: Claim): Link | null {
  return claim.chain.length > 1 ? (claim.chain.at(-1) ?? null) : null;
}

/** True where the name tells who it is, so that what he says later can replace what he said. */
export function isNamed(link: Link): boolean {
  return link.kind !== "report" && !NAMELESS.has(link.kind);
}

/**
 * One key for one speaker under the names that a story has for him: a spokesman and the body he
 * speaks for, "the security spokesman" and "the security spokesman of the ministry of the interior"
 * where no other in the story is meant. A name that fits two stays by itself.
 */
export class Voices {
  private readonly bodies: ReadonlyMap<string, string>;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly shortened: ReadonlyMap<string, string>;

  constructor(
    claims: readonly Claim[],
    private readonly entities: EntityIndex,
  ) {
    const speakers = distinctSpeakers(claims);
    this.titles = this.titlesOf(speakers);
    this.bodies = this.bodiesOf(claims, speakers);
    this.shortened = this.shortenedOf(speakers);
  }

  /** The same for two claims where one speaker is known to stand behind both. */
  of(claim: Claim): string {
    const speaker = speakerOf(claim);
    return speaker ? this.ofLink(speaker) : "report";
  }

  ofLink(link: Link): string {
    const key = this.plain(link);
    return this.shortened.get(key) ?? key;
  }

  private plain(link: Link): string {
    const byTitle = this.titles.get(link.name);
    const entity = byTitle ?? link.entity;
    if (entity === null || (byTitle === undefined && NAMELESS.has(link.kind))) {
      return `${link.kind}:${link.meant ?? link.name}`;
    }
    return this.bodies.get(entity) ?? entity;
  }

  private isBody(id: string | null): boolean {
    const kind = id === null ? undefined : this.entities.get(id)?.kind;
    return kind === "organization" || kind === "group" || kind === "outlet";
  }

  /** A spokesman's title that names his body somewhere means that body everywhere. */
  private titlesOf(speakers: readonly Link[]): Map<string, string> {
    const { isSpokesperson } = foldLanguage("ar");
    const out = new Map<string, string>();
    for (const { name, entity, kind } of speakers) {
      if (kind === "official" && entity !== null && this.isBody(entity) && isSpokesperson(name)) {
        out.set(name, entity);
      }
    }
    return out;
  }

  /** Spokesmen by name, with the one body that the story has them speak for. */
  private bodiesOf(claims: readonly Claim[], speakers: readonly Link[]): Map<string, string> {
    const { isSpokesperson } = foldLanguage("ar");
    const found = new Map<string, Set<string>>();
    const note = (person: string, body: string): void => {
      found.set(person, (found.get(person) ?? new Set()).add(body));
    };
    for (const { office } of claims) {
      if (office?.of && this.isBody(office.of) && isSpokesperson(office.office)) {
        note(office.holder, office.of);
      }
    }
    for (const { name, entity } of speakers) {
      if (entity === null || this.entities.get(entity)?.kind !== "person") continue;
      for (const [title, body] of this.titles) if (name.startsWith(title)) note(entity, body);
    }
    return new Map(
      [...found].flatMap(([person, bodies]) =>
        bodies.size === 1 ? [[person, [...bodies][0] as string] as const] : [],
      ),
    );
  }

  private shortenedOf(speakers: readonly Link[]): Map<string, string> {
    const { bareForm } = spellingOf("ar");
    const wordsOf = (name: string): string[] => name.split(/\s+/).filter(Boolean).map(bareForm);
    const full = new Map<string, Set<string>>();
    for (const link of speakers) {
      // A body that no entity is made of still has its name: "the rescue unit of X".
      const tells = link.entity !== null ? isNamed(link) : link.kind === "institution";
      if (!tells) continue;
      const key = this.plain(link);
      for (const name of [link.meant ?? link.name, link.name, this.entities.get(key)?.name ?? ""]) {
        for (const word of wordsOf(name)) full.set(word, (full.get(word) ?? new Set()).add(key));
      }
    }
    const out = new Map<string, string>();
    const named = speakers
      .filter((link) => link.entity === null && isNamed(link))
      .map((link) => ({ link, words: wordsOf(link.meant ?? link.name) }));
    // The longest first: who is meant by a name is known before a shorter one is looked up.
    for (const { link, words } of named.toSorted((a, b) => b.words.length - a.words.length)) {
      const own = this.plain(link);
      const sets = words.map((word) => full.get(word) ?? new Set<string>());
      const [first, ...rest] = sets;
      const fit = new Set(
        [...(first ?? [])]
          .filter((key) => key !== own && rest.every((set) => set.has(key)))
          .map((key) => out.get(key) ?? key),
      );
      const [only] = fit;
      const whose = fit.size === 1 ? only : this.bodyNamedIn(link, new Set(words), speakers);
      if (whose !== undefined) out.set(own, whose);
    }
    return out;
  }

  /** A spokesman's title holds the name of one body that speaks in the story: he speaks for it. */
  private bodyNamedIn(
    { name }: Link,
    words: ReadonlySet<string>,
    speakers: readonly Link[],
  ): string | undefined {
    const { bareForm } = spellingOf("ar");
    if (!foldLanguage("ar").isSpokesperson(name)) return undefined;
    const named = speakers.flatMap(({ entity }) => {
      const body = this.isBody(entity) ? this.entities.get(entity ?? "") : undefined;
      const own = body?.name.split(/\s+/).map(bareForm) ?? [];
      return body && own.every((word) => words.has(word)) ? [body.id] : [];
    });
    const bodies = new Set(named);
    return bodies.size === 1 ? named[0] : undefined;
  }
}

function distinctSpeakers(claims: readonly Claim[]): Link[] {
  const out = new Map<string, Link>();
  for (const claim of claims) {
    const link = speakerOf(claim);
    if (link) out.set(`${link.kind}|${link.name}|${link.meant ?? ""}|${link.entity ?? ""}`, link);
  }
  return [...out.values()];
}
