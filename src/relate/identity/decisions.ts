import type { Identity } from "../../core/contract.js";
import { IDENTITY_REASONS } from "../../core/identity-reasons.js";
import { judgedIn } from "../../core/judgement.js";
import { fillTemplate } from "../../core/message.js";
import type { EntitySets } from "./entity-sets.js";
import type { FollowedJudgement } from "./judged.js";
import { firstMention, type LocalEntity } from "./local-entity.js";
import { type Sign, sumOf, type Verdict, verdictOf } from "./signs.js";

interface Decision {
  readonly a: LocalEntity;
  readonly b: LocalEntity;
  readonly verdict: Verdict;
  readonly score: number;
  readonly signs: readonly Sign[];
}

/** Decides pair by pair, joins those that are the same, and remembers what had to be decided. */
export class Decisions {
  private readonly made: Decision[] = [];

  constructor(private readonly sets: EntitySets) {}

  areOne(a: LocalEntity, b: LocalEntity): boolean {
    return this.sets.same(a.index, b.index);
  }

  /** What stands for everybody who is one with it by now. */
  rootOf(one: LocalEntity): number {
    return this.sets.find(one.index);
  }

  /** The same of what stood for somebody before. */
  rootNow(root: number): number {
    return this.sets.find(root);
  }

  /**
   * Joins the two where the signs suffice.
   * @param isPlain the two have one name, so that joining them is not worth telling
   */
  decide(a: LocalEntity, b: LocalEntity, signs: readonly Sign[], isPlain = false): Verdict {
    if (this.areOne(a, b)) return "same";
    if (this.sets.isBarred(a.index, b.index)) return "different";
    const score = sumOf(signs);
    const verdict = verdictOf(score);
    if (verdict === "same") this.sets.join(a.index, b.index);
    // So that nobody who may be either makes them one.
    if (verdict === "different") this.sets.keepApart(a.index, b.index);
    if (verdict !== "same" || !isPlain) this.made.push({ a, b, verdict, score, signs });
    return verdict;
  }

  /**
   * What was decided, in the order of the account; of those that differ in nothing but the place the
   * first. A pair that was left open and came together by others is left out.
   */
  list(
    idOf: ReadonlyMap<string, string>,
    reportOf: (one: LocalEntity) => string,
    followed: readonly FollowedJudgement[],
  ): Identity[] {
    const out = new Map<string, Identity>();
    const add = (one: Identity): void => {
      const key = [
        one.verdict,
        ...pairOf(one.a, one.b),
        ...one.named.map(({ name }) => name).sort(),
      ];
      const known = out.get(key.join("\u0000"));
      if (!known || (known.score ?? 0) < (one.score ?? 0)) out.set(key.join("\u0000"), one);
    };
    const told = ([x, y]: readonly [LocalEntity, LocalEntity]) => {
      const [a, b] =
        x.reading < y.reading || (x.reading === y.reading && firstMention(x) <= firstMention(y))
          ? [x, y]
          : [y, x];
      return {
        a: idOf.get(a.entity.id) ?? a.entity.id,
        b: idOf.get(b.entity.id) ?? b.entity.id,
        named: [placeOf(a, reportOf(a)), placeOf(b, reportOf(b))] as const,
      };
    };
    for (const { entry, a, b } of followed) {
      add({
        ...told([a, b]),
        verdict: entry.kind,
        score: null,
        signs: [],
        judged: judgedIn(entry),
      });
    }
    for (const { a, b, verdict, score, signs } of this.made) {
      if (verdict !== "same" && this.areOne(a, b)) continue;
      add({ ...told([a, b]), verdict, score, signs: inOrder(signs) });
    }
    return [...out.values()].sort(byAccount);
  }
}

const ORDER: readonly Verdict[] = ["undecided", "different", "same"];

const pairOf = (a: string, b: string): string[] => [a, b].sort();

function byAccount(x: Identity, y: Identity): number {
  return (
    ORDER.indexOf(x.verdict) - ORDER.indexOf(y.verdict) ||
    (y.score ?? Number.POSITIVE_INFINITY) - (x.score ?? Number.POSITIVE_INFINITY) ||
    compare(x.named[0].report, y.named[0].report) ||
    x.named[0].start - y.named[0].start ||
    compare(x.named[1].report, y.named[1].report) ||
    x.named[1].start - y.named[1].start
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function placeOf({ entity }: LocalEntity, report: string): Identity["named"][number] {
  const [first] = entity.mentions;
  return { name: entity.name, report, start: first?.start ?? 0, end: first?.end ?? 0 };
}

function inOrder(signs: readonly Sign[]): Identity["signs"] {
  return [...signs]
    .sort(
      (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.message.code, b.message.code),
    )
    .map(({ weight, message }) => ({
      weight,
      why: fillTemplate(
        IDENTITY_REASONS[message.code as keyof typeof IDENTITY_REASONS],
        message.terms,
        ({ values }) => values.join(", "),
      ),
      whyMessages: [message],
    }));
}
