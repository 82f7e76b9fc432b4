import type { QueryTerm } from '../expand/query-terms.ts'
import { type IndexReader, termsIn, textRunsOf } from '../index/index-reader.ts'
import type { Field } from '../index/talk-texts.ts'
import { type TermWeights, weightOf } from './bm25.ts'
import type { Candidate, MatchFeatures } from './match-features.ts'
import type { MeaningPart } from './semantic-similarity.ts'

/** Where one result's score and coverage come from. */
export interface Explanation {
  /**
   * The question's terms that the talk has. The score by words is the sum of their `weight * (text + title)` and the rest
   * below.
   */
  readonly terms: readonly ExplainedTerm[]
  readonly proximity: number
  readonly names: number
  /** What its event gives, if the question names it; 0 for others. */
  readonly event: number
  /** What it gains by resembling the first documents, if it is not one of the first few. */
  readonly feedback: number
  /** What a long note gains, or loses, by being ranked by its best window; 0 for others. */
  readonly bestWindow: number
  /** If meaning takes part: how the sum of the above and the talk's similarity make the score. */
  readonly meaning?: MeaningPart
  /** How surely the talk is about each query term of the question, from 0 to 1, and what that weighs. */
  readonly queryTerms: readonly {
    readonly word: string
    readonly idf: number
    readonly certainty: number
  }[]
}

export interface ExplainedTerm {
  readonly term: string
  /** How much it counts in the question. */
  readonly weight: number
  /** lunr's BM25 weight of the term in all of the talk's text, and in its title. */
  readonly text: number
  readonly title: number
  /** Where it stands, and how often. */
  readonly fields: readonly { readonly field: Field; readonly count: number }[]
}

interface Explainable {
  readonly candidate: Candidate
  readonly queryTerms: readonly QueryTerm[]
  /** Of the talk, whether it was reranked or not. */
  readonly features: MatchFeatures
  /** How much each term counts in the question. */
  readonly weights: TermWeights
}

/** lunr's weights are kept with seven digits, and some hundred of them are added up. */
const roundingError = 1e-3

export function explain(explainable: Explainable, reader: IndexReader): Explanation {
  const { candidate, queryTerms, features, weights } = explainable
  const { document, ofTerms } = candidate
  const inText = (term: number) => weightInText(reader, document, term)
  const inAll = (term: number) => weightInPosting(reader, document, term)
  const terms = [...weights.keys()]
    .filter((term) => inAll(term) > 0 && weightOf(weights.get(term)!, formsIn(reader, document, term)) > 0)
    .map((term) => ({
      term: reader.index.terms[term]!,
      weight: weightOf(weights.get(term)!, formsIn(reader, document, term)),
      text: inText(term),
      title: inAll(term) - inText(term),
      fields: fieldsOf(reader, document, term),
    }))
  const { proximity, names } = candidate.features ?? { proximity: 0, names: 0 }
  const parts = terms.reduce((sum, { weight, text, title }) => sum + weight * (text + title), 0)
  return {
    terms: terms.sort((a, b) => b.weight * (b.text + b.title) - a.weight * (a.text + a.title)),
    proximity,
    names,
    event: candidate.ofEvent,
    feedback: candidate.ofFeedback ?? 0,
    bestWindow: Math.abs(ofTerms - parts) > roundingError ? ofTerms - parts : 0,
    ...(candidate.meaning && { meaning: candidate.meaning }),
    queryTerms: queryTerms.map(({ word, idf }, place) => ({
      word,
      idf,
      certainty: features.certainty[place]!,
    })),
  }
}

function weightInPosting(reader: IndexReader, document: number, term: number): number {
  return reader.index.postingWeights[postingOf(reader, document, term) ?? -1] ?? 0
}

function formsIn(reader: IndexReader, document: number, term: number): number {
  return reader.index.postingForms[postingOf(reader, document, term) ?? -1] ?? 0
}

function postingOf({ index }: IndexReader, document: number, term: number): number | undefined {
  const at = index.postingDocuments.indexOf(document, index.postingStarts[term]!)
  return at >= 0 && at < index.postingStarts[term + 1]! ? at : undefined
}

function weightInText({ index }: IndexReader, document: number, term: number): number {
  const place = termsIn(index, document).indexOf(term)
  return place < 0 ? 0 : index.vectorWeights[index.vectorStarts[document]! + place]!
}

function fieldsOf({ index }: IndexReader, document: number, term: number) {
  const counts = new Map<Field, number>()
  for (const { field, words } of textRunsOf(index, document)) {
    const count = words.reduce((sum, word) => sum + Number(index.wordTerms[word] === term), 0)
    if (count > 0) counts.set(field, (counts.get(field) ?? 0) + count)
  }
  return Array.from(counts, ([field, count]) => ({ field, count }))
}
