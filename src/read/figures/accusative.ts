/** شابا, حصارا: the ending of an indefinite noun that is an object, on the folded form of a word. */
export const hasAccusativeEnding = (form: string): boolean => /[^اىء]ا$/.test(form);
