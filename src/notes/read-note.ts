import { basename, dirname } from 'node:path'
import { messageOf } from '../files/message-of.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import type { CalledSpeakers } from './find-person.ts'
import { bodyOfBlocks } from './foreign/body-of-blocks.ts'
import { calledByName } from './foreign/called-person.ts'
import { eventNameOf, isEventName, isGenericName } from './foreign/event-names.ts'
import { type TalkEvent, withoutEventBehind } from './foreign/event-of-talk.ts'
import type { ForeignNote, ForeignNoteOptions } from './foreign/foreign-note.ts'
import { keyMeaningOf } from './foreign/known-keys.ts'
import type { PersonPage } from './foreign/person-page.ts'
import type { FileOfEvent } from './foreign/series-names.ts'
import { isCalledByCode } from './foreign/spells-out.ts'
import { isEventsName, isPartName, readableName, titleOfStem } from './foreign/titles.ts'
import { dayIn, isMonth, isYear, yearIn } from './foreign/written-dates.ts'
import { type Hashed, hashOfText } from './hashed.ts'
import type { ParsedEvent, SplitRule } from './parse-event.ts'
import { parseTalk } from './parse-talk.ts'
import type { Problem } from './problem.ts'
import { readTextFile } from './read-text-file.ts'
import { brokenFrontMatter, misreadProblem } from './report-front-matter.ts'
import type { Event, Talk } from './talk.ts'
import { createIdsInNote, eventIdWithin } from './talk-id.ts'
import { slotOf } from './talk-slots.ts'

/** What is known of a note before it is read. */
export interface NoteContext {
  /** Of its talk, or what the ids of its talks begin with. */
  readonly id: string
  readonly stem: string
  readonly hasSiblings: boolean
  /** As in what is listed. */
  readonly isBeside?: boolean
  /** As in what is listed. */
  readonly isBesideNotes?: boolean
  /** As in what is listed. */
  readonly isOfSite?: boolean
  /** The day that a folder within the event's names, `YYYY-MM-DD`. */
  readonly day?: string
  /** As in what is listed. */
  readonly series?: string
  /** As in what is listed. */
  readonly ofEvent?: FileOfEvent
  /** That of its folder. */
  readonly event: Event
  /** Whether that is the corpus's own, whose name need say nothing. */
  readonly isRoot?: boolean
  /** Whether it introduces the folder, and so is of its event. */
  readonly isIntroduction?: boolean
  /** Whether somebody has given the folder's event its name. */
  readonly isNamedEvent: boolean
  readonly split?: SplitRule
  /** As in what is listed. */
  readonly isAsideOfTalks?: boolean
  /** As in what is listed. */
  readonly isOfPeople?: boolean
  /** As in what is listed. */
  readonly isPersonPage?: boolean
  /** As in what is listed. */
  readonly person?: string
  /** Whether nothing but the form of our own notes will do. */
  readonly isStrict: boolean
}

export interface NoteContent {
  readonly talks: readonly Hashed<Talk>[]
  /** The event, if the note says that it is of another one than its folder's. */
  readonly event?: Hashed<Event>
  /** The events that its talks name, each for itself. */
  readonly talkEvents?: readonly Hashed<Event>[]
  readonly problems: readonly Problem[]
  /** Whom it is on, if it is the page of somebody. */
  readonly people?: readonly PersonPage[]
  /** What its front matter titles it, if it is the page of an event. */
  readonly pageTitle?: string
  /** Who speaks in its one talk, if front matter calls them as sites do: they may be looked up. */
  readonly called?: CalledSpeakers & {
    /** Of the talk as the note alone tells it. */
    readonly hash: string
    /** Those of the problems that are none if somebody is called so. */
    readonly ifUnknown?: readonly Problem[]
  }
  /** Why it is one talk or several, if it is in no form of ours. */
  readonly why?: string
  /** Whether it lists talks, an item or row each. */
  readonly isList?: boolean
  /** Whether its talks are several by what it says, though it may hold but one of them. */
  readonly isOfSeveral?: boolean
  readonly unknownKeys?: readonly string[]
  /** Whether its front matter is broken, and it was read all the same, by what its lines say. */
  readonly isMakeshift?: true
}

/** What an event.yml says of where a note is split: for all of its folder, or by the name of the file. */
export const splitOf = (split: ParsedEvent['split'], path: string): SplitRule | undefined =>
  typeof split === 'object' ? split[basename(path)] : split

/**
 * Reads a note: one in our own form as it is checked, any other for what it says. One that cannot be taken in, such as by
 * what nests without end, is a problem of its own, and keeps no other from being read.
 */
