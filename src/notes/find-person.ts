import { dirname, sep } from 'node:path'
import type { CalledPerson } from './foreign/called-person.ts'
import type { PersonPage } from './foreign/person-page.ts'
import type { Speaker } from './talk.ts'

/** Who speaks in a note's one talk, before anybody is looked up. */
export interface CalledSpeakers {
  readonly people: readonly CalledPerson[]
  /** All whom the note names. */
  readonly written: readonly Speaker[]
}

/** A file that says who people are. */
export interface PeopleFile {
  readonly path: string
  readonly people?: readonly PersonPage[]
}

/** The names of whom a file calls so; undefined if no page says it, or nobody can tell which of them is meant. */
export type PersonFinder = (call: string, path: string) => readonly string[] | undefined

/** Of pages that are called alike, the one that is nearest to the file counts. */
export function createPersonFinder(files: readonly PeopleFile[]): PersonFinder {
  const found = new Map<string, FoundPerson[]>()
  for (const { path, people = [] } of files)
    for (const { calls, names } of people)
      for (const call of calls) {
        const same = found.get(call.toLowerCase()) ?? []
        same.push({ folder: dirname(path), names })
        found.set(call.toLowerCase(), same)
      }
  return (call, path) => nearest(path, found.get(call.toLowerCase()) ?? [])
}

interface FoundPerson extends Pick<PersonPage, 'names'> {
  readonly folder: string
}

function nearest(path: string, found: readonly FoundPerson[]): readonly string[] | undefined {
  const near = found.map((one) => ({ ...one, shared: sharedSteps(path, one.folder) }))
  const most = Math.max(...near.map(({ shared }) => shared))
  const [first, ...others] = near.filter(({ shared }) => shared === most)
  return others.every(({ names }) => names.join() === first?.names.join()) ? first?.names : undefined
}

/** How many folders lead to both. */
function sharedSteps(path: string, folder: string): number {
  const steps = folder.split(sep)
  const end = path.split(sep).findIndex((step, at) => step !== steps[at])
  return end < 0 ? steps.length : end
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
