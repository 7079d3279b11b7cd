/** `npm run bench`: brings the generated modules up to date, then measures (`benches.ts` has the options). */
import { setup as generate } from "../scripts/generate.js";

generate();
await import("./benches.js");
