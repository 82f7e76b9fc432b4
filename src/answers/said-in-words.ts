import type { Notice, QuestionPlace } from '../search/query/query.ts'

/** A part of a question that says in words what the query language has signs for. */
export interface SaidInWords {
  /** What the query language says of it. */
  readonly clauses: readonly string[]
  /** What was read so, and where that is said. */
  readonly notice: Notice
  /** What stands in its place in what is asked then. Default: nothing. */
  readonly instead?: string
  /** A sentence that says that no talk is left. */
  readonly ifNone: string
  /** Whether it may be a topic as well, so that the question is asked as it stands if no talk fits. */
  readonly mayBeWords?: boolean
}

/** Where in a question it stands. */
export const placeOfMatch = ({ index, 0: all }: RegExpExecArray): QuestionPlace => ({
  start: index,
  end: index + all.length,
})
