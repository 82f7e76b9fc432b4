import type { Talk } from '../notes/talk.ts'
import { splitWords } from './analyzer.ts'
import { fold } from './fold.ts'
import type { TalkPart } from './query.ts'

/** What talks can be narrowed by and counted by. */
export const attributeNames = ['event', 'year', 'speaker', 'tag', 'kind', 'language', 'has'] as const
export type AttributeName = (typeof attributeNames)[number]

/** One attribute of all talks: its values are numbered, and each document has some of them. */
export interface Attribute {
  /** As shown to people: `Alex Martelli`, `EuroPython 2012`, `pt-BR`. */
  readonly values: readonly string[]
  /** What each value is found by: folded words with a blank around each. */
  readonly keys: readonly string[]
  /** By document: the run `[starts[n], starts[n + 1])` of `numbers` holds its values. */
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

export type Attributes = Readonly<Record<AttributeName, Attribute>>

/** Document numbers are places in `talks`. */
export function readAttributes(talks: readonly Talk[]): Attributes {
  const read = (valuesOf: (talk: Talk) => readonly Value[]) => readAttribute(talks, valuesOf)
  return {
    event: read(({ event: { id, name } }) => [{ shown: name, key: id, foundBy: () => `${name} ${id}` }]),
    year: read(({ date, event }) => {
      const year = date?.slice(0, 4) ?? event.year
      return year === undefined ? [] : [named(String(year))]
    }),
    speaker: read(({ speakers }) =>
      speakers.map(({ name, handle }) => ({
        shown: name,
        key: fold(name),
        foundBy: () => `${name} ${handle ?? ''}`,
      })),
    ),
    tag: read(({ tags }) => tags.map(named)),
    kind: read(({ kind }) => [named(kind)]),
    language: read(({ language }) => [
      { ...named(language), foundBy: () => `${language} ${languageName(language)}` },
    ]),
    has: read((talk) => partsOf(talk).map(named)),
  }
}

/** Folded words, each between blanks, so that a word is found by `includes`. */
export function keyOf(text: string): string {
  return ` ${splitWords(text)
    .map((word) => word.text)
    .join(' ')} `
}

interface Value {
  readonly shown: string
  /** Values of the same key are one. */
  readonly key: string
  /** Asked of the first of them alone: of a language it takes a while. */
  readonly foundBy: () => string
}

function named(text: string): Value {
  return { shown: text, key: fold(text), foundBy: () => text }
}

function readAttribute(talks: readonly Talk[], valuesOf: (talk: Talk) => readonly Value[]): Attribute {
  const numberOf = new Map<string, number>()
  const values: string[] = []
  const keys: string[] = []
  const starts = new Uint32Array(talks.length + 1)
  const numbers: number[] = []
  talks.forEach((talk, document) => {
    const own = new Set<number>()
    for (const { shown, key, foundBy } of valuesOf(talk)) {
      let number = numberOf.get(key)
      if (number === undefined) {
        number = values.push(shown) - 1
        keys.push(keyOf(foundBy()))
        numberOf.set(key, number)
      }
      own.add(number)
    }
    numbers.push(...own)
    starts[document + 1] = numbers.length
  })
  return { values, keys, starts, numbers: Uint32Array.from(numbers) }
}

function partsOf({ links, followUps }: Talk): TalkPart[] {
  const parts: TalkPart[] = []
  for (const part of ['video', 'slides', 'code'] as const) {
    if (links.some(({ kind }) => kind === part)) parts.push(part)
  }
  if (followUps.length > 0) parts.push('followups')
  return parts
}

/** `it` is Italian: people type either. */
function languageName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(language).language) ?? ''
  } catch {
    return ''
  }
}
