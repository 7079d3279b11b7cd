import type { Claim } from "../core/contract.js";
import type { ReportReading } from "../read/reading.js";
import type { Article } from "./article.js";
import { CopySide, formWords } from "./copy-side.js";
import type { Forms } from "./forms.js";
import type { Compared } from "./shared-passages.js";

/** Reports as they are held against each other, so that two are compared once, however often it is asked. */
export class Comparisons {
  private readonly sides = new WeakMap<readonly Claim[], CopySide[]>();
  private readonly found = new WeakMap<CopySide, WeakMap<CopySide, Compared>>();

  /** @param shingles of the article; its forms are told by `forms` */
  sideOf(reading: ReportReading, article: Article, shingles: Uint32Array, forms: Forms): CopySide {
    const standing = formWords(article, shingles, forms);
    const known = this.sides.get(reading.claims) ?? [];
    const same = known.find(
      (side) => areAlike(side.reading, reading) && areEqual(side.standing, standing),
    );
    if (same) return same;
    const side = new CopySide(reading, article, shingles, standing);
    this.sides.set(reading.claims, [...known, side]);
    return side;
  }

  between(a: CopySide, b: CopySide, compare: (a: CopySide, b: CopySide) => Compared): Compared {
    let others = this.found.get(a);
    if (!others) {
      others = new WeakMap();
      this.found.set(a, others);
    }
    let compared = others.get(b);
    if (!compared) {
      compared = compare(a, b);
      others.set(b, compared);
    }
    return compared;
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
