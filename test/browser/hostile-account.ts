import type { Account, Claim } from "../../src/core/contract.js";
import { PORT_FIRE } from "./fixture.js";

/** Text that would run, fetch or break out, were it ever taken for markup or script. */
export const PAYLOADS = [
  "<script>globalThis.hacked = 1</script>",
  "</script><img src=x onerror=globalThis.hacked=1>",
  '"><svg onload=globalThis.hacked=1>',
  "<!--",
  "]]>",
  "<base href=https://example.invalid/>",
  "<b>عريض</b>",
  "&lt;i&gt;",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the attack
  "${globalThis.hacked=1}",
  "javascript:globalThis.hacked=1",
  "👩‍👩‍👧‍👦",
] as const;

const BIDI = "\u202e\u2066\u2069\u2069\u202c";
const BROKEN = "\ud83d \udc00 \u0000 \u0007 \u2028 \u2029 \ufffe";

/** The port fire with every text of it, names and ids too, in an enemy's hand. */
export function hostileAccount(): Account {
  const bad = PAYLOADS.join(" ");
  const name = `${PAYLOADS[1]}${BIDI}${BROKEN}`;
  const text = `${bad} ${BIDI} ${BROKEN}\n${"قال ".repeat(200)}`;
  const claim = PORT_FIRE.claims[0] as Claim;
  const hostileClaims: Claim[] = [
    [0, text.length],
    [3, 30],
    [10, 60],
    [59, 61],
    [text.length - 1, text.length + 500],
    [500_000, 600_000],
  ].map(([start = 0, end = 0], i) => ({
    ...claim,
    id: `"><script>${i}`,
    report: "r\u202e<",
    span: [start, end],
    sentence: [0, 40],
    rule: name,
    place: name,
    places: [name],
    chain: claim.chain.map((link) => ({ ...link, name, entity: null, span: [2, 9] as const })),
  }));
  const story = PORT_FIRE.stories[0];
  const ids = hostileClaims.map(({ id }) => id);
  if (!story) throw new Error("the fixture has a story");
  return {
    schema: "isnad/account@1",
    engine: name,
    reports: PORT_FIRE.reports.slice(0, 1).map((report) => ({
      ...report,
      id: "r\u202e<",
      file: `/a/${name}`,
      url: "javascript:globalThis.hacked=1",
      outlet: name,
      title: name,
      language: 'ar" onmouseover="globalThis.hacked=1',
      text,
      published: { ...report.published, why: name, evidence: [] },
      sentences: [
        [0, 40],
        [20, 90],
        [90, 700_000],
      ],
      furniture: [[5, 15]],
      times: [],
    })),
    entities: PORT_FIRE.entities.map((entity) => ({
      ...entity,
      name,
      names: { 'x" onclick="': name },
      forms: [{ form: name, count: 1 }],
      mentions: [{ report: "r\u202e<", start: 1, end: 5 }],
      type: name,
    })),
    claims: hostileClaims,
    stories: [
      {
        ...story,
        title: name,
        reports: ["r\u202e<"],
        places: [name],
        witnesses: [{ id: name, reports: ["r\u202e<", "no such report"], origin: name }],
        copies: [],
        ledger: story.ledger.map((ledger) => ({
          ...ledger,
          id: name,
          counted: name,
          rule: name,
          rows: ledger.rows.map((row) => ({ ...row, claims: ids })),
        })),
        timeline: story.timeline.map((entry) => ({
          ...entry,
          type: name,
          title: name,
          claims: ids,
        })),
        disagreements: story.disagreements.map((d) => ({
          ...d,
          about: name,
          why: name,
          positions: d.positions.map((p) => ({ ...p, text: name, value: name, claims: ids })),
        })),
        offices: story.offices.map((o) => ({ ...o, office: name, change: name, claims: ids })),
        measuresInForce: story.measuresInForce.map((m) => ({ ...m, type: name, title: name })),
        brief: { lang: name, sentences: [{ text: name, claims: ids }] },
      },
    ],
  };
}
