import type { Entity, Story } from "../../core/contract.js";
import { codeLabel } from "../labels.js";
import {
  type Context,
  comma,
  entityName,
  evidenceLink,
  nameList,
  notStated,
  reportNames,
  reportsOf,
} from "./context.js";
import { describeCount, describeTime } from "./format.js";
import { type Html, heading, html, isolate } from "./markup.js";
import { piecesOf } from "./pieces.js";
import { emptyNote, type Section } from "./section.js";
import { drawTable } from "./table.js";

export function officesSection(context: Context, story: Story): Section {
  const columns = [
    { ar: "الشخص", en: "Person" },
    { ar: "المنصب", en: "Office" },
    { ar: "الحال", en: "Change" },
    { ar: "متى", en: "When" },
    { ar: "في", en: "In" },
    { ar: "الشهود", en: "Witnesses" },
  ];
  const title = { ar: "الأشخاص والمناصب", en: "People and offices" };
  return {
    key: "offices",
    title,
    count: story.offices.length,
    body:
      story.offices.length === 0
        ? emptyNote(context, {
            ar: "لا يُذكر في هذه التقارير منصب لأحد.",
            en: "These reports name no one's office.",
          })
        : drawTable(
            context,
            title,
            columns,
            story.offices.map((row) => ({
              cells: [
                evidenceLink(context, row.claims, entityName(context, row.holder)),
                html`${context.phrases.text(codeLabel("office", row.office))}${row.of !== null && [comma(context), entityName(context, row.of)]}`,
                context.phrases.text(codeLabel("change", row.change)),
                row.time === null
                  ? notStated(context)
                  : context.phrases.text(describeTime(row.time)),
                reportNames(context, reportsOf(context, row.claims)),
                html`<span class="n">${row.witnesses}</span>`,
              ],
            })),
          ),
  };
}

export function measuresInForceSection(context: Context, story: Story): Section {
  const columns = [
    { ar: "التدبير", en: "Measure" },
    { ar: "أين", en: "Where" },
    { ar: "من", en: "From" },
    { ar: "إلى", en: "Until" },
    { ar: "في", en: "In" },
    { ar: "الشهود", en: "Witnesses" },
  ];
  const title = { ar: "تدابير سارية", en: "Measures in force" };
  const time = (t: Story["time"]): Html =>
    t === null ? notStated(context) : context.phrases.text(describeTime(t));
  return {
    key: "measures",
    title,
    count: story.measuresInForce.length,
    body:
      story.measuresInForce.length === 0
        ? emptyNote(context, {
            ar: "لا تُذكر طوارئ ولا حظر تجوّل ولا غيرهما من التدابير.",
            en: "No emergency, curfew or other measure is told.",
          })
        : drawTable(
            context,
            title,
            columns,
            story.measuresInForce.map((row) => ({
              cells: [
                evidenceLink(
                  context,
                  row.claims,
                  html`<span class="type">${context.phrases.text(codeLabel("event", row.type))}</span> <span class="words" dir="auto">${row.title}</span>`,
                ),
                nameList(context, row.places),
                time(row.from),
                time(row.to),
                reportNames(context, reportsOf(context, row.claims)),
                html`<span class="n">${row.witnesses}</span>`,
              ],
            })),
          ),
  };
}

/** In the order the page lists them. */
const KINDS = ["person", "organization", "place", "group", "outlet"] as const;
const SHOWN_OF_A_KIND = 30;
const PLACES_IN_TEXT = 8;

export function entitiesSection(context: Context): Section {
  const met = context.account.entities.filter((entity) => entity.mentions.length > 0);
  return {
    key: "entities",
    title: { ar: "الأسماء بكل رسومها", en: "Names in every spelling" },
    count: met.length,
    body:
      met.length === 0
        ? emptyNote(context, { ar: "لم يُعرف اسم في النصوص.", en: "No name was recognised." })
        : KINDS.map((kind) => drawKind(context, kind, met)),
  };
}

function drawKind(context: Context, kind: Entity["kind"], met: readonly Entity[]): Html | null {
  const entities = met
    .filter((entity) => entity.kind === kind)
    .sort((a, b) => b.mentions.length - a.mentions.length);
  if (entities.length === 0) return null;
  const shown = entities.slice(0, SHOWN_OF_A_KIND).map((entity) => drawEntity(context, entity));
  const rest = entities.slice(SHOWN_OF_A_KIND).map((entity) => drawEntity(context, entity));
  const title = context.phrases.text(codeLabel("entity", kind));
  return html`<details class="kind"><summary>${heading(context.level + 1, [title, html` <span class="n">${entities.length}</span>`])}</summary><ul class="names">${shown}</ul>${rest.length > 0 && html`<details><summary>${context.phrases.text(describeCount(rest.length, "more"))}</summary><ul class="names">${rest}</ul></details>`}</details>`;
}

function drawEntity(context: Context, entity: Entity): Html {
  const { phrases } = context;
  const forms = entity.forms.filter(({ form, count }) => count > 0 && form !== entity.name);
  const other = Object.entries(entity.names).filter(([, name]) => name !== entity.name);
  const type =
    entity.type !== null &&
    html` <span class="type">${phrases.text(codeLabel("type", entity.type))}</span>`;
  const located =
    entity.kind === "place" &&
    html` <span class="tag">${phrases.text(entity.geo ? { ar: "مُحدَّد الموقع", en: "located" } : { ar: "مذكور، غير محدَّد الموقع", en: "named, not located" })}</span>`;
  const spelled =
    forms.length > 0 &&
    html`<p class="forms"><span class="sr">${phrases.text({ ar: "رسومه: ", en: "Spellings: " })}</span>${forms.map(({ form, count }, i) => [i > 0 && html` · `, html`<span class="form" dir="auto">${form}</span> <span class="no">${count}</span>`])}</p>`;
  return html`<li><p class="name"><strong>${isolate(entity.name)}</strong>${other.slice(0, 3).map(([lang, name]) => html` <bdi class="other" lang="${lang}">${name}</bdi>`)}${type}${located}</p>${spelled}<p class="in">${phrases.text(describeCount(entity.mentions.length, "mentions"))}: ${drawMentions(context, entity)}</p></li>`;
}

/** Each mention opens its sentence; the first few are enough to check a name by. */
function drawMentions(context: Context, entity: Entity): Html {
  const links: Html[] = [];
  for (const { report, start, end } of entity.mentions) {
    if (links.length === PLACES_IN_TEXT) break;
    const entry = context.reports.get(report);
    const pieces = entry && piecesOf(entry.pieces, [start, end]);
    if (!entry || !pieces) continue;
    const from = entry.pieces[pieces[0]]?.[0] ?? 0;
    const at = `${start - from}-${end - from}`;
    links.push(
      html`<a class="ev at" href="#s${entry.index}-${pieces[0]}" data-s="${entry.index} ${pieces[0]} ${at}">${context.phrases.text({ ar: `تقرير ${entry.index + 1}`, en: `Report ${entry.index + 1}` })}</a>`,
    );
  }
  const left = entity.mentions.length - links.length;
  return html`${links.map((link, i) => [i > 0 && comma(context), link])}${left > 0 && [comma(context), context.phrases.text(describeCount(left, "more"))]}`;
}
