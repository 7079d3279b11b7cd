import type { Claim, Link, Story } from "../../core/contract.js";
import { codeLabel } from "../labels.js";
import {
  type Context,
  comma,
  entityName,
  evidenceLink,
  reportNames,
  reportsOf,
} from "./context.js";
import { drawFlow, type Flow } from "./flow-chart.js";
import { formatNumber } from "./format.js";
import { clip, type Html, html, isolate } from "./markup.js";
import { same } from "./phrases.js";
import { emptyNote, type Section } from "./section.js";
import { drawTable, type Row } from "./table.js";

/** Origins drawn and listed first; the rest fold. */
const SHOWN = 14;
const FOLDED = 150;

interface Origin {
  /** Null where the report speaks with its own voice. */
  readonly link: Link | null;
  readonly claims: Claim[];
  readonly relays: Map<string, Link>;
}

export function whoSaysSection(context: Context, story: Story): Section {
  const inStory = new Set(story.reports);
  const claims = context.account.claims.filter((claim) => inStory.has(claim.report));
  const origins = groupByOrigin(claims);
  const named = origins.filter(({ link }) => link !== null);
  return {
    key: "who",
    title: { ar: "من يقول", en: "Who says" },
    count: named.length,
    body:
      origins.length === 0
        ? emptyNote(context, {
            ar: "لا أقوال في هذه التقارير.",
            en: "No claims in these reports.",
          })
        : [drawGraph(context, origins), drawOrigins(context, origins)],
  };
}

const keyOf = (link: Link): string => link.entity ?? `${link.kind} ${link.name}`;

/** Who a claim goes back to: the innermost link beyond the report. */
function groupByOrigin(claims: readonly Claim[]): readonly Origin[] {
  const origins = new Map<string, Origin>();
  for (const claim of claims) {
    const links = claim.chain.slice(1).filter((link) => link.kind !== "report");
    const last = links[links.length - 1];
    const key = last ? keyOf(last) : "";
    let origin = origins.get(key);
    if (!origin) {
      origin = { link: last ?? null, claims: [], relays: new Map() };
      origins.set(key, origin);
    }
    origin.claims.push(claim);
    for (const relay of links.slice(0, -1)) origin.relays.set(keyOf(relay), relay);
  }
  return [...origins.values()].sort(
    (a, b) =>
      Number(a.link === null) - Number(b.link === null) || b.claims.length - a.claims.length,
  );
}

function drawGraph(context: Context, origins: readonly Origin[]): Html {
  const drawn = origins.slice(0, SHOWN);
  if (origins.length > SHOWN && !drawn.some(({ link }) => link === null)) {
    drawn.push(...origins.filter(({ link }) => link === null));
  }
  const flows = drawn.flatMap((origin) => origin.claims.map((claim) => flowOf(origin, claim)));
  const name = context.phrases.name({
    ar: "رسم: من التقرير إلى الناقل إلى القائل الأول؛ العرض بعدد الأقوال. الجدول بعده يحويها.",
    en: "Chart: from report to relay to first speaker; width is the number of claims. The table after it lists them.",
  });
  return html`<figure class="flowbox" role="img"${name}><div class="only-ar">${drawFlow(context, flows, "ar")}</div><div class="only-en">${drawFlow(context, flows, "en")}</div></figure>`;
}

function flowOf(origin: Origin, claim: Claim): Flow {
  const links = claim.chain.slice(1).filter((link) => link.kind !== "report");
  const relays = links.slice(0, -1);
  return {
    report: claim.report,
    relay: relays.length === 0 ? null : stopOf(relays),
    origin: origin.link === null ? null : stopOf([origin.link]),
  };
}

/** One stop of the flow; relays that follow one another are one. */
function stopOf(links: readonly Link[]): NonNullable<Flow["origin"]> {
  const names = links.map((link) =>
    link.kind === "unstated" || link.name === ""
      ? codeLabel("link", link.kind)
      : same(clip(link.name, 30)),
  );
  return {
    key: links.map(keyOf).join(" "),
    name: {
      ar: names.map(({ ar }) => ar).join("، "),
      en: names.map(({ en }) => en).join(", "),
    },
  };
}

function drawOrigins(context: Context, origins: readonly Origin[]): Html {
  const columns = [
    { ar: "القائل", en: "Speaker" },
    { ar: "صفته", en: "Kind" },
    { ar: "نقل عنه", en: "Through" },
    { ar: "في", en: "In" },
    { ar: "أقوال", en: "Claims" },
  ];
  const caption = { ar: "القائلون وما نُسب إليهم", en: "Speakers and what is credited to them" };
  const rows = origins.slice(0, FOLDED).map((origin) => originRow(context, origin));
  const rest = rows.slice(SHOWN);
  const left = origins.length - rows.length;
  return html`${drawTable(context, caption, columns, rows.slice(0, SHOWN))}${rest.length > 0 && html`<details><summary>${context.phrases.text({ ar: `بقية القائلين (${rest.length})`, en: `Other speakers (${rest.length})` })}</summary>${drawTable(context, caption, columns, rest)}${left > 0 && html`<p class="note">${context.phrases.text({ ar: `و${left} غيرهم في ملف JSON.`, en: `${left} more in the JSON file.` })}</p>`}</details>`}`;
}

function originRow(context: Context, { link, claims, relays }: Origin): Row {
  const { phrases } = context;
  const ids = claims.map(({ id }) => id);
  const own = phrases.text({ ar: "التقرير بلسانه", en: "The report in its own voice" });
  const name = link === null ? html`<span class="none">${own}</span>` : linkName(context, link);
  const through = [...relays.values()];
  return {
    cells: [
      evidenceLink(context, ids, name),
      link === null ? "—" : phrases.text(codeLabel("link", link.kind)),
      through.length === 0
        ? "—"
        : html`${through.slice(0, 6).map((relay, i) => [i > 0 && comma(context), linkName(context, relay)])}`,
      reportNames(context, reportsOf(context, ids)),
      html`<span class="n">${formatNumber(claims.length)}</span>`,
    ],
  };
}

function linkName(context: Context, link: Link): Html {
  if (link.entity !== null && context.entities.has(link.entity)) {
    return entityName(context, link.entity);
  }
  return link.name && link.kind !== "unstated"
    ? isolate(link.name)
    : context.phrases.text(codeLabel("link", link.kind));
}
