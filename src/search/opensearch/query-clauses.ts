import { fold } from '../../text/fold.ts'
import { documentStopWords, splitWords } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { FilterSide } from '../filter/filter-mask.ts'
import { type PhraseForm, usesMeant } from '../filter/phrases.ts'
import type { IndexParameters } from '../index/compile-index.ts'
import { type IndexReader, inverseDocumentFrequency } from '../index/index-reader.ts'
import type { Exclusion } from '../query/query.ts'
import type { TermWeights } from '../rank/bm25.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import type { OpenSearchClause } from './index-mapping.ts'
import { tokenOf } from './talk-document.ts'

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
  const { terms, inText, inTitle, inTranscript, documentCount, transcriptCount } = statistics
  const scored: { readonly clause: OpenSearchClause; readonly leaves: number; readonly value: number }[] = []
  for (const [term, { words }] of weights) {
    const idf = statistics.weights.idf[term]!
    const value = tokenOf(terms[term]!)
    const weighIn = (field: string, weight: number, documents: number, all: number): OpenSearchClause[] =>
      documents > 0
        ? [{ term: { [field]: { value, boost: (weight * idf) / inverseDocumentFrequency(documents, all) } } }]
        : []
    const weigh = (weight: number): OpenSearchClause[] => [
      ...weighIn('terms', weight, inText[term]!, documentCount),
      ...weighIn('titleTerms', weight * parameters.titleBoost, inTitle[term]!, documentCount),
      ...weighIn(
        'transcriptTerms',
        weight * parameters.transcriptBoost,
        inTranscript[term]!,
        transcriptCount,
      ),
    ]
    const byWeight = Map.groupBy(
      [...words].filter(([, weight]) => weight > 0),
      ([, weight]) => weight,
    )
    const highest = Math.max(0, ...byWeight.keys())
    if (highest === 0) continue
    const isWhole = byWeight.size === 1 && words.size === formCount(statistics, term)
    const groups = [...byWeight].map(
      ([weight, forms]): OpenSearchClause => ({
        bool: {
          should: weigh(weight),
          ...(!isWhole && {
            filter: hasUse(
              forms.map(([word]) => word),
              statistics,
            ),
          }),
        },
      }),
    )
    const clause = groups.length === 1 ? groups[0]! : { dis_max: { queries: groups } }
    scored.push({ clause, leaves: 4 * groups.length, value: highest * idf })
  }
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

function formCount({ words: { formStarts } }: CorpusStatistics, term: number): number {
  return formStarts[term + 1]! - formStarts[term]!
}

/** What weighs most, of what there is no room for all. */
function withinLeaves(
  scored: readonly { readonly clause: OpenSearchClause; readonly leaves: number; readonly value: number }[],
): OpenSearchClause[] {
  let leaves = 0
  return scored
    .toSorted((a, b) => b.value - a.value)
    .filter((one) => {
      leaves += one.leaves
      return leaves <= maxLeaves
    })
    .map(({ clause }) => clause)
}

/** Scores talks by the most that they can cover of a question, in units of idf: see `createCoverageBounds`. */
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
