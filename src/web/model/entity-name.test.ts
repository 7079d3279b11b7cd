import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";
import { indexAccount, originOf } from "./account-index.js";
import { linkName } from "./entity-name.js";

const calledIn = (text: string): string | undefined => {
  const index = indexAccount(readAccount([{ text }]));
  const claim = index.account.claims.find(({ figure }) => figure);
  const origin = claim && originOf(claim);
  return origin ? linkName(index, origin).en : undefined;
};

describe("what a speaker is called", () => {
  it("is no place where a body bears a place in its name", () => {
    expect(calledIn("قالت وحدة إدارة الكوارث في سوريا إن ستة أشخاص قتلوا في الحريق.")).toBe(
      "وحدة إدارة الكوارث في سوريا",
    );
  });
  it("is the place's name, in the reader's language, where the place itself speaks", () => {
    expect(calledIn("قالت سوريا إن ستة أشخاص قتلوا في الحريق.")).toBe("Syria");
  });
});
