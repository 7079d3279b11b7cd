import { describe, expect, it } from "vitest";
import { isRight } from "../tasks/places.js";
import { kilometres, type PlaceLabel } from "./places.js";

const label: PlaceLabel = {
  draw: 1,
  kind: "shared",
  of: "labelled-dev/20",
  text: "",
  span: [0, 1],
  means: "place",
};
const point = (lat: number, lon: number) => ({ lat, lon, precision: "city" as const, source: "" });

describe("labelled places", () => {
  it("measures along the earth", () => {
    expect(kilometres([32.89, 13.19], [32.89, 13.19])).toBe(0);
    // A degree of latitude.
    expect(kilometres([30, 40], [31, 40])).toBeCloseTo(111.2, 0);
    expect(kilometres([0, 179.5], [0, -179.5])).toBeCloseTo(111.2, 0);
  });

  it("takes a town within its tolerance, not its namesake", () => {
    const tripoli: PlaceLabel = { ...label, at: [32.89, 13.19], km: 30 };
    expect(isRight(tripoli, { type: "capital", geo: point(32.88, 13.19) })).toBe(true);
    expect(isRight(tripoli, { type: "city", geo: point(34.44, 35.85) })).toBe(false);
  });

  it("takes a country only as that country", () => {
    const tunisia: PlaceLabel = { ...label, country: "TN" };
    expect(isRight(tunisia, { type: "country", geo: point(34, 9) })).toBe(true);
    expect(isRight(tunisia, { type: "capital", geo: point(36.8, 10.18) })).toBe(false);
  });

  it("takes no point for a word, nor for a place that nobody can locate", () => {
    expect(isRight({ ...label, means: "word" }, { type: "city", geo: point(1, 1) })).toBe(false);
    expect(isRight({ ...label, at: null }, { type: "city", geo: point(1, 1) })).toBe(false);
  });
});
