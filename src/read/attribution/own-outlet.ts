import { fold } from "../../text/fold.js";
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** Byline and dateline stand in the first lines. */
const OPENING_TOKENS = 60;

/**
 * The outlet whose report this is. "قال لرويترز" names a relay in another's report and nobody in
 * Reuters' own: there the outlet is the report itself, the chain's first link.
 */
export class OwnOutlet {
  private readonly forms: readonly string[];

  constructor(scene: Scene, outlet: string | null) {
    const forms: string[] = outlet ? [fold(outlet)] : [];
    const { tokens } = scene.layer;
    // Dateline ("دمشق-سانا"), byline ("خاص|| أثر برس"), a short line of its own.
    for (let at = 0; at < Math.min(tokens.length, OPENING_TOKENS); at++) {
      const form = scene.form(at);
      if (form !== "-" && form !== "–" && form !== "|" && form !== "ـ") continue;
      const after = [scene.form(at + 1), scene.form(at + 2)].filter((word) => /\p{L}/u.test(word));
      if (after.length > 0 && at < 24) forms.push(after.join(" "));
      const before = [scene.form(at - 2), scene.form(at - 1)].filter((word) => /\p{L}/u.test(word));
      if (before.length > 0 && at < 8) forms.push(before.join(" "));
    }
    this.forms = forms;
  }

  /** True where the words name the report's own outlet (not its correspondent, who is a source). */
  is(speaker: Speaker): boolean {
    if (speaker.kind !== "outlet") return false;
    const name = fold(speaker.name)
      .replace(/[^\p{L}\d ]/gu, " ")
      .trim();
    const words = name.split(/\s+/).filter((word) => !GENERIC.has(word));
    const core = words.join(" ");
    if (core.length < 3) return false;
    if (/^مراسل/.test(name)) return false;
    return this.forms.some(
      (form) => form.includes(core) || (form.length > 3 && core.includes(form)),
    );
  }
}

/** Words for "agency", "channel" …, which name no one by themselves. */
const GENERIC: ReadonlySet<string> = new Set([
  "وكالة",
  "وكاله",
  "قناه",
  "صحيفه",
  "موقع",
  "شبكه",
  "منصه",
  "تلفزيون",
  "للانباء",
  "الاخباريه",
  "انباء",
  "جريده",
]);
