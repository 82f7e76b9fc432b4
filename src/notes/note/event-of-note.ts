import { basename } from 'node:path'
import { foldName } from '../../text/fold.ts'
import { eventIdWithin } from '../folders/talk-id.ts'
import { dayIn, isMonth, isYear, yearIn } from '../foreign/dates/written-dates.ts'
import type { TalkEvent } from '../foreign/event-of-talk.ts'
import type { ForeignNote } from '../foreign/foreign-note.ts'
import type { FileOfEvent } from '../foreign/series-names.ts'
import { eventNameOf, isEventName, isGenericName } from '../foreign/words/event-names.ts'
import { isPartName } from '../foreign/words/folder-names.ts'
import { readableName } from '../foreign/words/titles.ts'
import type { Event } from '../talk.ts'
import type { NoteContext } from './note-context.ts'

/**
 * The event that a note names, if it is another one than its folder's, or written otherwise: its front matter, or the heading above
 * its talks. A folder that says more is believed.
 */
export function eventOfNote(note: ForeignNote, context: NoteContext): Event | undefined {
  const { id, event: folder, isNamedEvent, isIntroduction } = context
  if (isNamedEvent || isIntroduction) return undefined
  const withinFolder = (name: string): Event => ({ id: eventIdWithin(folder.id, name), ...eventCalled(name) })
  const ofFile = eventOfFile(context)
  if (ofFile !== undefined) return withinFolder(ofFile.event)
  const spelled = spelledIn(note, folder)
  if (spelled !== undefined) return onItsDays(spelled, note)
  // `meetup: March 2024` says when, and of what the folder does.
  const said = note.event !== undefined && isMonth(note.event) ? undefined : note.event
  if (note.decision.talks === 'several') {
    const event = eventOfSeveral(said, note, context)
    if (event !== undefined) return onItsDays({ id, ...event }, note)
    const dated = onItsDays(folder, note)
    return saysWhich(folder) && dated !== folder ? dated : undefined
  }
  const name = eventOfOne(said, note, context)
  return name === undefined ? undefined : withinFolder(name)
}

/** The folder's event as the note writes it, or one of its talks, if they are of several. */
function spelledIn({ event = '', talks }: ForeignNote, folder: Event): Event | undefined {
  for (const said of new Set([event, ...talks.map((talk) => talk.event?.name ?? '')])) {
    // `OarConf 2024, Ely`
    const spelled = spelledEvent(said, folder) ?? spelledEvent(said.replace(/,\s.*$/, ''), folder)
    if (spelled !== undefined) return spelled
  }
  return undefined
}

/** The event of a folder in small letters, as people write it: `OarConf EU 2024` in `oarconf-eu-2024`. */
function spelledEvent(said: string, folder: Event): Event | undefined {
  const isWritten = /\p{Lu}/u.test(said) && !/\p{Lu}/u.test(basename(folder.id))
  const name = folder.year !== undefined && yearIn(said) === undefined ? `${said} ${folder.year}` : said
  return isWritten && name !== folder.name && foldName(name) === foldName(folder.name)
    ? { ...folder, name }
    : undefined
}

/** An event with the days that a note says of it, unless they are of another year. */
function onItsDays(event: Event, { eventDays }: ForeignNote): Event {
  const year = yearIn(eventDays?.starts ?? '')
  return eventDays === undefined || (event.year ?? year) !== year ? event : { ...event, year, ...eventDays }
}

type CalledEvent = Omit<Event, 'id'>

/** @param saidOfYear what tells its year */
function eventCalled(name: string, saidOfYear = name): CalledEvent {
  const year = yearIn(saidOfYear)
  return { name, ...(year !== undefined && { year }) }
}

