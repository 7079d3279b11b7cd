import type { Component } from "svelte";
import type { words } from "../../service-words.js";
import type { SignedIn } from "../../source/source.js";
import AccountRoom from "./AccountRoom.svelte";
import AuditRoom from "./AuditRoom.svelte";
import DecisionsRoom from "./DecisionsRoom.svelte";
import QueueRoom from "./QueueRoom.svelte";
import SearchRoom from "./SearchRoom.svelte";
import UsersRoom from "./UsersRoom.svelte";
import WebhooksRoom from "./WebhooksRoom.svelte";

/** A page of the service: what it does beside telling stories. */
export type RoomKey = keyof typeof words.rooms;

export interface Room {
  /** Stands in links: `#/service/users`. */
  readonly key: RoomKey;
  readonly view: Component;
  /** Whom it is for; the service itself refuses others. */
  readonly isFor: (user: SignedIn | null) => boolean;
}

const anyone = (): boolean => true;
const signedIn = (user: SignedIn | null): boolean => user !== null;
const admin = (user: SignedIn | null): boolean => user?.role === "admin";

export const ROOMS: readonly Room[] = [
  { key: "search", view: SearchRoom, isFor: anyone },
  { key: "queue", view: QueueRoom, isFor: anyone },
  { key: "decisions", view: DecisionsRoom, isFor: anyone },
  { key: "account", view: AccountRoom, isFor: signedIn },
  { key: "users", view: UsersRoom, isFor: admin },
  { key: "webhooks", view: WebhooksRoom, isFor: admin },
  { key: "audit", view: AuditRoom, isFor: admin },
];
