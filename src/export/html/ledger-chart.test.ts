import { describe, expect, it } from "vitest";
import { PORT_FIRE } from "../../../test/browser/fixture.js";
import type { Ledger } from "../../core/contract.js";
import { atLeast, exactly } from "../../core/value.js";
import { indexAccount } from "./context.js";
import { chartScale, drawLedgerChart, sayingsOf } from "./ledger-chart.js";
import { PhraseBook } from "./phrases.js";

const ledger = PORT_FIRE.stories[0]?.ledger[0] as Ledger;
const context = indexAccount(PORT_FIRE, new PhraseBook("ar"));

describe("chartScale", () => {
  it("starts at nought and keeps values in proportion", () => {
    const { at, ticks } = chartScale([exactly(5), exactly(20)]);
    expect((at(20) - at(0)) / (at(5) - at(0))).toBeCloseTo(4);
    expect(ticks).toEqual([5, 10, 15, 20]);
  });

  it("turns logarithmic where small values would vanish", () => {
    const { at } = chartScale([exactly(3), exactly(12_000)]);
    expect(at(3)).toBeGreaterThan(8);
    expect(at(12_000)).toBeGreaterThan(at(3) * 3);
  });

  it("leaves room for what is open upwards", () => {
    const { at } = chartScale([atLeast(200)]);
    expect(at(200)).toBeLessThan(70);
  });
});

describe("drawLedgerChart", () => {
  it("mirrors the axis for Arabic", () => {
    const ar = drawLedgerChart(context, ledger, "ar").markup;
    const en = drawLedgerChart(context, ledger, "en").markup;
    const dot = (svg: string): number => Number(/class="dot" cx="([\d.]+)%/.exec(svg)?.[1]);
    expect(dot(ar) + dot(en)).toBeCloseTo(100);
  });

  it("names each speaker, draws superseded values hollow, and opens evidence", () => {
    const { markup } = drawLedgerChart(context, ledger, "ar");
    for (const name of ["وزارة الصحة", "هالة منصور", "ناشطون", "نقابة عمال المرفأ"]) {
      expect(markup).toContain(name);
    }
    expect(markup.match(/class="mark old"/g)).toHaveLength(1);
    expect(markup.match(/data-c="/g)).toHaveLength(ledger.rows.length);
  });

  it("draws one speaker's repeated value of a day once, with all its claims", () => {
    const doubled = { ...ledger, rows: [...ledger.rows, ...ledger.rows] };
    expect(sayingsOf(doubled)).toHaveLength(ledger.rows.length);
    expect(sayingsOf(doubled)[0]?.claims).toHaveLength(4);
  });

  it("never joins two speakers who are not named", () => {
    const unnamed = ledger.rows.map((row) => ({
      ...row,
      speaker: { ...row.speaker, entity: null, kind: "unstated" as const, name: "" },
      supersededBy: null,
    }));
    const { markup } = drawLedgerChart(context, { ...ledger, rows: unnamed }, "en");
    expect(markup).not.toContain('class="step"');
    expect(markup).toContain("speaker not stated");
  });
});
