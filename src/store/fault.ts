/** What keeps a store from being used. Each says what is wrong, where, and what to do. */

export type StoreFaultCode =
  /** Another process writes to it. */
  | "locked"
  | "disk-full"
  | "read-only"
  /** Its schema is newer than this program. */
  | "newer"
  | "no-store"
  /** The file is no database, or its pages are broken. */
  | "damaged"
  /** The server does not answer, or refuses. */
  | "unreachable"
  /** Something was to be changed that is only ever added to. */
  | "append-only"
  /** The store's own content is not as it should be. */
  | "inconsistent";

export class StoreFault extends Error {
  constructor(
    readonly code: StoreFaultCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Primary result codes: https://sqlite.org/rescode.html */
const SQLITE = {
  readonly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
  busy: 5,
  locked: 6,
} as const;

const field = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null && name in error
    ? (error as Readonly<Record<string, unknown>>)[name]
    : undefined;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Said by the triggers of `append-only.ts`. */
const APPEND_ONLY = "append-only";

/**
 * A database's error in words.
 * @param where the store as it may be shown
 * @returns the error itself where it is none of those that a person can mend
 */
export function faultOf(error: unknown, where: string): unknown {
  if (error instanceof StoreFault) return error;
  const text = messageOf(error);
  const made = (code: StoreFaultCode, message: string): StoreFault =>
    new StoreFault(code, message, error);
  if (text.includes(APPEND_ONLY) || String(field(error, "errstr")).includes(APPEND_ONLY)) {
    return made("append-only", `${where}: ${text}. What was decided or read is never changed.`);
  }
  const sqlite = field(error, "sqliteCode");
  if (typeof sqlite === "number") return ofSqlite(sqlite, text, where, made) ?? error;
  const code = field(error, "code");
  if (typeof code === "string") return ofServer(code, text, where, made) ?? error;
  return error;
}

type Make = (code: StoreFaultCode, message: string) => StoreFault;

function ofSqlite(code: number, text: string, where: string, made: Make): StoreFault | null {
  switch (code) {
    case SQLITE.full:
      return made(
        "disk-full",
        `${where}: the disk is full. Nothing was half written. Make room and run the command again; it goes on where it was.`,
      );
    case SQLITE.readonly:
    case SQLITE.cannotOpen:
      return made(
        "read-only",
        `${where} cannot be written to (${text}). Give it a folder where writing is permitted, or mend its permissions.`,
      );
    case SQLITE.busy:
    case SQLITE.locked:
      return made(
        "locked",
        `${where} is being used by another program (${text}). Wait for it, or end it.`,
      );
    case SQLITE.io:
      return made(
        "damaged",
        `${where}: the disk failed (${text}). Check the disk; \`isnad verify\` says what is whole.`,
      );
    case SQLITE.corrupt:
    case SQLITE.notADatabase:
      return made(
        "damaged",
        `${where} is damaged, or no store of Isnad (${text}). Put back a backup: isnad restore FILE.`,
      );
    default:
      return null;
  }
}

/** Node's own codes, and the SQLSTATE classes of PostgreSQL. */
function ofServer(code: string, text: string, where: string, made: Make): StoreFault | null {
  if (/^(?:ECONN|ENOTFOUND|EHOST|ETIMEDOUT|EPIPE|EAI_)/.test(code)) {
    return made(
      "unreachable",
      `${where} does not answer (${text}). Check that the server runs and that ISNAD_DB names it.`,
    );
  }
  if (/^(?:28|3D)/.test(code)) {
    return made(
      "unreachable",
      `${where} refuses (${text}). Check user, password and database name in ISNAD_DB.`,
    );
  }
  if (/^(?:08|57)/.test(code)) {
    return made("unreachable", `${where}: the connection ended (${text}). Run the command again.`);
  }
  if (code === "53100") {
    return made("disk-full", `${where}: the server's disk is full. Make room and run it again.`);
  }
  if (code === "25006" || code === "42501") {
    return made(
      "read-only",
      `${where} cannot be written to (${text}). Ask its owner for the right.`,
    );
  }
  return null;
}
