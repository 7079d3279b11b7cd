/** `npm run bench`: brings the generated modules and the build up to date, then measures (`benches.ts` has the options). */
import { build, isBuilt } from "../scripts/setup.mjs";

if (!isBuilt()) build();
await import("./benches.js");
