import {
  endsInName,
  isApposition,
  isCalled,
  isCharged,
  isNamedLand,
  isSecondQuality,
  tellsPerson,
} from "./apposition.js";
import { endsClause } from "./clause-end.js";
import { apposedName, isEnd, isVerbToo, nounPhrase, QUOTES } from "./noun-phrase.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segment.js";

export type { Segment } from "./segment.js";

/** Where arguments go on behind a comma, and whether as adjuncts only. */
interface Behind {
  readonly at: number;
  readonly loose: boolean;
}

/** Arguments further off than this belong to something else. */
const REACH = 40;
/** Of a direction that only says where the place before it lies: gives no role. */
const BESIDE = "beside";
const STROKE = "/";
const OPENING: ReadonlySet<string> = new Set(["(", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "]"]);

/** بتوجيه ومتابعة: verbal nouns behind a joined preposition, whose doer follows. */
const isAside = (scene: EventScene, at: number): boolean =>
  !scene.name(at) &&
  scene.isWord(at) &&
  !scene.hasArticle(at) &&
  (scene.joinedPreposition(at) !== "" ||
    (scene.isJoined(at) && scene.joinedPreposition(at - 1) !== "" && !scene.name(at - 1)));

/**
 * The noun phrases from `from` to the end of the clause, in order.
 * @param genitive the first of them completes the word before `from`
 */
