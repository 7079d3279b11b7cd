import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WriteFailure, writeWhole } from "./whole-file.js";

describe("a file that is written whole", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "isnad-disk-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("takes the place of the one before, and makes the folders that it needs", () => {
    const path = join(folder, "a", "b.txt");
    writeWhole(path, ["one"]);
    writeWhole(path, ["tw", Buffer.from("o")]);
    expect(readFileSync(path, "utf8")).toBe("two");
  });

  it("is not written over a folder, which is said", () => {
    expect(() => writeWhole(folder, ["x"])).toThrow(WriteFailure);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it.skipIf(process.platform === "win32")("goes through a pipe, which stays one", () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const end = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      writeWhole(pipe, ["through"]);
      const read = Buffer.alloc(20);
      expect(read.toString("utf8", 0, readSync(end, read))).toBe("through");
      expect(statSync(pipe).isFIFO()).toBe(true);
    } finally {
      closeSync(end);
    }
  });
});
