import { fold } from "../../text/fold.js";

/**
 * The consonant skeleton of a name in Arabic letters: what is left of it when everything is taken
 * away that writers of foreign names disagree on. Long vowels and hamzas go, doubled letters and
 * the final ه of ة are one or none, and letters that stand for one foreign sound fall together
 * (g: غ ج ق ك; s: س ص; t: ت ط ث; z: ز ذ ظ; d: د ض; v: ف ڤ; p: ب پ). A skeleton is a hint to
 * look, never by itself a reason to join: سليم and سلام have the same one.
 */

const SAME_SOUND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    غ: "ك",
    ج: "ك",
    ق: "ك",
    گ: "ك",
    ص: "س",
    ط: "ت",
    ث: "ت",
    ذ: "ز",
    ظ: "ز",
    ژ: "ز",
    ض: "د",
    ڤ: "ف",
    پ: "ب",
    چ: "ش",
  }),
);
const VOWELS = new Set(["ا", "و", "ي", "ء", "ؤ", "ئ"]);

/** Words that say "son of" inside a name: what follows names the father, not the bearer. */
const FILIAL = new Set(["بن", "ابن", "بنت", "ولد"].map(fold));
/** Words that stand before a family's or a father's name and belong to it: أبو مازن، آل سعود. */
const NAME_PREFIX = new Set(["أبو", "أبي", "أبا", "أم", "آل", "عبد", "ذو"].map(fold));

/**
 * Words that say what kind of body a proper name names and are often left out: "وكالة رويترز" is
 * "رويترز". Not وزارة or مجلس, which are part of what the body is called.
 */
const GENERIC_HEAD = new Set(
  ["وكالة", "قناة", "تلفزيون", "صحيفة", "جريدة", "موقع", "شبكة", "منظمة", "شركة", "إذاعة"].flatMap(
    (word) => [fold(word), fold(`ال${word}`)],
  ),
);
/** Said of an agency after its name: "وكالة سبوتنيك للأنباء". */
const GENERIC_TAIL = new Set(["للأنباء", "الإخبارية", "الإخباري", "نيوز"].map(fold));

/** Names are met over and over; past this many the cache starts anew, so that it stays small. */
const CACHE_LIMIT = 50_000;
let skeletons = new Map<string, string>();

/** The skeleton of one word; may be empty ("آي"). */
export function skeletonOf(word: string): string {
  let skeleton = skeletons.get(word);
  if (skeleton === undefined) {
    skeleton = withoutVowels(word);
    if (skeletons.size >= CACHE_LIMIT) skeletons = new Map();
    skeletons.set(word, skeleton);
  }
  return skeleton;
}

function withoutVowels(word: string): string {
  const bare = word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
  const folded = fold(bare);
  let out = "";
  for (let i = 0; i < folded.length; i++) {
    const letter = folded[i] as string;
    // A first و or ي is a consonant (ويليام, يلتسين); a first alif only carries a vowel.
    const vowel = VOWELS.has(letter) && !(i === 0 && (letter === "و" || letter === "ي"));
    if (vowel || (letter === "ه" && i === folded.length - 1)) continue;
    const sound = SAME_SOUND.get(letter) ?? letter;
    if (out[out.length - 1] !== sound) out += sound;
  }
  return out;
}

export function isFilial(word: string): boolean {
  return FILIAL.has(fold(word));
}

export function isNamePrefix(word: string): boolean {
  return NAME_PREFIX.has(fold(word));
}

/** Small words inside names of Romance and Germanic tongues, written or not: كارلوس (دي) أوليفيرا. */
const NAME_PARTICLE = new Set(["دي", "دا", "دو", "دوس", "ديل", "فان", "فون"].map(fold));

/** @param word folded */
export const isNameParticle = (word: string): boolean => NAME_PARTICLE.has(word);

export function isGenericName(word: string): boolean {
  const folded = fold(word);
  return GENERIC_HEAD.has(folded) || GENERIC_TAIL.has(folded);
}

/** The word without its article, folded: for comparing common nouns, where vowels matter. */
export function bareForm(word: string): string {
  const folded = fold(word);
  return folded.startsWith("ال") && folded.length > 4 ? folded.slice(2) : folded;
}

/** The article, two letters and more, and the ending: الحربي. */
const SHORTEST_NISBA = 5;
/** Families that go by land or tribe and bear no article. */
const BARE_NISBAS: ReadonlySet<string> = new Set(["عسيري", "يماني", "مصري", "شامي"]);

/** A folded word that names a family by tribe or town, as thousands are. */
export const isTribal = (form: string): boolean =>
  BARE_NISBAS.has(form) || (form.length >= SHORTEST_NISBA && /^ال.*ي$/.test(form));

/** A folded word with the article in front: two letters would leave too little of a word. */
export const hasArticle = (form: string): boolean => form.startsWith("ال") && form.length > 4;

/** عبدالرحمن: "servant of" and a name of God, in one word. */
export const isServantOfGod = (form: string): boolean => form.startsWith("عبدال");

/** وزارة الصحة والسكان: a word that "and" is joined to has three letters more at least. */
export const firstOfJoined = (words: string): string => words.split(/\sو(?=\p{L}{3})/u)[0] ?? "";
