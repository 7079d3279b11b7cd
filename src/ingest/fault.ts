/** The problems that a whole file can have, in words that say what to do. */
import type { Problem } from "../core/problem.js";
import type { Decoded, Undecodable } from "./decode.js";
import { bytesInWords } from "./limits.js";

/** The system's reason for a failed file operation, in words. */
export function unreadable(file: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
    ENOENT: ["There is no such file or folder.", "Check the spelling of the path."],
    EACCES: [
      "Reading it is not permitted.",
      "Change its permissions, or run as a user who may read it.",
    ],
    EPERM: [
      "Reading it is not permitted.",
      "Change its permissions, or run as a user who may read it.",
    ],
    ELOOP: ["It is a link that leads back to itself.", "Give the file that was meant."],
    EISDIR: ["It is a folder where a file was expected.", "Give a file."],
    ENOTDIR: ["A part of the path is a file, not a folder.", "Check the path."],
  };
  const [message, remedy] = known[code] ?? [
    `It could not be read (${error instanceof Error ? error.message : String(error)}).`,
    "Check that the disk is connected and the file is whole.",
  ];
  return {
    severity: "error",
    code: code === "ENOENT" ? "missing" : "unreadable",
    file,
    place: null,
    message,
    remedy,
  };
}

export function problemOfBytes(file: string, place: string | null, fault: Undecodable): Problem {
  const at = fault.byte === null || fault.byte === 0 ? place : `byte ${fault.byte}`;
  const where = place === null || place === at ? at : [place, at].filter(Boolean).join(", ");
  return fault.kind === "binary"
    ? {
        severity: "error",
        code: "binary",
        file,
        place: where,
        message: `This is not a text: ${fault.what}.`,
        remedy: "Give the report as plain text (.txt) or as JSON.",
      }
    : {
        severity: "error",
        code: "undecodable",
        file,
        place: where,
        message: `The characters cannot be decoded: ${fault.what}.`,
        remedy: "Save the file as UTF-8 and read it again.",
      };
}

export function problemOfDamage(
  file: string,
  place: string | null,
  decoded: Decoded,
): Problem | null {
  if (decoded.damaged === 0) return null;
  const at = `byte ${decoded.firstDamage ?? 0}`;
  const bytes = decoded.damaged === 1 ? "One byte is" : `${decoded.damaged} bytes are`;
  return {
    severity: "warning",
    code: "damaged-utf8",
    file,
    place: place === null ? at : `${place}, ${at}`,
    message: `${bytes} not UTF-8; the text was read with the mark U+FFFD in place of them.`,
    remedy: "Fetch or save the report again if words are missing there.",
  };
}

export const emptyFile = (file: string): Problem => ({
  severity: "error",
  code: "empty-file",
  file,
  place: null,
  message: "The file is empty.",
  remedy: "Put the report's text there, or take it out of the input.",
});

export function tooLarge(file: string, size: number, limit: number, remedy: string): Problem {
  return {
    severity: "error",
    code: "too-large",
    file,
    place: null,
    message: `The file has ${bytesInWords(size)}; the limit is ${bytesInWords(limit)}.`,
    remedy,
  };
}
