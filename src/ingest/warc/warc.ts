/**
 * WARC files: pages as crawlers keep them. Source: ISO 28500, WARC 1.0 and 1.1.
 *
 * The reader is ours, since the way in reads files one after another without waiting, and the packages for
 * WARC only give promises. It holds one record at a time, and unpacks `.warc.gz` as it goes.
 */
import type { Problem } from "../../core/problem.js";
import { readPage } from "../html/page.js";
import { bytesInWords, MAX_RECORD_BYTES } from "../limits.js";
import { isPacked, unpacked } from "../pieces.js";
import type { Sink } from "../source.js";
import { type HttpAnswer, headersOf, httpAnswer } from "./http.js";
import { ByteStream } from "./stream.js";

const MAX_LINE = 16_384;
const MAX_HEADERS = 200;
/** Records after which it pauses, so that their reports need not be held together. */
const RECORDS_A_PAUSE = 200;
const READABLE = /^\s*(?:text\/html|application\/xhtml\+xml)/i;

interface RecordHead {
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes of its content. */
  readonly length: number;
}

class WarcReader {
  private readonly stream: ByteStream;
  /** Counted from 1, as they stand in the file. */
  private number = 0;
  private pages = 0;
  private isLost = false;

  constructor(
    private readonly file: string,
    pieces: Iterable<Buffer>,
    private readonly sink: Sink,
  ) {
    this.stream = new ByteStream(maybePacked(pieces));
  }

  *run(): Generator<void> {
    try {
      for (;;) {
        const head = this.head();
        if (head === null) break;
        this.number += 1;
        if (!this.content(head)) break;
        if (this.number % RECORDS_A_PAUSE === 0) yield;
      }
    } finally {
      this.stream.close();
    }
    if (this.stream.failure !== null) this.sink.problem(this.cut("Its packed bytes are damaged"));
    if (this.number === 0) {
      this.sink.problem(
        this.problem(
          "error",
          "not-a-warc",
          null,
          "There is no WARC record in it.",
          "Fetch it again.",
        ),
      );
    }
  }

  private problem(
    severity: Problem["severity"],
    code: string,
    place: string | null,
    message: string,
    remedy: string,
  ): Problem {
    return { severity, code, file: this.file, place, message, remedy };
  }

  private cut(what: string): Problem {
    return this.problem(
      "warning",
      "cut-off",
      `record ${this.number}`,
      `${what}; the records before that were read.`,
      "Fetch the file again if those after it are wanted.",
    );
  }

  /** Goes to the next record; null at the end. */
  private head(): RecordHead | null {
    for (;;) {
      const line = this.stream.line(MAX_LINE);
      if (line === null) return null;
      if (line === "") continue;
      if (!/^WARC\/\d/.test(line)) {
        if (!this.isLost && this.number > 0) {
          this.sink.problem(
            this.problem(
              "warning",
              "broken-warc",
              `after record ${this.number}`,
              "What stands there is no record; it was passed over up to the next.",
              "Fetch the file again if records are missing.",
            ),
          );
        }
        this.isLost = true;
        continue;
      }
      this.isLost = false;
      const lines: string[] = [];
      for (;;) {
        const next = this.stream.line(MAX_LINE);
        if (next === null || next === "") break;
        if (lines.length < MAX_HEADERS) lines.push(next);
      }
      const headers = headersOf(lines);
      const length = Number(headers.get("content-length") ?? Number.NaN);
      // A record without a length is passed over up to the next.
      return { headers, length: Number.isSafeInteger(length) && length >= 0 ? length : 0 };
    }
  }

  /** Reads or passes over what a record holds; false where the file ends in it. */
  private content({ headers, length }: RecordHead): boolean {
    const isAnswer = headers.get("warc-type")?.toLowerCase() === "response";
    if (!isAnswer || length > MAX_RECORD_BYTES) {
      if (isAnswer) this.sink.problem(this.tooLong(length));
      return this.whole(this.stream.skip(length), length);
    }
    const bytes = this.stream.take(length);
    if (!this.whole(bytes.length, length)) return false;
    const place = `record ${this.number}`;
    let answer: HttpAnswer | null;
    try {
      answer = httpAnswer(bytes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.sink.problem(
        this.problem(
          "warning",
          "broken-record",
          place,
          `The page cannot be unpacked, or is too large (${why}); it was left out.`,
          "Fetch the page itself if it is wanted.",
        ),
      );
      return true;
    }
    if (answer) this.page(headers, answer);
    return true;
  }

  private whole(there: number, length: number): boolean {
    if (there === length) return true;
    if (this.stream.failure === null) this.sink.problem(this.cut("The file ends in this record"));
    return false;
  }

  private page(headers: ReadonlyMap<string, string>, answer: HttpAnswer): void {
    const contentType = answer.headers.get("content-type") ?? null;
    if (answer.status !== 200 || !READABLE.test(contentType ?? "")) return;
    this.pages += 1;
    const { report, problems } = readPage(answer.body, {
      url: headers.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1") ?? null,
      contentType,
      fetched: headers.get("warc-date") ?? null,
      file: `${this.file}#${this.number}`,
    });
    // Crawls hold pages of every language and every kind: those that are none of ours are only counted.
    for (const problem of problems) {
      if (problem.code === "no-arabic" || problem.code === "unsupported-language") {
        this.sink.other("pages not in Arabic");
      } else if (problem.code === "no-article") this.sink.other("pages without an article");
      else this.sink.problem(problem);
    }
    if (report) this.sink.report(report, () => ({ bytes: answer.body, media: "text/html" }));
  }

  private tooLong(length: number): Problem {
    return this.problem(
      "warning",
      "too-large",
      `record ${this.number}`,
      `The record has ${bytesInWords(length)}; the limit is ${bytesInWords(MAX_RECORD_BYTES)}. It was left out.`,
      "Fetch the page itself if it is wanted.",
    );
  }
}

/** Unpacks what is packed: `.warc.gz` packs every record as a member of its own. */
function* maybePacked(pieces: Iterable<Buffer>): Generator<Buffer> {
  const source = pieces[Symbol.iterator]();
  try {
    const first = source.next();
    if (first.done) return;
    const all = function* (): Generator<Buffer> {
      yield first.value;
      for (let next = source.next(); !next.done; next = source.next()) yield next.value;
    };
    yield* isPacked(first.value) ? unpacked(all()) : all();
  } finally {
    source.return?.();
  }
}

/** Reads the pages of a WARC; pauses now and then. */
export function* readWarc(file: string, pieces: Iterable<Buffer>, sink: Sink): Generator<void> {
  yield* new WarcReader(file, pieces, sink).run();
}
