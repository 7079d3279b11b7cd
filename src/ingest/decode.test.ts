import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type Decoded, decode, isUndecodable, type Undecodable } from "./decode.js";

const PROSE =
  "قالت وزارة الصحة في بيان اليوم الخميس إن عدد المصابين ارتفع إلى 12 شخصا، وأضافت أن «الوضع مستقر» في المستشفيات.\r\nوأعلن المحافظ حظر التجول ليلا.";

function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  if (isUndecodable(result)) throw new Error(result.what);
  return result;
}

function fault(bytes: Uint8Array): Undecodable {
  const result = decode(bytes);
  if (!isUndecodable(result)) throw new Error(`read as ${result.encoding}`);
  return result;
}

describe("Arabic text keeps its characters, whatever it was saved in", () => {
  test.each([
    ["utf8", "utf-8"],
    ["utf16le", "utf-16le"],
    ["utf16-be", "utf-16be"],
    ["win1256", "windows-1256"],
  ])("%s", (saved, encoding) => {
    const result = decoded(iconv.encode(PROSE, saved));
    expect(result.text).toBe(PROSE);
    expect(result.encoding).toBe(encoding);
  });

  test("iso-8859-6, which has no guillemets", () => {
    const text = PROSE.replace(/[«»]/g, '"');
    const result = decoded(iconv.encode(text, "iso-8859-6"));
    expect(result.text).toBe(text);
    expect(result.encoding).toBe("iso-8859-6");
  });

  test.each(["utf8", "utf16le", "utf16-be"])(
    "%s with a byte-order mark, which is left out",
    (saved) => {
      expect(decoded(iconv.encode(PROSE, saved, { addBOM: true })).text).toBe(PROSE);
    },
  );

  test.each(["utf8", "utf16le", "utf16-be", "win1256", "iso-8859-6"])(
    "one short line in %s",
    (saved) => {
      const line = "مقتل سبعة جنود في انفجار";
      expect(decoded(iconv.encode(line, saved)).text).toBe(line);
    },
  );
});

describe("what is no Arabic text is said to be none", () => {
  test.each([
    ["win1251", "В среду президент заявил, что переговоры будут продолжены, сообщает агентство."],
    ["koi8-r", "В среду президент заявил, что переговоры будут продолжены, сообщает агентство."],
    ["win1253", "Ο πρόεδρος της δημοκρατίας δήλωσε ότι οι συνομιλίες θα συνεχιστούν στην Αθήνα."],
    ["win1255", "הנשיא אמר ביום רביעי כי השיחות יימשכו בשבוע הבא בירושלים"],
    [
      "win1252",
      "Le président a déclaré à l'Élysée que les négociations étaient très avancées; où ça?",
    ],
    ["gbk", "总统星期三在北京说会谈将继续进行"],
    ["euc-kr", "대통령은 수요일에 회담이 계속될 것이라고 말했다"],
  ])("%s", (saved, text) => {
    expect(fault(iconv.encode(text, saved)).kind).toBe("undecodable");
  });

  test("a PNG is named as one", () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect(fault(png)).toMatchObject({ kind: "binary", what: "it is a PNG image" });
  });

  test("NUL bytes amid text are binary data, and the place is given", () => {
    const bytes = Buffer.concat([Buffer.from(PROSE), Buffer.from([0]), Buffer.from(PROSE)]);
    expect(fault(bytes)).toMatchObject({ kind: "binary", byte: Buffer.byteLength(PROSE) });
  });

  test("UTF-32 is named as such", () => {
    expect(fault(Buffer.from([0xff, 0xfe, 0, 0, 0x27, 6, 0, 0])).what).toContain("UTF-32");
  });
});

test("two stray bytes in UTF-8 do not turn the text into another encoding", () => {
  const bytes = Buffer.concat([Buffer.from(PROSE), Buffer.from([0xd9, 0xff]), Buffer.from(PROSE)]);
  const result = decoded(bytes);
  expect(result).toMatchObject({
    encoding: "utf-8",
    damaged: 2,
    firstDamage: Buffer.byteLength(PROSE),
  });
  expect(result.text).toContain("\ufffd");
});
