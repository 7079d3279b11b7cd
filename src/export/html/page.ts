import { createHash } from "node:crypto";
import type { Account, Story } from "../../core/contract.js";
import { briefSection } from "./brief.js";
import { type Context, comma, indexAccount } from "./context.js";
import { copiesSection } from "./copies.js";
import { disagreementsSection } from "./disagreements.js";
import { evidenceData } from "./evidence.js";
import { drawMasthead, drawStoryHead, drawStoryIndex } from "./header.js";
import { ledgerSection } from "./ledger.js";
import { clean, type Html, html, jsonBlock, trusted } from "./markup.js";
import { entitiesSection, measuresInForceSection, officesSection } from "./people.js";
import { type Lang, PhraseBook } from "./phrases.js";
import { SCRIPT } from "./script.js";
import { drawSection, type Section } from "./section.js";
import { sourcesSection } from "./sources.js";
import { STYLE } from "./style.js";
import { timelineSection } from "./timeline.js";
import { whoSaysSection } from "./who-says.js";

export interface PageOptions {
  /** The language the page opens in; by default that of most reports, Arabic where in doubt. */
  readonly lang?: Lang;
}

/**
 * The account as one self-contained HTML page: no network, no framework, one small script that
 * opens evidence and switches language. The same account gives the same bytes.
 */
export function renderPage(account: Account, options: PageOptions = {}): string {
  const phrases = new PhraseBook(options.lang ?? languageOfReports(account));
  const context = indexAccount(account, phrases);
  const ending = [entitiesSection(context), sourcesSection(context)];
  const { stories } = account;
  const only = stories.length === 1 ? stories[0] : undefined;
  const body = only
    ? drawOnly(context, only, ending)
    : drawSeveral({ ...context, level: 3 }, context, ending);
  return drawDocument(context, titleOf(account), body);
}

function languageOfReports({ reports }: Account): Lang {
  const english = reports.filter(({ language }) => language.startsWith("en")).length;
  return english * 2 > reports.length ? "en" : "ar";
}

function titleOf({ stories }: Account): string {
  const title = stories.length === 1 ? stories[0]?.title : undefined;
  return title ? `${clean(title)} — إسناد Isnad` : "إسناد Isnad";
}

function storySections(context: Context, story: Story): readonly Section[] {
  return [
    briefSection(context, story),
    ledgerSection(context, story),
    disagreementsSection(context, story),
    timelineSection(context, story),
    whoSaysSection(context, story),
    officesSection(context, story),
    measuresInForceSection(context, story),
    copiesSection(context, story),
  ];
}

function drawOnly(context: Context, story: Story, ending: readonly Section[]): Html {
  const sections = [...storySections(context, story), ...ending];
  return html`${drawMasthead(context)}<header class="head">${drawStoryHead(context, story, 1)}</header>${drawBar(context, sections, "")}<main id="main" tabindex="-1">${sections.map((section) => drawSection(context, "", section))}</main>`;
}

function drawSeveral(inner: Context, outer: Context, ending: readonly Section[]): Html {
  const { stories } = outer.account;
  const top = { ...outer, level: 2 };
  const drawn = stories.map((story, i) => {
    const prefix = `story-${i + 1}-`;
    const sections = storySections(inner, story);
    const told = sections.filter(({ count }) => count !== 0);
    const untold = sections.filter(({ count }) => count === 0);
    return html`<article class="story" id="story-${i + 1}">${drawStoryHead(inner, story, 2)}${told.map((part) => drawSection(inner, prefix, part))}${untold.length > 0 && drawUntold(inner, untold)}</article>`;
  });
  return html`${drawMasthead(outer)}<header class="head">${drawStoryIndex(outer)}</header>${drawBar(top, ending, "")}<main id="main" tabindex="-1">${drawn}${ending.map((section) => drawSection(top, "", section))}</main>`;
}

/** Among several stories the parts with nothing in them are one line, not a page of notes. */
function drawUntold(context: Context, sections: readonly Section[]): Html {
  const titles = sections.map(({ title }, i) => [
    i > 0 && comma(context),
    context.phrases.text(title),
  ]);
  return html`<p class="note untold">${context.phrases.text({ ar: "لا شيء في:", en: "Nothing in:" })} ${titles}</p>`;
}

function drawBar({ phrases }: Context, sections: readonly Section[], prefix: string): Html {
  const items = sections.map(
    ({ key, title, count }) =>
      html`<li><a href="#${prefix}${key}">${phrases.text(title)}${count !== null && html` <span class="n">${count}</span>`}</a></li>`,
  );
  return html`<nav class="bar"${phrases.name({ ar: "أقسام الصفحة", en: "Sections" })}><ul>${items}</ul></nav>`;
}

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

function drawDocument(context: Context, title: string, body: Html): string {
  const { phrases } = context;
  const { lang } = phrases;
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const skip = html`<a class="skip" href="#main">${phrases.text({ ar: "إلى المحتوى", en: "Skip to content" })}</a>`;
  const panel = drawPanel(context);
  const footer = html`<footer class="foot"><p>${phrases.text({
    ar: "كل قيمة في هذه الصفحة مأخوذة من كلام تقرير، وتُفتح جملتها بنقرة. ما لم يُذكر قيل إنه غير مذكور.",
    en: "Every value on this page rests on a report’s words and opens its sentence. What is not stated is said not to be.",
  })}</p><p><bdi>${context.account.engine}</bdi> · <bdi>${context.account.schema}</bdi></p></footer>`;
  // The data comes last: drawing it adds the last phrases to the book.
  const claims = evidenceData(context);
  const data = jsonBlock({ claims, phrases: phrases.pairs() });
  const page = html`<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${skip}
${body}
${footer}
${panel}
<script type="application/json" id="data">${data}</script>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

function drawPanel({ phrases }: Context): Html {
  return html`<dialog class="panel" id="panel" aria-labelledby="panel-title"><div class="panelhead"><h2 id="panel-title" tabindex="-1">${phrases.text({ ar: "الدليل", en: "Evidence" })}</h2><button type="button" class="close"${phrases.name({ ar: "إغلاق", en: "Close" })}>×</button></div><div id="panel-body" data-place="${phrases.number({ ar: "في موضعه من النصّ", en: "In its place in the text" })}" data-mention="${phrases.number({ ar: "ورود الاسم", en: "Mention of the name" })}" data-more="${phrases.number({ ar: "أقوال أخرى لم تُعرض", en: "further claims not shown" })}"></div></dialog>`;
}
