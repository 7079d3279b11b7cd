import type { Modality } from "../../core/contract.js";
import { EVENTS, type EventDefinition, type EventType } from "../../ontology/events.js";
import type { Role } from "../../ontology/roles.js";
import type { Sentence } from "../../text/layer.js";
import type { Group, Roles } from "./arguments.js";
import { type Circumstances, filler } from "./circumstances.js";
import { isDeed } from "./deed.js";
import type { EventAnnotation, RoleFiller } from "./event-reading.js";
import { withWholeParties } from "./phrase-end.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Words of fights and meetings that a report of a match is full of. */
const PLAYED: ReadonlySet<EventType> = new Set<EventType>([
  "attack",
  "call",
  "clash",
  "decide",
  "flee",
  "meet",
  "rescue",
  "seize",
  "siege",
  "strike",
  "transport-halt",
  "withdraw",
]);

/** Tokens that a claim's span may add behind its trigger for the sake of a filler. */
const LONGEST_SPAN = 48;

const HARM: readonly string[] = [
  "harm.verb",
  "harm.noun",
  "harm.predicate",
  "harm.losses",
  "victim",
];

/** Tokens back from a deed to the relative pronoun of its clause. */
const RELATIVE_REACH = 6;
/** Tokens from "punishes" to a deed that it is for. */
const LAW_REACH = 40;

/** How one event was told: by which words, and as what. */
export interface Told {
  readonly at: number;
  readonly last: number;
  readonly rule: string;
  readonly modality: Modality;
  readonly bySpeaker?: boolean;
  /** The verb stands in the past. */
  readonly past?: boolean;
  /** The token whose speakers tell it, where that is not `at`. */
  readonly trigger?: number;
}

/** The events of a text while they are being read; what all ways of telling share. */
export class Telling {
  readonly found: EventAnnotation[] = [];
  /** Tokens whose event is told already, by the word that governs them. */
  readonly used = new Set<number>();

  constructor(
    readonly scene: EventScene,
    private readonly circumstances: Circumstances,
  ) {}

  /** "Why do they arrest …?" tells no fact. */
  private isAsked({ first, last }: Sentence, { modality, at }: Told): boolean {
    if (modality !== "asserted" || this.scene.form(last - 1) !== "؟") return false;
    // كيف يكبح التطرف الذي أدى إلى اعتداءات ؟: what a relative clause tells is not asked.
    for (let to = at; to >= Math.max(first, at - RELATIVE_REACH); to--) {
      if (this.scene.has(to, "relative")) return false;
    }
    return true;
  }

  /** التفجير الذي استهدف, ضحايا الهجوم الذي: the deed itself, or those it struck, and nobody who did it. */
  private withoutDeeds(type: EventType, roles: Roles): void {
    const agents = type === "attack" ? roles.get("agent") : undefined;
    if (!agents) return;
    const { scene } = this;
    const doers = agents.filter(
      ({ first, last, named }) =>
        named ||
        !(
          isDeed(scene, first) ||
          scene.cue(first)?.names.some(({ frame }) => frame.type === type) === true ||
          scene.has(first, "victim") ||
          tellsEvent(scene, first, last)
        ),
    );
    if (doers.length === agents.length) return;
    if (doers.length > 0) roles.set("agent", doers);
    else roles.delete("agent");
  }

  private readonly laws = new Map<Sentence, ReadonlySet<number>>();

  /** يعاقب, where it opens what it tells of; يعاقب عليها only says more of a deed before it. */
  private lawsIn(sentence: Sentence): ReadonlySet<number> {
    let known = this.laws.get(sentence);
    if (known === undefined) {
      const found = new Set<number>();
      for (let at = sentence.first; at < sentence.last; at++) {
        const opens = !this.scene.has(at + 1, "prep.pronoun");
        if (opens && this.scene.marks(at, "event.law")) found.add(at);
      }
      known = found;
      this.laws.set(sentence, known);
    }
    return known;
  }

  /**
   * يعاقب بالسجن كل من خطف: what a law provides for is done by whoever does it, and by nobody yet. Its
   * clause ends at a comma, but for the phrases before "whoever" and for what "or" joins.
   */
  private isOfLaw(deed: number, sentence: Sentence): boolean {
    const laws = this.lawsIn(sentence);
    if (laws.size === 0) return false;
    const { isOr, isWhoever } = this.scene.pack.events;
    let ofWhoever = false;
    for (let at = deed - 1; at >= Math.max(sentence.first, deed - LAW_REACH); at--) {
      if (laws.has(at)) return true;
      if (isWhoever(this.scene.form(at), this.scene.form(at + 1))) ofWhoever = true;
      if (this.scene.isComma(at) && !ofWhoever && !isOr(this.scene.form(at + 1))) return false;
    }
    return false;
  }

