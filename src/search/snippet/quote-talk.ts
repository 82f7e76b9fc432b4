import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { analyze } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { type Run, runsOf } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type Field, type TalkText, textsOf } from '../index/talk-texts.ts'
import { bestSentences } from './best-sentences.ts'
import type { Quotation } from './quotation.ts'

/** Quotes the best passage of a talk for one question, cut to the length that is asked for. */
export type QuoteTalk = (talk: Talk, document: number) => Quote

/** At most `maxLength` UTF-16 units in whole sentences; more if one sentence alone is longer. */
type Quote = (maxLength: number) => Quotation

/** See `RankingParameters.passage`. */
export interface PassageParameters {
  readonly takeawayPreference: number
  readonly summaryPreference: number
  readonly headingShare: number
  readonly nameShare: number
  readonly neighbourShare: number
}

/** The quotation of a talk is worked out when its text is asked for: most results of a search are never shown. */
export function createQuoteTalk(
  reader: IndexReader,
  queryTerms: readonly QueryTerm[],
  parameters: PassageParameters,
): QuoteTalk {
  const weights = passageTermWeights(queryTerms)
  const { terms } = reader.index
  const termValues = new Map(Array.from(weights, ([term, weight]) => [terms[term]!, weight]))

  return (talk, document) => {
    let best: { readonly text: TalkText | undefined } | undefined
    return (maxLength) => {
      best ??= { text: bestPassage(talk, [...runsOf(reader.index, document)], weights, parameters) }
      return cutQuotation(talk, best.text, termValues, maxLength)
    }
  }
}

/** @param runs the talk's texts as terms */
function bestPassage(
  talk: Talk,
  runs: readonly Run[],
  weights: ReadonlyMap<number, number>,
  parameters: PassageParameters,
): TalkText | undefined {
  const names = runs.filter(({ field }) => field === 'title' || field === 'speakers')
  const nameTerms = new Set(names.flatMap(({ terms }) => [...terms]))
  const value = (term: number) => (weights.get(term) ?? 0) * (nameTerms.has(term) ? parameters.nameShare : 1)
  const isOnlyNamed = weights.keys().every((term) => nameTerms.has(term))
  const preference: Partial<Record<Field, number>> = {
    summary: isOnlyNamed ? parameters.summaryPreference : 1,
    takeaways: parameters.takeawayPreference,
  }
  let best: TalkText | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  let heading: Uint32Array = new Uint32Array()
  textsOf(talk).forEach((text, place) => {
    const { terms } = runs[place]!
    if (text.field === 'heading') heading = terms
    if (!text.passage) return
    const said = new Set(terms)
    const above = text.field === 'section' ? new Set(heading.filter((term) => !said.has(term))) : []
    const points =
      sumOf(said, value) +
      parameters.headingShare * sumOf(above, value) +
      parameters.neighbourShare * neighbourValue(terms, value)
    const score = points * (preference[text.field] ?? 1)
    if (score > bestScore) {
      best = text
      bestScore = score
    }
  })
  return best
}

/** Words of the question that stand side by side in the passage belong together. */
function neighbourValue(terms: Uint32Array, value: (term: number) => number): number {
  let bonus = 0
  for (let at = 1; at < terms.length; at++) {
    const left = value(terms[at - 1]!)
    const right = value(terms[at]!)
    if (left > 0 && right > 0 && terms[at] !== terms[at - 1]) bonus = Math.max(bonus, left + right)
  }
  return bonus
}

function sumOf(terms: Iterable<number>, value: (term: number) => number): number {
  let sum = 0
  for (const term of terms) sum += value(term)
  return sum
}

function passageTermWeights(queryTerms: readonly QueryTerm[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  // What covers nothing of the question is no reason to quote, and is not marked.
  for (const { idf, variants } of queryTerms.filter((term) => term.idf > 0)) {
    for (const { terms, weight } of variants) {
      for (const term of terms)
        weights.set(term, Math.max(weights.get(term) ?? 0, (idf * weight) / terms.length))
    }
  }
  return weights
}

/** A talk without any passage has nothing but its title to quote; front matter begins on line 1. */
function cutQuotation(
  talk: Talk,
  best: TalkText | undefined,
  weights: ReadonlyMap<string, number>,
  maxLength: number,
): Quotation {
  const { text: whole, section } = best ?? { text: talk.title, section: 'title' }
  const marks = analyze(whole, talk.language).flatMap(({ term, start, end }) => {
    const value = weights.get(term)
    return value === undefined ? [] : [{ start, end, key: term, value }]
  })
  const isProse = best?.passage?.form !== 'code'
  const [from, to] = isProse ? bestSentences(whole, talk.language, { marks, maxLength }) : [0, whole.length]
  const shown = marks.filter(({ start, end }) => start >= from && end <= to)
  const highlights = mergeRanges(shown.map(({ start, end }): Range => [start - from, end - from]))
  return { text: whole.slice(from, to), highlights, file: talk.file, line: best?.passage?.line ?? 1, section }
}

/** Sorted, without overlaps. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else if (end > start) merged.push([start, end])
  }
  return merged
}
