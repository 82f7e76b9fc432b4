import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { analyze } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { runsOf } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { TalkText } from '../index/talk-texts.ts'
import { bestSentences } from './best-sentences.ts'
import { choosePassage, type PassageParameters, passageTermWeights } from './choose-passage.ts'
import type { Quotation } from './quotation.ts'

/** Quotes the best passage of a talk for one question, cut to the length that is asked for. */
export type QuoteTalk = (talk: Talk, document: number) => Quote

/** At most `maxLength` UTF-16 units in whole sentences; more if one sentence alone is longer. */
type Quote = (maxLength: number) => Quotation

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
      best ??= { text: choosePassage(talk, [...runsOf(reader.index, document)], weights, parameters) }
      return cutQuotation(talk, best.text, termValues, maxLength)
    }
  }
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
