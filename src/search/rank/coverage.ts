import type { QueryTerm } from '../expand/query-terms.ts'
import type { TermForm } from '../expand/term-forms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { MatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

type Coverage = RankingParameters['coverage']

/**
 * The share of the question's idf that the features of one talk cover, from 0 to 1. Of a question of several sentences, one
 * that holds a good part of it stands for all: the others tell how it came up.
 */
export type CoverageOf = (features: MatchFeatures) => number

export function createCoverage(queryTerms: readonly QueryTerm[], parameters: Coverage): CoverageOf {
  const asking = new Set(queryTerms.filter(({ isContext }) => !isContext).map(({ sentence }) => sentence))
  const isOne = queryTerms.every(({ sentence }) => sentence === queryTerms[0]!.sentence)
  const whole = partOf(queryTerms.keys())
  const sentences = isOne ? [] : Array.from(asking, (asked) => partOf(termsOf(asked)))
  const minIdf = parameters.minShareOfSentence * whole.idf
  const parts = [whole, ...sentences.filter(({ idf }) => idf >= minIdf)].filter(({ idf }) => idf > 0)
  const hasTopic = queryTerms.some(({ role }) => role === 'topic')
  // A word that may not be the one that was typed supports what the others find, and finds nothing alone.
  const hasOffer = queryTerms.some(({ isOffered }) => isOffered)
  const bearing = queryTerms.map(({ isOffered, role }) => !isOffered && (role === 'topic' || !hasOffer))

  return (features) => {
    if (!bearing.some((bears, queryTerm) => bears && features.certainty[queryTerm]! > 0)) return 0
    let best = 0
    for (const part of parts) best = Math.max(best, coverageOf(part, features))
    return best
  }

  function termsOf(asked: number): number[] {
    return [...queryTerms.keys()].filter((queryTerm) => queryTerms[queryTerm]!.sentence === asked)
  }

  /**
   * Unknown words weigh most, but each further one less: one names something that the notes lack, five are only a wordy
   * question.
   */
  function partOf(terms: Iterable<number>): QuestionPart {
    let idf = 0
    let unknown = 0
    const all = [...terms]
    for (const queryTerm of all) {
      const term = queryTerms[queryTerm]!
      if (term.variants.length === 0) unknown++
      idf += term.variants.length === 0 ? term.idf / unknown ** parameters.unknownDecay : term.idf
    }
    return { terms: all, idf }
  }

  function coverageOf({ terms, idf }: QuestionPart, features: MatchFeatures): number {
    let covered = 0
    for (const queryTerm of terms) covered += queryTerms[queryTerm]!.idf * features.certainty[queryTerm]!
    const share = covered / idf
    return !hasTopic && isVague(features) ? Math.min(share, parameters.maxVague) : share
  }
}

/** A question or one of its sentences. */
interface QuestionPart {
  /** By number. */
  readonly terms: readonly number[]
  readonly idf: number
}

/**
 * Whether a question without a topic ("how does it work?") finds only what any note has: it does unless its words are a name, or
 * stand side by side as in the question ("version control").
 */
function isVague({ isNamed, isTagged, isTogether }: MatchFeatures): boolean {
  return !isNamed && !isTagged && !isTogether
}

/** The most that each document can cover of one question, from the terms that it has anywhere. */
export interface CoverageBounds {
  /** The share of the question's idf, from 0 to 1. */
  of(document: number): number
  /**
   * By document: 1 if it has a term of the question and its bound is at least this share of the highest, else 0.
   * @param highest in units of idf, of all documents, if these are only some of them
   */
  from(share: number, highest?: number): Uint8Array
}

/**
 * Bounds for one question after another. What a talk really covers depends on its match features, which are not read
 * for all talks that match. Working memory is kept between questions.
 */
export function createCoverageBounds(reader: IndexReader) {
  const { documentCount, postingStarts, postingDocuments, postingForms } = reader.index
  const covered = new Float32Array(documentCount)
  const lastQueryTerm = new Int32Array(documentCount)
  /** By the forms of a word, which are found once: see `createFormFinder`. */
  const tables = new WeakMap<readonly TermForm[], Float64Array | number>()

  return (queryTerms: readonly QueryTerm[], mask?: Uint8Array): CoverageBounds => {
    covered.fill(0)
    lastQueryTerm.fill(-1)
    queryTerms.forEach(({ variants, idf }, queryTerm) => {
      const surestFirst =
        variants.length < 2 ? variants : variants.toSorted((a, b) => b.certainty - a.certainty)
      for (const { terms, forms, certainty } of surestFirst) {
        const place = rarest(terms)
        const term = terms[place]!
        const certainties = certaintyTable(term, forms[place]!)
        const [table, ofAll] = typeof certainties === 'number' ? [undefined, certainties] : [certainties, 1]
        const end = postingStarts[term + 1]!
        for (let at = postingStarts[term]!; at < end; at++) {
          const document = postingDocuments[at]!
          if (lastQueryTerm[document] === queryTerm || mask?.[document] === 0) continue
          const gain = idf * certainty * (table ? table[postingForms[at]!]! : ofAll)
          if (gain === 0) continue
          lastQueryTerm[document] = queryTerm
          covered[document]! += gain
        }
      }
    })
    const all = queryTerms.reduce((sum, { idf }) => sum + idf, 0)
    return {
      of: (document) => covered[document]! / all,
      from(share, highest = 0) {
        let best = highest
        for (let document = 0; document < documentCount; document++) best = Math.max(best, covered[document]!)
        const close = new Uint8Array(documentCount)
        for (let document = 0; document < documentCount; document++)
          if (covered[document]! > 0 && covered[document]! >= best * share) close[document] = 1
        return close
      },
    }
  }

  /** The place of the rarest term: if a variant needs several, a document that has all of them has that one. */
  function rarest(terms: readonly number[]): number {
    const frequency = (term: number) => postingStarts[term + 1]! - postingStarts[term]!
    return terms.reduce((best, term, place) => (frequency(term) < frequency(terms[best]!) ? place : best), 0)
  }

  /** By the bits of a posting: how surely the surest form that it has means the same. */
  function certaintyTable(term: number, forms: readonly TermForm[]): Float64Array | number {
    const known = tables.get(forms)
    if (known !== undefined) return known
    const certainties = new Map(forms.map(({ word, certainty }) => [word, certainty]))
    const table = reader.formTable(term, (word) => certainties.get(word) ?? 0)
    tables.set(forms, table)
    return table
  }
}
