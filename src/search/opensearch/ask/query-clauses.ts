import { fold } from '../../../text/fold.ts'
import { documentStopWords, splitWords } from '../../analysis/analyzer.ts'
import type { QueryTerm } from '../../expand/query-terms.ts'
import type { FilterSide } from '../../filter/filter-mask.ts'
import { type PhraseForm, usesMeant } from '../../filter/phrases.ts'
import type { IndexParameters } from '../../index/compile-index.ts'
import { type IndexReader, inverseDocumentFrequency } from '../../index/index-reader.ts'
import type { Exclusion } from '../../query/query.ts'
import type { TermWeight, TermWeights } from '../../rank/bm25.ts'
import type { CorpusStatistics } from '../corpus-statistics.ts'
import type { OpenSearchClause } from '../index-mapping.ts'
import { tokenOf } from '../talk-document.ts'

/** Leaves of one query, of which a cluster takes 1,024 unless it is told otherwise. */
const maxLeaves = 900

/** lunr's BM25 has this factor; Lucene's has not. */
export const lunrFactor = ({ k1 }: Pick<IndexParameters, 'k1'>) => 1 + k1

/**
 * Talks in the order of their BM25, about as `createRanker` has it: of each term the form that counts most. Lucene keeps
 * lengths roughly and knows the talks of one shard, so this chooses candidates, and their order is worked out again.
 */
export function scoreByWords(
  weights: TermWeights,
  statistics: CorpusStatistics,
  parameters: IndexParameters,
  named?: { readonly events: readonly string[]; readonly gain: number },
): OpenSearchClause | undefined {
  const scored = [...weights].flatMap(
    ([term, { words }]) => scoreTerm(term, words, { statistics, parameters }) ?? [],
  )
  const should = withinLeaves(scored)
  if (should.length === 0) return undefined
  const ofEvents = named && {
    constant_score: {
      filter: { terms: { 'values.event': named.events } },
      boost: named.gain / lunrFactor(parameters),
    },
  }
  // Only talks that match gain by their event.
  return ofEvents ? { bool: { must: [{ bool: { should } }], should: [ofEvents] } } : { bool: { should } }
}

/** A clause, with how many leaves it has and the most that it adds to a score. */
interface ScoredClause {
  readonly clause: OpenSearchClause
  readonly leaves: number
  readonly value: number
}

/** @param words how much each form of the term counts; undefined if none counts anything */
function scoreTerm(
  term: number,
  words: TermWeight['words'],
  { statistics, parameters }: { readonly statistics: CorpusStatistics; readonly parameters: IndexParameters },
): ScoredClause | undefined {
  const byWeight = Map.groupBy(
    [...words].filter(([, weight]) => weight > 0),
    ([, weight]) => weight,
  )
  const highest = Math.max(0, ...byWeight.keys())
  if (highest === 0) return undefined
  const isWhole = byWeight.size === 1 && words.size === formCount(statistics, term)
  const groups = [...byWeight].map(([weight, forms]): OpenSearchClause => {
    const should = inEachField(term, weight, { statistics, parameters })
    const filter = hasUse(
      forms.map(([word]) => word),
      statistics,
    )
    return { bool: { should, ...(!isWhole && { filter }) } }
  })
  return {
    clause: groups.length === 1 ? groups[0]! : { dis_max: { queries: groups } },
    leaves: 4 * groups.length,
    value: highest * statistics.weights.idf[term]!,
  }
}

/** A term in text, titles and transcripts. The cluster weighs each by the idf of that field: what counts is that of all. */
function inEachField(
  term: number,
  weight: number,
  { statistics, parameters }: { readonly statistics: CorpusStatistics; readonly parameters: IndexParameters },
): OpenSearchClause[] {
  const { terms, inText, inTitle, inTranscript, documentCount, transcriptCount } = statistics
  const idf = statistics.weights.idf[term]!
  const value = tokenOf(terms[term]!)
  const { titleBoost, transcriptBoost } = parameters
  const fields = [
    { field: 'terms', boost: 1, documents: inText[term]!, all: documentCount },
    { field: 'titleTerms', boost: titleBoost, documents: inTitle[term]!, all: documentCount },
    {
      field: 'transcriptTerms',
      boost: transcriptBoost,
      documents: inTranscript[term]!,
      all: transcriptCount,
    },
  ]
  return fields
    .filter(({ documents }) => documents > 0)
    .map(({ field, boost, documents, all }) => ({
      term: {
        [field]: { value, boost: (weight * boost * idf) / inverseDocumentFrequency(documents, all) },
      },
    }))
}

function formCount({ words: { formStarts } }: CorpusStatistics, term: number): number {
  return formStarts[term + 1]! - formStarts[term]!
}

/** What weighs most, of what there is no room for all. */
function withinLeaves(scored: readonly ScoredClause[]): OpenSearchClause[] {
  let leaves = 0
  return scored
    .toSorted((a, b) => b.value - a.value)
    .filter((one) => {
      leaves += one.leaves
      return leaves <= maxLeaves
    })
    .map(({ clause }) => clause)
}

