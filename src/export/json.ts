/** An account or a list of stories as JSON, an item a line: whole, yet easy to compare and to search. */
import type { Account } from "../core/contract.js";
import type { StoryList } from "../core/story-list.js";

/**
 * The JSON in pieces, so that a large account never has to stand in one string.
 * The pieces joined are one JSON text ended by a line feed, the same for the same account.
 */
export function* jsonPieces(account: Account | StoryList): Generator<string, void, undefined> {
  let separator = "{\n";
  for (const [key, value] of Object.entries(account)) {
    yield `${separator}${JSON.stringify(key)}: `;
    separator = ",\n";
    if (!Array.isArray(value)) {
      yield JSON.stringify(value);
      continue;
    }
    if (value.length === 0) {
      yield "[]";
      continue;
    }
    for (const [index, item] of value.entries()) {
      yield `${index === 0 ? "[\n" : ",\n"}${JSON.stringify(item)}`;
    }
    yield "\n]";
  }
  yield "\n}\n";
}

/** The account's JSON as one text. */
export function renderJson(account: Account): string {
  return [...jsonPieces(account)].join("");
}
