import type { Context } from "./context.js";
import { type Content, type Html, html } from "./markup.js";
import type { Phrase } from "./phrases.js";

export interface Row {
  readonly cells: readonly Content[];
  readonly className?: string;
}

/**
 * A table that turns into stacked cards on a narrow screen. Roles are written out because
 * browsers drop a table's semantics when its rows are laid out as blocks.
 */
export function drawTable(
  { phrases }: Context,
  caption: Phrase,
  columns: readonly Phrase[],
  rows: readonly Row[],
): Html {
  const head = columns.map(
    (column) => html`<th scope="col" role="columnheader">${phrases.text(column)}</th>`,
  );
  const body = rows.map(({ cells, className }) => {
    const drawn = cells.map((cell, i) => {
      const column = phrases.column(columns[i] as Phrase);
      return i === 0
        ? html`<th scope="row" role="rowheader"${column}>${cell}</th>`
        : html`<td role="cell"${column}><div>${cell}</div></td>`;
    });
    return html`<tr role="row"${className ? html` class="${className}"` : null}>${drawn}</tr>`;
  });
  return html`<table role="table"><caption class="sr">${phrases.text(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`;
}
