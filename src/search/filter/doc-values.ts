import { fold } from '../../text/fold.ts'
import { madeOnce, remembering } from '../../text/remembering.ts'
import { splitWords } from '../analysis/analyzer.ts'
import type { FilterField, FilterValue } from '../query/query.ts'

/** The fields that talks can be narrowed and counted by. */
export const docValueFields = [
  'event',
  'year',
  'date',
  'room',
  'speaker',
  'tag',
  'kind',
  'language',
  'has',
] as const
export type DocValueField = (typeof docValueFields)[number]

/** The values that one field has in all talks, numbered. */
export interface DocValueDictionary {
  /** As shown to people: `Alex Martelli`, `EuroPython 2012`, `pt-BR`. */
  readonly values: readonly string[]
  /** The names that each value is found by, `| ada lovelace | ada_l |`: see `keyOfName`. */
  readonly keys: readonly string[]
  /** The key that makes all spellings one value: see `docValueKeysOf`. */
  readonly ownKeys: readonly string[]
  /** How many talks have each. */
  readonly talks: Uint32Array
}

/** One field of all talks: each document has some of its values. */
export interface DocValueColumn extends DocValueDictionary {
  /** By document: the run `[starts[n], starts[n + 1])` of `numbers` holds its values. */
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

export type DocValueDictionaries = Readonly<Record<DocValueField, DocValueDictionary>>
export type DocValues = Readonly<Record<DocValueField, DocValueColumn>>

/** The doc values that a field of the query language is compared with. */
export const docValueFieldOf = (field: FilterField): DocValueField => (field === 'lang' ? 'language' : field)

/** The numbers of the doc values that a filter's value means; none if no talk has such a value. */
export function meaningOf(
  field: FilterField,
  value: FilterValue,
  { values, keys }: DocValueDictionary,
): number[] {
  switch (value.form) {
    case 'choice':
      return placesOf(values, (name) => name === value.choice)
    case 'years': {
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = value
      return placesOf(values, (year) => Number(year) >= from && Number(year) <= to)
    }
    case 'days': {
      const { from = '', to = '9999' } = value
      // If only the event dates a talk, nobody knows whether it was on a given day, only whether it was before or after it.
      const isOpen = value.from === undefined || value.to === undefined
      return placesOf(values, (written) => {
        const day = dayOf(written)
        return from <= day && day <= to && (isOpen || !isEventDay(written))
      })
    }
    case 'beginning':
      return placesOf(keys, withBeginning(keyOfName(value.text)))
    default: {
      // `machine-learning` is "machine learning", but `learning` is another tag.
      if (field === 'tag') return placesOf(keys, withName(compactKeyOf(value.text)))
      const wanted = keyOfName(value.text)
      const inTurn = value.form === 'whole' ? [withFirstName(wanted), withName(wanted)] : []
      for (const isCalled of inTurn) {
        const called = placesOf(keys, isCalled)
        if (called.length > 0) return called
      }
      return placesOf(keys, withWords(wordsOf(wanted)))
    }
  }
}

/** A day of the event of a talk that says no day of its own, as a value of `date`. */
export const eventDay = (day: string): string => `${day}*`
export const isEventDay = (written: string): boolean => written.endsWith('*')
const dayOf = (written: string): string => written.slice(0, 'YYYY-MM-DD'.length)

function placesOf(texts: readonly string[], isMeant: (text: string) => boolean): number[] {
  const places: number[] = []
  texts.forEach((text, place) => {
    if (isMeant(text)) places.push(place)
  })
  return places
}

function wordsOf(key: string): string[] {
  return key.trim().split(' ')
}

/** Whether it is what people call it, not only its handle or the name of its folder. */
function withFirstName(name: string): (key: string) => boolean {
  return (key) => key.startsWith(`|${name}|`)
}

function withName(name: string): (key: string) => boolean {
  return (key) => key.includes(`|${name}|`)
}

/** Whether a key has all of the words, in any order. */
function withWords(words: readonly string[]): (key: string) => boolean {
  return (key) => words.every((word) => key.includes(` ${word} `))
}

/** Whether a key has all of the words, the last of which only begins one. */
function withBeginning(wanted: string): (key: string) => boolean {
  const words = wordsOf(wanted)
  const last = words.pop() ?? ''
  const hasOthers = withWords(words)
  return (key) => key.includes(` ${last}`) && hasOthers(key)
}

/** Folded words, each between blanks, so that a word is found by `includes`: `it` as well as `pycon` of `pycon-it`. */
export function nameKeyOf(text: string): string {
  return ` ${splitWords(text.replace(/[-‐‑]/g, ' '))
    .map((word) => word.text)
    .join(' ')} `
}

/**
 * As `nameKeyOf`, but of a name, which may be nothing but signs. It has no bars. Unlike `foldName` it divides words as
 * questions and notes are divided, so that a name is found by words of any script.
 */
export const keyOfName = remembering((name): string => {
  const key = nameKeyOf(name)
  return key.trim() === '' ? ` ${fold(name).replaceAll(/[\s|]+/g, '')} ` : key
})

/** The names in one of `DocValueColumn.keys`, without the blanks around them. */
export function namesInKey(key: string): string[] {
  return key.split('|').flatMap((name) => name.trim() || [])
}

/** The words of these names, each as often as they have it. */
export function wordsInKey(key: string): string[] {
  return key.split(/[\s|]+/).filter((word) => word !== '')
}

/** The form in which tags are compared: "machine learning", `machine-learning` and `machine.learning` are one. */
export function compactKeyOf(tag: string): string {
  return ` ${keyOfName(tag).replaceAll(/[\s._]/g, '')} `
}

/** The English name of a language code, such as Italian for `it`: people type either. Empty if it has none. */
export const languageName = remembering((language) => {
  try {
    return languageNames().of(new Intl.Locale(language).language) ?? ''
  } catch {
    return ''
  }
}, 1_000)

const languageNames = madeOnce(() => new Intl.DisplayNames('en', { type: 'language' }))
