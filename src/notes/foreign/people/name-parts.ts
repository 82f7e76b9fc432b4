import { foldName } from '../../../text/fold.ts'
import { foldKey } from '../words/property-line.ts'

/** What fields say of one person's name: trimmed, and absent if it would be empty. */
export type NameParts = { readonly [Part in NamePart]?: string }

/** `name` alone may be the whole name or the first; `shown` is what somebody chose to be called. */
type NamePart = 'full' | 'name' | 'shown' | 'first' | 'last'

const keysOfParts: readonly (readonly [NamePart, string])[] = [
  ['full', 'fullname'],
  ['name', 'name'],
  ['shown', 'displayname publicname speakername'],
  ['first', 'firstname namefirst givenname vorname prenom speakerfirstname speakergivenname'],
  ['last', 'lastname namelast familyname surname nachname speakerlastname speakerfamilyname'],
]

const partsByKey: ReadonlyMap<string, NamePart> = new Map(
  keysOfParts.flatMap(([part, keys]) => keys.split(' ').map((key) => [key, part] as const)),
)

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
  const written = full ?? name ?? shown
  if (written === undefined) return joined
  if (joined !== undefined) {
    // Beside both parts a `name` in one word is what the person is called in addresses; in Chinese and Japanese it is all of it.
    const isAddress =
      full === undefined && name !== undefined && !/\s/.test(name) && !withoutBlanks.test(name)
    return isAddress || isOfFirstAlone(written, first, last) ? joined : written
  }
  // `name: Ada` beside `surname: Example`; `ada99` is what somebody chose to be called, and no first name.
  const mayBeFirst = full === undefined && name !== undefined && !/\p{N}/u.test(name)
  const isFirst = mayBeFirst && last !== undefined && !hasPartOf(name, last)
  return isFirst ? `${name} ${last}` : written
}

/** The whole name, or else the part that is known. */
export const knownName = (parts: NameParts): string | undefined =>
  wholeName(parts) ?? parts.first ?? parts.last

/** `Fay` beside the first name `Fay` and the last name `Example`. */
function isOfFirstAlone(written: string, first = '', last = ''): boolean {
  const words = wordsOf(first)
  return wordsOf(written).every((word) => words.includes(word)) && !hasPartOf(written, last)
}

/** Whether a name has any word of the last name already, be it beside another one: `Ada Example-Oar` has `Example`. */
function hasPartOf(name: string, last: string): boolean {
  const words = wordsOf(name)
  const isPart = (word: string) =>
    words.some((one) => one === word || (withoutBlanks.test(word) && one.includes(word)))
  return wordsOf(last).some(isPart)
}

const wordsOf = (name: string): readonly string[] => foldName(name).split(' ')

/** Names in these characters are written in one. */
const withoutBlanks = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u
