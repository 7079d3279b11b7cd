import type { StoryReasonCode } from "../../core/story-reasons.js";

/** Why a report stands in its story, in Arabic, by the codes of `core/story-reasons.ts`. */
export const STORY_REASONS_AR = {
  "story-starts": "يبدأ خبرًا: لا تقرير قبله يشبهه بما يكفي",
  "story-nearest": "أقرب التقارير إليه {report}",
  "story-copied": "{what} في المئة من النص الأقصر في كليهما",
  "story-names": "كلاهما يسمّي {what}",
  "story-places": "كلاهما عن {what}",
  "story-events": "كلاهما يروي حدثًا أو عددًا من النوع نفسه: {what}",
  "story-days": "كلاهما خبره خبر {what}",
  "story-words": "في كليهما: {what}",
  "story-follows": "بدأ خبرًا وحده ثم صار مع هذا واحدًا",
  "story-bridges": "يشبه أخبارًا عددها {what} فصارت واحدًا",
  "story-merged": "جمع {author} هذه التقارير: {reason}",
  "story-split": "فصل {author} هذه التقارير: {reason}",
  "story-same": "يقول {author} إنهما واحد: {reason}",
  "story-different": "يقول {author} إنهما اثنان: {reason}",
} as const satisfies Readonly<Record<StoryReasonCode, string>>;
