import { describeDays } from '../../calendar/describe-days.ts'
import type { ListedValue } from '../listing/listing.ts'
import type { Programme } from './find/find-programme.ts'
import { daysOf } from './find/find-sessions.ts'
import type { ProgrammeValue } from './programme-request.ts'

/** Who speaks, or in which rooms, of what is on: by name, as rooms are, or those of most talks first. */
export function valuesOnProgramme(
  { picked: asked, onDays, request }: Pick<Programme, 'picked' | 'onDays' | 'request'>,
  of: ProgrammeValue,
): readonly ListedValue[] {
  const taken = new Set(asked.map(({ slot }) => slot.room))
  const picked = request.isFree ? onDays.filter(({ slot }) => !taken.has(slot.room)) : asked
  const namesOf = ({ given, slot }: Programme['picked'][number]) =>
    of === 'room' ? (slot.room ?? []) : given.talk.speakers.map(({ name }) => name)
  const byName = Map.groupBy(
    picked.flatMap((session) => [namesOf(session)].flat().map((name) => ({ name, session }))),
    ({ name }) => name,
  )
  const values = [...byName].map(([value, own]) => {
    const sessions = own.map(({ session }) => session)
    const days = daysOf(sessions)
    const when = days.length === 0 ? '' : ` ${describeDays({ first: days[0]!, last: days.at(-1)! })}`
    const asked = of === 'room' ? `What is on in ${value}` : `What does ${value} present`
    const talks = new Set(sessions.map(({ given }) => given.talk.id)).size
    return { value, talks, question: `${asked}${when}?` }
  })
  const names = new Intl.Collator('en', { numeric: true })
  return values.sort((a, b) => (of === 'room' ? 0 : b.talks - a.talks) || names.compare(a.value, b.value))
}
