import { isJsonObject } from '../../../text/is-json-object.ts'
import { briefValue } from '../fields/facts-of-fields.ts'
import { isAuthorKey, keyMeaningOf } from '../fields/known-keys.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'
import { peopleIn } from '../people/people.ts'
import { type CalledPerson, slugOfPerson } from './called-person.ts'

/**
 * Whoever front matter says speaks, in order; none if it calls nobody as sites do, by a slug or a number. Beside a speaker, and if
 * a talk is not theirs, an author has written the page.
 */
export function calledPeopleIn(
  fields: readonly ReadField[],
  isSpeaker: (name: string) => boolean,
): readonly CalledPerson[] {
  const all = fields.filter(({ key }) => /^(?:speakers|slugs)$/.test(keyMeaningOf(key)?.of ?? ''))
  const told = all.filter(({ key }) => !isAuthorKey(key))
  const people = (told.length > 0 ? told : all).flatMap(({ key, value }) =>
    [briefValue(value)].flat(2).map((one): CalledPerson => {
      const call = isCount(key, value) ? undefined : callIn(one)
      const speakers = peopleIn(one, { areSlugs: keyMeaningOf(key)?.of === 'slugs' })
      return { ...(call !== undefined && { call }), speakers }
    }),
  )
  const isWritten =
    told.length === 0 && people.some(({ speakers }) => !speakers.some(({ name }) => isSpeaker(name)))
  if (isWritten) return []
  return people.some(({ call }) => call !== undefined) ? people : []
}

/** `speakers: 2` says how many they are; `speaker: 24` and `speakers: [24]` say who. */
const isCount = (key: string, value: unknown): boolean =>
  keyMeaningOf(key)?.of === 'speakers' &&
  /s$/i.test(key) &&
  (typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value)))

function callIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return slugOfPerson(value)
  if (!isJsonObject(value)) return undefined
  const { id, slug, key, name } = value
  const said = name === undefined ? [id, slug, key].find((one) => one !== undefined) : undefined
  return typeof said === 'object' ? undefined : callIn(said)
}
