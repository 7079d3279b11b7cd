import { describe, expect, it } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { rangeOf, textOf } from "../../text/layer.js";
import { readTextLayer } from "./text-layer.js";

describe("the text layer", () => {
  it("leaves the source as it is and reads through its spelling", () => {
    const text = "أَعْلَنَت وِزارة الصِّحة";
    const layer = readTextLayer(text, arabic);
    expect(layer.text).toBe(text);
    expect(layer.tokens.map(({ form }) => form)).toEqual(["اعلنت", "وزاره", "الصحه"]);
    expect(layer.words[0]?.classes.has("speech.verb")).toBe(true);
    expect(textOf(layer, 1, 3)).toBe("وِزارة الصِّحة");
  });

  it("finds entries of several words, clitics in front of them and all", () => {
    const layer = readTextLayer("وبحسب ما قال الشاهد عاد الهدوء.", arabic);
    const phrase = layer.phrases[0]?.find(({ reading }) =>
      reading.entry.classes.includes("speech.accord-clause"),
    );
    expect(phrase && textOf(layer, phrase.first, phrase.last)).toBe("وبحسب ما");
    expect(phrase?.reading.conjunction).toBe("و");
  });

  it("shares one word between tokens of one spelling", () => {
    const { words } = readTextLayer("إعلان اعلان", arabic);
    expect(words[0]).toBe(words[1]);
  });

  it("says what is wrong with a range that does not exist", () => {
    const layer = readTextLayer("وصلت القافلة", arabic);
    expect(() => rangeOf(layer, 1, 5)).toThrow("No tokens [1, 5) in a text of 2");
  });
});
