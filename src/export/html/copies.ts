import type { Range, Report, Story } from "../../core/contract.js";
import { type Context, languageOf, reportAnchor, reportName, reportNames } from "./context.js";
import { describeCount } from "./format.js";
import { type Content, type Html, heading, html, isolate, sourceText } from "./markup.js";
import { type Layer, splitLayers } from "./pieces.js";
import { emptyNote, type Section } from "./section.js";
import { drawTable } from "./table.js";

type Copy = Story["copies"][number];
type Pair = Copy["pairs"][number];

/** A matrix wider than this no longer fits a page; the list says the same. */
const MATRIX_LIMIT = 12;
const PAIRS_SHOWN = 80;
const PASSAGES_SHOWN = 12;
/** Shared runs nearer than this, in code units of either text, are one passage. */
const SAME_PASSAGE = 160;

export function copiesSection(context: Context, story: Story): Section {
  const copies = [...story.copies].sort((a, b) => b.share - a.share);
  const shown = copies.slice(0, PAIRS_SHOWN);
  return {
    key: "copies",
    title: { ar: "النُّسَخ والشهود", en: "Copies and witnesses" },
    count: copies.length,
    body: [
      drawWitnesses(context, story),
      copies.length === 0
        ? emptyNote(context, {
            ar: "لا فقرات منقولة بين هذه التقارير.",
            en: "No passages copied between these reports.",
          })
        : [
            drawMatrix(context, copies),
            shown.map((copy, i) => drawCopy(context, copy, i === 0 && copies.length <= 6)),
            copies.length > shown.length &&
              html`<p class="note">${context.phrases.text({
                ar: `و${copies.length - shown.length} زوجًا غيرها في ملف JSON.`,
                en: `${copies.length - shown.length} more pairs in the JSON file.`,
              })}</p>`,
          ],
    ],
  };
}

function drawWitnesses(context: Context, story: Story): Html {
  const { phrases } = context;
  const rows = story.witnesses.map((witness, i) => ({
    cells: [
      phrases.text({ ar: `شاهد ${i + 1}`, en: `Witness ${i + 1}` }),
      reportNames(context, witness.reports),
      witness.origin === null
        ? html`<span class="none">${phrases.text({ ar: "غير مذكور", en: "not stated" })}</span>`
        : isolate(originName(context, witness.origin)),
    ],
  }));
  return html`<p class="note">${phrases.text({
    ar: "التقارير التي تنقل نصًّا واحدًا شاهد واحد، مهما كثرت.",
    en: "Reports that carry one text are one witness, however many they are.",
  })}</p>${drawTable(
    context,
    { ar: "الشهود", en: "Witnesses" },
    [
      { ar: "الشاهد", en: "Witness" },
      { ar: "التقارير", en: "Reports" },
      { ar: "الأصل", en: "Origin" },
    ],
    rows,
  )}`;
}

