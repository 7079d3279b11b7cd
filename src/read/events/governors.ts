import type { Sentence } from "../../text/layer.js";
import type { Group } from "./arguments.js";
import type { Headed } from "./cue.js";
import type { Governor } from "./frame.js";
import { joinModality, modalityOfVerb } from "./modality.js";
import { mayAct } from "./party.js";
import type { Segment } from "./segments.js";
import { isRelative, subjectBefore } from "./subject.js";
import { isBare, type Telling } from "./telling.js";
import { readVerbalNoun } from "./verbal-nouns.js";

/** A verb that takes a verbal noun: announced the sending, called for the release. */
export function readGovernor(
  telling: Telling,
  at: number,
  { frame, reading }: Headed<Governor>,
  groups: readonly Group[],
  sentence: Sentence,
): boolean {
  const { scene } = telling;
  const future = reading.preposition === scene.pack.events.future;
  const outer = modalityOfVerb(scene, at, sentence.first, future, reading.tense === "present");
  const twice = outer === "denied" && frame.modality === "denied";
  const joined = twice ? "asserted" : joinModality(outer, frame.modality);
  // "which leads to a rise": what causes in the present is no news of what was caused.
  const isUsual = frame.subject === "cause" && reading.tense === "present";
  const told = joined === "demanded" && isOfFacts(scene, at) ? outer : joined;
  const modality = told === "asserted" && isUsual ? "possible" : told;
  const [next] = groups;
  const subject = next && isBare(next) ? next : undefined;
  let any = false;
  // "began the trial of those accused of the bombing": what completes a deed is not governed.
  let governed: string | null = null;
  for (const group of groups) {
    for (const { prep, first } of group) {
      if (governed !== null && prep !== governed) continue;
      if (prep === "" ? frame.by.size > 0 && !frame.by.has("0") : !frame.by.has(prep)) continue;
      const cue = scene.cue(first);
      // ", on the anniversary of the founding": what an adjunct is completed by.
      if (group[0]?.loose && isCompletion(groups, group)) continue;
      if (!cue || cue.masdars.length === 0 || telling.used.has(first)) continue;
      // يتم ضبط المخالفين: what is done each time.
      if (frame.usual && modality === "asserted" && isHabitual(scene, at, reading, sentence))
        continue;
      const withheld = frame.passive || frame.says || subject === group || modality === "demanded";
      // بدأت المحكمة محاكمة المتهمين في تفجير: behind the object a preposition completes it.
      const isOfObject =
        prep !== "" &&
        groups.some(
          (one) => isBare(one) && one !== subject && one[one.length - 1]?.last === group[0]?.start,
        );
      // وهذا سيؤدي إلى: what was told before; ومع هذا تمكنت is no subject.
      const isThis = scene.has(at - 1, "demonstrative") && !scene.has(at - 2, "preposition");
      // اللجنة التي أعلن عن تأسيسها: the pronoun is of whom it is done to.
      const isOfNoun =
        !frame.passive && isRelative(scene, at) && (cue.masdars[0]?.reading.enclitic ?? "") !== "";
      const control =
        withheld || isOfObject || isThis || (isOfNoun && !subject)
          ? null
          : frame.drives
            ? (groups.findLast((one) => isBare(one) && isBefore(one, group)) ??
              subjectBefore(scene, at, sentence.first))
            : (subject ?? subjectBefore(scene, at, sentence.first));
      // مما دفع المئات إلى الفرار: whom "which" drove to it does it.
      // الخسائر دفعت الشركات إلى رفع الأسعار: so does whoever stands behind it, with the cause before.
      const isDriven =
        frame.subject === "cause" &&
        subject &&
        (["what", "relative", "pronoun"].some((of) => scene.has(at - 1, of)) ||
          (frame.drives && control !== subject) ||
          (frame.drives &&
            control?.every((one) => mayAct(scene, one)) === true &&
            subjectBefore(scene, at, sentence.first) !== null));
      const isVague = control?.every((one) => isVagueCause(telling, one)) === true;
      const party = isVague
        ? null
        : control?.some((one) => frame.subject !== "agent" || mayAct(scene, one))
          ? { role: isDriven ? ("agent" as const) : frame.subject, group: control }
          : null;
      governed ??= prep;
      // أعلن أمس سحب القوات غدا: what is announced may be yet to come, what was done or brought about not.
      const isDone = frame.passive || frame.subject === "cause";
      const past = isDone && reading.tense === "past" && modality === "asserted";
      any =
        readVerbalNoun(telling, first, modality, party, sentence, "event.governed", { past }) ||
        any;
    }
  }
  return any;
}

const isBefore = ([one]: Group, [two]: Group): boolean => (one?.first ?? 0) < (two?.first ?? 0);

/** وهو الأمر الذي أدى إلى: a word alone that tells no cause. */
const isVagueCause = ({ scene }: Telling, { first, last }: Segment): boolean =>
  last === first + 1 && scene.marks(first, "event.vague");

/** الأمر الذي دعا إلى إخلاء المبنى: what calls for it is what brought it about. */
const isOfFacts = (scene: Telling["scene"], at: number): boolean =>
  scene.has(at - 1, "relative") && scene.marks(at - 2, "event.vague");

/** Before a verb: it comes before what is told, so it is told of one deed. قبل أن يتم القبض عليه. */
const isOfOneDeed = (scene: Telling["scene"], at: number): boolean =>
  scene.marks(at - 2, "event.until") || scene.has(at - 1, "be");

/** A present outside a headline, with no mark of the future. */
const isHabitual = (
  scene: Telling["scene"],
  at: number,
  { tense, preposition }: Headed<Governor>["reading"],
  sentence: Sentence,
): boolean =>
  tense === "present" && preposition === "" && !sentence.heading && !isOfOneDeed(scene, at);

/** It stands at once behind another phrase of an adjunct, with a preposition joined to it. */
const isCompletion = (groups: readonly Group[], group: Group): boolean => {
  const [head] = group;
  return groups.some(
    ([one]) =>
      one !== head && one?.loose && one.last === head?.first && head?.start === head?.first,
  );
};
