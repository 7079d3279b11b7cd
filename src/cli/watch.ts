/** `isnad watch`: feeds over time, into the store. */
import type { CommandModule } from "./command.js";
import { STORE_HELP, withStoreOption } from "./store-options.js";
import { type WatchCommandOptions, withFetchOptions } from "./watch-options.js";

const HELP = `
Feeds:
  RSS, Atom, JSON Feed, RDF, news site maps and indexes of these, by address or in a list as feed
  readers export it (OPML). Without any, those that this store was given before. Of each new item the
  page is fetched, its article read and kept, with the bytes as they came; where the page cannot be
  had, the text in the feed, if that is whole. Pages are looked at again after 1, 6 and 24 hours: a
  corrected article is a new version.

Manners:
  robots.txt is kept to. A host is asked one thing at a time, with a pause, and left alone when it
  asks for that. A feed is asked every 5 minutes to 24 hours, as often as it has news; rarer each
  time that it fails. Only addresses of the public internet are asked: --allow-private permits one
  host of your own network (feeds.example.lan, 10.0.0.5:8080).
${STORE_HELP}

Examples:
  isnad watch feeds.opml                          until Ctrl-C; what is under way is kept
  isnad watch https://example.org/rss --once      what is due now, then end: for cron
  isnad watch --status                            last success, last error, next time of each feed
  isnad watch feeds.opml --contact desk@example.org

Exit codes:
  0    ended as asked
  1    a feed could not be read (--once), or the list has problems
  2    no feed, or the store could not be opened
  3    Isnad itself failed`;

export const watch: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("watch")
      .summary("watch feeds, and add what they bring to the store")
      .description(
        "Watch feeds: fetch what is new, read it, and bring the stories that it joins up to date.",
      )
      .argument("[feeds...]", "lists of feeds (.opml), addresses of feeds")
      .option("--once", "deal with what is due, then end")
      .option("--now", "ask all feeds at once, due or not")
      .option("--status", "list the feeds and how each stands, and end")
      .option("--json", "with --status: as JSON")
      .option("--quiet", "print problems only")
      .option("--color", "colour even where it is not a terminal")
      .option("--no-color", "never colour (NO_COLOR=1 does the same)");
    withStoreOption(withFetchOptions(command))
      .addHelpText("after", HELP)
      .action(async (feeds: string[], options: WatchCommandOptions) => {
        if (options.status) {
          const { runWatchStatus } = await import("./run-watch-status.js");
          process.exitCode = await runWatchStatus(options);
          return;
        }
        const { runWatch } = await import("./run-watch.js");
        process.exitCode = await runWatch(feeds, options, program);
      });
  },
};
