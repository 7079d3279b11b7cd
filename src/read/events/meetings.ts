import type { Group } from "./arguments.js";
import { isSome } from "./arguments.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

const MEETING: ReadonlySet<string> = new Set([
  "person",
  "official",
  "body",
  "place",
  "place-noun",
  "named",
  "forces",
  "event",
]);

/** "received the first flight": where two have a part, both are persons, bodies or places. */
export function isMeeting(scene: EventScene, bare: readonly Group[]): boolean {
  return bare.slice(0, 2).every((group) => isSome(scene, group, MEETING));
}

/** Who met and whom he met; more of them stand on a list. */
const MOST_MET = 2;

/**
 * Those who meet, of the bare phrases behind the verb: whoever stands in apposition to the one
 * before is the same person, told by his office and by his name. "The emir of the province, Sheikh
 * So-and-so, received …" tells one person, and whom he received is not told here.
 */
export function partners(scene: EventScene, bare: readonly Group[]): readonly Segment[] {
  const out: Segment[] = [];
  let told = 0;
  const all = bare.flat();
  for (const [index, segment] of all.entries()) {
    const before = out[out.length - 1];
    if (before && !segment.joined && isSamePerson(before, segment)) continue;
    // استقبل الأمير فيصل أمير المنطقة … السفير: where somebody else follows, his office.
    const isOffice = before && isRole(scene, segment) && isBehind(scene, before, segment);
    if (isOffice && !isRole(scene, before) && before.name) {
      // ولي العهد نائب رئيس المجلس: behind his first office stands his second.
      if (segment.first > before.last) continue;
      if (all.slice(index + 1).some((one) => !one.joined && isSomebody(scene, one))) continue;
    }
    // Behind the two stand the attributes of the second.
    if (!segment.joined && ++told > MOST_MET) break;
    out.push(segment);
  }
  return out;
}

/** النائب الثاني: an office, whether the names layer made a holder of it or not. */
const isRole = (scene: EventScene, { first, name }: Segment): boolean =>
  name
    ? name.mention.value.head === "role"
    : (scene.has(first, "office") || scene.has(first, "speaker")) &&
      scene.first(first)?.number === "singular";

/** Offices alone stand between: محمد بن سلمان ولي العهد النائب الثاني. */
const MOST_BETWEEN = 4;
function isBehind(scene: EventScene, before: Segment, { first }: Segment): boolean {
  if (first - before.last > MOST_BETWEEN) return false;
  for (let at = before.last; at < first; at++) {
    if (!scene.isWord(at) || scene.has(at, "preposition")) return false;
  }
  return true;
}

const isSomebody = (scene: EventScene, { first, name }: Segment): boolean =>
  name !== null || scene.has(first, "title") || scene.has(first, "counted.person");

/** An office without a name beside a name without an office. */
function isSamePerson(before: Segment, next: Segment): boolean {
  const one = before.name?.mention.value;
  const two = next.name?.mention.value;
  if (one?.kind !== "person" || two?.kind !== "person") return false;
  if (one.head === "role") {
    // "the emir of Qatar, Sheikh Tamim": right behind it, or his name in a list of attributes.
    return two.head === "name" && (two.roles.length === 0 || before.last === next.first);
  }
  if (two.head !== "role") return false;
  // "Sheikh Tamim, the emir of": an office that his own mention told already.
  return (
    one.roles.length === 0 ||
    one.roles.some(({ first }) => first >= next.first && first < next.last)
  );
}
