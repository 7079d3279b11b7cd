import type { Message } from "./contract.js";

/**
 * Why a report stands in its story, and what people decided, by codes, in English. Another language has a table of the same
 * codes (`export/labels/stories.ts`).
 */
export const STORY_REASONS = {
  "story-starts": "it starts a story: no earlier report is like enough",
  "story-nearest": "it is likest to {report}",
  "story-copied": "{what} percent of the shorter text stands in both",
  "story-names": "both name {what}",
  "story-places": "both tell of {what}",
  "story-events": "both tell of the same kind of event or figure: {what}",
  "story-days": "both tell news of {what}",
  "story-words": "both write: {what}",
  "story-follows": "it started a story of its own, which became one with this",
  "story-bridges": "it is like {what} stories, which become one",
  "story-merged": "{author} joined these reports: {reason}",
  "story-split": "{author} took these reports apart: {reason}",
  "story-same": "{author} says that they are one: {reason}",
  "story-different": "{author} says that they are two: {reason}",
  "claim-accepted": "{author} accepted this: {reason}",
  "claim-rejected": "{author} rejected this: {reason}",
  "claim-corrected": "{author} corrected {what}: {reason}",
  "witnesses-one": "{author} says that these reports are one witness: {reason}",
  "witnesses-two": "{author} says that these reports tell it independently: {reason}",
  "idle-claim": "this applies no longer: no such claim is read any more at «{what}»",
  "idle-name": "this applies no longer: who was called {what} is not read there any more",
  "idle-report":
    "this applies no longer: a report that it speaks of was corrected since, or is not here ({what})",
  "idle-stories": "this applies no longer: its reports stand in different stories ({what})",
  "idle-one": "this cannot be followed: one report, or other decisions, make them one ({what})",
} as const satisfies Readonly<Record<string, string>>;

export type StoryReasonCode = keyof typeof STORY_REASONS;

export const isStoryReason = (code: string): code is StoryReasonCode =>
  Object.hasOwn(STORY_REASONS, code);

export const storyReason = (code: StoryReasonCode, terms: Message["terms"] = {}): Message => ({
  code,
  terms,
});