export function segmentsFrom(
  scene: EventScene,
  from: number,
  limit: number,
  genitive = false,
): Segment[] {
  const end = Math.min(limit, from + REACH);
  const out: Segment[] = [];
  let at = from;
  let loose = false;
  let prep = "";
  let start = -1;
  let or = false;
  while (at < end) {
    const time = scene.afterTime(at);
    if (time > at) {
      at = time;
      prep = "";
      // ", on Wednesday,": the comma behind a time closes what it opened.
      if (scene.isComma(at) && !scene.isJoined(at + 1)) at++;
      // "on Wednesday, and took over": what is joined behind a time goes on no list.
      if (scene.isWord(at) && scene.isJoined(at)) loose = true;
      continue;
    }
    const hedge = behindHedge(scene, at);
    if (hedge > at) {
      at = hedge;
      continue;
    }
    const form = scene.form(at);
    if (OPENING.has(form)) {
      at = behindBracket(scene, at, end);
      continue;
    }
    // القبض على المدعو/ فلان: the stroke stands between the word for him and his name.
    if (QUOTES.has(form) || (form === STROKE && scene.has(at - 1, "calling"))) {
      at++;
      continue;
    }
    const aside = behindAside(scene, at, end);
    if (aside > at) {
      at = aside;
      continue;
    }
    if (scene.isComma(at)) {
      const closes: boolean = loose && !scene.isJoined(at + 1) && scene.isWord(at + 1);
      const next: Behind | null = closes
        ? { at: at + 1, loose: false }
        : behindComma(scene, at, end, out);
      if (next === null) break;
      loose = next.loose;
      at = next.at;
      continue;
    }
    // "on him", "with them": an argument without a name.
    if (scene.pack.events.pronouns.has(form)) {
      at++;
      continue;
    }
    if (scene.marks(at, "event.or")) {
      or = true;
      at++;
      continue;
    }
    // كل من الجيش والشرطة: "each of" opens a list, and is no party itself.
    const isEach = scene.marks(at, "event.each") && scene.has(at + 1, "prep.from");
    if (isEach && isListed(scene, at + 2)) {
      at += 2;
      continue;
    }
    if (!scene.isWord(at)) {
      if (scene.layer.tokens[at]?.kind !== "number") break;
    } else if (endsClause(scene, at)) break;
    if (scene.marks(at, "event.by")) {
      // ضبط المطلوبين بتوجيه من قبل القائد: who directs it does not do it.
      prep = isAside(scene, at - 1) ? BESIDE : "by";
      start = at;
      at += scene.cue(at)?.length ?? 1;
      continue;
    }
    if (scene.marks(at, "event.skip")) {
      prep = "among";
      start = at;
      at += scene.cue(at)?.length ?? 1;
      continue;
    }
    if (scene.has(at, "preposition") && !scene.name(at)) {
      prep = scene.form(at);
      const conjunction = scene.first(at)?.conjunction.length ?? 0;
      prep = prep.slice(prep.length > conjunction + 1 ? conjunction : 0);
      start = at;
      at++;
      continue;
    }
    // "west of the district": where, and no party.
    if (prep === "" && scene.has(at, "direction") && !isNamedLand(scene, at)) {
      // "in the town, west of Aleppo": it says where the town lies.
      const before = out[out.length - 1];
      prep = before && before.prep !== "" && before.last === at ? BESIDE : "among";
      start = at;
      if (!scene.name(at)) {
        at++;
        continue;
      }
    }
    // "for three years"
    if (scene.has(at, "time.duration-word") && !scene.name(at)) {
      prep = "during";
      start = at;
      at++;
      continue;
    }
    // "… for the release of X and in protest against": another clause's cause.
    if (scene.marks(at, "event.cause") && prep === "" && scene.isJoined(at)) break;
    if (scene.marks(at, "event.manner") && prep === "") {
      at += scene.cue(at)?.length ?? 1;
      continue;
    }
    if (scene.has(at, "adverb") || scene.has(at, "demonstrative")) {
      at++;
      continue;
    }
    // وأرداه قتيلا: joined to a phrase behind a preposition, of letters that no noun has.
    if (out.length > 0 && scene.pack.events.isBoundVerb(scene.raw(at)) && !scene.name(at)) {
      if ((scene.layer.words[at]?.readings ?? []).length === 0) break;
    }
    // رجل آسيوي منع المنقذين: what he did, told behind his adjective.
    const behind = out[out.length - 1];
    const isBehindQuality = behind?.last === at && behind.name === null && prep === "";
    if (isBehindQuality && isEnd(scene, at - 1) && isVerbToo(scene, at)) break;
    const joined = prep === "" && !loose && (or || scene.isJoined(at));
    or = false;
    const own = scene.joinedPreposition(at);
    const before = out[out.length - 1];
    if (before && joined && before.last === at && isSecondQuality(scene, before, at)) {
      out[out.length - 1] = { ...before, last: at + 1 };
      at++;
      continue;
    }
    // بين إيران والقوى الكبرى: what is joined stands behind the preposition of the one before.
    const oblique =
      prep !== "" ||
      own !== "" ||
      (joined && (before?.prep ?? "") !== "") ||
      (genitive && at === from);
    const phrase = nounPhrase(scene, at, end, oblique);
    const apposed =
      before !== undefined &&
      before.last === at &&
      prep === "" &&
      !joined &&
      endsInName(scene, before) &&
      (scene.marks(at, "event.apposition") ||
        // وعين الرئيس محافظا: in the accusative it is what somebody is made.
        (!scene.pack.events.isAccusative(scene.form(at)) &&
          (phrase.name?.mention.value.head === "role" ||
            before.name?.mention.value.roles.some((role) => role.first === at) === true)));
    // من قوات الرئيس المخلوع علي صالح: the name of whom a phrase behind a preposition told.
    const isTold =
      before !== undefined &&
      before.prep !== "" &&
      (before.name === null || before.name.mention.value.head === "nominal") &&
      before.last === at &&
      prep === "" &&
      own === "" &&
      !joined &&
      phrase.name?.mention.value.kind === "person" &&
      tellsPerson(scene, before);
    const isName = before && prep === "" && own === "" && !joined;
    if (before && isName && (isApposition(scene, before, at) || isCalled(scene, before, at))) {
      // ذوو المواطن سالم مراد: whose they are is told by the name, and not who they are.
      const isOwners =
        before.name === null && before.last > before.first + 1 && !scene.hasArticle(before.first);
      const name = isOwners ? null : phrase.name;
      out[out.length - 1] = { ...before, last: phrase.last, name };
      at = phrase.last;
      continue;
    }
    // من المدن الرئيسة: one definite word right behind a definite one is its adjective.
    const isQuality =
      before !== undefined &&
      (before.prep !== "" || isCharged(scene, before, at)) &&
      before.last === at &&
      prep === "" &&
      own === "" &&
      !joined &&
      phrase.name === null &&
      phrase.last === at + 1 &&
      scene.hasArticle(at) &&
      // لليمن الجريح: a land's name is definite without the article.
      (scene.hasArticle(before.last - 1) || before.name?.mention.value.kind === "place");
    out.push({
      start: prep === "" ? at : start,
      first: at,
      last: phrase.last,
      prep: prep || own || (joined ? (before?.prep ?? "") : ""),
      joined: joined && own === "",
      name: phrase.name ?? apposedName(scene, at, phrase.last),
      loose: loose || apposed || isQuality || isTold,
    });
    prep = "";
    at = phrase.last;
  }
  return out;
}

