/** Reports as they come to a store, from wherever they come. */
import type { ReportInput } from "../core/input.js";
import { packText } from "./packing.js";

/** How a report came: kept for whoever asks where it is from; never read by the engine. */
export interface Origin {
  readonly via: "file" | "page" | "feed" | "archive" | "sent";
  /** The path as given, with `#…` for a record inside a file. */
  readonly file?: string | undefined;
  /** Asked for; `finalUrl` where redirects led elsewhere. */
  readonly url?: string | undefined;
  readonly finalUrl?: string | undefined;
  /** ISO 8601. */
  readonly retrieved?: string | undefined;
  readonly status?: number | undefined;
  /** Those that say what it is and when it was changed. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly encoding?: string | undefined;
}

export interface Original {
  readonly bytes: Uint8Array;
  /** Media type: `text/plain`, `application/json`, `text/html`. */
  readonly media: string;
}

export interface ArrivingReport {
  readonly input: ReportInput;
  /** As it came; null where it came as an input alone, whose JSON is then kept. */
  readonly original: Original | null;
  readonly origin: Origin;
}

/** What the report is kept as having been. */
export function originalOf({ input, original }: ArrivingReport): Original {
  return (
    original ?? {
      bytes: Buffer.from(JSON.stringify(input)),
      media: "application/json",
    }
  );
}

/** Packed: the engine's input is a second spelling of what the original holds. */
export const packedInput = (input: ReportInput): Uint8Array => packText(JSON.stringify(input));
