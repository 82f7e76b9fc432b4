import type { Narrowing } from '../../listing/read-narrowings.ts'
import { foldedWordAt } from './folded-word.ts'
import { programmeThings, programmeWords } from './programme-word-lists.ts'

/** `schedule`, `agenda`: words that mean a programme wherever they stand. */
export const hasProgrammeWord = (words: readonly string[]) =>
  words.some((_, at) => programmeWords.has(foldedWordAt(words, at)))

const whatIsOn =
  /\b(?:(?:what|wat|who)(?:['’]?s| is| was| will be))\s+(?:on|up|happening|going on)\b|\bwhat happened (?:at|during)\b/i

/** `what is on at …`, `what happened during …` */
export const asksWhatIsOn = (text: string) => whatIsOn.test(text)

const onAlone = new RegExp(
  [
    String.raw`\b(?:(?:whats?|wats?|who)(?:['’]?s| is)?|is\s+(?:any|some)(?:thing|one|body))\s+(?:still\s+)?(?:on|`,
    String.raw`happening|going on)(?:\s+here)?(?:\s+(?:please|pls|plz))?$`,
  ].join(''),
  'i',
)

/** The same without a time or a place behind it: `who's on?`, `is anything on here?` */
export const asksWhatIsOnAlone = (text: string) => onAlone.test(text)

/** Whether the question names a programme, whatever else it says. */
export function namesProgramme(words: readonly string[]): boolean {
  const text = words.join(' ')
  return hasProgrammeWord(words) || asksWhatIsOn(text) || asksWhatIsOnAlone(text)
}

const wantsOfKind = new RegExp(
  [
    '^(?:(?:how many|which|what|list|show|any|all|are|there|the|is|me) )*(?:workshops|tutorials|panels)',
    '(?: (?:are|were|there|is|do|we|have|on))*$',
  ].join(''),
  'i',
)

/** Several, of a kind that no list of the notes has: `how many workshops are there?` */
export const asksForKind = (words: readonly string[]) => wantsOfKind.test(words.join(' '))

const wholeDayQuestion = new RegExp(
  [
    String.raw`\b(?:first|last|final) (?:talk|session|speaker)\b|\b(?:it|we|everything) (?:starts?|begins?|ends?|`,
    String.raw`finish(?:es)?|closes?|over)\b|\bis it over\b`,
  ].join(''),
  'i',
)

/** `what is the first talk?`, `when do we finish?` */
export const isOfWholeDay = (words: readonly string[]) => wholeDayQuestion.test(words.join(' '))

/** `when does the conference end?`, and of one by its name. */
export const speaksOfEvent = (words: readonly string[], narrowings: readonly Narrowing[]) =>
  narrowings.some(({ field }) => field === 'event') ||
  words.some((_, at) => /^(?:conference|conf|event|everything)$/.test(foldedWordAt(words, at)))

const nextEvent = /\bnext (?:\S+ )?(?:conference|conf|event)s?\b|\b(?:conference|conf|event)s?\b.*\bnext\b/

/** `the next conference`, `the next EuroPython`; the next one of its talks is a talk. */
export function isOfNextEvent(words: readonly string[], narrowings: readonly Narrowing[]): boolean {
  const text = words.join(' ').toLowerCase()
  if (nextEvent.test(text)) return true
  return narrowings.some(({ field, name }) => {
    const [, after] = field === 'event' ? text.split(`next ${name.toLowerCase()}`) : []
    return after !== undefined && !programmeThings.has(after.trim().split(' ')[0]!)
  })
}
