/** The files of a zip archive. Nothing is unpacked to disk: names inside it are labels, never paths. */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { tooLarge } from "./fault.js";
import { type FileKind, kindOf, MAX_BYTES } from "./kind.js";
import { MAX_PACKED_BYTES } from "./limits.js";
import type { Sink } from "./source.js";

/** A readable file of an archive. */
export interface ZipEntry {
  /** `press.zip/2015-07-21.json`: the archive as given, then the name inside it. */
  readonly file: string;
  readonly kind: FileKind | "gzip";
  readonly bytes: Uint8Array;
}

interface Listed {
  readonly name: string;
  readonly kind: FileKind | "gzip";
  readonly size: number;
}

/** Bytes unpacked at a time: the directory is gone through once for each such batch. */
const BATCH_BYTES = 64_000_000;

/**
 * Unpacks an archive, a batch of files at a time, in the order of their names.
 * No more is unpacked than the directory declares, so that an archive cannot grow in memory beyond
 * what was looked at before.
 * @param onOther called with the name of each file that Isnad does not read
 */
export function* readZip(
  file: string,
  sink: Sink,
  onOther: (name: string) => void,
): Generator<ZipEntry> {
  const archive = readFileSync(file);
  let batch: Listed[] = [];
  let bytes = 0;
  for (const entry of list(file, archive, sink, onOther)) {
    if (bytes + entry.size > BATCH_BYTES && batch.length > 0) {
      yield* unpack(file, archive, batch, sink);
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += entry.size;
  }
  yield* unpack(file, archive, batch, sink);
}

/** What is to be read, by name; each file too large, and an archive that is none, is a problem. */
function list(
  file: string,
  archive: Uint8Array,
  sink: Sink,
  onOther: (name: string) => void,
): Listed[] {
  const listed = new Map<string, Listed>();
  try {
    unzipSync(archive, {
      filter({ name, originalSize: size }) {
        if (name.endsWith("/") || isHidden(name)) return false;
        const kind = kindOf(name);
        if (kind === null || kind === "zip") onOther(name);
        else if (size > limitOf(kind)) {
          sink.problem(tooLarge(`${file}/${name}`, size, limitOf(kind), "Unpack it and split it."));
        } else listed.set(name, { name, kind, size });
        return false;
      },
    });
  } catch {
    sink.problem({
      severity: "error",
      code: "broken-zip",
      file,
      place: null,
      message: "This is no whole zip archive: its directory cannot be read.",
      remedy: "Fetch or pack it again.",
    });
  }
  return [...listed.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const limitOf = (kind: FileKind | "gzip"): number =>
  kind === "gzip" ? MAX_PACKED_BYTES : MAX_BYTES[kind];

/** As in folders: files that a system keeps for itself. */
const isHidden = (name: string): boolean =>
  name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");

function* unpack(
  file: string,
  archive: Uint8Array,
  batch: readonly Listed[],
  sink: Sink,
): Generator<ZipEntry> {
  if (batch.length === 0) return;
  const wanted = new Set(batch.map(({ name }) => name));
  const unpacked = inflate(archive, (name) => wanted.has(name));
  for (const { name, kind } of batch) {
    // One damaged file spoils its batch: then each is unpacked alone.
    const bytes = (unpacked ?? inflate(archive, (one) => one === name))?.get(name);
    if (bytes) yield { file: `${file}/${name}`, kind, bytes };
    else sink.problem(damaged(`${file}/${name}`));
  }
}

function inflate(
  archive: Uint8Array,
  wants: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(archive, { filter: ({ name }) => wants(name) })));
  } catch {
    return null;
  }
}

const damaged = (file: string) =>
  ({
    severity: "error",
    code: "broken-zip",
    file,
    place: null,
    message: "It cannot be unpacked: it is damaged, or locked with a password.",
    remedy: "Pack it again without a password, by the usual method (deflate).",
  }) as const;
