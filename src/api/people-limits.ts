/** Bounds of what people send of themselves; apart from the schemas, so that a page need not load the checking. */

/** Characters. */
export const LEAST_PASSWORD = 12;
/** Bounds the work of hashing; and whoever sends more errs. */
export const MOST_PASSWORD = 256;
