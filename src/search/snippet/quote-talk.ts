import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { askedFor } from '../query/parse-query.ts'
import type { Query } from '../query/query.ts'
import { type AnswerEvidence, readEvidence } from './answer-evidence.ts'
import {
  type ChoiceParameters,
  chooseSentences,
  type Sentence,
  type SentenceParameters,
  type SentenceScoring,
  scoreSentences,
  type TermValueParameters,
  termIdfs,
  termValues,
  valuesToChooseBy,
} from './choose-sentences.ts'
import { type ComposeParameters, composeQuotation, type QuotedRange } from './compose-quotation.ts'
import type { EvidenceParameters, EvidenceSource } from './evidence-source.ts'
import type { Quotation } from './quotation.ts'
import {
  createMarker,
  createTalkTextReader,
  type MarksOf,
  readTalkPassages,
  type TalkPassage,
  termUsesOf,
} from './talk-passages.ts'
import { shareSaid } from './words-in-talk.ts'

/** See `RankingParameters.quotation`. */
export type QuotationParameters = TermValueParameters &
  SentenceParameters &
  ChoiceParameters &
  ComposeParameters &
  EvidenceParameters & {
    readonly meaningBelow: number
  }

/** What one talk says to one question. Worked out when it is asked for: most results of a search are never shown. */
interface QuotedTalk {
  /** At most `maxLength` UTF-16 units in whole sentences; more if one sentence alone is longer. */
  readonly quote: (maxLength: number) => Quotation
  readonly evidence: () => AnswerEvidence
}

/** What talks are quoted for. */
export interface AskedOfTalks {
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
  const readTexts = createTalkTextReader(reader.index)
  return ({ queryTerms, query, titled = [] }) => {
    const uses = termUsesOf(queryTerms)
    const question: QuestionToQuoteFor = {
      ...{ queryTerms, query, uses, parameters },
      asked: query && askedFor(query),
      marksOf: createMarker(uses),
      idfs: termIdfs(queryTerms, reader),
      idfOfUnknown: reader.idfOfUnknown,
    }
    return (talk, document, nearest) => {
      const isTitle = titled.includes(document)
      const quoted = madeOnce(() => chooseQuoted(question, readTexts(talk, document), { isTitle, nearest }))
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

/** A question, and what of it tells which sentences to quote. */
interface QuestionToQuoteFor
  extends Pick<EvidenceSource, 'queryTerms' | 'asked' | 'uses' | 'idfs' | 'idfOfUnknown'> {
  readonly query: Query | undefined
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
 * The sentences of a talk that have most of the question. If they have little of it, those of the passage that is nearest in
 * meaning are quoted; what is borne out is still told by the words.
 */
function chooseQuoted(
  question: QuestionToQuoteFor,
  runs: ReturnType<ReturnType<typeof createTalkTextReader>>,
  { isTitle, nearest }: { readonly isTitle: boolean; readonly nearest: number | undefined },
): QuotedSentences {
  const { query = noQuestion, marksOf, ...known } = question
  const { queryTerms, asked, uses, idfs, parameters } = known
  const talk = readTalkPassages(runs, uses, queryTerms.length)
  const { passages, names } = talk
  const values = termValues(queryTerms, idfs, talk, parameters)
  const chosenBy = valuesToChooseBy(values, talk, parameters)
  const valueOfThing = parameters.thingGain * Math.max(...chosenBy)
  const scoring = { values: chosenBy, valueOfThing, marksOf, asked, parameters }
  const isOnlyNamed = queryTerms.every(({ idf }, term) => idf === 0 || names[term]! > 0)
  const chosen =
    isOnlyNamed && !asked
      ? []
      : chooseSentences(passages, { ...scoring, mustHaveThing: isOnlyNamed }, parameters)
  const ofWords = chosen.length > 0 ? chosen : openingSentences(passages, scoring, parameters)
  const saysLittle =
    !isOnlyNamed &&
    (chosen.length === 0 || shareSaid({ queryTerms, values, sentences: chosen }) < parameters.meaningBelow)
  const near = saysLittle ? passages[nearest ?? -1] : undefined
  return {
    sentences: near ? bestFirst(scoreSentences(near, scoring)) : ofWords,
    source: {
      ...{ ...known, query, talk, isTitle, runs, values, isOnlyNamed },
      sentences: ofWords,
      isByMeaning: near !== undefined,
    },
  }
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

/** The sentence that has most of the question, then the others in their order. */
function bestFirst(sentences: readonly Sentence[]): Sentence[] {
  const best = Math.max(...sentences.map(({ score }) => score))
  const first = sentences.find(({ score }) => score === best)
  return first ? [first, ...sentences.filter((sentence) => sentence !== first)] : []
}

/** What a talk is told by: its summary; without one, what says its name, or else what its notes begin with. */
function openingSentences(
  passages: readonly TalkPassage[],
  scoring: SentenceScoring,
  parameters: ChoiceParameters,
): Sentence[] {
  const summary = passages.find(({ text }) => text.field === 'summary')
  if (summary) return scoreSentences(summary, scoring)
  const naming = chooseSentences(passages, { ...scoring, mustHaveThing: false }, parameters)
  if (naming.length > 0) return naming
  const first = passages.slice(0, parameters.maxSentences)
  return first.flatMap((passage) => scoreSentences(passage, scoring)).slice(0, parameters.maxSentences)
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
