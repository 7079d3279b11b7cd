/** Which program reads: another build may read otherwise. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contentId } from "../core/hash.js";
import { ENGINE_VERSION } from "../engine.js";
import type { Program } from "./command.js";

/** What reads: the bundled program, and the lexicon and gazetteer that lie beside it. */
const PARTS = /\.(?:cjs|tables)$/;

/** Builds of one version differ too: the bytes of their parts tell what they would read. */
export function stampOf({ build }: Program): string {
  const parts = build === null ? [] : readdirSync(build).filter((name) => PARTS.test(name));
  const bytes = parts.sort().map((name) => readFileSync(join(build ?? "", name), "latin1"));
  return contentId("program", ENGINE_VERSION, ...bytes);
}

/** As a store names it. */
export const engineLabel = (program: Program): string => `${ENGINE_VERSION} (${stampOf(program)})`;
