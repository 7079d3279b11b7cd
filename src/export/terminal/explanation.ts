/** An explanation on a terminal: the words, what each layer read there, what lost, what came of it. */
import type { Claim, Entity, Range } from "../../core/contract.js";
import type { Explanation, Step, TokenExplained } from "../../engine.js";
import { codeLabel } from "../labels.js";
import { describeDate } from "./dates.js";
import { clip } from "./direction.js";
import { type Cell, paragraph, table } from "./layout.js";
import { createPalette, type Palette } from "./palette.js";

export interface ExplanationOptions {
  /** Columns; 100 where it is not given. */
  readonly width?: number | undefined;
  readonly colour?: boolean;
}

const WIDTH = 100;
const INDENT = 2;
/** Characters of a value, or of words, that a line shows. */
const LONGEST_VALUE = 300;
const LONGEST_WORDS = 60;

type Readings = TokenExplained["readings"];

/** `و + ال + جندي`: what is split off a word, and its stem. */
function pieces({ conjunction, preposition, article, stem, enclitic }: Readings[number]): string {
  const parts = [conjunction, preposition, article ? "ال" : "", stem, enclitic];
  return parts.filter(Boolean).join(" + ");
}

function grammar({ entry, number, gender, tense, construct }: Readings[number]): string {
  const features = Object.entries(entry.features).map(([key, value]) => `${key}=${value}`);
  const form = [number, gender, tense, construct ? "construct" : null].filter(Boolean);
  return [entry.pos, ...form, ...features].join(" ");
}

/** What of a value is worth a line: no ids, no offsets, nothing that is empty or false. */
function summary(value: unknown, depth = 0): string {
  if (value === null || value === undefined || value === false || value === "") return "";
  if (typeof value !== "object") return String(value);
  if (depth > 2) return "…";
  if (value instanceof Set) return summary([...value], depth);
  if (Array.isArray(value)) {
    const parts = value.map((one) => summary(one, depth + 1)).filter(Boolean);
    return parts.length > 0 ? `[${parts.join("; ")}]` : "";
  }
  return Object.entries(value)
    .map(([key, one]) => [key, summary(one, depth + 1)] as const)
    .filter(([, words]) => words !== "")
    .map(([key, words]) => (words === "true" ? key : `${key} ${words}`))
    .join(", ");
}

class Rendering {
  private readonly lines: string[] = [];
  private readonly palette: Palette;
  private readonly width: number;
  private readonly entities: ReadonlyMap<string, Entity>;

  constructor(
    private readonly explanation: Explanation,
    options: ExplanationOptions,
  ) {
    this.palette = createPalette(options.colour ?? false);
    this.width = options.width ?? WIDTH;
    this.entities = new Map(explanation.entities.map((entity) => [entity.id, entity]));
  }

  render(): string {
    this.place();
    this.words();
    const { steps } = this.explanation;
    this.steps(
      "Read here",
      "No layer reads anything here.",
      steps.filter(({ lost }) => lost === null),
    );
    const lost = steps.filter((step) => step.lost !== null);
    this.steps("Considered, and lost", "Nothing else was considered.", lost);
    this.claims();
    return `${this.lines.join("\n")}\n`;
  }

  private heading(words: string): void {
    if (this.lines.length > 0) this.lines.push("");
    this.lines.push(this.palette.heading(words));
  }

  private say(text: string, style?: Cell["style"], indent = INDENT): void {
    this.lines.push(...paragraph({ text, style }, this.width, indent));
  }

  private wordsAt([start, end]: Range): string {
    return clip(this.explanation.report.text.slice(start, end), LONGEST_WORDS);
  }

  private place(): void {
    const { report, span, sentence, isFurniture } = this.explanation;
    this.heading(`${report.file ?? report.id}, ${span[0]}–${span[1]}`);
    const { published } = report;
    const day = describeDate(published.start === null ? null : published, "en");
    this.say(`published ${day}: ${published.why}`, this.palette.quiet);
    if (isFurniture) this.say("Page furniture: it is not read as part of the article.");
    if (!sentence) return;
    this.say(`sentence ${sentence[0]}–${sentence[1]}`, this.palette.quiet);
    this.say(report.text.slice(...sentence));
  }

