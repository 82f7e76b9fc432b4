import type { FilterField, FilterValue } from '../query/query.ts'
import { compactKeyOf, type DocValueColumn, type DocValueField, keyOfName } from './doc-values.ts'

export const docValueFieldOf: Readonly<Record<FilterField, DocValueField>> = {
  speaker: 'speaker',
  tag: 'tag',
  event: 'event',
  lang: 'language',
  kind: 'kind',
  has: 'has',
  year: 'year',
  date: 'date',
  room: 'room',
}

/** The numbers of the doc values that a filter's value means; none if no talk has such a value. */
export function meaningOf(
  field: FilterField,
  value: FilterValue,
  { values, keys }: DocValueColumn,
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
      return placesOf(values, (day) => from <= day && day <= to)
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
