/**
 * A brief in Markdown: the reports' own sentences, the figures as tables, the disagreements with
 * their reasons, and a footnote on each to the report, the sentence and the offsets. Nothing in it
 * is generated, and whatever a report says stays text.
 */
import type { Account, Disagreement, Ledger, LedgerRow, Story } from "../core/contract.js";
import { firstClaim } from "./columns.js";
import { aboutOf, heldBy, reasonOf } from "./csv-disagreements.js";
import { Footnotes } from "./footnotes.js";
import { countedLabel } from "./labels/counted-label.js";
import { describeCount, describeValue, formatNumber } from "./labels/format.js";
import { describeMessages } from "./labels/messages.js";
import { codeLabel, type Label } from "./labels.js";
import { markdownTable, words } from "./markdown-text.js";
import { safeUrl } from "./plain.js";
import { type ExportOptions, Scope } from "./scope.js";
import { describeDate } from "./terminal/dates.js";
import { WORDS } from "./terminal/words.js";

const PHRASES = {
  untitled: { ar: "خبر بلا عنوان", en: "Untitled story" },
  noFigures: { ar: "لا تذكر هذه التقارير عددًا.", en: "These reports tell no figure." },
  agree: {
    ar: "لم يُعثر على اختلاف بين هذه التقارير.",
    en: "No disagreement was found between these reports.",
  },
  rule: {
    ar: "كيف اختير الأدنى والأرجح والأعلى",
    en: "How low, best and high are chosen",
  },
  later: {
    ar: "(← 12): حل محله عدد لاحق للقائل نفسه.",
    en: "(→ 12): replaced by a later figure of the same speaker.",
  },
  context: {
    ar: "(6 يناير 2022): يوم مأخوذ من السياق لا من اللفظ نفسه.",
    en: "(6 Jan 2022): day taken from the context, not stated beside the figure.",
  },
  counted: { ar: "المعدود", en: "what" },
  part: { ar: "منهم", en: "of these" },
  noLimit: { ar: "بلا حد مذكور", en: "no limit told" },
  why: { ar: "السبب", en: "Why" },
  sharing: { ar: "شاهد واحد مع", en: "one witness with" },
  made: {
    ar: "أعده إسناد من ألفاظ التقارير نفسها؛ كل حاشية تشير إلى التقرير ومواضع الأحرف فيه.",
    en: "Made by Isnad from the reports' own words; each footnote names the report and the offsets of characters in it.",
  },
} as const satisfies Readonly<Record<string, Label>>;

/** One story's part of the document. */
class StoryBrief {
  constructor(
    readonly scope: Scope,
    readonly notes: Footnotes,
    readonly story: Story,
  ) {}

  lines(): string[] {
    return [...this.#head(), ...this.#brief(), ...this.#figures(), ...this.#disagreements()];
  }

  #say(phrase: Label): string {
    return phrase[this.scope.lang];
  }

