import type { Entity } from "../../core/contract.js";
import { named, nationality } from "../../gazetteer/gazetteer.js";
import { fold } from "../../text/fold.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";

/** A state, or a body or group that fights: who a deed can be laid to. */
export interface Side {
  readonly name: string;
  readonly entity: string | null;
  /** ISO code of the state that its words name or point to. */
  readonly country: string | null;
  /** What tells it from another; none for the state itself. */
  readonly words: readonly string[];
}

/** A side by the words for it and the entity that they are known to name; null where they tell none. */
export function sideOf(name: string, entity: string | null, context: StoryContext): Side | null {
  const { sideWords } = foldLanguage("ar");
  const known = entity === null ? undefined : context.entities.get(entity);
  let country = countryNamed(known, context);
  const words: string[] = [];
  for (const word of sideWords(name)) {
    const match = nationality(word) ?? placeCountry(word);
    if (match === null) words.push(word);
    else country ??= match;
  }
  return country === null && words.length === 0 ? null : { name, entity, country, words };
}

const countryNamed = (entity: Entity | undefined, context: StoryContext): string | null =>
  entity?.kind === "place" ? context.countryOf(entity.id) : null;

/** "Moscow says": a country, or the city whose name stands for its government. */
function placeCountry(word: string): string | null {
  const [first] = named(word)?.entries ?? [];
  return first?.speaksFor ?? (first?.type === "country" ? first.country : null);
}

/** The same side, as far as names tell: a state by its adjective, a group by what only it is called. */
export function isSameSide(a: Side, b: Side): boolean {
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.words.length > 0 && b.words.length > 0) return shareWord(a.words, b.words);
  return a.words.length === b.words.length && a.country !== null && a.country === b.country;
}

/** "Its warplanes" and the state itself may be one, whatever else the first is called. */
export const mayBeOneSide = (a: Side, b: Side): boolean =>
  isSameSide(a, b) ||
  (a.country !== null && a.country === b.country && (a.words.length === 0 || b.words.length === 0));

/** He who speaks is of that side: its spokesman, its minister. */
export function speaksFor(speaker: Side, side: Side): boolean {
  if (isSameSide(speaker, side)) return true;
  return side.words.length === 0 && side.country !== null && speaker.country === side.country;
}

/** Letters that two forms of one name share: "Houthi", "Houthis". */
const LEAST_STEM = 4;

const shareWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) =>
    b.some((other) => {
      const [short, long] = [one, other].map(fold).sort((x, y) => x.length - y.length);
      if (short === undefined || long === undefined) return false;
      const stem = foldLanguage("ar").sideStem(short);
      return short === long || (stem.length >= LEAST_STEM && long.startsWith(stem));
    }),
  );
