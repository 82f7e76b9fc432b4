/** How near all talks are to one question in meaning. */
export interface SemanticSimilarity {
  /**
   * By document, from -1 to 1: the mean of the cosines of the talk as a whole and of its nearest passage, and a little of the next
   * passage. NaN as long as the talk is not encoded.
   */
  readonly cosines: Float32Array
  /** Mean and standard deviation of `cosines`. */
  readonly mean: number
  readonly deviation: number
  /** The cosine that questions on other subjects reach: up to this, similarity is chance. */
  readonly chance: number
  /** The nearest passage of a document; undefined if it has none, or is not encoded. */
  readonly nearestPassage: (document: number) => NearPassage | undefined
}

interface NearPassage {
  /** Which of the talk's passages it is, in the order of `textsOf`. */
  readonly passage: number
  readonly cosine: number
}

/**
 * Finds out how near talks are to a question; undefined if that is not known, or not within `maxMs` milliseconds.
 * @param spellings the question as it was typed, and as it was probably meant if that is not the same
 */
export type FindSimilarity = (
  spellings: readonly string[],
  maxMs: number,
) => Promise<SemanticSimilarity | undefined>

/** How near all talks are to one of them in meaning, each as a whole; itself included, by a cosine of 1. */
export type SimilarityToTalk = Pick<SemanticSimilarity, 'cosines' | 'mean' | 'deviation'>

/** How near talks are to the one of this number; undefined if that is not known. */
export type FindSimilarityToTalk = (document: number) => SimilarityToTalk | undefined

/** A score of `weight * wordShare + deviations + lead`. */
export interface MeaningPart {
  /** The score by words, as a share of the best one. */
  readonly wordShare: number
  readonly weight: number
  /** How many standard deviations the talk is nearer than the average talk. */
  readonly deviations: number
  readonly cosine: number
  /** What lifts the best talk by words to the first place if words leave no doubt; else 0. */
  readonly lead: number
}

/** What a search can ask about the meaning of talks. */
export interface MeaningOfTalks {
  readonly findSimilarity: FindSimilarity
  readonly findSimilarityToTalk: FindSimilarityToTalk
  /** For an index of vectors that finds near talks, so that not all are compared. */
  readonly byVectors?: MeaningByVectors
}

export interface MeaningByVectors {
  /** As `FindSimilarity`, of one question that is then compared with single talks. */
  ask(spellings: readonly string[], maxMs: number): Promise<AskedMeaning | undefined>
  /** Undefined as long as the notes are being encoded. */
  encoded(): EncodedTalks | undefined
}

interface AskedMeaning {
  readonly vector: Float32Array
  /** Cosines by the place of a document here, and so with `nearestPassage`; mean and deviation are those of a sample of all talks. */
  similarityOf(documents: readonly number[]): SemanticSimilarity
}

export interface EncodedTalks {
  /** Twelve hex digits: vectors of different models cannot be compared. */
  readonly model: string
  readonly dimensions: number
  /** The talk as a whole, then its passages; empty if it could not be encoded. */
  vectorsOf(document: number): readonly Float32Array[]
}
