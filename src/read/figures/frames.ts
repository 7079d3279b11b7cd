import type { Measure, Modality } from "../../core/contract.js";
import type { QuantityAnnotation } from "../quantities.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import type { Draft } from "./draft.js";

/** Tokens a verb reaches over to its subject or object. */
const REACH = 18;
/** Tokens from one victim to the next joined by و. */
const JOINED_REACH = 14;
/** Tokens from a subject to the verb behind it. */
const BACK_REACH = 16;
/** A span takes in the verb where it stands no further than this from the count. */
const NEAR = 6;

/** Reads what harm words govern: verbs and verbal nouns, to the right or, by agreement, to the left. */
export function readFrames(clauses: Clauses): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    const harm = clauses.harm(at);
    const cue = clauses.cue(at);
    if (!harm || !cue || harm.enclitic !== "") continue;
    if (isInsideQuantity(clauses, at)) continue;
    const second = clauses.harm(cue.last);
    // مقتل وإصابة 60, قتل وأصيب 30: the two share what follows.
    const shares =
      second?.conjunction === "و" && second.kind === harm.kind && second.enclitic === "";
    if (second && shares && !hasSubjectBefore(clauses, at, harm, second)) {
      const shared = combine(harm.measure, second.measure);
      const next = clauses.cue(cue.last)?.last ?? cue.last + 1;
      if (shared && readFrame(clauses, at, next, { ...second, measure: shared })) {
        at = next - 1;
        continue;
      }
    }
    readFrame(clauses, at, cue.last, harm);
  }
}

/** امرأة قُتلت وأصيبت طفلة: the first verb has a subject of its own before it. */
function hasSubjectBefore(clauses: Clauses, at: number, harm: HarmWord, second: HarmWord): boolean {
  if (harm.kind !== "verb") return false;
  if (harm.number !== second.number) return true;
  for (let to = at - 1; to >= at - 4; to--) {
    const quantity = clauses.quantityAt(to);
    if (quantity?.last === at && standsAlone(clauses, quantity)) return agrees(harm, quantity);
  }
  return false;
}

/** A bare singular opens its clause (إن امرأة قُتلت); else it may be an adjective. */
function standsAlone(clauses: Clauses, { first, value }: QuantityAnnotation): boolean {
  if (!value.plain) return true;
  if (value.joined || first === clauses.first) return true;
  return (
    clauses.has(first - 1, "that") || clauses.has(first - 1, "clause") || !clauses.isWord(first - 1)
  );
}

/** A harm word that is the counted noun of a quantity (إصابة in 20 إصابة) governs nothing. */
function isInsideQuantity(clauses: Clauses, at: number): boolean {
  const quantity = clauses.covering(at);
  if (!quantity) return false;
  // إصابة خطيرة is a victim by itself and governs nothing.
  if (quantity.first === at && quantity.value.plain) return quantity.value.sort === "victim";
  return true;
}

/** Dead and wounded in one count are casualties; one and the same measure stays. */
export function combine(a: Measure, b: Measure): Measure | null {
  if (a === b) return a;
  const both = new Set([a, b]);
  return both.has("killed") && both.has("injured") ? "casualties" : null;
}

function readFrame(clauses: Clauses, at: number, behind: number, harm: HarmWord): boolean {
  if (isNegated(clauses, at) || isAttempt(clauses, at)) return false;
  if (!isFulfilled(clauses, at, harm)) return false;
  const isBehind = harm.kind === "verb" && (harm.number === "plural" || harm.number === "dual");
  if (isBehind && readSubjectBefore(clauses, at, harm)) return true;
  // وقتلوا أكثر من 16 مسلحا: they who killed were told before.
  if (isBehind && (harm.voice === "subject" || harm.needs)) return false;
  const found =
    harm.kind === "verb"
      ? argumentOfVerb(clauses, behind, harm)
      : argumentOfNoun(clauses, behind, harm);
  if (!found) return harm.kind === "verb" && !isBehind && readSubjectBefore(clauses, at, harm);
  const head = take(clauses, found, harm, at);
  if (!head) return false;
  readJoined(clauses, head, harm);
  return true;
}

