/** `isnad serve` over a store: what is started, in which order, and how it ends. */
import { availableParallelism } from "node:os";
import { isLoopback } from "../server/guard.js";
import { PasswordHashes } from "../server/passwords.js";
import { readHere, readingThreads } from "../server/reading/readers.js";
import { startReading } from "../server/reading/reading.js";
import { written } from "../server/request-log.js";
import type { Service } from "../server/service.js";
import { serviceApp } from "../server/service-app.js";
import { SetupLink } from "../server/setup-link.js";
import { SignInLimits } from "../server/sign-in-limits.js";
import { publicAgent } from "../server/telling/deliver.js";
import { Webhooks } from "../server/telling/webhooks.js";
import { type WriterEars, writerThread } from "../server/writing/thread.js";
import { type Writer, writerHere } from "../server/writing/writer.js";
import type { StorePlace } from "../store/place.js";
import { Store, StoreReader } from "../store/store.js";
import { allUsers } from "../store/users.js";
import type { ListedFeed } from "../watch/opml.js";
import { builtDesk } from "./account-page.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { firstAdmin } from "./first-admin.js";
import { count } from "./ingest-report.js";
import { PasswordFault } from "./password.js";
import { engineLabel } from "./program-stamp.js";
import { writeAll } from "./screen.js";
import type { ServeOptions } from "./serve-options.js";
import { feedsKnown, feedsToWatch, watchLog } from "./serve-watching.js";
import {
  complain,
  fetcherOf,
  hostsOf,
  interrupted,
  listenAt,
  ServeFault,
  shownUrl,
} from "./serving.js";
import { placeOf, tellingFaults } from "./with-store.js";

/** Milliseconds that answers under way are given at the end. */
const PATIENCE = 5000;

/** Threads that read for answers: what they do is short, and the writer's threads want the rest. */
const READING_THREADS = 1;

/** Serves until it is interrupted. Returns the exit code. */
export function runService(options: ServeOptions, program: Program): Promise<number> {
  return tellingFaults(async () => {
    try {
      refuseUnsafe(options);
      return await serving(options, program);
    } catch (error) {
      if (!(error instanceof ServeFault || error instanceof PasswordFault)) throw error;
      await complain(error.message);
      return EXIT.failed;
    }
  });
}

const isLocal = (host: string): boolean => host === "localhost" || isLoopback(host);

/** @throws ServeFault */
function refuseUnsafe({ host, url, open, readOnly, watch }: ServeOptions): void {
  if (readOnly && watch !== undefined) {
    throw new ServeFault("--watch adds to the store: not with --read-only.");
  }
  if (!open && !readOnly) return;
  const option = open ? "--open" : "--read-only";
  if (!isLocal(host)) {
    throw new ServeFault(
      `${option} lets everybody read who reaches the server: not with --host ${host}.`,
    );
  }
  if (url) {
    throw new ServeFault(
      `${option} lets everybody read whom the proxy of ${url.host} lets through: not with --url.`,
    );
  }
}

/** What tells why the service has to end by itself. */
interface Ending {
  readonly ended: Promise<number>;
  readonly end: (code: number) => void;
}

function ending(): Ending {
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  void interrupted().then(() => end(EXIT.ok));
  return { ended, end };
}

async function openWriter(place: StorePlace, program: Program, ears: WriterEars): Promise<Writer> {
  const engine = engineLabel(program);
  if (program.worker !== null) {
    const threads = Math.max(1, availableParallelism());
    const start = { kind: "isnad-writer", place, engine, worker: program.worker, threads } as const;
    return writerThread(start, ears);
  }
  return writerHere(await Store.openToWrite(place, { engine, create: true }), ears.changed);
}

async function serving(options: ServeOptions, program: Program): Promise<number> {
  const { host, port, url, log, readOnly = false, watch } = options;
  const desk = builtDesk(program);
  const place = placeOf(options);
  const fetcher = fetcherOf(options, program);
  const given = watch === undefined ? null : await feedsToWatch(watch);
  const { ended, end } = ending();
  const fault = (error: unknown): void => {
    void complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  let wrote = (): void => {};
  const writer = readOnly
    ? null
    : await openWriter(place, program, {
        changed: () => wrote(),
        failed: fault,
        lost: (error) => {
          fault(error);
          end(EXIT.fault);
        },
      });
  const store = await StoreReader.open(place);
  const readers =
    program.worker === null ? readHere : await readingThreads(program.worker, READING_THREADS);
  const reading = await startReading(store, place, readers, fault);
  wrote = reading.wrote;
  const service: Service = {
    version: program.version,
    desk: served(desk),
    store,
    reading,
    writer,
    fetches: fetcher,
    passwords: new PasswordHashes(),
    signIns: new SignInLimits(),
    setup: new SetupLink(),
    hosts: [...hostsOf(host), ...(url ? [url.hostname] : [])],
    publicUrl: url ?? null,
    open: options.open === true || readOnly,
    now: () => new Date(),
  };
  const agent = publicAgent();
  const webhooks =
    writer &&
    new Webhooks({
      store,
      writer,
      changes: reading.changes,
      agent,
      now: service.now,
      complain: fault,
    });
  const app = serviceApp(service, fault, (line) => {
    if (log !== "none") process.stderr.write(written(line, log));
  });
  try {
    const feeds = watch === undefined ? null : (given ?? (await feedsKnown(store)));
    const setup = writer && (await firstAdmin(service, writer));
    if (!isLocal(host) && (await allUsers(store.queries)).length === 0) {
      throw new ServeFault(
        `There is no user yet: make one first with \`isnad user add NAME --role admin\`, then serve on ${host}.`,
      );
    }
    const listening = await listenAt(
      (request, bindings) => app.fetch(request, bindings),
      port,
      host,
    );
    webhooks?.start();
    await tell(url?.href ?? shownUrl(host, listening.port), setup, service, feeds);
    if (writer && feeds) {
      const { allowPrivate = [], contact } = options;
      const start = { feeds, version: program.version, allowPrivate, contact };
      writer.watch(start, await watchLog(log)).catch((error: unknown) => {
        fault(error);
        end(EXIT.fault);
      });
    }
    const code = await ended;
    reading.changes.stop();
    const watchEnded = writer?.endWatch().catch(fault);
    await fetcher.close();
    await listening.close(PATIENCE);
    await watchEnded;
    return code;
  } finally {
    await webhooks?.stop();
    await reading.stop();
    await writer?.close();
    await store.close();
  }
}

/** Marks the page, so that the desk asks the API. */
const served = (desk: string): string =>
  desk.replace("<head>", '<head><meta name="isnad-api" content="api/v1">');

async function tell(
  at: string,
  setup: string | null,
  { open, reading, store }: Service,
  feeds: readonly ListedFeed[] | null,
): Promise<void> {
  const { total } = reading.index.find({ order: "weight", limit: 1 });
  const stories = `${total} ${total === 1 ? "story" : "stories"}`;
  await writeAll(process.stdout, [
    `The desk is open at ${at} (${store.where}: ${stories}). Ctrl-C stops it.\n`,
    ...(feeds ? [`Watching ${count(feeds.length, "feed", "feeds")} into it.\n`] : []),
    ...(open ? ["Who is on this machine reads without signing in.\n"] : []),
    ...(setup === null
      ? []
      : [`There is no admin yet. This link makes one; it works once:\n  ${at}#/setup/${setup}\n`]),
  ]);
}
