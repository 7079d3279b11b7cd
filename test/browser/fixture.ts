import {
  type Account,
  accountSchema,
  type Claim,
  type Entity,
  type Link,
  type Range,
  type Report,
  type Story,
  type Time,
} from "../../src/core/contract.js";
import { about, atLeast, exactly, vaguely } from "../../src/core/value.js";

/**
 * An invented fire in an invented port, told by five invented reports, as a full account: every
 * section of the page has something to show. Spans are found by their words, so they cannot rot.
 */
const TEXTS = {
  r1: `حريق في ميناء الرملة يودي بحياة 7 أشخاص

الرملة 3 أيار/مايو 2031 (وكالة الساحل) - قالت وزارة الصحة في بيان اليوم السبت إن سبعة أشخاص لقوا حتفهم وأصيب 41 آخرون في حريق اندلع فجر السبت في مستودع للوقود بميناء الرملة.

وأضاف البيان أن خمسة من القتلى من رجال الإطفاء. ونقلت إذاعة الميناء عن شاهد عيان قوله إنه رأى أكثر من عشرين سيارة إسعاف.

وقال المتحدث باسم الدفاع المدني إن سبب الحريق ماس كهربائي. وأعلن المحافظ حظر تجول ليليا في حي الميناء.`,
  r2: `الرئيسية | أخبار | رياضة
وزارة الصحة: سبعة قتلى في حريق الميناء

قالت وزارة الصحة في بيان اليوم السبت إن سبعة أشخاص لقوا حتفهم وأصيب 41 آخرون في حريق اندلع فجر السبت في مستودع للوقود بميناء الرملة.

وأضاف البيان أن خمسة من القتلى من رجال الإطفاء.

اشترك في النشرة`,
  r3: `ارتفعت حصيلة حريق ميناء الرملة إلى 12 قتيلا، بينهم ثمانية من رجال الإطفاء، وفق ما أعلنته وزيرة الصحة هالة منصور يوم الأحد 4 مايو. وقال مصدر أمني لصحيفة «المنار الجديد» إن الحريق مفتعل، وإن الشرطة اعتقلت ثلاثة من عمال المستودع. وذكرت الوزيرة أن نحو 60 جريحا ما زالوا في المستشفى.

وأقال رئيس الوزراء سامر الخطيب مدير الميناء عادل درويش.`,
  r4: `لقي العشرات مصرعهم في حريق ضخم بمرفأ الرملة، بحسب ناشطين، فيما تحدثت نقابة عمال المرفأ عن 15 قتيلا. ولم يتسن التحقق من الرقم من مصدر مستقل.
وقالت النقابة إن مدير الميناء استقال قبل إقالته. وتوقفت حركة السفن في المرفأ كله.`,
  r5: `The fire at al-Ramla port killed 12 people, the health ministry said on Sunday. Ship traffic has partly resumed, the port authority said in a statement.`,
} as const;

type Key = keyof typeof TEXTS;

