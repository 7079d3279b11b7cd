import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answersTo, HEADERS, hostName, notServedUnder, OWN_HEADER } from "./guard.js";
import { RateLimit } from "./rate-limit.js";
import type { SentFile } from "./reading/read-sent.js";
import {
  addressesIn,
  type Fetches,
  pagesAt,
  type SentPage,
  waitFor,
  wrongAddresses,
} from "./sent-addresses.js";

/** What is served: accounts that somebody wrote, read when they are asked for. */
export interface Served {
  /** The desk's page, without an account. */
  readonly desk: string;
  /** JSON of the list of stories (`isnad/stories@1`). */
  readonly stories: () => string | Promise<string>;
  /** JSON of the account that holds a story; null where there is none of that id. */
  readonly account: (story: string) => string | null | Promise<string | null>;
  /** JSON of `{ account, problems }` of what a browser sent or named; nothing of it is kept. */
  readonly read: (files: readonly SentFile[], pages: readonly SentPage[]) => string;
  readonly fetches: Fetches;
  /** Names by which a browser may ask, beside plain addresses: to others nothing is answered. */
  readonly hosts: readonly string[];
}

const MOST_BYTES = 32 << 20;

/**
 * The routes of `isnad serve` over accounts on the disk. Nothing can be changed through them. What costs
 * work (`/api/read`) asks for a header that a page of another site cannot send unasked.
 */
export function app(served: Served): Hono {
  const routes = new Hono();
  const hosts = new Set(served.hosts);
  const limit = new RateLimit();
  routes.use(HEADERS);
  routes.use(async (c, next) => {
    const name = hostName(c.req.header("host"));
    if (!answersTo(name, hosts)) return c.text(`${notServedUnder(name)}\n`, 421);
    await next();
    return undefined;
  });
  routes.get("/", (c) => c.html(served.desk));
  routes.get("/api/stories", async () => json(await served.stories()));
  routes.get("/api/stories/:id", async (c) => {
    const account = await served.account(c.req.param("id"));
    return account === null ? c.json({ error: "There is no such story." }, 404) : json(account);
  });
  routes.post(
    "/api/read",
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => c.json({ error: "More than 32 MB: read them with isnad read." }, 413),
    }),
    async (c) => {
      if (c.req.header(OWN_HEADER) === undefined)
        return c.json({ error: `No ${OWN_HEADER}.` }, 403);
      const form = await c.req.formData();
      const sent = form.getAll("file").filter((one) => one instanceof File);
      const files = await Promise.all(
        sent.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const addresses = addressesIn(form);
      const wrong = wrongAddresses(addresses);
      if (wrong !== null) return c.json({ error: wrong }, 422);
      const wait = waitFor(limit, "anyone", addresses);
      if (wait > 0) return c.json({ error: `Wait ${wait} s before the next address.` }, 429);
      return json(served.read(files, await pagesAt(served.fetches, addresses, c.req.raw.signal)));
    },
  );
  routes.all("*", (c) => c.text("There is nothing here. The desk is at /.\n", 404));
  return routes;
}

const json = (text: string): Response =>
  new Response(text, {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" },
  });
