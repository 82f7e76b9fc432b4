import type { TipFilter } from '../tip.ts'
import { readAbsence } from './read-absence.ts'
import { readRhythm } from './read-rhythm.ts'
import { readTime, readZone } from './read-time.ts'
import type { ClauseRead } from './tips-clause.ts'

export function readHolidays(words: readonly string[], at: number): ClauseRead | undefined {
  const text = words
    .slice(at, at + 4)
    .join(' ')
    .toLowerCase()
  const none = /^(?:include|including|also on|with) (public )?holidays\b/.exec(text)
  if (none) return { clause: { holidays: 'none' }, end: at + none[0].split(' ').length }
  const skip = /^(?:skip|skipping|except|without|not on|no) (?:public )?holidays (?:in|of|for)\b/.exec(text)
  if (!skip) return undefined
  const start = at + skip[0].split(' ').length
  const area = phrase(words, start, { commas: false })
  return area.words.length === 0
    ? undefined
    : { clause: { holidays: { area: area.words.join(' ') } }, end: area.end }
}

export function readFilter(words: readonly string[], at: number): ClauseRead | undefined {
  const word = words[at]!.toLowerCase()
  if (!['about', 'from', 'by'].includes(word)) return undefined
  // `from talks about flask or testing`, as Hallway words it.
  if (/^from talks (?:about|by)$/i.test(words.slice(at, at + 3).join(' '))) return readFilter(words, at + 2)
  const { words: said, end } = phrase(words, at + 1, {
    commas: word !== 'from' || words[at + 1]?.startsWith('#') === true,
  })
  const filter = asFilter(word, said)
  return filter && { clause: { filter }, end }
}

function asFilter(word: string, said: readonly string[]): TipFilter | undefined {
  const text = said.join(' ')
  if (text === '') return undefined
  if (/^(all|all (the )?notes|all talks|all events|everything|anything|everyone|anyone)$/i.test(text))
    return { kind: 'all' }
  const names = text.split(/\s*,\s*(?:and |or )?|\s+(?:and|or)\s+/iu).filter(Boolean)
  if (names.length === 0) return undefined
  if (word === 'by') return { kind: 'speakers', speakers: names }
  if (word === 'about') return { kind: 'tags', tags: names.map(withoutHash) }
  return text.startsWith('#')
    ? { kind: 'tags', tags: names.map(withoutHash) }
    : { kind: 'event', event: text }
}

const withoutHash = (tag: string) => tag.replace(/^#+(?=.)/u, '')

/** Words up to the next clause. */
function phrase(words: readonly string[], at: number, { commas }: { readonly commas: boolean }) {
  let end = at
  while (end < words.length && (commas || words[end] !== ',') && !(end > at && beginsClause(words, end)))
    end++
  // A comma or "and" that leads to the next clause belongs to neither.
  let last = end
  while (last > at && /^(,|and)$/i.test(words[last - 1]!)) last--
  return { words: words.slice(at, last), end }
}

function beginsClause(words: readonly string[], at: number): boolean {
  const word = words[at]!.toLowerCase()
  if (['at', 'on', 'every', 'each', 'in', '@'].includes(word)) {
    return [readTime, readRhythm, readZone].some((read) => (read(words, at)?.end ?? 0) > at + 1)
  }
  if (['about', 'from', 'by', 'daily', 'weekdays', 'weekends'].includes(word)) return true
  if (readAbsence(words, at) !== undefined) return true
  return word.includes('/') ? readZone(words, at) !== undefined : readHolidays(words, at) !== undefined
}
