import type { Corpus } from '../notes/corpus.ts'
import { createCloseDocuments } from './close-documents.ts'
import { type Concept, conceptsOf, type Vocabulary } from './concepts.ts'
import { coverageOf } from './coverage.ts'
import { readingOf } from './did-you-mean.ts'
import { createEvidenceReader, type Evidence, type ReadEvidence } from './evidence.ts'
import { explain } from './explanation.ts'
import { countFacets } from './facets.ts'
import { createFeedback } from './feedback.ts'
import { createLongNotes } from './long-notes.ts'
import { createLookup } from './lookup.ts'
import { createPassageChooser } from './passage.ts'
import { compareScored, createRanker, type Scored, type TermWeights } from './rank.ts'
import { prepareSearch, type SearchData } from './search-data.ts'
import type { SearchEngine, SearchResult, Topic } from './search-engine.ts'
import { selectDocuments } from './selection.ts'
import { sharedBy, topicsAsWritten } from './shared.ts'
import { keyTerms } from './similar.ts'
import { createSpeller, noCorrections } from './spelling.ts'
import { stemmedLanguages } from './stem.ts'
import { countTalks, suggest } from './suggest.ts'
import { builtInSynonyms, createSynonyms } from './synonyms.ts'

/**
 * The embedded engine: an index that lunr builds, ranked on typed arrays. A question becomes concepts; BM25 finds the
 * best talks; the first of them are read closely, which decides their order and what share of the question each covers.
 * What it reads of the corpus's talks, in order of id, is prepared here unless it is given.
 * @param now milliseconds, for the time limit
 */
