import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAddress } from "../../src/fetch/address.js";
import { allowanceOf, NONE_ALLOWED } from "../../src/fetch/allowance.js";
import type { Resolve } from "../../src/fetch/connecting.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { isPublicAddress } from "../../src/fetch/public-address.js";
import { redirect, type WebServer, webServer } from "./web-server.js";

const refusal = (address: string): string => {
  const checked = checkAddress(address, NONE_ALLOWED);
  return "kind" in checked ? checked.code : checked.href;
};

describe("addresses that are not asked", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://①②⑦.0.0.1/",
    "http://127.0.0.1./",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/admin",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://100.100.100.200/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://a.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
  ])("%s leads into a network that is not public", (address) => {
    expect(refusal(address)).toBe("private-address");
  });

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "data:text/html,x",
    "javascript:alert(1)",
    "http://user:pass@example.org/",
    "https://example.org:22/",
    "https://example.org:25/",
    "no address",
    "http://exa mple.org/",
    "http://example.org\r\nHost: other/",
    "http://",
    `https://example.org/${"a".repeat(3000)}`,
    `https://example.org/${"م".repeat(600)}`,
  ])("%s is none that is fetched", (address) => {
    expect(refusal(address)).toBe("invalid-address");
  });

  test("others are, in one spelling and without what follows #", () => {
    expect(refusal("HTTPS://Example.ORG:443/a b?c#d")).toBe("https://example.org/a%20b?c");
    expect(refusal("http://example.org:8080/")).toBe("http://example.org:8080/");
    expect(refusal("http://أخبار.example/")).toMatch(/^http:\/\/xn--[a-z0-9]+\.example\/$/);
    expect(isPublicAddress("2606:4700::1111")).toBe(true);
    expect(isPublicAddress("93.184.215.14")).toBe(true);
  });

  test("a password does not stand in what is told", () => {
    const checked = checkAddress("https://editor:geheim@example.org/feed", NONE_ALLOWED);
    expect(JSON.stringify(checked)).not.toContain("geheim");
  });

  test("a host that is permitted by name is, on its port alone", () => {
    const made = allowanceOf(["10.0.0.5:8080", "feeds.local", "[fd00::5]"]);
    if ("wrong" in made) throw new Error(made.wrong);
    const asked = (address: string): string => {
      const checked = checkAddress(address, made.allowance);
      return "kind" in checked ? checked.code : "asked";
    };
    expect(asked("http://10.0.0.5:8080/")).toBe("asked");
    expect(asked("http://10.0.0.5/")).toBe("private-address");
    expect(asked("http://feeds.local:99/")).toBe("asked");
    expect(asked("http://[fd00::5]/")).toBe("asked");
    expect(asked("http://[fd00::6]/")).toBe("private-address");
    expect(allowanceOf(["http://x/"])).toEqual({ wrong: "http://x/" });
    expect(allowanceOf(["a@b"])).toEqual({ wrong: "a@b" });
  });
});

describe("where a name or a redirect leads", () => {
  let inside: WebServer;
  let outside: WebServer;
  beforeAll(async () => {
    inside = await webServer({ "*": "<p>secret</p>" });
    outside = await webServer();
  });
  afterAll(async () => {
    await inside.end();
    await outside.end();
  });

  const fetcherWith = (resolve?: Resolve): Fetcher => {
    // The test's own server stands for a public one.
    const made = allowanceOf([`127.0.0.1:${outside.port}`]);
    if ("wrong" in made) throw new Error(made.wrong);
    return new Fetcher({
      version: "1",
      allowance: made.allowance,
      pause: 0,
      limits: { connect: 300 },
      ...(resolve ? { resolve } : {}),
    });
  };
  const get = async (fetcher: Fetcher, address: string): Promise<string> => {
    const got = await fetcher.get(address, { accept: "page" });
    await fetcher.close();
    return got.kind === "failed" ? got.code : got.kind;
  };

  test.each([
    ["an address", () => `http://127.0.0.1:${inside.port}/`],
    ["a number", () => `http://2130706433:${inside.port}/`],
    ["IPv6 that means IPv4", () => `http://[::ffff:127.0.0.1]:${inside.port}/`],
    ["a name of this machine", () => `http://localhost:${inside.port}/`],
    ["a name that a name server knows", () => `http://news.example:${inside.port}/`],
  ])("a redirect to %s inside is refused", async (_, to) => {
    outside.set("/page", redirect(to()));
    const fetcher = fetcherWith(async () => [{ address: "127.0.0.1", family: 4 }]);
    expect(await get(fetcher, `${outside.origin}/page`)).toBe("private-address");
    expect(inside.asked).toEqual([]);
    expect(inside.robotsAsked()).toBe(0);
  });

  test("a redirect of robots.txt is looked at as well", async () => {
    outside.set("/robots.txt", redirect(`http://127.0.0.1:${inside.port}/`));
    outside.set("/page", "<p>مرحبا</p>");
    expect(await get(fetcherWith(), `${outside.origin}/page`)).toBe("private-address");
    expect(inside.asked).toEqual([]);
    outside.set("/robots.txt", (_, response) => void response.writeHead(404).end());
  });

  test("a redirect to what is no page is refused", async () => {
    for (const to of ["file:///etc/passwd", "http://a:b@example.org/", "//example.org:22/"]) {
      outside.set("/page", redirect(to));
      expect(await get(fetcherWith(), `${outside.origin}/page`)).toBe("bad-redirect");
    }
  });

  test("a name with a private address, and one whose addresses are all private, are refused", async () => {
    for (const address of ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"]) {
      const family = address.includes(":") ? 6 : 4;
      const fetcher = fetcherWith(async () => [{ address, family }]);
      expect(await get(fetcher, `http://news.example:${inside.port}/`)).toBe("private-address");
    }
  });

  test("a name is looked up once, in the connecting: what another look would give (rebinding) is never used", async () => {
    let looks = 0;
    const fetcher = fetcherWith(async () => {
      looks += 1;
      if (looks === 1) throw Object.assign(new Error("none yet"), { code: "ENOTFOUND" });
      return [{ address: "127.0.0.1", family: 4 }];
    });
    const address = `http://rebind.example:${inside.port}`;
    const first = await fetcher.get(`${address}/`, { accept: "page" });
    expect([looks, first.kind === "failed" && first.code]).toEqual([1, "robots-unknown"]);
    // Of another origin of the same name, so that its robots.txt is asked for.
    expect(await get(fetcher, `http://rebind.example.:${inside.port}/`)).toBe("private-address");
    expect(looks).toBe(2);
    expect(inside.asked).toEqual([]);
    expect(inside.robotsAsked()).toBe(0);
  });
});
