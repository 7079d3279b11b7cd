import type { Claim, Range } from "../../core/contract.js";
import { type Spelling, spellingOf } from "../../relate/spelling.js";
import { fold } from "../../text/fold.js";

/** Text on either side of a figure, within its sentence, whose words are held against another's. */
const AROUND_CHARACTERS = 200;
/** Shorter words tell little of a happening. */
const SHORTEST_WORD = 3;
/** Words in common from which two figures may be told of one happening … */
const LEAST_SHARED = 5;
/** … where they are this share of the fewer words … */
const SHARE = 0.5;
/** … and this, of a few dead or hurt, of whom much the same is told every day. */
const SHARE_OF_FEW = 0.6;
const FEW = 10;
/** Fewer words than these hold nothing together. */
const LEAST_HELD = 2;

const NO_LETTERS = /[^\p{L}\p{M}]+/u;

/**
 * Tells whether two figures are told of the same things: what was struck, with what and where, by
 * the words that stand around them. Counts, speakers and the words of all news tell nothing of it.
 */
export class ToldAlike {
  private readonly known = new Map<Claim, ReadonlySet<string>>();

  constructor(
    private readonly reportOf: (id: string) => { text: string; language: string } | undefined,
    private readonly claimsOf: (report: string) => readonly Claim[],
  ) {}

  isAlike(a: Claim, b: Claim): boolean {
    const [x, y] = [this.wordsOf(a), this.wordsOf(b)];
    const [fewer, more] = x.size <= y.size ? [x, y] : [y, x];
    let shared = 0;
    for (const word of fewer) if (holdsWord(more, word)) shared++;
    const share = [a, b].every(isFew) ? SHARE_OF_FEW : SHARE;
    return shared >= LEAST_SHARED && shared >= share * fewer.size;
  }

  /** All that the first tells stands in the second too, as where the one is a headline alone. */
  holdsAll(a: Claim, b: Claim): boolean {
    const [x, y] = [this.wordsOf(a), this.wordsOf(b)];
    return x.size >= LEAST_HELD && [...x].every((word) => holdsWord(y, word));
  }

  private wordsOf(claim: Claim): ReadonlySet<string> {
    const known = this.known.get(claim);
    if (known) return known;
    const report = this.reportOf(claim.report);
    const spelling = spellingOf(report?.language ?? "");
    const [first, last] = claim.sentence;
    const from = Math.max(first, claim.span[0] - AROUND_CHARACTERS);
    const to = Math.min(last, claim.span[1] + AROUND_CHARACTERS);
    const words = new Set<string>();
    for (const [start, end] of this.between(claim, from, to)) {
      for (const word of (report?.text ?? "").slice(start, end).split(NO_LETTERS)) {
        const form = fold(word);
        if (tells(form, spelling)) words.add(spelling.stemOf(form));
      }
    }
    this.known.set(claim, words);
    return words;
  }

  /** What stands between the counts and the speakers of a stretch of text. */
  private between({ report, chain }: Claim, from: number, to: number): Range[] {
    const counts = this.claimsOf(report).flatMap(({ figure, span }) => (figure ? [span] : []));
    const speakers = chain.flatMap(({ span }) => (span ? [span] : []));
    const cut = [...counts, ...speakers]
      .filter(([start, end]) => start < to && end > from)
      .sort((a, b) => a[0] - b[0]);
    const out: Range[] = [];
    let at = from;
    for (const [start, end] of cut) {
      if (start > at) out.push([at, start]);
      at = Math.max(at, end);
    }
    if (at < to) out.push([at, to]);
    return out;
  }
}

/** "Protests in Gaza" and "Gaza's protests": the word, with or without a preposition joined to it. */
function holdsWord(words: ReadonlySet<string>, word: string): boolean {
  return (
    words.has(word) ||
    (word.length >= SHORTEST_BEHIND && JOINED.some((one) => words.has(one + word))) ||
    JOINED.some(
      (one) =>
        word.length >= one.length + SHORTEST_BEHIND &&
        word.startsWith(one) &&
        words.has(word.slice(one.length)),
    )
  );
}

/** Letters of a word behind a preposition: باب begins with none. */
const SHORTEST_BEHIND = 3;

/** Another language's words begin with none of these letters. */
const JOINED = spellingOf("ar").joinedPrepositions;

const isFew = ({ figure }: Claim): boolean => (figure?.value.max ?? figure?.value.min ?? 0) < FEW;

const tells = (form: string, { isCommonWord, bareForm, isFunctionWord }: Spelling): boolean =>
  form.length >= SHORTEST_WORD &&
  !isCommonWord(form) &&
  !isCommonWord(bareForm(form)) &&
  !isFunctionWord(form);
