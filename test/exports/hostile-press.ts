/**
 * Reports by people who mean harm, read by the engine itself: their names, titles, addresses and
 * sentences hold whatever a spreadsheet, a browser, a terminal or a Markdown reader acts upon.
 */
import type { Account } from "../../src/core/contract.js";
import type { ReportInput } from "../../src/core/input.js";
import { readAccount } from "../../src/engine.js";

/** What stands where a name, a title or a quotation would. */
export const ATTACKS = [
  '=HYPERLINK("http://evil.invalid","اضغط")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)*cmd",
  "＝1＋1",
  "\t=1+1",
  ";=1+1",
  "<script>globalThis.hacked=1</script>",
  '"><img src=x onerror=globalThis.hacked=1>',
  "</blockquote></div><svg onload=globalThis.hacked=1>",
  "[اضغط](javascript:globalThis.hacked=1)",
  "![صورة](http://evil.invalid/x.png)",
  "[^1]: حاشية زائفة",
  "| خلية | خلية |",
  "**عاجل** `رمز` ~~حذف~~ $x$",
  "\u202eدلب اذه\u202c",
  "\u2067\u2067\u2069\u2069\u2069خارج",
  "نص\u0000نص\u0007نص\u001b[31mأحمر",
  "نصف\ud83d وآخر\udc00",
  "سطر\u2028سطر\u2029سطر",
  "👩‍👩‍👧‍👦🏴‍☠️ 🇰🇿",
  '{"json": "\\u0000"}',
  "&lt;b&gt; &#x202e;",
  "# عنوان\n- بند\n1. بند\n> قول\n```\nرمز\n```\n---\n",
] as const;

const report = (attack: string, n: number): ReportInput => ({
  id: `${n} ${attack}`,
  title: `${attack} انهيار سد`,
  outlet: `${attack} صحيفة`,
  url: n % 2 === 0 ? `javascript:${attack}` : `https://evil.invalid/${attack}`,
  published: `2029-02-0${7 + (n % 2)}`,
  text: `${attack}

لوساكا ${7 + (n % 2)} فبراير 2029 - قالت وزارة الصحة ${attack} اليوم إن ${n + 3} أشخاص قتلوا وأصيب ${n + 20} آخرون في انهيار سد مولونغا.
وقال المتحدث باسم الشرطة "${attack}" إن السلطات فرضت حظر تجول في لوساكا ${attack}
${attack} وقُتل ${n + 4} جنود في المدينة، بحسب «${attack}».
`,
});

let read: Account | null = null;

/** The account of a report for each attack; read once. */
export function hostilePress(): Account {
  read ??= readAccount(ATTACKS.map(report));
  return read;
}