export function createLunrEngine(
  corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'> & { readonly search?: SearchData },
  now: () => number = () => performance.now(),
): SearchEngine {
  const talks = corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { index, attributes, dateOrder } = corpus.search ?? prepareSearch(talks)
  const lookup = createLookup(index)
  const ranker = createRanker(index)
  const expand = createFeedback(lookup)
  const readEvidenceFor = createEvidenceReader(lookup)
  const longNotes = createLongNotes(lookup)
  const closeDocuments = createCloseDocuments(index)
  const vocabulary: Vocabulary = {
    lookup,
    speller: createSpeller(lookup),
    synonyms: createSynonyms([...builtInSynonyms, ...(corpus.synonyms ?? [])]),
    languages: stemmedLanguages(attributes.language.values),
  }
  const numbers = new Map(talks.map((talk, number) => [talk.id, number]))
  const tagCounts = countTalks(attributes.tag)
  const topics = attributes.tag.values.map((tag, number): Topic => ({ tag, talks: tagCounts[number]! }))

  return {
    async search(query, options = {}) {
      const { limit = 10, offset = 0, facets = 0, sort = query.sort ?? 'relevance' } = options
      const { spelling = true, timeLimit = defaultTimeLimit } = options
      const deadline = now() + timeLimit
      const concepts = conceptsOf(query, spelling ? vocabulary : { ...vocabulary, speller: noCorrections })
      const { mask, notices } = selectDocuments(query, vocabulary, attributes)
      const isListing = concepts.length === 0 && query.filters.some(({ isExcluded }) => !isExcluded)
      const readEvidence = readEvidenceFor(concepts)
      const coverage = ({ document, evidence }: Read) =>
        isListing ? 1 : coverageOf(evidence ?? readEvidence(document), concepts)
      const { ranked, total, isPartial, own, all } = isListing
        ? listed(mask)
        : rankClosely(concepts, readEvidence, { mask, depth: offset + limit, isLate: () => now() > deadline })
      const close = isListing || facets > 0 || sort !== 'relevance' ? closeTo(concepts, mask) : []
      const order =
        sort === 'relevance' && !isListing
          ? ranked
          : byDate(close, dateOrder[sort === 'oldest' ? 'oldest' : 'newest'])
      const results = resultsOf(order.slice(offset, offset + limit), concepts, coverage)
      const explained = (result: SearchResult) => {
        const document = numbers.get(result.talk.id)!
        const evidence = readEvidence(document)
        const isLong = longNotes.has(document) && result.score > 0
        return explain({ document, score: result.score, isLong, concepts, evidence, own, all }, lookup)
      }
      return {
        results: options.explain
          ? results.map((result) => ({ ...result, explanation: explained(result) }))
          : results,
        total: sort === 'relevance' ? total : order.length,
        bestCoverage: Math.max(0, ...ranked.slice(0, decidingResults).map(coverage)),
        coverages: order.slice(0, readClosely).map(coverage),
        ...readingOf(query, notices, concepts),
        facets: facets > 0 ? countFacets(close, attributes, facets) : [],
        isPartial,
        corpusVersion: corpus.version,
      }
    },

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const concepts = keyTerms(document, lookup)
      const { ranked } = ranker.rank(termWeights(concepts), candidates)
      const self = ranked.find((scored) => scored.document === document)
      const others = ranked.filter((scored) => scored !== self).slice(offset, offset + limit)
      const coverage = ({ score }: Read) => Math.min(1, score / (self?.score ?? score))
      return resultsOf(others, concepts, coverage).map((result, place) => {
        const terms = concepts.map(({ word }) => word)
        const has = (term: string) => lookup.hasTerm(others[place]!.document, lookup.termNumber(term)!)
        return { ...result, shared: sharedBy(talks[document]!, result.talk, terms.filter(has)) }
      })
    },

    async keyTerms(talkId, limit) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const terms = keyTerms(document, lookup, true).map(({ word }) => word)
      return topicsAsWritten(terms, talks[document]!).slice(0, limit)
    },

    async suggest(typed, limit) {
      return suggest(typed, limit, { attributes, lookup, talks })
    },

    async topics() {
      return topics
    },
  }

  /** Ranks by BM25, with feedback where it helps, then reads the best closely; roughly only, once it is late. */
  function rankClosely(concepts: readonly Concept[], readEvidence: ReadEvidence, limits: Limits): Ranked {
    const { mask, isLate } = limits
    const weights = termWeights(concepts)
    const depth = Math.min(candidates, Math.max(longNotes.exist ? longRead : readClosely, limits.depth))
    const first = ranker.rank(weights, depth, mask)
    const isNamed = first.ranked.slice(0, 3).some(({ document }) => readEvidence(document).isNamed)
    const needsFeedback = !isNamed && index.documentCount >= feedbackFrom && first.total > 1
    const all = needsFeedback && !isLate() ? expand(weights, first.ranked) : weights
    const again = all === weights ? first : ranker.rerank(all, depth)
    const ranked = longNotes.rescore(again.ranked, weights).toSorted(compareScored)
    const closely: Read[] = []
    for (const { document, score } of ranked.slice(0, readClosely)) {
      if (isLate()) break
      const evidence = readEvidence(document)
      closely.push({ document, score: score + evidence.proximity + evidence.names, evidence })
    }
    return {
      ranked: [...closely.sort(compareScored), ...ranked.slice(closely.length)],
      total: Math.min(first.total, candidates),
      isPartial: closely.length < Math.min(readClosely, ranked.length),
      own: weights,
      all,
    }
  }

  function listed(mask: Uint8Array | undefined): Ranked {
    const ranked = closeTo([], mask).map((document) => ({ document, score: 0 }))
    return { ranked, total: ranked.length, isPartial: false, own: new Map(), all: new Map() }
  }

  /** The talks to count and to put in order of date: all that are left where nothing but filters is asked for. */
  function closeTo(concepts: readonly Concept[], mask: Uint8Array | undefined): number[] {
    if (concepts.length > 0) return closeDocuments(concepts, mask)
    return Array.from(talks.keys()).filter((document) => mask?.[document] === 1)
  }

  function resultsOf(
    reads: readonly Read[],
    concepts: readonly Concept[],
    coverage: (read: Read) => number,
  ): SearchResult[] {
    const passage = createPassageChooser(lookup, concepts)
    return reads.map((read) => {
      const talk = talks[read.document]!
      return { talk, score: read.score, coverage: coverage(read), passage: passage(talk, read.document) }
    })
  }
}

function byDate(documents: readonly number[], places: Uint32Array): Read[] {
  return documents.toSorted((a, b) => places[a]! - places[b]!).map((document) => ({ document, score: 0 }))
}

/** How many talks are ranked at all, and how many of them are read closely. */
const candidates = 1000
const readClosely = 50
/** How many are looked through for long notes. */
const longRead = 200
/** How many of the first talks decide how well a question is covered. */
const decidingResults = 3
/**
 * Feedback helps large collections; among few talks the tenth is about something else and misleads it, and so it does
 * where the question names a talk or a speaker.
 */
const feedbackFrom = 500
const defaultTimeLimit = 1000

type Read = Scored & { readonly evidence?: Evidence }

interface Ranked {
  readonly ranked: readonly Read[]
  readonly total: number
  readonly isPartial: boolean
  /** The weights of the question's terms, and those with what feedback added. */
  readonly own: TermWeights
  readonly all: TermWeights
}

interface Limits {
  readonly mask: Uint8Array | undefined
  readonly depth: number
  readonly isLate: () => boolean
}

function termWeights(concepts: readonly Concept[]): TermWeights {
  const weights = new Map<number, number>()
  for (const { count, alternatives } of concepts) {
    for (const { terms, weight } of alternatives) {
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + (count * weight) / terms.length)
    }
  }
  return weights
}
