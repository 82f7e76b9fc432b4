import type { Corpus } from '../notes/corpus.ts'
import { type CompiledIndex, compileIndex } from './compiled-index.ts'
import { type Concept, conceptsOf, type Vocabulary } from './concepts.ts'
import { coverageOf } from './coverage.ts'
import { createEvidenceReader, type Evidence } from './evidence.ts'
import { expandByFeedback } from './feedback.ts'
import { createLookup } from './lookup.ts'
import { createPassageChooser, type PassageChooser } from './passage.ts'
import { compareScored, createRanker, type Scored, type TermWeights } from './rank.ts'
import type { SearchEngine, SearchOptions, SearchResults } from './search-engine.ts'
import { keyTerms } from './similar.ts'
import { createSpeller } from './spelling.ts'
import { builtInSynonyms, createSynonyms } from './synonyms.ts'

/**
 * The embedded engine: an index that lunr builds, ranked on typed arrays. A question becomes concepts; BM25 finds the
 * best talks; the first of them are read closely, which decides their order and what share of the question each covers.
 * The index of the corpus's talks in order of id is built here unless it is given.
 */
export function createLunrEngine(
  corpus: Pick<Corpus, 'talks' | 'version'> & { readonly index?: CompiledIndex },
): SearchEngine {
  const talks = corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const index = corpus.index ?? compileIndex(talks)
  const lookup = createLookup(index)
  const ranker = createRanker(index)
  const vocabulary: Vocabulary = {
    lookup,
    speller: createSpeller(lookup),
    synonyms: createSynonyms(builtInSynonyms),
  }
  const numbers = new Map(talks.map((talk, number) => [talk.id, number]))

  return {
    async search(query, options = {}) {
      const concepts = conceptsOf(query, vocabulary)
      const weights = termWeights(concepts)
      if (weights.size === 0) return noResults(corpus.version)
      const readEvidence = createEvidenceReader(lookup, concepts)
      const { ranked: first, total } = ranker.rank(weights, candidates)
      const isNamed = first.slice(0, 3).some(({ document }) => readEvidence(document).isNamed)
      const candidateTalks = isNamed || index.documentCount < feedbackFrom ? first : refine(weights, first)
      const closely = candidateTalks.slice(0, readClosely).map(({ document, score }) => {
        const evidence = readEvidence(document)
        return { document, score: score + evidence.proximity + evidence.names, evidence }
      })
      const ranked = [...closely.sort(compareScored), ...candidateTalks.slice(readClosely)]
      const coverage = ({ document, evidence }: Read) =>
        coverageOf(evidence ?? readEvidence(document), concepts)
      return page({
        ranked,
        total,
        options,
        coverage,
        passage: createPassageChooser(lookup, concepts),
      })
    },

    async similar(talkId, options = {}) {
      const document = numbers.get(talkId)
      if (document === undefined) return noResults(corpus.version)
      const concepts = keyTerms(document, lookup)
      const { ranked, total } = ranker.rank(termWeights(concepts), candidates)
      const self = ranked.find((scored) => scored.document === document)
      const others = ranked.filter((scored) => scored !== self)
      const coverage = ({ score }: Read) => Math.min(1, score / (self?.score ?? score))
      const passage = createPassageChooser(lookup, concepts)
      return page({ ranked: others, total: total - (self ? 1 : 0), options, coverage, passage })
    },
  }

  /** Ranks again by feedback, but only talks that have a word of the question. */
  function refine(weights: TermWeights, ranked: readonly Scored[]): Scored[] {
    const matching = new Set(ranked.map(({ document }) => document))
    const again = ranker.rank(expandByFeedback(weights, ranked, lookup), candidates).ranked
    return again.filter(({ document }) => matching.has(document))
  }

  function page({ ranked, total, options, coverage, passage }: Page): SearchResults {
    const { limit = 10, offset = 0 } = options
    const results = ranked.slice(offset, offset + limit).map((read) => {
      const talk = talks[read.document]!
      return { talk, score: read.score, coverage: coverage(read), passage: passage(talk, read.document) }
    })
    return { results, total: Math.min(total, ranked.length), corpusVersion: corpus.version }
  }
}

/** How many talks are ranked at all, and how many of them are read closely. */
const candidates = 1000
const readClosely = 50
/**
 * Feedback helps large collections; among few talks the tenth is about something else and misleads it, and so it does
 * where the question names a talk or a speaker.
 */
const feedbackFrom = 500

type Read = Scored & { readonly evidence?: Evidence }

interface Page {
  readonly ranked: readonly Read[]
  readonly total: number
  readonly options: SearchOptions
  readonly coverage: (read: Read) => number
  readonly passage: PassageChooser
}

function noResults(corpusVersion: string): SearchResults {
  return { results: [], total: 0, corpusVersion }
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
