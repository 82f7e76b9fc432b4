import type { KnownNames } from '../../search/filter/known-names.ts'
import type { FilterField, Query, QueryWord } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import { rememberingAt } from '../../text/remembering.ts'
import * as words from './listing-word-lists.ts'
import { lengthsAt, phrasesAt } from './phrases-at.ts'

/** What a list is narrowed down to. */
export interface Narrowing {
  /** `words`: what the talks mention. */
  readonly field: FilterField | 'words'
  /** As it was typed. */
  readonly name: string
  /** As the query language says it. */
  readonly clause: string
  /** Whether it was typed so. */
  readonly isTyped?: boolean
  /** Whether it shows that a list is wanted: `tagged django`, `by Ada or Bo`. */
  readonly isOfList?: boolean
}

/** The fields that were typed in a question. */
export const narrowingsTyped = ({ text, filters }: Query): readonly Narrowing[] =>
  filters.map(({ field, anyOf, start, end }) => ({
    field,
    name: anyOf.map((value) => value.text).join(' or '),
    clause: text.slice(start, end),
    isTyped: true,
  }))

/** A question without the fields that were typed in it. */
export const withoutFilters = ({ text, filters }: Query): string =>
  filters.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)

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
  /** Whether it takes the place of the one before. */
  readonly isInstead?: boolean
}

/**
 * What narrows a list from a place on.
 * @param last what was said last: `without slides` goes on with `or video`
 */
export function narrowingsAt(
  at: number,
  last: Narrowing | undefined,
  reading: Narrowable,
): readonly NarrowingAt[] {
  const first = firstNarrowingsAt(reading, at)
  return last === undefined ? first : [...first, ...furtherAt(at, last, reading)]
}

/**
 * `at EuroPython`, `before 2012`, `did Ada Pier give`, and names right before the thing: `2012 talks`. A place is read again after
 * each way to read what stands before it.
 */
const firstNarrowingsAt = rememberingAt((reading: Narrowable, at): readonly NarrowingAt[] => {
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
  const openYears = [0, ...lengthsAt(all, at, words.beforeBound)].flatMap((lead) => {
    const year = all[at + lead]?.folded ?? ''
    const behind = at + lead + 1
    if (!/^\d{4}$/.test(year)) return []
    return Object.entries(words.boundsBehind).flatMap(([field, bound]) =>
      lengthsAt(all, behind, bound).flatMap((length): NarrowingAt[] => {
        // `talks from 2023 on Django`, `talks in 2023 on Django`
        const isOnTopic = all[behind]?.folded === 'on' && (lead === 0 || behind + length < all.length)
        const narrowing = { field: 'year', name: year, clause: `${field}:${year}` } as const
        return isOnTopic ? [] : [{ length: lead + 1 + length, narrowing }]
      }),
    )
  })
  const isBeforeThing = (end: number) =>
    phrasesAt(all, end).some(({ phrase }) => words.thingsByName.has(phrase))
  const givers = lengthsAt(all, at, words.giversBefore).flatMap((length) => {
    const isGiven = (end: number) => lengthsAt(all, end, words.giversAfter).length > 0
    const given = namesAt(at, length, { fields: ['speaker'], isSure: true }, reading, isGiven)
    return given.flatMap(({ length: named, narrowing }) =>
      lengthsAt(all, at + named, words.giversAfter).map((more) => ({ length: named + more, narrowing })),
    )
  })
  const before = namesAt(
    at,
    0,
    { fields: ['year', 'event', 'tag', 'speaker', 'lang'] },
    reading,
    isBeforeThing,
  )
  // `Django or Flask talks`
  const isBeforeOr = (end: number) => end < all.length && lengthsAt(all, end, words.orFurther).length > 0
  const eitherBefore = namesAt(at, 0, { fields: ['tag'] }, reading, isBeforeOr).flatMap((one) =>
    lengthsAt(all, at + one.length, words.orFurther).flatMap((or) =>
      namesAt(at, one.length + or, { fields: ['tag'] }, reading, isBeforeThing).map(
        ({ length, narrowing }): NarrowingAt => ({ length, narrowing: eitherOf(one.narrowing, narrowing) }),
      ),
    ),
  )
  // `keynotes EuroPython 2012`
  const after =
    at > 0 ? namesAt(at, 0, { fields: ['event', 'year'] }, reading, (end) => end === all.length) : []
  const kinds = lengthsAt(all, at, words.excluding).flatMap((length) => excludedKindsAt(at, length, reading))
  return [...years, ...openYears, ...prepositional, ...kinds, ...givers, ...before, ...eitherBefore, ...after]
})