  private modalityOf(told: Told, sentence: Sentence): Modality {
    if (this.isAsked(sentence, told)) return "possible";
    return told.modality === "asserted" && this.isOfLaw(told.at, sentence)
      ? "conditional"
      : told.modality;
  }

  private readonly harmed = new Map<Sentence, boolean>();

  /** The sentence tells of dead, wounded, arrested or of damage. */
  tellsHarm(sentence: Sentence): boolean {
    let known = this.harmed.get(sentence);
    if (known === undefined) {
      known = false;
      for (let at = sentence.first; at < sentence.last && !known; at++) {
        known = HARM.some((of) => this.scene.has(at, of)) && !this.isBlast(at);
      }
      this.harmed.set(sentence, known);
    }
    return known;
  }

  /** تفجير: of the blast alone the text does not say that anybody was harmed. */
  private isBlast(at: number): boolean {
    const { masdars = [] } = this.scene.cue(at) ?? {};
    return masdars.some(({ frame }) => frame.type === "explosion");
  }

  private readonly played = new Map<Sentence, boolean>();

  /** The sentence is of a match, a team, a cup. */
  isPlayed(sentence: Sentence): boolean {
    let known = this.played.get(sentence);
    if (known === undefined) {
      known = false;
      for (let at = sentence.first; at < sentence.last && !known; at++) {
        known = SPORT.some((of) => this.scene.has(at, of)) && isOfSport(this.scene, at);
      }
      this.played.set(sentence, known);
    }
    return known;
  }

  emit(
    type: EventType,
    roles: Roles,
    phase: string | null,
    told: Told,
    sentence: Sentence,
    noun?: Segment,
  ): void {
    if (PLAYED.has(type) && this.isPlayed(sentence)) return;
    const definition: EventDefinition = EVENTS[type];
    const wants: ReadonlySet<string> = new Set(definition.roles);
    this.withoutDeeds(type, roles);
    withWholeParties(this.scene, roles, told.at, sentence.last);
    this.circumstances.read(roles, told.last, sentence.last, wants, told.modality);
    if (phase !== null && wants.has("phase")) {
      roles.set("phase", [{ ...filler(this.scene, told.at, told.last), text: phase }]);
    }
    const first = Math.min(told.at, noun?.first ?? told.at);
    let last = Math.max(told.last, noun?.last ?? told.last);
    for (const fillers of roles.values()) {
      for (const one of fillers) {
        if (one.first >= first && one.last > last && one.last <= first + LONGEST_SPAN) {
          last = one.last;
        }
      }
    }
    this.found.push({
      first,
      last: Math.min(last, sentence.last),
      rule: told.rule,
      value: {
        type,
        roles: sorted(roles),
        modality: this.modalityOf(told, sentence),
        background: false,
        bySpeaker: told.bySpeaker === true,
        past: told.past === true,
        trigger: told.trigger ?? told.at,
      },
    });
  }
}

/** فداحة العمل الإرهابي: the deed, under a noun that says how it was. */
function tellsEvent(scene: EventScene, first: number, last: number): boolean {
  for (let at = first; at < Math.min(last, first + 2); at++) {
    if (scene.cue(at)?.things.has("event") === true) return true;
  }
  return false;
}

const SPORT: readonly string[] = ["sport", "event.sport"];
/** دورية is a patrol, and no league with "his" behind it. */
const isOfSport = (scene: EventScene, at: number): boolean =>
  !scene.pack.events.isFeminineRaw(scene.raw(at)) ||
  (scene.layer.words[at]?.readings ?? []).some(
    ({ enclitic, entry }) => enclitic === "" && SPORT.some((of) => entry.classes.includes(of)),
  );

/** A noun phrase without preposition, in its place: a subject or an object. */
export const isBare = (group: Group): boolean => group[0]?.prep === "" && !group[0].loose;

function sorted(roles: Roles): Readonly<Partial<Record<Role, readonly RoleFiller[]>>> {
  const out: Partial<Record<Role, readonly RoleFiller[]>> = {};
  for (const [role, fillers] of [...roles].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (fillers.length > 0) out[role] = fillers;
  }
  return out;
}
