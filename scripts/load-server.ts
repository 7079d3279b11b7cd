/**
 * `npx tsx scripts/load-server.ts STORE [--readers 100] [--reviewers 5] [--seconds 30] [--ingest]`: the built
 * program serves the store; readers and reviewers ask it as their browsers would, each thinking a moment between two requests, and reports are added meanwhile
 * where it is wished: made ones, or those of files (--reports PATH). Prints p50, p95 and p99 of each route
 * until its last byte is here, and the memory of the service.
 *
 * The store is written to (users, sessions, reports): give a copy of one that matters.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Agent, request } from "undici";
import type { ReportInput } from "../src/core/input.js";
import { Ingest } from "../src/ingest/ingest.js";
import { OWN_HEADER } from "../src/server/guard.js";
import { PasswordHashes } from "../src/server/passwords.js";
import { digest, newSecret } from "../src/server/secrets.js";
import { administer } from "../src/store/administration.js";
import { orderOf } from "../src/store/grouping.js";
import type { Role } from "../src/store/people-rows.js";
import { storePlace } from "../src/store/place.js";
import { StoreReader } from "../src/store/store.js";
import { insertSession, insertUser, removeUser } from "../src/store/users.js";
import { madeReport } from "../test/store/reports.js";
import { toolOptions } from "./tool-options.js";

const { positionals, values } = toolOptions(import.meta.url, {
  allowPositionals: true,
  options: {
    readers: { type: "string", default: "100" },
    reviewers: { type: "string", default: "5" },
    seconds: { type: "string", default: "30" },
    ingest: { type: "boolean", default: false },
    reports: { type: "string", multiple: true },
    port: { type: "string", default: "4790" },
    /** Seconds for which the service is let alone at first: it loads the press, and does what was left. */
    after: { type: "string", default: "0" },
  },
});
const [store] = positionals;
if (store === undefined) throw new Error("Give a store: a folder or postgres://…");
const place = storePlace(store);
const [readers, reviewers, seconds] = [values.readers, values.reviewers, values.seconds].map(
  Number,
);
const url = `http://127.0.0.1:${values.port}`;
/** Milliseconds that a reader thinks between two requests, on average. */
const THINKING = 1000;
/** Reports of one request while reports are added. */
const AT_A_TIME = 100;
const WORDS = [
  "الوزارة",
  "الأمير",
  "مقتل",
  '"حالة الطوارئ"',
  "الرياض",
  "انفجار",
  "مجلس الأمن",
  "سعر النفط",
];

const times = new Map<string, number[]>();
const failures = new Map<string, number>();

// What a browser unpacks it unpacks on another machine: here only what the next request needs.
const agent = new Agent({ connections: 200, headersTimeout: 600_000, bodyTimeout: 600_000 });

async function timed(
  name: string,
  path: string,
  cookie: string,
  sent: { readonly body?: string } = {},
): Promise<() => unknown> {
  const start = performance.now();
  const answer = await request(`${url}/api/v1/${path}`, {
    dispatcher: agent,
    method: sent.body === undefined ? "GET" : "POST",
    headers: {
      [OWN_HEADER]: "1",
      "accept-encoding": "gzip",
      "content-type": "application/json",
      cookie,
    },
    ...sent,
  });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  if (answer.statusCode >= 300) {
    const key = `${name} ${answer.statusCode}`;
    failures.set(key, (failures.get(key) ?? 0) + 1);
  }
  const known = times.get(name) ?? [];
  times.set(name, known);
  known.push(performance.now() - start);
  const isZipped = answer.headers["content-encoding"] === "gzip";
  return () => JSON.parse((isZipped ? gunzipSync(bytes) : bytes).toString("utf8"));
}

const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];
const think = (): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * 2 * THINKING));

/** A user who has signed in, made behind the service's back: signing in is not what is measured. */
async function session(role: Role, at: number): Promise<string> {
  const secret = newSecret();
  const now = new Date().toISOString();
  await administer(place, ({ change }) =>
    change(async (queries) => {
      const user = `load-${role}-${at}`;
      await insertUser(queries, { name: user, role, password: HASH, created: now, changed: now });
      const expires = new Date(Date.now() + 3600_000).toISOString();
      const row = {
        id: digest(secret),
        user,
        created: now,
        seen: now,
        expires,
        address: "127.0.0.1",
      };
      await insertSession(queries, row, now);
    }),
  );
  return `isnad_session=${secret}`;
}

interface Page {
  readonly stories: readonly { readonly anchor: number }[];
  readonly next: string | null;
}

async function reads(cookie: string, until: number): Promise<void> {
  let page: Page = { stories: [], next: null };
  await think();
  while (Date.now() < until) {
    const cursor = page.next === null || Math.random() < 0.5 ? "" : `&cursor=${page.next}`;
    const given = (await timed("stories", `stories?limit=60${cursor}`, cookie))();
    page =
      typeof given === "object" && given !== null && "stories" in given ? (given as Page) : page;
    for (let step = 0; step < 4 && Date.now() < until; step++) {
      await think();
      const anchor = pick(page.stories)?.anchor;
      if (anchor === undefined) break;
      await timed("story", `stories/${anchor}`, cookie);
      await think();
      await timed("ledger", `stories/${anchor}/ledger`, cookie);
    }
    await think();
    await timed("search", `search?q=${encodeURIComponent(pick(WORDS) ?? "")}`, cookie);
    await think();
  }
}

