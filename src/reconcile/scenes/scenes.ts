import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { countAnother } from "../counts/another-count.js";
import { apartOf } from "../counts/apart-figures.js";
import { isOfAnother } from "../counts/figure-words.js";
import { listedOf } from "../counts/listed-figures.js";
import { areDaysApart, type Days, ownDays } from "../counts/own-days.js";
import { isNamed, speakerOf } from "../witnesses/voices.js";
import { comparePlaces, type PlaceRelation, specificPlace } from "./places.js";
import { isToll, MOST_NEAR, type Scene, TELLING_NUMBER } from "./scene.js";

/** Headline and opening: what stands here is what the report was written for. */
const LEAD_CHARACTERS = 320;
/** A figure so close behind another, with no place of its own, goes on with the same happening. */
const GOES_ON_CHARACTERS = 350;

/** "In the province … in its town": one report does not tell of two happenings so. */
const IN_ONE_REPORT: ReadonlySet<PlaceRelation> = new Set(["same", "within"]);

/** The happenings whose figures one report tells, in the order of the text. */
export function scenesOf(claims: readonly Claim[], context: StoryContext): Scene[] {
  const drafts: Draft[] = [];
  const places = new Set(claims.flatMap((claim) => specificPlace(claim.place, context) ?? []));
  for (const claim of claims) {
    const place = specificPlace(claim.place, context);
    const days = ownDays(claim, context);
    const apart = apartOf(claim, context);
    const begun = isOfAnother(claim, context) ? claim.sentence[0] : null;
    const home = drafts
      .slice(-MOST_NEAR)
      .findLast(
        (draft) =>
          draft.apart === apart &&
          (begun === null || draft.begun === begun) &&
          !(isToll(claim) && areDaysApart(draft.days, days)) &&
          !draft.claims.slice(-MOST_NEAR).some((other) => countAnother(claim, other, context)) &&
          (isSaidWith(claim, draft.claims) ||
            (place === null || draft.place === null
              ? places.size <= 1 || claim.span[0] - draft.end <= GOES_ON_CHARACTERS
              : IN_ONE_REPORT.has(comparePlaces(place, draft.place, context)))),
      );
    const draft = home ?? { claims: [], place: null, days: null, apart, begun, end: 0 };
    if (!home) drafts.push(draft);
    draft.claims.push(claim);
    draft.place ??= place;
    // Which day houses fell or crowds came is not when people died.
    if (isToll(claim)) draft.days ??= days;
    draft.end = claim.span[1];
  }
  const listed = listedOf(
    drafts.flatMap((draft) => draft.claims),
    context,
  );
  return drafts.map((draft, at) => {
    const isLater = drafts
      .slice(Math.max(0, at - MOST_NEAR), at)
      .some((other) => areRivals(draft, other, context));
    return finish(draft, isLater, listed, context);
  });
}

const areRivals = (a: Draft, b: Draft, context: StoryContext): boolean =>
  a.claims
    .slice(0, MOST_NEAR)
    .some((one) => b.claims.slice(0, MOST_NEAR).some((other) => countAnother(one, other, context)));

/** In one sentence, or the same count again: a dateline's city makes no second happening of it. */
function isSaidWith(claim: Claim, told: readonly Claim[]): boolean {
  return told.some(
    (one) =>
      one.sentence[0] === claim.sentence[0] ||
      (one.figure?.measure === claim.figure?.measure &&
        one.figure?.counted === claim.figure?.counted &&
        one.figure?.value.min === claim.figure?.value.min &&
        one.figure?.value.max === claim.figure?.value.max),
  );
}

interface Draft {
  readonly claims: Claim[];
  readonly apart: string;
  /** Start of the sentence that begins another happening; null for the first. */
  readonly begun: number | null;
  place: string | null;
  days: Days | null;
  end: number;
}

function finish(
  { claims, place, days, apart, begun }: Draft,
  isLater: boolean,
  listed: ReadonlySet<Claim>,
  context: StoryContext,
): Scene {
  const numbers = new Map<string, number>();
  const speakers = new Set<string>();
  const named = new Set<string>();
  for (const claim of claims) {
    const { min, max } = claim.figure?.value ?? { min: null, max: null };
    if (min !== null && min === max && min >= TELLING_NUMBER && claim.figure) {
      numbers.set(`${claim.figure.measure}|${claim.figure.unit}|${min}`, min);
    }
    const speaker = speakerOf(claim);
    if (speaker && isNamed(speaker)) speakers.add(context.voices.of(claim));
    for (const one of claim.places) named.add(one);
    if (claim.place !== null) named.add(claim.place);
  }
  const [first] = claims as [Claim];
  const from = context.reports.get(first.report)?.sentences[0]?.[0] ?? 0;
  return {
    report: first.report,
    claims,
    place: mostNamed(claims, context) ?? place,
    named,
    days,
    isToll: claims.some(isToll),
    isOther: begun !== null,
    from,
    leads: !isLater && begun === null && first.span[0] - from <= LEAD_CHARACTERS,
    listed,
    numbers,
    speakers,
    apart,
  };
}

function mostNamed(claims: readonly Claim[], context: StoryContext): string | null {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const place = specificPlace(claim.place, context);
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