/** Those who are sent: soldiers, not the persons of any other news. */
const DEPLOYED: ReadonlySet<string> = new Set([
  "soldiers",
  "police",
  "security personnel",
  "guards",
  "officers",
  "fighters",
  "militants",
  "rescuers",
  "medics",
  "experts",
  "aircraft",
  "ships",
  "vehicles",
  "tanks",
]);

/** What strikes is not what is struck: دمرت إحدى الغارات دبابة. */
const STRIKES: ReadonlySet<string> = new Set([
  "air strikes",
  "strikes",
  "shells",
  "rockets",
  "attacks",
  "explosions",
  "fires",
  "accidents",
  "teams",
]);

/** Taking part in a match or a meeting makes no crowd. */
const NO_CROWD: ReadonlySet<string> = new Set([
  "players",
  "officials",
  "leaders",
  "experts",
  "members",
  "children",
  "students",
  "police",
  "soldiers",
  "security personnel",
  "militants",
  "guards",
  "parents",
]);

export function isNegated(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "negation");
}

/** محاولة اغتيال وزير: nothing happened to anybody yet. */
function isAttempt(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "harm.attempt");
}

function isFulfilled(clauses: Clauses, at: number, { needs, after }: HarmWord): boolean {
  if (after) {
    let found = false;
    for (let to = at - 1; to > at - REACH && !clauses.isHardStop(to); to--) {
      if (clauses.has(to, after)) found = true;
    }
    if (!found) return false;
  }
  if (!needs) return true;
  for (let to = at + 1; to < at + REACH && !clauses.isHardStop(to); to++) {
    if (clauses.has(to, needs)) return true;
  }
  return false;
}

/** Whether the quantity can be what the harm word counts. */
function fits(harm: HarmWord, { value }: QuantityAnnotation, adjacent: boolean): boolean {
  const { sort } = value;
  if (sort === "not") return false;
  if (harm.things) {
    if (harm.measure === "seized" && sort === "person" && value.form !== "one-of") {
      return adjacent && !value.plain;
    }
    return sort === "thing" && !STRIKES.has(value.counted ?? "");
  }
  if (harm.measure === "deployed") {
    return adjacent && !value.plain && DEPLOYED.has(value.counted ?? "");
  }
  if (sort === "thing") return false;
  if (value.plain && harm.weak && harm.measure !== "killed") return false;
  if (value.form === "one-of" && harm.weak) return false;
  if (value.plain && value.definite && harm.measure === "kidnapped" && !value.kin) return false;
  if (harm.measure === "crowd" && NO_CROWD.has(value.counted ?? "")) return false;
  if (harm.weak) return adjacent && (sort === "person" || (sort === "victim" && !value.plain));
  if (sort === "unknown") return adjacent;
  if (value.plain && value.kin && !adjacent) return false;
  if (value.medicalCase) return harm.measure === "hospitalised";
  if (harm.measure === "hospitalised" && value.plain && sort === "victim") return false;
  // سيارة إسعاف متطوعة: a bare noun behind it is no patient, a relative is.
  if (value.plain && harm.measure === "hospitalised" && harm.kind === "noun") return value.kin;
  return true;
}

interface Argument {
  readonly quantity: QuantityAnnotation;
  readonly adjacent: boolean;
}

/** مقتل ثلاثة مدنيين; with an agent, اعتقال قوات الأمن 12 شخصا; joined to a name, مقتل فلان وثلاثة. */
function argumentOfNoun(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  let at = skipLight(clauses, behind);
  const direct = clauses.quantityAt(at);
  // Right behind the head the preposition is the head's own (القضاء على عشرة).
  if (direct && direct.value.preposition === "") {
    if (fits(harm, direct, true) && !direct.value.joined) {
      return { quantity: direct, adjacent: true };
    }
  }
  for (let steps = 0; steps < 8; steps++, at++) {
    if (clauses.isBoundary(at) || clauses.isComma(at)) return null;
    if (steps > 0 && clauses.has(at, "preposition")) return null;
    const quantity = clauses.quantityAt(at);
    if (!quantity || steps === 0) continue;
    if (quantity.value.sort === null && quantity.value.form === "number") return null;
    if (clauses.isPrepositional(quantity) || quantity.value.plain) continue;
    if (!fits(harm, quantity, true)) return null;
    if (quantity.value.sort === "unknown" && !isNation(clauses, quantity)) return null;
    const joined = quantity.value.joined && harm.kind === "noun";
    if (joined || (harm.voice === "either" && steps <= 5)) return { quantity, adjacent: true };
    return null;
  }
  return null;
}

