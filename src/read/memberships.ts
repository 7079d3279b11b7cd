import type { LanguagePack } from "../lang/pack.js";
import type { Annotation, TextLayer } from "../text/layer.js";
import { markOf } from "../text/marks.js";
import { MentionIndex } from "./mention-index.js";
import type { NameMention } from "./names/mention.js";

/** One belongs to the other; both are indices among the names. */
export interface MembershipReading {
  readonly member: number;
  readonly of: number;
}

const BEGINNING = markOf(["member.verb"], ({ form }) => form === "(");
/** A list of members may leave so many tokens between two of them: "وحدات من القوات المسلحة لـ". */
const WIDEST_GAP = 4;
/** The United Nations have fewer. */
const MOST_MEMBERS = 250;
/** The body stands at most so many tokens before the verb. */
const REACH = 16;

const isBody = ({ value }: NameMention): boolean =>
  value.kind === "organization" || value.kind === "group";
const isMember = ({ value }: NameMention): boolean =>
  value.head === "name" &&
  (value.kind === "place" || value.kind === "organization" || value.kind === "group");

/**
 * Members listed behind "comprises" (منظمة تضم A وB وC), in brackets behind a body, and "member of".
 * A single name behind the verb is no list and read only when it is a country.
 */
export function readMemberships(
  layer: TextLayer,
  names: readonly NameMention[],
  _pack: LanguagePack,
): Annotation<MembershipReading>[] {
  const index = new MentionIndex(layer, names);
  const found: Annotation<MembershipReading>[] = [];
  for (const { first, last } of layer.sentences) {
    for (let at = first; at < last; at++) {
      if (((layer.marks[at] ?? 0) & BEGINNING) === 0) continue;
      const token = layer.tokens[at];
      if (token?.form === "(") readBracket(index, at, last, found);
      const word = layer.words[at];
      if (!word || index.at(at) >= 0) continue;
      if (word.classes.has("member.verb")) readVerb(index, at, first, last, found);
    }
  }
  return found;
}

function readVerb(
  index: MentionIndex,
  at: number,
  first: number,
  last: number,
  found: Annotation<MembershipReading>[],
): void {
  const word = index.layer.words[at];
  const reading = word?.readings.find((one) => one.entry.classes.includes("member.verb"));
  if (reading?.entry.pos !== "verb") return;
  let from = at + 1;
  // VSO: "تضم قوات حفظ السلام وحدات من …".
  let body = index.at(from) >= 0 && isBody(index.mention(index.at(from))) ? index.at(from) : -1;
  if (body >= 0) {
    const listed = membersFrom(index, index.mention(body).last, last);
    if (listed.length === 0) body = -1;
    else from = index.mention(body).last;
  }
  if (body < 0) body = index.before(at, Math.max(first, at - REACH), isBody);
  if (body < 0) return;
  const members = membersFrom(index, from, last).filter((one) => one !== body);
  const only = members.length === 1 ? index.mention(members[0] as number) : null;
  if (only && only.value.type !== "country") return;
  push(index, body, members, "memberships.comprises", found);
}

/** Names joined by "and" and commas, the first within a few tokens. */
function membersFrom(index: MentionIndex, from: number, last: number): number[] {
  const members: number[] = [];
  let open = from;
  for (let at = from; at < last && at - open <= WIDEST_GAP; at++) {
    const one = index.at(at);
    if (one < 0) {
      if (index.layer.words[at]?.classes.has("member.verb")) break;
      continue;
    }
    const mention = index.mention(one);
    if (members.length >= MOST_MEMBERS) break;
    open = mention.last;
    at = mention.last - 1;
    if (isMember(mention) && mention.value.type !== "forces") members.push(one);
    else if (mention.value.kind === "person") break;
  }
  const countries = members.filter((one) => index.mention(one).value.type === "country");
  return countries.length > 0 ? countries : members;
}

/** "منظمة الدول التركية (أذربيجان وتركيا وكازاخستان)". */
function readBracket(
  index: MentionIndex,
  at: number,
  last: number,
  found: Annotation<MembershipReading>[],
): void {
  const body = at > 0 ? index.at(at - 1) : -1;
  if (body < 0 || !isBody(index.mention(body))) return;
  let end = at + 1;
  while (end < last && index.layer.tokens[end]?.form !== ")" && end < at + 60) end++;
  const members = index.within(at + 1, end).filter((one) => isMember(index.mention(one)));
  if (members.length >= 2) push(index, body, members, "memberships.bracket", found);
}

function push(
  index: MentionIndex,
  of: number,
  members: readonly number[],
  rule: string,
  found: Annotation<MembershipReading>[],
): void {
  for (const member of members) {
    const [a, b] = [index.mention(of), index.mention(member)];
    found.push({
      first: Math.min(a.first, b.first),
      last: Math.max(a.last, b.last),
      rule,
      value: { member, of },
    });
  }
}
