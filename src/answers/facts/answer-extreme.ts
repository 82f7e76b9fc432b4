import type { Talk } from '../../notes/talk.ts'
import { slotLength, slotsOf } from '../../notes/talk-slots.ts'
import { isOfWordsAndFields, parseQuery } from '../../search/query/parse-query.ts'
import type { FilterField, Query } from '../../search/query/query.ts'
import {
  type PageOptions,
  pageStart,
  type SearchEngine,
  type SearchResults,
} from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { describeNarrowing } from '../listing/describe-listing.ts'
import { everyTalk } from '../listing/every-talk.ts'
import { defaultLines, type Listing } from '../listing/listing.ts'
import { offeredLists } from '../listing/offered-lists.ts'
import { type Narrowing, narrowingsTyped, withoutFilters } from '../listing/read-narrowings.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { describeExtreme, type Measured } from './describe-extreme.ts'
import { type ExtremeRequest, readExtremeRequest } from './read-extreme-request.ts'

/** If there are more talks, the newest ones are read. */
const maxTalks = 1000

/**
 * Answers which talk has most of something, or is the longest, from what the notes keep of each talk; undefined if that is not
 * asked.
 */
export async function answerExtreme(
  query: Query,
  engine: SearchEngine,
  { limit = defaultLines, offset = 0, among }: PageOptions & { readonly among?: ReadonlySet<string> } = {},
): Promise<Listing | undefined> {
  if (!isOfWordsAndFields(query)) return undefined
  const request = readExtremeRequest(withoutFilters(query))
  if (request === undefined) return undefined
  const named = await scopeOf(request, engine)
  if (named === 'unknown') return tellUnknown(request, query, engine)
  const narrowings = [...named, ...narrowingsTyped(query)]
  const ofKind = request.kind === undefined ? [] : [`kind:${request.kind}`]
  const clauses = [...ofKind, ...narrowings.map(({ clause }) => clause)]
  const all = clauses.length === 0 ? everyTalk : clauses.join(' ')
  const found = onlyAmong(await engine.search(parseQuery(all), { limit: maxTalks, sort: 'newest' }), among)
  const place = narrowings.map((narrowing) => ` ${describeNarrowing(narrowing, found.total)}`).join('')
  const measured = found.results.flatMap((result): Measured[] => {
    const amount = amountIn(result.talk, request)
    return amount === undefined ? [] : [{ result, amount }]
  })
  const first = extremesOf(measured, request)
  const start = pageStart(first.length, { offset, limit })
  return {
    ...sentenceAlone(
      query.text,
      describeExtreme(first, {
        request,
        place,
        total: found.total,
        looked: found.results.length,
        measured: measured.length,
      }),
      found,
    ),
    results: first.slice(start, start + limit).map(({ result }) => result),
    offset: start,
    total: first.length,
    suggestions: suggestionsFor(first, request),
  }
}

function onlyAmong(found: SearchResults, ids: ReadonlySet<string> | undefined): SearchResults {
  if (ids === undefined) return found
  const results = found.results.filter(({ talk }) => ids.has(talk.id))
  return { ...found, results, total: results.length }
}

/** The notes do not have the name that the talks were to be narrowed to. */
async function tellUnknown(
  { scope = '' }: ExtremeRequest,
  { text }: Query,
  engine: SearchEngine,
): Promise<Listing> {
  const found = await engine.search(parseQuery(everyTalk), { limit: 1 })
  const sentence = `The notes have no event, year, speaker or tag “${scope}” to look in.`
  const ofAll = text
    .slice(0, text.lastIndexOf(scope))
    .replace(/(?:\s+(?:of|at|from|in|by|about|on|tagged|the))+\s*$/i, '')
  return {
    ...sentenceAlone(text, sentence, found),
    suggestions: [asQuestion(ofAll), offeredLists.event],
  }
}

/** What a name narrows the talks down to, if one is given; `unknown` if the notes do not have that name. */
async function scopeOf(
  { scope }: ExtremeRequest,
  engine: SearchEngine,
): Promise<readonly Narrowing[] | 'unknown'> {
  if (scope === undefined) return []
  const names = await engine.names()
  const known = (fields: readonly FilterField[], isPart?: boolean) =>
    fields.flatMap((field): Narrowing[] => {
      const clause = names.clauseFor(field, scope, isPart)
      return clause === undefined ? [] : [{ field, name: scope, clause }]
    })
  const [first] = [
    ...known(['year', 'event', 'speaker', 'tag', 'lang']),
    ...known(['event', 'speaker'], true),
  ]
  return first === undefined ? 'unknown' : [first]
}

function amountIn(talk: Talk, { by }: ExtremeRequest): number | undefined {
  if (by !== 'length') return by.of(talk).length
  const lengths = slotsOf(talk).flatMap((slot) => slotLength(slot) ?? [])
  return lengths.length === 0 ? undefined : lengths.reduce((a, b) => Math.max(a, b))
}

function extremesOf(measured: readonly Measured[], { by, bound, than }: ExtremeRequest): readonly Measured[] {
  if (than !== undefined)
    return measured.filter(({ amount }) => (bound === 'most' ? amount > than : amount < than))
  const [first] = measured.toSorted((a, b) => (bound === 'most' ? b.amount - a.amount : a.amount - b.amount))
  if (first === undefined || (by !== 'length' && bound === 'most' && first.amount === 0)) return []
  return measured.filter(({ amount }) => amount === first.amount)
}

/** What the talk has; what there is, if nothing is known. */
function suggestionsFor(first: readonly Measured[], { by }: ExtremeRequest): readonly string[] {
  const [one] = first
  if (one === undefined) return [offeredLists.talk, offeredLists.tag]
  if (first.length > 1 || by === 'length' || one.amount === 0) return []
  return [`What ${by.name}s does “${one.result.talk.title}” have?`]
}
