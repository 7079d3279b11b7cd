/**
 * Readings kept on disk, so that what was read once is not read again: after an interrupt, or when
 * a day's reports are added. A batch of readings is one segment: `NAME.jsonl` holds them a line
 * each, `NAME.index.json` says where each line lies and holds a sketch of each report. The index is
 * written last: a segment without one was cut off, and counts for nothing.
 */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { contentId } from "../core/hash.js";
import type { ReportInput } from "../core/input.js";
import { writeWhole } from "../disk/whole-file.js";
import type { GivenReading, ReportSketch } from "../engine.js";

/** Where a kept reading lies. */
export interface ReadingPlace {
  readonly segment: string;
  /** Bytes in the segment, `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** A kept reading, and what is needed to hold its report against all others. */
export interface ReadingRef extends ReadingPlace {
  /** Of the input as given and of the program that read it; see `keyOf`. */
  readonly key: string;
  readonly sketch: ReportSketch;
}

/** As it stands in an index: the hashes of the fingerprint as base64. */
type StoredRef = Omit<ReadingRef, "sketch"> & {
  readonly features: ReportSketch["features"];
  readonly words: number;
  readonly minima: string;
};

function storedRef({ sketch: { features, fingerprint }, ...ref }: ReadingRef): StoredRef {
  const { buffer, byteOffset, byteLength } = fingerprint.minima;
  const minima = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
  return { ...ref, features, words: fingerprint.words, minima };
}

function refOf({ features, words, minima, ...ref }: StoredRef): ReadingRef {
  // A copy of its own: a buffer may begin where no number may.
  const { buffer } = Uint8Array.from(Buffer.from(minima, "base64"));
  return { ...ref, sketch: { features, fingerprint: { minima: new Uint32Array(buffer), words } } };
}

/** The same input read by the same program has the same key. */
export function keyOf(input: ReportInput, program: string): string {
  const { text, id, file, title, outlet, url, published, fetched, language } = input;
  const fields = [id, file, title, outlet, url, published, fetched, language];
  return contentId("input", program, ...fields.map((field) => field ?? ""), text);
}

export interface ReadingToKeep extends GivenReading {
  readonly key: string;
  readonly sketch: ReportSketch;
}

export class ReadingStore {
  constructor(private readonly folder: string) {}

  /** Writes a segment, whole or not at all. @throws WriteFailure */
  write(kept: readonly ReadingToKeep[]): ReadingRef[] {
    const segment = contentId("segment", ...kept.map(({ key }) => key));
    const lines: Buffer[] = [];
    const refs: ReadingRef[] = [];
    let at = 0;
    for (const { key, input, reading, sketch } of kept) {
      // The reading's report holds the text.
      const line = Buffer.from(`${JSON.stringify({ input: { ...input, text: "" }, reading })}\n`);
      refs.push({ key, segment, start: at, end: at + line.length, sketch });
      lines.push(line);
      at += line.length;
    }
    writeWhole(join(this.folder, `${segment}.jsonl`), lines);
    writeWhole(join(this.folder, `${segment}.index.json`), [JSON.stringify(refs.map(storedRef))], {
      durable: false,
    });
    return refs;
  }

  /** Every reading kept, by its key. A segment that cannot be read is as if it were not there. */
  index(): Map<string, ReadingRef> {
    const out = new Map<string, ReadingRef>();
    if (!existsSync(this.folder)) return out;
    for (const name of readdirSync(this.folder).sort()) {
      if (!name.endsWith(".index.json")) continue;
      for (const ref of this.refsIn(name)) out.set(ref.key, ref);
    }
    return out;
  }

  private refsIn(name: string): readonly ReadingRef[] {
    if (!existsSync(join(this.folder, name.replace(".index.json", ".jsonl")))) return [];
    try {
      // Written by this program's own version, which stands in the folder's name.
      const stored = JSON.parse(readFileSync(join(this.folder, name), "utf8")) as StoredRef[];
      return stored.map(refOf);
    } catch {
      return [];
    }
  }

  /** Reads what the references point to, in their order. */
  read(refs: readonly ReadingPlace[]): GivenReading[] {
    const handles = new Map<string, number>();
    try {
      return refs.map(({ segment, start, end }) => {
        const handle = handles.get(segment) ?? openSync(join(this.folder, `${segment}.jsonl`), "r");
        handles.set(segment, handle);
        const bytes = Buffer.allocUnsafe(end - start);
        readSync(handle, bytes, 0, bytes.length, start);
        const { input, reading } = JSON.parse(bytes.toString("utf8")) as GivenReading;
        return { input: { ...input, text: reading.report.text }, reading };
      });
    } finally {
      for (const handle of handles.values()) closeSync(handle);
    }
  }
}
