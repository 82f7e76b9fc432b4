import type { Notice, QuestionPlace } from '../../search/query/query.ts'

/** A part of a question that says in words what the query language says with signs. */
export interface SaidInWords {
  /** How the query language says it. */
  readonly clauses: readonly string[]
  /** What was read, and where it is said. */
  readonly notice: Notice
  /** What replaces it in the question that is asked then. Default: nothing. */
  readonly instead?: string
  /** A sentence that says that no talk is left. */
  readonly ifNone: string
  /** Whether it may also be a topic, so that the question is asked as it stands if no talk fits. */
  readonly mayBeWords?: boolean
}

/** Where in a question it stands. */
export const placeOfMatch = ({ index, 0: all }: RegExpExecArray): QuestionPlace => ({
  start: index,
  end: index + all.length,
})
