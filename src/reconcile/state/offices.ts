import type { Claim, Disagreement, Story } from "../../core/contract.js";
import { addTo, groupBy } from "../../core/grouping.js";
import { fold } from "../../text/fold.js";
import type { StoryContext } from "../context.js";
import { closestTime } from "../days.js";
import { disagreement, positionOf } from "../disagreements/position.js";
import { mayNameOne } from "../disagreements/same-name.js";
import { foldLanguage } from "../language.js";
import { message, name, office as officeTerm } from "../wording.js";

type Office = Story["offices"][number];

/** One office as reports give it to one holder. */
export interface OfficeHeld {
  readonly office: Office;
  readonly claims: readonly Claim[];
}

/** The story's country first, then other states, then bodies; those now in office before others. */
function rankOf([key, claims]: readonly [string, readonly Claim[]], context: StoryContext): number {
  const of = key.slice(0, key.indexOf("|"));
  const where = of === context.mainCountry ? 0 : of === "" ? 3 : context.isCountry(of) ? 1 : 2;
  const { change } = (claims[0] as Claim).office ?? { change: "holds" };
  return where * 10 + (change === "held" ? 1 : 0);
}

/** One for each body, office, holder and change. Spellings of one office are one. */
export function officesOf(context: StoryContext): OfficeHeld[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of context.claims) {
    if (!claim.office) continue;
    const { holder, office, of, change } = claim.office;
    const { officeConcept } = languageOf(claim, context);
    const key = [of ?? "", officeConcept(office), holder, change].join("|");
    addTo(groups, key, claim);
  }
  return [...withoutBare(groups, context)]
    .sort((a, b) => rankOf(a, context) - rankOf(b, context) || (a[0] < b[0] ? -1 : 1))
    .map(([key, claims]) => {
      const of = key.slice(0, key.indexOf("|")) || null;
      const { holder, change } = (claims[0] as Claim).office as NonNullable<Claim["office"]>;
      return {
        claims,
        office: {
          office: commonTitle(claims),
          of,
          holder,
          change,
          time: closestTime(claims),
          claims: claims.map((claim) => claim.id),
          witnesses: context.witnesses.count(claims),
        },
      };
    });
}

/**
 * "The president" alone is the office that the same holder is given in full, where there is one
 * such; and an office that most reports call former is not held too.
 */
function withoutBare(
  groups: ReadonlyMap<string, Claim[]>,
  context: StoryContext,
): Map<string, Claim[]> {
  const out = new Map(groups);
  for (const [key, claims] of groups) {
    const [of, concept, holder, change] = key.split("|");
    if (of !== "") continue;
    const full = [...groups.keys()].filter((other) => {
      const [otherOf, otherConcept, otherHolder] = other.split("|");
      return otherOf !== "" && otherConcept === concept && otherHolder === holder;
    });
    // Best is a body of which the same change is told.
    const same = full.filter((other) => other.split("|")[3] === change);
    const bodies = new Set((same.length > 0 ? same : full).map((other) => other.split("|")[0]));
    const states = [...bodies].filter((body) => context.isCountry(body ?? ""));
    const [only] = states.length === 1 ? states : bodies.size === 1 ? [...bodies] : [];
    if (only === undefined) continue;
    const home = [only, concept, holder, change].join("|");
    out.set(home, [...(out.get(home) ?? []), ...claims]);
    out.delete(key);
  }
  for (const [key, claims] of out) {
    const [of, concept, holder, change] = key.split("|");
    if (change !== "holds") continue;
    const former = ["held", "resigned", "dismissed"].flatMap(
      (other) => out.get([of, concept, holder, other].join("|")) ?? [],
    );
    const reports = (list: readonly Claim[]): number => new Set(list.map((one) => one.report)).size;
    if (reports(former) > reports(claims)) out.delete(key);
  }
  return out;
}

function languageOf(claim: Claim, context: StoryContext) {
  return foldLanguage(context.reports.get(claim.report)?.language ?? "ar");
}

