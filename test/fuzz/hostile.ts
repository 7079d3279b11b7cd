/** Texts made to break a reader: unbalanced, endless, cut and repeated. Sentences are invented. */
import fc from "fast-check";

/** Pieces of news language and of breakage, from which arbitrary texts are strung. */
const WORDS = [
  "قال",
  "وأضاف",
  "إن",
  "أن",
  "نقلت وكالة الساحل عن",
  "بحسب مصدر طبي",
  "وفق بيان",
  "الوزير سامي الخطيب",
  "رئيس البلدية، نجلاء حداد،",
  "قتل 12 شخصا",
  "مقتل وإصابة 3",
  "بينهم طفلان",
  "عشرات الآلاف من المتظاهرين",
  "جنديان",
  "أكثر من مئتي",
  "اليوم الخميس",
  "6 يناير/كانون الثاني",
  "أمس",
  "الليلة الماضية",
  "في مدينة صور",
  "من الساعة الـ23,00 حتى 07,00",
  "ليس هناك ما يؤكد",
  "ولم يتسن التحقق من ذلك",
  "حالة الطوارئ",
  "اشترك في النشرة",
  "اقرأ أيضا:",
  "https://example.org/a?b=1",
  "user@example.org",
];
const MARKS = [
  "“",
  "”",
  '"',
  "«",
  "»",
  "(",
  ")",
  "[",
  "،",
  "؛",
  ".",
  "..",
  "؟",
  ":",
  "-",
  "–",
  "/",
  "\n",
  "\r\n",
  "\n\n",
  "\t",
  "\u00a0",
  "\u200f",
  "\u200e",
  "\u202b",
  "\u202c",
  "\u200c",
  "\u0640",
  "\u064e\u0651",
  "\ufeff",
  "\u0000",
  "\ufb8a",
  "\ufdfa",
  "🌉",
  "\ud83c",
  "\udf09",
  "1,2,3,4",
  "12٬500",
  "٣٫٥",
  "99999999999999999999999",
  "0",
  "-5",
  "31/2/2020",
  "2020-13-45",
];

const word = fc.constantFrom(...WORDS);
const mark = fc.constantFrom(...MARKS);
const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.integer({ min: 0x0600, max: 0x06ff }).map((c) => String.fromCharCode(c)),
    maxLength: 12,
  }),
  fc.string({
    unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((c) => String.fromCharCode(c)),
    maxLength: 4,
  }),
);

/** A text of up to some hundred pieces, joined by spaces or by nothing. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: word },
        { weight: 4, arbitrary: mark },
        { weight: 1, arbitrary: noise },
      ),
      fc.constantFrom(" ", " ", " ", ""),
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.map(([piece, gap]) => piece + gap).join(""));

/** A long text of one kind; `size` is its rough length in UTF-16 code units. */
export interface Endless {
  readonly name: string;
  readonly make: (size: number) => string;
}

const repeated =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.max(1, Math.floor(size / piece.length)));

const numbered =
  (make: (index: number) => string) =>
  (size: number): string => {
    const pieces: string[] = [];
    for (let [length, index] = [0, 0]; length < size; index++) {
      const piece = make(index);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join("");
  };

/** A name that no other index has: four letters of the index in base 20. */
function inventedName(index: number): string {
  const letters = "بتثجحخدذرزسشصضطظعغفق";
  let [rest, name] = [index, ""];
  for (let i = 0; i < 4; i++) {
    name += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return name;
}

export const ENDLESS: readonly Endless[] = [
  { name: "one letter", make: repeated("ا") },
  { name: "one conjunction letter", make: repeated("و") },
  { name: "one digit", make: repeated("7") },
  { name: "digit groups", make: repeated("1,") },
  { name: "tatweel", make: repeated("ـ") },
  { name: "diacritics", make: repeated("\u064e") },
  { name: "spaces", make: repeated(" ") },
  { name: "empty lines", make: repeated("\n") },
  { name: "right-to-left marks", make: repeated("\u200f") },
  { name: "surrogate pairs", make: repeated("🌉") },
  { name: "lone surrogates", make: repeated("\ud83c ") },
  { name: "opening quotes", make: repeated("«") },
  { name: "opening brackets", make: repeated("( ") },
  { name: "nested quotes", make: (size) => "“".repeat(size / 2) + "”".repeat(size / 2) },
  {
    name: "nested quoted speech",
    make: (size) => repeated("قال «")(size / 2) + "»".repeat(size / 12),
  },
  { name: "speech verbs", make: repeated("قال إن ") },
  { name: "speech verbs and names", make: repeated("قال سامي الخطيب إن ") },
  { name: "relays", make: repeated("نقلت وكالة الساحل عن ") },
  { name: "according to", make: repeated("بحسب مصدر وفق بيان ") },
  { name: "conjunctions", make: repeated("و ") },
  { name: "number words", make: repeated("ألف ومئة وخمسة وعشرون ") },
  { name: "ranges", make: repeated("من 3 إلى ") },
  { name: "parts", make: repeated("بينهم طفلان و3 نساء ") },
  { name: "figures in one sentence", make: repeated("وقتل 12 شخصا وأصيب 30 ") },
  { name: "victims without a verb", make: repeated("12 قتيلا ") },
  { name: "times", make: repeated("اليوم الخميس 6 يناير/كانون الثاني ") },
  { name: "month names", make: repeated("يناير ") },
  { name: "dates out of the calendar", make: repeated("31/2/2020 ") },
  { name: "titles", make: repeated("رئيس ") },
  { name: "roles and nations", make: repeated("وزير الدفاع الروسي ") },
  { name: "commas", make: repeated("كلمة، ") },
  { name: "short sentences", make: repeated("نعم. ") },
  { name: "events", make: repeated("اندلعت احتجاجات واقتحم محتجون المبنى وأعلنت حالة الطوارئ ") },
  {
    name: "many people",
    make: numbered(
      (i) => `قال الوزير ${inventedName(i)} ${inventedName(i * 7 + 3)} إن الجسر مغلق. `,
    ),
  },
  {
    name: "many figures",
    make: numbered((i) => `قتل ${i + 1} شخصا في مدينة ${inventedName(i)}. `),
  },
  {
    name: "many days",
    make: numbered((i) => `وفي ${(i % 28) + 1}/${(i % 12) + 1}/${1990 + (i % 30)} أغلق الجسر. `),
  },
];
