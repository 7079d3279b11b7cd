import type { Ledger, LedgerRow, Link, Measure, Story } from "../../core/contract.js";
import { countedLabel } from "../labels/counted-label.js";
import { describeMessages } from "../labels/messages.js";
import { codeLabel } from "../labels.js";
import {
  type Context,
  comma,
  entityName,
  evidenceLink,
  notStated,
  quotation,
  reportNames,
  reportsOf,
} from "./context.js";
import { describeTime, describeValue, formatNumber, yearOf } from "./format.js";
import { CHART_ROWS, drawLedgerChart, sayingsOf } from "./ledger-chart.js";
import { type Content, type Html, heading, html, isolate } from "./markup.js";
import { emptyNote, type Section } from "./section.js";
import { drawTable, type Row } from "./table.js";

export function ledgerSection(context: Context, story: Story): Section {
  const measures = [...new Set(story.ledger.map((ledger) => ledger.measure))];
  return {
    key: "ledger",
    title: { ar: "سجلّ الأعداد", en: "Ledger of figures" },
    count: story.ledger.length,
    body:
      measures.length === 0
        ? emptyNote(context, {
            ar: "لا تذكر هذه التقارير عددًا يُتابَع: لا قتلى ولا جرحى ولا معتقلين.",
            en: "These reports tell no figure to follow: no dead, injured or arrested.",
          })
        : measures.map((measure) => drawMeasure(context, story, measure)),
  };
}

function drawMeasure(context: Context, story: Story, measure: Measure): Html {
  const year = yearOf(story.time);
  const ledgers = story.ledger.filter((ledger) => ledger.measure === measure);
  const followed = ledgers.filter((ledger) => ledger.rows.length > 1);
  const once = ledgers.filter((ledger) => ledger.rows.length === 1);
  return html`<div class="measure">${heading(context.level + 1, context.phrases.text(codeLabel("measure", measure)))}${followed.map((ledger) => drawLedger(context, ledger, year))}${once.length > 0 && drawOnce(context, once, year)}</div>`;
}

/** What is counted, and where, where the ledger is of one place. */
function subjectOf(context: Context, ledger: Ledger): Html {
  const counted = context.phrases.text(countedLabel(ledger.counted));
  if (ledger.place === null) return counted;
  return html`${counted}${comma(context)}${entityName(context, ledger.place)}`;
}

function drawLedger(context: Context, ledger: Ledger, year: number | undefined): Html {
  const { phrases } = context;
  const measure = codeLabel("measure", ledger.measure);
  const chart = html`<figure role="img"${phrases.name({
    ar: `رسم: ${measure.ar}، كما قيل يومًا بيوم. الجدول بعده يحوي القيم كلها.`,
    en: `Chart: ${measure.en}, day by day as said. The table after it has every value.`,
  })}><div class="only-ar">${drawLedgerChart(context, ledger, "ar")}</div><div class="only-en">${drawLedgerChart(context, ledger, "en")}</div></figure>`;
  const hidden = sayingsOf(ledger).length - CHART_ROWS;
  const cut =
    hidden > 0 &&
    html`<p class="note">${phrases.text({
      ar: `في الرسم ${CHART_ROWS} سطرًا هي القائمة والأحدث، وفي الجدول كلها.`,
      en: `The chart has ${CHART_ROWS} rows, those that stand and the latest; the table has all.`,
    })}</p>`;
  const table = drawTable(
    context,
    measure,
    COLUMNS,
    ledger.rows.map((row) => rowOf(context, ledger, row, year)),
  );
  return html`<div class="ledger-one" id="${safeId(ledger.id)}">${heading(context.level + 2, subjectOf(context, ledger))}${drawRange(context, ledger)}<div class="spread">${chart}${cut}${table}</div></div>`;
}

const safeId = (id: string): string => id.replace(/[^\w-]/g, "_");

function drawRange(context: Context, ledger: Ledger): Html {
  const { phrases } = context;
  const part = (title: { ar: string; en: string }, n: number | null, className: string): Html =>
    html`<div class="${className}"><dt>${phrases.text(title)}</dt><dd>${n === null ? unsaid(context, ledger) : evidenceLink(context, claimsAt(ledger, n), numberAt(context, ledger, n))}</dd></div>`;
  return html`<dl class="range">${part({ ar: "أدنى", en: "Low" }, ledger.low, "low")}${part({ ar: "الأرجح", en: "Best" }, ledger.best, "best")}${part({ ar: "أعلى", en: "High" }, ledger.high, "high")}</dl><p class="rule">${drawRule(context, ledger)}</p>`;
}

/** The rule in the page's language; as the account has it where it carries no codes. */
function drawRule({ phrases }: Context, { rule, ruleMessages }: Ledger): Html {
  if (!ruleMessages || ruleMessages.length === 0) return html`<span dir="auto">${rule}</span>`;
  return phrases.text(describeMessages(ruleMessages, { ar: " ", en: " " }));
}

