import { stem } from '../analysis/stem.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { QueryWord } from '../query/query.ts'
import type { Speller } from './spelling.ts'
import type { Synonyms } from './synonyms.ts'
import { type AskedWord, type FormFinder, isMeant, type TermForm } from './term-forms.ts'

/** Terms that a talk must all have in one place to be about the query term. */
export interface TermVariant {
  readonly terms: readonly number[]
  /** By term: the words of the notes that stand for it. Others with the same stem do not. */
  readonly forms: readonly (readonly TermForm[])[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the query term; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly reader: IndexReader
  readonly speller: Speller
  readonly synonyms: Synonyms
  readonly forms: FormFinder
  /** A word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
  readonly takenApart: (word: string) => readonly TermVariant[]
  /** What the notes are written in besides English, which gives words other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All that the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** How much each kind of variant counts, and how surely it means the term: see `RankingParameters.variants`. */
type VariantParameters = Readonly<
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
  /** Whether a word of the question stands for itself alone: in a phrase, or if nothing but what was typed is asked for. */
  readonly isAsTyped: (word: QueryWord) => boolean
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
  return distinct(variants).map((variant) => {
    return { ...variant, weight: variant.weight * Math.min(1, maxIdf / meanIdf(variant)) }
  })
}

/** The surest variant comes first: another one with the same terms adds nothing. */
function distinct(variants: readonly TermVariant[]): readonly TermVariant[] {
  if (variants.length < 2) return variants
  const byTerms = new Map(variants.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse()
}

export type VariantWeights = Pick<TermVariant, 'weight' | 'certainty'>

/**
 * One variant, or none if the notes lack one of its words in any form.
 * @param language whose stems the words have
 */
export function variantOf(
  words: readonly AskedWord[],
  { weight, certainty }: VariantWeights,
  { reader, forms: finder }: Pick<Vocabulary, 'reader' | 'forms'>,
  language = 'en',
): TermVariant[] {
  const terms: number[] = []
  const forms: (readonly TermForm[])[] = []
  for (const word of words) {
    const term = reader.termNumber(stem(word.folded, language))
    if (term === undefined) return []
    const ofTerm = finder.ofTerm(word, term)
    if (!ofTerm.some(isMeant)) return []
    terms.push(term)
    forms.push(ofTerm)
  }
  return [{ terms, forms, weight, certainty }]
}

/** The words in each language of the notes that has them all. */
export function inAnyLanguage(
  words: readonly string[],
  how: VariantWeights,
  source: VariantSource,
): TermVariant[] {
  const [first = '', ...others] = words
  if (others.length === 0)
    return source.vocabulary.forms
      .ofWord({ folded: first })
      .map(({ term, forms }) => ({ terms: [term], forms: [forms], ...how }))
  const asked = words.map((folded): AskedWord => ({ folded }))
  return ['en', ...source.vocabulary.languages].flatMap((language) =>
    variantOf(asked, how, source.vocabulary, language),
  )
}

/** A term in all of its forms. */
export function inAllForms(term: number, reader: IndexReader): TermForm[] {
  return Array.from(reader.formsOf(term), (word) => ({ word, weight: 1, certainty: 1 }))
}