/** The event of a note with several talks: how far its own words count depends on what its folder is called. */
function eventOfSeveral(
  said: string | undefined,
  { isList }: ForeignNote,
  context: NoteContext,
): CalledEvent | undefined {
  const { stem, event: folder } = context
  if (said === undefined) {
    const ofFolder = instanceInFolder(context) ?? daysInFolder(context)
    if (ofFolder !== undefined) return ofFolder
  } else {
    if (isEditionIn(folder, said)) return eventCalled(said)
    if (isYear(folder.name) && yearIn(folder.name) !== undefined)
      return eventCalled(said, `${said} ${folder.name}`)
    if (announcement.test(said)) return undefined
    if (isOfFolderYear(folder, said) || isCodeFor(said, context)) return eventCalled(said)
  }
  if (saysWhich(folder)) return undefined
  const name = nameOfSeveral(said, isList, context)
  // A month or a day is no event's name.
  const isName = name !== undefined && (/\p{L}{2}/u.test(name) || isYear(name))
  if (!isName || isSaidBy(folder.name, name)) return undefined
  return eventCalled(name, `${name} ${stem} ${folder.name}`)
}

/** `oarconf/2024.md`: a file an instance. */
function instanceInFolder({ stem, event: folder }: NoteContext): CalledEvent | undefined {
  const isCalled = folder.year === undefined && !isGenericName(folder.name) && !isYear(folder.name)
  return isYear(stem) && isCalled ? eventCalled(`${folder.name} ${stem}`, stem) : undefined
}

/** `2017/oarling-day1.md`: what the days have in common. */
function daysInFolder({ stem, event: folder }: NoteContext): CalledEvent | undefined {
  if (folder.year === undefined || !isYear(folder.name)) return undefined
  const [, name = ''] = /^(\p{L}[^\d]*?)[-_ ]+day[-_ ]?\d{1,2}$/iu.exec(stem) ?? []
  return name === '' ? undefined : { name: `${readableName(name)} ${folder.year}`, year: folder.year }
}

/** `OarConf 2019` in a folder `OarConf`, `OarConf Norway 2019` in one `OarConf 2019 report`. */
const isEditionIn = (folder: Event, said: string): boolean =>
  yearIn(said) !== undefined &&
  (folder.year === undefined || (said.endsWith(` ${folder.year}`) && !isSaidBy(folder.name, said))) &&
  (isSaidBy(said, eventNameOf(folder.name)) || isOneOf(folder, said))

/** `Meeting announcement: June 2024` says when, and of what the folder does. */
const announcement = /^(?:\w+ )?(?:announcements?|meeting|news)\b.*:/i

