import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeginDayOrTime } from '../../../src/answers/programme/read/may-begin.ts'
import { readDays } from '../../../src/answers/programme/read/read-days.ts'
import { readTimePhrase } from '../../../src/answers/programme/read/read-time-phrase.ts'
import { word } from '../../../src/calendar/word-at.ts'
import { runs } from '../../helpers/runs.ts'

const names = {
  clauseFor: () => undefined,
  hasWord: () => false,
  days: () => ['2026-03-12'],
  rooms: () => [],
}

/** What days and times are said with, and what is none. */
const said = fc.constantFrom(
  ...`tonight this for during the rest remainder on of from in between yesterday today tomorrow tmrw day days next coming nxt
  first second third fourth fifth sixth seventh eighth 1st 2nd last final left remaining later within over a an half quarter
  zero one two three four five six seven eight nine ten eleven twelve hour hours hrs h minute minutes mins m right just now rn
  atm moment present minute currently at up before after around post pre since until till to and & - – @ noon midday midnight
  lunch lunchtime break time morning afternoon evening night week weekend weeks month year monday mon tues weds thursday.
  january feb. mar may june july sept december dec 2026 2026-03-12 12.3. 3.12 12/3 12-3-2026 3pm 10:30 10h30 9-11 9–11am 1h
  30min #2 2 12th couple , o’clock past talk flask the afterwards that`.split(/\s+/),
)

test('whatever is read as a day or a time begins with a word that may begin one', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 6 }), (words) => {
      const read = readDays(words, 0, names) ?? readTimePhrase(words, 0)
      if (read !== undefined) expect([words, mayBeginDayOrTime(word(words, 0))]).toEqual([words, true])
    }),
    { numRuns: runs(5_000) },
  )
})

test('most words begin none', () => {
  expect(['flask', 'how', 'testing', 'who', 'deploy'].filter(mayBeginDayOrTime)).toEqual([])
})
