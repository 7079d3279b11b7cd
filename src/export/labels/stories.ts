import type { StoryReasonCode } from "../../core/story-reasons.js";

/** Why a report stands in its story, and what people decided, in Arabic, by the codes of `core/story-reasons.ts`. */
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
  "claim-accepted": "أقرّ {author} هذا: {reason}",
  "claim-rejected": "ردّ {author} هذا: {reason}",
  "claim-corrected": "صحّح {author} {what}: {reason}",
  "witnesses-one": "يقول {author} إن هذه التقارير شاهد واحد: {reason}",
  "witnesses-two": "يقول {author} إن هذه التقارير يروي كل منها بنفسه: {reason}",
  "idle-claim": "لم يعد يسري: لا يُقرأ هذا القول في موضعه «{what}»",
  "idle-name": "لم يعد يسري: لا يُقرأ في موضعه من سُمّي {what}",
  "idle-report": "لم يعد يسري: صُحّح تقرير يتعلق به أو ليس هنا ({what})",
  "idle-stories": "لم يعد يسري: تقاريره في أخبار متفرقة ({what})",
  "idle-one": "لا يمكن اتباعه: يجعلهما واحدًا تقرير واحد أو أحكام أخرى ({what})",
} as const satisfies Readonly<Record<StoryReasonCode, string>>;
