import { Lexicon } from "../lexicon.js";
import type { LanguagePack } from "../pack.js";
import { allows, splits } from "./clitics.js";
import { inflect } from "./inflection.js";
import { FILES } from "./lexicon.generated.js";

export const arabic: LanguagePack = {
  code: "ar",
  name: "العربية",
  lexicon: new Lexicon(FILES, { inflect, splits, allows }),
};
