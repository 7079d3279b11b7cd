/** `isnad export`: an account as a file for another program. */
import { Option } from "commander";
import { FORMAT_IDS, FORMATS } from "../export/formats.js";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { ExportCommandOptions } from "./run-export.js";

const WIDEST_ID = Math.max(...FORMAT_IDS.map((id) => id.length));

const FORMATS_HELP = FORMATS.map(
  ({ id, writes }) => `  ${id.padEnd(WIDEST_ID)}  ${writes.en}`,
).join("\n");

const HELP = `
Formats (docs/EXPORTS.md has every column and field):
${FORMATS_HELP}
  ${"all".padEnd(WIDEST_ID)}  each of them, into the folder of --out

Examples:
  isnad export account.json --format csv-ledger --out ledger.csv
  isnad export press "مسجد أبها" --format markdown --lang ar     a story of a whole press, printed
  isnad export isnad-store "مسجد أبها" --format csv-ledger      a story out of a store
  isnad export press story-4f21 --format all --out abha/         every format, into a folder
  isnad export account.json --format ndjson | jq -r 'select(.kind == "figure") | .words'
  isnad export account.json --format csv-claims --no-bom | csvcut -n

CSV files begin with a byte-order mark, by which Excel knows UTF-8; --no-bom leaves it out. Cells
that a spreadsheet would take for a formula have an apostrophe in front.
${EXIT_CODES_HELP}`;

export const exportCommand: CommandModule = {
  add(commands) {
    commands
      .command("export")
      .summary("write an account for a spreadsheet, a map, a timeline or a text")
      .description(
        "Write what `isnad read` wrote as CSV, NDJSON, GeoJSON, TimelineJS or Markdown, from the account alone: all of it, or one story.",
      )
      .argument("[path]", "an account's .json file, the folder given to --out, or a store")
      .argument("[story]", "its id, the beginning of it, or words of its title")
      .addOption(new Option("--format <format>", "what to write").choices([...FORMAT_IDS, "all"]))
      .option(
        "--out <file>",
        "where to: a file, a folder (named with a / at its end, or there already), or - for standard output",
        "-",
      )
      .option("--no-bom", "no byte-order mark at the beginning of CSV")
      .option("--formats", "list the formats with their media types, and do nothing else")
      .addOption(
        new Option("--lang <language>", "language of labels, and of names where known")
          .choices(["en", "ar"])
          .default("en"),
      )
      .addHelpText("after", HELP)
      .action(
        async (
          path: string | undefined,
          story: string | undefined,
          options: ExportCommandOptions,
        ) => {
          const { runExport } = await import("./run-export.js");
          process.exitCode = await runExport(path ?? null, story ?? null, options);
        },
      );
  },
};