/** Scores talks by the most that they can cover of a question, in units of idf: see `createBoundMask`. */
export function scoreByBounds(
  queryTerms: readonly QueryTerm[],
  statistics: CorpusStatistics,
  reader: IndexReader,
): OpenSearchClause | undefined {
  const scored = queryTerms.flatMap(({ variants, idf }) => {
    const byGain = new Map<number, Set<number>>()
    for (const { terms, forms, certainty } of variants) {
      // If a variant needs several terms, a talk that has all of them has the rarest.
      const frequency = (place: number) => reader.documentFrequency(terms[place]!)
      const place = [...terms.keys()].reduce((a, b) => (frequency(b) < frequency(a) ? b : a))
      for (const form of forms[place]!) {
        const gain = idf * certainty * form.certainty
        if (gain > 0) byGain.set(gain, (byGain.get(gain) ?? new Set()).add(form.word))
      }
    }
    if (byGain.size === 0) return []
    const queries = [...byGain].map(([boost, words]) => ({
      constant_score: { filter: hasUse([...words], statistics), boost },
    }))
    return [{ clause: { dis_max: { queries } }, leaves: queries.length, value: Math.max(...byGain.keys()) }]
  })
  const should = withinLeaves(scored)
  return should.length === 0 ? undefined : { bool: { should } }
}

/** Talks whose bound is at least so high. */
export function withBound(bounds: OpenSearchClause, minBound: number): OpenSearchClause {
  // Lucene adds up in single precision.
  return minBound > 0 ? { function_score: { query: bounds, min_score: minBound * 0.99999 } } : bounds
}

export function filterClause(
  { field, isExcluded, isWanted }: FilterSide,
  { docValues }: CorpusStatistics,
): OpenSearchClause {
  const keys = docValues[field].ownKeys.filter((_, value) => isWanted[value] === 1)
  const having = { terms: { [`values.${field}`]: keys } }
  return isExcluded ? mustNot(having) : having
}

export function mustNot(clause: OpenSearchClause): OpenSearchClause {
  return { bool: { must_not: clause } }
}

interface PhraseWords {
  readonly statistics: CorpusStatistics
  readonly reader: IndexReader
  readonly languages: readonly string[]
}

/** Talks that a question excludes. */
export function excludedClause({ text, form }: Exclusion, source: PhraseWords): OpenSearchClause {
  if (form === 'beginning') return { prefix: { uses: { value: fold(text) } } }
  return phraseClause(text, form === 'quoted' ? 'as-typed' : 'inflected', source)
}

/** Talks that say a phrase, as `documentsWith` has it. */
export function phraseClause(phrase: string, form: PhraseForm, source: PhraseWords): OpenSearchClause {
  const { statistics } = source
  const wanted = splitWords(phrase).map(({ text }) => ({
    uses: [...usesMeant(text, form, source)],
    isStopWord: documentStopWords.includes(text),
    text,
  }))
  const isKnown = wanted.some(({ uses }) => uses.length > 0)
  if (!isKnown || wanted.some(({ uses, isStopWord }) => uses.length === 0 && !isStopWord))
    return { match_none: {} }
  if (wanted.length === 1) return hasUse(wanted[0]!.uses, statistics)
  const intervals = wanted.map(({ uses, isStopWord, text }) => {
    const words = new Set(uses.map((use) => statistics.words.words[use]!))
    if (isStopWord) words.add(text)
    return { any_of: { intervals: [...words].map((word) => ({ match: { query: tokenOf(word) } })) } }
  })
  return { intervals: { spoken: { all_of: { ordered: true, max_gaps: 0, intervals } } } }
}

/** Whether some words of one term stand before some of another: any forms of them, here. */
export function neighboursClause(left: number, right: number, { terms }: CorpusStatistics): OpenSearchClause {
  const phrase = `${tokenOf(terms[left]!)} ${tokenOf(terms[right]!)}`
  return {
    bool: { should: ['terms', 'transcriptTerms'].map((field) => ({ match_phrase: { [field]: phrase } })) },
  }
}

function hasUse(uses: readonly number[], { useKeys }: CorpusStatistics): OpenSearchClause {
  return { terms: { uses: uses.map((use) => useKeys[use]!) } }
}

/** Titles of which a word begins as the last one, those first that have the words before it, counted back from it. */
export function titlesBegunSo(before: readonly string[], last: string): OpenSearchClause {
  const nearest = before.slice(-maxWordsBefore).reverse()
  return {
    bool: {
      must: { constant_score: { filter: { prefix: { titleWords: { value: last } } } } },
      should: nearest.map((word, place) => ({
        constant_score: { filter: { term: { titleWords: word } }, boost: 2 ** (nearest.length - place) },
      })),
    },
  }
}

const maxWordsBefore = 10
