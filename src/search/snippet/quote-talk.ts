import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { analyze, type Token } from '../analysis/analyzer.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { runsOf } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { askedFor } from '../query/asked-for.ts'
import type { Query } from '../query/query.ts'
import { type ChoiceParameters, chooseSentences } from './choose-sentences.ts'
import { type ComposeParameters, composeQuotation, type QuotedRange } from './compose-quotation.ts'
import type { Quotation } from './quotation.ts'
import {
  type Sentence,
  type SentenceParameters,
  type SentenceScoring,
  scoreSentences,
} from './score-sentences.ts'
import { readSupport, type Support } from './support.ts'
import { readTalkPassages, type TalkPassage, usesOf } from './talk-passages.ts'
import { type TermValueParameters, termIdfs, termValues } from './term-values.ts'

/** See `RankingParameters.quotation`. */
export type QuotationParameters = TermValueParameters &
  SentenceParameters &
  ChoiceParameters &
  ComposeParameters

/** What one talk says to one question. Worked out when it is asked for: most results of a search are never shown. */
export interface QuotedTalk {
  /** At most `maxLength` UTF-16 units in whole sentences; more if one sentence alone is longer. */
  readonly quote: (maxLength: number) => Quotation
  readonly support: () => Support
}

/** @param query what was asked, if it was a question: it may ask for a number, a person, a reason */
export function createQuoteTalk(
  reader: IndexReader,
  { queryTerms, query }: { readonly queryTerms: readonly QueryTerm[]; readonly query?: Query },
  parameters: QuotationParameters,
): (talk: Talk, document: number) => QuotedTalk {
  const uses = usesOf(queryTerms)
  const idfs = termIdfs(queryTerms, reader)
  const asked = query && askedFor(query)
  // Nothing but forms of what was asked: other words may have the same stem.
  const ofToken = ({ word, term }: Token) => {
    const { terms, wordTerms } = reader.index
    const [from, to] = reader.usesOf(word)
    for (let use = from; use < to; use++) {
      const found = terms[wordTerms[use]!] === term ? uses.get(use) : undefined
      if (found) return found
    }
    return []
  }

  return (talk, document) => {
    let read: ReturnType<typeof readSentences> | undefined
    const sentences = () => {
      read ??= readSentences(talk, document)
      return read
    }
    return {
      quote: (maxLength) => cutQuotation(talk, sentences().chosen, maxLength),
      support: () => sentences().support(),
    }
  }

  function readSentences(talk: Talk, document: number) {
    const runs = [...runsOf(reader.index, document)]
    const talkPassages = readTalkPassages(talk, runs, uses, queryTerms.length)
    const { passages, names } = talkPassages
    const values = termValues(queryTerms, idfs, talkPassages, parameters)
    const scoring = { values, usesOf: ofToken, asked, language: talk.language, parameters }
    const isOnlyNamed = queryTerms.every(({ idf }, term) => idf === 0 || names[term]! > 0)
    const chosen =
      isOnlyNamed && !asked
        ? []
        : chooseSentences(passages, { ...scoring, mustHaveThing: isOnlyNamed }, parameters)
    const sentences = chosen.length > 0 ? chosen : summarySentences(passages, scoring)
    const support = () =>
      readSupport({
        query: query ?? noQuestion,
        queryTerms,
        asked,
        talk: talkPassages,
        title: talk.title,
        runs,
        uses,
        idfs,
        values,
        sentences,
        isOnlyNamed,
      })
    return { chosen: sentences, support }
  }

  /** A talk without any passage has nothing but its title to quote; front matter begins on line 1. */
  function cutQuotation(talk: Talk, chosen: readonly Sentence[], maxLength: number): Quotation {
    const { file, language } = talk
    const best = chosen[0]?.passage.text
    if (!best?.passage)
      return quotationOf([{ text: talk.title, form: 'paragraph', line: 1 }], { file, section: 'title' })
    const ranges = ({ text }: TalkPassage): readonly Range[] =>
      text.passage!.form === 'code' ? [[0, text.text.length]] : sentencesOf(text.text, language)
    const quoted = composeQuotation(chosen, ranges, { ...parameters, maxLength })
    const pieces = quoted.map(({ passage, range }: QuotedRange) => {
      const { form, line } = passage.text.passage!
      return { text: passage.text.text.slice(...range), form, line, language }
    })
    return { ...quotationOf(pieces, { file, section: best.section }), line: best.passage.line }
  }

  function quotationOf(
    parts: readonly {
      readonly text: string
      readonly form: 'paragraph' | 'bullet' | 'code'
      readonly line: number
      readonly language?: string
    }[],
    { file, section }: Pick<Quotation, 'file' | 'section'>,
  ): Quotation {
    let text = ''
    const highlights: Range[] = []
    const pieces = parts.map(({ text: piece, form, line, language }) => {
      if (text !== '') text += '\n'
      const start = text.length
      text += piece
      for (const token of analyze(piece, language)) {
        if (ofToken(token).some(({ queryTerm }) => queryTerms[queryTerm]!.idf > 0))
          highlights.push([start + token.start, start + token.end])
      }
      return { range: [start, text.length] as const, form, line }
    })
    return { text, pieces, highlights: mergeRanges(highlights), file, line: parts[0]!.line, section }
  }
}

function summarySentences(passages: readonly TalkPassage[], scoring: SentenceScoring): Sentence[] {
  const summary = passages.find(({ text }) => text.field === 'summary')
  return summary ? scoreSentences(summary, scoring) : []
}

const noQuestion: Query = {
  text: '',
  words: [],
  phrases: [],
  prefixes: [],
  exclusions: [],
  filters: [],
  notices: [],
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
