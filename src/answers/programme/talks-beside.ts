import { addDays } from '../../calendar/days.ts'
import type { Now } from '../../calendar/now.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { describeSlot } from '../describe-slot.ts'
import { type FoundSession, sessionsOf, talkFinder } from './find/find-sessions.ts'
import { inOrder } from './find/pick-sessions.ts'
import { endMoment, momentOf, startMoment } from './find/slot-times.ts'
import type { WhenRequest } from './when-request.ts'

/** A sentence, and the talks that it is about, each at one of its times. */
export interface SessionsTold {
  readonly explanation: string
  readonly shown: readonly FoundSession[]
}

type Beside = Extract<WhenRequest['asks'], 'after' | 'before' | 'meanwhile'>

export const asksBeside = (asks: WhenRequest['asks']): asks is Beside =>
  asks === 'after' || asks === 'before' || asks === 'meanwhile'

/** What is given before or after a talk in its room, or elsewhere at its time. @param known its times */
export async function talksBeside(
  asks: Beside,
  known: readonly FoundSession[],
  parts: { readonly engine: SearchEngine; readonly now: Now },
): Promise<SessionsTold> {
  const own = presentOf(known)
  const { slot, given } = own
  if (slot.date === undefined || slot.starts === undefined)
    return {
      explanation: `The notes do not say at what time “${given.talk.title}” is: ${describeSlot(slot)}.`,
      shown: [own],
    }
  const others = await othersAround(own, slot.date, parts)
  return asks === 'meanwhile' ? atSameTime(own, others) : nextTo(asks, own, others)
}

/** All other talks of its event on its day and those beside. */
async function othersAround(
  { slot, given: { talk } }: FoundSession,
  date: string,
  { engine, now }: { readonly engine: SearchEngine; readonly now: Now },
): Promise<readonly FoundSession[]> {
  const find = talkFinder(engine)
  const { results } = await find([`date:${addDays(date, -1)}..${addDays(date, 1)}`])
  return inOrder(results.flatMap((result) => sessionsOf(result, now))).filter(
    (other) =>
      other.given.talk.event.id === talk.event.id &&
      startMoment(other.slot) !== '' &&
      !(other.given.talk.id === talk.id && startMoment(other.slot) === startMoment(slot)),
  )
}

function atSameTime(own: FoundSession, others: readonly FoundSession[]): SessionsTold {
  const [start, end] = [startMoment(own.slot), endMoment(own.slot)]
  const shown = others.filter((other) => startMoment(other.slot) < end && endMoment(other.slot) > start)
  return { explanation: `${counted(shown)} at the same time as ${called(own)}.`, shown }
}

/** Those in its room; if there are none, those elsewhere. */
function nextTo(asks: 'after' | 'before', own: FoundSession, others: readonly FoundSession[]): SessionsTold {
  const { date, room } = own.slot
  const near = others.filter(
    ({ slot }) =>
      slot.date === date &&
      (asks === 'after'
        ? startMoment(slot) >= endMoment(own.slot)
        : endMoment(slot) <= startMoment(own.slot)),
  )
  const nearest = (sessions: readonly FoundSession[]) => {
    const edge = startMoment((asks === 'after' ? sessions[0] : sessions.at(-1))?.slot ?? {})
    return sessions.filter(({ slot }) => startMoment(slot) === edge)
  }
  const there = nearest(room === undefined ? near : near.filter(({ slot }) => slot.room === room))
  const where = room === undefined ? '' : ` in ${room}`
  if (there.length > 0) {
    const count = there.length === 1 ? '1 talk is' : `${there.length} talks are`
    return { explanation: `${count} next ${asks} ${called(own)}${where}.`, shown: there }
  }
  const elsewhere = nearest(near)
  const rest = elsewhere.length === 0 ? '' : ` These are next ${asks} it elsewhere.`
  return { explanation: `No talk is ${asks} ${called(own)}${where} that day.${rest}`, shown: elsewhere }
}

const called = ({ slot, given }: FoundSession) => `“${given.talk.title}” (${describeSlot(slot)})`

const counted = ({ length }: readonly unknown[]) =>
  length === 0 ? 'No other talk is' : length === 1 ? '1 other talk is' : `${length} other talks are`

/** The one that is on, or else the next one, or else the last one. */
const presentOf = (sessions: readonly FoundSession[]): FoundSession =>
  sessions.find(({ slot, here }) => endMoment(slot) > momentOf(here)) ?? sessions.at(-1)!
