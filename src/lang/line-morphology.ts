/** What the shape of a word tells of the line it stands in, where no lexicon knows the word. */
export interface LineMorphology {
  /** Joined to what was said before, as no headline begins: والرمادي, وتنفق, وسيعقد. */
  readonly isJoined: (form: string) => boolean;
  /**
   * May be a verb of the present: يلزم, تلوح.
   * @param isKnown a lexicon has it as a word, but not of what kind
   */
  readonly isPresentShaped: (form: string, isKnown: boolean) => boolean;
}
