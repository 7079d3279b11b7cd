/** The bodies that offices are held of, and who among the names may hold one. */
import type { MentionIndex } from "../mention-index.js";
import type { MentionRole, NameMention } from "../names/mention.js";
import { isOtherSense } from "./doubts.js";

export const isBody = ({ value }: NameMention): boolean =>
  value.kind === "organization" ||
  value.kind === "group" ||
  value.kind === "outlet" ||
  value.type === "country";
export const isPerson = ({ value }: NameMention): boolean =>
  value.kind === "person" && value.head === "name";
export const isGovernment = ({ value }: NameMention): boolean =>
  value.type === "government" || value.type === "cabinet";

/** The mention an office is held of: the one in it, or for "its head" the body named before. */
export function bodyOf(
  index: MentionIndex,
  role: MentionRole,
  mention: NameMention,
): number | null {
  if (role.ofToken !== null) {
    const at = index.at(role.ofToken);
    return at >= 0 && !isOtherSense(index.layer, role, index.mention(at)) ? at : null;
  }
  if (!role.possessed) return null;
  const sentence = index.layer.sentences[index.layer.sentenceOf[mention.first] ?? -1];
  const body = index.before(role.first, sentence?.first ?? role.first, isBody);
  return body >= 0 ? body : null;
}
