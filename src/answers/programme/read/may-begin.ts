import { isDayOrMonth } from '../../../calendar/read-date.ts'
import { remembering } from '../../../text/remembering.ts'

/** Whether a day or a time may begin with a word: all that the readers of both begin with is here. */
export const mayBeginDayOrTime = remembering(
  (word) => /\d/.test(word) || beginnings.has(word) || isDayOrMonth(word),
)

const beginnings: ReadonlySet<string> = new Set(
  `tonight this for during the rest remainder on of from in between yesterday today tomorrow day next coming first second
  third fourth fifth sixth seventh last past final left remaining later within over a an half quarter one two three four five six
  seven eight nine ten eleven twelve right just now currently at up before after afterwards around post pre since until till @ noon
  midday`.split(/\s+/),
)
