import { basename, dirname } from 'node:path'
import { createIdsInNote } from '../folders/talk-id.ts'
import { withoutEventBehind } from '../foreign/event-of-talk.ts'
import { keyMeaningOf } from '../foreign/fields/known-keys.ts'
import type { ForeignNote } from '../foreign/foreign-note.ts'
import { bodyOfBlocks } from '../foreign/talks/body-of-blocks.ts'
import { followUpsOfSections } from '../foreign/talks/follow-up-section.ts'
import { isEventsName } from '../foreign/words/folder-names.ts'
import { titleOfStem } from '../foreign/words/titles.ts'
import { type Hashed, hashedValue, hashOfText } from '../hashed.ts'
import type { Problem } from '../problem.ts'
import type { Event, Talk } from '../talk.ts'
import { slotOf } from '../talk-slots.ts'
import { eventOfFile, eventOfListedTalk, eventOfNote } from './event-of-note.ts'
import { calledSpeakers } from './find-person.ts'
import type { NoteContent } from './note-content.ts'
import type { NoteContext } from './note-context.ts'
import { brokenFrontMatter, misreadProblem } from './report-front-matter.ts'

/** A note and where it was found. */
interface FoundNote {
  readonly note: ForeignNote
  readonly context: NoteContext
  readonly file: string
  readonly text: string
  /** What was wrong with its text. */
  readonly warnings: readonly Problem[]
  /** What is wrong with its front matter as a whole. */
  readonly error?: Problem
}

/** What a note in no form of ours gives. */
export function contentOfForeign(
  note: ForeignNote,
  place: Pick<FoundNote, 'context' | 'file' | 'text' | 'warnings'>,
): NoteContent {
  const error =
    note.problem && brokenFrontMatter(place.text, place.file, { ...place.context, problem: note.problem })
  const found: FoundNote = { note, ...place, ...(error && { error }) }
  if (note.talks.length === 0) return contentWithoutTalks(found)
  const isBare = note.talks.every(({ blocks }) => blocks.length === 0)
  if (error && isBare) return { talks: [], problems: [...place.warnings, error], why: note.decision.why }
  return contentWithTalks(found)
}

function contentWithoutTalks({ note, context, file, warnings, error }: FoundNote): NoteContent {
  const reason = note.skipped ?? 'holds no talks'
  const unserved: Problem = {
    severity: 'warning',
    file,
    message: `${reason}, so it is not served`,
    advice: adviceOn(reason),
    ...(isNoMistake(reason) && { isHarmless: true }),
    whyUnserved: reason,
  }
  const person = context.isOfPeople && note.person
  return {
    talks: [],
    // Of other pages without talks nobody misses what they say.
    problems: [...(context.isOfPeople && error ? [error] : []), ...warnings, unserved],
    ...(person && { people: [person], ...(error && { isMakeshift: true }) }),
    ...ofEventPage(note, file),
  }
}

function contentWithTalks(found: FoundNote): NoteContent {
  const { note, context, file, warnings, error } = found
  const own = eventOfNote(note, context)
  const event = own ?? context.event
  const talks = servedTalks(note, { ...found, event })
  const talkEvents = new Map(
    talks.flatMap(({ value }) => (value.event === event ? [] : [[value.event.id, value.event] as const])),
  )
  const misread = note.misread.map((field) => misreadProblem(field, file))
  const [first] = talks
  const called = calledSpeakers(note, context.person)
  return {
    talks,
    ...(own && { event: hashedValue(own) }),
    ...(talkEvents.size > 0 && { talkEvents: [...talkEvents.values()].map(hashedValue) }),
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

/** Its talks, each of the event that it names for itself, or of the note's. */
function servedTalks(
  note: ForeignNote,
  { context, file, event }: Pick<FoundNote, 'context' | 'file'> & { readonly event: Event },
): readonly Hashed<Talk>[] {
  const idOf = note.decision.talks === 'one' ? () => context.id : createIdsInNote(context.id)
  const ofFile = eventOfFile(context)
  return note.talks.map((told) => {
    const given = eventOfListedTalk(told.event, event, context)
    const talk = given ? withoutEventBehind(told) : told
    // What its file is called by says the event too.
    const title = ofFile && talk.title === titleOfStem(context.stem) ? titleOfStem(ofFile.rest) : talk.title
    const body = bodyOfBlocks(talk.blocks, talk.line)
    const value: Talk = {
      id: idOf(talk.title),
      event: given ?? event,
      file,
      title,
      kind: talk.kind,
      speakers: talk.speakers,
      tags: talk.tags,
      links: talk.links,
      followUps: [...(talk.followUps ?? []), ...followUpsOfSections(body.sections)],
      attendees: talk.attendees ?? [],
      ...slotOf({ ...talk, date: talk.date ?? context.day }),
      ...(talk.again && { again: talk.again }),
      language: talk.language ?? 'en',
      ...body,
    }
    // What lies around a note decides on its title too, so the text alone does not tell what was read. Its path depends on
    // where Hallway runs, and is no content.
    return { value, hash: hashOfText(JSON.stringify({ ...value, file: undefined, event: value.event.id })) }
  })
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

const isNoMistake = (reason: string): boolean => noMistakes.test(reason)

/** As `whySkipped` says it. */
const noMistakes =
  /^is (?:a template|a diagram|a page of the site|a pause|filled by a program|on a program|on a person)|^(?:leads to another page|lists other pages)$/

function adviceOn(reason: string): string {
  if (reason === 'is a draft') return 'take `draft` or `published` out of its front matter when it is ready'
  return isNoMistake(reason) ? 'nothing needs to be done' : 'write the note, or delete the file'
}
