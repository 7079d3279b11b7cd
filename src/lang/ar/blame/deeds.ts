import { fold } from "../../../text/fold.js";
import { wordSet } from "../counts/words.js";
import { bareForm } from "../skeleton.js";

/** A deed that people are hurt by, as an accusation or its denial names it. */
export interface Deed {
  /** Event type of the account. */
  readonly type: string;
  /** It is called by its own name: "attack" and "incident" may stand for any. */
  readonly isSpecific: boolean;
  /** Bare words behind it: what it was done to, and where. Empty where only a pronoun points to it. */
  readonly about: readonly string[];
}

/** Nouns of such deeds, by event type. A list is short on purpose: what it lacks is never told. */
const NOUNS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "explosion",
    wordSet("تفجير", "تفجيرات", "انفجار", "انفجارات", "انفجارين", "نسف", "تدمير", "تخريب", "تلغيم"),
  ],
  [
    "strike",
    wordSet(
      ...["قصف", "غارة", "غارات", "ضربة", "ضربات", "إطلاق", "قذيفة", "صاروخ", "صواريخ", "إسقاط"],
    ),
  ],
  [
    "attack",
    wordSet(
      ...["هجوم", "هجمات", "هجومين", "اعتداء", "اعتداءات", "عملية", "حادث", "حادثة", "استهداف"],
      ...["جريمة", "مجزرة", "مذبحة", "اغتيال", "قتل", "مقتل", "تصفية"],
    ),
  ],
  ["riot", wordSet("إحراق", "حرق", "إضرام", "إشعال", "حريق", "حرائق")],
  ["kidnap", wordSet("خطف", "اختطاف")],
];
/** What any of them may be called. */
const GENERAL = wordSet(
  ...["هجوم", "هجمات", "هجومين", "اعتداء", "اعتداءات", "عملية", "حادث", "حادثة", "استهداف"],
  ...["جريمة", "مجزرة", "مذبحة"],
);

/** Nouns of having done it, and what joins them: the deed is told behind. */
const DOING = wordSet(
  ...["وقوف", "وراء", "خلف", "مسؤولية", "مسئولية", "تنفيذ", "شن", "ارتكاب", "قيام", "تدبير"],
  ...["ضلوع", "تورط", "صلة", "علاقة", "دور", "تخطيط", "عن", "في", "إلى", "أي", "كامل", "كل"],
);
/** Of these the deed may be told by a pronoun alone, or not at all. */
const RESPONSIBLE = wordSet(
  ...["مسؤولية", "مسئولية", "وراء", "خلف", "ضلوع", "تورط", "صلة", "علاقة", "دور"],
);

/** "Behind it", "for it": the deed was named before. */
const POINTS_BACK = wordSet("وراءه", "وراءها", "وراءهما", "خلفه", "خلفها", "عنه", "عنها");

const PRONOUN = /(?:ها|هم|هما|ه|نا)$/u;
const JOINED = /^[وف]?[بلك](?=ال)|^لل|^[وف](?=ال)/u;

const SENTENCE_END = /[؟!\n]|\.(?=\s|$)/u;

/** What is said, up to the end of its first sentence. */
export const firstSentence = (content: string): string => content.split(SENTENCE_END, 1)[0] ?? "";

/** Without joined particles and the article. */
export const bareWord = (word: string): string => bareForm(fold(word).replace(JOINED, ""));

/** The word and what it may be without a joined preposition, its article and a pronoun. */
export function holdsForm(set: ReadonlySet<string>, word: string): boolean {
  const bare = bareWord(word);
  if (set.has(bare)) return true;
  const without = /^[بل]/u.test(bare) ? bareForm(bare.slice(1)) : bare;
  const whose = without.replace(PRONOUN, "");
  return set.has(without) || set.has(whose) || set.has(whose.replace(/ت$/u, "ه"));
}

export const isResponsibility = (word: string): boolean => holdsForm(RESPONSIBLE, word);

/** Words between "standing behind" and the deed. */
const DOING_WORDS = 4;
/** Words behind the deed that say what it was done to. */
const ABOUT_WORDS = 7;

/** The deed that a word names, with what the words behind it say of it. */
export function deedNamed(words: readonly string[], at: number): Deed | null {
  const word = words[at] ?? "";
  const type = NOUNS.find(([, nouns]) => holdsForm(nouns, word))?.[0];
  if (type === undefined) return null;
  const about = words.slice(at + 1, at + 1 + ABOUT_WORDS).map(bareWord);
  return { type, isSpecific: !holdsForm(GENERAL, word), about };
}

const UNNAMED: Deed = { type: "attack", isSpecific: false, about: [] };

/**
 * The deed told from a word on: "the bombing of the port", "standing behind the attack", "behind it"; null
 * where something else is told ("standing behind the arming of").
 */
export function deedAt(words: readonly string[], at: number): Deed | null {
  let isLaid = false;
  for (let next = at; next < Math.min(words.length, at + DOING_WORDS); next++) {
    const deed = deedNamed(words, next);
    if (deed) return deed;
    const word = words[next] ?? "";
    if (POINTS_BACK.has(word)) return UNNAMED;
    if (!holdsForm(DOING, word)) return null;
    isLaid ||= isResponsibility(word);
  }
  return isLaid ? UNNAMED : null;
}

/** Words among which a denial names the deed. */
const DENIED_WORDS = 8;

/** The first deed among the next words; any where they name none. */
export function deedWithin(words: readonly string[], from: number): Deed {
  for (let at = from; at < Math.min(words.length, from + DENIED_WORDS); at++) {
    const deed = deedNamed(words, at);
    if (deed) return deed;
  }
  return UNNAMED;
}
