import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { Draft } from "./draft.js";

const ART = markOf(["genre.art"]);
const CREED = markOf(["genre.creed"]);
const SELF = markOf(["genre.self"]);
const SPORT = markOf(["sport"]);

/** Words of a story, of scripture or of the writer himself without which a text is a report. */
const FEWEST = 4;
/** The same, for a thousand tokens. */
const SHARE = 10;
/** Tokens in which a report of a harm has told it. */
const OPENING = 90;

const QUOTES_OPEN: ReadonlySet<string> = new Set(["«", "“"]);
const QUOTES_CLOSE: ReadonlySet<string> = new Set(["»", "”"]);

/**
 * A report tells its news; a column, a sermon, a review and a tale speak of deaths that nobody reports.
 * Worked out once for a text, from its words: those of art and creed, and the first person outside quotes.
 * A text that tells of a harm in its opening is a report, whatever its words.
 */
export function isReflection(layer: TextLayer, drafts: readonly Draft[]): boolean {
  const first = drafts.find(({ unit, measure }) => unit === "persons" && measure !== "crowd");
  if (!first || first.first < OPENING) return false;
  const { marks, tokens } = layer;
  let words = 0;
  let quoted = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.kind === "punct") {
      if (token.form === '"') quoted = !quoted;
      else if (QUOTES_OPEN.has(token.form)) quoted = true;
      else if (QUOTES_CLOSE.has(token.form)) quoted = false;
      if (token.breaks > 0) quoted = false;
      continue;
    }
    const mark = marks[at] ?? 0;
    if ((mark & (ART | CREED)) !== 0 || (!quoted && (mark & SELF) !== 0)) words++;
  }
  return words >= FEWEST && words * 1000 >= SHARE * tokens.length;
}

/** A death or a hurt that no number tells, of one told by a noun or a name. */
export function isDoubtful({ rule, measure, quantity, value }: Draft): boolean {
  if (!TOLD.has(measure) || value.max !== 1) return false;
  return quantity ? quantity.value.form !== "number" : !rule.startsWith("figure.tally");
}

const TOLD: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "missing",
  "kidnapped",
  "arrested",
]);

/** Words of a match and its players without which no report is of sport, in all and for a thousand tokens. */
const FEWEST_OF_SPORT = 6;
const SHARE_OF_SPORT = 15;

/** A report of a match, a team, a transfer. */
export function isOfSport(layer: TextLayer): boolean {
  let words = 0;
  for (const mark of layer.marks) if ((mark & SPORT) !== 0) words++;
  return words >= FEWEST_OF_SPORT && words * 1000 >= SHARE_OF_SPORT * layer.tokens.length;
}

/** What sport says by the words of harm: تسجيل إصابة أخرى is a goal, خطف الفوز and اختفى المهاجم are of play. */
export function isOfPlay({ rule, measure, value, counted }: Draft): boolean {
  // بدأ الشوط بهجمتين سريعتين
  if (measure === "other" && PLAYED.has(counted ?? "")) return true;
  // فقد الفريق خمسة لاعبين
  if (measure === "missing" && counted === "players") return true;
  if ((value.max ?? 0) > 2) return false;
  if (measure === "kidnapped" || measure === "missing") return true;
  return measure === "injured" && /carried|one-of/.test(rule);
}

const PLAYED: ReadonlySet<string> = new Set(["attacks", "strikes"]);

/** A count that may be of play, or of one that a tale tells of. */
export const mayBeOfPlay = (draft: Draft): boolean =>
  isDoubtful(draft) ||
  (draft.measure === "other" && PLAYED.has(draft.counted ?? "")) ||
  (draft.measure === "missing" && draft.counted === "players");

/** Who plays under a name that elsewhere is one of arms: قائد الوسط, مهاجم الفريق. */
export function playerOf({ measure, counted }: Draft): string | null {
  return measure === "injured" && PLAYING.has(counted ?? "") ? "players" : counted;
}

const PLAYING: ReadonlySet<string> = new Set(["leaders", "attackers", "guards"]);
