import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";

const TOLL = (total: number, valley: number, coast: number, hill: number): string =>
  `أعلنت وزارة الداخلية ارتفاع حصيلة زلزال الحوز إلى ${total} قتيلا. ` +
  `وسجلت ${valley} وفاة بإقليم الحوز، و${coast} وفاة بإقليم تارودانت، و${hill} وفاة بعمالة مراكش.`;

describe("a toll that is told by places", () => {
  it("is no rival of its parts, and each part goes on by its place", () => {
    const { ledgers, disagreements } = ledgersOf(
      readAccount([
        { text: TOLL(620, 300, 200, 100), outlet: "الأولى", published: "2023-09-09" },
        { text: TOLL(900, 500, 280, 110), outlet: "الثانية", published: "2023-09-10" },
      ]),
    );
    expect(ledgers).toContainEqual({ place: "الحوز", values: [620, 900] });
    expect(ledgers).toContainEqual({ place: "الحوز", values: [300, 500] });
    expect(ledgers).toContainEqual({ place: "تارودانت", values: [200, 280] });
    expect(ledgers).toContainEqual({ place: "مراكش", values: [100, 110] });
    expect(disagreements.filter(({ relation }) => relation === "contradicts")).toEqual([]);
  });
});

function ledgersOf(account: ReturnType<typeof readAccount>) {
  const [story] = account.stories;
  if (!story) throw new Error("one story");
  const name = (id: string | null): string | null =>
    account.entities.find((entity) => entity.id === id)?.name ?? null;
  const ledgers = story.ledger
    .filter(({ measure }) => measure === "killed")
    .map(({ place, rows }) => ({
      place: name(place),
      values: rows.map(({ value }) => value.min).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    }));
  return { ledgers, disagreements: story.disagreements };
}
