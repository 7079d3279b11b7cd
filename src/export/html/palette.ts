/**
 * The page's colours: paper, ink and one accent. Contrast of every text colour on its ground is
 * held to WCAG AA (4.5:1) by a test.
 */
export const LIGHT = {
  paper: "#fcfbf8",
  raised: "#ffffff",
  sunk: "#f3f0e9",
  ink: "#1c1a17",
  soft: "#5a554c",
  rule: "#d9d4c8",
  strong: "#1c1a17",
  accent: "#9a2f1c",
  onaccent: "#ffffff",
  tint: "#fbe3d6",
  faint: "#f0ebdc",
} as const;

export const DARK: Record<keyof typeof LIGHT, string> = {
  paper: "#16171a",
  raised: "#1e2024",
  sunk: "#212328",
  ink: "#e9e6df",
  soft: "#aba69b",
  rule: "#3a3c42",
  strong: "#c9c5bc",
  accent: "#f19a7e",
  onaccent: "#1a0f0b",
  tint: "#54291c",
  faint: "#2e2f2c",
};

export type Colour = keyof typeof LIGHT;

/** Text colour on ground, wherever the two meet on the page. */
export const PAIRINGS: readonly (readonly [text: Colour, ground: Colour])[] = [
  ["ink", "paper"],
  ["ink", "raised"],
  ["ink", "sunk"],
  ["ink", "tint"],
  ["ink", "faint"],
  ["soft", "paper"],
  ["soft", "raised"],
  ["soft", "sunk"],
  ["accent", "paper"],
  ["accent", "raised"],
  ["accent", "sunk"],
  ["onaccent", "accent"],
];

export function variables(palette: Record<Colour, string>): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}
