/**
 * `npm run golden` writes the account of `examples/` as the expected one and prints what changed.
 * `npm run golden -- --check` only prints, with exit code 1 where anything did.
 */
import { setup as generate } from "./generate.js";

generate();
const { changeLine, difference, goldenAccount, presentAccount, writeGolden } = await import(
  "../test/golden/golden.js"
);
const check = process.argv.includes("--check");
const present = presentAccount();
const golden = goldenAccount();
const changes = difference(golden ?? "", present);
for (const change of changes) console.log(changeLine(change));
if (!check && changes.length > 0) writeGolden(present);
console.log(
  changes.length === 0
    ? "golden: the account is as expected"
    : `golden: ${changes.length} lines differ${check ? "" : "; written to test/golden/examples.account.json"}`,
);
process.exitCode = check && changes.length > 0 ? 1 : 0;
