import { describe, expect, it } from "vitest";
import type { Account } from "../core/contract.js";
import { readAccount } from "../engine.js";

const read = (...told: readonly (readonly [day: string, text: string])[]): Account =>
  readAccount(told.map(([published, text], at) => ({ text, file: `${at}.txt`, published })));

const killed = ({ stories }: Account): string[] =>
  stories
    .flatMap(({ disagreements }) => disagreements)
    .filter(({ about }) => about.includes("killed"))
    .map(
      ({ relation, positions }) => `${relation} ${positions.map(({ value }) => value).join(" ")}`,
    );

const bestOf = ({ stories }: Account): (number | null)[] =>
  stories
    .flatMap(({ ledger }) => ledger)
    .filter(({ measure, background, part }) => measure === "killed" && !background && !part)
    .map(({ best }) => best);

describe("counts that one report sets against each other", () => {
  const ministry =
    "قالت وزارة الصحة إن هجوم الخميس على معسكر التدريب في مأرب أوقع 89 قتيلا بينهم نساء. وأضافت الوزارة في بيان نشرته الوكالة الرسمية أن فرقها ما زالت تعمل في المكان وأن المستشفيات تستقبل من نقلوا إليها منذ الصباح من القرى القريبة.";

  it("differ, though a later count has outgrown both", () => {
    const account = read(
      ["2022-03-04", `${ministry} من جهته، أحصى المرصد اليمني لحقوق الإنسان 112 قتيلا في الهجوم.`],
      [
        "2022-03-05",
        "أعلن المرصد اليمني لحقوق الإنسان ارتفاع حصيلة قتلى هجوم الخميس على معسكر التدريب في مأرب إلى 123 قتيلا.",
      ],
    );
    expect(killed(account)).toContain("contradicts 89 112");
  });

  it("not where the second is of one village alone", () => {
    const account = read(
      [
        "2022-03-04",
        `${ministry} من جهته، أحصى المرصد اليمني لحقوق الإنسان 12 قتيلا من قرية الوادي وحدها.`,
      ],
      ["2022-03-05", "قالت وزارة الصحة إن هجوم الخميس على معسكر التدريب في مأرب أوقع 95 قتيلا."],
    );
    expect(killed(account).filter((one) => one.startsWith("contradicts"))).toEqual([]);
  });
});

describe("a number that one report sets against the best", () => {
  it("is told, whoever else tells the best", () => {
    const account = read(
      ["2022-03-04", "قال الهلال الأحمر إن حصيلة قتلى الفيضان في مأرب ارتفعت إلى 1130 قتيلا."],
      [
        "2022-03-05",
        "أعلنت الأمم المتحدة ارتفاع حصيلة قتلى الفيضان في مأرب إلى 1130 قتيلا. من جانبها، أعلنت وزارة الصحة تسجيل 395 قتيلا في الفيضان.",
      ],
    );
    expect(killed(account)).toEqual(["contradicts 395 1130"]);
  });
});

describe("a toll that was put right", () => {
  it("holds, and the former one is told as such", () => {
    const account = read(
      ["2022-03-03", "أعلنت الإذاعة الرسمية مقتل 95 شخصا في انفجار السوق في مأرب يوم الخميس."],
      [
        "2022-03-04",
        "خفضت وزارة الصحة اليوم الجمعة حصيلة القتلى في انفجار السوق في مأرب من 95 إلى 84 قتيلا.",
      ],
    );
    expect(bestOf(account)).toEqual([84]);
    expect(killed(account)).toEqual(["updates 95 84"]);
  });
});

describe("a count that a report calls earlier", () => {
  it("is a step, whoever of the day gave the higher one", () => {
    const account = read([
      "2022-03-03",
      "ارتفعت حصيلة قتلى انهيار المنجم في مأرب إلى 60 قتيلا بحسب الدفاع المدني. وأفادت حصيلة سابقة لوزارة الداخلية بمقتل 41 شخصا.",
    ]);
    expect(killed(account)).toEqual(["updates 41 60"]);
  });

  it("but a count told before a lower one is no step to it", () => {
    const account = read(
      [
        "2022-03-03",
        "وفي وقت سابق أعلن محافظ مأرب ارتفاع عدد ضحايا حريق القاعة إلى 114 قتيلا و200 جريح.",
      ],
      [
        "2022-03-06",
        "أعلنت دائرة صحة مأرب وفاة 107 أشخاص جراء حريق القاعة في مأرب، وإصابة 200 شخص.",
      ],
    );
    expect(killed(account).filter((one) => one.startsWith("updates"))).toEqual([]);
  });
});
