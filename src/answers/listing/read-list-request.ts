import type { KnownNames } from '../../search/filter/known-names.ts'
import { wordsBesideFields } from '../../search/query/parse-query.ts'
import type { Query, QueryWord, Sort } from '../../search/query/query.ts'
import { shortQuestionWordMeant } from '../../search/query/word-roles.ts'
import { nearestNames } from '../../text/nearest-names.ts'
import { remembering } from '../../text/remembering.ts'
import type { Listed } from './listing.ts'
import * as words from './listing-word-lists.ts'
import { lengthsAt, phrasesAt } from './phrases-at.ts'
import {
  mentionsAt,
  type Narrowable,
  type Narrowing,
  narrowingsAt,
  narrowingsTyped,
  omissionsAt,
  unknownNamesAt,
} from './read-narrowings.ts'

/** What a question wants to have listed or counted. */
export interface ListRequest {
  readonly of: Listed
  readonly isCount: boolean
  readonly narrowings: readonly Narrowing[]
  readonly sort?: Sort
  /** Whether the value that most talks have is asked for: `the most popular topic`. */
  readonly isOfMost?: true
  /** Whether the value that the fewest talks have is asked for: `the rarest topic`. */
  readonly isOfFewest?: true
  /** Whether one talk is asked for: `the newest talk`. */
  readonly isOfOne?: true
  /** How many are wanted: `top 5 tags`. Default: all. */
  readonly first?: number
}

/** Longer than any question that only wants a list. */
const maxWords = 20

/**
 * Reads a question that wants a list or a count: a kind of thing, words that want a list or a number, and what it is narrowed
 * to, in any order. Every word must be one of these, so that a word of a topic makes a question of it.
 * @param names what can stand where a name is expected
 * @example readListRequest(parseQuery('list all keynotes'), names) // => { of: 'talk', narrowings: [kind:keynote], … }
 * @example readListRequest(parseQuery('list comprehensions in Python'), names) // => undefined
 */
export function readListRequest(query: Query, names: KnownNames): ListRequest | undefined {
  const { text, prefixes, exclusions } = query
  const plain = wordsBesideFields(query).map((word) => ({
    ...word,
    folded: shortQuestionWordMeant(word.folded) ?? word.folded,
  }))
  const isTooMuch = prefixes.length + exclusions.length > 0 || plain.length > maxWords
  if (isTooMuch) return undefined
  const reading: ListReading = { words: plain, text, names, failed: new Set() }
  const said = readFrom(
    0,
    { want: 'nothing', narrowings: narrowingsTyped(query), praise: false, isSentence: false },
    reading,
  )
  if (said?.thing === undefined) return undefined
  const { thing, divider, want, narrowings, praise, isLeast, first, sort = query.sort } = said
  const clause =
    thing.clause === undefined ? [] : [{ field: 'kind' as const, name: thing.clause, clause: thing.clause }]
  return {
    of: divider ?? thing.of,
    isCount: want === 'number' && divider === undefined,
    narrowings: [...clause, ...narrowings],
    ...(sort && { sort }),
    ...(praise && !isLeast && { isOfMost: true }),
    ...(isLeast && { isOfFewest: true }),
    ...(thing.alone === 'sorted' && { isOfOne: true }),
    ...(first !== undefined && { first }),
  }
}

interface ListReading extends Narrowable {
  /** Places, each with what was said before it, from which nothing could be read: they are not tried again. */
  readonly failed: Set<string>
}

/** What the words so far have said. */
interface SaidOfList {
  readonly thing?: words.ListedThing
  /** The field by which the things are divided. */
  readonly divider?: Listed
  readonly want: 'nothing' | 'something' | 'list' | 'number'
  readonly narrowings: readonly Narrowing[]
  /** Whether the value with the most talks is asked for. */
  readonly praise: boolean
  /** Or with the fewest. */
  readonly isLeast?: true
  /** How many of those are wanted. */
  readonly first?: number
  /** Whether there is a verb: `are talks recorded?` asks, and wants no list. */
  readonly isSentence: boolean
  readonly sort?: Sort
  /** Whether the thing is only guessed. */
  readonly isMisspelt?: boolean
}

/** A way to go on: how many words are read, and what has been said then. */
type ListStep = readonly [length: number, said: SaidOfList]

/** Reads all words from one on; undefined if some of them say nothing about lists. Longer phrases are tried first. */
function readFrom(at: number, said: SaidOfList, reading: ListReading): SaidOfList | undefined {
  if (at === reading.words.length) return wantsList(said, reading) ? said : undefined
  const state = `${at} ${JSON.stringify(said)}`
  if (reading.failed.has(state)) return undefined
  const steps = stepsAt(at, said, reading).sort(([a], [b]) => b - a)
  for (const [length, next] of [...steps, ...lastSteps(at, said, reading)]) {
    const read = readFrom(at + length, next, reading)
    if (read) return read
  }
  reading.failed.add(state)
  return undefined
}

