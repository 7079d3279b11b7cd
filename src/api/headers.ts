/** Headers of answers; apart from the schemas, so that a page need not load the checking. */

/** Says of an account which story it is of; see `servedStorySchema.anchor`. */
export const ANCHOR_HEADER = "isnad-anchor";
/**
 * Says of an account that its story has come farther: how many reports it does not tell of yet. Absent
 * where it is of the story as it is.
 */
export const BEHIND_HEADER = "isnad-behind";
