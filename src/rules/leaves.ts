import { addTo } from "../core/grouping.js";
import { hasFeatures, type Reading, type Word } from "../text/word.js";
import type { PatternNode } from "./pattern.js";

type LiteralNode = Extract<PatternNode, { kind: "literal" }>;
type ClassNode = Extract<PatternNode, { kind: "class" }>;

/** What a word is to the patterns of a rule set. */
export interface WordProfile {
  /** By leaf: 0 where the word is not taken, `LITERAL`, or 1 + the index of the reading taken. */
  readonly takes: Uint8Array;
}

/** The word is taken by its form, without a reading. */
export const LITERAL = 255;
/** Readings behind this one are not looked at; real words have fewer than twenty. */
const MOST_READINGS = 254;

/**
 * The elements of patterns that ask for a word: its form or its classes. Equal elements are one
 * leaf. A leaf is found from a word's form and classes, so that a word meets only its own few.
 */
export class Leaves {
  private readonly ids = new Map<string, number>();
  private readonly byForm = new Map<string, number[]>();
  private readonly byClass = new Map<
    string,
    { readonly leaf: number; readonly node: ClassNode }[]
  >();
  private nothing = new Uint8Array(0);

  /** @returns the leaf of an element that takes any of these forms */
  literal(node: LiteralNode): number {
    const [leaf, isNew] = this.leaf(`'${node.forms.join("|")}`);
    if (isNew) for (const form of node.forms) addTo(this.byForm, form, leaf);
    return leaf;
  }

  /** @returns the leaf of an element that asks for a class */
  ofClass(node: ClassNode): number {
    const [leaf, isNew] = this.leaf(`<${node.classes.join("|")} ${JSON.stringify(node.features)}`);
    if (isNew) for (const name of node.classes) addTo(this.byClass, name, { leaf, node });
    return leaf;
  }

  private leaf(key: string): [leaf: number, isNew: boolean] {
    const known = this.ids.get(key);
    if (known !== undefined) return [known, false];
    const leaf = this.ids.size;
    this.ids.set(key, leaf);
    return [leaf, true];
  }

  /** What each leaf takes of the word. All patterns must have been compiled before. */
  takenOf(word: Word): Uint8Array {
    if (this.nothing.length !== this.ids.size) this.nothing = new Uint8Array(this.ids.size);
    let takes: Uint8Array | null = null;
    for (const leaf of this.byForm.get(word.form) ?? []) {
      takes ??= new Uint8Array(this.ids.size);
      takes[leaf] = LITERAL;
    }
    for (const name of word.classes) {
      for (const { leaf, node } of this.byClass.get(name) ?? []) {
        if (takes && takes[leaf] !== 0) continue;
        const index = word.readings.findIndex((reading) => accepts(node, reading));
        if (index < 0 || index >= MOST_READINGS) continue;
        takes ??= new Uint8Array(this.ids.size);
        takes[leaf] = index + 1;
      }
    }
    return takes ?? this.nothing;
  }
}

/** Whether the reading is of one of the element's classes and has its features. */
export function accepts(node: ClassNode, reading: Reading): boolean {
  for (const name of node.classes) {
    if (reading.entry.classes.includes(name)) {
      return !node.features || hasFeatures(reading, node.features);
    }
  }
  return false;
}
