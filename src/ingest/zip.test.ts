import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Ingest, ingest } from "./ingest.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-zip-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function pack(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(folder, name);
  const entries = Object.entries(files).map(([file, content]) => [
    file,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  writeFileSync(path, zipSync(Object.fromEntries(entries)));
  return path;
}

const list = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, at) => ({ text: `خبر ${at}` })));

describe("zip archives", () => {
  test("files of every kind are read by name, with the archive before their own name", () => {
    const path = pack("press.zip", {
      "b/day.json": list(2),
      "a.txt": "خبر",
      "c.jsonl": '{"text":"خبر","id":"x"}\n{"text":"خبر آخر"}',
      "picture.png": "x",
      "__MACOSX/a.txt": "خبر",
      ".hidden.txt": "خبر",
    });
    const { reports, problems, passedOver } = ingest([path]);
    expect(reports.map(({ file }) => file?.slice(folder.length + 1))).toEqual([
      "press.zip/a.txt",
      "press.zip/b/day.json#1",
      "press.zip/b/day.json#2",
      "press.zip/c.jsonl#x",
      "press.zip/c.jsonl#line 2",
    ]);
    expect(problems).toEqual([]);
    expect(passedOver).toEqual({ ".png": 1 });
  });

  test("it pauses after each file, so that not all reports are held together", () => {
    const path = pack("press.zip", { "1.json": list(3), "2.json": list(4) });
    const batches = [...new Ingest([path]).batches()].map(({ reports }) => reports.length);
    expect(batches).toEqual([3, 4]);
  });

  test("a broken line is named by archive, file and line", () => {
    const path = pack("press.zip", { "a.jsonl": '{"text":"خبر"}\n{"text"' });
    expect(ingest([path]).problems).toMatchObject([
      { code: "broken-json", file: `${path}/a.jsonl`, place: "line 2 of 2" },
    ]);
  });

  test("one damaged file does not cost the others", () => {
    const path = pack("press.zip", { "a.txt": "خبر أول ".repeat(400), "b.txt": "خبر ثان" });
    const archive = zipSync({ "a.txt": strToU8("خبر أول ".repeat(400)), "b.txt": strToU8("خبر") });
    archive.fill(0xff, 40, 60);
    writeFileSync(path, archive);
    const { reports, problems } = ingest([path]);
    expect(reports.map(({ file }) => file)).toEqual([`${path}/b.txt`]);
    expect(problems).toMatchObject([{ code: "broken-zip", file: `${path}/a.txt` }]);
  });

  test("what is no archive, a cut one and an empty one are problems", () => {
    const cut = join(folder, "cut.zip");
    writeFileSync(cut, zipSync({ "a.txt": strToU8("خبر") }).subarray(0, 60));
    const none = join(folder, "none.zip");
    writeFileSync(none, "خبر");
    expect(ingest([cut, none]).problems.map(({ code }) => code)).toEqual([
      "broken-zip",
      "broken-zip",
    ]);
  });

  test("a file that unpacks to more than may be read is refused before it is unpacked", () => {
    const path = pack("bomb.zip", { "a.json": new Uint8Array(65_000_000), "b.txt": "خبر" });
    const { reports, problems } = ingest([path]);
    expect(reports).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "too-large", file: `${path}/a.json` }]);
  });

  test("a file that declares less than it holds fills no more than it declares", () => {
    const archive = zipSync({ "a.txt": strToU8("خ".repeat(1_000_000)) });
    // The uncompressed size stands at 22 in the local header and at 24 in the directory's.
    const view = new DataView(archive.buffer);
    const directory = archive.lastIndexOf(0x02, archive.length - 22);
    for (let at = directory; at > 0; at--) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 100, true);
        break;
      }
    }
    const path = join(folder, "liar.zip");
    writeFileSync(path, archive);
    for (const { text } of ingest([path]).reports) expect(text.length).toBeLessThanOrEqual(100);
  });

  test("names that lead out of the archive are labels only", () => {
    const path = pack("press.zip", { "../../etc/a.txt": "خبر" });
    expect(ingest([path]).reports).toHaveLength(0);
    const absolute = pack("abs.zip", { "/etc/a.txt": "خبر" });
    expect(ingest([absolute]).reports.map(({ file }) => file)).toEqual([`${absolute}//etc/a.txt`]);
  });
});