/** An origin may be an entity's id or a name. */
function originName(context: Context, origin: string): string {
  return context.entities.get(origin)?.name ?? context.reports.get(origin)?.report.outlet ?? origin;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function pairAnchor(context: Context, from: string, to: string): string {
  const [a, b] = [from, to].map((id) => (context.reports.get(id)?.index ?? 0) + 1);
  return `copy-${a}-${b}`;
}

function drawMatrix(context: Context, copies: readonly Copy[]): Html | null {
  const involved = new Set(copies.flatMap(({ from, to }) => [from, to]));
  const ids = context.account.reports.map(({ id }) => id).filter((id) => involved.has(id));
  if (ids.length < 3 || ids.length > MATRIX_LIMIT) return null;
  const cell = (row: string, column: string): Html => {
    if (row === column) return html`<td class="self"></td>`;
    const copy = copies.find(
      ({ from, to }) => (from === row && to === column) || (from === column && to === row),
    );
    if (!copy) return html`<td class="none">·</td>`;
    const tint = Math.min(4, Math.floor(copy.share * 5));
    return html`<td class="share t${tint}"><a href="#${pairAnchor(context, copy.from, copy.to)}"><bdi dir="ltr">${percent(copy.share)}</bdi></a></td>`;
  };
  const caption = context.phrases.text({
    ar: "نصيب التقرير الأقصر الوارد في الآخر",
    en: "Share of the shorter report that stands in the other",
  });
  return html`<div class="scroll" tabindex="0" role="region"${context.phrases.name({ ar: "مصفوفة النُّسَخ", en: "Matrix of copies" })}><table class="matrix"><caption>${caption}</caption><thead><tr><td></td>${ids.map((id) => html`<th scope="col">${reportName(context, id)}</th>`)}</tr></thead><tbody>${ids.map((row) => html`<tr><th scope="row">${reportName(context, row)}</th>${ids.map((column) => cell(row, column))}</tr>`)}</tbody></table></div>`;
}

function drawCopy(context: Context, copy: Copy, open: boolean): Html | null {
  const from = context.reports.get(copy.from);
  const to = context.reports.get(copy.to);
  if (!from || !to) return null;
  const { phrases } = context;
  const passages = groupPassages(copy.pairs);
  const said =
    copy.direction === "known"
      ? phrases.text({ ar: "الثاني ينقل عن الأول", en: "the second copies the first" })
      : phrases.text({ ar: "مشترك، والسابق غير معروف", en: "shared, which came first unknown" });
  const origin =
    copy.origin !== null &&
    html` · ${phrases.text({ ar: "الأصل:", en: "origin:" })} ${isolate(originName(context, copy.origin))}`;
  const title: Content = [
    reportName(context, copy.from),
    html` <span class="with">${phrases.text({ ar: "و", en: "and" })}</span> `,
    reportName(context, copy.to),
    html` <bdi class="n" dir="ltr">${percent(copy.share)}</bdi>`,
  ];
  const left = passages.length - PASSAGES_SHOWN;
  return html`<details class="copy" id="${pairAnchor(context, copy.from, copy.to)}"${open && html` open`}><summary>${heading(context.level + 1, title)}</summary><p class="in">${said}${origin}</p>${passages.slice(0, PASSAGES_SHOWN).map((pairs) => drawPassage(context, from.report, to.report, pairs))}${left > 0 && html`<p class="note">${phrases.text(describeCount(left, "more"))}</p>`}<p class="in"><a href="#${reportAnchor(from)}">${reportName(context, copy.from)}</a> · <a href="#${reportAnchor(to)}">${reportName(context, copy.to)}</a></p></details>`;
}

/** Joins aligned runs that follow one another in both texts. */
function groupPassages(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const sorted = [...pairs].sort((a, b) => a[0][0] - b[0][0] || a[1][0] - b[1][0]);
  const passages: Pair[][] = [];
  for (const pair of sorted) {
    const passage = passages[passages.length - 1];
    const last = passage?.[passage.length - 1];
    const follows =
      last &&
      pair[0][0] - last[0][1] <= SAME_PASSAGE &&
      pair[1][0] >= last[1][0] &&
      pair[1][0] - last[1][1] <= SAME_PASSAGE;
    if (passage && follows) passage.push(pair);
    else passages.push([pair]);
  }
  return passages.sort((a, b) => lengthOf(b) - lengthOf(a));
}

const lengthOf = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, [[start, end]]) => sum + end - start, 0);

function drawPassage(context: Context, from: Report, to: Report, pairs: readonly Pair[]): Html {
  const side = (report: Report, ranges: readonly Range[]): Html =>
    html`<div class="side"><p class="in">${reportName(context, report.id)}</p><p class="text"${languageOf(report.language)}>${drawShared(report.text, ranges)}</p></div>`;
  return html`<div class="sides">${side(
    from,
    pairs.map(([a]) => a),
  )}${side(
    to,
    pairs.map(([, b]) => b),
  )}</div>`;
}

/** The passage with its shared words lit, and the words between them plain. */
function drawShared(text: string, ranges: readonly Range[]): Html {
  const start = Math.min(...ranges.map(([s]) => s));
  const end = Math.min(text.length, Math.max(...ranges.map(([, e]) => e)));
  const layers: Layer<true>[] = ranges.map(([s, e]) => ({
    range: [s - start, e - start],
    mark: true,
  }));
  const passage = text.slice(start, end);
  return html`${splitLayers(passage.length, layers).map(({ start: s, end: e, marks }) => {
    const words = sourceText(passage.slice(s, e));
    return marks.length > 0 ? html`<mark>${words}</mark>` : words;
  })}`;
}
