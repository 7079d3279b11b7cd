import type { LanguagePack } from "../lang/pack.js";
import { type Annotation, type TextLayer, textOf } from "../text/layer.js";
import { markOf } from "../text/marks.js";
import { MentionIndex } from "./mention-index.js";
import type { NameMention } from "./names/mention.js";

/** Something told of somebody in passing. */
export interface AttributeReading {
  /** Index of the one it is told of, among the names. */
  readonly of: number;
  readonly name: "age" | "kin" | "predecessor" | "successor" | "renamed" | "founded";
  /** As written: `81`, `شقيق الرئيس`, `مايو/ أيار 1992`. */
  readonly value: string;
  /** Index of the other one where the value is a name; null otherwise. */
  readonly other: number | null;
}

const BEGINNING = markOf(
  ["kin", "attribute.predecessor", "attribute.founded", "attribute.renamed"],
  ({ form }) => /^\d/.test(form),
);
const REACH = 12;
/** Nobody is older. */
const OLDEST = 120;

/** Age, kinship, predecessor, renaming and founding, by the words that introduce them. */
export function readAttributes(
  layer: TextLayer,
  names: readonly NameMention[],
  pack: LanguagePack,
): Annotation<AttributeReading>[] {
  const index = new MentionIndex(layer, names);
  const found: Annotation<AttributeReading>[] = [];
  const add = (one: Annotation<AttributeReading> | null): void => {
    if (one) found.push(one);
  };
  let kinUntil = 0;
  for (const { first, last } of layer.sentences) {
    for (let at = first; at < last; at++) {
      if (((layer.marks[at] ?? 0) & BEGINNING) === 0) continue;
      const { classes } = layer.words[at] ?? { classes: new Set<string>() };
      if (layer.tokens[at]?.kind === "number") add(readAge(index, at, first, last));
      if (at >= kinUntil && (classes.has("kin") || kinPhrase(layer, at) > 0)) {
        kinUntil = kinPhrase(layer, at) || at + 1;
        add(readKin(index, at, first, last, pack));
      }
      if (classes.has("attribute.predecessor")) add(readPredecessor(index, at, first));
      if (classes.has("attribute.founded")) add(readFounded(index, at, first, last));
      for (const phrase of layer.phrases[at] ?? []) {
        if (phrase.reading.entry.classes.includes("attribute.renamed")) {
          add(readRenamed(index, at, phrase.last, first, last));
          break;
        }
      }
    }
  }
  return found;
}

const isPerson = ({ value }: NameMention): boolean =>
  value.kind === "person" && value.head === "name";
const has = (layer: TextLayer, at: number, name: string): boolean =>
  layer.words[at]?.classes.has(name) === true;

function build(
  index: MentionIndex,
  of: number,
  name: AttributeReading["name"],
  value: string,
  other: number | null,
  first: number,
  last: number,
): Annotation<AttributeReading> {
  const one = index.mention(of);
  return {
    first: Math.min(first, one.first),
    last: Math.max(last, one.last),
    rule: `attributes.${name}`,
    value: { of, name, value, other },
  };
}

/** "البالغ من العمر 81 عاما", "X (81 عاما)", "X، 81 عاما،". */
function readAge(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
): Annotation<AttributeReading> | null {
  const { layer } = index;
  const years = Number(layer.tokens[at]?.form);
  if (
    !Number.isInteger(years) ||
    years < 1 ||
    years > OLDEST ||
    !has(layer, at + 1, "attribute.years")
  )
    return null;
  let aged = false;
  for (let back = at - 1; back >= Math.max(first, at - 4); back--) {
    if (has(layer, back, "attribute.aged") || has(layer, back, "attribute.age-word")) aged = true;
  }
  const person = index.before(at, Math.max(first, at - REACH), isPerson);
  if (person < 0) return null;
  const mention = index.mention(person);
  const opening = layer.tokens[at - 1]?.form ?? "";
  const closing = layer.tokens[at + 2]?.form ?? "";
  const beside =
    mention.last === at - 1 &&
    ((opening === "(" && closing === ")") ||
      ((opening === "،" || opening === ",") &&
        at + 2 < last &&
        (closing === "،" || closing === ",")));
  return aged || beside ? build(index, person, "age", String(years), null, at, at + 2) : null;
}

