import type { Narrowing } from '../../listing/read-narrowings.ts'
import type { ProgrammeRequest } from '../programme-request.ts'
import { asksForTalks, pastWords, programmeThings, programmeWords } from './programme-word-lists.ts'
import { folded } from './read-name.ts'
import { isBusiestDay } from './read-part.ts'
import type { SaidSoFar } from './said-so-far.ts'

/** What is said if it asks for a programme at all, and leaves no doubt that it does. */
export function requestMeant(
  said: SaidSoFar & Pick<ProgrammeRequest, 'rooms' | 'narrowings'>,
  words: readonly string[],
): ProgrammeRequest | undefined {
  const { days, kind, kindLeftOut, topic, unknownRoom, rooms, narrowings } = said
  const isOnStage = said.time === undefined && days === undefined && /\bon stage\b/i.test(words.join(' '))
  const time = isOnStage || isFreeNow(said) ? ({ kind: 'now' } as const) : said.time
  const isOfWhom = narrowings.some(({ field }) => field === 'speaker') || rooms.length > 0
  const isOfRooms = said.of === 'room' && kind === undefined && narrowings.length === 0
  if (said.isFree && ((!isOfWhom && !isOfRooms) || topic !== undefined)) return undefined
  const isTimed = days !== undefined || time !== undefined
  if (topic !== undefined) {
    // The links of a day's talks are no talks.
    if (ofLinks.test(topic)) return undefined
    const isOfTalks = words.some((_, at) => asksForTalks.has(folded(words, at)))
    // “The next steps on Celery” are no talk.
    if ((time?.kind === 'next' && !nextTalk.test(words.join(' '))) || !isOfTalks) return undefined
  }
  // Whoever asks what happens in the engine room may mean no room of the event.
  if (unknownRoom === 'called' && !isTimed) return undefined
  if (unknownRoom === 'placed' && !(isTimed && asksWhatIsOn.test(words.join(' ')))) return undefined
  const isBound = time?.kind === 'first' || time?.kind === 'last' || time?.kind === 'end'
  if (days === undefined && isBound) {
    // "The first talk on Celery" asks for no day.
    if (topic !== undefined || kind !== undefined) return undefined
    const isOfAll = rooms.length === 0 && isOfEvent(words, narrowings)
    if (!isOfAll)
      return narrowings.length === 0 && isOfWholeDay(words) ? { time, rooms, narrowings } : undefined
    const number = time.kind === 'first' ? 1 : -1
    return requestMeant({ ...said, days: { kind: 'event-day', number } }, words)
  }
  // `Next` alone, or `left`, may be anything.
  const isSure =
    days !== undefined ||
    rooms.length > 0 ||
    time?.kind === 'now' ||
    time?.kind === 'at' ||
    said.of === 'room' ||
    time?.kind === 'within'
  const isOfKind = kind !== undefined && time === undefined && narrowings.length === 0 && asksForKind(words)
  if (words.length === 1 && !isSure && !isOfKind && !isProgramme(words)) return undefined
  // Of what comes next, an event is no talk.
  if (time?.kind === 'next' && isOfNextEvent(words, narrowings)) return undefined
  const request = {
    ...(time && { time }),
    ...(kind && { kind }),
    ...(kindLeftOut && { kindLeftOut }),
    ...(topic && { topic }),
    ...(unknownRoom === 'near' && { isRoomGuessed: true }),
    ...(said.isByDay ? { of: 'day' as const, ...countedOf(said) } : said.of && { of: said.of }),
    ...(said.isFree && isOfRooms && { isFree: true }),
    ...(words.some((_, at) => pastWords.has(folded(words, at))) && { isPast: true }),
    rooms,
    narrowings,
  }
  if (isTimed || rooms.length > 0) return { ...request, ...(days && { days }) }
  if (topic !== undefined) return undefined
  const isByDays =
    said.isByDay &&
    (said.of || words.some((_, at) => isBusiestDay(words, at) || programmeThings.has(folded(words, at))))
  const isOfRoomsThere = isByDays || (said.of === 'room' && kind === undefined)
  const isNamed = narrowings.some(({ field }) => field === 'event')
  const asksForEvent = isNamed && asksWhatIsOn.test(words.join(' '))
  if (isOfKind || isOfRoomsThere || isProgramme(words) || asksForEvent)
    return { ...request, days: { kind: 'whole' } }
  const isAlone = narrowings.length === 0 && kind === undefined
  return isAlone && isOnAlone.test(words.join(' ')) ? { ...request, time: { kind: 'now' } } : undefined
}

