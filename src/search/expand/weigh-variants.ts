import type { IndexReader } from '../index/index-reader.ts'
import type { TermVariant } from './term-variants.ts'

interface WordVariants {
  /** What the word itself may be, surest first. */
  readonly meant: readonly TermVariant[]
  /** Words that are near to it in meaning. */
  readonly related: readonly TermVariant[]
  /** What these count if nothing else stands for it. */
  readonly nearWeight: number
}

/**
 * What stands for one word of a question, with how much each counts in ranking.
 * @param idf of the word itself; undefined if the notes do not have it
 */
export const weighVariants = (
  { meant, related, nearWeight }: WordVariants,
  idf: number | undefined,
  reader: IndexReader,
): readonly TermVariant[] =>
  idf === undefined && meant.length === 0
    ? levelVariants(related, nearWeight, reader)
    : capVariants([...meant, ...related], idf, reader)

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
  const [first] = variants
  const maxIdf = idf ?? (first ? meanIdf(first, reader) : 0)
  return distinct(variants).map((variant) => {
    const capped = Math.min(1, maxIdf / meanIdf(variant, reader))
    const { weight, share = weight } = variant
    return { ...variant, weight: weight * capped, share: share * capped }
  })
}

/**
 * Words that are near in meaning to one that the notes lack in every form, each counting what a word counts that is as rare as they are
 * on average: that one of them is common, and another rare, tells nothing about the word that was typed. A text says no more of it.
 */
function levelVariants(
  variants: readonly TermVariant[],
  weight: number,
  reader: IndexReader,
): readonly TermVariant[] {
  const idfs = variants.map((variant) => meanIdf(variant, reader))
  const level = idfs.reduce((sum, idf) => sum + idf, 0) / idfs.length
  return variants.map((variant, place) => ({
    ...variant,
    weight: (weight * level) / idfs[place]!,
    share: variant.share ?? variant.weight,
  }))
}

const meanIdf = ({ terms }: TermVariant, reader: IndexReader): number =>
  terms.reduce((sum, term) => sum + reader.idf(term), 0) / terms.length

/** The surest variant comes first: another one with the same terms adds nothing. */
function distinct(variants: readonly TermVariant[]): readonly TermVariant[] {
  const isRepeated = (one: TermVariant, place: number) =>
    variants.findIndex(({ terms }) => areSame(terms, one.terms)) < place
  if (!variants.some(isRepeated)) return variants
  const byTerms = new Map(variants.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse()
}

function areSame(terms: readonly number[], others: readonly number[]): boolean {
  return terms.length === others.length && terms.every((term, place) => term === others[place])
}
