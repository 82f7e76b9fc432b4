import { eventNameOf, isEventName, isGenericName } from './foreign/event-names.ts'
import type { TalkEvent } from './foreign/event-of-talk.ts'
import type { ForeignNote } from './foreign/foreign-note.ts'
import type { FileOfEvent } from './foreign/series-names.ts'
import { isPartName, readableName } from './foreign/titles.ts'
import { dayIn, isMonth, isYear, yearIn } from './foreign/written-dates.ts'
import type { NoteContext } from './note-context.ts'
import type { Event } from './talk.ts'
import { eventIdWithin } from './talk-id.ts'

/** `Meeting announcement: June 2024` says when, and of what the folder does. */
const announcement = /^(?:\w+ )?(?:announcements?|meeting|news)\b.*:/i

/**
 * The event that a note names, if it is another one than its folder's: its front matter, or the heading above its talks. A
 * folder that says more is believed.
 */
export function ownEvent(
  { event: said, titleEvent, decision, isList }: ForeignNote,
  context: NoteContext,
): Event | undefined {
  const { id, stem, event: folder, isNamedEvent, isIntroduction, isRoot = false, series } = context
  if (isNamedEvent || isIntroduction) return undefined
  const ofFile = eventOfFile(context)?.event
  if (ofFile !== undefined) return { id: eventIdWithin(folder.id, ofFile), name: ofFile, ...yearOf(ofFile) }
  // `meetup: March 2024` says when, and of what the folder does.
  const event = said !== undefined && isMonth(said) ? undefined : said
  if (decision.talks === 'several') {
    // A folder that is named like an event is one, however its files call their parts.
    const isGeneric = isGenericName(folder.name)
    // `OarConf 2019` in a folder `OarConf`, `OarConf Norway 2019` in one `OarConf 2019 report`.
    const isOfYear =
      event !== undefined &&
      yearIn(event) !== undefined &&
      (folder.year === undefined || (event.endsWith(` ${folder.year}`) && !isSaidBy(folder.name, event))) &&
      (isSaidBy(event, eventNameOf(folder.name)) || isOneOf(folder, event))
    if (isOfYear) return { id, name: event, ...yearOf(event) }
    // `oarconf/2024.md`: a file an instance.
    const isInstance = isYear(stem) && folder.year === undefined && !isGeneric && !isYear(folder.name)
    if (isInstance && event === undefined) return { id, name: `${folder.name} ${stem}`, ...yearOf(stem) }
    const isYearAlone = isYear(folder.name)
    // `2017/oarling-day1.md`
    const isDayOf = event === undefined && folder.year !== undefined && isYearAlone
    const [, ofDays = ''] = (isDayOf && /^(\p{L}[^\d]*?)[-_ ]+day[-_ ]?\d{1,2}$/iu.exec(stem)) || []
    if (ofDays !== '') return { id, name: `${readableName(ofDays)} ${folder.year}`, year: folder.year }
    if (isYearAlone && event !== undefined && yearIn(folder.name) !== undefined && !isEventName(folder.name))
      return { id, name: event, ...yearOf(`${event} ${folder.name}`) }
    if (event !== undefined && announcement.test(event)) return undefined
    // `2024/oars-2.md` with `Oars 2024 - Day Two`: a folder that is called by its year alone holds whatever was in it.
    const isOfFolderYear =
      isYear(folder.id.replace(/^.*\//, '')) && event !== undefined && yearIn(event) === folder.year
    if (isOfFolderYear && /^\p{L}{2}/u.test(event) && !isSaidBy(folder.name, event))
      return { id, name: event, ...yearOf(event) }
    const isEvent = isEventName(folder.name) && !isGeneric
    // `oad2019/oars.md` with `Oars and Docks Conference 2019`: a folder that is called by a code.
    const isOfCode = isRoot && !isEvent && /^\p{L}{2,8}[\s_-]?(?:19|20)\d\d$/u.test(folder.name)
    if (isOfCode && event !== undefined && isEventName(event) && yearIn(event) === folder.year)
      return { id, name: event, ...yearOf(event) }
    if (!isYearAlone && !isGeneric && (folder.year !== undefined || isEvent)) return undefined
    const named =
      event !== undefined && (isEventName(event) || yearIn(event) !== undefined) ? event : undefined
    const isNamedFile =
      !isPartName(stem.replace(/(?:[-_. ]\d{1,4})+$/, '')) &&
      (yearIn(stem) !== undefined || dayIn(stem) !== undefined || isEventName(readableName(stem)))
    const told =
      event !== undefined && /^(?:my )?(?:talk |conference )?notes?$/i.test(event) ? undefined : event
    const isOfFile = told !== undefined && isSaidBy(stem, told)
    const isOfFolder = isRoot && !isList && told !== undefined
    const name =
      named ?? (isNamedFile || isOfFile || isOfFolder ? (told ?? readableNameOfEvent(stem)) : undefined)
    // A month or a day is no event's name.
    const isName = name !== undefined && (/\p{L}{2}/u.test(name) || isYear(name))
    if (!isName || isSaidBy(folder.name, name)) return undefined
    return { id, name, ...yearOf(`${name} ${stem} ${folder.name}`) }
  }
  const isInTitle =
    isGenericName(folder.name) ||
    (isRoot &&
      yearIn(titleEvent ?? '') !== undefined &&
      (folder.year === undefined || isEventName(titleEvent ?? '')))
  const name =
    event ?? (isInTitle ? titleEvent : undefined) ?? (isGenericName(folder.name) ? series : undefined)
  if (name === undefined || isSaidBy(folder.name, name) || isEditionOf(folder, name)) return undefined
  return { id: eventIdWithin(folder.id, name), name, ...yearOf(name) }
}

/** The event that a file is called by, in a folder whose name says of none. */
export const eventOfFile = ({ ofEvent, event, isNamedEvent }: NoteContext): FileOfEvent | undefined =>
  isNamedEvent || !isGenericName(event.name) ? undefined : ofEvent

/** `OarConf Harbour 2024` is the one of a year of which a note only says `OarConf UK`. */
const isEditionOf = (folder: Event, name: string): boolean =>
  folder.year !== undefined &&
  yearIn(name) === undefined &&
  isEventName(folder.name) &&
  isEventName(name) &&
  firstWord(folder.name) === firstWord(name)

/** `Oar Meetup 2022` in a folder `oar-conf`. */
const isOneOf = (folder: Event, event: string): boolean =>
  folder.year === undefined &&
  isEventName(folder.name) &&
  isEventName(event) &&
  firstWord(folder.name) === firstWord(event)

const firstWord = (name: string): string => /\p{L}+/u.exec(name)?.[0].toLowerCase() ?? ''

/**
 * The event that a talk of a list names for itself. What is said of all of them is believed first: by an event.yml, or by a
 * folder or list that is named for one event.
 */
export function eventOfOwn(
  said: TalkEvent | undefined,
  { name, year }: Event,
  {
    event: folder,
    isNamedEvent = false,
  }: Pick<NoteContext, 'event'> & Partial<Pick<NoteContext, 'isNamedEvent'>>,
): Event | undefined {
  const isOfOne = (isEventName(name) && !isGenericName(name)) || (year !== undefined && !isYear(name))
  if (said === undefined || isNamedEvent || isOfOne || isSaidBy(name, said.name)) return undefined
  const isOfYear = said.year === undefined || said.name.includes(`${said.year}`)
  return {
    id: eventIdWithin(folder.id, isOfYear ? said.name : `${said.name} ${said.year}`),
    name: said.name,
    ...(said.year !== undefined && { year: said.year }),
  }
}

const yearOf = (text: string): { readonly year?: number } => {
  const year = yearIn(text)
  return year === undefined ? {} : { year }
}

const readableNameOfEvent = (stem: string) =>
  readableName(stem).replace(/\s+(?:notes?|talks?|sessions?)$/i, '')

/** Whether a folder's name holds all words of an event's: `Kettle Days 2024` those of `Kettle Days`. */
function isSaidBy(folder: string, event: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const known = words(folder).join('')
  return words(event).every((word) => known.includes(word))
}
