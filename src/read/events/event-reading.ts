import type { Modality } from "../../core/contract.js";
import type { EventType } from "../../ontology/events.js";
import type { Role } from "../../ontology/roles.js";
import type { Annotation } from "../../text/layer.js";

/** Who or what fills a role: tokens `[first, last)`. */
export interface RoleFiller {
  readonly first: number;
  readonly last: number;
  /** The tokens are those of a name of the names layer, so that an entity may stand for them. */
  readonly named: boolean;
  /** What stands in the account where no entity does: the words, or a value made of them. */
  readonly text: string;
}

/** Something that happened, is planned, demanded or denied, as one place of the text words it. */
export interface EventReading {
  readonly type: EventType;
  readonly roles: Readonly<Partial<Record<Role, readonly RoleFiller[]>>>;
  readonly modality: Modality;
  /** Told as of an earlier time. */
  readonly background: boolean;
  /** Told by a verb in the past: no day yet to come is its day. */
  readonly past: boolean;
  /** "He said that he had asked": who speaks is the agent. */
  readonly bySpeaker: boolean;
  /** The token whose chain of speakers is that of the event. */
  readonly trigger: number;
}

export type EventAnnotation = Annotation<EventReading>;
