import type { NameMorphology } from "../../lang/name-morphology.js";
import { fold } from "../../text/fold.js";

interface Spelled {
  /** Folded words. */
  readonly words: readonly string[];
  /** Those words, joined. */
  readonly joined: string;
  /** The skeleton of each word. */
  readonly skeletons: readonly string[];
  /** Those skeletons, joined. */
  readonly skeleton: string;
  /** For each word: it stands behind "son of", and names the father. */
  readonly ofFather: readonly boolean[];
}

/** A person of one report: every name by which it is called. */
export interface Person {
  /** The fullest name met. */
  name: Spelled;
  readonly mentions: number[];
}

/** Folded forms of one name may differ in so many letters: توكاييف, توكايف. */
const MOST_DIFFERENCE = 3;
/** A shared ending of so few consonants proves nothing. */
const SHORTEST_ENDING = 3;

/** Joins the names of one report's people: spellings, and a family name with the full name before it. */
export class People {
  readonly all: Person[] = [];
  /** By what somebody is called beside his name, folded. */
  private readonly called = new Map<string, Person>();

  constructor(private readonly names: NameMorphology) {}

  /** The person meant by a name; a new one where nobody before or after fits. */
  add(mention: number, written: string, aliases: readonly string[] = []): Person {
    const name = this.spell(written);
    const person = this.called.get(name.joined) ?? this.find(name) ?? this.create(name);
    person.mentions.push(mention);
    if (name.words.length > person.name.words.length) person.name = name;
    for (const alias of aliases) this.called.set(this.spell(alias).joined, person);
    return person;
  }

  private create(name: Spelled): Person {
    const person: Person = { name, mentions: [] };
    this.all.push(person);
    return person;
  }

  private spell(name: string): Spelled {
    const words = fold(name)
      .split(/[\s-]+/)
      .filter((word) => word !== "");
    const skeletons = words.map((word) => this.names.skeleton(word));
    const ofFather = words.map((_, at) => at > 0 && this.names.isFilial(words[at - 1] as string));
    return { words, joined: words.join(""), skeletons, skeleton: skeletons.join(""), ofFather };
  }

  /** The nearest named before; a bare family name never chooses between two whole names on one spelling. */
  private find(name: Spelled): Person | null {
    for (let at = this.all.length - 1; at >= 0; at--) {
      const person = this.all[at] as Person;
      if (isSame(person.name, name)) return person;
    }
    return null;
  }
}

function isSame(known: Spelled, name: Spelled): boolean {
  if (name.joined === known.joined) return true;
  if (name.skeleton === known.skeleton && isNear(name.joined, known.joined, MOST_DIFFERENCE))
    return true;
  const [long, short] = known.words.length >= name.words.length ? [known, name] : [name, known];
  const last = long.words.length - 1;
  if (short.words.length === 1) {
    const one = short.words[0] as string;
    const isFamily = areAlike(short, 0, long, last) && !long.ofFather[last];
    return isFamily || (last > 0 && one === long.words[0] && one.length > 2);
  }
  // سلطان نزار باييف is the end of نور سلطان نزارباييف, however it is divided.
  const tail = long.words.length - short.words.length;
  // سلمان بن عبدالعزيز is the father of محمد بن سلمان بن عبدالعزيز.
  if (tail > 0 && long.ofFather[tail] && areAlike(short, 0, long, tail)) return false;
  if (short.skeleton.length >= SHORTEST_ENDING && long.skeleton.endsWith(short.skeleton)) {
    const ending = short.joined;
    if (isNear(long.joined.slice(-ending.length), ending, MOST_DIFFERENCE)) return true;
  }
  // A shortened lineage: same first and last word.
  return (
    areAlike(short, 0, long, 0) &&
    areAlike(short, short.words.length - 1, long, last) &&
    short.words.every((_, i) => long.words.some((_, j) => areAlike(short, i, long, j)))
  );
}

/** Whether word `i` of one name and word `j` of the other are spellings of one. */
function areAlike(one: Spelled, i: number, other: Spelled, j: number): boolean {
  const a = one.words[i] as string;
  const b = other.words[j] as string;
  return a === b || isSpelling(a, one.skeletons[i] as string, b, other.skeletons[j] as string);
}

/** Spellings of one word: the same consonants, and few letters apart. */
export function alike(names: NameMorphology, a: string, b: string): boolean {
  return a === b || isSpelling(a, names.skeleton(a), b, names.skeleton(b));
}

const isSpelling = (a: string, skeletonOfA: string, b: string, skeletonOfB: string): boolean =>
  skeletonOfA.length > 1 && skeletonOfA === skeletonOfB && isNear(a, b, MOST_DIFFERENCE - 1);

/** Whether two names differ in at most so many letters. */
const isNear = (a: string, b: string, most: number): boolean =>
  Math.abs(a.length - b.length) <= most && distance(a, b) <= most;

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