/** `2024/oars-2.md` with `Oars 2024 - Day Two`: a folder that is called by its year alone holds whatever was in it. */
const isOfFolderYear = (folder: Event, said: string): boolean =>
  isYear(folder.id.replace(/^.*\//, '')) &&
  yearIn(said) === folder.year &&
  /^\p{L}{2}/u.test(said) &&
  !isSaidBy(folder.name, said)

/** `oad2019/oars.md` with `Oars and Docks Conference 2019`: a folder that is called by a code. */
const isCodeFor = (said: string, { event: folder, isRoot = false }: NoteContext): boolean =>
  isRoot &&
  !isNameOfOne(folder.name) &&
  codeAndYear.test(folder.name) &&
  isEventName(said) &&
  yearIn(said) === folder.year

const codeAndYear = /^\p{L}{2,8}[\s_-]?(?:19|20)\d\d$/u

/** A folder that is named like an event is one, however its files call their parts. */
const saysWhich = ({ name, year }: Event): boolean =>
  !isYear(name) && !isGenericName(name) && (year !== undefined || isNameOfOne(name))

const isNameOfOne = (name: string): boolean => isEventName(name) && !isGenericName(name)

/** What a note with several talks calls its event, in a folder that does not say which that is. */
function nameOfSeveral(
  said: string | undefined,
  isList: boolean,
  { stem, isRoot = false }: NoteContext,
): string | undefined {
  if (said !== undefined && (isEventName(said) || yearIn(said) !== undefined)) return said
  const told = said !== undefined && notesAlone.test(said) ? undefined : said
  const isNamedFile =
    !isPartName(stem.replace(/(?:[-_. ]\d{1,4})+$/, '')) &&
    (yearIn(stem) !== undefined || dayIn(stem) !== undefined || isEventName(readableName(stem)))
  const isTold = told !== undefined && (isSaidBy(stem, told) || (isRoot && !isList))
  return isNamedFile || isTold ? (told ?? readableNameOfEvent(stem)) : undefined
}

const notesAlone = /^(?:my )?(?:talk |conference )?notes?$/i

const readableNameOfEvent = (stem: string) =>
  readableName(stem).replace(/\s+(?:notes?|talks?|sessions?)$/i, '')

/** What the event of a note with one talk is called, if that is not its folder's. */
function eventOfOne(
  said: string | undefined,
  { titleEvent }: ForeignNote,
  { event: folder, isRoot = false, series }: NoteContext,
): string | undefined {
  const isGeneric = isGenericName(folder.name)
  const isInTitle =
    isGeneric ||
    (isRoot &&
      yearIn(titleEvent ?? '') !== undefined &&
      (folder.year === undefined || isEventName(titleEvent ?? '')))
  const name = said ?? (isInTitle ? titleEvent : undefined) ?? (isGeneric ? series : undefined)
  return name === undefined || isSaidBy(folder.name, name) || isEditionOf(folder, name) ? undefined : name
}

/** The event that a file is called by, in a folder whose name says of none. */
export const eventOfFile = ({ ofEvent, event, isNamedEvent }: NoteContext): FileOfEvent | undefined =>
  isNamedEvent || !isGenericName(event.name) ? undefined : ofEvent

/** `OarConf Harbour 2024` is the one of a year of which a note only says `OarConf UK`. */
const isEditionOf = (folder: Event, name: string): boolean =>
  folder.year !== undefined && yearIn(name) === undefined && areCalledAlike(folder.name, name)

/** `Oar Meetup 2022` in a folder `oar-conf`. */
const isOneOf = (folder: Event, said: string): boolean =>
  folder.year === undefined && areCalledAlike(folder.name, said)

const areCalledAlike = (one: string, other: string): boolean =>
  isEventName(one) && isEventName(other) && firstWord(one) === firstWord(other)

const firstWord = (name: string): string => /\p{L}+/u.exec(name)?.[0].toLowerCase() ?? ''

/**
 * The event that a talk of a list names for itself. What is said of all of them is believed first: by an event.yml, or by a
 * folder or list that is named for one event.
 */
export function eventOfListedTalk(
  said: TalkEvent | undefined,
  { name, year }: Event,
  {
    event: folder,
    isNamedEvent = false,
  }: Pick<NoteContext, 'event'> & Partial<Pick<NoteContext, 'isNamedEvent'>>,
): Event | undefined {
  const isOfOne = isNameOfOne(name) || (year !== undefined && !isYear(name))
  if (said === undefined || isNamedEvent || isSaidBy(name, said.name)) return undefined
  // `OarConf 2019` of `OarConf`, which says no year.
  const isEdition = year === undefined && / (?:19|20)\d\d$/.test(said.name) && isSaidBy(said.name, name)
  if (isOfOne && !isEdition) return undefined
  const isOfYear = said.year === undefined || said.name.includes(`${said.year}`)
  return {
    id: eventIdWithin(folder.id, isOfYear ? said.name : `${said.name} ${said.year}`),
    name: said.name,
    ...(said.year !== undefined && { year: said.year }),
    ...said.days,
  }
}

/** Whether a folder's name holds all words of an event's: `Kettle Days 2024` those of `Kettle Days`. */
function isSaidBy(folder: string, event: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const known = words(folder).join('')
  return words(event).every((word) => known.includes(word))
}
