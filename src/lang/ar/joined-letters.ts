import type { JoinedLetters } from "../joined-letters.js";

export const arabicJoined: JoinedLetters = {
  and: "و",
  thus: "ف",
  by: "ب",
  to: "ل",
  will: "س",
  seemsIShall: "سا",
};
