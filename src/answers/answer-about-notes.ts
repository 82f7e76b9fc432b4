import { describeDate } from '../calendar/describe-days.ts'
import type { Talk } from '../notes/talk.ts'
import { isOfWordsAlone, parseQuery } from '../search/query/parse-query.ts'
import type { Query, Sort } from '../search/query/query.ts'
import { type PageOptions, pageStart, type SearchEngine } from '../search/search-engine.ts'
import { amountOf } from '../text/amount-of.ts'
import { answerList } from './listing/answer-list.ts'
import { everyTalk } from './listing/every-talk.ts'
import { defaultLines, type Listing } from './listing/listing.ts'
import { offeredLists } from './listing/offered-lists.ts'
import { sentenceAlone } from './listing/sentence-alone.ts'
import { type NotesRequest, readNotesRequest } from './read-notes-request.ts'

/** Answers a question about the notes as a whole; undefined if it asks about what they say. */
export async function answerAboutNotes(
  query: Query,
  engine: SearchEngine,
  options: PageOptions = {},
): Promise<Listing | undefined> {
  if (!isOfWordsAlone(query)) return undefined
  const request = readNotesRequest(query.text, await engine.names())
  if (request === undefined) return undefined
  switch (request.asks) {
    case 'age':
      return aboutAge(query, engine)
    case 'writer':
      return tellAlone(query, 'The notes do not say who took them.', await anyTalk(engine, 'newest'))
    case 'best':
      return aboutBest(query, request, engine, options)
    case 'things':
    case 'overview':
      return overview(query, request, engine, options)
  }
}

/** A talk, and the notes that it belongs to. */
interface FoundTalk extends Pick<Listing, 'corpusVersion'> {
  readonly talk: Talk | undefined
}

async function anyTalk(engine: SearchEngine, sort: Sort): Promise<FoundTalk> {
  const { results, corpusVersion } = await engine.search(parseQuery(everyTalk), { limit: 1, sort })
  return { talk: results[0]?.talk, corpusVersion }
}

const tellAlone = ({ text }: Query, explanation: string, found: Pick<Listing, 'corpusVersion'>): Listing => ({
  ...sentenceAlone(text, explanation, found),
  suggestions: [offeredLists.event, offeredLists.talk],
})

async function aboutAge(query: Query, engine: SearchEngine): Promise<Listing> {
  const [newest, oldest] = [await anyTalk(engine, 'newest'), await anyTalk(engine, 'oldest')]
  const [last, first] = [describeTime(newest.talk), describeTime(oldest.talk)]
  const told =
    last === first
      ? `All talks are from ${last}`
      : `The newest talk is from ${last}, the oldest from ${first}`
  return tellAlone(query, `${told}. The notes do not say when they were written.`, newest)
}

/** `EuroPython 2012 (Monday 2 July 2012)` */
function describeTime(talk: Talk | undefined): string {
  if (talk === undefined) return 'no talk'
  const { event, date } = talk
  const day = date ?? event.starts
  if (day !== undefined)
    return `${event.name} (${date === undefined ? 'which began on ' : ''}${describeDate(day)})`
  return event.year === undefined || event.name.includes(`${event.year}`)
    ? event.name
    : `${event.name}, ${event.year}`
}

/** Keynotes are what an event itself thought most of. */
async function aboutBest(
  query: Query,
  { event }: NotesRequest,
  engine: SearchEngine,
  { limit = defaultLines, offset = 0 }: PageOptions,
): Promise<Listing> {
  const clauses = ['kind:keynote', ...(event ? [event] : [])].join(' ')
  const found = await engine.search(parseQuery(clauses), { limit, offset, sort: 'newest' })
  const keynotes =
    found.total === 0 ? '' : found.total === 1 ? ' This is the keynote:' : ' These are the keynotes:'
  return {
    ...tellAlone(query, `Talks are not ranked by ratings.${keynotes}`, found),
    results: found.results,
    offset: pageStart(found.total, { offset, limit }),
    total: found.total,
    suggestions: event ? [`list talks ${event}`] : [offeredLists.topic, offeredLists.talk],
  }
}

/** What most talks are about; also shown instead of a list that the notes do not keep. */
async function overview(
  query: Query,
  { event, things }: NotesRequest,
  engine: SearchEngine,
  options: PageOptions,
): Promise<Listing | undefined> {
  const narrowings = event
    ? [{ field: 'event', name: event.replace(/^event:"?|"$/g, ''), clause: event } as const]
    : []
  const list = await answerList({ of: 'tag', isCount: false, narrowings }, { query, engine }, options)
  if (list?.kind !== 'listing') return undefined
  const { limit = defaultLines, offset = 0 } = options
  const page = { limit, offset, sort: 'newest' } as const
  const { total, results } = await engine.search(parseQuery(event ?? everyTalk), page)
  const talks = amountOf(total, 'talk')
  const whose = narrowings[0] ? ` at ${narrowings[0].name}` : ''
  const areTagged = list.values.length > 0
  const having = things === undefined ? `have ${talks}${whose}` : `keep no list of ${things}${whose}`
  const topics =
    things === undefined
      ? ' Topics of the most talks come first:'
      : ' What talks are tagged with, most first:'
  return {
    ...list,
    explanation: `The notes ${having}.${areTagged ? topics : ''}`,
    // Notes without tags have titles.
    ...(!areTagged && { of: 'talk', results, total, offset: pageStart(total, { offset, limit }) }),
    suggestions: [
      ...(things && (await engine.names()).clauseFor('tag', things) ? [`Any talks on ${things}?`] : []),
      offeredLists.keynote,
      ...(areTagged ? [offeredLists.talk] : []),
    ],
  }
}
