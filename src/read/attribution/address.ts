import type { Speaker, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";

/** In front of a name stand at most so many tokens of style, title and office. */
const LONGEST_FRONT = 4;
/** What a word that tells a style of address may be. */
const CLASSES = ["honorific", "title", "office"] as const;
/** The style of whoever holds an office and is no prince, king or man of religion. */
const OF_OFFICE = "excellency";
/** "رئيس الدولة" is styled as a president, "رئيس الهيئة" as any who hold an office. */
const OF_PRESIDENT = "presidency";

/**
 * Who is meant by a style alone: "سموه" is the last prince that spoke, whoever has spoken since; where none
 * has, the first prince that the report names.
 */
export class Addressed {
  private readonly spoke = new Map<string, Speaker>();
  private readonly named = new Map<string, Speaker>();

  constructor(private readonly scene: Scene) {}

  /**
   * Whom a style alone means; null where nobody of that rank was told of before it.
   * @param last whoever spoke last: any person may be styled as one who holds an office
   */
  meantBy(style: number, last: Speaker | null): Speaker | null {
    const address = this.scene.reading(style, "style")?.entry.features["address"] ?? "";
    const known = this.spoke.get(address) ?? this.named.get(address);
    if (known || address !== OF_OFFICE) return known ?? null;
    return last && (last.kind === "person" || last.kind === "official") ? last : null;
  }

  /** Somebody speaks. */
  note(speaker: Speaker): void {
    if (speaker.kind !== "official" && speaker.kind !== "person") return;
    const { scene } = this;
    let address = this.at(speaker.first);
    for (let at = speaker.first + 1; !address && at < speaker.last; at++)
      if (scene.name(at)?.kind === "person") address = this.at(at) ?? this.at(at - 1);
    if (address) this.spoke.set(address, speaker);
    if (speaker.kind === "official" && (!address || address === OF_PRESIDENT))
      this.spoke.set(OF_OFFICE, speaker);
  }

  /** A person is named at a token, who need not speak: "رعى سمو الأمير خالد الحفل". */
  noteName(at: number): void {
    const { scene } = this;
    const name = scene.name(at);
    if (name?.kind !== "person" || !this.isGiven(name)) return;
    for (let first = at; first >= at - LONGEST_FRONT; first--) {
      if (first < at && !CLASSES.some((of) => scene.unit(first, of))) break;
      const address = this.at(first);
      if (address && !this.named.has(address))
        this.named.set(address, speakerOf(scene, { first, last: name.last }));
    }
  }

  /** "سمو ولي العهد" is an office, of whoever holds it. */
  private isGiven({ first, last }: TokenRange): boolean {
    for (let at = first; at < last; at++) if (this.scene.has(at, "given-name")) return true;
    return false;
  }

  /** The style of address that begins at a token. */
  private at(at: number): string | undefined {
    for (const of of CLASSES) {
      const address = this.scene.unit(at, of)?.reading.entry.features["address"];
      if (address) return address;
    }
    return undefined;
  }
}
