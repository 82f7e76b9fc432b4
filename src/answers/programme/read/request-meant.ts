import { type BoundTime, isBoundTime, type ProgrammeRequest, type TimePhrase } from '../programme-request.ts'
import { foldedWordAt } from './folded-word.ts'
import {
  asksForKind,
  asksWhatIsOn,
  asksWhatIsOnAlone,
  hasProgrammeWord,
  isOfNextEvent,
  isOfWholeDay,
  speaksOfEvent,
} from './programme-signs.ts'
import { asksForTalks, pastWords, programmeThings } from './programme-word-lists.ts'
import { isBusiestDay } from './read-part.ts'
import type { SaidSoFar } from './said-so-far.ts'

type AllSaid = SaidSoFar & Pick<ProgrammeRequest, 'rooms' | 'narrowings'>

/** What is said, if it certainly asks for a programme. */
export function requestMeant(said: AllSaid, words: readonly string[]): ProgrammeRequest | undefined {
  const asked = understand(said, words)
  if (otherWishes.some((isMeant) => isMeant(asked))) return undefined
  if (said.days === undefined && isBoundTime(asked.time)) return boundOfNoDay(asked, asked.time)
  if (isTooLittle(asked) || isNextEvent(asked)) return undefined
  const when = whenMeant(asked)
  return when && { ...besideDays(asked), ...when }
}

/** What is said, with what follows from it. */
interface Asked {
  readonly said: AllSaid
  readonly words: readonly string[]
  readonly text: string
  readonly time: TimePhrase | undefined
  /** Whether a day or a time is said. */
  readonly isTimed: boolean
  /** Whether rooms are wanted, and not something else that is in them. */
  readonly isOfRooms: boolean
  /** Whether all talks of a kind are wanted, whenever they are. */
  readonly isOfKind: boolean
}

function understand(said: AllSaid, words: readonly string[]): Asked {
  const { days, kind, narrowings } = said
  const text = words.join(' ')
  const time = said.time ?? (isNowUnsaid(said, text) ? ({ kind: 'now' } as const) : undefined)
  const isOfAll = narrowings.length === 0
  return {
    said,
    words,
    text,
    time,
    isTimed: days !== undefined || time !== undefined,
    isOfRooms: said.of === 'room' && kind === undefined && isOfAll,
    isOfKind: kind !== undefined && time === undefined && isOfAll && asksForKind(words),
  }
}

/** A question for who is free, or on stage, means now if it says no time. */
const isNowUnsaid = ({ isFree, days }: SaidSoFar, text: string) =>
  days === undefined && (isFree || /\bon stage\b/i.test(text))

/** Each recognizes something else that is wanted in words of a programme. */
const otherWishes: readonly ((asked: Asked) => boolean)[] = [
  // “Free” is said of neither a person nor a room, or of a topic.
  ({ said: { isFree, narrowings, rooms, topic }, isOfRooms }) =>
    isFree === true &&
    (topic !== undefined ||
      !(isOfRooms || rooms.length > 0 || narrowings.some(({ field }) => field === 'speaker'))),
  // The links of a day's talks are no talks.
  ({ said: { topic } }) => topic !== undefined && ofLinks.test(topic),
  ({ said: { topic, isTopicGuessed = false }, words }) =>
    topic !== undefined &&
    !isTopicGuessed &&
    !words.some((_, at) => asksForTalks.has(foldedWordAt(words, at))),
  // “The next steps on Celery” are no talk.
  ({ said: { topic }, time, text }) => topic !== undefined && time?.kind === 'next' && !nextTalk.test(text),
  // What happens in the engine room may concern no room of the event.
  ({ said: { unknownRoom }, isTimed }) => unknownRoom === 'called' && !isTimed,
  ({ said: { unknownRoom }, isTimed, text }) => unknownRoom === 'placed' && !(isTimed && asksWhatIsOn(text)),
]

