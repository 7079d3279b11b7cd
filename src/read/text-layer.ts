import type { LanguagePack } from "../lang/pack.js";
import type { TextLayer } from "../text/layer.js";
import { tokenize } from "../text/tokens.js";
import type { Phrase, Word } from "../text/word.js";
import { findFurniture } from "./furniture.js";
import { splitLines } from "./lines.js";
import { splitSentences } from "./sentences.js";

/** The first layer: tokens, the lexicon's words, page furniture, sentences. Needs only the text. */
export function readTextLayer(text: string, pack: LanguagePack): TextLayer {
  const tokens = tokenize(text);
  const words: Word[] = tokens.map((token) => pack.lexicon.word(token.form));
  const phrases: (readonly Phrase[] | undefined)[] = new Array(tokens.length);
  const form = (index: number): string => tokens[index]?.form ?? "";
  for (let at = 0; at < tokens.length; at++) {
    if (!words[at]?.startsPhrase) continue;
    const found = pack.lexicon.phrasesAt(form, at);
    if (found.length > 0) phrases[at] = found;
  }
  const lexed = { text, tokens, words, phrases };
  const lines = splitLines(lexed);
  const furniture = findFurniture(lexed, lines);
  const sentences = splitSentences(lexed, lines, furniture);
  const sentenceOf = new Int32Array(tokens.length).fill(-1);
  for (const [index, sentence] of sentences.entries()) {
    sentenceOf.fill(index, sentence.first, sentence.last);
  }
  return { ...lexed, sentences, furniture, sentenceOf };
}
