/** `isnad read`: reports in, one sourced account out. */
import { Option } from "commander";
import { FIGURE_RULES } from "../core/codes.js";
import type { CommandModule } from "./command.js";
import { EXIT_CODES_HELP } from "./exit-code.js";
import type { ReadOptions } from "./read-options.js";
import { withScreenOptions } from "./screen-options.js";

const HELP = `
Inputs:
  Files and folders (of any depth) of .txt, .json, .jsonl, .html, .xml, .rss, .atom, .warc, these packed as .gz,
  and .zip archives of them, in UTF-8, UTF-16, windows-1256 or ISO-8859-6. What a file is, its first
  bytes tell before its name. A .txt file is one report; of a page the article is read; of a feed the
  items that hold their report whole; of a WARC the pages; ninjs and NewsML-G2 are agencies' items.
  A .json file is one record, a list of records, or {"reports": […]}; a .jsonl file is one record a
  line. A record is
    {"text": "…", "id", "title", "outlet", "url", "published", "modified", "fetched",
     "language"}
  of which only "text" is needed; days are written 2022-01-06. "content" and "body" are also
  taken for the text, "source" for the outlet, "date_extracted" for "fetched".
  At most 32 MB a .txt file or feed, 64 MB a .json file, 16 MB a page, 2,000,000 characters a report;
  .jsonl and .warc files may have any size.

A whole press:
  1,000 reports and more (or any number with --stories) give an account a story: stories/ID.json
  and stories.json, the list of them, in the folder of --out (isnad-account unless given). Reading
  uses all processors. What was read is kept in the folder's .isnad: an interrupted run goes on
  where it was, and reports added later cost only what is new.

Judgements:
  What people decided with \`isnad judge\` is applied on top: from judgements.jsonl in the folder of
  --out, or from --judgements FILE. The account says which judgements made it what it is. A log with
  a broken line is not applied, and nothing is written.

Examples:
  isnad read reports/                          print the account of a folder of reports
  isnad read reports/ --out account            and write account/account.json and report.html
  isnad read a.txt b.txt --html page.html      two reports, and the page
  isnad read page.html feed.rss                saved pages, and the whole texts of a feed
  isnad read crawl.warc.gz --out crawl         the Arabic articles of a web archive
  isnad read press/*.zip --out press           a whole press: an account a story
  isnad read press.jsonl --json - | jq .stories[0].ledger
  isnad read reports/ --lang ar                labels in Arabic
  isnad read reports/ --rule acled             the most conservative count as best; or: ucdp
${EXIT_CODES_HELP}`;

export const read: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("read")
      .summary("read reports and give one sourced account")
      .description(
        "Read Arabic news reports and print one account of what they tell: figures, who says so and through whom, when and where, what is copied and what is disputed.",
      )
      .argument("<path...>", "files and folders")
      .option("--json <file>", "write the account as JSON; - for standard output, and nothing else")
      .option("--html <file>", "write the account as a page of its own")
      .option("--out <folder>", "write account.json and report.html into the folder")
      .option("--stories", "write an account a story into the folder, however few reports")
      .option("--quiet", "print neither the account nor progress, only problems")
      .option("--full", "print every entry and every story, however many")
      .option(
        "--judgements <file>",
        "apply this log of `isnad judge` (default: judgements.jsonl in the folder of --out)",
      )
      .addOption(
        new Option("--rule <name>", "the rule that chooses low, best and high")
          .choices(FIGURE_RULES)
          .default("isnad"),
      )
      .addOption(
        new Option("--lang <language>", "language of labels").choices(["en", "ar"]).default("en"),
      );
    withScreenOptions(command)
      .addHelpText("after", HELP)
      .action(async (paths: string[], options: ReadOptions) => {
        const { runRead } = await import("./run-read.js");
        process.exitCode = await runRead(paths, options, program);
      });
  },
};
