import type { LanguagePack } from "../../lang/pack.js";
import { fold } from "../../text/fold.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { Reading } from "../../text/word.js";
import type { MentionIndex } from "../mention-index.js";
import type { NameMention } from "../names/mention.js";
import { bodyOf, isBody, isGovernment, isPerson } from "./body.js";
import { has, isFarHolder } from "./doubts.js";
import type { OfficeChange, OfficeReading } from "./reading.js";

const VERB = markOf(["office.heads", "office.verb"]);
/** So many names back an office told before is remembered. */
const MOST_BACK = 60;
/** An event of office reaches so many tokens from its verb. */
const REACH = 24;

/** Offices told by the verbs by which they change hands, and by verbs of heading. */
export function officesByVerb(
  index: MentionIndex,
  pack: LanguagePack,
): Annotation<OfficeReading>[] {
  const found: Annotation<OfficeReading>[] = [];
  const { layer } = index;
  for (const sentence of layer.sentences) {
    for (let at = sentence.first; at < sentence.last; at++) {
      if (((layer.marks[at] ?? 0) & VERB) === 0) continue;
      const word = layer.words[at];
      if (word?.classes.has("office.heads")) {
        const read = readHeading(index, at, sentence.first, sentence.last, pack);
        if (read) found.push(read);
      }
      const reading = word?.classes.has("office.verb") ? verbAt(word.readings) : null;
      if (!reading || index.at(at) >= 0) continue;
      const read = readChange(index, at, sentence.first, sentence.last, reading, pack);
      if (read) found.push(read);
    }
  }
  return found;
}

function verbAt(readings: readonly Reading[]): Reading | null {
  return (
    readings.find(
      (one) => one.entry.classes.includes("office.verb") && one.entry.features["change"] !== "none",
    ) ?? null
  );
}

const CHANGES: Readonly<Record<string, OfficeChange>> = {
  dismissed: "dismissed",
  appointed: "appointed",
  resigned: "resigned",
  held: "held",
};

/** "أقال الرئيس X سلفه Y من منصب Z", "أقيل Y من منصبه", "عين X وزيرا", "تقدمت الحكومة باستقالتها". */
function readChange(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
  reading: Reading,
  pack: LanguagePack,
): Annotation<OfficeReading> | null {
  const { features } = reading.entry;
  const change = CHANGES[features["change"] ?? ""];
  if (!change) return null;
  const reach = Math.min(last, at + REACH);
  const end = nextVerb(index.layer, at + 1, reach);
  const behind = index.within(at + 1, end);
  const own = features["own"] === "yes" || features["passive"] === "yes";
  const built = (holder: number, role: number | null): Annotation<OfficeReading> | null => {
    const office = officeOf(index, role, holder, pack);
    if (!office) return null;
    const tokens = [
      at,
      index.mention(holder).first,
      role === null ? at : index.mention(role).first,
    ];
    const ends = [
      at + 1,
      index.mention(holder).last,
      role === null ? at : index.mention(role).last,
    ];
    return {
      first: Math.min(...tokens),
      last: Math.max(...ends),
      rule: `offices.${change}`,
      value: { holder, ...office, change },
    };
  };
  const role = behind.find((one) => isOffice(index.mention(one))) ?? null;
  if (features["behind"] === "yes" || own) {
    const start = Math.max(first, at - REACH);
    const before = index.before(at, start, (one) => isPerson(one) || isGovernment(one));
    const next = behind.find(
      (one) => isPerson(index.mention(one)) || isGovernment(index.mention(one)),
    );
    // VSO: the holder stands behind the verb, unless the verb points back.
    const near =
      next !== undefined && index.mention(next).first <= at + 4 && features["behind"] !== "yes";
    const holder = near ? next : before >= 0 ? before : next;
    if (holder === undefined) return null;
    if (isOfOthers(index, at, reading, holder, holder === next)) return null;
    if (features["weak"] === "yes" && role === null) return null;
    // "on taking over the ministry, Prince X": what he took over is no office that his name bears.
    const takesOver = change === "appointed" && features["passive"] !== "yes";
    if (takesOver && (role === null || role === holder)) return null;
    return built(holder, role);
  }
  const people = behind.filter(
    (one) => isPerson(index.mention(one)) || isGovernment(index.mention(one)),
  );
  const noun = features["noun"] === "yes";
  const holder = noun || people.length === 1 ? people[0] : people[1];
  if (holder === undefined) return null;
  if (noun && isFarHolder(index.layer, at, index.mention(holder))) return null;
  // عزل النفاية التابعة للحكومة: of a government it says so at once.
  if (noun && isGovernment(index.mention(holder)) && index.mention(holder).first > at + 1)
    return null;
  if (!noun && people.length === 1) {
    // With one name behind the verb, it is the one dismissed only where a subject stands before.
    const agent = index.mention(holder);
    const post = index.layer.words
      .slice(agent.last, Math.min(end, agent.last + 3))
      .some((word) => word.classes.has("office.post") || word.classes.has("preposition"));
    const subject = index.before(
      at,
      Math.max(first, at - REACH),
      (one) => one.value.head !== "nominal" || isBody(one),
    );
    if (subject < 0 && !post && !isGovernment(agent)) return null;
    if (isOffice(agent) && !isGovernment(agent) && !post) return null;
  }
  if (features["weak"] === "yes" && role === null) return null;
  return built(holder, role === holder ? null : role);
}

