/**
 * HTML as a value that can only be made escaped. Every string put into a template is taken for
 * hostile text; only `Html` made by a template passes through unchanged. Attribute values must
 * stand in double quotes in the template, as the same escaping serves text and attributes.
 */
export interface Html {
  readonly markup: string;
}

export type Content = Html | string | number | null | false | readonly Content[];

export const nothing: Html = { markup: "" };

/**
 * Embeddings, overrides and isolates. Inside an element they can reorder or close what stands
 * around it, so in labels they are dropped and in source text they are shown as signs.
 */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Lone halves of surrogate pairs, controls that HTML does not allow, and noncharacters. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\ud800-\udfff\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeMarkup(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd").replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
}

/** Text that is safe to show as one isolated label: no direction controls, nothing unprintable. */
export function clean(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd").replace(BIDI_CONTROLS, "");
}

function render(content: Content): string {
  if (content === null || content === false) return "";
  if (typeof content === "string") return escapeMarkup(content.replace(BIDI_CONTROLS, ""));
  if (typeof content === "number") return String(content);
  if ("markup" in content) return content.markup;
  let out = "";
  for (const part of content) out += render(part);
  return out;
}

export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = strings[0] as string;
  for (let i = 0; i < values.length; i++) {
    markup += render(values[i] as Content) + (strings[i + 1] as string);
  }
  return { markup };
}

/** Markup written in this project, never anything that came from a report. */
export function trusted(markup: string): Html {
  return { markup };
}

export function join(parts: readonly Content[], separator: Content): Html {
  const glue = render(separator);
  return { markup: parts.map(render).join(glue) };
}

/** A name, number or file name whose direction must not leak into the text around it. */
export function isolate(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A piece of a source as published; direction controls become visible signs. */
export function sourceText(text: string): Html {
  let markup = "";
  let last = 0;
  for (const match of text.matchAll(BIDI_CONTROLS)) {
    markup += escapeMarkup(text.slice(last, match.index));
    const code = match[0].charCodeAt(0).toString(16).toUpperCase();
    markup += `<span class="ctl" title="U+${code}">◌</span>`;
    last = match.index + 1;
  }
  markup += escapeMarkup(text.slice(last));
  // A parser would make one character of CR and LF, and offsets would no longer be the report's.
  return { markup: markup.replace(/\r/g, "&#13;") };
}

/** JSON for a data block: nothing in it can end the element or a line of script. */
export function jsonBlock(value: unknown): Html {
  const json = JSON.stringify(value)
    .replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/[\ud800-\udfff]/gu, "\\ufffd");
  return { markup: json };
}

/** At most `limit` UTF-16 code units, cut at a space where there is one near, with an ellipsis. */
export function clip(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= limit) return flat;
  const cut = flat.lastIndexOf(" ", limit);
  return `${flat.slice(0, cut > limit * 0.6 ? cut : limit)}…`;
}

/** A heading of level 1 to 6. */
export function heading(level: number, content: Content, id?: string): Html {
  const tag = `h${Math.min(level, 6)}`;
  return html`<${trusted(tag)}${id === undefined ? null : html` id="${id}"`}>${content}</${trusted(tag)}>`;
}
