import type { Time } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import type { Happening } from "../scenes/happenings.js";
import { reportedOf, type Told, told } from "./told.js";

export interface ControlState extends Told {
  readonly what: readonly string[];
  readonly holder: readonly string[];
  readonly place: string | null;
  readonly since: Time | null;
}

/** Who took what by that day, where nobody is told to have taken it later and nobody left it. */
export function controlStates(
  happenings: readonly Happening[],
  context: StoryContext,
  day: string,
): ControlState[] {
  const { isPlaceWord } = foldLanguage("ar");
  const latest = new Map<string, { since: string; state: ControlState | null }>();
  const note = (key: string, since: string, state: ControlState | null): void => {
    const known = latest.get(key);
    if (!known || known.since <= since) latest.set(key, { since, state });
  };
  for (const { type, claims, time, place } of happenings) {
    if (type !== "seize" && type !== "withdraw") continue;
    const said = claims.filter((claim) => claim.modality === "asserted");
    const since =
      time?.start ??
      reportedOf(
        said.map((claim) => claim.id),
        context,
      ).first ??
      "";
    if (said.length === 0 || since > day) continue;
    const role = (name: string): string[] => [
      ...new Set(said.flatMap((claim) => claim.event?.roles[name] ?? [])),
    ];
    if (type === "withdraw") {
      for (const left of [...role("origin"), ...role("place")]) note(left, since, null);
      continue;
    }
    const where = place ?? role("place")[0] ?? null;
    // Things are taken, too: only a place is held.
    const what = role("target").filter((one) => {
      const kind = context.entities.get(one)?.kind;
      return kind === "place" || (kind === undefined && isPlaceWord(one.split(/\s+/)[0] ?? ""));
    });
    if (what.length === 0 || role("agent").length === 0) continue;
    for (const one of what) {
      note(one, since, {
        what: [one],
        holder: role("agent"),
        place: where,
        since: time,
        ...told(said, context),
      });
    }
  }
  return [...latest.values()].flatMap(({ state }) => (state ? [state] : []));
}