/** Whether the words want a list, and do not merely ask about something that a list could be narrowed to. */
function wantsList(said: SaidOfList, reading: ListReading): boolean {
  const { thing, divider, want, narrowings, praise, isSentence, isMisspelt = false, sort } = said
  const isOfTalks = thing?.of === 'talk'
  if (thing?.of === 'lang' && isOfOtherLanguages(narrowings, reading)) return false
  if (thing === undefined || (praise && isOfTalks && divider === undefined)) return false
  if (thing.alone === 'sorted' && sort === undefined) return false
  // How many have several talks is not how many there are.
  if (thing.alone === 'told' && praise && want === 'number') return false
  const isOfWhen = narrowings.every(({ field }) => field === 'year' || field === 'event')
  if (thing.alone === 'ranked' || (praise && !isOfTalks && want === 'nothing')) return praise && isOfWhen
  if (thing.alone === 'placed') return narrowings.length > 0 && isOfWhen
  if (isMisspelt && want !== 'list' && want !== 'number') return false
  // By how well they fit, talks are found by a question; the newest that mentions something is not.
  const isOfWords = narrowings.some(({ field, clause }) => field === 'words' && !clause.startsWith('-'))
  if (isOfWords && want !== 'number' && sort === undefined) return false
  if (divider !== undefined) return isOfTalks
  if (want === 'list' || want === 'number') return true
  // "Which talks are about testing?" wants the best of them, which a list by date does not give.
  const isOnTopic = narrowings.some(isTopic) && sort === undefined
  if (isOnTopic && (isOfTalks || thing.alone === 'told')) return false
  if (want === 'something' || thing.alone === 'told') return true
  return thing.alone === 'sure' && !isSentence && narrowings.every((each) => mayNarrow(each, narrowings))
}

/** Whether languages of a topic are meant (`programming languages`), and not those that talks on it are in. */
function isOfOtherLanguages(narrowings: readonly Narrowing[], { words: all, text }: ListReading): boolean {
  const topics = narrowings.filter(isTopic)
  const saysTalks = all.some(({ folded }) =>
    words.listedThings.some(({ of, names }) => of === 'talk' && names.has(folded)),
  )
  const isKind = ({ name }: Narrowing) => text.toLowerCase().includes(`${name.toLowerCase()} language`)
  return topics.length > 0 && (!saysTalks || topics.some(isKind))
}

/** A list can be narrowed by what talks are not about. */
const isTopic = ({ field, clause, isOfList }: Narrowing) =>
  field === 'tag' && !clause.startsWith('-') && !isOfList

/** Whether it narrows a list that is named and not asked for: `talks in German`. */
function mayNarrow({ field, clause, isOfList }: Narrowing, all: readonly Narrowing[]): boolean {
  if (clause.startsWith('-') || isOfList) return true
  // Talks of one speaker are found by their names; of a year, they are few among these.
  if (field === 'speaker') return all.length > 1
  return field === 'year' || field === 'event' || field === 'has' || field === 'lang'
}

function stepsAt(at: number, said: SaidOfList, reading: ListReading): ListStep[] {
  const { words: all } = reading
  const first = all[at]!.folded
  return [
    ...phrasesAt(all, at).flatMap(({ phrase, length }) =>
      sayings.flatMap(({ names, next }): ListStep[] => {
        const nextSaid = names.has(phrase) ? next(said, first) : undefined
        return nextSaid === undefined ? [] : [[length, nextSaid]]
      }),
    ),
    ...(said.praise && words.fewNumber.test(first)
      ? [[1, { ...said, first: Number(first) }] satisfies ListStep]
      : []),
    ...(said.thing === undefined ? thingsAt(all, at) : kindsOfThing(at, said.thing, reading)).map(
      ({ thing, length }): ListStep => [
        length,
        { ...said, thing, praise: said.praise || saysMost(all.slice(at, at + length)) },
      ],
    ),
    ...(said.thing === undefined ? misspeltThings(first) : []).map(
      (thing): ListStep => [1, { ...said, thing, isMisspelt: true }],
    ),
    ...lengthsAt(all, at, words.dividing).flatMap((length) => dividersAt(at, length, said, reading)),
    ...narrowingsAt(at, said.narrowings.at(-1), reading).map(({ length, narrowing, isInstead }): ListStep => {
      const before = isInstead ? said.narrowings.slice(0, -1) : said.narrowings
      return [length, { ...said, narrowings: [...before, narrowing] }]
    }),
  ]
}

