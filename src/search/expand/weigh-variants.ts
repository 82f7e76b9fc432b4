import type { IndexReader } from '../index/index-reader.ts'
import type { TermVariant } from './term-variants.ts'

/**
 * What stands for one word of a question, with how much each counts in ranking.
 * @param meant what the word itself may be, surest first
 * @param related words that are near to it in meaning
 * @param idf of the word itself; undefined if the notes do not have it
 */
export function weighVariants(
  { meant, related }: Record<'meant' | 'related', readonly TermVariant[]>,
  idf: number | undefined,
  reader: IndexReader,
): readonly TermVariant[] {
  const capped = capVariants(meant, idf, reader)
  if (related.length === 0) return capped
  const near = idf === undefined ? levelVariants(related, reader) : capVariants(related, idf, reader)
  return distinct([...capped, ...near])
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
  const [first] = variants
  const maxIdf = idf ?? (first ? meanIdf(first, reader) : 0)
  return distinct(variants).map((variant) => {
    const capped = Math.min(1, maxIdf / meanIdf(variant, reader))
    const { weight, share = weight } = variant
    return { ...variant, weight: weight * capped, share: share * capped }
  })
}

/**
 * Words that are near in meaning to one that the notes lack, each counting what a word counts that is as rare as they are on
 * average. That one of them is common, and another rare, tells nothing about the word that was typed.
 */
export function levelVariants(variants: readonly TermVariant[], reader: IndexReader): TermVariant[] {
  const idfs = variants.map((variant) => meanIdf(variant, reader))
  const level = idfs.reduce((sum, idf) => sum + idf, 0) / idfs.length
  return variants.map((variant, place) => {
    const { weight, share = weight } = variant
    return { ...variant, weight: (weight * level) / idfs[place]!, share }
  })
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
