import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { Agent } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliver, isPublicUrl, publicAgent } from "../../src/server/telling/deliver.js";
import { Webhooks } from "../../src/server/telling/webhooks.js";
import type { WebhookRow } from "../../src/store/people-rows.js";
import { allWebhooks } from "../../src/store/webhooks.js";
import { madeReports } from "../store/reports.js";
import { type Running, running } from "./running.js";

const SECRET = "only-for-tests";
const got: { readonly body: string; readonly signature: string; readonly id: string }[] = [];
let status = 200;
const receiver = createServer((asked, answer) => {
  let body = "";
  asked.on("data", (piece) => (body += piece));
  asked.on("end", () => {
    got.push({
      body,
      signature: String(asked.headers["isnad-signature"]),
      id: String(asked.headers["isnad-delivery"]),
    });
    answer.writeHead(status).end();
  });
});

let service: Running;
let url = "";
beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/hook`;
  service = await running(madeReports(6));
});
afterAll(async () => {
  receiver.close();
  await service.stop();
});

describe("webhooks", () => {
  test("are told each change in order, signed; again after a failure; no more after many", async () => {
    const { writer, reading } = service.service;
    if (!writer) throw new Error("it only reads");
    const row: WebhookRow = {
      id: "hook",
      url,
      secret: SECRET,
      kinds: "[]",
      state: "active",
      created: "2026-01-01T00:00:00.000Z",
      delivered: 0,
      failures: 0,
      next_try: null,
      last_status: null,
      last_error: null,
    };
    await writer.run("add-webhook", { row, by: { actor: null, via: "command", address: null } });
    let now = Date.now();
    const agent = new Agent();
    const webhooks = new Webhooks({
      store: service.service.store,
      writer,
      changes: reading.changes,
      agent,
      now: () => new Date(now),
      complain: (error) => service.complaints.push(error),
      isGuarded: false,
    });
    status = 500;
    await webhooks.look();
    await webhooks.look();
    expect(got.map(({ id }) => id)).toEqual(["1"]);
    status = 200;
    now += 6000;
    await webhooks.look();
    const { latest } = reading.changes;
    expect(got.map(({ id }) => Number(id))).toEqual([
      1,
      ...Array.from({ length: latest }, (_, at) => at + 1),
    ]);
    const last = got.at(-1);
    const [, seconds = "", hash] = /^t=(\d+),v1=(\w+)$/.exec(last?.signature ?? "") ?? [];
    expect(createHmac("sha256", SECRET).update(`${seconds}.${last?.body}`).digest("hex")).toBe(
      hash,
    );
    expect(JSON.parse(last?.body ?? "{}").seq).toBe(latest);
    await writer.run("note-delivery", { id: "hook", state: { ...row, delivered: latest - 1 } });
    status = 410;
    for (let attempt = 0; attempt < 25; attempt++) {
      now += 5 * 3600_000;
      await webhooks.look();
    }
    const [kept] = await allWebhooks(service.service.store.queries);
    expect(kept).toMatchObject({
      state: "disabled",
      failures: 20,
      last_status: 410,
      delivered: latest - 1,
    });
    expect(service.complaints).toEqual([]);
    await webhooks.stop();
  });

  test("go by no name that leads to this machine", async () => {
    expect(isPublicUrl(url)).toBe(false);
    const agent = publicAgent();
    const change = { seq: 1, time: "", story: 1, kind: "story-opened", detail: {} };
    // A name that the system leads here, as a hostile one might.
    const result = await deliver(
      { url: url.replace("127.0.0.1", "localhost"), secret: SECRET },
      change,
      0,
      agent,
    );
    expect(result).toMatchObject({ error: expect.stringContaining("not of the public internet") });
    await agent.destroy();
  });
});
