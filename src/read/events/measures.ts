import { fillerOf, type Group } from "./arguments.js";
import type { RoleFiller } from "./event-reading.js";
import type { EventScene } from "./scene.js";

/** Kinds of measure that are imposed on somebody. */
const MEASURES: readonly string[] = ["ban", "curfew", "sanctions"];

/** عقوبات, حظرا: the measure by itself, and not on whom it was imposed. */
export const isMeasure = (scene: EventScene, told: readonly RoleFiller[] | undefined): boolean =>
  told?.every(
    ({ first, named }) =>
      !named && MEASURES.some((of) => scene.cue(first)?.things.has(of) === true),
  ) === true;

/** Tokens between a measure and the preposition of whom it is imposed on: an adjective, a day. */
const REACH = 4;

/** The measure alone was told so far, and right behind it stands a preposition. */
export const isMeasureBefore = (
  scene: EventScene,
  told: readonly RoleFiller[] | undefined,
  at: number,
): boolean =>
  isMeasure(scene, told) && told?.some(({ last }) => at >= last && at - last <= REACH) === true;

export const isMeasureGroup = (scene: EventScene, group: Group): boolean =>
  isMeasure(
    scene,
    group.map((one) => fillerOf(scene, one)),
  );
