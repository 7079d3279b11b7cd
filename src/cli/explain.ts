/** `isnad explain`: why a place of a report was read as it was. */
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { ExplainOptions } from "./run-explain.js";
import { withScreenOptions } from "./screen-options.js";

const HELP = `
What it prints:
  the sentence; every reading that the lexicon has of its words there; what each layer read, by
  which rule; what it considered and let go, and why; the claims that came of it.
  Offsets count UTF-16 code units of the report's text, as the spans of an account do.

Examples:
  isnad explain reports/3.txt:120              what stands at offset 120
  isnad explain reports/3.txt:120-164          a stretch: from 120 up to, not including, 164
  isnad explain reports/3.txt --find "مقتل 7"  the first place where the words stand
  isnad explain press.jsonl#12:88              the record on line 12 of a .jsonl file
  isnad explain press.zip/day.json#7 --find "سبعة"      a record of a file in an archive
  isnad explain reports/3.txt:120 --among reports/    dated by its siblings, as in an account
  isnad explain reports/3.txt:120 --json | jq .steps
${EXIT_CODES_HELP}`;

export const explain: CommandModule = {
  add(commands) {
    const command = commands
      .command("explain")
      .summary("tell why a place of a report was read as it was")
      .description(
        "Print why a place of a report was read as it was: the readings of its words, the rules that read it, and what was considered and lost.",
      )
      .argument("<place>", "FILE:OFFSET, FILE:START-END, or FILE with --find")
      .option("--find <words>", "the first place where these words stand, as they are written")
      .option("--among <path...>", "files and folders read together with it, which may date it")
      .option("--json", "print it as JSON");
    withScreenOptions(command)
      .addHelpText("after", HELP)
      .action(async (place: string, options: ExplainOptions) => {
        const { runExplain } = await import("./run-explain.js");
        process.exitCode = await runExplain(place, options);
      });
  },
};
