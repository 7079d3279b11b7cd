import { fold } from "../../text/fold.js";

/**
 * Who speaks for a body and not for himself: what he says, the body says. The words begin his
 * title, whatever follows ("المتحدث الأمني بوزارة الداخلية", "الناطق الإعلامي لصحة المنطقة").
 */
const SPOKESPERSONS = new Set(
  ["متحدث", "المتحدث", "متحدثة", "المتحدثة", "ناطق", "الناطق", "ناطقة", "الناطقة"].map(fold),
);

/** True where a title or a speaker's description is that of a spokesperson. */
export function isSpokesperson(title: string): boolean {
  return title
    .split(/\s+/)
    .slice(0, 2)
    .some((word) => SPOKESPERSONS.has(fold(word)));
}

/** What those are called who attack, by others' words for them or by what they are. */
const FIGHTERS = new Set(
  [
    "المتطرف",
    "متطرف",
    "المتطرفة",
    "المتشدد",
    "متشدد",
    "المتشددة",
    "الإرهابي",
    "الإرهابية",
    "مسلح",
    "المسلح",
    "مسلحون",
    "المسلحين",
    "المتمرد",
    "متمرد",
    "المتمردة",
    "المتمردين",
    "متمردون",
    "الانفصاليين",
    "ميليشيا",
    "ميليشيات",
    "داعش",
  ].map(fold),
);
/** A word before it shows that it is the movement: two students are spelt the same. */
const TALIBAN = fold("طالبان");
const QAEDA = fold("القاعدة");
const COMMANDER = new Set(["قائد", "آمر"].map(fold));
/** القاعدة الجوية: a base is described, the group is not. */
const DEFINITE_FEMININE = /^ال.+ه$/u;

/** True where a speaker is called one of those who attack or fight outside a state's forces. */
export function isFighter(name: string): boolean {
  const words = name
    .split(/[\s«»"“”]+/)
    .filter((word) => word !== "")
    .map(fold);
  return words.some((word, at) => {
    if (word === TALIBAN) return at > 0;
    if (word === QAEDA) {
      const isBase = DEFINITE_FEMININE.test(words[at + 1] ?? "");
      return !isBase && !COMMANDER.has(words[at - 1] ?? "");
    }
    return FIGHTERS.has(word);
  });
}

/** God and the prophet: their words are quoted by whoever speaks, and disputed by nobody. */
const SCRIPTURE = new Set(["الله", "تعالى", "النبي", "الرسول", "رسول"].map(fold));

const GOD = fold("الله");
const SERVANT = fold("عبد");

export function isScriptureSpeaker(name: string): boolean {
  const [first = "", second = "", ...more] = name.split(/\s+/).map(fold);
  // "نهى الله": a verb before him; names that end so have another word before ("عبد الله").
  return (
    SCRIPTURE.has(first) || (second === GOD && more.length === 0 && !first.startsWith(SERVANT))
  );
}

/** Two words that bring in a verse or a saying of the prophet, wherever they stand in a speech. */
const BRINGS_IN = new Set(
  ["الله تعالى", "قال تعالى", "يقول تعالى", "قوله تعالى", "عز وجل", "رسول الله", "صلى الله"].map(
    fold,
  ),
);

export function bringsInScripture(text: string): boolean {
  const words = fold(text)
    .split(NO_LETTERS)
    .filter((word) => word !== "");
  return words.some((word, at) => BRINGS_IN.has(`${word} ${words[at + 1] ?? ""}`));
}

const NO_LETTERS = /[^\p{L}]+/u;
