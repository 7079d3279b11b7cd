import type { NameMorphology } from "../../lang/name-morphology.js";
import { fold } from "../../text/fold.js";

interface Spelled {
  /** Folded words. */
  readonly words: readonly string[];
  /** Skeletons of those words, joined. */
  readonly skeleton: string;
}

/** A person of one report: every name by which it is called. */
export interface Person extends Spelled {
  /** Of the fullest name met. */
  words: readonly string[];
  skeleton: string;
  readonly mentions: number[];
}

/** Folded forms of one name may differ in so many letters: توكاييف, توكايف. */
const MOST_DIFFERENCE = 3;
/** A shared ending of so few consonants proves nothing. */
const SHORTEST_ENDING = 3;

/** Joins the names of one report's people: spellings, and a family name with the full name before it. */
export class People {
  readonly all: Person[] = [];

  constructor(private readonly names: NameMorphology) {}

  /** The person meant by a name; a new one where nobody before or after fits. */
  add(mention: number, name: string): Person {
    const words = fold(name)
      .split(/[\s-]+/)
      .filter((word) => word !== "");
    const person = this.find(words) ?? this.create(words);
    person.mentions.push(mention);
    if (words.length > person.words.length) {
      person.words = words;
      person.skeleton = this.skeletonOf(words);
    }
    return person;
  }

  private create(words: readonly string[]): Person {
    const person: Person = { words, skeleton: this.skeletonOf(words), mentions: [] };
    this.all.push(person);
    return person;
  }

  private skeletonOf(words: readonly string[]): string {
    return words.map((word) => this.names.skeleton(word)).join("");
  }

  /** The nearest named before; a bare family name never chooses between two whole names on one spelling. */
  private find(words: readonly string[]): Person | null {
    const name = { words, skeleton: this.skeletonOf(words) };
    for (let at = this.all.length - 1; at >= 0; at--) {
      const person = this.all[at] as Person;
      if (this.isSame(person, name)) return person;
    }
    return null;
  }

  private isSame(person: Spelled, name: Spelled): boolean {
    const joined = name.words.join("");
    const known = person.words.join("");
    if (joined === known) return true;
    if (name.skeleton === person.skeleton && distance(joined, known) <= MOST_DIFFERENCE)
      return true;
    const [long, short] =
      person.words.length >= name.words.length ? [person, name] : [name, person];
    const first = long.words[0] as string;
    const last = long.words[long.words.length - 1] as string;
    if (short.words.length === 1) {
      const one = short.words[0] as string;
      return (
        alike(this.names, one, last) || (long.words.length > 1 && one === first && one.length > 2)
      );
    }
    // سلطان نزار باييف is the end of نور سلطان نزارباييف, however it is divided.
    if (short.skeleton.length >= SHORTEST_ENDING && long.skeleton.endsWith(short.skeleton)) {
      const ending = short.words.join("");
      if (distance(long.words.join("").slice(-ending.length), ending) <= MOST_DIFFERENCE)
        return true;
    }
    // A shortened lineage: same first and last word.
    return (
      alike(this.names, first, short.words[0] as string) &&
      alike(this.names, last, short.words[short.words.length - 1] as string) &&
      short.words.every((word) => long.words.some((other) => alike(this.names, word, other)))
    );
  }
}

/** Spellings of one word: the same consonants, and few letters apart. */
export function alike(names: NameMorphology, a: string, b: string): boolean {
  if (a === b) return true;
  const skeleton = names.skeleton(a);
  return (
    skeleton.length > 1 && skeleton === names.skeleton(b) && distance(a, b) <= MOST_DIFFERENCE - 1
  );
}

/** Levenshtein distance of two short words; names are at most some dozens of letters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