const countedOf = ({ of }: SaidSoFar) => (of === 'speaker' || of === 'room' ? { counted: of } : {})

const ofLinks = /^(?:links|videos|recordings|slides|urls|follow-ups)\b/i
const nextTalk = /\bnext (?:\S+ ){0,3}(?:talk|session|workshop|tutorial)\b/i
/** Who says no time asks for now. */
const isFreeNow = ({ isFree, time, days }: SaidSoFar) => isFree && time === undefined && days === undefined

const wantsOfKind = new RegExp(
  [
    '^(?:(?:how many|which|what|list|show|any|all|are|there|the|is|me) )*(?:workshops|tutorials|panels)',
    '(?: (?:are|were|there|is|do|we|have|on))*$',
  ].join(''),
  'i',
)

/** Several, of a kind that no list of the notes has: `how many workshops are there?` */
export const asksForKind = (words: readonly string[]) => wantsOfKind.test(words.join(' '))

const isOfEvent = (words: readonly string[], narrowings: readonly Narrowing[]) =>
  narrowings.some(({ field }) => field === 'event') ||
  words.some((_, at) => /^(?:conference|conf|event|everything)$/.test(folded(words, at)))
const wholeDayQuestion = new RegExp(
  [
    String.raw`\b(?:first|last|final) (?:talk|session|speaker)\b|\b(?:it|we|everything) (?:starts?|begins?|ends?|`,
    String.raw`finish(?:es)?|closes?|over)\b|\bis it over\b`,
  ].join(''),
  'i',
)

/** `what is the first talk?`, `when do we finish?` */
export const isOfWholeDay = (words: readonly string[]) => wholeDayQuestion.test(words.join(' '))
const isProgramme = (words: readonly string[]) => words.some((_, at) => programmeWords.has(folded(words, at)))
const asksWhatIsOn =
  /\b(?:(?:what|wat|who)(?:['’]?s| is| was| will be))\s+(?:on|up|happening|going on)\b|\bwhat happened (?:at|during)\b/i
const nextEvent = /\bnext (?:\S+ )?(?:conference|conf|event)s?\b|\b(?:conference|conf|event)s?\b.*\bnext\b/
/** `the next conference`, `the next EuroPython`; the next one of its talks is a talk. */
function isOfNextEvent(words: readonly string[], narrowings: readonly Narrowing[]): boolean {
  const text = words.join(' ').toLowerCase()
  if (nextEvent.test(text)) return true
  return narrowings.some(({ field, name }) => {
    const [, after] = field === 'event' ? text.split(`next ${name.toLowerCase()}`) : []
    return after !== undefined && !programmeThings.has(after.trim().split(' ')[0]!)
  })
}
const isOnAlone = new RegExp(
  [
    String.raw`\b(?:(?:whats?|wats?|who)(?:['’]?s| is)?|is\s+(?:any|some)(?:thing|one|body))\s+(?:still\s+)?(?:on|`,
    String.raw`happening|going on)(?:\s+here)?(?:\s+(?:please|pls|plz))?$`,
  ].join(''),
  'i',
)

/** Whether a programme is asked for by name, whatever else is said. */
export function namesProgramme(words: readonly string[]): boolean {
  const text = words.join(' ')
  return isProgramme(words) || asksWhatIsOn.test(text) || isOnAlone.test(text)
}
