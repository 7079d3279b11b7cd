const ADDRESS = /^https?:\/\/\S+$/i;

/**
 * The addresses that a reader pasted or dropped, one a line, each once; none where it is anything else: a
 * report may name addresses in its text.
 */
export function pastedAddresses(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.every((line) => ADDRESS.test(line)) ? [...new Set(lines)] : [];
}
