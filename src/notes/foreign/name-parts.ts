import { foldName } from '../../text/fold.ts'
import { foldKey } from './known-keys.ts'

/** What fields say of one person's name: trimmed, and absent if it would be empty. */
export type NameParts = { readonly [Part in NamePart]?: string }

/** `name` alone may be the whole name or the first; `shown` is what somebody chose to be called. */
type NamePart = 'full' | 'name' | 'shown' | 'first' | 'last'

const partsByKey: ReadonlyMap<string, NamePart> = new Map<string, NamePart>([
  ['fullname', 'full'],
  ['name', 'name'],
  ['displayname', 'shown'],
  ['publicname', 'shown'],
  ['speakername', 'shown'],
  ['firstname', 'first'],
  ['givenname', 'first'],
  ['vorname', 'first'],
  ['prenom', 'first'],
  ['speakerfirstname', 'first'],
  ['speakergivenname', 'first'],
  ['lastname', 'last'],
  ['familyname', 'last'],
  ['surname', 'last'],
  ['nachname', 'last'],
  ['speakerlastname', 'last'],
  ['speakerfamilyname', 'last'],
])

/**
 * The parts of one person's name in a row, a mapping or front matter, however the keys are spelled. If two keys say the same
 * part, the first counts.
 *
 *     namePartsIn([['First Name', 'Ada'], ['last_name', 'Example']]) // => { first: 'Ada', last: 'Example' }
 */
export function namePartsIn(fields: Iterable<readonly [key: string, value: unknown]>): NameParts {
  const parts: { [Part in NamePart]?: string } = {}
  for (const [key, value] of fields) {
    const part = partsByKey.get(foldKey(key))
    if (part !== undefined && typeof value === 'string' && value.trim() !== '') parts[part] ??= value.trim()
  }
  return parts
}

/** Whether a field says a first or a last name by its key. */
export const isFirstOrLastName = (key: string): boolean =>
  /^(?:first|last)$/.test(partsByKey.get(foldKey(key)) ?? '')

/** The whole name; undefined if no more is known than a first or a last one. */
export function wholeName({ full, name, shown, first, last }: NameParts): string | undefined {
  const joined = first === undefined || last === undefined ? undefined : `${first} ${last}`
  if (full !== undefined || name === undefined) return full ?? shown ?? joined
  // Beside both parts a word alone is what the person is called in addresses.
  if (joined !== undefined) return name.includes(' ') ? name : joined
  // `name: Ada` beside `surname: Example`
  return last === undefined || endsWith(name, last) ? name : `${name} ${last}`
}

/** The whole name, or else the part that is known. */
export const knownName = (parts: NameParts): string | undefined =>
  wholeName(parts) ?? parts.first ?? parts.last

const endsWith = (name: string, last: string): boolean => ` ${foldName(name)}`.endsWith(` ${foldName(last)}`)
