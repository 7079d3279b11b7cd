/** What the routes of a service have at hand. */
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { By } from "../store/audit.js";
import type { Role } from "../store/people-rows.js";
import type { StoreReader } from "../store/store.js";
import type { PasswordHashes } from "./passwords.js";
import { Refusal } from "./problems.js";
import type { Reading } from "./reading/reading.js";
import type { Fetches } from "./sent-addresses.js";
import type { SetupLink } from "./setup-link.js";
import type { SignInLimits } from "./sign-in-limits.js";
import type { Writer } from "./writing/writer.js";

/** Who asks. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** `open`: nobody by name, where reading is open to who is on this machine. */
  readonly via: "session" | "token" | "open";
  /** Of the session or token. */
  readonly id: string;
}

export interface Variables {
  readonly actor: Actor | null;
  /** From which it is asked, as far as a trusted proxy tells. */
  readonly address: string;
}

export interface ServiceEnv {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: Variables;
}

export type ServiceApp = OpenAPIHono<ServiceEnv>;

export interface Service {
  readonly version: string;
  /** The desk's page. */
  readonly desk: string;
  readonly store: StoreReader;
  readonly reading: Reading;
  /** Null where nothing can be changed. */
  readonly writer: Writer | null;
  /** What fetches pages that a reader names. */
  readonly fetches: Fetches;
  readonly passwords: PasswordHashes;
  readonly signIns: SignInLimits;
  readonly setup: SetupLink;
  /** Names by which a browser may ask, beside plain addresses. */
  readonly hosts: readonly string[];
  /** Where it is reached through a proxy; null where browsers ask it itself. */
  readonly publicUrl: URL | null;
  /** Whether who is on this machine reads without signing in. */
  readonly open: boolean;
  readonly now: () => Date;
}

/** @throws Refusal where nothing can be changed */
export function writerOf({ writer }: Pick<Service, "writer">): Writer {
  if (writer) return writer;
  throw new Refusal(503, "read-only", "This server only reads. Start it without --read-only.");
}

/** Who is noted in the log of what people did. */
export const byOf = ({ actor, address }: Variables): By => ({
  actor: actor === null || actor.via === "open" ? null : actor.name,
  via: actor === null || actor.via === "open" ? "none" : actor.via,
  address,
});
