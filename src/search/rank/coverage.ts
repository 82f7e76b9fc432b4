import { rememberingOf } from '../../text/remembering.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { maxForms, type TermForm } from '../expand/term-forms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { MatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

type Coverage = RankingParameters['coverage']

/**
 * The share of the question's idf that the features of one talk cover, from 0 to 1. Of a question of several sentences, one
 * that holds a good part of it stands for all: the others tell how it came up.
 */
type CoverageOf = (features: MatchFeatures) => number

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

interface BoundRequest {
  /** Which documents count, as 1; all if undefined. */
  readonly mask: Uint8Array | undefined
  /** The share of the highest bound that a document's own has at least. */
  readonly minShare: number
  /** The highest of all documents, in units of idf, if these are only some of them. */
  readonly highest?: number | undefined
}

/**
 * By document: 1 if it has a term of the question, and may cover about as much of it as the best one; else 0. Its bound is what the
 * terms that it has anywhere can cover. What it really covers depends on its match features, which are not read for all talks that
 * match. Working memory is kept between questions.
 */
export function createBoundMask(
  reader: IndexReader,
): (queryTerms: readonly QueryTerm[], request: BoundRequest) => Uint8Array {
  const { documentCount, postingStarts, postingDocuments, postingForms } = reader.index
  const covered = new Float32Array(documentCount)
  const lastQueryTerm = new Int32Array(documentCount)
  /** By the bits of a posting: how surely the surest form that it has means the same. */
  const certaintyTable = rememberingOf((forms: readonly TermForm[], term: number) => {
    const certainties = new Map(forms.map(({ word, certainty }) => [word, certainty]))
    return reader.formTable(term, (word) => certainties.get(word) ?? 0)
  }, maxForms)

  return (queryTerms, { mask, minShare, highest = 0 }) => {
    covered.fill(0)
    lastQueryTerm.fill(-1)
    queryTerms.forEach(({ variants, idf }, queryTerm) => {
      const surestFirst =
        variants.length < 2 ? variants : variants.toSorted((a, b) => b.certainty - a.certainty)
      for (const { terms, forms, certainty } of surestFirst) {
        const place = rarest(terms)
        const term = terms[place]!
        const certainties = certaintyTable(forms[place]!, term)
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
    let best = highest
    for (let document = 0; document < documentCount; document++) best = Math.max(best, covered[document]!)
    const close = new Uint8Array(documentCount)
    for (let document = 0; document < documentCount; document++)
      if (covered[document]! > 0 && covered[document]! >= best * minShare) close[document] = 1
    return close
  }

  /** The place of the rarest term: if a variant needs several, a document that has all of them has that one. */
  function rarest(terms: readonly number[]): number {
    const frequency = (term: number) => postingStarts[term + 1]! - postingStarts[term]!
    return terms.reduce((best, term, place) => (frequency(term) < frequency(terms[best]!) ? place : best), 0)
  }
}