  #words(text: string): string {
    return words(text, this.scope.lang);
  }

  #heading(level: number, title: string): string[] {
    return ["", `${"#".repeat(level)} ${title}`, ""];
  }

  #head(): string[] {
    const { scope, story } = this;
    const { lang } = scope;
    const places = story.places.map((id) => this.#words(scope.nameOf(id)));
    const sides = [
      describeCount(story.reports.length, "reports")[lang],
      describeCount(story.witnesses.length, "witnesses")[lang],
    ];
    return [
      ...this.#heading(1, this.#words(story.title) || this.#say(PHRASES.untitled)),
      [describeDate(story.time, lang), ...places].join(" · "),
      "",
      `${sides.join(lang === "ar" ? " ← " : " → ")}. ${this.#say(WORDS.oneWitness)}`,
    ];
  }

  #brief(): string[] {
    const { sentences } = this.story.brief;
    if (sentences.length === 0) return [];
    return [
      ...this.#heading(2, this.#say(WORDS.brief)),
      ...sentences.map(
        ({ text, claims }) => `- ${this.#words(text)}${this.notes.on(claims, true)}`,
      ),
    ];
  }

  #figures(): string[] {
    const { ledger } = this.story;
    const title = this.#heading(2, this.#say(WORDS.figures));
    if (ledger.length === 0) return [...title, this.#say(PHRASES.noFigures)];
    const measures = [...new Set(ledger.map(({ measure }) => measure))];
    const tables = measures.flatMap((measure) => [
      ...this.#heading(3, this.#say(codeLabel("measure", measure))),
      ...this.#figuresOf(ledger.filter((each) => each.measure === measure)),
    ]);
    return [...title, ...tables, ...this.#rules()];
  }

  #figuresOf(ledgers: readonly Ledger[]): string[] {
    const { scope } = this;
    const followed = ledgers.filter(({ rows }) => rows.length > 1);
    const ranges = followed.map((ledger) => `- ${this.#subject(ledger)}: ${this.#range(ledger)}`);
    const heads = [
      { head: this.#say(PHRASES.counted) },
      { head: this.#say(WORDS.count), numeric: true },
      { head: this.#say(WORDS.worded) },
      { head: this.#say(WORDS.speaker) },
      { head: this.#say(WORDS.said) },
      { head: this.#say(WORDS.happened) },
      { head: this.#say(WORDS.witnesses), numeric: true },
    ];
    const rows = ledgers.flatMap((ledger) =>
      ledger.rows.map((row) => [
        this.#subject(ledger),
        this.#count(ledger, row),
        this.#worded(row),
        [row.speaker, ...[...row.via].reverse()]
          .map((link) => this.#words(scope.speakerName(link)))
          .join(" ← "),
        describeDate(row.saidOn, scope.lang),
        describeDate(row.happened, scope.lang),
        `${row.witnesses}${this.notes.on(row.claims)}`,
      ]),
    );
    return [...ranges, ...(ranges.length > 0 ? [""] : []), ...markdownTable(heads, rows)];
  }

  /** What is counted and where; whether of an earlier time, or some of another count. */
  #subject({ counted, place, background, part }: Ledger): string {
    const { scope } = this;
    return [
      this.#words(countedLabel(counted)[scope.lang]),
      ...(place === null ? [] : [this.#words(scope.nameOf(place))]),
      ...(part ? [this.#say(PHRASES.part)] : []),
      ...(background ? [this.#say(WORDS.background)] : []),
    ].join(scope.lang === "ar" ? "، " : ", ");
  }

  #range({ low, best, high }: Ledger): string {
    const shown = (n: number | null): string =>
      n === null ? this.#say(PHRASES.noLimit) : formatNumber(n);
    if (low === null && best === null) return this.#say(WORDS.notStated);
    return [
      `${this.#say(WORDS.low)} ${shown(low)}`,
      `${this.#say(WORDS.best)} **${shown(best)}**`,
      `${this.#say(WORDS.high)} ${shown(high)}`,
    ].join(" · ");
  }

  #count(ledger: Ledger, row: LedgerRow): string {
    const { lang } = this.scope;
    const later = row.supersededBy === null ? undefined : ledger.rows[row.supersededBy];
    const claim = firstClaim(this.scope, row.claims);
    const unit = claim?.figure?.unit === "percent" ? "\u00a0%" : "";
    const value = `${describeValue(row.value)[lang]}${unit}`;
    const modality = claim?.modality ?? "asserted";
    return [
      later ? `${value} (${lang === "ar" ? "←" : "→"} ${describeValue(later.value)[lang]})` : value,
      ...(modality === "asserted" ? [] : [codeLabel("modality", modality)[lang]]),
    ].join(" · ");
  }

  #worded({ claims }: LedgerRow): string {
    const claim = firstClaim(this.scope, claims);
    return claim ? `«${this.#words(this.scope.wordsOf(claim))}»` : "";
  }

  /** The rule by which low, best and high were chosen, once, and what marks in the tables mean. */
  #rules(): string[] {
    const { ledger } = this.story;
    const { lang } = this.scope;
    const messages = ledger
      .flatMap(({ ruleMessages }) => ruleMessages ?? [])
      .filter(({ code }) => code.startsWith("rule-"));
    const rows = ledger.flatMap((each) => each.rows);
    const lines = [
      ...(messages.length > 0
        ? [`${this.#say(PHRASES.rule)}: ${describeMessages(messages)[lang]}`]
        : []),
      ...(rows.some(({ supersededBy }) => supersededBy !== null) ? [this.#say(PHRASES.later)] : []),
      ...(rows.some((row) => [row.saidOn, row.happened].some((time) => time?.basis === "inherited"))
        ? [this.#say(PHRASES.context)]
        : []),
    ];
    return lines.length > 0 ? ["", ...lines.map((line) => `- ${line}`)] : [];
  }

  #disagreements(): string[] {
    const all = this.story.disagreements;
    const rank = ({ relation }: Disagreement): number =>
      relation === "contradicts" ? 0 : relation === "undecided" ? 1 : 2;
    return [
      ...this.#heading(2, this.#say(WORDS.disagreements)),
      ...(all.length === 0 ? [this.#say(PHRASES.agree)] : []),
      ...[...all].sort((a, b) => rank(a) - rank(b)).flatMap((each) => this.#disagreement(each)),
    ];
  }

  #disagreement(disagreement: Disagreement): string[] {
    const { scope, notes } = this;
    const { lang } = scope;
    const { relation, positions } = disagreement;
    const about = this.#words(aboutOf(scope, disagreement));
    const why = reasonOf(scope, disagreement);
    return [
      ...this.#heading(3, `${this.#say(codeLabel("relation", relation))} · ${about}`),
      ...positions.map((position) => {
        const held = heldBy(scope, position);
        const text = position.text === held ? "" : ` «${this.#words(position.text)}»`;
        const told = describeCount(position.witnesses, "witnesses")[lang];
        return `- **${this.#words(held)}**${text} · ${told}${notes.on(position.claims)}`;
      }),
      ...(why ? ["", `${this.#say(PHRASES.why)}: ${this.#words(why)}`] : []),
    ];
  }
}

/** With which report each that carries a copy is one witness, and with how many more. */
function sharedWitnesses(scope: Scope): ReadonlyMap<string, string> {
  const { lang } = scope;
  const shared = new Map<string, string>();
  for (const { reports } of scope.stories.flatMap(({ witnesses }) => witnesses)) {
    const [first, second] = reports;
    if (first === undefined || second === undefined) continue;
    const more = reports.length - 2;
    const rest = more > 0 ? ` ${describeCount(more, "more")[lang]}` : "";
    for (const id of reports) {
      const other = scope.number(id === first ? second : first) ?? "?";
      shared.set(id, `${PHRASES.sharing[lang]} \\[${other}\\]${rest}`);
    }
  }
  return shared;
}

/** Every report of the export, by its number: what footnotes mean by `[3]`. */
function sourcesOf(scope: Scope): string[] {
  const { lang } = scope;
  const shared = sharedWitnesses(scope);
  const lines = scope.reports.map((report) => {
    const { id, title, outlet, file, published } = report;
    const name = scope.reportName(report);
    const isFileName = !outlet && !title && (file?.endsWith(name) ?? false);
    const url = safeUrl(report.url);
    const basis = codeLabel("published", published.basis)[lang];
    const witness = shared.get(id);
    const parts = [
      `\\[${scope.number(id)}\\] **${words((isFileName ? file : null) ?? name, lang)}**`,
      ...(title && title !== name ? [words(title, lang)] : []),
      ...(file && !isFileName ? [words(file, lang)] : []),
      published.start || published.end
        ? `${WORDS.published[lang]} ${describeDate(published, lang)} (${basis})`
        : WORDS.undated[lang],
      ...(url ? [`<${url}>`] : report.url ? [words(report.url, lang)] : []),
      ...(witness === undefined ? [] : [witness]),
    ];
    return `- ${parts.join(lang === "ar" ? "، " : ", ")}`;
  });
  return ["", `## ${WORDS.sources[lang]}`, "", ...lines];
}

/** @throws UnknownStory */
export function markdown(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  const notes = new Footnotes(scope);
  const stories = scope.stories.flatMap((story) => new StoryBrief(scope, notes, story).lines());
  const body = [...stories, ...sourcesOf(scope), "", "---", "", PHRASES.made[scope.lang]];
  const text = [...body, "", ...notes.lines().flatMap((line) => [line, ""])].filter(
    (line, index, lines) => line !== "" || (index > 0 && lines[index - 1] !== ""),
  );
  // A viewer that does not find a paragraph's direction by itself needs to be told it.
  const whole = scope.lang === "ar" ? ['<div dir="rtl">', "", ...text, "</div>"] : text;
  return `${whole.join("\n").trimEnd()}\n`;
}
