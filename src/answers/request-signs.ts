import { dayNames, monthNames } from '../calendar/day-names.ts'
import { spellings } from '../calendar/spellings.ts'
import type { KnownNames } from '../search/filter/known-names.ts'
import type { Query } from '../search/query/query.ts'
import * as lists from './listing/list-words.ts'
import { dayField } from './programme/find/dates-in-fields.ts'
import { germanWords } from './programme/read/in-english.ts'
import * as programme from './programme/read/programme-words.ts'

/**
 * Signs that a question may want something else than what talks say. Most questions have none, and then no reader of lists or
 * programmes looks at them. A sign may mislead, since the readers decide; none may be missing that they go by.
 */

/** Whether a question may want a list or a count: it says what can be listed, or that something is to be listed. */
export function mayWantList({ words, filters }: Query): boolean {
  const plain = words.filter(
    (word) => !filters.some(({ start, end }) => start <= word.start && word.end <= end),
  )
  const mayHave = (beginnings: ReadonlySet<string>) => plain.some(({ folded }) => beginnings.has(folded))
  const said = ` ${plain.map(({ folded }) => folded).join(' ')} `
  const says = (phrases: ReadonlySet<string>) => phrases.values().some((one) => said.includes(` ${one} `))
  return (
    (mayHave(lists.thingBeginnings) && lists.things.some(({ names }) => says(names))) ||
    (mayHave(lists.wantingBeginnings) && (says(lists.listing) || says(lists.counting)))
  )
}

/** Whether a question may ask of a day, a time, a room or a programme. */
export function mayGoByClock(question: string, names: Pick<KnownNames, 'rooms' | 'hasWord'>): boolean {
  if (clockPhrases.some((phrase) => question.search(phrase) >= 0)) return true
  const runs = question.toLowerCase().match(letters) ?? []
  if (runs.some((run) => clockWords.has(run) || mayBeSlip(run))) return true
  return names.rooms.length > 0 && question.split(/[\s,]+/).some((word) => names.hasWord('room', word))
}

const letters = /[\p{L}\p{M}]+/gu

const clockPhrases: readonly RegExp[] = [
  dayField,
  // `3pm`, `2026-11-28`, `@ 9`, but not `python3`.
  /(?<![\p{L}\d])\d|@/u,
  /\b(?:at|around|after|from|since|before|until|till|between)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i,
  /\b(?:what|wat|who|any(?:thing|one|body)|some(?:thing|one|body))(?:['’]?s)?\s+(?:(?:is|was|will\s+be|r)\s+)?(?:still\s+)?(?:on|up)\b/i,
  /\bgoing\s+on\b|\bline-up\b|\bhow\s+(?:much\s+)?long|\brest\s+of\b|\bsame\s+time\b/i,
  /\b(?:clash|collid|overlap|conflict)/i,
]

/** Of weekdays and months, as people shorten them. */
const beginningsOfDays = [...dayNames, ...monthNames].flatMap((name) =>
  Array.from({ length: name.length - 2 }, (_, at) => name.slice(0, at + 3).toLowerCase()),
)

const clockWords: ReadonlySet<string> = new Set([
  ...beginningsOfDays,
  ...spellings.keys(),
  ...germanWords,
  ...programme.programmeWords,
  ...programme.roomWords,
  ...programme.roomsWords,
  ...programme.busyWords,
  ...programme.misspellable,
  ...`today day days week weeks weekend fortnight month months year years date noon midday midnight night hour hours hr
  h minute minutes min m present moment now next later afterwards remainder left remaining first last final after
  before since until till during following while parallel alongside opposite follows lunch lunchtime lunchbreak when
  whens where wheres time late early length duration slot place miss missed happened over done finished ended started
  begun running still panels`.split(/\s+/),
])

/** Whether a word has the letters of one that is known with a slip in it, all but two. */
function mayBeSlip(word: string): boolean {
  return programme.misspellable.some(
    (known) =>
      known[0] === word[0] &&
      Math.abs(known.length - word.length) <= maxSlips &&
      lettersLacking(known, word) <= maxSlips &&
      lettersLacking(word, known) <= maxSlips,
  )
}

const maxSlips = 2

/** How many letters of one word another lacks. */
function lettersLacking(word: string, other: string): number {
  let rest = other
  let lacking = 0
  for (const letter of word) {
    if (rest.includes(letter)) rest = rest.replace(letter, '')
    else lacking++
  }
  return lacking
}
