import type { FigureRule, Story } from "../core/contract.js";
import type { Related } from "../relate/relate.js";
import { StoryContext } from "./context.js";
import { EntityIndex } from "./entity-index.js";
import { storyOf } from "./story.js";

/**
 * From related readings to stories: witnesses, ledgers, timeline, disagreements, brief.
 * @param rule what chooses low, best and high of each ledger
 */
export function reconcile(related: Related, rule: FigureRule = "isnad"): Story[] {
  const entities = new EntityIndex(related.entities);
  return related.stories.map((story) => storyOf(new StoryContext(story, entities), rule));
}
