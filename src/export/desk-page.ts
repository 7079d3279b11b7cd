import type { Account } from "../core/contract.js";

/** Where the built desk keeps room for an account; see `src/web/index.html`. */
const ROOM = '<script type="application/json" id="account"></script>';

/**
 * The desk as a page of its own that carries an account.
 * @param desk the built `desk.html`
 * @throws RangeError where the page has no room for an account
 */
export function deskPage(desk: string, account: Account): string {
  const at = desk.indexOf(ROOM);
  if (at < 0) throw new RangeError("The built desk has no room for an account: build it again");
  const end = at + ROOM.length - "</script>".length;
  return desk.slice(0, end) + inScript(JSON.stringify(account)) + desk.slice(end);
}

/** JSON that no reader of HTML takes for markup: the same values, `<` and line separators escaped. */
function inScript(json: string): string {
  return json
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