/** 12 فلسطينيا: a noun no lexicon has, with the ending of one for persons of a nation or a town. */
function isNation(clauses: Clauses, { value }: QuantityAnnotation): boolean {
  return /ي(?:ا|ين|ون|ان)?$/.test(clauses.form(value.group?.[0] ?? -1));
}

/** Adverbs, quotes and dates that stand between a head and its noun. */
function skipLight(clauses: Clauses, at: number): number {
  let to = at;
  for (let steps = 0; steps < 3; steps++) {
    if (clauses.quantityAt(to)) return to;
    if (clauses.has(to, "adverb") || clauses.has(to, "part.other")) to++;
    else break;
  }
  return to;
}

/**
 * The victim of a verb that stands before it. A passive or intransitive verb takes the first noun
 * phrase outside prepositional phrases; one that may be active takes the object behind its agent.
 */
function argumentOfVerb(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  let named = false;
  let inPhrase = false;
  for (let at = behind, steps = 0; steps < REACH; steps++) {
    const bracket = clauses.behindBracket(at);
    if (bracket > at) {
      at = bracket;
      continue;
    }
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts"))
      return null;
    const quantity = clauses.quantityAt(at);
    if (quantity) {
      const { value } = quantity;
      // قتل مع ثلاثة آخرين.
      if (value.others && clauses.form(quantity.first - 1) === "مع" && fits(harm, quantity, true)) {
        return { quantity, adjacent: true };
      }
      const isObject = harm.takes !== null && clauses.form(quantity.first - 1) === harm.takes;
      if (isObject && fits(harm, quantity, true)) return { quantity, adjacent: true };
      if (!clauses.isPrepositional(quantity)) {
        const adjacent = at === behind || (!named && !inPhrase);
        const joins = value.joined && named;
        if (fits(harm, quantity, adjacent || (named && harm.voice === "either" && !value.plain))) {
          if (named && harm.voice === "subject" && !joins) return null;
          if (value.plain && named && (inPhrase || value.joined)) return null;
          // قتل في هجوم مسلح: behind an indefinite noun a bare one is its adjective.
          const modifies = value.plain && inPhrase && !isClosed(clauses, quantity.first - 1);
          if (modifies) {
            at = quantity.last;
            continue;
          }
          if (!clauses.isFree(quantity)) return null;
          if (isAgent(clauses, quantity, harm)) {
            named = true;
            at = quantity.last;
            continue;
          }
          if (joins && harm.voice === "either") return null;
          return { quantity, adjacent };
        }
      }
      if (value.plain && !inPhrase) named = true;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isPreposition(at)) inPhrase = true;
    else if (clauses.isComma(at)) inPhrase = true;
    else if (clauses.isWord(at) && !clauses.has(at, "adverb") && !inPhrase) named = true;
    at = clauses.cue(at)?.last ?? at + 1;
  }
  return null;
}

/** A definite noun, a pronoun or an adverb closes a phrase: in خلالها and في المستشفى no adjective follows. */
function isClosed(clauses: Clauses, at: number): boolean {
  return /^[وفبك]?(?:ال|لل)|(?:ها|ه|هم)$/.test(clauses.form(at)) || clauses.has(at, "adverb");
}

/** قتل مسلح ثلاثة جنود: a count or object right behind the first noun makes an agent of it. */
function isAgent(clauses: Clauses, quantity: QuantityAnnotation, harm: HarmWord): boolean {
  if (harm.voice !== "either" || quantity.value.form === "vague") return false;
  const next = clauses.quantityAt(quantity.last);
  return (
    next !== null && !next.value.joined && next.value.preposition === "" && fits(harm, next, true)
  );
}

