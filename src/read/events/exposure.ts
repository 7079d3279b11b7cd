import type { Sentence } from "../../text/layer.js";
import { fill, groupsOf, type Roles } from "./arguments.js";
import { toldBy } from "./free-names.js";
import { headsOf, readName } from "./nouns.js";
import { segmentsFrom } from "./segments.js";
import { isBare, type Telling } from "./telling.js";

/** أفادت مصادر بتعرض الموقع لهجوم: the verbal noun of suffering, who suffered, and behind "to" what. */
export function readExposure(telling: Telling, at: number, sentence: Sentence): void {
  const { scene } = telling;
  if (!scene.marks(at, "event.exposed") || scene.hasArticle(at)) return;
  const groups = groupsOf(scene, segmentsFrom(scene, at + 1, sentence.last, true));
  const suffered = groups.find(
    ([head]) => head?.prep === scene.pack.names.dative && headsOf(scene, head).length > 0,
  );
  const [segment] = suffered ?? [];
  const headed = segment && headsOf(scene, segment)[0];
  if (!segment || !headed || telling.used.has(segment.first)) return;
  const modality = toldBy(telling, at, sentence);
  if (modality === null) return;
  const [whom] = groups;
  const roles: Roles = new Map();
  if (whom && isBare(whom) && whom[0]?.first === at + 1) fill(scene, roles, "target", whom);
  const told = { at, last: at + 1, rule: "event.told", modality };
  readName(telling, segment, headed, roles, sentence, told, groups);
}