/** No number at an end of the range: nothing was told, or no limit was. */
function unsaid(context: Context, { low, best }: Ledger): Html {
  if (low === null && best === null) return notStated(context);
  const words = context.phrases.text({ ar: "بلا حدّ مذكور", en: "no limit told" });
  return html`<span class="none limit">${words}</span>`;
}

/** The number, open upwards where all who tell it tell it so. */
function numberAt({ phrases }: Context, ledger: Ledger, n: number): Html {
  const rows = rowsAt(ledger, n);
  const open = rows.length > 0 && rows.every(({ value }) => value.max === null);
  return open
    ? phrases.text(describeValue({ min: n, max: null, hedge: "bound" }))
    : html`<bdi>${formatNumber(n)}</bdi>`;
}

const claimsAt = (ledger: Ledger, n: number): readonly string[] =>
  rowsAt(ledger, n).flatMap((row) => row.claims);

/** The rows that say this number: those that stand, or where none does those that did. */
function rowsAt(ledger: Ledger, n: number): readonly LedgerRow[] {
  const saying = ledger.rows.filter(({ value }) => value.min === n || value.max === n);
  const standing = saying.filter((row) => row.supersededBy === null);
  return standing.length > 0 ? standing : saying;
}

const COLUMNS = [
  { ar: "القيمة", en: "Value" },
  { ar: "القائل", en: "Speaker" },
  { ar: "قيل", en: "Said" },
  { ar: "وقع", en: "Happened" },
  { ar: "الشهود", en: "Witnesses" },
] as const;

function rowOf(context: Context, ledger: Ledger, row: LedgerRow, year: number | undefined): Row {
  return {
    className: row.supersededBy === null ? "" : "old",
    cells: [
      drawValue(context, ledger, row),
      drawSpeaker(context, row),
      timeCell(context, row.saidOn, year),
      timeCell(context, row.happened, year),
      html`<span class="n">${row.witnesses}</span>`,
    ],
  };
}

function timeCell(context: Context, time: LedgerRow["saidOn"], year: number | undefined): Content {
  return time === null ? notStated(context) : context.phrases.text(describeTime(time, year));
}

function drawValue(context: Context, ledger: Ledger, row: LedgerRow): Html {
  const { phrases } = context;
  const claim = context.claims.get(row.claims[0] ?? "")?.claim;
  const words = claim ? quotation(context, claim, 90) : null;
  const successor = row.supersededBy === null ? undefined : ledger.rows[row.supersededBy];
  const superseded =
    successor &&
    html`<span class="tag">${phrases.text({
      ar: `حلّ محلّه: ${describeValue(successor.value).ar}`,
      en: `superseded by ${describeValue(successor.value).en}`,
    })}</span>`;
  const link = evidenceLink(
    context,
    row.claims,
    html`<strong>${phrases.text(describeValue(row.value))}</strong> ${words}`,
    "ev value",
  );
  return html`${link}${superseded ?? null}`;
}

/** The speaker, through whom, and in which reports. */
function drawSpeaker(context: Context, row: LedgerRow): Html {
  const reports = reportsOf(context, row.claims);
  const self = row.speaker.kind === "report" || row.speaker.kind === "unstated";
  const via = row.via.filter((link) => link.kind !== "report" && link.name !== "");
  return html`${self ? ownVoice(context, row.speaker) : drawLink(context, row.speaker)}${via.length > 0 && html` <span class="via">${context.phrases.text({ ar: "عبر", en: "via" })} ${via.map((link, i) => [i > 0 && comma(context), drawLink(context, link)])}</span>`} <span class="in">${context.phrases.text({ ar: "في", en: "in" })} ${reportNames(context, reports)}</span>`;
}

function ownVoice(context: Context, link: Link): Html {
  const said =
    link.kind === "report"
      ? { ar: "التقرير نفسه", en: "the report itself" }
      : { ar: "القائل غير مذكور", en: "speaker not stated" };
  return html`<span class="none">${context.phrases.text(said)}</span>`;
}

function drawLink(context: Context, link: Link): Html {
  return link.entity !== null && context.entities.has(link.entity)
    ? entityName(context, link.entity)
    : isolate(link.name);
}

/** Ledgers of one row need no chart: a line each. */
function drawOnce(context: Context, ledgers: readonly Ledger[], year: number | undefined): Html {
  const rows = ledgers.flatMap((ledger) =>
    ledger.rows.map((row): Row => {
      const { cells } = rowOf(context, ledger, row, year);
      return { cells: [cells[0] ?? null, subjectOf(context, ledger), ...cells.slice(1)] };
    }),
  );
  const [value, ...rest] = COLUMNS;
  return html`<div class="once">${heading(context.level + 2, context.phrases.text({ ar: "قيل مرة واحدة", en: "Said once" }))}${drawTable(context, { ar: "قيل مرة واحدة", en: "Said once" }, [value, { ar: "المعدود", en: "Counted" }, ...rest], rows)}</div>`;
}