export async function readNote(path: string, context: NoteContext): Promise<NoteContent> {
  const read = await readTextFile(path, { anyEncoding: !context.isStrict })
  if ('problem' in read) return { talks: [], problems: [read.problem] }
  try {
    return await contentOfText(read, path, context)
  } catch (error) {
    const problem: Problem = {
      severity: 'error',
      file: pathForPeople(path),
      message: `cannot be taken in (${messageOf(error)})`,
      advice: 'write what nests deeply or repeats without end more simply',
    }
    return { talks: [], problems: [problem] }
  }
}

async function contentOfText(
  read: { readonly text: string; readonly warning?: Problem },
  path: string,
  context: NoteContext,
): Promise<NoteContent> {
  const file = pathForPeople(path)
  const text = read.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const isMarkdown = /\.(md|markdown|mdown|mkd)$/i.test(path)
  const warnings = read.warning ? [read.warning] : []
  if (context.isPersonPage && text.trim() === '') return { talks: [], problems: [] }
  if (isMarkdown && (context.isStrict || isOurs(text) || text.trim() === '')) {
    const { talk, problems } = parseTalk(text, { id: context.id, file, event: context.event })
    if (talk) {
      const hash = hashOfText(text)
      const people = context.isStrict ? [] : calledByName(talk.speakers)
      return {
        talks: [{ value: talk, hash }],
        problems: [...warnings, ...problems],
        ...(people.length > 0 && { called: { people, written: talk.speakers, hash } }),
      }
    }
    if (context.isStrict || text.trim() === '') return { talks: [], problems }
  }
  // Loaded with the first note that needs it: our own are read without.
  const { readForeignNote } = await import('./foreign/read-foreign-note.ts')
  const note = readForeignNote(text, {
    stem: context.stem,
    hasSiblings: context.hasSiblings,
    ...(/^readme\b/i.test(basename(path)) && { isReadme: true }),
    ...(context.isBeside && { isBeside: true }),
    ...(context.isOfSite && { isOfSite: true }),
    ...(context.isAsideOfTalks && { isAsideOfTalks: true }),
    ...dialectOfName(path),
    ...(context.split !== undefined && { split: context.split }),
  })
  return contentOf(note, { context, file, warnings, text })
}

/** Whether front matter has what only our notes have, or the text has takeaways. */
function isOurs(text: string): boolean {
  if (!text.startsWith('---')) return false
  const end = text.indexOf('\n---', 3)
  return (
    /^(?:kind|speakers|links|followUps|attendees)\s*:/m.test(text.slice(0, end)) ||
    /^#{1,6} takeaways\s*$/im.test(text)
  )
}

/** By the ending of the file's name; the text itself tells if that does not. */
export function dialectOfName(path: string): Pick<ForeignNoteOptions, 'dialect' | 'markup'> {
  if (/\.org$/i.test(path)) return { markup: 'org' }
  if (/\.(?:adoc|asciidoc)$/i.test(path)) return { markup: 'asciidoc' }
  if (/\.(?:md|markdown|mdx|mdown|mkd)$/i.test(path)) return { dialect: 'markdown' }
  return /\.rst$/i.test(path) ? { dialect: 'restructuredtext' } : {}
}

interface FoundNote {
  readonly context: NoteContext
  readonly file: string
  readonly warnings: readonly Problem[]
  readonly text: string
}

