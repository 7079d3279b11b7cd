import type { Claim, Disagreement, Link } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import { shorten } from "../title.js";
import { isNamed, speakerOf } from "../witnesses/voices.js";
import { message, name } from "../wording.js";
import { disagreement, positionOf } from "./position.js";
import { mayNameOne } from "./same-name.js";

/**
 * One speech in quotation marks, given to two speakers of whom neither relays the other. Both must
 * be known to the account, and as two: "his excellency" and a surname may be one man. Scripture
 * is quoted by whoever speaks, and a body's words are those of who speaks for it.
 */
export function quotedFromTwo(context: StoryContext): Disagreement[] {
  const out = new Map<string, Disagreement>();
  for (const { from, to, pair } of context.story.quotations) {
    const [a, b] = [quoting(from, pair[0], context), quoting(to, pair[1], context)];
    if (!a || !b) continue;
    const [inA, inB] = [speakerOf(a), speakerOf(b)];
    if (!inA || !inB || !areTwo(a, b, context)) continue;
    if (isScripture(from, pair[0], context) || isScripture(to, pair[1], context)) continue;
    // The same two, quoted in many reports with the same words, are one question.
    const voices = [context.voices.of(a), context.voices.of(b)].sort().join("|");
    if (out.has(voices)) continue;
    out.set(
      voices,
      disagreement(
        "attribution",
        "contradicts",
        [name(shorten(context.textOf(a)))],
        [positionOf([a], inA.name, context), positionOf([b], inB.name, context)],
        [message("quotedFromTwo")],
      ),
    );
  }
  return [...out.values()];
}

function areTwo(a: Claim, b: Claim, context: StoryContext): boolean {
  const [inA, inB] = [speakerOf(a), speakerOf(b)];
  if (!inA || !inB || !isNamed(inA) || !isNamed(inB)) return false;
  // "And he said": whom the pronoun means is the reader's guess, and no contradiction of the reports.
  if (!isNamedThere(a, inA) || !isNamedThere(b, inB)) return false;
  const { isScriptureSpeaker, isHonorificAlone } = foldLanguage("ar");
  for (const speaker of [inA, inB]) {
    if (isScriptureSpeaker(speaker.name) || isHonorificAlone(speaker.name)) return false;
  }
  const [x, y] = [inA, inB].map((one) => context.entities.get(one.entity ?? ""));
  // A person and a body may be he who speaks and what he speaks for.
  if (!x || !y || x.kind !== y.kind || context.voices.of(a) === context.voices.of(b)) return false;
  // A paper prints words, it does not speak them; and one man is spelled in many ways.
  if (x.kind === "outlet" || mayNameOne(x.name, y.name)) return false;
  const named = (claim: Claim) => new Set(claim.chain.map((link) => link.entity));
  return !named(a).has(y.id) && !named(b).has(x.id);
}

/** Words before a passage that may say whose it is. */
const BROUGHT_IN_CHARACTERS = 60;

/** "God says: …": the passage is scripture, brought in within what either speaker says. */
function isScripture(
  report: string,
  [start, end]: readonly [number, number],
  context: StoryContext,
): boolean {
  const { text = "", language = "ar" } = context.reports.get(report) ?? {};
  const until = Math.min(end, start + BROUGHT_IN_CHARACTERS);
  const words = text.slice(Math.max(0, start - BROUGHT_IN_CHARACTERS), until);
  return foldLanguage(language).bringsInScripture(words);
}

const isNamedThere = ({ sentence }: Claim, { span }: Link): boolean =>
  span !== null && span[0] >= sentence[0] && span[1] <= sentence[1];

function quoting(
  report: string,
  [start, end]: readonly [number, number],
  context: StoryContext,
): Claim | undefined {
  return context.claimsOf(report).find((claim) => {
    const quoted = claim.statement?.quoted;
    return quoted && quoted[0] <= start && end <= quoted[1];
  });
}
