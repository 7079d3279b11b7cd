import { type Html, html } from "./markup.js";

/** One label of the page in both languages of the interface. */
export interface Phrase {
  readonly ar: string;
  readonly en: string;
}

export type Lang = keyof Phrase;

/** The same in both languages: a number, a code. */
export const same = (text: string): Phrase => ({ ar: text, en: text });

/**
 * Every phrase that the page shows, numbered as met. The page carries one language in its
 * markup and both in its data, so that switching rewrites text and nothing is shown twice.
 */
export class PhraseBook {
  readonly #numbers = new Map<string, number>();
  readonly #phrases: Phrase[] = [];

  constructor(readonly lang: Lang) {}

  number(phrase: Phrase): number {
    const key = `${phrase.ar}\u0000${phrase.en}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#phrases.length;
      this.#numbers.set(key, number);
      this.#phrases.push(phrase);
    }
    return number;
  }

  /** The phrase as text that the language switch rewrites. */
  text(phrase: Phrase): Html {
    const shown = phrase[this.lang];
    if (phrase.ar === phrase.en) return html`<span>${shown}</span>`;
    return html`<span data-t="${this.number(phrase)}">${shown}</span>`;
  }

  /** The phrase as an element's accessible name. */
  name(phrase: Phrase): Html {
    return html` aria-label="${phrase[this.lang]}" data-ta="${this.number(phrase)}"`;
  }

  /** The column's name on a cell, shown where the table is stacked on a narrow screen. */
  column(phrase: Phrase): Html {
    return html` data-l="${phrase[this.lang]}" data-tl="${this.number(phrase)}"`;
  }

  pairs(): readonly (readonly [string, string])[] {
    return this.#phrases.map(({ ar, en }) => [ar, en] as const);
  }
}
