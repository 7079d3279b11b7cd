import { fold } from "../../text/fold.js";
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** Byline and dateline stand in the first tokens. */
const BYLINE_TOKENS = 24;
/** An outlet in front of its dash stands at the very head. */
const HEAD_TOKENS = 8;
const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", "|"]);
/** Shorter names than this would be found in anything. */
const SHORTEST_NAME = 3;

/**
 * The outlet whose report this is. "قال لرويترز" names a relay in another's report and nobody in
 * Reuters' own: there the outlet is the report itself, the chain's first link.
 */
export class OwnOutlet {
  private readonly forms: readonly string[];

  constructor(
    private readonly scene: Scene,
    outlet: string | null,
  ) {
    const forms: string[] = outlet ? [fold(outlet)] : [];
    // Dateline ("دمشق-سانا"), byline ("خاص|| أثر برس").
    for (let at = 0; at < Math.min(scene.layer.tokens.length, BYLINE_TOKENS); at++) {
      if (!DASHES.has(scene.form(at))) continue;
      forms.push(this.wordsOf(at + 1, at + 3));
      if (at < HEAD_TOKENS) forms.push(this.wordsOf(at - 2, at));
    }
    this.forms = forms.filter((form) => form.length >= SHORTEST_NAME);
  }

  private wordsOf(first: number, last: number): string {
    const words: string[] = [];
    for (let at = Math.max(0, first); at < last; at++) {
      if (this.scene.isWord(at)) words.push(this.scene.form(at));
    }
    return words.join(" ");
  }

  /** True where the words name the report's own outlet (not its correspondent, who is a source). */
  is({ first, last, kind }: Speaker): boolean {
    if (kind !== "outlet" || this.scene.has(first, "speaker.correspondent")) return false;
    const words: string[] = [];
    for (let at = first; at < last; at++) {
      const generic = this.scene.has(at, "speaker.outlet") || this.scene.has(at, "outlet.generic");
      if (this.scene.isWord(at) && !generic) words.push(this.formOf(at, first));
    }
    const core = words.join(" ");
    if (core.length < SHORTEST_NAME) return false;
    return this.forms.some((form) => form.includes(core) || core.includes(form));
  }

  /** The first word of a name may bear a preposition: لسانا. */
  private formOf(at: number, first: number): string {
    const form = this.scene.form(at);
    const skip = at === first ? (this.scene.name(at)?.skip ?? 0) : 0;
    return form.slice(skip);
  }
}
