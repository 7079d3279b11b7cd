/** Where a JSON text breaks its grammar. `JSON.parse` does not always say. */

export interface JsonFault {
  /** UTF-16 code units from the start. */
  readonly offset: number;
  /** Both counted from 1; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** What was wrong, in words. */
  readonly message: string;
}

class Fault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const LITERALS = ["true", "false", "null"];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEX4 = /[0-9a-fA-F]{4}/y;

function skipSpace(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return next;
    next += 1;
  }
}

function shown(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return "the end of the text";
  return code < 0x20 ? "a control character" : `"${String.fromCodePoint(code)}"`;
}

/** Offset behind the string that opens at `at`. */
function skipString(text: string, at: number): number {
  for (let next = at + 1; ; next++) {
    const code = text.charCodeAt(next);
    if (Number.isNaN(code)) throw new Fault(at, "this text in quotes is never closed");
    if (code === 0x22) return next + 1;
    if (code < 0x20) {
      throw new Fault(next, "a line break or control character stands inside a text in quotes");
    }
    if (code !== 0x5c) continue;
    next += 1;
    const escaped = text[next] ?? "";
    if (escaped === "u") {
      HEX4.lastIndex = next + 1;
      if (!HEX4.test(text)) throw new Fault(next - 1, "\\u needs four hexadecimal digits");
      next += 4;
    } else if (!'"\\/bfnrt'.includes(escaped) || escaped === "") {
      throw new Fault(next - 1, "a backslash stands before a character that cannot be escaped");
    }
  }
}

/** Offset behind the text, number or literal at `at`. */
function skipScalar(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at);
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  if (number) return at + number[0].length;
  const literal = LITERALS.find((word) => text.startsWith(word, at));
  if (literal) return at + literal.length;
  throw new Fault(at, `a value was expected, but ${shown(text, at)} stands there`);
}

/** Offset behind the key and colon at `at`. */
function skipKey(text: string, at: number): number {
  if (text[at] !== '"') {
    throw new Fault(at, `a field name in double quotes was expected, not ${shown(text, at)}`);
  }
  const colon = skipSpace(text, skipString(text, at));
  if (text[colon] !== ":") throw new Fault(colon, `":" was expected, not ${shown(text, colon)}`);
  return skipSpace(text, colon + 1);
}

/** Walks the text with its own stack: nesting of any depth costs no call stack. */
function walk(text: string): void {
  const open: ("{" | "[")[] = [];
  let at = skipSpace(text, 0);
  for (;;) {
    const char = text[at];
    if (char === "{" || char === "[") {
      const close = char === "{" ? "}" : "]";
      const inside = skipSpace(text, at + 1);
      if (text[inside] !== close) {
        open.push(char);
        at = char === "{" ? skipKey(text, inside) : inside;
        continue;
      }
      at = skipSpace(text, inside + 1);
    } else {
      at = skipSpace(text, skipScalar(text, at));
    }
    for (;;) {
      const inside = open[open.length - 1];
      if (inside === undefined) {
        if (at < text.length) {
          throw new Fault(at, `${shown(text, at)} stands behind the end of the value`);
        }
        return;
      }
      const close = inside === "{" ? "}" : "]";
      if (text[at] === ",") {
        const next = skipSpace(text, at + 1);
        if (text[next] === close) throw new Fault(at, `a comma stands before "${close}"`);
        at = inside === "{" ? skipKey(text, next) : next;
        break;
      }
      if (text[at] !== close) {
        throw new Fault(at, `"," or "${close}" was expected, not ${shown(text, at)}`);
      }
      open.pop();
      at = skipSpace(text, at + 1);
    }
  }
}

/** The first fault of a text that is no JSON; null where none is found. Linear in its length. */
export function findJsonFault(text: string): JsonFault | null {
  try {
    walk(text);
    return null;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    let line = 1;
    let start = 0;
    for (let i = text.indexOf("\n"); i >= 0 && i < fault.offset; i = text.indexOf("\n", i + 1)) {
      line += 1;
      start = i + 1;
    }
    return { offset: fault.offset, line, column: fault.offset - start + 1, message: fault.message };
  }
}
