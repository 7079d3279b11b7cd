import { readFileSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";

/** `T` with a switch for help, which every tool has. */
type WithHelp<T extends ParseArgsConfig> = T & {
  readonly options: { readonly help: { readonly type: "boolean"; readonly short: "h" } };
};

/**
 * The options of a developer's tool. `--help` prints the comment at the head of the tool's source; an
 * option that is not known is told in one line, with exit code 2.
 * @param source `import.meta.url` of the tool
 */
export function toolOptions<const T extends ParseArgsConfig>(
  source: string,
  config: T,
): ReturnType<typeof parseArgs<WithHelp<T>>> {
  const options = { ...config.options, help: { type: "boolean", short: "h" } } as const;
  try {
    const parsed = parseArgs({ ...config, options } as WithHelp<T>);
    if (!Reflect.get(parsed.values, "help")) return parsed;
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    console.error(`${error.message.split(". ")[0]}. --help tells the options.`);
    process.exit(2);
  }
  console.log(usageIn(readFileSync(new URL(source), "utf8")));
  process.exit(0);
}

/** A whole number of one or more; anything else is told in one line, with exit code 2. */
export function toolCount(name: string, given: string): number {
  const count = Number(given);
  if (Number.isSafeInteger(count) && count > 0) return count;
  console.error(`${name} is a whole number of 1 or more, not ${given}. --help tells the options.`);
  process.exit(2);
}

/** The first comment of a source file, without its stars. */
function usageIn(source: string): string {
  const [, comment = ""] = /\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  return comment.replace(/^[ \t]*\*? ?/gm, "").trim();
}