/** The range of `words` in a report; a second or later occurrence by its number. */
export function at(key: Key, words: string, occurrence = 1): Range {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = TEXTS[key].indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in ${key}`);
  return [start, start + words.length];
}

/** Lines, and the sentences of each: enough for texts that this file wrote itself. */
function sentencesOf(text: string): Range[] {
  return [...text.matchAll(/[^\n.]+(?:\.(?=\s|$)|$|(?=\n))/gm)]
    .map((match): Range => {
      const lead = match[0].length - match[0].trimStart().length;
      return [match.index + lead, match.index + match[0].length];
    })
    .filter(([start, end]) => start < end);
}

const day = (edtf: string, more: Partial<Time> = {}): Time => ({
  edtf,
  start: edtf.slice(0, 10),
  end: edtf.slice(0, 10),
  span: null,
  basis: "stated",
  ...more,
});
const SATURDAY = day("2031-05-03");
const SUNDAY = day("2031-05-04");

interface Known {
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly basis: Report["published"]["basis"];
  readonly why: string;
  readonly language?: string;
  readonly furniture?: readonly Range[];
  readonly times?: readonly Range[];
}

function report(key: Key, known: Known): Report {
  return {
    id: `report-${key}`,
    file: `port/${key}.txt`,
    url: key === "r3" ? "https://manar.invalid/port?id=1&page=2" : null,
    outlet: known.outlet,
    title: known.title,
    language: known.language ?? "ar",
    text: TEXTS[key],
    published: {
      edtf: known.published,
      start: known.published,
      end: known.published,
      basis: known.basis,
      why: known.why,
      evidence: known.times?.map(([start, end]) => ({ report: `report-${key}`, start, end })) ?? [],
    },
    times: (known.times ?? []).map((span) => ({ ...SATURDAY, span })),
    sentences: sentencesOf(TEXTS[key]),
    furniture: known.furniture ?? [],
  };
}

const REPORTS: readonly Report[] = [
  report("r1", {
    outlet: "وكالة الساحل",
    title: "حريق في ميناء الرملة يودي بحياة 7 أشخاص",
    published: "2031-05-03",
    basis: "stated",
    why: "سطر البلد والتاريخ في أول التقرير",
    times: [at("r1", "3 أيار/مايو 2031"), at("r1", "اليوم السبت"), at("r1", "فجر السبت")],
  }),
  report("r2", {
    outlet: null,
    title: null,
    published: "2031-05-03",
    basis: "inferred",
    why: "«اليوم السبت» وتقرير آخر عن الحدث نفسه مؤرَّخ 3 أيار 2031",
    furniture: [at("r2", "الرئيسية | أخبار | رياضة"), at("r2", "اشترك في النشرة")],
    times: [at("r2", "اليوم السبت"), at("r2", "فجر السبت")],
  }),
  report("r3", {
    outlet: "المنار الجديد",
    title: null,
    published: "2031-05-04",
    basis: "inferred",
    why: "الأحد 4 مايو يقع في 2031، ولا سنة في النص",
    times: [at("r3", "يوم الأحد 4 مايو")],
  }),
  report("r4", {
    outlet: "مرفأ اليوم",
    title: null,
    published: null,
    basis: "unknown",
    why: "لا يوم في النص",
  }),
  report("r5", {
    outlet: "Coast Daily",
    title: null,
    published: "2031-05-04",
    basis: "inferred",
    why: "“on Sunday”, and a sibling report",
    language: "en",
    times: [at("r5", "on Sunday")],
  }),
];

function entity(
  id: string,
  kind: Entity["kind"],
  name: string,
  mentions: readonly (readonly [Key, string])[],
  more: Partial<Entity> = {},
): Entity {
  const counts = new Map<string, number>();
  for (const [, form] of mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  return {
    id,
    kind,
    name,
    names: { ar: name },
    forms: [...counts].map(([form, count]) => ({ form, count })),
    mentions: mentions.map(([key, form]) => {
      const [start, end] = at(key, form);
      return { report: `report-${key}`, start, end };
    }),
    type: null,
    ref: null,
    geo: null,
    ...more,
  };
}

const ENTITIES: readonly Entity[] = [
  entity(
    "ent-port",
    "place",
    "ميناء الرملة",
    [
      ["r1", "ميناء الرملة"],
      ["r2", "ميناء الرملة"],
      ["r3", "ميناء الرملة"],
      ["r4", "مرفأ الرملة"],
    ],
    {
      names: { ar: "ميناء الرملة", en: "al-Ramla port" },
      type: "port",
      geo: { lat: 31.8, lon: 34.6, precision: "point", source: "geonames" },
    },
  ),
  entity("ent-ramla", "place", "الرملة", [["r1", "الرملة 3"]], {
    type: "city",
    geo: { lat: 31.9, lon: 34.8, precision: "city", source: "geonames" },
  }),
  entity("ent-health", "organization", "وزارة الصحة", [
    ["r1", "وزارة الصحة"],
    ["r2", "وزارة الصحة"],
    ["r5", "the health ministry"],
  ]),
  entity("ent-union", "organization", "نقابة عمال المرفأ", [["r4", "نقابة عمال المرفأ"]]),
  entity("ent-hala", "person", "هالة منصور", [["r3", "هالة منصور"]]),
  entity("ent-samer", "person", "سامر الخطيب", [["r3", "سامر الخطيب"]]),
  entity("ent-adel", "person", "عادل درويش", [["r3", "عادل درويش"]]),
  entity("ent-fire", "group", "رجال الإطفاء", [
    ["r1", "رجال الإطفاء"],
    ["r3", "رجال الإطفاء"],
  ]),
];

type Said = readonly [name: string, kind: Link["kind"], more?: Partial<Link>];

const link = ([name, kind, more]: Said): Link => ({
  name,
  kind,
  entity: null,
  medium: null,
  stance: "states",
  span: null,
  ...more,
});

const claims: Claim[] = [];

/** Adds a claim of a report and gives its id. */
function claim(key: Key, words: Range, chain: readonly Said[], more: Partial<Claim>): string {
  const known = REPORTS.find(({ id }) => id === `report-${key}`) as Report;
  const sentence = known.sentences.find(([s, e]) => s <= words[0] && words[1] <= e);
  const id = `claim-${String(claims.length + 1).padStart(4, "0")}`;
  claims.push({
    id,
    report: known.id,
    span: words,
    sentence: sentence ?? words,
    rule: "ar.test.rule",
    kind: "event",
    chain: [link([known.outlet ?? "", "report"]), ...chain.map(link)],
    modality: "asserted",
    time: null,
    place: "ent-port",
    places: ["ent-port"],
    background: false,
    ...more,
  });
  return id;
}

function figure(
  measure: NonNullable<Claim["figure"]>["measure"],
  counted: string,
  value: NonNullable<Claim["figure"]>["value"],
): Partial<Claim> {
  return {
    kind: "figure",
    rule: `ar.figure.${measure}`,
    time: SATURDAY,
    figure: { measure, counted, group: null, value, unit: "count", partOf: null, scope: "event" },
  };
}

const HEALTH: Said = [
  "وزارة الصحة",
  "institution",
  { entity: "ent-health", medium: "statement", span: at("r1", "وزارة الصحة") },
];
const MINISTER: Said = [
  "هالة منصور",
  "official",
  { entity: "ent-hala", span: at("r3", "وزيرة الصحة هالة منصور") },
];
const UNION: Said = ["نقابة عمال المرفأ", "institution", { entity: "ent-union" }];

const seven = claim(
  "r1",
  at("r1", "سبعة أشخاص لقوا حتفهم"),
  [HEALTH],
  figure("killed", "persons", exactly(7)),
);
const sevenCopy = claim(
  "r2",
  at("r2", "سبعة أشخاص لقوا حتفهم"),
  [HEALTH],
  figure("killed", "persons", exactly(7)),
);
const injured = claim(
  "r1",
  at("r1", "أصيب 41 آخرون"),
  [HEALTH],
  figure("injured", "persons", exactly(41)),
);
const injuredCopy = claim(
  "r2",
  at("r2", "أصيب 41 آخرون"),
  [HEALTH],
  figure("injured", "persons", exactly(41)),
);
const firemen = claim(
  "r1",
  at("r1", "خمسة من القتلى من رجال الإطفاء"),
  [HEALTH],
  figure("killed", "firefighters", exactly(5)),
);
const ambulances = claim(
  "r1",
  at("r1", "أكثر من عشرين سيارة إسعاف"),
  [
    ["إذاعة الميناء", "outlet", { medium: "broadcast", span: at("r1", "إذاعة الميناء") }],
    ["شاهد عيان", "witness", { span: at("r1", "شاهد عيان") }],
  ],
  figure("other", "vehicles", atLeast(20)),
);
const twelve = claim(
  "r3",
  at("r3", "12 قتيلا"),
  [MINISTER],
  figure("killed", "persons", exactly(12)),
);
const eight = claim(
  "r3",
  at("r3", "ثمانية من رجال الإطفاء"),
  [MINISTER],
  figure("killed", "firefighters", exactly(8)),
);
const sixty = claim(
  "r3",
  at("r3", "نحو 60 جريحا"),
  [MINISTER],
  figure("injured", "persons", about(60)),
);
const arrested = claim(
  "r3",
  at("r3", "اعتقلت ثلاثة من عمال المستودع"),
  [["مصدر أمني", "anonymous", { stance: "alleges" }]],
  figure("arrested", "workers", exactly(3)),
);
const dozens = claim(
  "r4",
  at("r4", "لقي العشرات مصرعهم"),
  [["ناشطون", "witness"]],
  figure("killed", "persons", vaguely(20, null)),
);
const fifteen = claim("r4", at("r4", "15 قتيلا"), [UNION], {
  ...figure("killed", "persons", exactly(15)),
  modality: "unverified",
});
const twelveEnglish = claim(
  "r5",
  at("r5", "killed 12 people"),
  [["the health ministry", "institution", { entity: "ent-health" }]],
  figure("killed", "persons", exactly(12)),
);

const fire = claim("r1", at("r1", "حريق اندلع فجر السبت في مستودع للوقود"), [HEALTH], {
  time: day("2031-05-03", { clock: "dawn" }),
  event: { type: "disaster", roles: { place: ["ent-port"] } },
});
const shortCircuit = claim(
  "r1",
  at("r1", "سبب الحريق ماس كهربائي"),
  [["المتحدث باسم الدفاع المدني", "official"]],
  {
    kind: "attribute",
    attribute: { of: "ent-port", name: "cause", value: "ماس كهربائي" },
  },
);
const arson = claim("r3", at("r3", "الحريق مفتعل"), [["مصدر أمني", "anonymous"]], {
  kind: "attribute",
  attribute: { of: "ent-port", name: "cause", value: "مفتعل" },
});
const curfew = claim("r1", at("r1", "أعلن المحافظ حظر تجول ليليا في حي الميناء"), [], {
  time: day("2031-05-03~", { start: "2031-05-03", end: "2031-05-03" }),
  event: { type: "curfew", roles: {} },
});
const dismissed = claim(
  "r3",
  at("r3", "أقال رئيس الوزراء سامر الخطيب مدير الميناء عادل درويش"),
  [],
  {
    kind: "office",
    time: day("2031-05-03/2031-05-04", { start: "2031-05-03", end: "2031-05-04" }),
    office: { holder: "ent-adel", office: "director", of: "ent-port", change: "dismissed" },
  },
);
const primeMinister = claim("r3", at("r3", "رئيس الوزراء سامر الخطيب"), [], {
  kind: "office",
  office: { holder: "ent-samer", office: "prime-minister", of: null, change: "holds" },
});
const resigned = claim("r4", at("r4", "مدير الميناء استقال قبل إقالته"), [UNION], {
  kind: "office",
  office: { holder: "ent-adel", office: "director", of: "ent-port", change: "resigned" },
});
const halted = claim("r4", at("r4", "توقفت حركة السفن في المرفأ كله"), [UNION], {
  event: { type: "transport-halt", roles: {} },
});
const resumed = claim(
  "r5",
  at("r5", "Ship traffic has partly resumed"),
  [["the port authority", "institution", { medium: "statement" }]],
  {
    time: SUNDAY,
    event: { type: "transport-halt", roles: {} },
  },
);

const row = (
  ids: readonly string[],
  said: Time | null,
  witnesses: number,
  supersededBy: number | null = null,
): Story["ledger"][number]["rows"][number] => {
  const first = claims.find(({ id }) => id === ids[0]) as Claim;
  return {
    claims: ids,
    value: first.figure?.value ?? exactly(0),
    speaker: first.chain[first.chain.length - 1] as Link,
    via: first.chain.slice(1, -1),
    saidOn: said,
    happened: first.time,
    witnesses,
    supersededBy,
  };
};

const passage = "قالت وزارة الصحة في بيان اليوم السبت إن سبعة أشخاص لقوا حتفهم وأصيب 41 آخرون";
const passageEnd = "في حريق اندلع فجر السبت في مستودع للوقود بميناء الرملة";

const STORY: Story = {
  id: "story-port",
  title: "حريق في ميناء الرملة يودي بحياة 7 أشخاص",
  reports: REPORTS.map(({ id }) => id),
  time: day("2031-05-03/2031-05-04", { start: "2031-05-03", end: "2031-05-04" }),
  places: ["ent-port", "ent-ramla"],
  witnesses: [
    { id: "w1", reports: ["report-r1", "report-r2"], origin: "وكالة الساحل" },
    { id: "w2", reports: ["report-r3"], origin: null },
    { id: "w3", reports: ["report-r4"], origin: null },
    { id: "w4", reports: ["report-r5"], origin: null },
  ],
  copies: [
    {
      from: "report-r1",
      to: "report-r2",
      pairs: [
        [at("r1", passage), at("r2", passage)],
        [at("r1", passageEnd), at("r2", passageEnd)],
      ],
      share: 0.92,
      direction: "known",
      origin: "وكالة الساحل",
    },
    {
      from: "report-r1",
      to: "report-r3",
      pairs: [[at("r1", "من رجال الإطفاء"), at("r3", "من رجال الإطفاء")]],
      share: 0.31,
      direction: "unknown",
      origin: null,
    },
  ],
  ledger: [
    {
      id: "ledger-killed",
      measure: "killed",
      counted: "persons",
      place: null,
      rows: [
        row([seven, sevenCopy], SATURDAY, 1, 1),
        row([twelve, twelveEnglish], SUNDAY, 2),
        row([dozens], null, 1),
        row([fifteen], null, 1),
      ],
      low: 12,
      best: 12,
      high: 15,
      rule: "آخر ما أعلنته جهة رسمية، ومن يقول أكثر ولم يُنقض",
    },
    {
      id: "ledger-firemen",
      measure: "killed",
      counted: "firefighters",
      place: null,
      rows: [row([firemen], SATURDAY, 1, 1), row([eight], SUNDAY, 1)],
      low: 8,
      best: 8,
      high: 8,
      rule: "آخر ما قاله القائل نفسه",
    },
    {
      id: "ledger-injured",
      measure: "injured",
      counted: "persons",
      place: null,
      rows: [row([injured, injuredCopy], SATURDAY, 1, 1), row([sixty], SUNDAY, 1)],
      low: 60,
      best: 60,
      high: 60,
      rule: "آخر ما قاله القائل نفسه",
    },
    {
      id: "ledger-arrested",
      measure: "arrested",
      counted: "workers",
      place: "ent-port",
      rows: [row([arrested], SUNDAY, 1)],
      low: 3,
      best: 3,
      high: 3,
      rule: "قول واحد",
    },
    {
      id: "ledger-other",
      measure: "other",
      counted: "vehicles",
      place: null,
      rows: [row([ambulances], SATURDAY, 1)],
      low: 20,
      best: null,
      high: null,
      rule: "حد أدنى لا غير",
    },
  ],
  timeline: [
    {
      id: "t1",
      time: day("2031-05-03", { clock: "dawn" }),
      type: "disaster",
      title: "حريق اندلع فجر السبت في مستودع للوقود",
      claims: [fire],
      witnesses: 1,
      place: "ent-port",
    },
    {
      id: "t2",
      time: day("2031-05-03~", { start: "2031-05-03", end: "2031-05-03" }),
      type: "curfew",
      title: "أعلن المحافظ حظر تجول ليليا في حي الميناء",
      claims: [curfew],
      witnesses: 1,
      place: null,
    },
    {
      id: "t3",
      time: day("2031-05-03/2031-05-04", { start: "2031-05-03", end: "2031-05-04" }),
      type: "dismiss",
      title: "أقال رئيس الوزراء سامر الخطيب مدير الميناء عادل درويش",
      claims: [dismissed],
      witnesses: 1,
      place: null,
    },
    {
      id: "t4",
      time: SUNDAY,
      type: "transport-halt",
      title: "Ship traffic has partly resumed",
      claims: [resumed],
      witnesses: 1,
      place: "ent-port",
    },
    {
      id: "t5",
      time: { edtf: "", start: null, end: null, span: null, basis: "unknown" },
      type: "transport-halt",
      title: "توقفت حركة السفن في المرفأ كله",
      claims: [halted],
      witnesses: 1,
      place: "ent-port",
    },
  ],
  disagreements: [
    {
      id: "d1",
      about: "سبب الحريق",
      kind: "cause",
      relation: "contradicts",
      positions: [
        {
          text: "سبب الحريق ماس كهربائي",
          value: "ماس كهربائي",
          claims: [shortCircuit],
          witnesses: 1,
        },
        { text: "الحريق مفتعل", value: "مفتعل", claims: [arson], witnesses: 1 },
      ],
      why: "سببان لا يجتمعان لحريق واحد، يقولهما قائلان مختلفان",
    },
    {
      id: "d2",
      about: "مدير الميناء: أُقيل أم استقال",
      kind: "office",
      relation: "undecided",
      positions: [
        { text: "", value: "أُقيل", claims: [dismissed], witnesses: 1 },
        { text: "", value: "استقال", claims: [resigned], witnesses: 1 },
      ],
      why: "قد يصح الأمران، فالاستقالة قيل إنها قبل الإقالة",
    },
    {
      id: "d3",
      about: "عدد القتلى",
      kind: "figure",
      relation: "updates",
      positions: [
        { text: "", value: "7", claims: [seven, sevenCopy], witnesses: 1 },
        { text: "", value: "12", claims: [twelve, twelveEnglish], witnesses: 2 },
      ],
      why: "الجهة نفسها قالت العدد الثاني بعد الأول بيوم",
    },
    {
      id: "d4",
      about: "عدد القتلى",
      kind: "figure",
      relation: "vaguer",
      positions: [
        { text: "", value: "20+", claims: [dozens], witnesses: 1 },
        { text: "", value: "15", claims: [fifteen], witnesses: 1 },
      ],
      why: "«العشرات» لفظ أعم لا ينقض العدد",
    },
  ],
  offices: [
    {
      office: "prime-minister",
      of: null,
      holder: "ent-samer",
      change: "holds",
      time: null,
      claims: [primeMinister],
      witnesses: 1,
    },
    {
      office: "director",
      of: "ent-port",
      holder: "ent-adel",
      change: "dismissed",
      time: SUNDAY,
      claims: [dismissed],
      witnesses: 1,
    },
    {
      office: "director",
      of: "ent-port",
      holder: "ent-adel",
      change: "resigned",
      time: null,
      claims: [resigned],
      witnesses: 1,
    },
  ],
  measuresInForce: [
    {
      type: "curfew",
      title: "حظر تجول ليليا في حي الميناء",
      places: ["ent-port"],
      from: SATURDAY,
      to: null,
      claims: [curfew],
      witnesses: 1,
    },
  ],
  brief: {
    lang: "ar",
    sentences: [
      { text: TEXTS.r3.slice(...(REPORTS[2]?.sentences[0] ?? [0, 0])), claims: [twelve, eight] },
      {
        text: TEXTS.r1.slice(
          ...at("r1", "وقال المتحدث باسم الدفاع المدني إن سبب الحريق ماس كهربائي."),
        ),
        claims: [shortCircuit],
      },
      {
        text: TEXTS.r4.slice(...at("r4", "وقالت النقابة إن مدير الميناء استقال قبل إقالته.")),
        claims: [resigned],
      },
    ],
  },
};

/** The account of the port fire, held to the contract. */
export const PORT_FIRE: Account = accountSchema.parse({
  schema: "isnad/account@1",
  engine: "isnad fixture",
  reports: REPORTS,
  entities: ENTITIES,
  claims,
  stories: [STORY],
});

export const SEVEN_KILLED = seven;

/** One report alone, of which nothing was read: what the page shows where there is nothing. */
export const NOTHING_READ: Account = {
  ...PORT_FIRE,
  reports: REPORTS.slice(3, 4),
  entities: [],
  claims: [],
  stories: [
    {
      ...STORY,
      reports: ["report-r4"],
      time: null,
      places: [],
      witnesses: [{ id: "w1", reports: ["report-r4"], origin: null }],
      copies: [],
      ledger: [],
      timeline: [],
      disagreements: [],
      offices: [],
      measuresInForce: [],
      brief: { lang: "ar", sentences: [] },
    },
  ],
};
