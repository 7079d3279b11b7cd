import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { isToldApart } from "../counts/another-count.js";
import { areDaysApart } from "../counts/own-days.js";
import { comparePlaces, isElsewhere } from "./places.js";
import { MOST_COMPARED, MOST_SCENES, type Scene, shareNumber } from "./scene.js";
import type { Setting } from "./setting.js";

/** Points from which two scenes are one happening … */
const ENOUGH = 2;
/** … and where a story tells of many, or such happen every day. */
const ENOUGH_AMONG_MANY = 3;

/**
 * Most points for what a scene shares with one of an incident; 0 where they are not known to be one.
 * @param scenes of the incident; the first is the one that was told first at the head of a report
 */
export function likeness(scene: Scene, scenes: readonly Scene[], setting: Setting): number {
  const [anchor] = scenes as readonly [Scene];
  // Its own report tells it apart from a scene that is already there.
  if (scenes.some((other) => isToldApart(scene, other, setting.context))) return 0;
  if (scenes.some((other) => other.report === scene.report && other.isOther !== scene.isOther)) {
    return 0;
  }
  if (scene.apart !== anchor.apart || areDaysApart(scene.days, anchor.days)) return 0;
  // A wide place between two towns does not make them one: what began it must not lie elsewhere.
  if (isElsewhere(scene.place, anchor.place, setting.context)) {
    if (!scenes.slice(0, MOST_SCENES).some((other) => shareNumber(scene, other))) return 0;
  }
  let best = 0;
  for (const other of scenes.slice(0, MOST_SCENES)) {
    if (areDaysApart(scene.days, other.days)) continue;
    best = Math.max(best, pointsOf(scene, other, setting));
  }
  return best;
}

/** A number from here on is worth two that are smaller. */
const LARGE_NUMBER = 10;
/** Equal numbers worth so much outweigh that two places are told: "in the mosque", "in the city". */
const OUTWEIGHS_PLACES = 2;

function pointsOf(a: Scene, b: Scene, setting: Setting): number {
  const { seat, isScattered, crowded, context } = setting;
  let numbers = 0;
  for (const [key, number] of a.numbers) {
    if (b.numbers.has(key)) numbers += number >= LARGE_NUMBER ? 2 : 1;
  }
  const relation = comparePlaces(a.place, b.place, context);
  const isNamed =
    (a.place !== null && b.named.has(a.place)) || (b.place !== null && a.named.has(b.place));
  // Two happenings of one report are told apart by it.
  if (a.report === b.report && (relation === "apart" || relation === "near")) return 0;
  if (relation === "apart" && numbers < (isNamed ? 1 : OUTWEIGHS_PLACES)) return 0;
  const isCrowded =
    (a.place !== null && crowded.has(a.place)) || (b.place !== null && crowded.has(b.place));
  const places = isCrowded ? 0 : relation === "same" ? 1 : relation === "within" ? 0.5 : 0;
  const days = a.days !== null && b.days !== null ? 1 : 0;
  const leads = a.leads && b.leads ? 1 : 0;
  const speakers = [...a.speakers].some((one) => b.speakers.has(one)) ? 1 : 0;
  // The story's own happening, where it has one and nothing puts either elsewhere.
  const isHere = (place: string | null): boolean => !isElsewhere(place, seat, context);
  const own = !isScattered && !isCrowded && isHere(a.place) && isHere(b.place) ? 1 : 0;
  // A count too small to tell, where both reports were written for it.
  const small = leads > 0 && numbers === 0 && sharesCount(a, b) ? 1 : 0;
  let points = numbers + places + days + leads + speakers + own + small;
  // Accidents of two or three victims are like one another every day.
  const asked = isScattered || isCrowded || (isSmall(a) && isSmall(b)) ? ENOUGH_AMONG_MANY : ENOUGH;
  // The costliest sign last: the same words of two figures.
  if (points < asked && isOneWording(a, b, context)) points += SAME_WORDS;
  if (points < asked && leads > 0 && !isScattered && !isCrowded && isToldAlike(a, b, context)) {
    points += SAME_WORDS;
  }
  return points >= asked ? points : 0;
}

const isSmall = ({ claims }: Scene): boolean =>
  claims.every(({ figure }) => (figure?.value.max ?? figure?.value.min ?? 0) < LARGE_NUMBER);

function sharesCount(a: Scene, b: Scene): boolean {
  return a.claims.some(({ figure: x }) =>
    b.claims.some(
      ({ figure: y }) =>
        x?.measure === y?.measure && x?.value.min === y?.value.min && x?.value.max === y?.value.max,
    ),
  );
}

const SAME_WORDS = 2;

const isOneWording = (a: Scene, b: Scene, context: StoryContext): boolean =>
  haveFigures(a, b, (one, other) => context.wordings.isOne(one, other));

/** What both reports were written for is told of the same things. */
const isToldAlike = (a: Scene, b: Scene, context: StoryContext): boolean =>
  haveFigures(a, b, (one, other) => context.alike.isAlike(one, other));

/** The one has a figure, and the other one of the same measure, that are so. */
const haveFigures = (a: Scene, b: Scene, areSo: (one: Claim, other: Claim) => boolean): boolean =>
  a.claims
    .slice(0, MOST_COMPARED)
    .some((one) =>
      b.claims
        .slice(0, MOST_COMPARED)
        .some((other) => one.figure?.measure === other.figure?.measure && areSo(one, other)),
    );
