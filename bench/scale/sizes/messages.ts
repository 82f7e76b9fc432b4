/** What a process that searches one index is told, as JSON on its command line. */
export interface ReaderOrders {
  readonly addresses: readonly string[]
  readonly index: string
  readonly warmUp: readonly string[]
  readonly questions: readonly string[]
}

/** What it answers, once. */
export interface ReaderFigures {
  /** From nothing to the first question that it could answer, in milliseconds: the statistics are read. */
  readonly openMs: number
  /** Of the statistics, after a garbage collection. */
  readonly heapMb: number
  /** The whole process after all questions. */
  readonly residentMb: number
  readonly words: number
  /** Milliseconds of each question, one at a time. */
  readonly times: readonly number[]
  /** How many of them are found to have any talk, and how many of the answers are of a part of the talks. */
  readonly found: number
  readonly partial: number
  /** Milliseconds of the process's own processor time a question, while they were asked. */
  readonly processorMs: number
}
