import { isIP } from "node:net";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";

/** A file that a browser sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is served: accounts that somebody wrote, read when they are asked for. */
export interface Served {
  /** The desk's page, without an account. */
  readonly desk: string;
  /** JSON of the list of stories (`isnad/stories@1`). */
  readonly stories: () => string;
  /** JSON of the account that holds a story; null where there is none of that id. */
  readonly account: (story: string) => string | null;
  /** JSON of `{ account, problems }` of files that a browser sent; nothing of them is kept. */
  readonly read: (files: readonly SentFile[]) => string;
  /** Names by which a browser may ask, beside plain addresses: to others nothing is answered. */
  readonly hosts: readonly string[];
}

/** A header that only a page of this server can send without being asked first. */
export const OWN_HEADER = "x-isnad-desk";
const MOST_BYTES = 32 << 20;

/** The page's own policy travels inside it; this one keeps others from framing or sniffing it. */
const HEADERS = secureHeaders({
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  strictTransportSecurity: false,
});

/**
 * The routes of `isnad serve`. Nothing can be changed through them. What costs work (`/api/read`) asks
 * for a header that a page of another site cannot send unasked; the name asked for is checked, so that no page of another site can read them by a name of its own
 * that leads here (DNS rebinding).
 */
export function app(served: Served): Hono {
  const routes = new Hono();
  const hosts = new Set(served.hosts);
  routes.use(HEADERS);
  routes.use(async (c, next) => {
    const host = (c.req.header("host") ?? "").replace(/:\d+$/, "").toLowerCase();
    if (!hosts.has(host) && isIP(host.replace(/^\[|\]$/g, "")) === 0) {
      return c.text(`Isnad is not served under the name «${host}»: start it with --host.\n`, 421);
    }
    await next();
    return undefined;
  });
  routes.get("/", (c) => c.html(served.desk));
  routes.get("/api/stories", () => json(served.stories()));
  routes.get("/api/stories/:id", (c) => {
    const account = served.account(c.req.param("id"));
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
      return json(served.read(files));
    },
  );
  routes.all("*", (c) => c.text("There is nothing here. The desk is at /.\n", 404));
  return routes;
}

const json = (text: string): Response =>
  new Response(text, {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" },
  });
