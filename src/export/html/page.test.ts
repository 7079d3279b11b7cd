import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../../test/browser/fixture.js";
import { hostileAccount } from "../../../test/browser/hostile-account.js";
import { renderPage } from "./page.js";

const page = renderPage(PORT_FIRE);

function hashOf(element: string): string {
  const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? "";
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

describe("renderPage", () => {
  it("gives the same bytes for the same account", () => {
    expect(renderPage(structuredClone(PORT_FIRE))).toBe(page);
  });

  it("allows only its own style and script, by hash", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hashOf("style")}`);
    expect(policy).toContain(`script-src ${hashOf("script")}`);
    expect(policy).not.toContain("unsafe");
    expect(page).not.toMatch(/\sstyle="/);
    expect(page).not.toMatch(/\son[a-z]+="/);
  });

  it("opens in Arabic for Arabic reports, in English where asked or where most are English", () => {
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(renderPage(PORT_FIRE, { lang: "en" })).toContain('<html lang="en" dir="ltr">');
    const reports = PORT_FIRE.reports.filter(({ language }) => language === "en");
    expect(renderPage({ ...PORT_FIRE, reports })).toContain('<html lang="en"');
  });

  it("has a place to go to for every claim", () => {
    for (const { id } of PORT_FIRE.claims) {
      expect(page.split(` id="${id}"`).length).toBe(2);
    }
  });

  it("draws an account of nothing, and one of an enemy", () => {
    const nothing = { ...PORT_FIRE, reports: [], entities: [], claims: [], stories: [] };
    expect(renderPage(nothing)).toContain("</html>");
    expect(renderPage(NOTHING_READ)).toContain("</html>");
    const hostile = renderPage(hostileAccount());
    expect(hostile.match(/<script/g)).toHaveLength(2);
    expect(hostile).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
  });

  it("stays small", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
  });
});
