/** What has been met of a phrase so far. */
export interface Progress {
  readonly head: number;
  /** An official: "spokesman for", "head of the branch in" go on behind him. */
  official: boolean;
  /** The token before closes a proper name: only what describes it can follow. */
  named: boolean;
  /** A person has been named: an official is no longer waiting for his name. */
  person: boolean;
  /** The verb takes a noun phrase for its content, which may stand right behind the speaker. */
  readonly object: boolean;
  /** The verb takes whom it is said to, who may stand right behind the speaker: أبلغ الوكيل الصحيفة. */
  readonly addressee: boolean;
  /** What the verb takes may begin with a joined "by": أشاد بمنطقة. */
  readonly by: boolean;
  /** His verb, where the phrase stands in front of it. */
  readonly verb: number | null;
}
