import type { Claim } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import type { Article } from "../article.js";
import { commonRuns, type Run } from "./alignment.js";
import { CopySide, CopyText, formWords } from "./copy-side.js";
import type { Forms } from "./forms.js";
import type { Compared } from "./shared-passages.js";

/** Reports as they are held against each other, so that two are compared once, however often it is asked. */
export class Comparisons {
  private readonly sides = new WeakMap<readonly Claim[], CopySide[]>();
  private readonly texts = new WeakMap<Article, CopyText>();
  private readonly found = new Pairs<CopySide, Compared>();
  private readonly runs = new Pairs<Article, readonly Run[]>();

  /** @param shingles of the article; its forms are told by `forms` */
  sideOf(reading: ReportReading, article: Article, shingles: Uint32Array, forms: Forms): CopySide {
    const standing = formWords(article, shingles, forms);
    const known = this.sides.get(reading.claims) ?? [];
    const same = known.find(
      (side) => areAlike(side.reading, reading) && areEqual(side.standing, standing),
    );
    if (same) return same;
    const side = new CopySide(reading, this.textOf(reading, article, shingles), standing);
    this.sides.set(reading.claims, [...known, side]);
    return side;
  }

  private textOf(reading: ReportReading, article: Article, shingles: Uint32Array): CopyText {
    const known = this.texts.get(article);
    if (known) return known;
    const text = new CopyText(reading, article, shingles);
    this.texts.set(article, text);
    return text;
  }

  /** @param compare is given the words that the two have in common */
  between(
    a: CopySide,
    b: CopySide,
    compare: (a: CopySide, b: CopySide, runs: readonly Run[]) => Compared,
  ): Compared {
    return this.found.of(a, b, () =>
      // A report that was given its day is another side, of the same words.
      compare(
        a,
        b,
        this.runs.of(a.article, b.article, () => commonRuns(a.text, b.text)),
      ),
    );
  }
}

/** What is known of two things, in their order. */
class Pairs<K extends object, V extends object> {
  private readonly known = new WeakMap<K, WeakMap<K, V>>();

  of(a: K, b: K, make: () => V): V {
    let others = this.known.get(a);
    if (!others) {
      others = new WeakMap();
      this.known.set(a, others);
    }
    let value = others.get(b);
    if (!value) {
      value = make();
      others.set(b, value);
    }
    return value;
  }
}

/** Of one text, and told to be of one day: nothing else about a report tells two readings apart here. */
function areAlike({ report: a }: ReportReading, { report: b }: ReportReading): boolean {
  return (
    a.id === b.id && a.published.start === b.published.start && a.published.end === b.published.end
  );
}

const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((mark, at) => mark === b[at]);
