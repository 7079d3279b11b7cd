import type { Claim, Disagreement } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import { incidentsOf } from "../scenes/incidents.js";
import { speakerOf } from "../witnesses/voices.js";
import { event as eventTerm, message } from "../wording.js";
import { disagreement, positionOf } from "./position.js";

/** What comes of a fault, or is done: a raid is done by somebody, and nobody asks what brought it about. */
const BROUGHT_ABOUT = ["accident", "explosion", "disaster"] as const;

/**
 * What brought a crash, a fire or a blast about: told where two speakers name things of which one
 * excludes the other, in a story of one happening.
 */
export function originDisagreements(context: StoryContext): Disagreement[] {
  const { originsIn } = foldLanguage("ar");
  const type = BROUGHT_ABOUT.find((one) => isMain(one, context));
  if (type === undefined || !incidentsOf(context).isFocused) return [];
  const byKind = new Map<string, { words: string; claims: Claim[]; voices: Set<string> }>();
  for (const claim of context.claims) {
    if (!claim.statement || claim.background || !speakerOf(claim)) continue;
    if (claim.statement.stance === "denies" || claim.statement.stance === "doubts") continue;
    const origins = originsIn(context.textOf(claim));
    // Who names two leaves it open.
    const [origin, ...more] = origins;
    if (!origin || more.length > 0) continue;
    const known = byKind.get(origin.kind);
    const told = known ?? { words: origin.words, claims: [], voices: new Set<string>() };
    told.claims.push(claim);
    told.voices.add(context.voices.of(claim));
    byKind.set(origin.kind, told);
  }
  const kinds = [...byKind.values()];
  const voices = new Set(kinds.flatMap((kind) => [...kind.voices]));
  if (kinds.length < 2 || voices.size < 2) return [];
  const positions = kinds.map(({ claims, words }) => positionOf(claims, words, context));
  return [disagreement("cause", "contradicts", [eventTerm(type)], positions, [message("causes")])];
}

/** Half of the reports tell of it. */
function isMain(type: string, context: StoryContext): boolean {
  const telling = new Set(
    context.claims.filter(({ event }) => event?.type === type).map(({ report }) => report),
  );
  return telling.size * 2 >= context.reports.size;
}
