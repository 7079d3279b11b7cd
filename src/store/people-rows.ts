/** The tables of a service's own, beside those of `schema.ts`. Times are ISO 8601 in UTC. */

/** What somebody may do; each may do what those before may. */
export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whether who has the one role may do what asks for the other. */
export const mayAs = (has: Role, asked: Role): boolean =>
  ROLES.indexOf(has) >= ROLES.indexOf(asked);

export interface UserRow {
  /** In small letters; see `userName`. */
  readonly name: string;
  readonly role: Role;
  /** The hash with its salt and parameters. */
  readonly password: string;
  readonly created: string;
  /** Of role or password. */
  readonly changed: string;
}

export interface SessionRow {
  /** SHA-256 of what the browser keeps. */
  readonly id: string;
  readonly user: string;
  readonly created: string;
  /** Within a few minutes. */
  readonly seen: string;
  /** The latest end, however much it is used. */
  readonly expires: string;
  readonly address: string;
}

export interface TokenRow {
  /** By which it is spoken of; tells nothing. */
  readonly id: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly user: string;
  readonly title: string;
  readonly role: Role;
  readonly created: string;
  /** Null: until it is taken back. */
  readonly expires: string | null;
}

/** What somebody did, or tried to. Only ever added to. */
export interface AuditRow {
  readonly seq: number;
  readonly time: string;
  /** Null where nobody had signed in. */
  readonly actor: string | null;
  readonly via: "session" | "token" | "command" | "none";
  readonly address: string | null;
  readonly action: string;
  /** What it was done to; never a password, a token or a text. */
  readonly subject: string | null;
}

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  /** Signs what is sent. */
  readonly secret: string;
  /** Kinds of changes as a JSON list; empty for all. */
  readonly kinds: string;
  readonly state: "active" | "disabled";
  readonly created: string;
  /** `changes.seq` of the last that was delivered. */
  readonly delivered: number;
  /** In a row. */
  readonly failures: number;
  readonly next_try: string | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

export interface PeopleSchema {
  users: UserRow;
  sessions: SessionRow;
  tokens: TokenRow;
  audit: AuditRow;
  webhooks: WebhookRow;
}
