import type { Now } from '../../../calendar/now.ts'
import type { SearchEngine } from '../../../search/search-engine.ts'
import { type Break, lunchOf } from './breaks.ts'
import { daysOf, type FoundSession, sessionsOf, talkFinder } from './find-sessions.ts'

/**
 * The lunch break of each day that these are on, in their events, as far as there is one.
 * @param engine finds the other talks of these days; absent if these are all
 */
export async function lunchBreaks(
  sessions: readonly FoundSession[],
  engine: SearchEngine | undefined,
  now: Now,
): Promise<ReadonlyMap<string, Break | undefined>> {
  const days = daysOf(sessions)
  const all =
    engine === undefined || days.length === 0
      ? sessions
      : (await talkFinder(engine)([`date:${days[0]}..${days.at(-1)}`])).results
          .flatMap((result) => sessionsOf(result, now))
          .filter(({ given }) => sessions.some((one) => one.given.talk.event.id === given.talk.event.id))
  return new Map(
    days.map((day) => [day, lunchOf(all.map(({ slot }) => slot).filter(({ date }) => date === day))]),
  )
}
