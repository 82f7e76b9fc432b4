import type { KnownNames } from '../../search/filter/known-names.ts'
import type { FilterField, QueryWord } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import * as words from './list-words.ts'
import { lengthsAt } from './phrases.ts'

/** What a list is narrowed to. */
export interface Narrowing {
  /** `words`: what the talks mention. */
  readonly field: FilterField | 'words'
  /** As it was typed. */
  readonly name: string
  /** As the query language says it. */
  readonly clause: string
}

export interface Narrowable {
  /** Those outside of filters. */
  readonly words: readonly QueryWord[]
  /** What they stand in. */
  readonly text: string
  readonly names: KnownNames
}

const maxNameWords = 8

interface NarrowingAt {
  readonly length: number
  readonly narrowing: Narrowing
}

/** `at EuroPython`, `before 2012`, `did Ada Pier give`, and names right before the thing: `2012 talks`. */
export function narrowingsAt(at: number, reading: Narrowable): NarrowingAt[] {
  const { words: all } = reading
  const prepositional = words.narrowers.flatMap(({ words: before, ...what }) =>
    lengthsAt(all, at, before).flatMap((length) => namesAt(at, length, what, reading)),
  )
  const years = Object.entries(words.bounds).flatMap(([field, before]) =>
    lengthsAt(all, at, before).flatMap((length): NarrowingAt[] => {
      const year = all[at + length]?.folded ?? ''
      const narrowing = { field: 'year', name: year, clause: `${field}:${year}` } as const
      return /^\d{4}$/.test(year) ? [{ length: length + 1, narrowing }] : []
    }),
  )
  const givers = lengthsAt(all, at, words.giversBefore).flatMap((length) =>
    namesAt(at, length, { fields: ['speaker'], isSure: true }, reading).flatMap(
      ({ length: named, narrowing }) =>
        lengthsAt(all, at + named, words.giversAfter).map((more) => ({ length: named + more, narrowing })),
    ),
  )
  const before = namesAt(at, 0, { fields: ['year', 'event', 'tag', 'speaker', 'lang'] }, reading).filter(
    ({ length }) => words.things.some(({ names }) => lengthsAt(all, at + length, names).length > 0),
  )
  return [...years, ...prepositional, ...givers, ...before]
}

/** Names that follow so many words. */
function namesAt(
  at: number,
  length: number,
  { fields, isSure = false }: Pick<words.Narrower, 'fields' | 'isSure'>,
  { words: all, text, names }: Narrowable,
): NarrowingAt[] {
  const found: NarrowingAt[] = []
  for (let more = 1; more <= maxNameWords && at + length + more <= all.length; more++) {
    const name = text.slice(all[at + length]!.start, all[at + length + more - 1]!.end)
    for (const field of fields) {
      const clause = names.clauseFor(field, name, isSure)
      if (clause !== undefined) found.push({ length: length + more, narrowing: { field, name, clause } })
    }
  }
  return found
}

const maxMentionWords = 3

/** `how many talks mention celery?`: words that can be a topic, which the notes need not know. */
export function mentionsAt(at: number, { words: all, text }: Narrowable): NarrowingAt[] {
  return lengthsAt(all, at, words.mentioning).flatMap((length) => {
    const found: NarrowingAt[] = []
    for (let more = 0; more < maxMentionWords; more++) {
      const last = all[at + length + more]
      if (last === undefined || last.role === 'grammar' || last.role === 'request') break
      const name = text.slice(all[at + length]!.start, last.end)
      const narrowing = { field: 'words', name, clause: inQuotes(name) } as const
      found.push({ length: length + more + 1, narrowing })
    }
    return found
  })
}
