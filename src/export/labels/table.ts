/** Code → [Arabic, English]. */
export type LabelTable = Readonly<Record<string, readonly [ar: string, en: string]>>;
