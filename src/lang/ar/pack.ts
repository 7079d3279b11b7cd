import { RuleSet } from "../../rules/compile.js";
import { Lexicon } from "../lexicon.js";
import type { LanguagePack } from "../pack.js";
import { allows, splits } from "./clitics.js";
import { arabicFigures } from "./figure-words.js";
import { arabicJoined } from "./joined-letters.js";
import { PACKED } from "./lexicon.generated.js";
import { arabicLines } from "./line-shape.js";
import { arabicNames } from "./name-shape.js";
import { arabicEvents } from "./rules/events.js";
import { TIME_RULES, TIME_SPAN_RULES } from "./rules/times.js";

import { arabicSpeech } from "./speech-shape.js";

export const arabic: LanguagePack = {
  code: "ar",
  name: "العربية",
  joined: arabicJoined,
  lexicon: new Lexicon(PACKED, { splits, allows }),
  lines: arabicLines,
  names: arabicNames,
  speech: arabicSpeech,
  times: { single: new RuleSet(TIME_RULES), joined: new RuleSet(TIME_SPAN_RULES) },
  events: arabicEvents,
  figures: arabicFigures,
};