  private words(): void {
    this.heading("Words");
    const { tokens, report } = this.explanation;
    const rows: Cell[][] = [];
    for (const { token, readings, phrases } of tokens) {
      const known = [
        ...phrases.map(({ reading, first, last }) => ({ reading, many: last - first })),
        ...readings.map((reading) => ({ reading, many: 1 })),
      ];
      const written = report.text.slice(token.start, token.end);
      for (const [index, { reading, many }] of known.entries()) {
        rows.push([
          { text: index === 0 ? written : "" },
          { text: many > 1 ? `${reading.entry.lemma} (${many} words)` : pieces(reading) },
          { text: reading.entry.classes.join(" ") },
          { text: grammar(reading), style: this.palette.quiet },
        ]);
      }
      if (known.length === 0) {
        const what = token.kind === "word" ? "no lexicon knows it" : token.kind;
        rows.push([{ text: written }, { text: token.form }, { text: what }]);
      }
    }
    const columns = [
      { head: "", min: 8, max: 16 },
      { head: "pieces", min: 12, max: 28 },
      { head: "classes", min: 12, max: 40 },
      { head: "grammar and features", min: 12 },
    ];
    const { width } = this;
    this.lines.push(...table(columns, rows, { width, indent: INDENT, head: this.palette.quiet }));
  }

  private steps(title: string, none: string, steps: readonly Step[]): void {
    this.heading(title);
    if (steps.length === 0) this.say(none);
    for (const { layer, rule, span, lost, value } of steps) {
      this.say(`${layer}  ${rule}  «${this.wordsAt(span)}»  ${span[0]}–${span[1]}`);
      if (lost !== null) this.say(`lost: ${lost}`, this.palette.alarm, INDENT * 2);
      const told = clip(summary(value), LONGEST_VALUE);
      if (told) this.say(told, this.palette.quiet, INDENT * 2);
    }
  }

  private claims(): void {
    this.heading("Claims");
    const { claims } = this.explanation;
    if (claims.length === 0) this.say("None comes of it.");
    for (const claim of claims) {
      this.say(`${claim.kind}  ${claim.rule}  «${this.wordsAt(claim.span)}»  ${claim.id}`);
      for (const line of this.told(claim)) this.say(line, this.palette.quiet, INDENT * 2);
    }
  }

  private name(id: string): string {
    return this.entities.get(id)?.name ?? id;
  }

  private told(claim: Claim): string[] {
    const { figure, event, office, membership, attribute, statement, chain } = claim;
    const speakers = chain.map((link) => link.meant ?? (link.name || link.kind));
    const what: string[] = [];
    if (figure) what.push(`${codeLabel("measure", figure.measure).en}: ${summary(figure.value)}`);
    if (figure)
      what.push(`counted ${figure.counted}${figure.partOf ? `, part of ${figure.partOf}` : ""}`);
    for (const [role, ids] of Object.entries(event?.roles ?? {})) {
      what.push(`${role} ${ids.map((id) => this.name(id)).join(" · ")}`);
    }
    if (event) what.unshift(event.type);
    if (office) what.push(`${this.name(office.holder)} ${office.change} ${office.office}`);
    if (office?.of) what.push(`of ${this.name(office.of)}`);
    if (membership) what.push(`${this.name(membership.member)} of ${this.name(membership.of)}`);
    if (attribute) what.push(`${this.name(attribute.of)}: ${attribute.name} ${attribute.value}`);
    if (statement) what.push(`${statement.stance}${statement.direct ? ", direct" : ""}`);
    return [
      `${what.join("; ")} (${claim.modality}${claim.background ? ", background" : ""})`,
      `by ${speakers.join(" ← ")}`,
      `when ${describeDate(claim.time, "en")}; where ${claim.place ? this.name(claim.place) : "not told"}`,
    ];
  }
}

/** An explanation as text for a terminal; ends with a line break. */
export function renderExplanation(
  explanation: Explanation,
  options: ExplanationOptions = {},
): string {
  return new Rendering(explanation, options).render();
}
