import type { Claim, Entity, Link, Measure, Report, Time, Value } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import { exactly } from "../core/value.js";
import type { ReportReading } from "../read/reading.js";

/**
 * Readings made by hand, for tests of what comes after reading. Marks in the text give the
 * entities: `قال [وزير الصحة|person]`, `في [كازاخستان|place=country:KZ]`,
 * `[قوات الأمن|group]`; brackets and what follows the bar are taken out of the text.
 * Claims point at words of the text.
 */
export class SampleReading {
  readonly id: string;
  private readonly text: string;
  private readonly entities = new Map<string, Entity>();
  private readonly claims: Claim[] = [];
  private readonly published: Report["published"];
  private readonly outlet: string | null;
  private readonly title: string | null;

  constructor(
    id: string,
    marked: string,
    about: { published?: string; outlet?: string; title?: string } = {},
  ) {
    this.id = id;
    this.outlet = about.outlet ?? null;
    this.title = about.title ?? null;
    const day = about.published ?? null;
    this.published = {
      edtf: day,
      start: day,
      end: day,
      basis: day ? "metadata" : "unknown",
      why: day ? "given" : "not stated",
      evidence: [],
    };
    this.text = this.readMarks(marked);
  }

  private readMarks(marked: string): string {
    let text = "";
    for (const piece of marked.split(/(\[[^\]]*\])/)) {
      const mark = /^\[([^|\]]*)\|(\w+)(?:=([^\]]*))?\]$/.exec(piece);
      if (!mark) {
        text += piece;
        continue;
      }
      const [, form = "", kind = "", ref] = mark;
      const start = text.length;
      text += form;
      this.mention(form, kind as Entity["kind"], ref ?? null, start);
    }
    return text;
  }

  private mention(form: string, kind: Entity["kind"], ref: string | null, start: number): void {
    const key = `${kind} ${ref ?? form}`;
    const known = this.entities.get(key);
    const mention = { report: this.id, start, end: start + form.length };
    this.entities.set(key, {
      id: known?.id ?? contentId("local", this.id, key),
      kind,
      name: known?.name ?? form,
      names: { ar: known?.name ?? form },
      forms: addForm(known?.forms ?? [], form),
      mentions: [...(known?.mentions ?? []), mention],
      type: ref?.startsWith("country:") ? "country" : null,
      ref,
      geo: null,
    });
  }

  /** Id of the entity marked with this form; its text alone where no mark has it. */
  ref(form: string): string {
    for (const entity of this.entities.values()) {
      if (entity.forms.some((one) => one.form === form)) return entity.id;
    }
    throw new Error(`No mark "${form}" in report ${this.id}`);
  }

  /** Who says so, outermost first, by their forms; the report itself is put in front. */
  chain(...names: readonly (string | Partial<Link>)[]): Link[] {
    const base = { entity: null, medium: null, stance: "states", span: null } as const;
    return [
      { ...base, name: this.outlet ?? this.id, kind: "report" },
      ...names.map((name): Link => {
        if (typeof name !== "string") return { ...base, name: "", kind: "institution", ...name };
        const entity = [...this.entities.values()].find((one) =>
          one.forms.some((form) => form.form === name),
        );
        const kind =
          entity?.kind === "outlet"
            ? "outlet"
            : entity?.kind === "person"
              ? "person"
              : "institution";
        return { ...base, name, entity: entity?.id ?? null, kind };
      }),
    ];
  }

  claim(words: string, rest: Partial<Claim> & Pick<Claim, "kind">): this {
    const start = this.text.indexOf(words);
    if (start === -1) throw new Error(`"${words}" is not in report ${this.id}`);
    const span = [start, start + words.length] as const;
    const sentence = this.sentences().find((one) => one[0] <= start && start < one[1]) ?? span;
    this.claims.push({
      id: contentId("claim", this.id, words, JSON.stringify(rest)),
      report: this.id,
      span,
      sentence,
      rule: "by hand",
      chain: this.chain(),
      modality: "asserted",
      time: null,
      place: null,
      places: [],
      background: false,
      ...rest,
    });
    return this;
  }

  figure(
    words: string,
    figure: {
      measure: Measure;
      counted?: string;
      value: number | Value;
      scope?: "event";
      group?: string;
    },
    rest: Partial<Claim> = {},
  ): this {
    return this.claim(words, {
      kind: "figure",
      figure: {
        measure: figure.measure,
        counted: figure.counted ?? "persons",
        group: figure.group ?? null,
        value: typeof figure.value === "number" ? exactly(figure.value) : figure.value,
        unit: "1",
        partOf: null,
        scope: figure.scope ?? "event",
      },
      ...rest,
    });
  }

  event(
    words: string,
    type: string,
    roles: Record<string, readonly string[]>,
    rest: Partial<Claim> = {},
  ): this {
    return this.claim(words, { kind: "event", event: { type, roles }, ...rest });
  }

  office(words: string, holder: string, office: string, of: string | null): this {
    return this.claim(words, {
      kind: "office",
      office: {
        holder: this.ref(holder),
        office,
        of: of === null ? null : this.ref(of),
        change: "holds",
      },
    });
  }

  /** Sentences end at a full stop. */
  private sentences(): [number, number][] {
    const out: [number, number][] = [];
    let start = 0;
    for (let at = 0; at < this.text.length; at++) {
      if (this.text[at] !== "." && at !== this.text.length - 1) continue;
      out.push([start, at + 1]);
      start = at + 1;
      while (this.text[start] === " " || this.text[start] === "\n") start++;
    }
    return out.filter(([from, to]) => to > from);
  }

  build(): ReportReading {
    return {
      report: {
        id: this.id,
        file: `${this.id}.txt`,
        url: null,
        outlet: this.outlet,
        title: this.title,
        language: "ar",
        text: this.text,
        published: this.published,
        times: [],
        sentences: this.sentences(),
        furniture: [],
      },
      entities: [...this.entities.values()],
      claims: [...this.claims].sort((a, b) => a.span[0] - b.span[0]),
    };
  }
}

function addForm(forms: Entity["forms"], form: string): Entity["forms"] {
  const known = forms.find((one) => one.form === form);
  if (!known) return [...forms, { form, count: 1 }];
  return forms.map((one) => (one === known ? { form, count: one.count + 1 } : one));
}

/** One day, as a claim's time. */
export function onDay(day: string): Time {
  return { edtf: day, start: day, end: day, span: null, basis: "stated" };
}
