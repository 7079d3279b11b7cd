import type { Claim, Disagreement } from "../../core/contract.js";
import type { Commodity } from "../../lang/ar/commodities.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import { goods as goodsTerm, message } from "../wording.js";
import { disagreement, type Position, positionOf } from "./position.js";

/** Which goods' price, or what else of one kind, set things off. */
export function causeDisagreements(context: StoryContext): Disagreement[] {
  const byGoods = new Map<string, { goods: Commodity; claims: Claim[] }>();
  for (const claim of context.claims) {
    const language = foldLanguage(context.reports.get(claim.report)?.language ?? "ar");
    for (const goods of language.commoditiesIn(causeWords(claim, context))) {
      const known = byGoods.get(goods.name);
      if (!known) byGoods.set(goods.name, { goods, claims: [claim] });
      else if (
        !known.claims.some(
          (one) => one.sentence[0] === claim.sentence[0] && one.report === claim.report,
        )
      ) {
        known.claims.push(claim);
      }
    }
  }
  const told = [...byGoods.values()];
  const { isKindOf } = foldLanguage("ar");
  const vaguer = new Map<string, Set<(typeof told)[number]>>();
  const contradicting = new Set<(typeof told)[number]>();
  for (const a of told) {
    for (const b of told) {
      if (a === b) continue;
      if (isKindOf(a.goods, b.goods)) {
        const top = rootOf(
          a.goods,
          told.map((one) => one.goods),
          isKindOf,
        );
        vaguer.set(top, (vaguer.get(top) ?? new Set()).add(a).add(b));
      } else if (a.goods.within !== null && a.goods.within === b.goods.within) {
        contradicting.add(a).add(b);
      }
    }
  }
  const position = ({ goods, claims }: (typeof told)[number]): Position =>
    positionOf(claims, message("goods", { goods: goodsTerm(goods.name) }), context);
  const out = [...vaguer].map(([top, group]) =>
    disagreement("cause", "vaguer", [goodsTerm(top)], [...group].map(position), [
      message("vaguerCause"),
    ]),
  );
  if (contradicting.size > 1) {
    const positions = [...contradicting].map(position);
    const what = [...contradicting].map(({ goods }) => goods.name);
    const why = [message("causes")];
    out.push(disagreement("cause", "contradicts", [goodsTerm(...what)], positions, why));
  }
  return out;
}

function rootOf(
  goods: Commodity,
  all: readonly Commodity[],
  isKindOf: (narrow: Commodity, wide: Commodity) => boolean,
): string {
  const wider = all.filter((one) => isKindOf(goods, one));
  return (wider.find((one) => wider.every((other) => isKindOf(other, one))) ?? goods).name;
}

/** The words that tell a cause: a change of price, or what a cause role holds. */
function causeWords(claim: Claim, context: StoryContext): string {
  if (!claim.event || claim.background) return "";
  const cause = claim.event.roles["cause"] ?? [];
  const words = cause.filter((one) => context.entities.get(one) === undefined);
  if (claim.event.type === "price-change" && setsOff(claim, context)) {
    words.push(context.textOf(claim));
  }
  return words.join(" . ");
}

/** What a price sets off; that petrol went up and diesel down is a list of prices. */
const UNREST: ReadonlySet<string> = new Set(["protest", "riot", "clash", "emergency", "resign"]);

const setsOff = ({ report }: Claim, context: StoryContext): boolean =>
  context.claimsOf(report).some(({ event }) => UNREST.has(event?.type ?? ""));
