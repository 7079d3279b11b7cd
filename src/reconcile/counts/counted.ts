/**
 * Who is counted, as an order of groups: police are security forces, security forces are persons.
 * Counted nouns are the short English nouns of the contract; spelling variants meet here.
 */

const SYNONYMS: Readonly<Record<string, string>> = {
  people: "persons",
  person: "persons",
  victims: "persons",
  individuals: "persons",
  others: "persons",
  bodies: "persons",
  policemen: "police",
  "police officers": "police",
  "security members": "security forces",
  "security personnel": "security forces",
  security: "security forces",
  "security officers": "security forces",
  "national guard members": "national guard",
  troops: "soldiers",
  army: "soldiers",
  military: "soldiers",
  servicemen: "soldiers",
  demonstrators: "protesters",
  protestors: "protesters",
  fighters: "militants",
  gunmen: "militants",
  terrorists: "militants",
  insurgents: "militants",
  rebels: "militants",
  citizens: "civilians",
  residents: "civilians",
};

/** Group → the wider groups it is part of. What is not here is part of nothing but itself. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  police: ["interior ministry members"],
  "national guard": ["interior ministry members"],
  "interior ministry members": ["security forces"],
  soldiers: ["security forces"],
  officers: ["security forces"],
  guards: ["security forces"],
  firefighters: ["persons"],
  "security forces": ["persons"],
  protesters: ["persons"],
  attackers: ["persons"],
  militants: ["persons"],
  civilians: ["persons"],
  workers: ["civilians"],
  journalists: ["civilians"],
  teachers: ["civilians"],
  students: ["civilians"],
  medics: ["civilians"],
  rescuers: ["persons"],
  volunteers: ["persons"],
  tribesmen: ["persons"],
  "tribal leaders": ["tribesmen"],
  officials: ["persons"],
  detainees: ["persons"],
  prisoners: ["persons"],
  pilgrims: ["civilians"],
  passengers: ["persons"],
  migrants: ["persons"],
  refugees: ["civilians"],
  women: ["persons"],
  children: ["persons"],
  girls: ["children", "women"],
  boys: ["children"],
  men: ["persons"],
  elderly: ["persons"],
};

/**
 * What people were where it befell them: all of them are called so by one report, and persons by the
 * next. Of sides, bodies, civilians, and of age and sex this cannot be said: they are some of all.
 */
const OF_THE_SCENE: ReadonlySet<string> = new Set([
  "prisoners",
  "inmates",
  "detainees",
  "passengers",
  "migrants",
  "worshippers",
  "pilgrims",
  "patients",
  "workers",
  "miners",
  "students",
]);

/** Two nouns that may be said of all whom one happening befell. */
export const mayBeCalled = (a: string, b: string): boolean =>
  [a, b].some((noun) => OF_THE_SCENE.has(noun)) &&
  [a, b].every((noun) => noun === "persons" || OF_THE_SCENE.has(noun));

/** Age and sex cut across what people are: a woman may be a soldier. */
const AGE_AND_SEX = new Set(["women", "children", "girls", "boys", "men", "elderly"]);

/** The noun under which members of a body are counted: with the noun said, unless that says nothing. */
export function ofBody(counted: string, body: string): string {
  return groupsOf(counted).join("+") === "persons" ? body : `${counted} and ${body}`;
}

/** Who fights on either side of a war. */
const COMBATANTS: ReadonlySet<string> = new Set(["militants", "soldiers"]);

export const areCombatants = (counted: string): boolean =>
  groupsOf(counted).some((one) => COMBATANTS.has(one));

/** Several groups told together ("police and national guard") are several atoms. */
export function groupsOf(counted: string): readonly string[] {
  const atoms = counted
    .toLowerCase()
    .replace(/[-_]/g, " ")
    .split(/\s+and\s+|\s*[,/+]\s*/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => SYNONYMS[one] ?? one);
  return [...new Set(atoms)].sort();
}

export type GroupRelation = "same" | "narrower" | "wider" | "other" | "contested" | "crossing";

/** One side's attackers are the other side's protesters: who is which is itself in dispute. */
const ACCUSED = new Set(["attackers", "militants"]);
const ACCUSABLE = new Set(["protesters", "civilians"]);

/**
 * How the first group stands to the second: "contested" where one speaker may mean by the first
 * whom another means by the second, "crossing" where nothing can be said.
 */
export function compareGroups(a: string, b: string): GroupRelation {
  const [groupsA, groupsB] = [groupsOf(a), groupsOf(b)];
  if (groupsA.join("+") === groupsB.join("+")) return "same";
  const aInB = groupsA.every((one) => groupsB.some((wide) => isWithin(one, wide)));
  const bInA = groupsB.every((one) => groupsA.some((wide) => isWithin(one, wide)));
  if (aInB && bInA) return "same";
  if (aInB) return "narrower";
  if (bInA) return "wider";
  const all = [...groupsA, ...groupsB];
  if (all.some((one) => AGE_AND_SEX.has(one) || !(one in WIDER))) return "crossing";
  if (disputed(groupsA, groupsB) || disputed(groupsB, groupsA)) return "contested";
  // Who attacks is a militant in the next report.
  if (groupsA.every((one) => ACCUSED.has(one)) && groupsB.every((one) => ACCUSED.has(one))) {
    return "crossing";
  }
  const overlap = groupsA.some((one) =>
    groupsB.some((other) => isWithin(one, other) || isWithin(other, one)),
  );
  return overlap ? "crossing" : "other";
}

function disputed(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => ACCUSED.has(one)) && b.some((one) => ACCUSABLE.has(one));
}

function isWithin(group: string, wide: string): boolean {
  if (group === wide) return true;
  return (WIDER[group] ?? []).some((one) => isWithin(one, wide));
}

/** The widest group below "persons" that a group belongs to: what a reader compares it with. */
export function familyOf(counted: string): string {
  const tops = new Set(groupsOf(counted).map(top));
  return [...tops].sort().join("+");
}

function top(group: string): string {
  const wider = WIDER[group]?.[0];
  return wider === undefined || wider === "persons" ? group : top(wider);
}
