import type { Modality } from "../../core/contract.js";
import { EVENTS, type EventDefinition, type EventType } from "../../ontology/events.js";
import type { Role } from "../../ontology/roles.js";
import type { Sentence } from "../../text/layer.js";
import { fill, type Group, isSome, kindsOf, type Roles, tellsOffice } from "./arguments.js";
import { type Circumstances, filler } from "./circumstances.js";
import { isDeed } from "./deed.js";
import type { EventAnnotation, RoleFiller } from "./event-reading.js";
import type { Frame } from "./frame.js";
import { isMeasureBefore } from "./measures.js";
import { actors } from "./parties.js";
import { withWholeParties } from "./phrase-end.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Two sides have a part in it: what stands behind "between" are these. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>([
  "agree",
  "call",
  "ceasefire",
  "clash",
  "meet",
  "summit",
]);
const TAKING_PART: ReadonlySet<string> = new Set(["person", "official", "body", "forces", "place"]);
const PERSONS: ReadonlySet<string> = new Set(["person", "official"]);
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

/** ألقت إدارة التحريات بشرطة المنطقة، القبض: phrases between a verb and its set word. */
const FURTHEST_SET_WORD = 4;

/** كل من, كل شخص: whoever does what stands behind. */
const EVERY = "كل";
const WHO: ReadonlySet<string> = new Set(["من", "شخص"]);
const OR = "او";
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

  /** Fills the roles of arguments behind prepositions: by the frame, else by the language's usual. */
  readPrepositions(frame: Frame, roles: Roles, groups: readonly Group[]): void {
    const { scene } = this;
    for (const group of groups) {
      const [head] = group;
      if (!head || head.prep === "") continue;
      if (scene.completesLoyalty(head)) continue;
      if (isMutual(frame) && this.completesAccord(frame, head)) continue;
      const role = this.roleOf(frame, head);
      const isHis = (scene.first(head.first)?.enclitic ?? "") !== "";
      // "met with the minister in his office": with the same letter, who takes part and where.
      if (role === "agent" && isMutual(frame)) {
        // على الحدود مع سوريا: "with" completes the noun before it.
        if (scene.marks(head.start - 1, "event.bound")) continue;
        // اجتمع بجدة: a town behind a joined preposition is where.
        const isTown =
          head.start === head.first &&
          (head.name?.mention.value.kind === "place" || scene.has(head.first, "place-word"));
        if (isTown) {
          fill(scene, roles, "place", group);
          continue;
        }
        if ((head.name === null && isHis) || !isSome(scene, group, TAKING_PART)) continue;
      }
      // للقصف في محاولة للضغط: a deed suffers nothing.
      if (role === "target" && head.name === null && isDeed(scene, head.first)) {
        if (frame.type !== "ban" && frame.type !== "decide") continue;
      }
      // حكمت المحكمة بولاية كولورادو: where, and not what.
      if (role === "topic" && group.every((one) => one.name?.mention.value.kind === "place")) {
        fill(scene, roles, "place", group);
        continue;
      }
      if (role === "office" && !isHis && !tellsOffice(scene, group)) continue;
      if (role === "amount" && !this.tellsNumber(head)) continue;
      // فر ألف من اليهود: where they come from is no person.
      if (role === "origin" && isSome(scene, group, PERSONS)) continue;
      const isOpen = role === "target" && isMeasureBefore(scene, roles.get(role), head.start);
      if (role && (role === "agent" || isOpen || !roles.has(role))) {
        // فرضت عقوبات على: on whom, rather than the measure by itself.
        if (isOpen) roles.delete(role);
        fill(scene, roles, role, role === "office" ? this.withoutPost(group) : group);
        continue;
      }
      const usual = scene.pack.events.prepositions.get(head.prep);
      if (usual === "parties") {
        if (
          isMutual(frame) &&
          frame.need !== "partner" &&
          this.tellsParties(roles, head) &&
          !this.isOfOther(head)
        )
          fill(scene, roles, "agent", group);
      } else if (usual === "agent") {
        // "named by the union those of a team founded by the federation": who does it is told.
        const able = roles.has("agent") ? null : actors(scene, group);
        if (able) fill(scene, roles, "agent", able);
      } else if (usual === "place") {
        const named = group.some((one) => one.name?.mention.value.kind === "place");
        const places = group.filter(
          (one) => one.name?.mention.value.kind === "place" || scene.has(one.first, "place-word"),
        );
        if (named) fill(scene, roles, "place", places);
      } else if (usual) fill(scene, roles, usual, group);
    }
  }

  /** "met him to discuss relations between A and B": two have met, and "between" is of the relations. */
  private tellsParties(roles: Roles, { start }: Segment): boolean {
    // من جهة وبين فصائل: the other side.
    if ((this.scene.first(start)?.conjunction ?? "") !== "") return true;
    return (roles.get("agent")?.length ?? 0) < 2 && !this.scene.marks(start - 1, "event.bound");
  }

  /** تمهيدا للاجتماع المشترك بين: the sides of another event, told under a preposition. */
  private isOfOther({ start }: Segment): boolean {
    return [start - 1, start - 2].some(
      (at) =>
        (this.scene.cue(at)?.names.length ?? 0) > 0 && this.scene.joinedPreposition(at) !== "",
    );
  }

  /** حيال مزايا الاتفاق مع إيران: with whom another deed was done, told in the clause of this one. */
  private completesAccord(frame: Frame, { start, prep }: Segment): boolean {
    const { cue } = this.scene;
    const names = cue.call(this.scene, start - 1)?.names ?? [];
    return (
      frame.prepositions.get(prep) === "agent" &&
      names.length > 0 &&
      names.every((one) => one.frame.type !== frame.type)
    );
  }

  private tellsNumber({ first, last }: Segment): boolean {
    for (let at = first; at <= last; at++) {
      if (this.scene.has(at, "time.unit")) return false;
      if (this.scene.layer.tokens[at]?.kind === "number" || this.scene.has(at, "number")) {
        return this.scene.afterTime(at) === at;
      }
    }
    return false;
  }

  /** "to Kazakhstan" is where; "for keeping peace", with the same letter, is not. */
  private roleOf(frame: Frame, head: Segment): Role | undefined {
    const role = frame.prepositions.get(head.prep);
    if (role !== "destination" || head.start !== head.first) return role;
    const kinds = kindsOf(this.scene, head);
    return kinds.has("place") || kinds.has("body") ? role : undefined;
  }

  /** "from the post of minister": the office without the word for it. */
  private withoutPost(group: Group): Group {
    return group.flatMap((segment) => {
      const skip = this.scene.marks(segment.first, "event.post") ? 1 : 0;
      const first = segment.first + skip;
      return first < segment.last ? [{ ...segment, first, name: skip ? null : segment.name }] : [];
    });
  }

  /**
   * `ألقى القبض على`: takes the set word out of the arguments; null where it is not there. What
   * completes it stays: "set free the *prisoners*" is one phrase with the word for freedom.
   */
  withoutSetWord(frame: Frame, groups: readonly Group[]): readonly Group[] | null {
    if (frame.setWord.size === 0) return groups;
    const index = groups.findIndex((group) => {
      const [head] = group;
      return head !== undefined && this.startsWith(head, frame.setWord);
    });
    if (index < 0 || index > FURTHEST_SET_WORD) return null;
    return groups.flatMap((group, at): Group[] => {
      const [head, ...rest] = group;
      if (at !== index || !head) return [group];
      const isWhole = head.first + 1 >= head.last || frame.setWord.has(head.prep);
      const name = this.scene.name(head.first + 1);
      const behind = { ...head, first: head.first + 1, name };
      return isWhole ? (rest.length > 0 ? [rest] : []) : [[behind, ...rest]];
    });
  }

  private startsWith({ start, first, prep }: Segment, words: ReadonlySet<string>): boolean {
    if (words.has(prep)) return true;
    // أطلق وابلا من الرصاص: the set word is what the verb governs, not what completes another.
    if (prep !== "" && start !== first) return false;
    const { scene } = this;
    if (words.has(scene.form(first))) return true;
    const readings = scene.layer.words[first]?.readings ?? [];
    return readings.some(({ stem, enclitic }) => enclitic !== "" && words.has(stem));
  }

  /** A withdrawal is one of forces or from a place: players withdraw from other things. */
  hasSome(frame: Frame, groups: readonly (Group | null)[]): boolean {
    if (frame.some.size === 0) return true;
    return groups.some((group) =>
      group?.some((one) => [...kindsOf(this.scene, one)].some((kind) => frame.some.has(kind))),
    );
  }

  /** @param pronoun the verb bears its object as a pronoun */
  meetsNeed(frame: Frame, roles: Roles, pronoun: boolean): boolean {
    const { need } = frame;
    if (need === null) return true;
    // بحث مع: one who talks has talked with somebody.
    if (need === "partner") return (roles.get("agent")?.length ?? 0) > 1;
    if (need === "prep") {
      return pronoun || [...frame.prepositions.values()].some((role) => roles.has(role));
    }
    if (need === "target") return pronoun || roles.has("target") || roles.has(frame.object);
    for (const role of roles.keys()) if (role === need) return true;
    return false;
  }

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
    let ofWhoever = false;
    for (let at = deed - 1; at >= Math.max(sentence.first, deed - LAW_REACH); at--) {
      if (laws.has(at)) return true;
      if (this.scene.form(at) === EVERY && WHO.has(this.scene.form(at + 1))) ofWhoever = true;
      if (this.scene.isComma(at) && !ofWhoever && this.scene.form(at + 1) !== OR) return false;
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

const isMutual = (frame: Frame): boolean =>
  (frame.type !== null && MUTUAL.has(frame.type)) ||
  [...frame.of.values()].some((type) => type !== "none" && MUTUAL.has(type));

/** A noun phrase without preposition, in its place: a subject or an object. */
export const isBare = (group: Group): boolean => group[0]?.prep === "" && !group[0].loose;

function sorted(roles: Roles): Readonly<Partial<Record<Role, readonly RoleFiller[]>>> {
  const out: Partial<Record<Role, readonly RoleFiller[]>> = {};
  for (const [role, fillers] of [...roles].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (fillers.length > 0) out[role] = fillers;
  }
  return out;
}
