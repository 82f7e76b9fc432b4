import { hashOfText } from '../hashed.ts'
import { createPersonFinder, type PersonFinder, speakersFound } from '../note/find-person.ts'
import { talkWith } from '../talk-with.ts'
import type { FileReading } from './file-reading.ts'

/**
 * The readings with the names of those whom front matter calls by a slug or a number, and a page of the site or its data names.
 * @param others files that may name them too
 */
export function nameSpeakers(
  readings: readonly FileReading[],
  others: readonly FileReading[],
): readonly FileReading[] {
  if (!callSomebody(readings)) return readings
  const find = createPersonFinder([...others, ...readings])
  return readings.map((file) => withNames(file, find))
}

/** Whether the speakers of some note may be called so. */
export const callSomebody = (readings: readonly FileReading[]): boolean =>
  readings.some(({ called }) => called !== undefined)

function withNames(file: FileReading, find: PersonFinder): FileReading {
  const { path, called, talks } = file
  const [talk, ...rest] = talks
  if (called === undefined || talk === undefined || rest.length > 0) return file
  const speakers = speakersFound(called, path, find)
  // It tells who speaks, so that no talk that stays is looked into, and is the same whatever the talk was before.
  const isAsWritten = JSON.stringify(speakers) === JSON.stringify(called.written)
  const hash = isAsWritten ? called.hash : hashOfText(JSON.stringify([called.hash, speakers]))
  if (hash === talk.hash) return file
  const { ifUnknown = [] } = called
  const others = file.problems.filter(({ line, message }) =>
    ifUnknown.every((problem) => problem.line !== line || problem.message !== message),
  )
  return {
    ...file,
    talks: [{ value: talkWith(talk.value, { speakers }), hash }],
    problems: isAsWritten ? [...others, ...ifUnknown] : others,
  }
}
