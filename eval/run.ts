/** `npm run eval`: brings the generated modules up to date, then scores (`score.ts` has the options). */
import { setup as generate } from "../scripts/generate.js";

generate();
await import("./score.js");