/** `except keynotes`. */
const excludedKindsAt = (at: number, length: number, { words: all, text }: Narrowable): NarrowingAt[] =>
  phrasesAt(all, at + length).flatMap(({ phrase, length: more }) =>
    (words.thingsByName.get(phrase) ?? []).flatMap(({ of, clause }): NarrowingAt[] => {
      if (of !== 'talk' || clause === undefined) return []
      const name = text.slice(all[at + length]!.start, all[at + length + more - 1]!.end)
      return [{ length: length + more, narrowing: { field: 'kind', name, clause: `-${clause}` } }]
    }),
  )

/** `and code`, `or video`, `, Django or Flask`: what goes on from what was said last, of the same kind. */
function furtherAt(at: number, last: Narrowing, reading: Narrowable): NarrowingAt[] {
  const { words: all, text } = reading
  // What was typed as a field, or taken for one, ends with it: in `hey Hallway, python talks` nothing goes on.
  const isEnumerated = !last.isTyped && text.slice(all[at - 1]?.end, all[at]!.start).includes(',')
  const commas = isEnumerated ? [0] : []
  const [ands, ors] = [words.further, words.orFurther].map((before) => lengthsAt(all, at, before))
  const further = [...commas, ...ands!, ...ors!]
  if (last.clause.startsWith('-')) {
    const omissions =
      last.field === 'words' ? further.flatMap((length) => omissionAt(at, length, reading)) : []
    const fields = last.field === 'has' ? (['has'] as const) : words.canBeLeftOut
    const names = further.flatMap((length) => namesAt(at, length, { fields, isExcluded: true }, reading))
    return [...names, ...further.flatMap((length) => excludedKindsAt(at, length, reading)), ...omissions]
  }
  const { field } = last
  if (!canGoOn.has(field) || field === 'words' || !last.clause.startsWith(`${field}:`)) return []
  // A talk can have several parts and tags at once, but is taken to have one speaker, event and year.
  const isTogether = field === 'has' || field === 'tag'
  const either = (isTogether ? ors! : further).flatMap((length) =>
    namesAt(at, length, { fields: [field], isSure: !isTogether }, reading),
  )
  const both = (isTogether ? ands! : []).flatMap((length) =>
    namesAt(at, length, { fields: [field], isOfList: last.isOfList ?? false }, reading),
  )
  return [
    ...both,
    ...either.map((one) => ({ ...one, isInstead: true, narrowing: eitherOf(last, one.narrowing) })),
  ]
}

const canGoOn: ReadonlySet<Narrowing['field']> = new Set(['has', 'tag', 'speaker', 'event', 'year', 'lang'])

/** `tag:django` and `tag:flask` are `tag:django,flask`. */
const eitherOf = (one: Narrowing, other: Narrowing): Narrowing => ({
  field: one.field,
  name: `${one.name} or ${other.name}`,
  clause: `${one.clause},${other.clause.slice(other.clause.indexOf(':') + 1)}`,
  isOfList: true,
})

/**
 * Names that begin `length` words later.
 * @param canEnd whether a name can end before this word: it is looked up only then
 */
