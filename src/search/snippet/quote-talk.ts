import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { askedFor } from '../query/parse-query.ts'
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
import type { EvidenceParameters, EvidenceSource } from './question-in-talk.ts'
import type { Quotation } from './quotation.ts'
import {
  createMarker,
  createPassageReader,
  type MarksOf,
  readTalkPassages,
  sentencesOfText,
  type TalkPassage,
  type TalkToQuote,
  termUsesOf,
} from './talk-passages.ts'

/** See `RankingParameters.quotation`. */
export type QuotationParameters = TermValueParameters &
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
  const readTalk = createPassageReader(reader.index)
  return ({ queryTerms, query, titled = [] }) => {
    const uses = termUsesOf(queryTerms)
    const question: QuestionToQuoteFor = {
      queryTerms,
      query,
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
 * The sentences of a talk that have most of the question. If they have little of it, those of the passage nearest in meaning
 * are quoted; the words still decide how well the answer is supported.
 */
function chooseQuoted(
  {
    queryTerms,
    query = noQuestion,
    asked,
    uses,
    marksOf,
    idfs,
    idfOfUnknown,
    parameters,
  }: QuestionToQuoteFor,
  read: TalkToQuote,
  { isTitle, nearest }: { readonly isTitle: boolean; readonly nearest: number | undefined },
): QuotedSentences {
  const talk = readTalkPassages(read, uses, queryTerms.length)
  const { names } = talk
  const values = termValues(queryTerms, idfs, talk, parameters)
  const chosenBy = valuesToChooseBy(values, talk, parameters)
  const valueOfThing =
    parameters.thingGain * chosenBy.reduce((most, value) => Math.max(most, value), -Infinity)
  const scoring = { talk, values: chosenBy, valueOfThing, marksOf, asked, parameters }
  const isOnlyNamed = queryTerms.every(({ idf }, term) => idf === 0 || names[term]! > 0)
  const chosen =
    isOnlyNamed && !asked ? [] : chooseSentences(scoring, { mustHaveThing: isOnlyNamed }, parameters)
  const ofWords = chosen.length > 0 ? chosen : openingSentences(scoring, parameters)
  const saysLittle =
    !isOnlyNamed &&
    (chosen.length === 0 || shareSaid({ queryTerms, values, sentences: chosen }) < parameters.meaningBelow)
  const near = saysLittle ? talk.passages[nearest ?? -1] : undefined
  return {
    sentences: near ? bestFirst(scoreSentences(near, scoring)) : ofWords,
    source: {
      queryTerms,
      query,
      asked,
      talk,
      isTitle,
      runs: read.texts,
      uses,
      idfs,
      idfOfUnknown,
      values,
      sentences: ofWords,
      isOnlyNamed,
      isByMeaning: near !== undefined,
      parameters,
    },
  }
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

/** Sentences of one passage, side by side. */
interface QuotedRange {
  readonly passage: TalkPassage
  readonly range: Range
}

/** See `RankingParameters.quotation`. */
interface ComposeParameters {
  readonly maxWholeItem: number
  readonly maxLeadIn: number
}

/**
 * What to quote: the sentences, best first, each with what it needs to be understood as far as there is room: the lead-in of
 * its list, the sentence that it points back to, what comes after a colon or a question.
 * @param maxLength in UTF-16 units; the first sentence is quoted whole however long it is
 */
function composeQuotation(
  sentences: readonly Sentence[],
  { maxLength, maxWholeItem, maxLeadIn }: ComposeParameters & { readonly maxLength: number },
): QuotedRange[] {
  let quoted: QuotedRange[] = []
  const leadIns: QuotedRange[] = []
  const add: Add = (added, beside) => {
    const more = merge(quoted, added, beside)
    if (quoted.length > 0 && lengthOf(more) > maxLength) return false
    quoted = more
    return true
  }
  for (const sentence of sentences) {
    const { passage } = sentence
    const core = { passage, range: wholeItem(sentence, maxWholeItem) ?? sentence.range }
    if (!add(core)) continue
    const { leadIn } = passage
    const lastOfLeadIn = leadIn && sentencesOfText(leadIn.text).at(-1)
    if (lastOfLeadIn && lastOfLeadIn[1] - lastOfLeadIn[0] <= maxLeadIn)
      add({ passage: leadIn, range: lastOfLeadIn }, { before: passage })
    const before = pointsBack.test(textOf(core)) ? previous(core) : undefined
    if (before) add(before, { before: passage })
    if (isLeadIn(core)) leadIns.push(core)
    else if (goesOn.test(textOf(core))) addFollowing(core)
  }
  // What a colon leads to may be long: it must not push out another sentence that answers.
  for (const leadIn of leadIns) {
    addFollowing(leadIn)
    addItems(leadIn, add)
  }
  return quoted

  function addFollowing(core: QuotedRange): void {
    for (let end: QuotedRange | undefined = core; end && goesOn.test(textOf(end)); ) {
      const next = following(end)
      end = next && add(next, { after: end.passage }) ? next : undefined
    }
  }
}

/** Adds to the quotation if there is room: beside what is there of a passage, or at its end. */
type Add = (added: QuotedRange, beside?: Beside) => boolean

type Beside = { readonly before: TalkPassage } | { readonly after: TalkPassage }

/** `This`, `No`, `So`: what it is about stands before it. */
const pointsBack = new RegExp(
  [
    '^(this|that|these|those|it|its|they|them|their|he|she|his|her|both|neither|such|so|then|there|here|no|yes|',
    String.raw`but|and|also|instead|otherwise|therefore|hence|however|the (former|latter|same|other|others|second|rest))\b`,
  ].join(''),
  'i',
)

/** A lead-in or a question, which means little without what follows. */
const goesOn = /[:?]\s*$/

function isLeadIn(quoted: QuotedRange): boolean {
  return textOf(quoted).trimEnd().endsWith(':')
}

/** A list's further items, as long as there is room. */
function addItems(core: QuotedRange, add: Add): void {
  const depth = core.passage.text.passage!.form === 'bullet' ? core.passage.text.passage!.depth + 1 : 0
  let item = core.passage.after
  while (item && item.text.passage!.form === 'bullet' && item.text.passage!.depth >= depth) {
    const ranges = sentencesOfText(item.text)
    const range: Range = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0]
    if (!add({ passage: item, range }, { after: item.before! })) return
    item = item.after
  }
}

/** An item of a list says one thing: it is quoted whole if it is short. */
function wholeItem({ passage, ranges }: Sentence, maxLength: number): Range | undefined {
  const { passage: source } = passage.text
  const whole: Range = [ranges[0]![0], ranges.at(-1)![1]]
  return source!.form === 'bullet' && whole[1] - whole[0] <= maxLength ? whole : undefined
}

function previous({ passage, range }: QuotedRange): QuotedRange | undefined {
  const within = sentencesOfText(passage.text).findLast(([, end]) => end <= range[0])
  if (within) return { passage, range: within }
  const { before } = passage
  const last =
    before && before.text.passage!.form !== 'code' ? sentencesOfText(before.text).at(-1) : undefined
  return last && { passage: before!, range: last }
}

function following({ passage, range }: QuotedRange): QuotedRange | undefined {
  const within = sentencesOfText(passage.text).find(([start]) => start >= range[1])
  if (within) return { passage, range: within }
  const first = passage.after && sentencesOfText(passage.after.text)[0]
  return first && { passage: passage.after!, range: first }
}

/** Sentences of one passage that touch become one. */
function merge(quoted: readonly QuotedRange[], added: QuotedRange, beside?: Beside): QuotedRange[] {
  const same = quoted.findIndex((one) => one.passage === added.passage && touches(one, added))
  if (same >= 0) {
    const { range } = quoted[same]!
    const both: Range = [Math.min(range[0], added.range[0]), Math.max(range[1], added.range[1])]
    return quoted.with(same, { passage: added.passage, range: both })
  }
  if (!beside) return [...quoted, added]
  const isBefore = 'before' in beside
  const place = quoted.findIndex(({ passage }) => passage === (isBefore ? beside.before : beside.after))
  return quoted.toSpliced(isBefore ? place : place + 1, 0, added)
}

/** Whether nothing but blanks stands between them. */
function touches({ passage, range }: QuotedRange, added: QuotedRange): boolean {
  const [first, second] = range[0] <= added.range[0] ? [range, added.range] : [added.range, range]
  return passage.text.text.slice(first[1], second[0]).trim() === ''
}

function lengthOf(quoted: readonly QuotedRange[]): number {
  return quoted.reduce((sum, { range }) => sum + range[1] - range[0] + 1, -1)
}

function textOf({ passage, range }: QuotedRange): string {
  return passage.text.text.slice(...range)
}
