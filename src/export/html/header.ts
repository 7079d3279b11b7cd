import type { Story } from "../../core/contract.js";
import { type Context, comma, entityName } from "./context.js";
import { describeCount, describeTime, NOT_STATED } from "./format.js";
import { type Html, heading, html } from "./markup.js";
import type { Phrase } from "./phrases.js";

const PLACES_SHOWN = 8;

export function drawMasthead({ phrases }: Context): Html {
  return html`<div class="masthead" role="banner"><p class="mark"><span lang="ar">إسناد</span> <span lang="en">Isnad</span></p><p class="motto">${phrases.text({ ar: "حساب واحد بمصادره", en: "One sourced account" })}</p><p class="langs" role="group"${phrases.name({ ar: "لغة الواجهة", en: "Interface language" })}><button type="button" data-lang="ar" lang="ar" hidden>العربية</button><button type="button" data-lang="en" lang="en" hidden>English</button></p></div>`;
}

/** Title, days and places, and the counts a reader weighs the story by. */
export function drawStoryHead(context: Context, story: Story, level: number): Html {
  const { phrases } = context;
  const contradictions = story.disagreements.filter((d) => d.relation === "contradicts").length;
  const places = story.places.slice(0, PLACES_SHOWN);
  const title = story.title.trim();
  return html`${heading(level, title === "" ? phrases.text({ ar: "خبر بلا عنوان", en: "Untitled story" }) : html`<span dir="auto">${title}</span>`)}<p class="dateline">${phrases.text(describeTime(story.time))}${places.length > 0 && html` — ${places.map((id, i) => [i > 0 && comma(context), entityName(context, id)])}`}</p><ul class="counts"><li>${phrases.text(describeCount(story.reports.length, "reports"))} <span class="to" aria-hidden="true"></span> ${phrases.text(describeCount(story.witnesses.length, "witnesses"))}</li><li>${phrases.text(describeCount(story.disagreements.length, "differences"))}</li>${contradictions > 0 && html`<li class="alarm">${phrases.text(describeCount(contradictions, "contradictions"))}</li>`}</ul>`;
}

/** Where there are several stories, or none: what there is, each in a line. */
export function drawStoryIndex(context: Context): Html {
  const { phrases, account } = context;
  const title: Phrase =
    account.stories.length === 0
      ? { ar: "لم يُقرأ خبر", en: "No story was read" }
      : describeCount(account.stories.length, "stories");
  const lines = account.stories.map(
    (story, i) =>
      html`<li><a href="#story-${i + 1}"><span dir="auto">${story.title || "—"}</span></a> <span class="in line2">${story.time ? phrases.text(describeTime(story.time)) : phrases.text(NOT_STATED)} · ${phrases.text(describeCount(story.reports.length, "reports"))} <span class="to" aria-hidden="true"></span> ${phrases.text(describeCount(story.witnesses.length, "witnesses"))}</span></li>`,
  );
  return html`${heading(1, phrases.text(title))}<p class="dateline">${phrases.text(describeCount(account.reports.length, "reports"))}</p>${lines.length > 0 && html`<ol class="index">${lines}</ol>`}`;
}
