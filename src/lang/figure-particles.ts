/**
 * Particles by which a reader of figures tells how a count hangs together with what stands beside it. Each question is
 * asked of a folded form.
 */
export interface FigureParticles {
  /** "Of", "from", "than": one word in many languages. */
  readonly isOf: (form: string) => boolean;
  /** The same, alone or behind a joined "and". */
  readonly isOfTold: (form: string) => boolean;
  readonly isIn: (form: string) => boolean;
  readonly isOn: (form: string) => boolean;
  /** "To", "up to". */
  readonly isTo: (form: string) => boolean;
  readonly isAbout: (form: string) => boolean;
  readonly isWith: (form: string) => boolean;
  readonly isBefore: (form: string) => boolean;
  readonly isOr: (form: string) => boolean;
  /** "Between", alone or behind a joined "and". */
  readonly isBetween: (form: string) => boolean;
  /** "What", alone or behind a joined "and": also opens "what is between … and …". */
  readonly isWhat: (form: string) => boolean;
  /** "Where", "while there". */
  readonly isWhere: (form: string) => boolean;
  /** "On", "against": in front of those on whom a sentence is passed. */
  readonly isAgainst: (form: string) => boolean;
  /** "According to". */
  readonly isAccordingTo: (form: string) => boolean;
  /** "No", "not", whatever is joined to it. */
  readonly isNo: (form: string) => boolean;
  /** "Non-": denies the adjective behind it and no more. */
  readonly isNon: (form: string) => boolean;
  readonly isWithout: (form: string) => boolean;
  /** "Has", "had": between a subject and a verb of the past. */
  readonly isHas: (form: string) => boolean;
  /** A preposition that governs a noun and opens no clause ("of" is also "whoever"). */
  readonly governsNoun: (form: string) => boolean;
  /** "It will be": what stands behind is the noun for what is done. */
  readonly willBeDone: (form: string) => boolean;
  /** "On him", "on her". */
  readonly isOnOne: (form: string) => boolean;
  /** "In it", "by it". */
  readonly isInIt: (form: string) => boolean;
  /** What may open a range, or stand apart in front of the digits of a count. */
  readonly opensCount: (form: string) => boolean;
}
