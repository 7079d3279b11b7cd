/** `npx tsx eval/scan.ts`: a look at what comes out of real reports (`look.ts` has the options). */
import { setup as generate } from "../scripts/generate.js";

generate();
await import("./look.js");
