import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import { marksOf } from "../../text/marks.js";
import { type Token, tokenize } from "../../text/tokens.js";
import type { Trace } from "../../text/trace.js";
import type { Phrase, Word } from "../../text/word.js";
import { findFurniture } from "./furniture.js";
import { splitLines } from "./lines.js";
import { splitSentences } from "./sentences.js";

const NO_PHRASES: readonly Phrase[] = [];

/** The first layer: tokens, the lexicon's words, page furniture, sentences. Needs only the text. */
export function readTextLayer(text: string, pack: LanguagePack, trace?: Trace): TextLayer {
  const tokens = tokenize(text);
  const { length } = tokens;
  const words: Word[] = [];
  const phrases: (readonly Phrase[] | undefined)[] = new Array(length);
  const marks = new Int32Array(length);
  const form = (index: number): string => tokens[index]?.form ?? "";
  for (let at = 0; at < length; at++) {
    const word = pack.lexicon.wordOf(tokens[at] as Token);
    words.push(word);
    const found = word.startsPhrase ? pack.lexicon.phrasesAt(form, at, word) : NO_PHRASES;
    if (found.length > 0) phrases[at] = found;
    marks[at] = marksOf(word, phrases[at]);
  }
  const lexed = { text, tokens, words, phrases, marks };
  const lines = splitLines(lexed);
  const furniture = findFurniture(lexed, lines, pack.lines);
  const sentences = splitSentences(lexed, lines, furniture, pack.names.article);
  const sentenceOf = new Int32Array(tokens.length).fill(-1);
  for (const [index, sentence] of sentences.entries()) {
    sentenceOf.fill(index, sentence.first, sentence.last);
  }
  return {
    text,
    tokens,
    words,
    phrases,
    marks,
    sentences,
    furniture,
    sentenceOf,
    trace: trace ?? null,
  };
}
