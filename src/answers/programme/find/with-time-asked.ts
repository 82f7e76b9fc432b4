import type { Slot, Talk } from '../../../notes/talk.ts'
import { slotsOf } from '../../../notes/talk-slots.ts'
import { wholeTalk } from '../../../notes/whole-talk.ts'
import type { Filter } from '../../../search/query/query.ts'
import type { SearchResult } from '../../../search/search-engine.ts'
import { isRoomOf } from './rooms-asked.ts'

/** Whether a talk that is given several times is meant at only some of these. */
export const asksForTime = (filters: readonly Filter[]) =>
  filters.some(({ field, isExcluded }) => (field === 'date' || field === 'room') && !isExcluded)

/** The talks that were found, each with the time first that the filters mean, since the first time is shown. */
export const withTimesAsked = (
  results: readonly SearchResult[],
  filters: readonly Filter[],
): readonly SearchResult[] =>
  results.map((result) => ({ ...result, talk: withTimeAsked(result.talk, filters) }))

function withTimeAsked(talk: Talk, filters: readonly Filter[]): Talk {
  const slots = slotsOf(talk)
  const place = slots.findIndex((slot) => filters.every((filter) => fits(slot, filter)))
  if (place <= 0) return talk
  const { date, starts, ends, room, ...untimed } = wholeTalk(talk)
  return { ...untimed, ...slots[place], again: slots.toSpliced(place, 1) }
}

function fits({ date = '', room }: Slot, { field, anyOf, isExcluded }: Filter): boolean {
  if (isExcluded) return true
  if (field === 'room') return anyOf.some((value) => isRoomOf(room, value))
  if (field !== 'date') return true
  return anyOf.some(
    (value) => value.form === 'days' && (value.from ?? '') <= date && date <= (value.to ?? '9999'),
  )
}
