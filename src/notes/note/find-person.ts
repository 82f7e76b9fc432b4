import { foldersAbove } from '../../files/folders-above.ts'
import type { ForeignNote } from '../foreign/foreign-note.ts'
import type { CalledPerson } from '../foreign/sites/called-person.ts'
import type { PersonPage } from '../foreign/sites/person-page.ts'
import type { Speaker } from '../talk.ts'

/** Who speaks in a note's one talk, before anybody is looked up. */
export interface CalledSpeakers {
  readonly people: readonly CalledPerson[]
  /** All whom the note names. */
  readonly written: readonly Speaker[]
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

/** A file that says who people are. */
export interface PeopleFile {
  readonly path: string
  readonly people?: readonly PersonPage[]
}

/** The names of whom a file calls so; undefined if no page says it, or nobody can tell which of them is meant. */
export type PersonFinder = (call: string, path: string) => readonly string[] | undefined

/**
 * Of pages that are called alike, the one that is nearest to the file counts: whom the nearest folder above it holds, at any
 * depth. So that each call is looked up once a folder, however many pages there are, each is kept by all folders above it.
 */
export function createPersonFinder(files: readonly PeopleFile[]): PersonFinder {
  const within = new Map<string, Map<string, Called>>()
  for (const { path, people = [] } of files)
    for (const folder of people.length > 0 ? foldersAbove(path) : []) {
      const known = within.get(folder) ?? new Map<string, Called>()
      within.set(folder, known)
      for (const { calls, names } of people)
        for (const call of calls.map((one) => one.toLowerCase()))
          known.set(call, both(known.get(call), names))
    }
  return (call, path) => {
    const wanted = call.toLowerCase()
    for (const folder of foldersAbove(path)) {
      const found = within.get(folder)?.get(wanted)
      if (found !== undefined) return found.names
    }
    return undefined
  }
}

/** Whoever is called so below some folder; without names if these are several. */
interface Called {
  readonly names: PersonPage['names'] | undefined
}

function both(known: Called | undefined, names: PersonPage['names']): Called {
  if (known === undefined) return { names }
  return known.names?.join() === names.join() ? known : { names: undefined }
}

/** Who speaks, with the names of all that are found; as it is written if nobody is. */
export function speakersFound(
  { people, written }: CalledSpeakers,
  path: string,
  find: PersonFinder,
): readonly Speaker[] {
  const found = people.map(({ call }) => (call === undefined ? undefined : find(call, path)))
  if (found.every((names) => names === undefined)) return written
  const guessed = new Set(people.flatMap(({ speakers }) => speakers.map(({ name }) => name)))
  const named = people.flatMap(({ speakers }, at): readonly Speaker[] =>
    found[at] === undefined
      ? speakers
      : found[at].map((name) => speakers.find((one) => one.name === name) ?? { name }),
  )
  const others = written.filter(({ name }) => !guessed.has(name))
  return [...new Map([...named, ...others].map((one) => [one.name.toLowerCase(), one])).values()]
}
