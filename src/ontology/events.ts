import type { Role } from "./roles.js";

/**
 * What the account calls the things that happen, and what the codebooks of event research call
 * them. A code is null where a codebook has none; where it has several that differ in what the
 * words seldom tell (how many, how violent), the one that supposes least stands here.
 *
 * - PLOVER: event type, and mode in brackets (Political Language Ontology for Verifiable Event
 *   Records, codebook of 2022).
 * - CAMEO: code of the Conflict and Mediation Event Observations codebook 1.1b3 (2012).
 * - ACLED: event type / sub-event type of the ACLED codebook (2023).
 */
export interface EventDefinition {
  readonly definition: string;
  /** Roles that its words can tell, beside place and cause, which any event can have. */
  readonly roles: readonly Role[];
  readonly plover: string | null;
  readonly cameo: string | null;
  readonly acled: string | null;
  /** Imposed by an authority and in force until lifted. */
  readonly measure?: true;
  /** Happens once to one party: two days told of it are a question, not two events. */
  readonly once?: true;
}

const STRATEGIC = "Strategic developments";

export const EVENTS = {
  protest: {
    definition: "People gather, march or sit in to demand or refuse something.",
    roles: ["agent", "target", "topic", "amount"],
    plover: "PROTEST (demo)",
    cameo: "141",
    acled: "Protests/Peaceful protest",
  },
  riot: {
    definition: "A crowd burns, loots, breaks or fights.",
    roles: ["agent", "target"],
    plover: "PROTEST (riot)",
    cameo: "145",
    acled: "Riots/Violent demonstration",
  },
  "labour-strike": {
    definition: "Workers stop work to press a demand.",
    roles: ["agent", "target", "topic", "start", "end"],
    plover: "PROTEST (strike)",
    cameo: "143",
    acled: "Protests/Peaceful protest",
  },
  seize: {
    definition: "A place, building or thing is stormed, occupied or taken by force.",
    roles: ["agent", "target"],
    plover: "ASSAULT",
    cameo: "171",
    acled: null,
  },
  coup: {
    definition: "Soldiers or officials seize power in the state, or try to.",
    roles: ["agent", "target"],
    plover: null,
    cameo: null,
    acled: `${STRATEGIC}/Other`,
  },
  clash: {
    definition: "Two sides fight or scuffle.",
    roles: ["agent", "instrument"],
    plover: "ASSAULT",
    cameo: "190",
    acled: "Battles/Armed clash",
  },
  attack: {
    definition: "One side sets upon another, by what means is not told or is none of the next.",
    roles: ["agent", "target", "instrument"],
    plover: "ASSAULT",
    cameo: "180",
    acled: "Violence against civilians/Attack",
  },
  strike: {
    definition: "Fire from the air or from afar: air raid, shelling, missiles, drones.",
    roles: ["agent", "target", "instrument"],
    plover: "ASSAULT (aerial)",
    cameo: "195",
    acled: "Explosions/Remote violence/Air/drone strike",
  },
  explosion: {
    definition: "A bomb, mine, gas or store blows up.",
    roles: ["agent", "target", "instrument"],
    plover: "ASSAULT (explosives)",
    cameo: "183",
    acled: "Explosions/Remote violence/Remote explosive/landmine/IED",
  },
  "force-used": {
    definition: "Forces of order use gas, water, batons or bullets against people.",
    roles: ["agent", "target", "instrument", "purpose"],
    plover: "COERCE (repress)",
    cameo: "175",
    acled: "Protests/Protest with intervention",
  },
  arrest: {
    definition: "Somebody is arrested, detained or held.",
    roles: ["agent", "target", "amount"],
    plover: "COERCE (arrest)",
    cameo: "173",
    acled: `${STRATEGIC}/Arrests`,
    once: true,
  },
  release: {
    definition: "Somebody held is set free.",
    roles: ["agent", "target", "condition"],
    plover: "CONCEDE",
    cameo: "0841",
    acled: `${STRATEGIC}/Other`,
  },
  kidnap: {
    definition: "Somebody is abducted or taken hostage.",
    roles: ["agent", "target"],
    plover: "ASSAULT (abduct)",
    cameo: "181",
    acled: "Violence against civilians/Abduction/forced disappearance",
  },
  charge: {
    definition: "An authority charges somebody with a crime, or sends him to trial.",
    roles: ["agent", "target", "topic"],
    plover: "ACCUSE (allege)",
    cameo: "115",
    acled: null,
    once: true,
  },
  trial: {
    definition: "A court hears a case or gives judgement.",
    roles: ["agent", "target", "topic"],
    plover: "COERCE",
    cameo: null,
    acled: null,
  },
  appoint: {
    definition: "Somebody is given an office.",
    roles: ["agent", "target", "office"],
    plover: null,
    cameo: null,
    acled: `${STRATEGIC}/Change to group/activity`,
    once: true,
  },
  dismiss: {
    definition: "Somebody, or a government, is removed from office.",
    roles: ["agent", "target", "office"],
    plover: null,
    cameo: null,
    acled: `${STRATEGIC}/Change to group/activity`,
    once: true,
  },
  resign: {
    definition: "Somebody, or a government, gives up office.",
    roles: ["agent", "office"],
    plover: null,
    cameo: null,
    acled: `${STRATEGIC}/Change to group/activity`,
    once: true,
  },
  found: {
    definition: "A body, alliance or state is founded.",
    roles: ["agent", "target"],
    plover: null,
    cameo: null,
    acled: `${STRATEGIC}/Change to group/activity`,
    once: true,
  },
  emergency: {
    definition: "A state of emergency, martial law or alert is declared, prolonged or lifted.",
    roles: ["agent", "extent", "start", "end", "phase"],
    plover: "COERCE (martial)",
    cameo: "1724",
    acled: `${STRATEGIC}/Other`,
    measure: true,
    once: true,
  },
  curfew: {
    definition: "People may not leave their houses in certain hours.",
    roles: ["agent", "extent", "hours", "start", "end", "phase"],
    plover: "COERCE (curfew)",
    cameo: "1723",
    acled: `${STRATEGIC}/Other`,
    measure: true,
  },
  ban: {
    definition: "An authority forbids or closes something.",
    roles: ["agent", "target", "extent", "start", "end", "phase"],
    plover: "COERCE (restrict)",
    cameo: "172",
    acled: `${STRATEGIC}/Other`,
    measure: true,
  },
  blackout: {
    definition: "Internet, telephone, power, water or banking is cut or fails.",
    roles: ["agent", "target", "extent", "start", "end", "phase"],
    plover: "COERCE (restrict)",
    cameo: "172",
    acled: `${STRATEGIC}/Other`,
    measure: true,
  },
  "transport-halt": {
    definition: "Flights, trains, roads or borders are closed or stop.",
    roles: ["agent", "target", "extent", "start", "end", "phase"],
    plover: "COERCE (restrict)",
    cameo: "191",
    acled: `${STRATEGIC}/Other`,
    measure: true,
  },
  mourning: {
    definition: "Days of public mourning are declared or kept.",
    roles: ["agent", "extent", "start", "end", "amount"],
    plover: null,
    cameo: null,
    acled: null,
    measure: true,
    once: true,
  },
  "price-change": {
    definition: "A price, tariff or tax goes up or down, or is put back.",
    roles: ["agent", "target", "amount", "phase"],
    plover: null,
    cameo: null,
    acled: null,
    measure: true,
  },
  appeal: {
    definition: "Somebody asks others for help or to do something for him.",
    roles: ["agent", "target", "topic"],
    plover: "REQUEST (assist)",
    cameo: "020",
    acled: null,
    once: true,
  },
  decide: {
    definition: "A body or ruler decides, approves or orders.",
    roles: ["agent", "topic"],
    plover: null,
    cameo: null,
    acled: null,
    once: true,
  },
  deploy: {
    definition: "Troops, police or arms are sent or stationed.",
    roles: ["agent", "target", "destination", "amount", "purpose", "start"],
    plover: "MOBILIZE (troops)",
    cameo: "154",
    acled: null,
  },
  guard: {
    definition: "Forces guard places or persons.",
    roles: ["agent", "target"],
    plover: "MOBILIZE (police)",
    cameo: "074",
    acled: null,
  },
  redeploy: {
    definition: "Forces already there are moved to another task or place.",
    roles: ["agent", "target", "origin", "destination", "purpose"],
    plover: "MOBILIZE (troops)",
    cameo: "154",
    acled: null,
  },
  airlift: {
    definition: "Aircraft carry people or goods in numbers.",
    roles: ["agent", "target", "instrument", "origin", "destination"],
    plover: "MOBILIZE (troops)",
    cameo: null,
    acled: null,
  },
  withdraw: {
    definition: "Forces leave, or are to leave.",
    roles: ["agent", "origin", "start", "end", "condition"],
    plover: "RETREAT (withdraw)",
    cameo: "0874",
    acled: null,
  },
  ceasefire: {
    definition: "Sides stop fighting, or agree to.",
    roles: ["agent", "start", "end"],
    plover: "RETREAT (ceasefire)",
    cameo: "0871",
    acled: `${STRATEGIC}/Agreement`,
  },
  call: {
    definition: "Two persons talk by telephone or screen.",
    roles: ["agent", "topic"],
    plover: "CONSULT (third-party)",
    cameo: "041",
    acled: null,
  },
  meet: {
    definition: "Persons or bodies meet, visit or hold talks.",
    roles: ["agent", "topic"],
    plover: "CONSULT (visit)",
    cameo: "040",
    acled: null,
  },
  summit: {
    definition: "Heads of states or bodies meet formally.",
    roles: ["agent", "topic"],
    plover: "CONSULT (multilateral)",
    cameo: "040",
    acled: null,
    once: true,
  },
  agree: {
    definition: "Parties conclude or sign an agreement.",
    roles: ["agent", "topic"],
    plover: "AGREE",
    cameo: "057",
    acled: `${STRATEGIC}/Agreement`,
  },
  sanction: {
    definition: "Sanctions, embargoes or boycotts are imposed or lifted.",
    roles: ["agent", "target", "phase"],
    plover: "SANCTION (discontinue)",
    cameo: "163",
    acled: null,
    measure: true,
  },
  evacuate: {
    definition: "People are taken out of a place for their safety.",
    roles: ["agent", "target", "origin", "destination"],
    plover: null,
    cameo: null,
    acled: null,
  },
  flee: {
    definition: "People flee or are displaced.",
    roles: ["agent", "origin", "destination"],
    plover: null,
    cameo: null,
    acled: null,
  },
  rescue: {
    definition: "People in danger are saved.",
    roles: ["agent", "target"],
    plover: "AID",
    cameo: "070",
    acled: null,
  },
  aid: {
    definition: "Relief is given, sent or promised.",
    roles: ["agent", "target", "destination", "amount"],
    plover: "AID (humanitarian)",
    cameo: "073",
    acled: null,
  },
  disaster: {
    definition:
      "Nature or a structure fails people, or a disease breaks out: flood, quake, fire, collapse, epidemic.",
    roles: ["target"],
    plover: null,
    cameo: null,
    acled: null,
  },
  accident: {
    definition: "Vehicles, ships or aircraft crash, sink or collide.",
    roles: ["target"],
    plover: null,
    cameo: null,
    acled: null,
  },
  election: {
    definition: "People vote, or votes are counted.",
    roles: ["agent", "topic"],
    plover: null,
    cameo: null,
    acled: null,
    once: true,
  },
  rename: {
    definition: "A place or body is given another name.",
    roles: ["agent", "target"],
    plover: null,
    cameo: null,
    acled: null,
    once: true,
  },
  siege: {
    definition: "A place is surrounded and cut off.",
    roles: ["agent", "target"],
    plover: "COERCE (restrict)",
    cameo: "191",
    acled: null,
  },
} as const satisfies Readonly<Record<string, EventDefinition>>;

export type EventType = keyof typeof EVENTS;

export function isEventType(name: string): name is EventType {
  return Object.hasOwn(EVENTS, name);
}

export function eventDefinition(type: EventType): EventDefinition {
  return EVENTS[type];
}
