import type { Story } from "../../core/contract.js";
import { type Context, evidenceLink, languageOf, reportNames, reportsOf } from "./context.js";
import { type Html, html } from "./markup.js";
import { emptyNote, type Section } from "./section.js";

/** Sentences taken from the reports, never written by the program. */
export function briefSection(context: Context, story: Story): Section {
  const { sentences, lang } = story.brief;
  return {
    key: "brief",
    title: { ar: "الموجز", en: "Brief" },
    count: null,
    body:
      sentences.length === 0
        ? emptyNote(context, {
            ar: "لا جملة في هذه التقارير تصلح موجزًا.",
            en: "No sentence of these reports serves as a brief.",
          })
        : html`<p class="note">${context.phrases.text({
            ar: "جُمل منقولة بنصّها من التقارير.",
            en: "Sentences quoted from the reports, word for word.",
          })}</p><ol class="sentences">${sentences.map((sentence) => drawSentence(context, lang, sentence))}</ol>`,
  };
}

function drawSentence(
  context: Context,
  lang: string,
  { text, claims }: Story["brief"]["sentences"][number],
): Html {
  const reports = reportsOf(context, claims);
  const names =
    reports.length > 0 && html` <span class="in">${reportNames(context, reports)}</span>`;
  return html`<li${languageOf(lang)}>${evidenceLink(context, claims, text, "ev line")}${names}</li>`;
}
