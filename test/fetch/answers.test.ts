import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowanceOf } from "../../src/fetch/allowance.js";
import { Fetcher, type FetchResult } from "../../src/fetch/fetcher.js";
import type { FetchLimits } from "../../src/fetch/limits.js";
import { listening, redirect, type WebServer, webServer } from "./web-server.js";

let server: WebServer;
beforeAll(async () => {
  server = await webServer();
});
afterAll(() => server.end());

const SMALL: Partial<FetchLimits> = {
  connect: 1000,
  firstByte: 300,
  betweenBytes: 300,
  whole: 2000,
  bytes: 200_000,
  unpacked: 500_000,
};

const allowance = () => {
  const made = allowanceOf(["127.0.0.1"]);
  if ("wrong" in made) throw new Error(made.wrong);
  return made.allowance;
};

async function get(
  address: string,
  marks: { etag?: string; lastModified?: string; signal?: AbortSignal } = {},
  limits: Partial<FetchLimits> = SMALL,
): Promise<FetchResult> {
  const fetcher = new Fetcher({
    version: "1.2",
    contact: "desk@example.org",
    allowance: allowance(),
    pause: 0,
    limits,
  });
  try {
    return await fetcher.get(address.startsWith("/") ? `${server.origin}${address}` : address, {
      accept: "page",
      ...marks,
    });
  } finally {
    await fetcher.close();
  }
}
const codeOf = (result: FetchResult): string =>
  result.kind === "failed" ? result.code : result.kind;
const textOf = (result: FetchResult): string =>
  result.kind === "fetched"
    ? new TextDecoder().decode(result.bytes)
    : `${result.kind} ${codeOf(result)}`;

describe("a page", () => {
  test("comes with what says what it is and where it lies; the host is told who asks", async () => {
    server.set("/story", (_, response) => {
      response.writeHead(200, {
        "content-type": "text/html; charset=windows-1256",
        etag: 'W/"7"',
        "last-modified": "Thu, 06 Jan 2022 10:00:00 GMT",
        "set-cookie": "track=1",
      });
      response.end("خبر");
    });
    const got = await get("/story#top");
    expect(got).toMatchObject({
      kind: "fetched",
      finalUrl: `${server.origin}/story`,
      media: "text/html",
      contentType: "text/html; charset=windows-1256",
      etag: 'W/"7"',
      lastModified: "Thu, 06 Jan 2022 10:00:00 GMT",
      movedTo: null,
    });
    expect(got.kind === "fetched" && got.headers["set-cookie"]).toBeUndefined();
    const { headers } = server.asked.at(-1) ?? {};
    expect(headers?.["user-agent"]).toBe(
      "Isnad/1.2 (reads news for one newsroom; +desk@example.org)",
    );
    expect(headers?.cookie).toBeUndefined();
  });

  test("is asked for with its marks, and need not come again", async () => {
    server.set("/marked", (request, response) => {
      const same = request.headers["if-none-match"] === '"a"';
      response.writeHead(same ? 304 : 200, { etag: '"a"' }).end(same ? undefined : "خبر");
    });
    expect(codeOf(await get("/marked", { etag: '"a"' }))).toBe("not-modified");
    expect(codeOf(await get("/marked", { etag: '"b"' }))).toBe("fetched");
  });

  test("a mark that would be a header of its own is not sent", async () => {
    server.set("/marked2", "خبر");
    await get("/marked2", { etag: '"a"\r\nX-Evil: 1', lastModified: "مساء" });
    const { headers } = server.asked.at(-1) ?? {};
    expect(headers?.["if-none-match"]).toBeUndefined();
    expect(headers?.["if-modified-since"]).toBeUndefined();
    expect(headers?.["x-evil"]).toBeUndefined();
  });

  test("is unpacked: gzip, brotli, and a file that is itself packed", async () => {
    const page = "خبر عاجل ".repeat(100);
    const send = (bytes: Uint8Array, encoding?: string) =>
      server.set("/packed", (_, response) => {
        response.writeHead(200, encoding ? { "content-encoding": encoding } : {}).end(bytes);
      });
    send(gzipSync(page), "gzip");
    expect(textOf(await get("/packed"))).toBe(page);
    send(brotliCompressSync(page), "br");
    expect(textOf(await get("/packed"))).toBe(page);
    send(gzipSync(page));
    expect(textOf(await get("/packed"))).toBe(page);
  });
});

describe("redirects", () => {
  test("are followed, and those for good are told", async () => {
    server.set("/r0", redirect("/r1", 301));
    server.set("/r1", redirect("r2", 308));
    server.set("/r2", "وصل");
    const got = await get("/r0");
    expect(textOf(got)).toBe("وصل");
    expect(got.kind === "fetched" && got.movedTo).toBe(`${server.origin}/r2`);
    server.set("/r1", redirect("r2", 302));
    const other = await get("/r0");
    expect(other.kind === "fetched" && other.movedTo).toBe(`${server.origin}/r1`);
  });

  test("that go in a circle, on and on, or nowhere end", async () => {
    server.set("/c0", redirect("/c1"));
    server.set("/c1", redirect("/c0"));
    expect(codeOf(await get("/c0"))).toBe("redirect-loop");
    let n = 0;
    server.set(
      "/on",
      (_, response) => void response.writeHead(302, { location: `/on?${++n}` }).end(),
    );
    expect(codeOf(await get("/on"))).toBe("too-many-redirects");
    expect(n).toBe(6);
    server.set("/nowhere", (_, response) => void response.writeHead(302).end());
    expect(codeOf(await get("/nowhere"))).toBe("bad-redirect");
  });
});