function commonTitle(claims: readonly Claim[]): string {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const title = claim.office?.office ?? "";
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** One holder in two offices that exclude each other; one office with two holders and no change. */
export function officeDisagreements(
  held: readonly OfficeHeld[],
  context: StoryContext,
): Disagreement[] {
  const present = held.filter(
    ({ office, claims }) =>
      office.change === "holds" && office.of !== null && claims.some((one) => !one.background),
  );
  const named = present.filter(({ claims }) => claims.some((one) => tellsHolder(one, context)));
  return [...twoOffices(present, context), ...twoHolders(named, held, context)];
}

function twoOffices(present: readonly OfficeHeld[], context: StoryContext): Disagreement[] {
  const out: Disagreement[] = [];
  for (const same of groupBy(present, (one) => `${one.office.holder}|${one.office.of}`).values()) {
    for (let i = 0; i < same.length; i++) {
      for (let j = i + 1; j < same.length; j++) {
        const [a, b] = [same[i] as OfficeHeld, same[j] as OfficeHeld];
        const { excludesOffice } = languageOf(a.claims[0] as Claim, context);
        if (!excludesOffice(a.office.office, b.office.office)) continue;
        const holder = context.nameOf(a.office.holder) ?? "";
        const of = context.nameOf(a.office.of) ?? "";
        const reports = new Set(a.claims.map((claim) => claim.report));
        const together = b.claims.some((claim) => reports.has(claim.report));
        out.push(
          disagreement(
            "office",
            together ? "undecided" : "contradicts",
            [name(holder), name(of)],
            [a, b].map((one) => positionOf(one.claims, one.office.office, context)),
            [
              together
                ? message("officesOneReport", { holder: name(holder), of: name(of) })
                : message("offices", { of: name(of) }),
            ],
          ),
        );
      }
    }
  }
  return out;
}

function twoHolders(
  present: readonly OfficeHeld[],
  all: readonly OfficeHeld[],
  context: StoryContext,
): Disagreement[] {
  const out: Disagreement[] = [];
  const conceptOf = (one: OfficeHeld): string =>
    `${languageOf(one.claims[0] as Claim, context).officeConcept(one.office.office)}|${one.office.of}`;
  const changed = new Set(
    all
      .filter((one) => one.office.change !== "holds")
      .map((one) => `${conceptOf(one)}|${one.office.holder}`),
  );
  for (const same of groupBy(present, conceptOf).values()) {
    const { isSingleOffice } = languageOf((same[0] as OfficeHeld).claims[0] as Claim, context);
    const first = same[0] as OfficeHeld;
    if (same.length < 2 || !isSingleOffice(first.office.office)) continue;
    if (!isOneBody(first.office.of, context)) continue;
    // A report that tells of a change explains the two holders.
    if (same.some((one) => changed.has(`${conceptOf(one)}|${one.office.holder}`))) continue;
    // "عبد العزيز آل الشيخ" and the same with his father's name: one man, as far as is known.
    const apart = same.filter(
      (one, at) => !same.slice(0, at).some((other) => mayBeOne(one, other, context)),
    );
    if (apart.length < 2 || isToldByOne(apart)) continue;
    const of = context.nameOf(first.office.of) ?? "";
    out.push(
      disagreement(
        "office",
        "contradicts",
        [officeTerm(first.office.office), name(of)],
        apart.map((one) =>
          positionOf(one.claims, context.nameOf(one.office.holder) ?? "", context),
        ),
        [message("holders", { office: officeTerm(first.office.office), of: name(of) })],
      ),
    );
  }
  return out;
}

/** "The local committee" is one in every town: only a body that is known by its name is one body. */
const isOneBody = (of: string | null, context: StoryContext): boolean =>
  of !== null && (context.entities.get(of)?.ref ?? null) !== null;

/**
 * His deputy, his forerunner or his counterpart abroad is no second holder, and who held it in the
 * year that a sentence tells does not hold it now.
 */
function tellsHolder(claim: Claim, context: StoryContext): boolean {
  const { tellsNoHolder, countWords } = languageOf(claim, context);
  if (tellsNoHolder(countWords(context.textOf(claim)))) return false;
  const now = context.outBy(claim.report)?.slice(0, 4);
  const years = fold(context.sentenceOf(claim)).match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? [];
  return now === undefined || years.every((year) => year >= now);
}

/** A report that gives the office to both knows of the two what its words did not tell us. */
function isToldByOne(held: readonly OfficeHeld[]): boolean {
  const seen = new Set<string>();
  for (const { claims } of held) {
    const reports = new Set(claims.map((claim) => claim.report));
    for (const report of reports) {
      if (seen.has(report)) return true;
      seen.add(report);
    }
  }
  return false;
}

const mayBeOne = (a: OfficeHeld, b: OfficeHeld, context: StoryContext): boolean =>
  mayNameOne(context.nameOf(a.office.holder) ?? "", context.nameOf(b.office.holder) ?? "");
