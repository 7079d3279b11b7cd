/** A robots.txt with what concerns one program alone, so that what others are told costs nothing. */

/** Stands for all other programs. */
const OTHERS = "others";

const AGENT_LINE = /^\s*user-agent\s*:\s*([^#]*)/i;
const RULE_LINE = /^\s*(?:dis)?allow\s*:\s*([^#]*)/i;

/** Characters of a pattern; what is longer than an address can be matches none. */
const LONGEST_PATTERN = 2048;

/**
 * @param product the program's name
 * @returns the text, its lines where they were, and how many characters its patterns with wildcards have
 */
export function plainRobots(
  text: string,
  product: string,
): { readonly text: string; readonly wild: number } {
  const name = product.toLowerCase();
  let wild = 0;
  // A thousand agents before a thousand rules would be a million.
  let group = new Set<string>();
  let isInAgents = false;
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const agent = AGENT_LINE.exec(line)?.[1]?.trim().toLowerCase();
      if (agent !== undefined) {
        if (!isInAgents) group = new Set();
        isInAgents = true;
        const own = agent.split("/")[0]?.trim();
        const known = own === name || own === "*" ? own : OTHERS;
        if (group.has(known)) return "";
        group.add(known);
        return `User-agent: ${known}`;
      }
      if (line.includes(":")) isInAgents = false;
      const pattern = RULE_LINE.exec(line)?.[1]?.trim();
      if (pattern === undefined) return line.length > LONGEST_PATTERN ? "" : line;
      if (pattern.length > LONGEST_PATTERN) return "";
      if (!group.has(name) && !group.has("*")) return "";
      if (pattern.includes("*")) wild += pattern.length;
      return line;
    });
  return { text: lines.join("\n"), wild };
}