function contentOf(note: ForeignNote, { context, file, warnings, text }: FoundNote): NoteContent {
  const problem = (message: string, advice: string): Problem => ({
    severity: 'warning',
    file,
    message,
    advice,
  })
  const error = note.problem && brokenFrontMatter(text, file, { ...context, problem: note.problem })
  if (note.talks.length === 0) {
    const reason = note.skipped ?? 'holds no talks'
    const unserved = problem(`${reason}, so it is not served`, adviceOn(reason))
    const person = context.isOfPeople && note.person
    return {
      talks: [],
      // Of other pages without talks nobody misses what they say.
      problems: [
        ...(context.isOfPeople && error ? [error] : []),
        ...warnings,
        { ...unserved, whyUnserved: reason },
      ],
      ...(person && { people: [person], ...(error && { isMakeshift: true }) }),
      ...ofEventPage(note, file),
    }
  }
  const own = ownEvent(note, context)
  const event = own ?? context.event
  const idOf = note.decision.talks === 'one' ? () => context.id : createIdsInNote(context.id)
  const ofFile = eventOfFile(context)
  const talks = note.talks.map((told): Hashed<Talk> => {
    const given = eventOfOwn(told.event, event, context)
    const talk = given ? withoutEventBehind(told) : told
    // What its file is called by says the event too.
    const title = ofFile && talk.title === titleOfStem(context.stem) ? titleOfStem(ofFile.rest) : talk.title
    const value: Talk = {
      id: idOf(talk.title),
      event: given ?? event,
      file,
      title,
      kind: talk.kind,
      speakers: talk.speakers,
      tags: talk.tags,
      links: talk.links,
      followUps: talk.followUps ?? [],
      attendees: talk.attendees ?? [],
      ...slotOf({ ...talk, date: talk.date ?? context.day }),
      ...(talk.again && { again: talk.again }),
      language: talk.language ?? 'en',
      ...bodyOfBlocks(talk.blocks, talk.line),
    }
    // What lies around a note decides on its title too, so the text alone does not tell what was read. Its path depends on
    // where Hallway runs, and is no content.
    return { value, hash: hashOfText(JSON.stringify({ ...value, file: undefined, event: value.event.id })) }
  })
  const misread = note.misread.map((field) => misreadProblem(field, file))
  const talkEvents = new Map(
    talks.flatMap(({ value }) => (value.event === event ? [] : [[value.event.id, value.event] as const])),
  )
  const [first] = talks
  const called = calledSpeakers(note, context.person)
  const isBare = error !== undefined && note.talks.every(({ blocks }) => blocks.length === 0)
  if (error && isBare) return { talks: [], problems: [...warnings, error], why: note.decision.why }
  return {
    talks,
    ...(own && { event: { value: own, hash: hashOfText(JSON.stringify(own)) } }),
    ...(talkEvents.size > 0 && {
      talkEvents: [...talkEvents.values()].map((value) => ({
        value,
        hash: hashOfText(JSON.stringify(value)),
      })),
    }),
    problems: [...(error ? [error] : []), ...warnings, ...misread],
    ...(called && first && { called: { ...called, hash: first.hash, ...problemsIfUnknown(note, misread) } }),
    ...ofEventPage(note, file),
    why: note.decision.why,
    ...(note.isList && { isList: true }),
    ...(note.decision.talks === 'several' && { isOfSeveral: true }),
    ...(note.unknownKeys.length > 0 && { unknownKeys: note.unknownKeys }),
    ...(error && { isMakeshift: true }),
  }
}

const ofEventPage = ({ pageTitle }: ForeignNote, file: string): Pick<NoteContent, 'pageTitle'> =>
  pageTitle !== undefined && isEventsName(basename(dirname(file))) ? { pageTitle } : {}

/** A number is no name, but may be what a page calls somebody. */
function problemsIfUnknown(
  { called = [], misread }: ForeignNote,
  problems: readonly Problem[],
): { readonly ifUnknown?: readonly Problem[] } {
  const calls = new Set(called.map(({ call }) => call))
  const ifUnknown = problems.filter((_, at) => {
    const { name = '', value } = misread[at] ?? {}
    return keyMeaningOf(name.replaceAll('`', ''))?.of === 'speakers' && calls.has(value)
  })
  return ifUnknown.length > 0 ? { ifUnknown } : {}
}

/** Whoever the front matter of a note's one talk calls, or whose folder it lies in if it names nobody. */
export function calledSpeakers(
  { called = [], talks: [talk, ...others] }: ForeignNote,
  person: string | undefined,
): CalledSpeakers | undefined {
  if (talk === undefined || others.length > 0) return undefined
  const written = talk.speakers
  const isOfFolder = person !== undefined && called.length === 0 && written.length === 0
  const people = isOfFolder ? [{ call: person, speakers: [] }] : called
  return people.length > 0 ? { people, written } : undefined
}

/** What `readForeignNote` says of the page of a speaker, a sponsor or a room. */
const notOfTalk = 'is on a person, a firm or a place'

const isNoMistake =
  /^is (?:a template|a diagram|a page of the site|a pause|filled by a program|on a program)|^(?:leads to another page|lists other pages)$/

function adviceOn(reason: string): string {
  if (reason === 'is a draft') return 'take `draft: true` out of its front matter when it is ready'
  return isNoMistake.test(reason) || reason === notOfTalk
    ? 'nothing needs to be done'
    : 'write the note, or delete the file'
}

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
    const isOfCode = isRoot && !isEvent && event !== undefined && isCalledByCode(folder, event)
    if (isOfCode) return { id, name: event, ...yearOf(`${event} ${folder.name}`) }
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
const eventOfFile = ({ ofEvent, event, isNamedEvent }: NoteContext): FileOfEvent | undefined =>
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