async function reviews(cookie: string, until: number): Promise<void> {
  while (Date.now() < until) {
    const page = (await timed("stories", "stories?order=disputes&limit=30", cookie))() as Page;
    await think();
    const anchor = pick(page.stories)?.anchor;
    await timed("claims", `stories/${anchor}/claims`, cookie);
    await think();
    await timed("disagreements", `stories/${anchor}/disagreements`, cookie);
    await think();
  }
}

async function adds(cookie: string, until: number): Promise<number> {
  let added = 0;
  const coming = arriving();
  while (Date.now() < until) {
    const reports: ReportInput[] = [];
    for (let one = coming.next(); !one.done; one = coming.next()) {
      reports.push(one.value);
      if (reports.length === AT_A_TIME) break;
    }
    if (reports.length === 0) break;
    await timed("add 100", "reports", cookie, { body: JSON.stringify({ reports }) });
    added += reports.length;
  }
  return added;
}

/** Made ones without end, or those of files, once. */
function* arriving(): Generator<ReportInput> {
  const paths = values.reports;
  if (paths !== undefined) {
    for (const { reports } of new Ingest(paths).batches()) {
      for (const { file, modified, text, ...input } of reports) {
        const told = Object.entries(input).filter(([, value]) => typeof value === "string");
        yield { text, ...Object.fromEntries(told) };
      }
    }
    return;
  }
  for (let at = 100_000; ; at++) {
    const { text, outlet, published } = madeReport(at);
    yield { text: `${text} (${at})`, outlet, published };
  }
}

/** Seconds until all accounts tell of all reports. */
async function caughtUp(): Promise<string> {
  const start = Date.now();
  const reader = await StoreReader.open(place);
  const left = async (): Promise<number> => {
    const { reports, stale } = await reader.counts();
    return stale + reports - (await orderOf(reader.queries)).placed;
  };
  let behind = await left();
  const first = behind;
  while (behind > 0 && Date.now() - start < 300_000) {
    await new Promise((done) => setTimeout(done, 100));
    behind = await left();
  }
  await reader.close();
  return `${first} reports to place and accounts to make at the end, ${behind} after ${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** Mebibytes of memory that a process holds now, and held at most. */
function memoryOf(pid: number | undefined): string {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [now, most] = ["VmRSS", "VmHWM"].map((field) =>
    Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024),
  );
  return `${now} MiB now, ${most} MiB at most`;
}

/** Seconds of processor time that a process has taken, all its threads together. */
function processorOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // Ticks of a hundredth, proc(5): utime and stime.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
    .toFixed(0)
    .padStart(6);

function started(): Promise<ChildProcess> {
  const program = fileURLToPath(new URL("../bin/isnad", import.meta.url));
  const args = [program, "serve", "--store", store ?? "", "--port", values.port, "--log", "none"];
  const service = spawn(process.execPath, args, {
    env: { ...process.env, ISNAD_NO_BUILD: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    service.stdout?.on("data", (said) => {
      if (String(said).includes("is open at")) resolve(service);
    });
    service.once("exit", () => reject(new Error("the service did not start")));
  });
}

const HASH = await new PasswordHashes().hash(newSecret());
const roles: Role[] = [
  ...Array.from({ length: readers ?? 0 }, (): Role => "reader"),
  ...Array.from({ length: (reviewers ?? 0) + 1 }, (): Role => "reviewer"),
];
const cookies: string[] = [];
for (const [number, role] of roles.entries()) cookies.push(await session(role, number));
const service = await started();
await new Promise((done) => setTimeout(done, Number(values.after) * 1000));
const worked = processorOf(service.pid);
const until = Date.now() + (seconds ?? 0) * 1000;
const [ingester = "", ...others] = [...cookies].reverse();
const adding = values.ingest ? adds(ingester, until) : Promise.resolve(0);
await Promise.all(
  others.map((cookie, one) =>
    one < (reviewers ?? 0) ? reviews(cookie, until) : reads(cookie, until),
  ),
);
const added = await adding;
const tookAdding = (times.get("add 100") ?? []).reduce((sum, ms) => sum + ms, 0) / 1000;
console.log(
  `${readers} readers, ${reviewers} reviewers, ${seconds} s; ${Math.round(added / (tookAdding || 1))} reports a second added`,
);
console.log("route            requests    p50    p95    p99 ms");
for (const [name, all] of [...times].sort()) {
  const sorted = all.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(16)} ${String(sorted.length).padStart(8)} ${at(sorted, 0.5)} ${at(sorted, 0.95)} ${at(sorted, 0.99)}`,
  );
}
for (const [what, count] of failures) console.log(`refused: ${what} (${count})`);
const taken = processorOf(service.pid) - worked;
console.log(`processor: ${taken.toFixed(1)} s of the service in ${seconds} s`);
console.log(`memory: ${memoryOf(service.pid)}`);
if (values.ingest) console.log(await caughtUp());
service.kill("SIGTERM");
await new Promise((done) => service.once("exit", done));
await administer(place, ({ change }) =>
  change(async (queries) => {
    for (const [number, role] of roles.entries())
      await removeUser(queries, `load-${role}-${number}`);
  }),
);
