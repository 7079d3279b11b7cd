import type { Measure } from "../core/contract.js";

/** What a figure counts, by the contract's names of measures. */
export const MEASURE_DEFINITIONS: Readonly<Record<Measure, string>> = {
  killed: "Persons who died in the event, by whatever verb; bodies found are counted here.",
  injured: "Persons hurt and alive.",
  casualties: "Dead and injured told as one number.",
  arrested: "Persons arrested, detained or held by an authority.",
  missing: "Persons whose fate is not known.",
  kidnapped: "Persons abducted or held by those who are no authority.",
  displaced: "Persons who left their homes, evacuated ones included.",
  hospitalised:
    "Persons taken to or lying in hospital; those in intensive care are a part of them.",
  besieged: "Persons who cannot leave a place.",
  crowd: "Persons who gathered or took part.",
  destroyed: "Things destroyed or damaged.",
  deployed: "Troops, police, vehicles or aircraft sent or stationed.",
  seized: "Things taken by force or confiscated.",
  price: "A price, or a change of one.",
  other: "Counted in the event, and none of the others.",
};
