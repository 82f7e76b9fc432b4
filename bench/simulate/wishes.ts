import { everyDay } from '../../src/tips/settings/settings.ts'
import { pick, type Random } from '../random.ts'
import { daysFrom, isSame, type Standing } from './settings.ts'

/** What somebody says after `tips`. */
export interface Wish {
  readonly words: string
  /** Whether this is what it makes of what was there before, as far as it is still to come on `today` (`YYYY-MM-DD`). */
  readonly isGranted: (before: Standing, after: Standing, today: string) => boolean
}

/** Some are absolute, and hold if they are granted twice; some depend on what was there before. */
export function drawWish(random: Random): Wish {
  const time = drawTime(random)
  return pick(
    [
      { words: 'off', isGranted: becomes((before) => ({ ...before, state: 'off' })) },
      { words: 'on', isGranted: becomes((before) => ({ ...before, state: 'on' })) },
      { words: `at ${time} UTC`, isGranted: becomes((before) => ({ ...before, state: 'on', time })) },
      {
        words: 'on mondays and fridays',
        isGranted: becomes((before) => ({ ...before, state: 'on', weekdays: [1, 5] })),
      },
      { words: 'daily', isGranted: becomes((before) => ({ ...before, state: 'on', weekdays: everyDay })) },
      {
        words: 'about testing',
        isGranted: becomes((before) => ({ ...before, filter: '{"kind":"tags","tags":["testing"]}' })),
      },
      { words: 'from all notes', isGranted: becomes((before) => ({ ...before, filter: '{"kind":"all"}' })) },
      // Of tips that are off it is said that there is nothing to pause.
      {
        words: 'pause until 5 March 2027',
        isGranted: becomes((before) =>
          before.state === 'off' ? before : { ...before, pausedUntil: '2027-03-05' },
        ),
      },
      { words: 'resume', isGranted: becomes((before) => ({ ...before, state: 'on', pausedUntil: '' })) },
      {
        words: `off on 1 Feb 2027 to 4 Feb 2027`,
        isGranted: becomes((before) => ({ ...before, daysOff: withDays(before.daysOff, februaryDays) })),
      },
      {
        words: 'remove 2 Feb 2027',
        isGranted: becomes((before) => ({
          ...before,
          daysOff: before.daysOff.filter((day) => day !== '2027-02-02'),
        })),
      },
      { words: 'skip the next tip', isGranted: isOneDayMore },
    ],
    random,
  )
}

/** Between eight and four, `HH:MM`. */
export const drawTime = (random: Random): string =>
  `${String(8 + Math.floor(random() * 8)).padStart(2, '0')}:00`

export const februaryDays: readonly string[] = daysFrom('2027-02-01', '2027-02-04')

const withDays = (before: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...before, ...more])].sort()

const becomes =
  (granted: (before: Standing) => Standing): Wish['isGranted'] =>
  (before, after, today) =>
    isSame(granted(before), after, today)

const isOneDayMore: Wish['isGranted'] = (before, after, today) => {
  const added = after.daysOff.filter((day) => !before.daysOff.includes(day))
  return added.length === 1 && isSame({ ...before, daysOff: after.daysOff }, after, today)
}
