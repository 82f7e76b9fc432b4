/** How near all talks are to one question in meaning. */
export interface Nearness {
  /** Of the document; undefined if nothing of it is encoded yet. */
  readonly of: (document: number) => TalkNearness | undefined
  /** Mean and standard deviation of `cosine`, over all documents that are encoded. */
  readonly mean: number
  readonly deviation: number
}

export interface TalkNearness {
  /** From -1 to 1: the mean of the talk's nearest passage and of the talk as a whole. */
  readonly cosine: number
  /** That of the nearest passage alone. */
  readonly cosineOfPassage: number
  /** Which of `textsOf(talk)` is nearest; undefined if the talk has no passage. */
  readonly nearestText: number | undefined
}

/** Finds out how near talks are to a question; undefined if that is not known, or not in time. */
export type FindNearness = (question: string) => Promise<Nearness | undefined>