function namesAt(
  at: number,
  length: number,
  { fields, isSure = false, isExcluded = false, isOfList = false }: Omit<words.Narrower, 'words'>,
  { words: all, text, names }: Narrowable,
  canEnd: (end: number) => boolean = () => true,
): NarrowingAt[] {
  const found: NarrowingAt[] = []
  for (let more = 1; more <= maxNameWords && at + length + more <= all.length; more++) {
    if (!canEnd(at + length + more)) continue
    const name = text.slice(all[at + length]!.start, all[at + length + more - 1]!.end)
    for (const field of fields) {
      const clause = names.clauseFor(field, name, isSure)
      if (clause === undefined) continue
      const said = { field, name, clause: isExcluded ? `-${clause}` : clause }
      const narrowing = isOfList ? { ...said, isOfList } : said
      found.push({ length: length + more, narrowing })
    }
  }
  return found
}

const maxUnknownWords = 4

/** `who spoke at NoCon?`: what is written like a name where a name must stand, although the notes do not know it. Longest first. */
export function unknownNamesAt(at: number, { words: all, text }: Narrowable): NarrowingAt[] {
  const named = (length: number, [field]: readonly FilterField[]): NarrowingAt[] => {
    const found: NarrowingAt[] = []
    for (let more = 0; more < maxUnknownWords; more++) {
      const last = all[at + length + more]
      if (field === undefined || last === undefined || !/^[\p{Lu}\p{N}]/u.test(last.text)) break
      const name = text.slice(all[at + length]!.start, last.end)
      found.unshift({
        length: length + more + 1,
        narrowing: { field, name, clause: `${field}:${inQuotes(name)}` },
      })
    }
    return found
  }
  const sure = words.narrowers.filter(({ isSure }) => isSure)
  return [
    ...sure.flatMap(({ words: before, fields }) =>
      lengthsAt(all, at, before).flatMap((length) => named(length, fields)),
    ),
    ...lengthsAt(all, at, words.giversBefore).flatMap((length) =>
      named(length, ['speaker']).flatMap(({ length: until, narrowing }) =>
        lengthsAt(all, at + until, words.giversAfter).map((more) => ({ length: until + more, narrowing })),
      ),
    ),
  ]
}

const maxMentionWords = 3

/** `how many talks mention celery?`: words that can be a topic, whether or not the notes know it. */
export const mentionsAt = (at: number, reading: Narrowable): NarrowingAt[] =>
  lengthsAt(reading.words, at, words.mentioning).flatMap((length) =>
    topicsAt(at, length, reading).map((topic) => ({
      length: topic.length,
      narrowing: { field: 'words', name: topic.name, clause: inQuotes(topic.name) },
    })),
  )

/** `talks that don’t mention celery`. */
export const omissionsAt = (at: number, reading: Narrowable): NarrowingAt[] =>
  lengthsAt(reading.words, at, words.notMentioning).flatMap((length) => omissionAt(at, length, reading))

const omissionAt = (at: number, length: number, reading: Narrowable): NarrowingAt[] =>
  topicsAt(at, length, reading)
    .filter(({ name }) => !words.partsOfNotes.has(name.toLowerCase()) && !isPerson(name, reading))
    .map((topic) => ({
      length: topic.length,
      narrowing: {
        field: 'words',
        name: topic.name,
        clause: `-${/\s/.test(topic.name) ? inQuotes(topic.name) : topic.name}`,
      },
    }))

/** A part of somebody's name, written as one. */
const isPerson = (name: string, { names }: Narrowable): boolean =>
  /^\p{Lu}/u.test(name) && names.clauseFor('speaker', name, true) !== undefined

/** Words that can be a topic, `length` words later. */
function topicsAt(at: number, length: number, { words: all, text }: Narrowable) {
  const found: { readonly length: number; readonly name: string }[] = []
  for (let more = 0; more < maxMentionWords; more++) {
    const last = all[at + length + more]
    if (last === undefined || last.role === 'grammar' || last.role === 'request') break
    found.push({ length: length + more + 1, name: text.slice(all[at + length]!.start, last.end) })
  }
  return found
}
