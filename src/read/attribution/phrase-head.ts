/** What a speaker's phrase may begin with, and what runs on too far behind its head alone. */
import { isClauseWord } from "./phrase-breaks.js";
import { isNameLike } from "./phrase-name.js";
import type { Scene } from "./scene.js";

export function beginsPhrase(scene: Scene, at: number): boolean {
  if (isClauseWord(scene, at)) return false;
  const preposition = scene.has(at, "preposition") && !scene.isTitleNotPreposition(at);
  if (preposition || scene.isNobody(at)) return false;
  // "وكرر قوله": what somebody said is nobody.
  if (scene.has(at, "speech.said")) return false;
  if (scene.afterTime(at) > at || scene.main(at)?.preposition) return false;
  // "قال عقب اجتماع طارئ".
  if (scene.has(at, "event.after") && !scene.name(at)) return false;
  if (scene.isAccusative(at)) return false;
  const form = scene.form(at);
  if (!scene.main(at) && scene.shape.isJoinedDefinite(form)) return false;
  // "يتحدث بمرارة", "بصراحة": how it is said.
  if (!scene.main(at) && !scene.name(at) && scene.shape.isManner(form)) return false;
  // "أكدت تزامنا مع": an adverbial accusative.
  const governs = scene.has(at + 1, "preposition") || scene.has(at + 1, "prep.about");
  // "لكن مصدرا في الشرطة قال": an accusative that its particle governs.
  const governed = scene.has(at - 1, "clause.front") || scene.has(at - 1, "that");
  const adverbial = !governed && (governs || (!scene.main(at) && scene.has(at, "ordinary")));
  // "مراسلنا في حلب" ends in a pronoun.
  const ours = (scene.reading(at, "speaker")?.enclitic ?? "") !== "";
  if (!scene.name(at) && !ours && adverbial && scene.shape.isBareAccusative(form)) return false;
  if (scene.has(at, "speaker") || scene.has(at, "counted.kin")) return true;
  return !scene.isVerb(at) && !scene.isCircumstance(at);
}

/**
 * After a definite head alone (المصدر, الحكومة) only an adjective or a name goes on; another noun
 * is what he speaks of: "قدّر الشاهد الحصيلة", "أعلنت الحكومة حالة الطوارئ".
 */
export function overrunsHead(scene: Scene, head: number, at: number): boolean {
  if (at !== head + 1 || scene.name(at)) return false;
  const reading = scene.reading(head, "speaker") ?? scene.reading(head, "speech.document");
  if (scene.has(head, "style")) return true;
  // A row in which the article stands (الصور) has none to split off.
  const listed = reading?.entry.pos === "fixed" && scene.shape.isDefinite(scene.form(head));
  if (!reading || !(reading.article || (listed && !scene.shape.isDefinite(scene.form(at)))))
    return false;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" || scene.has(at, "preposition")) return false;
  if (scene.isOfficial(head) && (isNameLike(scene, at) || scene.name(at + 1)?.kind === "person"))
    return false;
  if (
    ["speaker", "office", "office.adjective", "body.adjective", "title", "given-name"].some(
      (name) => scene.has(at, name),
    )
  )
    return false;
  const definite = scene.shape.isDefinite(scene.form(at));
  // "الصحافي المقرب من الحزب", "الناشط المقيم في باريس".
  const governs = scene.has(at + 1, "prep.from") || scene.has(at + 1, "prep.in");
  if (definite && governs && scene.isPersonal(head)) return false;
  if (!main && !definite) return reading.entry.features["kind"] === "institution";
  return !(definite && scene.shape.isAdjectiveShaped(scene.form(at)));
}
