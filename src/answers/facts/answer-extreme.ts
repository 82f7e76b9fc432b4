import type { Talk } from '../../notes/talk.ts'
import { slotsOf } from '../../notes/talk-slots.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Query } from '../../search/query/query.ts'
import type { PageOptions, SearchEngine, SearchResult } from '../../search/search-engine.ts'
import { amountOf } from '../../text/amount-of.ts'
import { asQuestion } from '../../text/as-question.ts'
import { everyTalk } from '../listing/every-talk.ts'
import { defaultLines, type Listing, pageStart } from '../listing/listing.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { slotLength } from '../programme/find/slot-times.ts'
import { type ExtremeRequest, readExtremeRequest } from './read-extreme-request.ts'

/** Of more talks, the newest ones are read. */
const maxTalks = 1000

/**
 * Answers which talk has most of something, or is the longest, from what the notes keep of each talk; undefined if that is not
 * asked.
 */
export async function answerExtreme(
  query: Query,
  engine: SearchEngine,
  { limit = defaultLines, offset = 0 }: PageOptions = {},
): Promise<Listing | undefined> {
  const { text, filters, exclusions, prefixes, phrases } = query
  if (filters.length + exclusions.length + prefixes.length + phrases.length > 0) return undefined
  const request = readExtremeRequest(text)
  if (request === undefined) return undefined
  const clauses = await clausesFor(request, engine)
  if (clauses === undefined) return tellUnknown(request, query, engine)
  const found = await engine.search(parseQuery(clauses), { limit: maxTalks, sort: 'newest' })
  const measured = found.results.flatMap((result): Measured[] => {
    const amount = amountIn(result.talk, request)
    return amount === undefined ? [] : [{ result, amount }]
  })
  const first = extremesOf(measured, request)
  const start = pageStart(first.length, { offset, limit })
  return {
    ...sentenceAlone(text, describeExtreme(first, { request, found, measured: measured.length }), found),
    results: first.slice(start, start + limit).map(({ result }) => result),
    offset: start,
    total: first.length,
    suggestions: suggestionsFor(first, request),
  }
}

/** What the talks were to be narrowed to is no name of the notes. */
async function tellUnknown(
  { scope = '' }: ExtremeRequest,
  { text }: Query,
  engine: SearchEngine,
): Promise<Listing> {
  const found = await engine.search(parseQuery(everyTalk), { limit: 1 })
  const sentence = `The notes know no event, year, speaker or tag “${scope}”, by which such a talk could be told.`
  const ofAll = text
    .slice(0, text.lastIndexOf(scope))
    .replace(/(?:\s+(?:of|at|from|in|by|about|on|tagged|the))+\s*$/i, '')
  return {
    ...sentenceAlone(text, sentence, found),
    suggestions: [asQuestion(ofAll), 'Which events are there?'],
  }
}

interface Measured {
  readonly result: SearchResult
  /** How many of a part it has, or minutes. */
  readonly amount: number
}

/** Undefined if none of the notes' names is the scope. */
async function clausesFor({ kind, scope }: ExtremeRequest, engine: SearchEngine) {
  const names = await engine.names()
  const fields = ['year', 'event', 'speaker', 'tag', 'lang'] as const
  const narrowing =
    scope &&
    (fields.flatMap((field) => names.clauseFor(field, scope) ?? [])[0] ??
      names.clauseFor('event', scope, true) ??
      names.clauseFor('speaker', scope, true))
  if (scope !== undefined && narrowing === undefined) return undefined
  return [kind, narrowing].filter(Boolean).join(' ') || everyTalk
}

function amountIn(talk: Talk, { by }: ExtremeRequest): number | undefined {
  if (by !== 'length') return by.of(talk).length
  const lengths = slotsOf(talk).flatMap((slot) => slotLength(slot) ?? [])
  return lengths.length === 0 ? undefined : lengths.reduce((a, b) => Math.max(a, b))
}

function extremesOf(measured: readonly Measured[], { by, bound }: ExtremeRequest): readonly Measured[] {
  const [first] = measured.toSorted((a, b) => (bound === 'most' ? b.amount - a.amount : a.amount - b.amount))
  if (first === undefined || (by !== 'length' && bound === 'most' && first.amount === 0)) return []
  return measured.filter(({ amount }) => amount === first.amount)
}

interface Found {
  readonly request: ExtremeRequest
  readonly found: { readonly total: number; readonly results: readonly unknown[] }
  /** Of how many talks it is known. */
  readonly measured: number
}

function describeExtreme(first: readonly Measured[], { request, found, measured }: Found): string {
  const { by, bound, kind, scope } = request
  const { total, results } = found
  const noun = kind === 'kind:keynote' ? 'keynote' : kind === 'kind:lightning' ? 'lightning talk' : 'talk'
  const place = scope === undefined ? '' : ` (${scope})`
  const all = `${amountOf(total, noun)}${place}`
  const isPart = results.length < total
  const these = isPart ? `the newest ${results.length} of ${all}` : all
  const [one] = first
  if (total === 0) return `The notes have no ${noun}${place}.`
  if (one === undefined)
    return by === 'length'
      ? `The notes do not say how long ${isPart || total > 1 ? `any of ${these}` : 'the only talk'} takes.`
      : `None of ${these} has any ${by.name}s.`
  const looked = isPart ? [`Of ${all}, the newest ${results.length} were looked at.`] : []
  const known =
    measured < results.length
      ? [`Of ${these}, the notes say how long ${measured} ${measured === 1 ? 'takes' : 'take'}.`]
      : []
  const which =
    by === 'length' ? (bound === 'most' ? 'longest' : 'shortest') : bound === 'most' ? 'most' : 'fewest'
  const amount =
    by === 'length' ? lengthOf(one.amount) : one.amount === 0 ? 'none' : one.amount.toLocaleString('en')
  const subject = first.length === 1 ? `“${one.result.talk.title}”` : `${first.length} talks`
  const each = first.length === 1 ? '' : ' each'
  const said =
    by === 'length'
      ? `${subject} ${first.length === 1 ? 'is' : 'are'} the ${which}, at ${amount}${each}.`
      : `${subject} ${first.length === 1 ? 'has' : 'have'} the ${which} ${by.name}s, ${amount}${each}.`
  return [said, ...known, ...looked].join(' ')
}

/** lengthOf(150) // => '2 hours 30 minutes' */
function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [amountOf(hours, 'hour')] : []),
    ...(rest > 0 ? [amountOf(rest, 'minute')] : []),
  ]
  return parts.join(' ')
}

/** What the talk has; what there is, if nothing is known. */
function suggestionsFor(first: readonly Measured[], { by }: ExtremeRequest): readonly string[] {
  const [one] = first
  if (one === undefined) return ['Which talks are there?', 'Which tags are there?']
  if (first.length > 1 || by === 'length' || one.amount === 0) return []
  return [`What ${by.name}s does “${one.result.talk.title}” have?`]
}
