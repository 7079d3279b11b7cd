/** Pages that a reader names by their addresses, fetched by a real service from a real server. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountSchema } from "../../src/core/contract.js";
import type { Problem } from "../../src/core/problem.js";
import { allowanceOf } from "../../src/fetch/allowance.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { redirect, type WebServer, webServer } from "../fetch/web-server.js";
import { page, rss } from "../watch/newsroom.js";
import { type Running, running } from "./running.js";

let outlet: WebServer;
let inside: WebServer;
let fetcher: Fetcher;
let service: Running;
/** Permits nothing, as a service does that is told nothing else. */
let strict: Running;

beforeAll(async () => {
  outlet = await webServer();
  inside = await webServer({ "*": page("سر", "خمسة") });
  outlet.set("/fire", page("حريق في سوق حلب", "سبعة"));
  outlet.set("/feed", rss([{ link: `${outlet.origin}/fire`, title: "حريق" }]));
  outlet.set("/away", redirect(`${inside.origin}/secret`));
  const made = allowanceOf([`127.0.0.1:${outlet.port}`]);
  if ("wrong" in made) throw new Error(made.wrong);
  fetcher = new Fetcher({ version: "0.0.0", allowance: made.allowance, pause: 0 });
  service = await running([], { fetches: fetcher });
  strict = await running([]);
});
afterAll(async () => {
  await fetcher.close();
  await Promise.all([service.stop(), strict.stop(), outlet.end(), inside.end()]);
});

interface Read {
  readonly status: number;
  readonly account: unknown;
  readonly problems: readonly Problem[];
}

async function read(by: Running, addresses: readonly string[], ...files: File[]): Promise<Read> {
  const body = new FormData();
  for (const address of addresses) body.append("address", address);
  for (const file of files) body.append("file", file);
  const answer = await by.ask("/api/v1/read", { method: "POST", role: "reader", body });
  return { status: answer.status, ...((await answer.json()) as Omit<Read, "status">) };
}

describe("an address that a reader names", () => {
  test("is fetched, read beside files, and kept nowhere", async () => {
    const told = new File(
      [
        "أعلنت وزارة الصحة السورية يوم الخميس 6 يناير 2022 مقتل ثمانية أشخاص في حريق سوق حلب القديم.",
      ],
      "told.txt",
    );
    const { account, problems } = await read(service, [`${outlet.origin}/fire`], told);
    const { reports, claims } = accountSchema.parse(account);
    expect(problems).toEqual([]);
    expect(reports.map(({ url }) => url).sort()).toEqual([`${outlet.origin}/fire`, null].sort());
    const dead = claims.flatMap(({ figure }) =>
      figure?.measure === "killed" ? [figure.value.max] : [],
    );
    expect([...new Set(dead)].sort()).toEqual([7, 8]);
    expect(await service.store.counts()).toMatchObject({ reports: 0 });
  });

  test("of a private network is refused, in words, and never asked", async () => {
    const asked = outlet.asked.length;
    const { status, account, problems } = await read(strict, [`${outlet.origin}/fire`]);
    expect([status, account]).toEqual([200, null]);
    expect(problems).toMatchObject([
      {
        code: "fetch-private-address",
        file: `${outlet.origin}/fire`,
        message: expect.stringContaining("127.0.0.1"),
        remedy: expect.stringContaining("--allow-private"),
      },
    ]);
    expect(outlet.asked).toHaveLength(asked);
  });

  test("leads nowhere private by a redirect from a host that is permitted", async () => {
    const { account, problems } = await read(service, [`${outlet.origin}/away`]);
    expect(account).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["fetch-private-address"]);
    expect(inside.asked).toEqual([]);
  });

  test("that is none, leads to nothing, or to a feed, is told with what to do", async () => {
    const { problems } = await read(service, [
      "file:///etc/passwd",
      `${outlet.origin}/gone`,
      `${outlet.origin}/feed`,
    ]);
    expect(problems.map(({ code }) => code)).toEqual([
      "fetch-invalid-address",
      "fetch-status",
      "is-a-feed",
    ]);
    for (const { remedy } of problems) expect(remedy).not.toBe("");
  });

  test("is one of few: twenty at a time, and not without end", async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `ftp://news.example/${at}`);
    expect((await read(strict, many(21))).status).toBe(422);
    const statuses = [];
    for (let again = 0; again < 4; again++) statuses.push((await read(strict, many(20))).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });
});
