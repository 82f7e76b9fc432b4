import { countOf } from './read-duration.ts'
import { plainWordAt, skip } from './word-at.ts'

/** Minutes, and the index of the word after them. */
interface MinutesRead {
  readonly minutes: number
  readonly end: number
}

/** A length in hours or minutes: `an hour`, `half an hour`, `30 min`, `1h`, `2 hours`, `an hour and a half`. */
export function readMinutes(words: readonly string[], at: number): MinutesRead | undefined {
  const part = partOfHour(words, at)
  if (part) return part
  const joined = /^(\d{1,3})(h|hr|m|min|minutes|hours)$/.exec(plainWordAt(words, at))
  const couple = plainWordAt(words, at) === 'a' && plainWordAt(words, at + 1) === 'couple'
  const count = joined ? Number(joined[1]) : couple ? 2 : countOf(plainWordAt(words, at))
  const unitAt = joined ? at : couple ? skip(words, at + 2, /^of$/) : at + 1
  const unit = minutesPerUnit(joined?.[2] ?? plainWordAt(words, unitAt))
  if (count === undefined || unit === undefined) return undefined
  const isHalfMore =
    words
      .slice(unitAt + 1, unitAt + 4)
      .join(' ')
      .toLowerCase() === 'and a half'
  return {
    minutes: count * unit + (isHalfMore ? unit / 2 : 0),
    end: unitAt + (isHalfMore ? 4 : 1),
  }
}

/** `half an hour`, `a quarter of an hour`. */
function partOfHour(words: readonly string[], at: number): MinutesRead | undefined {
  const start = skip(words, at, /^an?$/)
  const share = sharesOfHour.get(plainWordAt(words, start))
  const hourAt = skip(words, skip(words, start + 1, /^of$/), /^an?$/)
  return share !== undefined && plainWordAt(words, hourAt) === 'hour'
    ? { minutes: share, end: hourAt + 1 }
    : undefined
}

const sharesOfHour: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
])

function minutesPerUnit(unit: string): number | undefined {
  if (/^h(?:(?:ou)?rs?)?$/.test(unit)) return 60
  return /^m(?:in(?:ute)?s?)?$/.test(unit) ? 1 : undefined
}
