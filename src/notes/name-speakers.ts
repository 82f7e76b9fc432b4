import { dirname, sep } from 'node:path'
import type { CalledPerson } from './foreign/called-people.ts'
import type { PersonPage } from './foreign/person-page.ts'
import { type Hashed, hashOfText } from './hashed.ts'
import type { FileReading } from './read-file.ts'
import type { Speaker, Talk } from './talk.ts'

/** Who speaks in a note's one talk, before anybody is looked up. */
export interface CalledSpeakers {
  readonly people: readonly CalledPerson[]
  /** All whom the note names. */
  readonly written: readonly Speaker[]
  /** Of the talk as the note alone tells it. */
  readonly hash: string
}

/**
 * The readings with the names of those whom front matter calls by a slug or a number, and a page of the site or its data names.
 * Of pages that are called alike the nearest counts.
 */
export function nameSpeakers(
  readings: readonly FileReading[],
  others: readonly FileReading[] = [],
): readonly FileReading[] {
  if (!readings.some(({ called }) => called !== undefined)) return readings
  const pages = new Map<string, FoundPerson[]>()
  for (const { path, people = [] } of [...others, ...readings])
    for (const { calls, names } of people)
      for (const call of calls) {
        const key = call.toLowerCase()
        pages.set(key, [...(pages.get(key) ?? []), { folder: dirname(path), names }])
      }
  return readings.map((file) => (file.called ? withNames(file, file.called, pages) : file))
}

interface FoundPerson extends Pick<PersonPage, 'names'> {
  readonly folder: string
}

function withNames(
  file: FileReading,
  { people, written, hash }: CalledSpeakers,
  pages: ReadonlyMap<string, readonly FoundPerson[]>,
): FileReading {
  const [talk, ...rest] = file.talks
  if (talk === undefined || rest.length > 0) return file
  const found = people.map(({ call }) =>
    call === undefined ? undefined : nearest(file.path, pages.get(call.toLowerCase()) ?? []),
  )
  const isFound = found.some((names) => names !== undefined)
  const called = new Set(people.flatMap((one) => one.speakers.map(({ name }) => name)))
  const named = people.flatMap(({ speakers: guessed }, at): readonly Speaker[] =>
    found[at] === undefined
      ? guessed
      : found[at].map((name) => guessed.find((one) => one.name === name) ?? { name }),
  )
  const speakers = isFound
    ? distinct([...named, ...written.filter(({ name }) => !called.has(name))])
    : written
  const isSame = JSON.stringify(speakers) === JSON.stringify(talk.value.speakers)
  return isSame
    ? file
    : {
        ...file,
        talks: [withSpeakers(talk, speakers, isFound ? hashOfText(JSON.stringify([hash, speakers])) : hash)],
      }
}

const distinct = (speakers: readonly Speaker[]): readonly Speaker[] => [
  ...new Map(speakers.map((one) => [one.name.toLowerCase(), one])).values(),
]

/** The talk with other speakers. What it reads only when asked stays unread. */
const withSpeakers = ({ value }: Hashed<Talk>, speakers: readonly Speaker[], hash: string): Hashed<Talk> => ({
  value: Object.create(value, { speakers: { value: speakers, enumerable: true } }),
  hash,
})

/** The names of those that are nearest to a file; undefined if nobody is, or nobody can tell who. */
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