/** Where a many-word kin noun that begins at `at` ends; 0 where none does. */
function kinPhrase(layer: TextLayer, at: number): number {
  return layer.phrases[at]?.find((one) => one.reading.entry.classes.includes("kin"))?.last ?? 0;
}

/** "سعيد، شقيق الرئيس X": Y is kin of X. "أحد أقارب X": an unnamed relative of X. */
function readKin(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
  pack: LanguagePack,
): Annotation<AttributeReading> | null {
  const { layer } = index;
  const phrase = (layer.phrases[at] ?? []).find((one) => one.reading.entry.classes.includes("kin"));
  const reading =
    phrase?.reading ?? layer.words[at]?.readings.find((one) => one.entry.classes.includes("kin"));
  if (!reading || reading.article || index.at(at) >= 0) return null;
  // أخي سعود: "my brother" is how somebody speaks of a friend, and nobody's kin here.
  if (pack.events.spoken.has(reading.enclitic)) return null;
  const from = phrase?.last ?? at + 1;
  // The one whose kin it is follows at once, a title and office aside.
  const next = index
    .within(from, Math.min(last, from + 5))
    .find((one) => isPerson(index.mention(one)));
  if (next === undefined) return null;
  const whole = index.mention(next);
  const start = Math.min(whole.first, ...whole.value.roles.map((one) => one.first));
  if (reading.enclitic === "" && start > from) return null;
  const before = reading.enclitic !== "" ? -1 : index.before(at, Math.max(first, at - 2), isPerson);
  const kin = reading.entry.features["kin"] ?? "kin";
  if (reading.enclitic !== "") {
    // "شقيقه X": X is kin of the one before.
    const owner = index.before(at, first, isPerson);
    return owner < 0
      ? null
      : build(
          index,
          next,
          "kin",
          `${kin} ${index.mention(owner).value.name}`,
          owner,
          at,
          whole.last,
        );
  }
  const value = textOf(layer, at, whole.last);
  return before >= 0
    ? build(index, before, "kin", value, next, at, whole.last)
    : build(index, next, "kin", value, null, at, whole.last);
}

/** "أقال X سلفه Y": Y came before X. */
function readPredecessor(
  index: MentionIndex,
  at: number,
  first: number,
): Annotation<AttributeReading> | null {
  const other = index.within(at + 1, at + 4).find((one) => isPerson(index.mention(one)));
  const of = index.before(at, first, isPerson);
  if (other === undefined || of < 0) return null;
  const mention = index.mention(other);
  return build(index, of, "predecessor", mention.value.name, other, at, mention.last);
}

/** "أستانة، التي جرى تغيير اسمها عام 2019، إلى نور سلطان". */
function readRenamed(
  index: MentionIndex,
  at: number,
  from: number,
  first: number,
  last: number,
): Annotation<AttributeReading> | null {
  const of = index.before(
    at,
    Math.max(first, at - REACH),
    ({ value }) => value.head === "name" && value.kind !== "person",
  );
  if (of < 0) return null;
  for (let to = from; to < Math.min(last, from + REACH); to++) {
    if (!has(index.layer, to, "attribute.to")) continue;
    const other = index.at(to + 1);
    if (other < 0) continue;
    const mention = index.mention(other);
    return build(index, of, "renamed", mention.value.name, other, at, mention.last);
  }
  return null;
}

/** "the company in Singapore, which was founded": where it is, not what was founded. */
const isWhere = (layer: TextLayer, { first, value }: NameMention): boolean =>
  value.kind === "place" && has(layer, first - 1, "preposition");

/** "تأسست في مايو/ أيار 1992": the words of the time behind the verb. */
function readFounded(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
): Annotation<AttributeReading> | null {
  const { layer } = index;
  const of = index.before(at, Math.max(first, at - REACH), ({ value }) => value.kind !== "person");
  if (of < 0 || isWhere(layer, index.mention(of))) return null;
  let end = -1;
  let start = -1;
  for (let next = at + 1; next < Math.min(last, at + 8); next++) {
    const token = layer.tokens[next];
    const time =
      token?.kind === "number" ||
      [...(layer.words[next]?.classes ?? [])].some((one) => one.startsWith("time."));
    if (time) {
      if (start < 0) start = next;
      end = next + 1;
    } else if (start >= 0 && token?.form !== "/") break;
  }
  return start < 0 ? null : build(index, of, "founded", textOf(layer, start, end), null, at, end);
}
