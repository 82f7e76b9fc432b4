import { isDayOrMonth, relativeBeginnings } from '../../../calendar/read-date.ts'
import { remembering } from '../../../text/remembering.ts'
import { nowBeginnings } from './read-time-phrase.ts'

/** Whether a day or a time may begin with a word: all that the readers of both begin with is here. */
export const mayBeginDayOrTime = remembering(
  (word) => /\d/.test(word) || beginnings.has(word) || isDayOrMonth(word),
)

const otherBeginnings = `tonight for during on of from between first second third fourth fifth sixth seventh final left remaining
  later within over a an half quarter one two three four five six seven eight nine ten eleven twelve before around post pre
  since until till @ noon midday`

const beginnings: ReadonlySet<string> = new Set([
  ...relativeBeginnings,
  ...nowBeginnings,
  ...otherBeginnings.split(/\s+/),
])
