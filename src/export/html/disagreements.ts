import type { Claim, Disagreement, Story } from "../../core/contract.js";
import { countedLabel } from "../labels/counted-label.js";
import { describeMessage, describeMessages } from "../labels/messages.js";
import { codeLabel } from "../labels.js";
import {
  type Context,
  evidenceLink,
  languageOf,
  quotation,
  reportNames,
  reportsOf,
} from "./context.js";
import { describeCount, describeValue } from "./format.js";
import { type Html, heading, html } from "./markup.js";
import { emptyNote, type Section } from "./section.js";

/** Contradictions first and alone raise their voice; differences that are explained stand below. */
export function disagreementsSection(context: Context, story: Story): Section {
  const open = story.disagreements.filter((d) => d.relation === "contradicts");
  const undecided = story.disagreements.filter((d) => d.relation === "undecided");
  const explained = story.disagreements.filter(
    (d) => d.relation !== "contradicts" && d.relation !== "undecided",
  );
  return {
    key: "disagreements",
    title: { ar: "الخلافات", en: "Disagreements" },
    count: story.disagreements.length,
    body:
      story.disagreements.length === 0
        ? emptyNote(context, emptyWords(story))
        : [
            open.map((d) => drawDisagreement(context, d)),
            undecided.map((d) => drawDisagreement(context, d)),
            explained.length > 0 &&
              drawExplained(context, explained, open.length + undecided.length),
          ],
  };
}

function emptyWords(story: Story): { ar: string; en: string } {
  return story.reports.length < 2
    ? {
        ar: "تقرير واحد لا يُقارَن بغيره: الخلاف يُرى بين تقريرين أو أكثر.",
        en: "One report alone: a disagreement shows between two or more.",
      }
    : {
        ar: "لم يُعثر على خلاف بين هذه التقارير في الأعداد والمناصب والأوقات والأماكن.",
        en: "No disagreement found between these reports over figures, offices, times or places.",
      };
}

function drawExplained(context: Context, list: readonly Disagreement[], before: number): Html {
  const title = context.phrases.text({
    ar: "فروق مفسَّرة: تحديث، أو فئة أضيق، أو لفظ أعمّ",
    en: "Differences explained: an update, a narrower group, a vaguer word",
  });
  return html`<details class="explained"${before === 0 && html` open`}><summary>${heading(context.level + 1, [title, html` <span class="n">${list.length}</span>`])}</summary>${list.map((d) => drawDisagreement(context, d))}</details>`;
}

function drawDisagreement(context: Context, d: Disagreement): Html {
  const { phrases } = context;
  const alarm = d.relation === "contradicts" ? " alarm" : "";
  const level = d.relation === "contradicts" || d.relation === "undecided" ? 1 : 2;
  return html`<article class="dispute${alarm}"><p class="kinds"><span class="relation">${phrases.text(codeLabel("relation", d.relation))}</span> <span class="kind">${phrases.text(codeLabel("disagreement", d.kind))}</span></p>${heading(context.level + level, subjectOf(context, d))}<div class="positions">${d.positions.map((position) => drawPosition(context, position))}</div><p class="why"><span class="sr">${phrases.text({ ar: "السبب: ", en: "Why: " })}</span>${drawWhy(context, d)}</p></article>`;
}

/** The reason in the page's language; as the account has it where it carries no codes. */
function drawWhy({ phrases }: Context, { why, whyMessages }: Disagreement): Html {
  if (!whyMessages || whyMessages.length === 0) return html`<span dir="auto">${why}</span>`;
  return phrases.text(describeMessages(whyMessages));
}

/** What it is about, in the page's language. */
function subjectOf(context: Context, d: Disagreement): Html {
  if (d.aboutMessage) return context.phrases.text(describeMessage(d.aboutMessage));
  const figures = d.positions.map((position) => figureOf(context, position));
  const measures = [...new Set(figures.map((figure) => figure?.measure))];
  const [measure] = measures;
  if (d.kind !== "figure" || measures.length !== 1 || measure === undefined) {
    return html`<bdi>${d.about}</bdi>`;
  }
  return context.phrases.text(codeLabel("measure", measure));
}

function figureOf(context: Context, position: Disagreement["positions"][number]): Claim["figure"] {
  return context.claims.get(position.claims[0] ?? "")?.claim.figure;
}

function positionValue(context: Context, position: Disagreement["positions"][number]): Html {
  const { phrases } = context;
  const figure = figureOf(context, position);
  if (position.valueMessage) return phrases.text(describeMessage(position.valueMessage));
  if (!figure) return html`${position.value}`;
  const counted = phrases.text(countedLabel(figure.counted));
  return html`${phrases.text(describeValue(figure.value))} <span class="counted">${counted}</span>`;
}

function drawPosition(context: Context, position: Disagreement["positions"][number]): Html {
  const { phrases } = context;
  const claim = context.claims.get(position.claims[0] ?? "")?.claim;
  const language = claim ? (context.reports.get(claim.report)?.report.language ?? "") : "";
  const words = position.text.trim()
    ? html`<q class="words"${languageOf(language)}>${position.text}</q>`
    : claim && quotation(context, claim);
  return html`<div class="position">${evidenceLink(context, position.claims, html`<strong dir="auto">${positionValue(context, position)}</strong> ${words ?? null}`, "ev value")}<p class="in">${reportNames(context, reportsOf(context, position.claims))} · ${phrases.text(describeCount(position.witnesses, "witnesses"))}</p></div>`;
}
