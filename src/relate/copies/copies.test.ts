import { describe, expect, it } from "vitest";
import { readReport } from "../../engine.js";
import { Articles } from "../articles.js";
import { findCopies } from "./copies.js";
import type { Forms } from "./forms.js";

const read = (outlet: string, fetched: string, text: string) =>
  readReport({ text, outlet, title: null, url: null, file: null, fetched });

/** All words of these reports are of a form. */
function formOf(texts: readonly string[]): Forms {
  const articles = new Articles();
  const shingles = texts.flatMap((text) => [
    ...articles.shinglesOf(articles.of(read("form", "2024-05-01", text).report)),
  ]);
  const known = new Set(shingles);
  return { has: (shingle) => known.has(shingle) };
}

const DAM =
  "انهار سد ترابي في بلدة الزهراء بعد ليلة من الأمطار الغزيرة وغمرت المياه أحياء البلدة السفلى. " +
  "ونقلت فرق الدفاع المدني عشرات العائلات إلى مدرستين في المرتفعات المجاورة، ودعت الأهالي إلى ترك منازلهم القريبة من مجرى الوادي.";
const EDITED =
  "أدى انهيار سد ترابي في بلدة الزهراء بعد ليلة من الأمطار الشديدة إلى غمر أحياء البلدة السفلى. " +
  "ونقلت طواقم الدفاع المدني عشرات الأسر إلى مدرستين في المرتفعات القريبة، ودعت السكان إلى ترك منازلهم المحاذية من مجرى الوادي.";
const APART =
  "قال شهود إن مياه السيول دخلت أحياء البلدة السفلى فجرا، وإن السكان خرجوا بملابس النوم. " +
  "وتحدث مزارع عن سد ترابي قديم شكا الأهالي من شقوقه مرارا، وطالب المجلس البلدي بتحقيق عاجل.";

describe("copies", () => {
  it("are found in a text that an editor went through, and the words left standing are shown", () => {
    const [first, second] = [
      read("الأولى", "2024-05-02", DAM),
      read("الثانية", "2024-05-02", EDITED),
    ];
    const [copy] = findCopies([first, second], new Articles()).copies;
    expect(copy?.share).toBeGreaterThanOrEqual(0.5);
    const text = (id: string | undefined): string =>
      id === first.report.id ? first.report.text : second.report.text;
    const passages = copy?.pairs.map(([from]) => text(copy.from).slice(from[0], from[1]));
    expect(passages?.join(" … ")).toContain("بعد ليلة من الأمطار");
    for (const [from, to] of copy?.pairs ?? []) {
      const bare = (words: string): string => words.replace(/[^\p{L}]/gu, "");
      expect(bare(text(copy?.from).slice(...from))).toBe(bare(text(copy?.to).slice(...to)));
    }
  });

  it("are none where two tell of one matter in their own words", () => {
    const reports = [read("الأولى", "2024-05-02", DAM), read("الثانية", "2024-05-02", APART)];
    expect(findCopies(reports, new Articles()).copies).toEqual([]);
  });

  const call = (caller: string, title: string) =>
    `تلقى رئيس الوزراء اتصالا هاتفيا اليوم من ${caller} ${title} أعرب خلاله عن تعازيه في ضحايا السيول التي اجتاحت بلدة الزهراء، ` +
    `وأكد وقوف بلاده إلى جانب الأهالي في هذا المصاب الأليم. وقدم رئيس الوزراء شكره ل${title} على مشاعره الطيبة.`;
  const KING = call("الملك فيليب السادس", "ملك إسبانيا");
  const PRINCE = call("الأمير ألبير الثاني", "أمير موناكو");

  it("are none of two calls of condolence on one day, written by one form", () => {
    const forms = formOf(["تلقى رئيس الوزراء اتصالا هاتفيا اليوم من"]);
    const reports = [read("الأولى", "2024-05-02", KING), read("الثانية", "2024-05-02", PRINCE)];
    expect(findCopies(reports, new Articles(), forms).copies).toEqual([]);
  });

  it("are found of one call that two outlets print, its caller's name split otherwise", () => {
    const forms = formOf(["تلقى رئيس الوزراء اتصالا هاتفيا اليوم من"]);
    const [joined, split] = [
      call("السيد عبدالرحمن عبدالغفور", "وزير الداخلية"),
      call("السيد عبد الرحمن عبد الغفور", "وزير الداخلية"),
    ];
    const reports = [read("الأولى", "2024-05-02", joined), read("الثانية", "2024-05-02", split)];
    expect(findCopies(reports, new Articles(), forms).copies).toHaveLength(1);
  });

  const MARKET =
    "تفتح سوق الحرفيين أبوابها مساء الخميس في ساحة القلعة القديمة بمشاركة خمسين عارضا. " +
    "وتعرض النساء أواني الفخار والسجاد المنسوج يدويا وسلال القش الملونة.";
  const MOVED =
    "قال رئيس البلدية إن الزوار سيجدون هذا العام أماكن أوسع لوقوف السيارات. " +
    "وتعرض النساء أواني الفخار والسجاد المنسوج يدويا وسلال القش الملونة، " +
    "وكانت سوق الحرفيين أبوابها مساء الخميس في ساحة القلعة قد أغلقت العام الماضي.";

  it("count a sentence that was moved", () => {
    const reports = [read("الأولى", "2024-05-02", MARKET), read("الثانية", "2024-05-02", MOVED)];
    const [copy] = findCopies(reports, new Articles()).copies;
    expect(copy?.share).toBeGreaterThanOrEqual(0.5);
  });

  it("are none where two share long names and no more", () => {
    const names = "صاحب السمو الملكي الأمير فيصل بن بندر بن عبدالعزيز أمير منطقة الرياض";
    const reports = [
      read("الأولى", "2024-05-02", `استقبل ${names} مساء أمس أعضاء مجلس الغرفة التجارية.`),
      read("الثانية", "2024-05-02", `افتتح ${names} معرض الكتاب وجال بين أجنحة دور النشر.`),
    ];
    expect(findCopies(reports, new Articles()).copies).toEqual([]);
  });

  it("are found in one form that two outlets filled in for one person on one day", () => {
    const arrival = (guest: string): string =>
      `وصل ${guest} إلى العاصمة صباح اليوم في زيارة رسمية تستمر يومين وكان في استقباله لدى وصوله مطار العاصمة الدولي عدد من المسؤولين.`;
    const forms = formOf([
      "إلى العاصمة صباح اليوم في زيارة رسمية تستمر يومين وكان في استقباله لدى وصوله مطار العاصمة الدولي عدد من المسؤولين",
    ]);
    const of = (outlet: string, guest: string, day: string) => read(outlet, day, arrival(guest));
    const found = (...reports: ReturnType<typeof read>[]) =>
      findCopies(reports, new Articles(), forms).copies.length;
    const minister = "وزير الخارجية الكيني موساليا مودافادي";
    const first = of("الأولى", minister, "2024-05-02");
    expect(found(first, of("الثانية", minister, "2024-05-02"))).toBe(1);
    const other = of("الثانية", "وزير الخارجية النرويجي إسبن بارث إيدي", "2024-05-02");
    expect(found(first, other)).toBe(0);
  });
});
