import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digest } from "../server/secrets.js";
import { auditRows } from "../store/audit.js";
import { storePlace } from "../store/place.js";
import { StoreReader } from "../store/store.js";
import { tokenOf } from "../store/users.js";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));
let folder = "";
let store = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-token-"));
  store = join(folder, "store");
  expect(told(["--version"], "", "").code).toBe(0);
  const made = told(["user", "add", "omar", "--role", "reviewer", "--password-file", "-"]);
  expect(made.code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function told(args: readonly string[], build = "1", input = "a long enough password\n") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    input,
    env: { ...process.env, NO_COLOR: "1", ISNAD_NO_BUILD: build, ISNAD_STORE: store },
  });
  return { code: status, out: stdout.replace(/[\u2066-\u2069]/gu, ""), err: stderr };
}
const withReader = async <T>(work: (reader: StoreReader) => Promise<T>): Promise<T> => {
  const reader = await StoreReader.open(storePlace(store));
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
};

test("isnad token makes a token that is told once, lists it without it, and revokes it", async () => {
  const made = told([
    "token",
    "add",
    "Omar",
    "--title",
    "وكالة",
    "--role",
    "reviewer",
    "--days",
    "9",
  ]);
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^isnad_[\w-]{43}\n$/)]);
  const id = /Token (\w+) of omar \(reviewer\), until 20/.exec(made.err)?.[1] ?? "";
  const hash = digest(made.out.trim());
  expect(await withReader(({ queries }) => tokenOf(queries, hash))).toMatchObject({
    id,
    user: "omar",
    role: "reviewer",
    title: "وكالة",
  });
  const other = told(["token", "add", "omar", "--title", "reads", "--json"]);
  expect(JSON.parse(other.out)).toMatchObject({ role: "reader", expires: null });
  const list = told(["token", "list", "omar"]).out;
  expect(list).toMatch(new RegExp(`^${id} {2}omar {2}reviewer {2}وكالة {2}since .*until 20`, "m"));
  expect(list.trim().split("\n")).toHaveLength(2);
  expect(list).not.toContain(made.out.trim());
  expect(told(["token", "list", "--json"]).out).not.toMatch(/hash|isnad_/);
  expect(told(["token", "revoke", id.slice(0, 10)]).out).toContain("is revoked");
  expect(await withReader(({ queries }) => tokenOf(queries, hash))).toBeNull();
  const deeds = await withReader(({ queries }) => auditRows(queries, { limit: 9 }));
  expect(deeds.map(({ action, via }) => `${action} ${via}`)).toEqual([
    "token-ended command",
    "token-made command",
    "token-made command",
    "user-added command",
  ]);
});

test("isnad token says what it cannot do", () => {
  for (const [args, words] of [
    [["add", "nobody", "--title", "x"], "There is no user"],
    [["add", "omar", "--title", "x", "--role", "admin"], "no more than whose it is"],
    [["add", "omar"], "--title"],
    [["add", "omar", "--title", "x", "--days", "0"], "from 1 to"],
    [["list", "nobody"], "There is no user"],
    [["revoke", "zzz"], "There is no such token"],
  ] as const) {
    const { code, err } = told(["token", ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  }
});
