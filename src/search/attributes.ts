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
  /** The names that each value is found by, `| ada lovelace | ada_l |`: see `keyOfName`. */
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
    event: read(({ event: { id, name } }) => [
      { shown: name, typed: id, key: () => id, names: () => [keyOfName(name), keyOfName(id)] },
    ]),
    year: read(({ date, event }) => {
      const year = date?.slice(0, 4) ?? event.year
      return year === undefined ? [] : [named(String(year))]
    }),
    speaker: read(({ speakers }) =>
      speakers.map(({ name, handle }) => ({
        ...named(name),
        names: () => [name, ...(handle ? [handle] : [])].map(keyOfName),
      })),
    ),
    tag: read(({ tags }) =>
      tags.map((tag) => ({
        ...named(tag),
        key: () => compactKeyOf(tag),
        names: () => [keyOfName(tag), compactKeyOf(tag)],
      })),
    ),
    kind: read(({ kind }) => [named(kind)]),
    language: read(({ language }) => [
      { ...named(language), names: () => [language, languageName(language) || language].map(keyOfName) },
    ]),
    has: read((talk) => partsOf(talk).map(named)),
  }
}

/** Folded words, each between blanks, so that a word is found by `includes`: `it` as well as `pycon` of `pycon-it`. */
export function keyOf(text: string): string {
  return ` ${splitWords(text.replace(/[-‐‑]/g, ' '))
    .map((word) => word.text)
    .join(' ')} `
}

/** As `keyOf`, but of a name, which may be nothing but signs. It has no bars. */
export function keyOfName(name: string): string {
  const key = keyOf(name)
  return key.trim() === '' ? ` ${fold(name).replaceAll(/[\s|]+/g, '')} ` : key
}

/** What tags are compared by: "machine learning", `machine-learning` and `machine.learning` are one. */
export function compactKeyOf(tag: string): string {
  return ` ${keyOfName(tag).replaceAll(/[\s._]/g, '')} `
}

interface Value {
  readonly shown: string
  /** As the notes have it: what is equal here has an equal key, which need not be made again. */
  readonly typed: string
  /** Values of the same key are one. */
  readonly key: () => string
  /** As keys. Asked of the first of them alone: of a language it takes a while. */
  readonly names: () => readonly string[]
}

function named(text: string): Value {
  return { shown: text, typed: text, key: () => keyOfName(text), names: () => [keyOfName(text)] }
}

function readAttribute(talks: readonly Talk[], valuesOf: (talk: Talk) => readonly Value[]): Attribute {
  const numberOfTyped = new Map<string, number>()
  const numberOfKey = new Map<string, number>()
  const spellings: Map<string, number>[] = []
  const keys: string[] = []
  const numberOf = ({ typed, key, names }: Value) => {
    const known = numberOfTyped.get(typed) ?? numberOfKey.get(key())
    const number = known ?? keys.push(`|${[...new Set(names())].join('|')}|`) - 1
    if (known === undefined) {
      numberOfKey.set(key(), number)
      spellings.push(new Map())
    }
    numberOfTyped.set(typed, number)
    return number
  }
  const starts = new Uint32Array(talks.length + 1)
  const numbers: number[] = []
  talks.forEach((talk, document) => {
    const own = new Set<number>()
    for (const value of valuesOf(talk)) {
      const number = numberOf(value)
      const counts = spellings[number]!
      counts.set(value.shown, (counts.get(value.shown) ?? 0) + 1)
      own.add(number)
    }
    numbers.push(...own)
    starts[document + 1] = numbers.length
  })
  return { values: spellings.map(mostFrequent), keys, starts, numbers: Uint32Array.from(numbers) }
}

/** Of spellings that are as frequent, the first. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = ''
  let most = 0
  for (const [spelling, count] of counts) if (count > most) [best, most] = [spelling, count]
  return best
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
