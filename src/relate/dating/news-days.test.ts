import { expect, test } from "vitest";
import { readAccount } from "../../engine.js";

/** The day found for the second of two reports read together. */
function dayOfSecond(first: string, second: string): string | null {
  const account = readAccount([
    { text: first, file: "first.txt" },
    { text: second, file: "second.txt" },
  ]);
  return account.reports.find(({ file }) => file === "second.txt")?.published.start ?? null;
}

const DATED =
  "قتل ثلاثة مدنيين وأصيب عشرة آخرون، اليوم الاثنين 4 كانون الأول 2023، في قصف مدفعي استهدف بلدة تل النعناع بريف حلب. وقال مسعف في بلدة تل النعناع إن المدارس أغلقت.";

test("today is the day on which a sibling puts the same news", () => {
  const undated =
    "قتل ثلاثة مدنيين وأصيب عشرة آخرون اليوم في قصف مدفعي استهدف بلدة تل النعناع بريف حلب. وقال سكان بلدة تل النعناع إن المدارس أغلقت.";
  expect(dayOfSecond(DATED, undated)).toBe("2023-12-04");
});

test("a weekday in the lead, told on its own day", () => {
  const undated =
    "شنت طائرات، الاثنين، غارات على بلدة تل النعناع بريف حلب. وقال مسعف إن القصف على بلدة تل النعناع أسفر عن مقتل ثلاثة مدنيين وإصابة عشرة آخرين.";
  expect(dayOfSecond(DATED, undated)).toBe("2023-12-04");
});

test("what follows the news, on a day of its own, is not dated by it", () => {
  const undated =
    "شيع أهالي بلدة تل النعناع بريف حلب اليوم ثلاثة مدنيين قضوا في القصف. وقال سكان بلدة تل النعناع إن المدارس أغلقت.";
  expect(dayOfSecond(DATED, undated)).toBeNull();
});
