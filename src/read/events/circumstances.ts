import type { Modality, Time } from "../../core/contract.js";
import { applyRules } from "../../rules/match.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { Roles } from "./arguments.js";
import type { RoleFiller } from "./event-reading.js";
import type { EventScene } from "./scene.js";

/** Tokens behind an event's words in which its circumstances are told. */
const REACH = 30;
const LONGEST_CAUSE = 18;
/** `23,00`, `07.30`: an hour as some outlets write it. */
const DIGITS = /^(\d{1,2})[,.:](\d{2})$/;
const CLOCK = /^\d{2}:\d{2}$/;

/** How far, since when, in which hours and why: what stands behind the words of an event. */
export class Circumstances {
  /** Made when the first event asks: most reports tell of none that reaches anywhere. */
  private extents: (Annotation<boolean> | undefined)[] | null = null;
  /** Clock times by the first token of what tells them. */
  private readonly clocks = new Map<number, string>();

  constructor(
    private readonly scene: EventScene,
    times: readonly Annotation<Time>[],
  ) {
    for (const { first, value } of times) {
      const { clock } = value;
      if (clock && CLOCK.test(clock)) this.clocks.set(first, clock);
    }
  }

  /** @param wants roles that the type of the event has */
  read(
    roles: Roles,
    last: number,
    limit: number,
    wants: ReadonlySet<string>,
    modality: Modality,
  ): void {
    const end = Math.min(limit, last + REACH);
    if (wants.has("hours")) this.readHours(roles, last, end);
    let isNear = true;
    for (let at = last; at < end; at++) {
      if (isStop(this.scene.layer, at) || (at > last && this.opensClause(at))) break;
      const extent = wants.has("extent") ? this.extentAt(at) : undefined;
      if (extent && !roles.has("extent")) {
        const told = filler(this.scene, extent.first, extent.last);
        if (extent.value) roles.set("extent", [value(told, "all"), told]);
        else roles.set("place", [told, ...(roles.get("place") ?? [])]);
        continue;
      }
      if (this.scene.marks(at, "event.start") && wants.has("start") && !roles.has("start")) {
        this.readTime(roles, "start", at);
      }
      // تراجع الأسعار، داعيا إلى سد العجز جراء: behind a comma a cause opens the clause, or is another's.
      if (at > last && this.scene.isComma(at)) isNear = this.scene.marks(at + 1, "event.cause");
      const isCause = isNear && this.scene.marks(at, "event.cause") && !this.scene.hasArticle(at);
      if (isCause && !roles.has("cause")) {
        this.readWords(roles, "cause", at, limit);
      }
      if (modality === "planned" && wants.has("condition") && !roles.has("condition")) {
        if (this.scene.marks(at, "event.after")) this.readWords(roles, "condition", at, limit);
      }
      if (at > last && this.beginsOtherEvent(at)) break;
    }
  }

  private extentAt(at: number): Annotation<boolean> | undefined {
    if (!this.extents) {
      const { layer, pack } = this.scene;
      this.extents = new Array(layer.tokens.length);
      for (const one of applyRules(pack.events.extents, layer)) this.extents[one.first] = one;
    }
    return this.extents[at];
  }

  /** "while", "whereas", "as": what follows has causes of its own. */
  private opensClause(at: number): boolean {
    const { scene } = this;
    if (!scene.has(at, "clause") || !scene.has(at, "clause.front")) return false;
    return !scene.marks(at, "event.cause") && !scene.marks(at, "event.start");
  }

  private beginsOtherEvent(at: number): boolean {
    const { scene } = this;
    return scene.has(at, "that") || (scene.isVerb(at) && !scene.name(at));
  }

  private readTime(roles: Roles, role: "start" | "end", at: number): void {
    const from = at + (this.scene.cue(at)?.length ?? 1);
    const end = this.scene.afterTime(from);
    if (end > from) roles.set(role, [filler(this.scene, from, end)]);
  }

  private readHours(roles: Roles, last: number, end: number): void {
    const told: { readonly at: number; readonly clock: string }[] = [];
    for (let at = last; at < end; at++) {
      const clock = this.clockAt(at);
      if (clock && told[told.length - 1]?.clock !== clock) told.push({ at, clock });
    }
    const [from, to] = told;
    if (!from || !to) return;
    const text = `${from.clock}-${to.clock}`;
    roles.set("hours", [{ first: from.at, last: to.at + 1, named: false, text }]);
  }

  /** A clock time: as the times layer read it, or as digits alone. */
  private clockAt(at: number): string | null {
    const read = this.clocks.get(at);
    if (read) return read;
    const digits = DIGITS.exec(this.scene.form(at));
    return digits ? `${digits[1]?.padStart(2, "0")}:${digits[2]}` : null;
  }

  /** The words behind "because of", "after", to the end of the clause. */
  private readWords(roles: Roles, role: "cause" | "condition", at: number, limit: number): void {
    const from = at + (this.scene.cue(at)?.length ?? 1);
    let last = clauseEnd(this.scene, from, Math.min(limit, from + LONGEST_CAUSE));
    // بسبب فيضانات في وسط البلاد: a preposition before what ends the clause completes nothing.
    while (last > from && this.scene.has(last - 1, "preposition")) last--;
    if (last === from + 1 && this.scene.marks(from, "event.vague")) return;
    if (last > from) roles.set(role, [filler(this.scene, from, last)]);
  }
}

export function clauseEnd(scene: EventScene, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    if (isStop(scene.layer, at) || scene.isComma(at)) break;
    if (at > from && (scene.isVerb(at) || scene.marks(at, "event.after"))) break;
    if (["that", "relative", "clause", "what"].some((of) => scene.has(at, of))) break;
    if (scene.afterTime(at) > at) break;
    at++;
  }
  return at;
}

function isStop(layer: TextLayer, at: number): boolean {
  const form = layer.tokens[at]?.form;
  return form === undefined || form === "." || form === "؛" || form === ":" || form === "؟";
}

export function filler(scene: EventScene, first: number, last: number): RoleFiller {
  return { first, last, named: false, text: scene.words(first, last) };
}

const value = (from: RoleFiller, text: string): RoleFiller => ({ ...from, text });
