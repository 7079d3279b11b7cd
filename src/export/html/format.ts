/** Moved to `labels/format.ts`. */
export * from "../labels/format.js";
