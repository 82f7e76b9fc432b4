import type { KnownNames } from '../../../search/filter/known-names.ts'
import type { Query, QuestionPlace } from '../../../search/query/query.ts'
import type { ProgrammeDays } from '../programme-request.ts'
import { readDays } from './read-days.ts'

/** The days of which a question asks what was said. */
export interface DaySaid {
  readonly days: ProgrammeDays
  /** Where they stand in the question. */
  readonly place: QuestionPlace
  /** The question without them. */
  readonly rest: string
  /** Whether it asks for anything that was said then. */
  readonly isOfAll: boolean
}

/** Words that ask what was said in talks, and not what is true on Sundays. */
const saying = new RegExp(
  [
    '^(?:said|say|says|saying|talk|talks|talked|spoke|told|tell|learn|learned|learnt|mention|mentions|mentioned|',
    'discuss|discussed|heard|hear|explain|explained|present|presented|recommend|recommended|advise|advised|',
    'advice|showed|shown|covered|announced|lesson|lessons|takeaway|takeaways|recap|summary|summarise|summarize|',
    'highlights)$',
  ].join(''),
  'i',
)
/** What says it. */
const sources = /^(?:session|sessions|keynote|keynotes|speaker|speakers)$/i

/** Longer than any question that names a day beside what it is about. */
const maxWords = 30

/**
 * The day in a question about what was said on it; undefined if there is none, or it may be what is asked about.
 *
 * readDaySaid(parseQuery('what was said about testing on Friday?'), names) // => { rest: 'what was said about testing?', … }
 */
export function readDaySaid({ text, filters, words }: Query, names: KnownNames): DaySaid | undefined {
  const isSaid = words.some(({ folded }) => saying.test(folded) || sources.test(folded))
  if (!isSaid || words.length > maxWords || filters.some(({ field }) => field === 'date')) return undefined
  const tokens = [...text.matchAll(/\S+/g)].map(({ 0: typed, index }) => ({
    word: typed.replace(/[?!.,;:…"”)]+$/, ''),
    start: index,
  }))
  const plain = tokens.map(({ word }) => word)
  for (const [at, { start }] of tokens.entries()) {
    const read = readDays(plain, at, names)
    if (read?.days === undefined) continue
    const last = tokens[read.end - 1]!
    const end = last.start + last.word.length
    const others = words.filter((word) => word.end <= start || word.start >= end)
    return {
      days: read.days,
      place: { start, end },
      rest: `${text.slice(0, start).trimEnd()}${text.slice(end)}`.trim(),
      isOfAll: others.every(({ use, folded }) => use !== 'topic' || saying.test(folded)),
    }
  }
  return undefined
}
