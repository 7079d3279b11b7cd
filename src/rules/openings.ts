import { assertNever } from "../core/assert.js";
import type { PatternNode } from "./pattern.js";

/** What can stand at one token of a match. */
export interface Elements {
  readonly forms: Set<string>;
  readonly classes: Set<string>;
  readonly annotations: Set<string>;
  /** A token by its kind alone; behind the first element, also the end of the match. */
  any: boolean;
}

/** What the matches of a pattern begin with, and what can stand behind their first element. */
export interface Openings {
  readonly first: Elements;
  readonly second: Elements;
}

/** Goes on behind a part of a pattern; `before` is whether an element stands before that place. */
type Then = (before: boolean) => void;

export function openingsOf(pattern: PatternNode): Openings {
  const openings = { first: nothing(), second: nothing() };
  walk(openings, pattern, false, (before) => {
    if (before) openings.second.any = true;
  });
  return openings;
}

const nothing = (): Elements => ({
  forms: new Set(),
  classes: new Set(),
  annotations: new Set(),
  any: false,
});

function walk(openings: Openings, node: PatternNode, before: boolean, then: Then): void {
  switch (node.kind) {
    case "sequence": {
      const rest = (index: number, reached: boolean): void => {
        const item = node.items[index];
        if (item) walk(openings, item, reached, (next) => rest(index + 1, next));
        else then(reached);
      };
      rest(0, before);
      return;
    }
    case "choice":
      for (const item of node.items) walk(openings, item, before, then);
      return;
    case "repeat": {
      const round = (count: number, reached: boolean): void => {
        // Another round only where this one took something.
        if (count < node.max) {
          walk(openings, node.item, reached, (next) => {
            if (next !== reached) round(count + 1, next);
          });
        }
        if (count >= node.min) then(reached);
      };
      round(0, before);
      return;
    }
    case "capture":
      walk(openings, node.item, before, then);
      return;
    default:
      note(before ? openings.second : openings.first, node);
      if (!before) then(true);
  }
}

type Element = Extract<PatternNode, { kind: "literal" | "class" | "annotation" | "token" }>;

function note(elements: Elements, node: Element): void {
  switch (node.kind) {
    case "literal":
      for (const form of node.forms) elements.forms.add(form);
      return;
    case "class":
      for (const name of node.classes) elements.classes.add(name);
      return;
    case "annotation":
      elements.annotations.add(node.type);
      return;
    case "token":
      elements.any = true;
      return;
    default:
      assertNever(node);
  }
}
