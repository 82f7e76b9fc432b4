import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { askedFor } from '../query/asked-for.ts'
import type { Query } from '../query/query.ts'
import { type AnswerEvidence, readEvidence } from './answer-evidence.ts'
import {
  bestFirst,
  type ChoiceParameters,
  chooseSentences,
  openingSentences,
  type Sentence,
  type SentenceParameters,
  scoreSentences,
  shareSaid,
  type TermValueParameters,
  termIdfs,
  termValues,
  valuesToChooseBy,
} from './choose-sentences.ts'
import { type ComposeParameters, composeQuotation, type QuotedRange } from './compose-quotation.ts'
import type { EvidenceParameters, EvidenceSource } from './question-in-talk.ts'
import type { Quotation } from './quotation.ts'
import { createMarker, type MarksOf, readTalkPassages, termUsesOf } from './talk-passages.ts'
import { createPassageReader, type TalkToQuote } from './talk-to-quote.ts'

/** See `RankingParameters.quotation`. */
type QuotationParameters = TermValueParameters &
  SentenceParameters &
  ChoiceParameters &
  ComposeParameters &
  EvidenceParameters & {
    readonly meaningBelow: number
  }

/** What one talk says to one question. It is worked out when needed: most results of a search are never shown. */
interface QuotedTalk {
  /** At most `maxLength` UTF-16 units in whole sentences; more if one sentence alone is longer. */
  readonly quote: (maxLength: number) => Quotation
  readonly evidence: () => AnswerEvidence
}

/** The question that talks are quoted for. */
interface AskedOfTalks {
  readonly queryTerms: readonly QueryTerm[]
  /** What was asked, if it was a question: it may ask for a number, a person, a reason. */
  readonly query?: Query
  /** The documents whose title the question is. */
  readonly titled?: readonly number[]
}

/** Quotes a talk; `nearest` is the number of its passage that is nearest in meaning, if that is known. */
export type QuoteTalk = (talk: Talk, document: number, nearest?: number) => QuotedTalk

/** Quotes talks for one question after another. */
export function createQuoter(
  reader: IndexReader,
  parameters: QuotationParameters,
): (asked: AskedOfTalks) => QuoteTalk {
  const readTalk = createPassageReader(reader.index)
  return ({ queryTerms, query, titled = [] }) => {
    const uses = termUsesOf(queryTerms)
    const question: QuestionToQuoteFor = {
      queryTerms,
      query: query ?? noQuestion,
      uses,
      parameters,
      asked: query && askedFor(query),
      marksOf: createMarker(uses),
      idfs: termIdfs(queryTerms, reader),
      idfOfUnknown: reader.idfOfUnknown,
    }
    return (talk, document, nearest) => {
      const isTitle = titled.includes(document)
      const quoted = madeOnce(() => chooseQuoted(question, readTalk(talk, document), { isTitle, nearest }))
      /** By length: a message says what answers in its blocks and in its fallback. */
      let cut: Map<number, Quotation> | undefined
      return {
        quote(maxLength) {
          cut ??= new Map()
          const quotation = cut.get(maxLength) ?? cutQuotation(talk, quoted().sentences, maxLength, question)
          cut.set(maxLength, quotation)
          return quotation
        },
        evidence: madeOnce(() => readEvidence(quoted().source)),
      }
    }
  }
}

/** A question, with what decides which sentences to quote. */
interface QuestionToQuoteFor
  extends Pick<EvidenceSource, 'queryTerms' | 'query' | 'asked' | 'uses' | 'idfs' | 'idfOfUnknown'> {
  readonly marksOf: MarksOf
  readonly parameters: QuotationParameters
}

interface QuotedSentences {
  /** Best first. */
  readonly sentences: readonly Sentence[]
  /** What tells how well they answer. */
  readonly source: EvidenceSource
}