/** What the phrases of a list add to what has been said. */
interface ListSaying {
  readonly names: Pick<ReadonlySet<string>, 'has'>
  /** @returns undefined if they add nothing here */
  readonly next: (said: SaidOfList, firstWord: string) => SaidOfList | undefined
}

const wantingSomething = (said: SaidOfList): SaidOfList =>
  said.want === 'nothing' ? { ...said, want: 'something' } : said

const sayings: readonly ListSaying[] = [
  // “Most” may also only hold a question together.
  { names: words.ranking, next: (said) => ({ ...said, praise: true }) },
  { names: words.rankingLeast, next: (said) => ({ ...said, praise: true, isLeast: true }) },
  { names: words.listing, next: (said) => ({ ...said, want: said.want === 'number' ? 'number' : 'list' }) },
  { names: words.counting, next: (said) => ({ ...said, want: 'number' }) },
  { names: words.asking, next: wantingSomething },
  {
    names: { has: words.isFiller },
    next: (said, firstWord) =>
      said.isSentence || !words.verbs.has(firstWord) ? said : { ...said, isSentence: true },
  },
  { names: words.ofTalks, next: (said) => (said.thing && said.thing.of !== 'talk' ? said : undefined) },
  ...words.orders.map(
    ({ sort, names }): ListSaying => ({ names, next: (said) => ({ ...wantingSomething(said), sort }) }),
  ),
]

/** `who gave the most talks` */
const saysMost = (name: readonly QueryWord[]) =>
  name.some(({ folded }) => /^(?:most|two|twice|more|several)$/.test(folded))

/** What the notes need not know. Talks that mention something are only counted, or listed by date; those that do not may be listed. */
function lastSteps(at: number, said: SaidOfList, reading: ListReading): ListStep[] {
  const mentions = said.thing?.of === 'talk' ? [...mentionsAt(at, reading), ...omissionsAt(at, reading)] : []
  return [...unknownNamesAt(at, reading), ...mentions].map(
    ({ length, narrowing }): ListStep => [length, { ...said, narrowings: [...said.narrowings, narrowing] }],
  )
}

function dividersAt(at: number, length: number, said: SaidOfList, { words: all }: ListReading): ListStep[] {
  if (said.divider !== undefined) return []
  return words.dividers.flatMap(({ of, names }) =>
    lengthsAt(all, at + length, names).map((more): ListStep => [length + more, { ...said, divider: of }]),
  )
}

function thingsAt(all: readonly QueryWord[], at: number) {
  if (isAnybody(all, at)) return []
  return phrasesAt(all, at).flatMap(({ phrase, length }) =>
    (words.thingsByName.get(phrase) ?? []).map((thing) => ({ thing, length })),
  )
}

/** `what do people like about it?` asks for no speakers, other than `what did people speak about?`. */
const isAnybody = (all: readonly QueryWord[], at: number): boolean =>
  all[at]!.folded === 'people' &&
  words.beforeAnybody.has(all[at - 1]?.folded ?? '') &&
  !words.doneBySpeakers.has(all[at + 1]?.folded ?? '')

/** `keynotes and lightning talks`, `talks that are keynotes`. */
function kindsOfThing(at: number, said: words.ListedThing, { words: all, text }: ListReading) {
  const { of, clause } = said
  if (clause === undefined && of !== 'talk') return []
  const isAfterComma = text.slice(all[at - 1]!.end, all[at]!.start).includes(',')
  const isSaidToBe = words.verbs.has(all[at - 1]!.folded)
  const lengths = clause !== undefined ? furtherKind(all, at, isAfterComma) : isSaidToBe ? [0] : []
  return lengths.flatMap((length) =>
    (all[at + length] === undefined ? [] : thingsAt(all, at + length)).flatMap((found) => {
      const { thing } = found
      if (thing.of !== 'talk' || thing.clause === undefined || thing.clause === clause) return []
      const both = clause === undefined ? thing.clause : `${clause},${thing.clause.slice('kind:'.length)}`
      return { thing: { ...said, clause: both }, length: length + found.length }
    }),
  )
}

const furtherKind = (all: readonly QueryWord[], at: number, isAfterComma: boolean) => [
  ...(isAfterComma ? [0] : []),
  ...lengthsAt(all, at, words.further),
  ...lengthsAt(all, at, words.orFurther),
]

/** `list speekers`. */
const misspeltThings = remembering((word): readonly words.ListedThing[] => {
  const [near] = nearestNames(word, words.longNames, { tolerance: 'narrow' })
  return near?.distance === 1 ? words.listedThings.filter(({ names }) => names.has(near.name)) : []
})
