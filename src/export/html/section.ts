import type { Context } from "./context.js";
import { type Content, type Html, heading, html } from "./markup.js";
import type { Phrase } from "./phrases.js";

/** One part of a story, as the section bar lists it. */
export interface Section {
  readonly key: string;
  readonly title: Phrase;
  /** What the bar shows beside the title; null for nothing. */
  readonly count: number | null;
  readonly body: Content;
}

export function drawSection(context: Context, prefix: string, section: Section): Html {
  const id = `${prefix}${section.key}`;
  return html`<section class="part ${section.key}" id="${id}" aria-labelledby="${id}-h">${heading(context.level, context.phrases.text(section.title), `${id}-h`)}${section.body}</section>`;
}

export function emptyNote({ phrases }: Context, phrase: Phrase): Html {
  return html`<p class="empty">${phrases.text(phrase)}</p>`;
}
