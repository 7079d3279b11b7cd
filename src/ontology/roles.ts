/**
 * What can stand around an event, one list for all types. A party takes part: two tellings that
 * share one may be of one event. A circumstance tells how, why or how far: sharing one is no
 * identity.
 */
interface RoleDefinition {
  readonly party: boolean;
  readonly definition: string;
}

export const ROLES = {
  agent: { party: true, definition: "Who did it, called it, signed it or took part in it." },
  target: { party: true, definition: "Whom or what it was done to; what was sent, cut or priced." },
  place: { party: true, definition: "Where, where the words about the event itself name a place." },
  origin: { party: true, definition: "The place or body that something or somebody left." },
  destination: { party: true, definition: "The place or body that something or somebody went to." },
  office: { party: true, definition: "The office given, taken or left, in the report's words." },
  topic: { party: false, definition: "What was talked about, asked for, decided or voted on." },
  cause: { party: false, definition: "What it is said to follow from, in the report's words." },
  instrument: { party: false, definition: "By what means: weapons, vehicles, tools." },
  extent: {
    party: false,
    definition: "How far it reaches: `all` for a whole country, and the report's words for it.",
  },
  hours: { party: false, definition: "Hours of the day in which it holds: `23:00-07:00`." },
  start: { party: false, definition: "When it begins, where the words tell a beginning." },
  end: { party: false, definition: "When it ends, where the words tell an end." },
  amount: { party: false, definition: "How much: a share, a sum, a count of what is moved." },
  purpose: { party: false, definition: "What for, in the report's words." },
  condition: { party: false, definition: "On what condition, in the report's words." },
  phase: {
    party: false,
    definition: "`ended` where a measure is lifted, `extended` where it is prolonged.",
  },
} as const satisfies Readonly<Record<string, RoleDefinition>>;

export type Role = keyof typeof ROLES;

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}
