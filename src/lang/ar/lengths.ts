import { RuleSet } from "../../rules/compile.js";
import { DURATION_RULES } from "./rules/time-durations.js";

/** Lengths of time, compiled on first use: few accounts hold a measure of which one is told. */
let compiled: RuleSet<{ readonly seconds: number | null }> | null = null;

export function lengthRules(): RuleSet<{ readonly seconds: number | null }> {
  compiled ??= new RuleSet(DURATION_RULES);
  return compiled;
}
