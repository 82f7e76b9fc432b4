import type { Slot, Speaker } from '../../talk.ts'
import { slotOf } from '../../talk-slots.ts'
import { englishWeekday, weekdaysOfOthers } from '../dates/day-word-lists.ts'
import { dayIn, dayInYear, withoutDay, yearIn } from '../dates/written-dates.ts'
import { timesIn } from '../dates/written-times.ts'
import { type IsName, isKnownPerson } from '../people/person-names.ts'
import { isEventName } from '../words/event-names.ts'

/** What a line says that holds nothing but who, when and where. */
export interface LineFacts {
  readonly speakers: readonly Speaker[]
  readonly slot: Partial<Slot>
  /** Whether it names more than people and a day, such as a room, a track or the event. */
  readonly saysMore: boolean
}

/**
 * Reads a line of facts beside each other: `2024-03-21, 10:30, Room C`, `Ada Example — OarConf 2024, 22 April`. Undefined if it has a
 * part that is none, or says neither when nor where.
 * @param line as people read it
 */
export function factsInLine(line: string, isName: IsName): LineFacts | undefined {
  if (line.length > maxLength) return undefined
  const parts = withoutDay(line)
    .split(betweenParts)
    .map(bare)
    .filter((part) => part !== '')
  const read = parts.map((part) => readPart(part, { isName, year: yearIn(line) }))
  if (read.some((fact) => fact === undefined)) return undefined
  const facts = read.filter((fact) => fact !== undefined)
  const date = dayIn(line) ?? facts.find(({ day }) => day !== undefined)?.day
  const rooms = facts.flatMap(({ room }) => room ?? [])
  const clocks = facts.flatMap(({ clock }) => clock ?? [])
  const isOfSeveral = rooms.length > 1 || clocks.length > 2
  // That may be when the note was written.
  const isTimeAlone =
    date !== undefined && facts.every(({ day, clock }) => day !== undefined || clock !== undefined)
  if (isOfSeveral || isTimeAlone || (date === undefined && rooms.length === 0 && clocks.length === 0))
    return undefined
  const speakers = facts.flatMap(({ people = [] }) => people)
  const saysMore = facts.some(({ people, day }) => people === undefined && day === undefined)
  return { speakers, slot: slotOf({ date, ...timesIn(clocks.join(' – ')), room: rooms[0] }), saysMore }
}

const maxLength = 140

/** One of these, or what only says which part of an event it was. */
interface Fact {
  readonly people?: readonly Speaker[]
  readonly day?: string
  readonly clock?: string
  readonly room?: string
}

function readPart(
  part: string,
  { isName, year }: { readonly isName: IsName; readonly year: number | undefined },
): Fact | undefined {
  const day = dayInYear(part, year)
  if (day !== undefined && withoutDay(`${part} ${year}`) === '') return { day }
  const beside = part.replace(weekday, '')
  if (beside === '' || partOfEvent.test(beside)) return {}
  if (clock.test(beside)) return { clock: beside }
  if (aRoom.test(part)) return { room: part }
  const people = part
    .replace(before, '')
    .split(/\s+(?:and|und|et|y|e|&|\+)\s+/)
    .map((name) => name.replace(/\s\([^()]{2,40}\)$/, ''))
  if (people.every((name) => isKnownPerson(name) || isName(name)))
    return { people: people.map((name) => ({ name })) }
  const isOfEvent = isEventName(part) && part.split(/\s+/).length <= maxWordsOfEvent
  return isOfEvent || occasion.test(part) ? {} : undefined
}

const maxWordsOfEvent = 5
const betweenParts = /\s*[,;|·•]\s*|\s+[/@–—-]\s+|(?<=\p{L}{2}|\d)\.\s+/u
const bare = (part: string): string =>
  part
    .replace(/^\s+|[\s.:]+$/g, '')
    .replace(labelled, '')
    .replace(/^[([]([^()[\]]*)[)\]]$/, '$1')
    .replace(/\s(?:on|at|am|um|in|le|el|den)$/i, '')
/** `Where: Main Hall`, among others. */
const labelled = /^(?:where|when|room|time|date|day|wo|wann|ort|raum|zeit|datum|tag):\s+(?=\S)/i
const before = /^(?:by|with|von|mit|par|por|di|door)[:\s]\s*/i
const weekday = new RegExp(
  `^(?:${englishWeekday}|(?:mon|tue|wed|thu|fri|sat|sun)|${weekdaysOfOthers})[.,]?(?:\\s+|$)`,
  'iu',
)
const partOfEvent =
  /^(?:(?:day|track|session|slot|part|block|tag|jour) ?[\p{L}\d]{1,3}|morning|afternoon|evening|online|remote|virtual|hybrid)$/iu
const oneClock = String.raw`\d{1,2}(?:[:.h]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)`
const clock = new RegExp(
  `^(?:at |from |um |ab )?${oneClock}(?: ?[-–—] ?${oneClock})?(?: uhr| [A-Z]{2,5})?$`,
  'i',
)
/** A place for talks, with what tells it from others. */
export const aRoom =
  /^(?:\S+ ){0,3}(?:room|hall|stage|auditorium|theat(?:re|er)|ballroom|saal|raum|salle|sala|aula)(?: \S{1,12})?$/iu
/** Where a team tells each other things: `Guild meeting`. */
const occasion =
  /^(?:[\p{L}-]+ ){0,2}(?:meeting|meet-?up|call|webinar|seminar|guild|brown ?bag|all-hands|lunch (?:and|&|n) learn|team day)$/iu
