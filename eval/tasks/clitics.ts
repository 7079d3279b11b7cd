/** Splitting words into proclitics, stem and pronoun, against words split by hand. */
import { readFileSync } from "node:fs";
import { arabic } from "../../src/lang/ar/pack.js";
import { LexiconJudge, segment } from "../../src/lang/ar/segment.js";
import { fold } from "../../src/text/fold.js";
import { dataPath } from "../data.js";
import { type Finding, share, type Task } from "../task.js";

/** What stands before and behind the stem, each empty where nothing does. */
export interface Clitics {
  readonly conjunction: string;
  readonly preposition: string;
  readonly article: boolean;
  readonly enclitic: string;
}

export interface SplitWord {
  /** The word as it is typed. */
  readonly word: string;
  readonly clitics: Clitics;
}

const judge = new LexiconJudge(arabic.lexicon);
const CONTENT_TAGS: ReadonlySet<string> = new Set(["NOUN", "ADJ", "V", "NUM", "ADV", "ABBREV"]);
/** Object and possessive pronouns, folded; subject endings (وا ت ون) belong to the verb. */
const ENCLITICS: ReadonlySet<string> = new Set("ه ها هم هما هن نا ك كم كما ي ني".split(" "));

/**
 * Reads `و+ب+ال+كتاب⇥CONJ+PREP+DET+NOUN`. Null for words without a noun, verb or number in them
 * (particles are listed whole in the lexicon), for marks, and for a verb with نا, which may be
 * its subject.
 */
export function parseSplit(line: string): SplitWord | null {
  const [segments, tags] = line.split("\t").map((field) => field.split("+"));
  if (!segments || !tags || segments.length !== tags.length) return null;
  const stem = tags.findIndex((tag) => CONTENT_TAGS.has(tag));
  if (stem < 0) return null;
  const clitics = { conjunction: "", preposition: "", article: false, enclitic: "" };
  for (let i = 0; i < stem; i++) {
    const segment = fold(segments[i] ?? "");
    if (tags[i] === "CONJ") clitics.conjunction = segment;
    else if (tags[i] === "PREP" || tags[i] === "FUT_PART") clitics.preposition = segment;
    else if (tags[i] === "DET") clitics.article = true;
    else return null;
  }
  const last = fold(segments.at(-1) ?? "");
  if (tags.at(-1) === "PRON" && ENCLITICS.has(last)) {
    if (tags[stem] === "V" && last === "نا") return null;
    // The pronoun of the first person after a verb is written ني, and its letter is ي.
    clitics.enclitic = last === "ني" ? "ي" : last;
  }
  const word = segments.join("");
  return { word: clitics.article ? word.replace(/^([وف]?)لال/, "$1لل") : word, clitics };
}

/** How the engine splits any word, and whether its lexicon knows the word. */
function splitByEngine(word: string): Clitics & { readonly known: boolean } {
  const { conjunction, preposition, article, enclitic } = segment(word, judge);
  const known = arabic.lexicon.word(fold(word)).readings.length > 0;
  return { conjunction, preposition, article, enclitic, known };
}

const describe = ({ conjunction, preposition, article, enclitic }: Clitics): string =>
  [conjunction, preposition, article ? "ال" : "", "…", enclitic].filter(Boolean).join("+");

export const clitics: Task = {
  name: "clitics",
  rows: ["clitics", "clitics, known words"],
  run: () => {
    const path = dataPath("wikinews-segmentation", "WikiNews.pos.ref");
    if (!path) return null;
    let [cases, right, known, rightKnown] = [0, 0, 0, 0];
    const findings = new Map<string, Finding>();
    for (const line of readFileSync(path, "utf8").split(/\r?\n/)) {
      const split = parseSplit(line);
      if (!split) continue;
      const given = splitByEngine(split.word);
      const isRight = describe(given) === describe(split.clitics);
      cases++;
      if (isRight) right++;
      if (given.known) known++;
      if (given.known && isRight) rightKnown++;
      if (isRight) continue;
      findings.set(split.word, {
        verdict: "wrong",
        record: "WikiNews",
        at: null,
        text: `${split.word}: ${describe(split.clitics)} ← ${describe(given)}`,
      });
    }
    return [
      {
        name: "clitics",
        ...share(right, cases),
        remark: `the lexicon knows ${((100 * known) / cases).toFixed(0)}% of the words`,
        findings: [...findings.values()],
      },
      { name: "clitics, known words", ...share(rightKnown, known), findings: [] },
    ];
  },
};