describe("hosts that fail or mean harm", () => {
  test("endless bytes are cut off at the bound", async () => {
    let sent = 0;
    server.set("/endless", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 97))) sent += 65_536;
        sent += 65_536;
      };
      response.on("drain", more);
      more();
    });
    expect(codeOf(await get("/endless"))).toBe("too-large");
    expect(sent).toBeLessThan(20_000_000);
    server.set("/says", (_, response) => {
      response.writeHead(200, { "content-length": "10000000000" });
      response.write("x");
    });
    expect(codeOf(await get("/says"))).toBe("too-large");
  });

  test("bombs are not unpacked", async () => {
    const zeros = Buffer.alloc(5_000_000);
    const packed = gzipSync(zeros);
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
    const bombs: readonly (readonly [string, Uint8Array])[] = [
      ["gzip", packed],
      ["br", brotliCompressSync(zeros, quick)],
      ["gzip, gzip", gzipSync(packed)],
      ["", packed],
    ];
    for (const [encoding, bytes] of bombs) {
      server.set("/bomb", (_, response) => {
        response.writeHead(200, encoding ? { "content-encoding": encoding } : {}).end(bytes);
      });
      expect(codeOf(await get("/bomb"))).toBe("unpacks-too-large");
    }
    server.set("/bomb", (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip,gzip,gzip,gzip" }).end("x");
    });
    expect(codeOf(await get("/bomb"))).toBe("broken-answer");
  });

  test("what is packed in another way than is said, or cut off, is told so", async () => {
    const cut = gzipSync("خبر ".repeat(1000)).subarray(0, 30);
    for (const [encoding, bytes] of [
      ["gzip", Buffer.from("no gzip")],
      ["gzip", cut],
      ["zstd", Buffer.from("x")],
    ] as const) {
      server.set("/odd", (_, response) => {
        response.writeHead(200, { "content-encoding": encoding }).end(bytes);
      });
      expect(codeOf(await get("/odd"))).toBe("broken-answer");
    }
  });

  test("who does not answer, pauses, or drips is not waited for", async () => {
    server.set("/mute", () => {});
    expect(codeOf(await get("/mute"))).toBe("stalled");
    server.set("/pause", (_, response) => void response.writeHead(200).write("خ"));
    expect(codeOf(await get("/pause"))).toBe("stalled");
    server.set("/drip", (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("خ"), 50);
      response.on("close", () => clearInterval(timer));
    });
    expect(codeOf(await get("/drip", {}, { ...SMALL, whole: 700 }))).toBe("too-slow");
  });

  test("what is no HTTP, too many headers, and a connection that ends are told", async () => {
    const answers: Record<string, Buffer> = {
      garbage: Buffer.from([0, 255, 7, 13, 10, 13, 10]),
      headers: Buffer.from(`HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(8000)}\r\n`),
      short: Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"),
      split: Buffer.from('HTTP/1.1 200 OK\r\nETag: "a"\u0000\r\n\r\nabc'),
    };
    const raw = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", (request) => {
        if (String(request).startsWith("GET /robots.txt")) {
          socket.end("HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        } else socket.end(answers[/GET \/(\w+)/.exec(String(request))?.[1] ?? ""] ?? "");
      });
    });
    await listening(raw);
    const origin = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`;
    expect(codeOf(await get(`${origin}/garbage`))).toBe("broken-answer");
    expect(codeOf(await get(`${origin}/headers`))).toBe("broken-answer");
    expect(codeOf(await get(`${origin}/short`))).toBe("unreachable");
    expect(codeOf(await get(`${origin}/split`))).toBe("broken-answer");
    await new Promise((resolve) => raw.close(resolve));
    const gone = await get(`${origin}/page`);
    expect(codeOf(gone)).toBe("robots-unknown");
    expect(gone.kind === "failed" && gone.message).toContain("cannot be reached");
  });

  test("pictures and films are left where they are; nothing at all is told", async () => {
    server.set("/film", (_, response) => {
      response.writeHead(200, { "content-type": "video/mp4" });
      response.write("x");
    });
    expect(codeOf(await get("/film"))).toBe("not-text");
    server.set("/empty", (_, response) => void response.writeHead(200).end());
    expect(codeOf(await get("/empty"))).toBe("broken-answer");
    server.set("/same", (_, response) => void response.writeHead(304).end());
    expect(codeOf(await get("/same"))).toBe("broken-answer");
  });

  test("a failure says what to do and whether to ask again", async () => {
    const missing = await get("/missing");
    expect(missing).toMatchObject({ code: "status", status: 404, isTemporary: false });
    server.set("/broken", (_, response) => void response.writeHead(503).end());
    expect(await get("/broken")).toMatchObject({ code: "status", status: 503, isTemporary: true });
    server.set(
      "/busy",
      (_, response) => void response.writeHead(429, { "retry-after": "120" }).end(),
    );
    expect(await get("/busy")).toMatchObject({ code: "asked-to-wait", retryAfter: 120 });
  });

  test("a stop ends what is under way", async () => {
    server.set("/mute", () => {});
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 50);
    expect(codeOf(await get("/mute", { signal: stopping.signal }, {}))).toBe("stopped");
  });
});
