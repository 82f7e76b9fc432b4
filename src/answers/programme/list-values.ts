import { describeDate, describeDays } from '../../calendar/describe-days.ts'
import { amountOf } from '../../text/amount-of.ts'
import type { ListedValue } from '../listing/listing.ts'
import { questionFor } from './describe-near-days.ts'
import type { Programme } from './find/find-programme.ts'
import { daysOf } from './find/find-sessions.ts'
import type { ProgrammeValue } from './programme-request.ts'

/** The speakers, rooms or days of what is on: in their order, or speakers with the most talks first. */
export function valuesOnProgramme(
  { picked: asked, onDays, request }: Pick<Programme, 'picked' | 'onDays' | 'request'>,
  of: ProgrammeValue,
): readonly ListedValue[] {
  const taken = new Set(asked.map(({ slot }) => slot.room))
  const picked = request.isFree ? onDays.filter(({ slot }) => !taken.has(slot.room)) : asked
  const byName = Map.groupBy(
    picked.flatMap((session) => namesOf(session, of).map((name) => ({ name, session }))),
    ({ name }) => name,
  )
  const values = [...byName].map(([value, own]) => {
    const sessions = own.map(({ session }) => session)
    const days = daysOf(sessions)
    const when = days.length === 0 ? '' : ` ${describeDays({ first: days[0]!, last: days.at(-1)! })}`
    const asked = of === 'room' ? `What is on in ${value}` : `What does ${value} present`
    const ofDay = of === 'day' ? questionFor(value, own[0]!.session.here.date) : undefined
    const talks = new Set(sessions.map(({ given }) => given.talk.id)).size
    return { value, talks, sessions, question: ofDay ?? `${asked}${when}?` }
  })
  const names = new Intl.Collator('en', { numeric: true })
  const sorted = values.sort(
    (a, b) => (of === 'speaker' ? b.talks - a.talks : 0) || names.compare(a.value, b.value),
  )
  return sorted.map(({ sessions, talks, value, question }) => {
    if (of !== 'day') return { value, talks, question }
    const { counted } = request
    return counted === undefined
      ? { value: describeDate(value), talks, question }
      : { value: `${describeDate(value)}: ${howMany(sessions, counted)}`, question }
  })
}

/** howMany(sessions, 'speaker') // => '12 speakers' */
function howMany(sessions: Programme['picked'], counted: 'speaker' | 'room'): string {
  const names = new Set(sessions.flatMap((session) => namesOf(session, counted)))
  return amountOf(names.size, counted)
}

function namesOf({ given, slot }: Programme['picked'][number], of: ProgrammeValue): readonly string[] {
  if (of === 'speaker') return given.talk.speakers.map(({ name }) => name)
  const name = of === 'room' ? slot.room : slot.date
  return name === undefined ? [] : [name]
}
