import { clockTime } from './clock-time.ts'

/**
 * A time of day at this place, as `HH:MM`, and the index of the word after it: `9`, `9:30`, `9.30`, `8 am`, `17h30`, `noon`,
 * `half past 2`, `quarter to 5`.
 */
export function readClockTime(
  words: readonly string[],
  at: number,
): { readonly time: string; readonly end: number } | undefined {
  const past = minutesPast(words, at)
  const whole = past && readClockTime(words, past.end)
  if (past && whole?.time.endsWith(':00'))
    return { time: afterHour(whole.time, past.minutes), end: whole.end }
  const [word, half] = [words[at], words[at + 1]]
  if (word === undefined) return undefined
  const joined = /^[ap]\.?m\.?$/i.test(half ?? '') ? asTime(word + half) : undefined
  const time = joined ?? asTime(word)
  return time === undefined ? undefined : { time, end: at + (joined ? 2 : 1) }
}

/** `half past`, `a quarter to`. */
function minutesPast(words: readonly string[], at: number) {
  const start = /^a$/i.test(words[at] ?? '') ? at + 1 : at
  const said = `${words[start] ?? ''} ${words[start + 1] ?? ''}`.toLowerCase()
  const minutes = pasts.get(said)
  return minutes === undefined ? undefined : { minutes, end: start + 2 }
}

const pasts: ReadonlyMap<string, number> = new Map([
  ['half past', 30],
  ['quarter past', 15],
  ['quarter to', -15],
])

function afterHour(time: string, minutes: number): string {
  const hour = (Number(time.slice(0, 2)) + (minutes < 0 ? 23 : 0)) % 24
  return `${String(hour).padStart(2, '0')}:${String((minutes + 60) % 60).padStart(2, '0')}`
}

function asTime(word: string): string | undefined {
  const text = word.toLowerCase().replace(/\.(?=m|$)/g, '')
  if (text === 'noon' || text === 'midday') return '12:00'
  if (text === 'midnight') return '00:00'
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?h?(am|pm)?$/.exec(text)
  if (!match) return undefined
  return clockTime(Number(match[1]), Number(match[2] ?? 0), match[3])
}
