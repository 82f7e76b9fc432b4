import type { AskedFor } from '../query/asked-for.ts'

/** How well what is quoted of a talk bears out an answer to the question. */
export interface Support {
  /**
   * From 0 to 1: how much the best sentence has of what the question says beyond the talk's own name and subject. A question
   * that only names the talk is borne out by its summary: 1.
   */
  readonly share: number
  /** What kind of thing the question asks for, if its words say so. */
  readonly asked: AskedFor | undefined
  /** Whether the quotation has such a thing. */
  readonly hasThing: boolean
  /** Words of the question, folded, that the talk has nowhere in any form. */
  readonly missing: readonly string[]
  /** Whether the question has nothing but the talk's title and its speakers' names. */
  readonly isOnlyNamed: boolean
  /** Whether it is quoted for its nearness in meaning, since it has hardly a word of the question. */
  readonly isByMeaning: boolean
}
