import { createColors } from "picocolors";
import type { Style } from "./layout.js";

/** What colours mean here. Only a contradiction is alarming. */
export interface Palette {
  readonly title: Style;
  readonly heading: Style;
  readonly strong: Style;
  readonly quiet: Style;
  readonly figure: Style;
  readonly alarm: Style;
}

export function createPalette(colour: boolean): Palette {
  const { bold, dim, cyan, red } = createColors(colour);
  return {
    title: (text) => bold(text),
    heading: (text) => bold(cyan(text)),
    strong: (text) => bold(text),
    quiet: (text) => dim(text),
    figure: (text) => bold(text),
    alarm: (text) => bold(red(text)),
  };
}
