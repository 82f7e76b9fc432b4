import { foldName } from '../../text/fold.ts'
import { isEventName, ofAllEvents } from './event-names.ts'
import { yearIn } from './written-dates.ts'

/** Whether a folder is called by a code of an event and its year: `oad2019`. */
export function isCalledByCode(
  folder: { readonly name: string; readonly year?: number },
  event: string,
): boolean {
  const [, code] = codeAndYear.exec(folder.name) ?? []
  if (code === undefined) return false
  const year = yearIn(event)
  return year === folder.year
    ? isEventName(event) || spellsOut(event, code)
    : year === undefined && spellsOut(event, code)
}

const codeAndYear = /^(\p{L}{2,20})[\s_-]?(?:19|20)\d\d$/u

/**
 * Whether a name says in full what a code says in short: it has the letters of the code in their order, and the code has the
 * first letter of each of its words.
 *
 *     spellsOut('Oars and Docks Conference', 'oad') // => true
 *     spellsOut('2012 Harbour Mountain Oars', 'harbourmtnoars') // => true
 */
export function spellsOut(name: string, code: string): boolean {
  const letters = foldName(code).replace(/\P{L}/gu, '')
  const said = foldName(name)
    .split(' ')
    .filter((word) => /^\p{L}/u.test(word))
  const words = said.filter((word) => !ofAllEvents.test(word) && !joinsWords.test(word))
  const initials = words.map((word) => word.charAt(0)).join('')
  if (words.length < 2 || letters.length < minLetters) return false
  return hasInOrder(letters, initials) && hasInOrder(said.join(''), letters)
}

/** Fewer may stand for anything. */
const minLetters = 3

/** `Oars and Docks` may be `oad`. */
const joinsWords = /^(?:and|in|of|on|for|the|und|et|de)$/

/** Whether a text has all letters of another, in their order. */
function hasInOrder(text: string, letters: string): boolean {
  let found = 0
  for (const letter of text) if (letter === letters[found]) found++
  return found === letters.length
}
