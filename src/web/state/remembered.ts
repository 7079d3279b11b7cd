/** What a reader chose, kept by the browser; where it keeps nothing, it is chosen anew each time. */
const key = (name: string): string => `isnad-${name}`;

export function remembered<T extends string>(name: string, known: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(key(name));
    return known.find((one) => one === value) ?? null;
  } catch {
    // A page opened from a file, or a browser told to keep nothing, may refuse.
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // As above: the choice holds until the page is closed.
  }
}
