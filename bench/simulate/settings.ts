import { addDays } from '../../src/calendar/days.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay } from '../../src/tips/settings/settings.ts'
import { readTipSettings } from '../../src/tips/settings/stored-settings.ts'
import type { Place } from './place.ts'

/** What people have chosen for the tips of a channel. */
export interface Standing {
  readonly state: string
  readonly time: string
  readonly weekdays: readonly number[]
  /** Each date, `YYYY-MM-DD`, sorted. */
  readonly daysOff: readonly string[]
  /** `YYYY-MM-DD`; empty if there is no pause. */
  readonly pausedUntil: string
  /** As JSON. */
  readonly filter: string
}

/** A channel with tips. */
export interface TipsHere {
  readonly place: Place
  readonly channelId: string
  /** As last confirmed. */
  confirmed: Standing
  /** Whether people change them. If not, each day has a tip. */
  readonly isChanged: boolean
  /** Days, `YYYY-MM-DD`, on which Slack refused the tip for good. */
  readonly refused: Set<string>
}

export async function setUpTips(
  given: Pick<TipsHere, 'place' | 'channelId' | 'isChanged'>,
  { store, time, now }: { readonly store: OpenStore; readonly time: string; readonly now: number },
): Promise<TipsHere> {
  const { workspace } = given.place
  await saveTipSettings(
    { store, holidays: createHolidays() },
    {
      channel: { teamId: workspace.teamId, channelId: given.channelId },
      state: 'on',
      settings: { time, zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } },
      setUpBy: workspace.colleague.id,
      now,
    },
  )
  return { ...given, confirmed: await standingOf(given, store), refused: new Set() }
}

/** @throws if nobody has set the tips up */
export async function standingOf(
  { place, channelId }: Pick<TipsHere, 'place' | 'channelId'>,
  store: OpenStore,
): Promise<Standing> {
  const subscription = await store.tipSubscription({ teamId: place.workspace.teamId, channelId })
  const settings = subscription && readTipSettings(subscription.settings)
  if (settings === undefined) throw new Error(`The tips of ${channelId} are gone.`)
  const { time, weekdays, daysOff = [], pausedUntil = '', filter } = settings
  return {
    state: subscription?.state ?? '',
    time,
    weekdays,
    daysOff: daysOff.flatMap(({ first, last }) => daysFrom(first, last)),
    pausedUntil,
    filter: JSON.stringify(filter),
  }
}

/** @param first and @param last as `YYYY-MM-DD` */
export function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** Whether the same holds from `today` (`YYYY-MM-DD`) on: days off and a pause that are over may be left out. */
export const isSame = (one: Standing, other: Standing, today: string): boolean =>
  JSON.stringify(toCome(one, today)) === JSON.stringify(toCome(other, today))

const toCome = (standing: Standing, today: string): Standing => ({
  ...standing,
  daysOff: standing.daysOff.filter((day) => day >= today),
  pausedUntil: standing.pausedUntil > today ? standing.pausedUntil : '',
})

/** The tips of a channel by the day on which they appeared, `YYYY-MM-DD`. */
export function tipsByDay({ place, channelId }: TipsHere): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { bot_id, thread_ts, ts, reply_count } of place.workspace.messages(channelId)) {
    if (bot_id === undefined || (thread_ts !== undefined && reply_count === undefined)) continue
    const day = dayOf(Number(ts) * 1000)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return days
}

export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
