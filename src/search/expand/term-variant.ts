import { stem } from '../analysis/stem.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { Speller } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'

/** Terms that a talk must all have in one place to be about the query term. */
export interface TermVariant {
  readonly terms: readonly number[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the query term; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly reader: IndexReader
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** What the notes are written in besides English, which gives words other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All that the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** How much each kind of variant counts, and how surely it means the term: see `RankingParameters.variants`. */
export type VariantParameters = Readonly<
  Record<
    | 'itself'
    | 'joined'
    | 'apart'
    | 'parts'
    | 'synonym'
    | 'correction'
    | 'doubtfulCorrection'
    | 'secondCorrection',
    VariantWeights
  >
>

/** What variants are looked for in, and with which weights. */
export interface VariantSource {
  readonly vocabulary: Vocabulary
  readonly variants: VariantParameters
}

/**
 * Variants of one term, each counting at most what the term itself counts: else the rarest, such as a stem of another
 * language, would count most just for being rare.
 * @param idf of the word itself; if the notes do not have it, the first variant stands for it
 */
export function capVariants(
  variants: readonly TermVariant[],
  idf: number | undefined,
  reader: IndexReader,
): TermVariant[] {
  const meanIdf = ({ terms }: TermVariant) =>
    terms.reduce((sum, term) => sum + reader.idf(term), 0) / terms.length
  const [first] = variants
  const maxIdf = idf ?? (first ? meanIdf(first) : 0)
  // The surest variant comes first: another one with the same terms adds nothing.
  const byTerms = new Map(variants.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse().map((variant) => {
    return { ...variant, weight: variant.weight * Math.min(1, maxIdf / meanIdf(variant)) }
  })
}

type VariantWeights = Pick<TermVariant, 'weight' | 'certainty'>

/** One variant, or none if the notes lack one of its terms. */
export function variantOf(
  terms: readonly string[],
  { weight, certainty }: VariantWeights,
  reader: IndexReader,
): TermVariant[] {
  const numbers = terms.map((term) => reader.termNumber(term))
  return numbers.every((number) => number !== undefined) ? [{ terms: numbers, weight, certainty }] : []
}

/** The words in each language of the notes that has them all. */
export function inAnyLanguage(
  words: readonly string[],
  how: VariantWeights,
  { reader, languages }: Vocabulary,
): TermVariant[] {
  return ['en', ...languages].flatMap((language) =>
    variantOf(
      words.map((word) => stem(word, language)),
      how,
      reader,
    ),
  )
}
