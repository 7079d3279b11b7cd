/** `isnad serve`: the desk over accounts that were written before, or the service over a store. */
import { InvalidArgumentError, Option } from "commander";
import type { CommandModule } from "./command.js";
import type { ServeOptions } from "./serve-options.js";
import { STORE_HELP, withStoreOption } from "./store-options.js";
import { withFetchOptions } from "./watch-options.js";

const HELP = `
Over a store it is a service for a newsroom: everybody signs in, reviewers judge and add reports, changes
arrive while one reads, programs ask by the API (/api/v1/openapi.json). Without a user it asks for an
admin: on a terminal by name and password, else by a link that it prints and that works once, or by
ISNAD_ADMIN_PASSWORD_FILE (and ISNAD_ADMIN_NAME). See docs/SERVER.md, and isnad user --help.

With --watch it also keeps to feeds, as \`isnad watch\` does (isnad watch --help says how): lists of feeds
(.opml) and addresses of feeds, or without any those that the store was given before. What arrives shows
in the desk while one reads. \`isnad watch --status\` tells how each feed stands, while it runs.

Over accounts that \`isnad read\` wrote it shows them to who reaches it: they are read from the disk
when they are asked for, and nothing can be changed.

In either a reader may paste the address of a page beside texts and files: it is fetched by the server,
from public addresses alone unless --allow-private permits a host, read, and kept nowhere.

Either listens on this machine alone unless --host names another of its addresses.

Examples:
  isnad serve                        the service over the store here
  isnad serve --open                 who is on this machine reads without signing in
  isnad serve --watch feeds.opml     and what these feeds bring, as it comes
  isnad serve --read-only            only reads, on this machine; another process may write
  isnad serve --url https://isnad.example.org
                                     behind a proxy of this machine that has the certificate
  isnad serve press                  the stories of a whole press that \`isnad read --out press\` wrote
  isnad serve account/account.json   one account
${STORE_HELP}

Exit codes:
  0    stopped by Ctrl-C or SIGTERM
  2    there is no account there, no feed, the address is taken, or another process writes to the store
  3    Isnad itself failed`;

const DEFAULT_PORT = 4747;

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a number from 0 (any that is free) to 65535.");
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url;
  throw new InvalidArgumentError("It looks like https://isnad.example.org, without a path.");
}

export const serve: CommandModule = {
  add(commands, program) {
    const command = commands
      .command("serve")
      .summary("open the desk in a browser: a service over a store, or accounts on the disk")
      .description("Serve the desk and the API over a store, or accounts that `isnad read` wrote.")
      .argument("[path]", "a folder given to --out, an account's .json file, or a store")
      .option("--port <number>", "the port; 0 for any that is free", portOf, DEFAULT_PORT)
      .option("--host <address>", "the address of this machine to listen on", "127.0.0.1")
      .option("--url <url>", "where browsers reach it, through a proxy of this machine", urlOf)
      .option("--open", "who is on this machine reads without signing in")
      .option("--read-only", "only read the store; implies --open")
      .option("--watch [feeds...]", "also watch feeds: lists (.opml), addresses; none: those known")
      .addOption(
        new Option("--log <form>", "a line a request on stderr")
          .choices(["plain", "json", "none"])
          .default("plain"),
      );
    withStoreOption(withFetchOptions(command))
      .addHelpText("after", HELP)
      .action(async (path: string | undefined, options: ServeOptions) => {
        const { leadsToStore } = await import("../store/place.js");
        if (path !== undefined && !leadsToStore(path)) {
          const { serveAccounts } = await import("./serve-accounts.js");
          process.exitCode = await serveAccounts(path, options, program);
          return;
        }
        const { runService } = await import("./run-service.js");
        const store = path === undefined ? {} : { store: path };
        process.exitCode = await runService({ ...options, ...store }, program);
      });
  },
};