const ofLinks = /^(?:links|videos|recordings|slides|urls|follow-ups)\b/i
const nextTalk = /\bnext (?:\S+ ){0,3}(?:talk|session|workshop|tutorial)\b/i

/** What is first or last if no day is said: of the whole event, on its first or last day; otherwise, of the day that is on. */
function boundOfNoDay({ said, words }: Asked, time: BoundTime): ProgrammeRequest | undefined {
  const { topic, kind, rooms, narrowings } = said
  // “The first talk on Celery” asks for no day.
  if (topic !== undefined || kind !== undefined) return undefined
  if (rooms.length === 0 && speaksOfEvent(words, narrowings)) {
    const number = time.kind === 'first' ? 1 : -1
    return requestMeant({ ...said, days: { kind: 'event-day', number, isOfTalks: true } }, words)
  }
  return narrowings.length === 0 && isOfWholeDay(words) ? { time, rooms, narrowings } : undefined
}

/** One word alone, such as `next` or `left`, may be anything, unless only programmes have it. */
function isTooLittle({ said: { days, rooms, of }, words, time, isOfKind }: Asked): boolean {
  const isSure =
    days !== undefined ||
    rooms.length > 0 ||
    of === 'room' ||
    time?.kind === 'now' ||
    time?.kind === 'at' ||
    time?.kind === 'within'
  return words.length === 1 && !isSure && !isOfKind && !hasProgrammeWord(words)
}

/** “Next” may ask for an event rather than a talk. */
const isNextEvent = ({ said, words, time }: Asked) =>
  time?.kind === 'next' && isOfNextEvent(words, said.narrowings)

/** The days that are meant, or now if that goes without saying; undefined if nothing tells that a programme is. */
function whenMeant({
  said,
  words,
  text,
  isTimed,
  isOfKind,
}: Asked): Pick<ProgrammeRequest, 'days' | 'time'> | undefined {
  const { days, topic, rooms, narrowings, kind } = said
  if (isTimed || rooms.length > 0) return days ? { days } : {}
  if (topic !== undefined) return undefined
  const isOfRoomsThere = isDividedByDays(said, words) || (said.of === 'room' && kind === undefined)
  const isOfEventThere = narrowings.some(({ field }) => field === 'event') && asksWhatIsOn(text)
  if (isOfKind || isOfRoomsThere || hasProgrammeWord(words) || isOfEventThere)
    return { days: { kind: 'whole' } }
  const isAlone = narrowings.length === 0 && kind === undefined
  return isAlone && asksWhatIsOnAlone(text) ? { time: { kind: 'now' } } : undefined
}

/** `which day has the most talks?`, in contrast to `per day` of anything else. */
const isDividedByDays = ({ isByDay, of }: SaidSoFar, words: readonly string[]) =>
  isByDay === true &&
  (of !== undefined ||
    words.some((_, at) => isBusiestDay(words, at) || programmeThings.has(foldedWordAt(words, at))))

function besideDays({ said, words, time, isOfRooms }: Asked): ProgrammeRequest {
  const { kind, kindLeftOut, topic, rooms, narrowings } = said
  return {
    ...(time && { time }),
    ...(kind && { kind }),
    ...(kindLeftOut && { kindLeftOut }),
    ...(topic && { topic }),
    ...(said.isTopicGuessed && { isTopicGuessed: true }),
    ...wanted(said),
    ...(said.isFree && isOfRooms && { isFree: true }),
    ...(words.some((_, at) => pastWords.has(foldedWordAt(words, at))) && { isPast: true }),
    rooms,
    narrowings,
  }
}

/** What is wanted instead of the talks: their days, with what is counted for each, or something that they have. */
function wanted({ of, isByDay }: SaidSoFar): Pick<ProgrammeRequest, 'of' | 'counted'> {
  if (!isByDay) return of ? { of } : {}
  return of === 'speaker' || of === 'room' ? { of: 'day', counted: of } : { of: 'day' }
}