/** Tokens back from a resignation to who resigned. */
const NEAR_HOLDER = 14;

/**
 * Whether who is named near a resignation is not who resigned: استقالوا is of several, هدد بالاستقالة of
 * nobody yet, استقالة المجلس of what stands behind it, and nobody is told far before.
 */
function isOfOthers(
  index: MentionIndex,
  at: number,
  { entry, enclitic, article, number }: Reading,
  holder: number,
  isBehind: boolean,
): boolean {
  if (entry.features["change"] !== "resigned") return false;
  if (entry.features["noun"] === "yes" && enclitic === "") {
    // استقالة حكومته: of the one told before, by his own body.
    const next = index.layer.words[at + 1]?.readings ?? [];
    const isHis = next.some((one) => one.enclitic !== "" && one.entry.pos === "noun");
    return article || (!isBehind && !isHis);
  }
  const mention = index.mention(holder);
  if (number === "plural" && entry.pos === "verb" && isPerson(mention)) return true;
  return mention.last <= at && at - mention.last > NEAR_HOLDER;
}

const isOffice = ({ value }: NameMention): boolean =>
  value.kind === "person" && value.head !== "name" && value.role !== null;

function officeOf(
  index: MentionIndex,
  role: number | null,
  holder: number,
  pack: LanguagePack,
): { office: string; of: number | null } | null {
  const mention = index.mention(holder);
  const told = role === null ? null : index.mention(role);
  const one = told?.value.role ?? mention.value.role;
  if (one && !one.counterpart)
    return { office: one.office, of: bodyOf(index, one, told ?? mention) };
  if (isGovernment(mention)) {
    const [head = ""] = mention.value.name.split(" ");
    const { article } = pack.names;
    return { office: head.startsWith(article) ? head.slice(article.length) : head, of: null };
  }
  return officeBefore(index, holder);
}

/** "أقيل من منصبه": the office told last of somebody of that family name. */
function officeBefore(
  index: MentionIndex,
  holder: number,
): { office: string; of: number | null } | null {
  const last = lastWord(index.mention(holder));
  for (let at = holder - 1; at >= Math.max(0, holder - MOST_BACK); at--) {
    const mention = index.mention(at);
    const role = mention.value.role;
    if (!role || role.counterpart || !isPerson(mention) || lastWord(mention) !== last) continue;
    return { office: role.office, of: bodyOf(index, role, mention) };
  }
  return null;
}

const lastWord = ({ value }: NameMention): string => fold(value.name.split(" ").at(-1) ?? "");

/** The next verb of office ends what this one governs, and so does another clause. */
function nextVerb(layer: TextLayer, from: number, last: number): number {
  for (let at = from; at < last; at++) {
    const word = layer.words[at];
    if (word?.classes.has("clause") && word.classes.has("conjunction")) return at;
    if (word?.classes.has("office.verb") && verbAt(word.readings)?.entry.pos === "verb") return at;
  }
  return last;
}

/** "الذي يترأس منظمة X": heads what follows. */
function readHeading(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
  pack: LanguagePack,
): Annotation<OfficeReading> | null {
  const word = pack.lexicon.word(index.layer.words[at]?.form ?? "");
  const reading = word.readings.find((one) => one.entry.classes.includes("office.heads"));
  if (reading?.entry.pos !== "verb" || index.at(at) >= 0) return null;
  // على رأس الفريق: behind a preposition it is the noun.
  if (has(index.layer, at - 1, "preposition")) return null;
  const body = index
    .within(at + 1, Math.min(last, at + 4))
    .find((one) => isBody(index.mention(one)));
  const holder = index.before(at, Math.max(first, at - REACH), isPerson);
  if (body === undefined || holder < 0) return null;
  // "headed the *editing of* the paper"
  const of = index.mention(body).first;
  const { tokens, text } = index.layer;
  const between = tokens.slice(at + 1, of).filter(
    // "headed the *organisation* X": what kind of body it is, where its name goes without.
    ({ kind }, step) => kind === "word" && !has(index.layer, at + 1 + step, "org"),
  );
  const words = between.map(({ start, end }) => text.slice(start, end));
  const title = [reading.entry.features["title"] ?? "", ...words].join(" ");
  const wasSo = reading.tense === "past" || has(index.layer, at - 1, "be");
  return {
    first: index.mention(holder).first,
    last: index.mention(body).last,
    rule: "offices.heads",
    value: { holder, office: title, of: body, change: wasSo ? "held" : "holds" },
  };
}
