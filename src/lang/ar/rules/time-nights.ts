import type { Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue } from "../../time-spec.js";
import { DAY_BASE, featureOf, value, weekdayOf, wordBefore } from "./time-captures.js";
import { ORDINAL } from "./time-day-traps.js";

/** How Arabic news words nights, which lie on two days, and "this morning". */
export const NIGHT_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.night-between",
    pattern:
      "( <time.night> | الليلة ) ( الواصلة | الفاصلة | الممتدة )? ( بين | ما بين | من )? ( يوم )? wd:<time.weekday> ( - | – | / | على | الى )? wd2:<time.weekday>",
    priority: 3,
    build: (match) => {
      const from = weekdayOf(match, "wd");
      return from === null ? null : value({ kind: "night", from, part: "night" }, match, "night");
    },
  },
  {
    id: "time.last-night",
    pattern: "( خلال )? <time.last-night>",
    priority: 2,
    build: (match) => value({ kind: "night", from: null, part: "night" }, match, "night"),
  },
  {
    id: "time.night-told",
    pattern: "night:<time.night article=yes> mod:<time.modifier which=previous-told>",
    priority: 1,
    build: (match) => {
      // "الليالي السابقة" are several.
      const { number } = match.captures.get("night")?.reading ?? {};
      if (number !== "singular") return null;
      return value({ kind: "night", from: "told", part: "night" }, match, "night");
    },
  },
  {
    id: "time.tonight",
    pattern: "( هذه )? night:<time.tonight>",
    build: (match) => {
      // "في الليلة الأولى", "تلك الليلة": nights of a story told.
      if (match.captures.get("night")?.reading?.enclitic !== "") return null;
      const next = match.layer.words[match.last];
      if (next?.classes.has("time.modifier") || ORDINAL.test(next?.form ?? "")) return null;
      if (/^(الاولي|الثانيه|الواحده|ذاتها|نفسها)$/.test(next?.form ?? "")) return null;
      if (["تلك", "في"].includes(wordBefore(match))) return null;
      return value({ ...DAY_BASE, offset: 0, part: "night" }, match, "night");
    },
  },
  {
    id: "time.this-part",
    pattern: "<time.this> part:<time.part article=yes>",
    build: (match) =>
      value({ ...DAY_BASE, offset: 0, part: featureOf(match, "part", "part") }, match),
  },
];
