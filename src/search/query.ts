/** What the engine receives: a person's question, taken apart. */
export interface Query {
  /** The question as typed, decoded and trimmed. */
  readonly text: string
  /** The words that carry the question's topic, as typed, in order; question words are already gone. */
  readonly words: readonly string[]
}