/** A name or a noun, of those that "each of" counts, and no verb: كل من شارك. */
const isListed = (scene: EventScene, at: number): boolean =>
  scene.name(at) !== null ||
  scene.hasArticle(at) ||
  (scene.isWord(at) &&
    !scene.has(at, "closed") &&
    !scene.has(at, "preposition") &&
    !endsClause(scene, at) &&
    (scene.layer.words[at]?.readings ?? []).some(({ entry }) => entry.pos === "noun"));

/** على الأقل: bounds the number before it, and is no party. */
function behindHedge(scene: EventScene, at: number): number {
  for (const { last, reading } of scene.layer.phrases[at] ?? []) {
    if (reading.entry.classes.includes("hedge.after")) return last;
  }
  return at;
}

function behindBracket(scene: EventScene, at: number, end: number): number {
  for (let to = at + 1; to < end && to < at + 16; to++)
    if (CLOSING.has(scene.form(to))) return to + 1;
  return at + 1;
}

/** Tokens of the longest blessing or remark between two dashes. */
const LONGEST_ASIDE = 6;

/** – حفظه الله –: what stands between two dashes interrupts the clause and does not end it. */
function behindAside(scene: EventScene, at: number, end: number): number {
  if (!scene.isDash(at)) return at;
  for (let to = at + 2; to < Math.min(end, at + LONGEST_ASIDE); to++) {
    if (scene.isDash(to)) return to + 1;
  }
  return at;
}

/**
 * A comma ends the arguments, unless a time, a name in apposition, or a phrase behind a
 * preposition stands between it and the next, or follows it.
 */
function behindComma(
  scene: EventScene,
  comma: number,
  end: number,
  out: readonly Segment[],
): Behind | null {
  const next = comma + 1;
  const time = scene.afterTime(next);
  if (time > next)
    return { at: scene.isComma(time) ? time + 1 : time, loose: !scene.isComma(time) };
  const name = scene.name(next);
  if (name && out.length > 0 && !scene.isJoined(next)) {
    return scene.isComma(name.last)
      ? { at: name.last + 1, loose: false }
      : { at: name.last, loose: true };
  }
  if (next < end && scene.has(next, "preposition")) {
    for (let to = next; to < Math.min(end, next + 10); to++) {
      if (scene.isComma(to)) return { at: next, loose: true };
    }
    return { at: next, loose: true };
  }
  // "decided …, the sending of": what the verb governs, behind an inserted phrase.
  if ((scene.cue(next)?.masdars.length ?? 0) > 0 && !scene.isJoined(next)) {
    return { at: next, loose: false };
  }
  if (scene.marks(next, "event.cause") || scene.joinedPreposition(next))
    return { at: next, loose: true };
  return null;
}