/**
 * The sentences of a talk that have most of the question. If they have little of it, those of the passage nearest in meaning
 * are quoted; the words still decide how well the answer is supported.
 */
function chooseQuoted(
  question: QuestionToQuoteFor,
  read: TalkToQuote,
  { isTitle, nearest }: { readonly isTitle: boolean; readonly nearest: number | undefined },
): QuotedSentences {
  const { queryTerms, query, asked, uses, marksOf, idfs, parameters } = question
  const talk = readTalkPassages(read, uses, queryTerms.length)
  const { names } = talk
  const values = termValues(queryTerms, idfs, talk, parameters)
  const chosenBy = valuesToChooseBy(values, talk, parameters)
  const valueOfThing = parameters.thingGain * Math.max(...chosenBy)
  const scoring = { talk, values: chosenBy, valueOfThing, marksOf, asked, parameters }
  const isOnlyNamed = queryTerms.every(({ idf }, term) => idf === 0 || names[term]! > 0)
  const isWhether = isOnlyNamed && !asked && asksWhether.test(query.text)
  const best =
    isOnlyNamed && !asked && !isWhether
      ? []
      : chooseSentences(scoring, { mustHaveThing: isOnlyNamed && !isWhether }, parameters)
  const chosen = isWhether && !saysAll(best[0], queryTerms) ? [] : best
  const ofWords = chosen.length > 0 ? chosen : openingSentences(scoring, parameters)
  const saysLittle =
    !isOnlyNamed &&
    (chosen.length === 0 || shareSaid({ queryTerms, values, sentences: chosen }) < parameters.meaningBelow)
  const near = saysLittle ? talk.passages[nearest ?? -1] : undefined
  return {
    sentences: near ? bestFirst(scoreSentences(near, scoring)) : ofWords,
    source: {
      ...question,
      talk,
      isTitle,
      runs: read.texts,
      values,
      sentences: ofWords,
      isOnlyNamed,
      isByMeaning: near !== undefined,
    },
  }
}

/** `Should we deploy on Fridays?`: a talk that is called so says whether, where it says all of it again. */
const asksWhether = /^\W*(?:should|shall|must|(?:can|could)(?! you)|may|do|does|did|is it|are there) /iu

function saysAll(sentence: Sentence | undefined, queryTerms: readonly QueryTerm[]): boolean {
  const asked = [...queryTerms.keys()].filter((term) => queryTerms[term]!.idf > 0)
  return sentence !== undefined && asked.length > 1 && asked.every((term) => sentence.has[term]! > 0)
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

/** A talk without any passage has nothing but its title to quote, which stands where a summary would. */
function cutQuotation(
  { title, file, summary }: Talk,
  sentences: readonly Sentence[],
  maxLength: number,
  { queryTerms, marksOf, parameters }: QuestionToQuoteFor,
): Quotation {
  const best = sentences[0]?.passage.text
  if (!best?.passage) {
    const { line: at } = summary
    const piece = { range: [0, title.length], form: 'paragraph', line: at } as const
    return { text: title, pieces: [piece], highlights: [], file, line: at, section: 'title' }
  }
  const quoted = composeQuotation(sentences, { ...parameters, maxLength })
  let text = ''
  const highlights: Range[] = []
  const pieces = quoted.map(({ passage, range: [from, to] }: QuotedRange) => {
    if (text !== '') text += '\n'
    const start = text.length
    text += passage.text.text.slice(from, to)
    for (const { range, uses } of marksOf(passage)) {
      const isAsked = uses.some(({ queryTerm }) => queryTerms[queryTerm]!.idf > 0)
      if (isAsked && range[0] >= from && range[1] <= to)
        highlights.push([start + range[0] - from, start + range[1] - from])
    }
    const { form, line } = passage.text.passage!
    return { range: [start, text.length] as const, form, line }
  })
  const { line } = best.passage
  return { text, pieces, highlights: mergeRanges(highlights), file, line, section: best.section }
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
