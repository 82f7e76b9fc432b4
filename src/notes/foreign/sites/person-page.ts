import { briefValue } from '../fields/facts-of-fields.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'
import { namePartsIn, wholeName } from '../people/name-parts.ts'
import { peopleIn } from '../people/people.ts'
import { withoutRole } from './pages-without-talks.ts'

/** A page of a site on somebody, or on several who speak together. */
export interface PersonPage {
  readonly names: readonly string[]
  /** What pages of talks call them: the name of the file, or an id or slug that the page gives. */
  readonly calls: readonly string[]
}

/**
 * Whom a page is on, by its front matter; undefined if that names nobody.
 *
 * @param called what the page itself is called: `ada-example`
 */
export function personOfPage(fields: readonly ReadField[], called: string): PersonPage | undefined {
  const saidAs = (key: RegExp) =>
    briefValue(fields.find((field) => key.test(field.key) && isSaid(field.value))?.value)
  const title = saidAs(/^title$/i)
  const named = wholeName(namePartsIn(fields.map(({ key, value }) => [key, value] as const)))
  const titled = typeof title === 'string' ? withoutRole(title) : undefined
  const names = peopleIn(briefValue(named ?? titled))
  const ids = [saidAs(/^(?:id|key|uid)$/i), saidAs(/^slug$/i)].filter(isSaid)
  return names.length === 0
    ? undefined
    : { names: names.map(({ name }) => name), calls: [...new Set([called, ...ids.map(String)])] }
}

const isSaid = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
