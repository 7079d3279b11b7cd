/** How much memory the threads of a long run take. */
import v8 from "node:v8";
import type { ResourceLimits } from "node:worker_threads";

/** The newest version of Node whose V8 is known to have the flag below. */
const LAST_KNOWN_NODE = 24;
/**
 * How far a heap grows beyond what is alive in it before V8 looks for what is no longer needed. By itself
 * it lets a heap double and more, in each thread. So much takes a fifth less memory in a service that is read
 * from and in a press, and a tenth more time where reports are added to a large store.
 */
const GROWTH_PERCENT = 30;
/** Mebibytes for what was made just now: by itself Node takes 48, in each thread. */
const YOUNG_MIB = 16;

/**
 * Limits of a thread, for when it is started. From then on no heap of the process grows far beyond what is
 * alive in it: whoever starts threads runs for longer than a command that is over before it needs to collect.
 * @param most mebibytes of heap: who takes more is ended with an error; it needs far less
 */
export function heapLimits(most: number, young = YOUNG_MIB): ResourceLimits {
  if (Number(process.versions.node.split(".")[0]) <= LAST_KNOWN_NODE) {
    v8.setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  }
  return { maxOldGenerationSizeMb: most, maxYoungGenerationSizeMb: young };
}
