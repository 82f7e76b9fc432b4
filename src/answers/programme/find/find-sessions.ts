import { dateIn, timeIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import { slotsOf } from '../../../notes/talk-slots.ts'
import { parseQuery } from '../../../search/query/parse-query.ts'
import { defaultParameters } from '../../../search/rank/parameters.ts'
import type { SearchEngine, SearchResult, SearchResults } from '../../../search/search-engine.ts'
import { everyTalk } from '../../listing/every-talk.ts'
import type { ProgrammeRequest } from '../programme-request.ts'
import { asTalkKind, isOfKind, nounsOf } from '../session-kinds.ts'
import { eventZone } from './event-zone.ts'
import type { Session } from './pick-sessions.ts'

/** No programme of a day, and none of an event that is narrowed to a room, has more talks. */
const maxTalks = 5000

export type FoundSession = Session<SearchResult>

export type TalksOfRequest = Pick<SearchResults, 'results' | 'notices' | 'corpusVersion'>

/** Finds the talks that a request and further clauses leave. */
export type FindTalks = (more: readonly string[]) => Promise<TalksOfRequest>

/** @param request what narrows the talks down. Default: nothing */
export function talkFinder(
  engine: SearchEngine,
  request: ProgrammeRequest = { rooms: [], narrowings: [] },
): FindTalks {
  const { kindLeftOut } = request
  const find = findOfKind(engine, request)
  if (kindLeftOut === undefined) return find
  return async (more) => {
    const found = await find(more)
    return { ...found, results: found.results.filter(({ talk }) => !isOfKind(talk, kindLeftOut)) }
  }
}

function findOfKind(engine: SearchEngine, { rooms, narrowings, topic, kind }: ProgrammeRequest): FindTalks {
  const clauses = [...narrowings, ...rooms].map(({ clause }) => clause)
  const find = (words: readonly string[], isOnTopic: boolean) =>
    engine.search(parseQuery(words.join(' ').trim()), {
      limit: maxTalks,
      spelling: isOnTopic,
      ...(isOnTopic && { minShare: defaultParameters.decision.listedShareOfTopic }),
    })
  return async (more) => {
    const all = [...clauses, ...more]
    if (topic !== undefined) {
      const found = await find([topic, ...all], true)
      return kind ? { ...found, results: found.results.filter(({ talk }) => isOfKind(talk, kind)) } : found
    }
    // If all clauses exclude, they exclude from all talks.
    const isOfAll = all.every((clause) => clause.startsWith('-'))
    if (kind === undefined) return find(isOfAll ? [everyTalk, ...all] : all, false)
    // The kind in a field, and the kind that only a title or a tag says.
    const field = asTalkKind(kind)
    const [named, said] = [
      field && (await find([`kind:${field}`, ...all], false)),
      await find([nounsOf(kind)[0], ...all], false),
    ]
    const results = [...(named?.results ?? []), ...said.results.filter(({ talk }) => isOfKind(talk, kind))]
    const byId = new Map(results.map((result) => [result.talk.id, result]))
    return { ...said, results: [...byId.values()] }
  }
}

/** Each of its times, by the clocks of its event. */
export function sessionsOf(given: SearchResult, now: Now): readonly FoundSession[] {
  const zone = eventZone(given.talk.event, now)
  const here = { date: dateIn(zone, now.at), time: timeIn(zone, now.at) }
  return slotsOf(given.talk).map((slot) => ({ given, slot, here }))
}

/** All days that these are on, in order. */
export const daysOf = (sessions: readonly Pick<Session<unknown>, 'slot'>[]): readonly string[] =>
  [...new Set(sessions.flatMap(({ slot }) => slot.date ?? []))].sort()
