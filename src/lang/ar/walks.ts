import { fold } from "../../text/fold.js";
import { bareForm } from "./skeleton.js";

/**
 * Words beside a name that tell its bearer's walk of life. Only those that hardly stand beside people
 * of another walk: not مدير, رئيس, عضو or دكتور, which all walks have.
 */
const WALKS: Readonly<Record<string, string>> = {
  sport: `لاعب اللاعب لاعبا لاعبو المهاجم المدافع مهاجم مدافع مدرب المدرب الكابتن كابتن المنتخب الظهير
    التدريبات المباراة الدوري`,
  arms: `اللواء العميد العقيد المقدم الرائد النقيب الملازم الرقيب العريف الجندي جندي المشير شرطة الشرطة
    المباحث الجوازات المجاهدين`,
  arts: `الفنان الفنانة فنان فنانة المخرج المخرجة إخراج الممثل الممثلة المطرب المطربة المغني الملحن ألحان أغنية
    ألبوم التشكيلي التشكيلية المسلسل مسرحية المسرحية الشاعر الشاعرة شاعر الروائي الأديب الأديبة الناقد الناقدة
    قصيدة قصائد ديوان`,
  faith: `الخطيب الداعية الفقيه المفتي المقرئ`,
  medicine: `الطبيب الطبيبة طبيب استشاري الجراح الممرض`,
  state: `الوزير وزير وزيرة السفير سفير البرلمان السيناتور`,
};

const walkOfWord = new Map<string, string>(
  Object.entries(WALKS).flatMap(([walk, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== "")
      .flatMap((word) =>
        [fold(word), bareForm(word)].map((form): [string, string] => [form, walk]),
      ),
  ),
);

/** The walk of life that a folded word tells; null where it tells none. */
export const walkOf = (form: string): string | null => walkOfWord.get(form) ?? null;
