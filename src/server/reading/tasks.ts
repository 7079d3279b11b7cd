/** What is read for an answer apart from the server's thread, since it takes longer than others may wait. */
import { gzipSync } from "node:zlib";
import type { FoundReportAnswer } from "../../api/reports.js";
import { assertNever } from "../../core/assert.js";
import type { Account } from "../../core/contract.js";
import { searchExcerpt } from "../../engine.js";
import { unpack } from "../../store/packing.js";
import type { StorePlace } from "../../store/place.js";
import { wantedBy } from "../../store/search-query.js";
import { type FoundReport, StoreReader } from "../../store/store.js";
import { outlineOf } from "../outline.js";
import type { SentPage } from "../sent-addresses.js";
import { type Part, partOf } from "./parts.js";
import { type ReadSent, readSent, type SentFile } from "./read-sent.js";

export interface PartTask {
  readonly kind: "server-part";
  /** The account, packed. */
  readonly body: Uint8Array;
  readonly part: Part;
}

export interface SearchTask {
  readonly kind: "server-search";
  readonly place: StorePlace;
  readonly q: string;
  readonly limit: number;
  readonly offset: number;
}

export interface SentTask {
  readonly kind: "server-sent";
  readonly files: readonly SentFile[];
  readonly pages: readonly SentPage[];
}

export type ServerTask = PartTask | SearchTask | SentTask;

export interface ServerResult {
  /** JSON, gzipped. */
  readonly "server-part": Uint8Array;
  readonly "server-search": readonly FoundReportAnswer[];
  readonly "server-sent": ReadSent;
}

export async function doServerTask(task: ServerTask): Promise<ServerResult[keyof ServerResult]> {
  switch (task.kind) {
    case "server-part":
      return gzipSync(JSON.stringify(partOf(unpack(task.body) as Account, task.part)), {
        level: 1,
      });
    case "server-search":
      return search(await readerAt(task.place), task);
    case "server-sent":
      return readSent(task.files, task.pages);
    default:
      return assertNever(task);
  }
}

/** Of this thread; stays open as long as the thread. */
const readers = new Map<string, Promise<StoreReader>>();

function readerAt(place: StorePlace): Promise<StoreReader> {
  const key = JSON.stringify(place);
  const known = readers.get(key) ?? StoreReader.open(place);
  readers.set(key, known);
  known.catch(() => readers.delete(key));
  return known;
}

export async function search(
  store: StoreReader,
  { q, limit, offset }: Pick<SearchTask, "q" | "limit" | "offset">,
): Promise<FoundReportAnswer[]> {
  const isWanted = wantedBy(q);
  return (await store.search(q, { limit, offset })).map((report) => found(report, isWanted));
}

/** UTF-16 code units of what is shown of a text. */
const EXCERPT = 240;

function found(report: FoundReport, isWanted: (word: string) => boolean): FoundReportAnswer {
  const { input, score, story } = report;
  const { span, lit } = searchExcerpt(input.text, isWanted, EXCERPT);
  return {
    ...outlineOf(report),
    excerpt: input.text.slice(...span),
    span,
    lit,
    score,
    anchor: story,
  };
}
