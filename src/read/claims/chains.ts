import type { Link, Modality, Range } from "../../core/contract.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { Attribution, Speaker } from "../attribution/attribution-reading.js";
import type { EntityIn } from "./entity-in.js";

/** The chain in force at a place of the text. */
export interface ChainAt {
  readonly links: readonly Link[];
  readonly modality: Modality;
  readonly attribution: Attribution | null;
}

/** The report as the first link of every chain of its own. */
export function reportLink(outlet: string | null): Link {
  return {
    name: outlet ?? "",
    entity: null,
    kind: outlet ? "outlet" : "report",
    medium: null,
    stance: "states",
    span: null,
  };
}

/** Who says what at which token: the innermost attribution whose content holds it. */
export class Chains {
  /** Index of the innermost attribution of each token; -1 where the outlet speaks itself. */
  private readonly innermost: Int32Array;
  /** Links of the attributions asked for before: many claims stand in one. */
  private readonly links = new Map<Attribution, readonly Link[]>();

  constructor(
    private readonly layer: TextLayer,
    private readonly attributions: readonly Attribution[],
    private readonly report: Link,
    private readonly entityIn: EntityIn,
  ) {
    this.innermost = new Int32Array(layer.tokens.length).fill(-1);
    // In text order a later beginning lies further inside, so that it may overwrite.
    const order = attributions
      .map((_, index) => index)
      .sort((a, b) => (attributions[a]?.first ?? 0) - (attributions[b]?.first ?? 0));
    for (const index of order) {
      const attribution = attributions[index];
      if (attribution) this.innermost.fill(index, attribution.first, attribution.last);
    }
  }

  at(first: number): ChainAt {
    const attribution = this.attributions[this.innermost[first] ?? -1] ?? null;
    if (!attribution) return { links: [this.report], modality: "asserted", attribution: null };
    return { links: this.of(attribution), modality: attribution.value.modality, attribution };
  }

  of(attribution: Attribution): readonly Link[] {
    let links = this.links.get(attribution);
    if (!links) {
      links = this.linksOf(attribution);
      this.links.set(attribution, links);
    }
    return links;
  }

  private linksOf(attribution: Attribution): readonly Link[] {
    const { chain, medium, stance } = attribution.value;
    return [
      this.report,
      ...chain.map((speaker, index) => {
        const origin = index === chain.length - 1;
        return this.link(speaker, origin ? medium : null, origin ? stance : "states");
      }),
    ];
  }

  private link(speaker: Speaker, medium: Link["medium"], stance: Link["stance"]): Link {
    const { meant } = speaker;
    const span: Range = rangeOf(this.layer, speaker.first, speaker.last);
    return {
      name: speaker.name,
      ...(meant ? { meant: meant.name } : {}),
      ...(speaker.withheld ? { withheld: true } : {}),
      entity: this.whoIn(speaker) ?? (meant ? this.whoIn(meant) : null),
      kind: speaker.kind,
      medium,
      stance,
      span,
    };
  }

  /** "media in X", "an official in X" are not X, as X alone is. */
  private whoIn({ first, last }: Pick<Speaker, "first" | "last">): string | null {
    return this.entityIn(
      first,
      last,
      (name) => name.value.kind !== "place" || name.first === first,
    );
  }
}