/** جنديين قتلا, 17 فردا من المتمردين قتلوا, امرأة قُتلت: the subject stands before its verb. */
function readSubjectBefore(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (harm.kind !== "verb") return false;
  if (harm.weak && (harm.voice === "either" || harm.measure === "crowd")) return false;
  for (let to = at - 1; to >= Math.max(clauses.first, at - BACK_REACH); to--) {
    if (clauses.isHardStop(to)) return false;
    const quantity = clauses.covering(to);
    if (quantity && quantity.last <= at) {
      to = quantity.first;
      const { value } = quantity;
      if (!fits(harm, quantity, true) || clauses.isPrepositional(quantity)) continue;
      if (!agrees(harm, quantity) || !standsAlone(clauses, quantity)) continue;
      if (value.plain && harm.voice === "either" && !isPassive(clauses, at, harm)) return false;
      // (1) عادة: a number in brackets counts a list.
      if (value.sort === null && clauses.form(quantity.first - 1) === "(") continue;
      // 9 أشخاص بينهم 5 مدنيين لقوا حتفهم: the whole is the subject, not its part.
      if (isPartOf(clauses, quantity)) continue;
      if (!clauses.isFree(quantity) && harm.needs !== "hospital") return false;
      const made = take(clauses, { quantity, adjacent: true }, harm, at);
      if (made && quantity.value.joined) readJoinedBefore(clauses, quantity, harm, at);
      return made !== null;
    }
    if (clauses.has(to, "that") || clauses.has(to, "clause")) return false;
    // The verb of another clause: this subject is not ours.
    if (clauses.isVerb(to) && !clauses.has(to - 1, "relative")) return false;
    if (clauses.harm(to) && !clauses.quantityAt(to)) return false;
  }
  return false;
}

/** A singular before a verb that may be active is its victim only where no object follows. */
function isPassive(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (harm.measure !== "killed") return false;
  const next = at + 1;
  if (!clauses.isWord(next)) return true;
  const role = clauses.role(next);
  return (
    clauses.isPreposition(next) ||
    role?.conjunction === "و" ||
    clauses.has(next, "adverb") ||
    clauses.has(next, "clause")
  );
}

function isPartOf(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  for (let to = quantity.first - 1; to >= quantity.first - 4; to--) {
    if (clauses.has(to, "parts")) return true;
    if (clauses.isHardStop(to) || clauses.isComma(to)) return false;
  }
  return false;
}

/** إن واحدا من الجنود وثمانية متعاقدين قتلوا: a group joined to the one before it. */
function readJoinedBefore(
  clauses: Clauses,
  joined: QuantityAnnotation,
  harm: HarmWord,
  at: number,
): void {
  for (let to = joined.first - 1; to >= joined.first - 6; to--) {
    if (clauses.isBoundary(to) && !clauses.covering(to)) return;
    const quantity = clauses.covering(to);
    if (!quantity) continue;
    if (!clauses.isFree(quantity) || clauses.isPrepositional(quantity)) return;
    if (fits(harm, quantity, true) && standsAlone(clauses, quantity)) {
      take(clauses, { quantity, adjacent: true }, harm, at);
    }
    return;
  }
}

function agrees(harm: HarmWord, { value }: QuantityAnnotation): boolean {
  const n = value.value.min ?? value.value.max ?? 0;
  if (harm.number === "dual") return n === 2;
  if (harm.number === "plural") return n !== 1 || value.form === "vague";
  return n === 1 ? true : value.form === "vague" && harm.feminine;
}

/** Makes the draft of an argument; null where it is no new count. */
function take(clauses: Clauses, found: Argument, harm: HarmWord, at: number): Draft | null {
  const { quantity } = found;
  if (!clauses.isFree(quantity)) return null;
  const ill = isIll(clauses, quantity.last, harm);
  if (ill && quantity.value.plain) return null;
  const measure = ill ? "other" : measureOf(harm, quantity);
  if (!measure) return null;
  const { first, last } = quantity;
  const near = at < first ? first - at <= NEAR : at - last < NEAR;
  const side = at < first ? "before" : "after";
  return clauses.add({
    quantity,
    measure,
    value: quantity.value.value,
    counted: quantity.value.counted,
    unit: quantity.value.unit,
    first: near ? Math.min(at, first) : first,
    last: near ? Math.max(at + 1, last) : last,
    group: quantity.value.group,
    rule: `figure.${harm.kind}-${side}-${quantity.value.form}`,
    total: null,
    modality: modalityOf(clauses, at, harm),
  });
}

