import type { Modality } from "../../core/contract.js";
import type { EventType } from "../../ontology/events.js";
import type { Roles } from "./arguments.js";

/**
 * بعد رفع العقوبات, إن رفع الحظر يسمح: whether sanctions are lifted yet, the verbal noun, or a verb of
 * the same letters, does not tell where nobody lifts them; most often it is hoped or argued for.
 */
export const isHopedFor = (
  type: EventType,
  phase: string | null,
  modality: Modality,
  roles: Roles,
): boolean =>
  (type === "sanction" || type === "ban") &&
  phase === "ended" &&
  modality === "asserted" &&
  !roles.has("agent");
