import { fold } from "../../text/fold.js";
import type { Lexicon } from "../lexicon.js";
import { beginsWithoutArticle, NO_ARTICLE_OF_LAM } from "./segment-traps.js";
import { SEGMENT_WORDS, type SegmentQuestion } from "./segment-words.js";

/**
 * Splits any word, known to the lexicon or not, into the short words joined to it and its stem:
 * (و ف) + (ب ك ل س) + ال + stem + pronoun. Where the letters alone tell (وال…, لل…, بال…) they
 * decide; else a judge does, who is asked one question at a time: is this first letter, or this
 * ending, joined to a stem or a part of it?
 */
export interface Segmentation {
  readonly conjunction: string;
  readonly preposition: string;
  readonly article: boolean;
  /** As written; its article and clitics are gone. */
  readonly stem: string;
  readonly enclitic: string;
}

/** Answers for forms with plain alifs; ة stays apart from ه, which alone may be a pronoun. */
export interface Judge {
  /** The و or ف that opens the form is a word of its own. */
  readonly isConjunction: (form: string) => boolean;
  /** The ب ك ل س that opens the form is a word of its own. */
  readonly isPreposition: (form: string) => boolean;
  /** The form ends in this pronoun. */
  readonly isEnclitic: (form: string, enclitic: string) => boolean;
}

/** Longest first. The first person's ي and the second's ك end far more stems than they follow. */
const ENCLITICS = ["هما", "ها", "هم", "هن", "نا", "كم", "ه"] as const;
const SHORTEST_STEM = 2;
const MARKS = /[\u064b-\u065f\u0670\u0640\u200b-\u200f]/g;

export function segment(written: string, judge: Judge): Segmentation {
  const raw = written.replace(MARKS, "");
  const form = plain(raw);
  let at = 0;
  let conjunction = "";
  let preposition = "";
  let article = false;
  const first = form[0] ?? "";
  if ((first === "و" || first === "ف") && form.length > SHORTEST_STEM) {
    const telling = first === "و" && /^و(لل|[بك]ال).../.test(form);
    if (telling || hasArticle(raw, form, 1) || judge.isConjunction(form)) {
      conjunction = first;
      at = 1;
    }
  }
  const rest = form.slice(at);
  if ("بكلس".includes(rest[0] ?? "-") && rest.length > SHORTEST_STEM) {
    if (/^لل../.test(rest) && !NO_ARTICLE_OF_LAM.has(rest)) {
      preposition = "ل";
      article = true;
      at += 2;
    } else if (rest[0] !== "س" && hasArticle(raw, form, at + 1)) {
      preposition = rest[0] ?? "";
    } else if (judge.isPreposition(rest)) preposition = rest[0] ?? "";
    if (preposition !== "" && !article) at += 1;
  }
  if (!article && hasArticle(raw, form, at)) {
    article = true;
    at += 2;
  }
  const enclitic = article ? "" : encliticOf(form.slice(at), judge);
  const stem = raw.slice(at, raw.length - enclitic.length);
  return { conjunction, preposition, article, stem, enclitic };
}

/** Alifs without hamza, ي for ى. */
export const plain = (raw: string): string => raw.replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي");

/** ال with a bare alif, and a stem behind it: ألمانيا and ألبوم are written with a hamza. */
function hasArticle(raw: string, form: string, at: number): boolean {
  if (!raw.startsWith("ال", at) || form.length - at < SHORTEST_STEM + 2) return false;
  return !beginsWithoutArticle(form, at);
}

function encliticOf(form: string, judge: Judge): string {
  for (const enclitic of ENCLITICS) {
    if (!form.endsWith(enclitic)) continue;
    if (form.length - enclitic.length < SHORTEST_STEM) continue;
    if (judge.isEnclitic(form, enclitic)) return enclitic;
  }
  return "";
}

/**
 * Judges by the lexicon first, then by rule: و is joined unless the whole word is known; ب ك ل only
 * in front of a known word; س only in front of a present. Lists hold the frequent words that this
 * gets wrong, both ways.
 */
export class LexiconJudge implements Judge {
  constructor(private readonly lexicon: Lexicon) {}

  isConjunction(form: string): boolean {
    return listed("conjunction", form) ?? this.guessesConjunction(form);
  }

  isPreposition(form: string): boolean {
    return listed("preposition", form) ?? this.guessesPreposition(form);
  }

  isEnclitic(form: string, enclitic: string): boolean {
    return listed("enclitic", form) ?? this.guessesEnclitic(form, enclitic);
  }

  guessesConjunction(form: string): boolean {
    if (this.knowsStem(form)) return false;
    return form[0] === "و" || (form.length >= 5 && this.isVerb(form.slice(1)));
  }

  guessesPreposition(form: string): boolean {
    if (this.knowsStem(form)) return false;
    const rest = form.slice(1);
    if (form[0] === "س") return /^[يتن]/.test(rest) && rest.length >= 4 && !/[اةه]$/.test(rest);
    if (form[0] === "ك") return rest.length >= 4 && this.knows(rest);
    return this.knowsStem(rest) || (form[0] === "ل" && /^[يتن]/.test(rest) && this.isVerb(rest));
  }

  guessesEnclitic(form: string, enclitic: string): boolean {
    if (this.knows(form)) return false;
    const stem = form.slice(0, -enclitic.length);
    switch (enclitic) {
      case "نا":
      case "هن":
      case "كم":
        return stem.length >= 3 && this.knows(stem);
      default:
        return true;
    }
  }

  /** Known as it stands, or with a pronoun behind it. */
  private knowsStem(form: string): boolean {
    if (this.knows(form)) return true;
    for (const enclitic of ENCLITICS) {
      const stem = form.slice(0, -enclitic.length);
      if (form.endsWith(enclitic) && stem.length > SHORTEST_STEM && this.knows(stem)) return true;
    }
    return false;
  }

  /** A listed preposition with its pronoun is no stem: خلالها is خلال + ها. */
  private knows(form: string): boolean {
    const folded = fold(form);
    return this.lexicon.hasStem(folded) && !this.lexicon.word(folded).classes.has("prep.pronoun");
  }

  private isVerb(form: string): boolean {
    const [reading] = this.lexicon.word(fold(form)).readings;
    return (
      reading?.entry.pos === "verb" && reading.conjunction === "" && reading.preposition === ""
    );
  }
}

/** What the lists say of a form: joined, of the stem, or nothing. */
function listed(question: SegmentQuestion, form: string): boolean | null {
  const { joined, whole } = SEGMENT_WORDS[question];
  return joined.has(form) ? true : whole.has(form) ? false : null;
}