/** What the words before a verb make of it: قد يقتل, سيعتقل, إذا قتل. */
function modalityOf(clauses: Clauses, at: number, harm: HarmWord): Modality {
  if (harm.future || clauses.has(at - 1, "future")) return "planned";
  const before = clauses.form(at - 1);
  if (harm.present && (before === "قد" || before === "وقد")) return "possible";
  for (let to = at - 1; to >= at - 3 && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "possible") && clauses.form(to) !== "قد") return "possible";
  }
  return "asserted";
}

/** إصابة ثلاثة بفيروس: of an illness, and so no injury of an event. */
function isIll(clauses: Clauses, behind: number, harm: HarmWord): boolean {
  if (harm.measure !== "injured") return false;
  return clauses.has(behind, "illness") || clauses.has(behind + 1, "illness");
}

/** A noun that carries a measure of its own keeps it, unless what befell them is graver. */
function measureOf(harm: HarmWord, { value }: QuantityAnnotation): Measure | null {
  const carried = value.measure;
  if (harm.measure === "seized" && value.sort === "person") return "arrested";
  if (harm.measure === "hospitalised") return carried === "killed" ? "killed" : "hospitalised";
  if (!carried) return harm.measure;
  if (harm.measure === "killed" || harm.measure === "casualties") {
    return carried === "casualties" ? carried : harm.measure;
  }
  return carried === "killed" || carried === "casualties" ? carried : harm.measure;
}

/** أصيب شاب وطفلة, إصابة 43 من الحوثيين و7 من المقاومة: more victims of the same word. */
function readJoined(clauses: Clauses, head: Draft, harm: HarmWord): void {
  let from = head.quantity?.last ?? head.last;
  let sinceLast = 0;
  for (let at = from; at < clauses.last && sinceLast < JOINED_REACH; sinceLast++) {
    const joiner = clauses.has(at, "joiner") ? clauses.cue(at) : null;
    if (joiner) at = joiner.last;
    const quantity = clauses.quantityAt(at);
    if (joiner && !quantity) return;
    if (quantity && quantity.first >= from) {
      const value = joiner ? { ...quantity.value, joined: true } : quantity.value;
      const adjacent = joiner !== null || sinceLast === 0 || clauses.isComma(at - 1);
      const carries = value.measure !== null && value.measure !== harm.measure;
      if (value.joined && !carries && clauses.isFree(quantity) && fits(harm, quantity, true)) {
        if (value.sort === "unknown" || value.sort === null) {
          if (!adjacent || value.sort === "unknown") return;
        }
        if (value.preposition !== "" || (value.plain && (!adjacent || value.sort === "victim")))
          return;
        // ألفي مهاجر ولاجئ: one count of two nouns in the singular.
        if (value.plain && !value.kin && isSingularCount(head)) return;
        if (value.kin && value.form === "dual" && !adjacent) return;
        // وطالب after a comma is the verb "demanded".
        if (value.plain && clauses.isComma(at - 1) && clauses.has(at, "verb.maybe")) return;
        if (hasOwnVerb(clauses, quantity)) return;
        const made = clauses.add({
          quantity,
          measure: measureOf(harm, quantity) ?? harm.measure,
          value: value.value,
          counted: value.counted,
          unit: value.unit,
          first: quantity.first,
          last: quantity.last,
          group: value.group,
          rule: `figure.${harm.kind}-joined-${value.form}`,
          total: null,
          modality: "asserted",
        });
        from = made.last;
        sinceLast = -1;
      } else if (value.joined && value.sort !== "not" && value.sort !== "thing") return;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

/** Above ten the counted noun is singular, so that a second singular may share the number. */
function isSingularCount({ quantity }: Draft): boolean {
  if (quantity?.value.form !== "number") return false;
  return (quantity.value.value.min ?? quantity.value.value.max ?? 0) > 10;
}

/** وثلاثة أصيبوا: the joined group has a verb of its own behind it. */
function hasOwnVerb(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  for (let at = quantity.last; at < quantity.last + 3; at++) {
    const harm = clauses.harm(at);
    if (harm?.kind === "verb" && harm.conjunction === "" && harm.number !== "singular") return true;
    if (clauses.isBoundary(at)) return false;
  }
  return false;
}
