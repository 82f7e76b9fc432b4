import { addDays } from '../../calendar/days.ts'
import type { Event, Talk } from '../../notes/talk.ts'
import { slotsOf } from '../../notes/talk-slots.ts'
import { rememberingOf } from '../../text/remembering.ts'
import type { TalkPart } from '../query/query.ts'
import {
  compactKeyOf,
  type DocValueColumn,
  type DocValueDictionaries,
  type DocValueDictionary,
  type DocValueField,
  type DocValues,
  docValueFields,
  eventDay,
  keyOfName,
  languageName,
} from './doc-values.ts'

/** How talks write the values of one field: with this, the column is made again after a change without reading the talks that stay. */
interface SpellingColumn {
  /** All spellings, in the order in which talks use them first, as JSON: it is read only after an edit. */
  readonly written: Uint8Array
  /** By spelling: the number of the value. */
  readonly values: Uint32Array
  /** By document: the run `[starts[n], starts[n + 1])` of `numbers` holds its spellings. */
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

/** Doc values, and the data to update them from. */
export interface SpelledDocValues {
  readonly docValues: DocValues
  readonly spellings: Readonly<Record<DocValueField, SpellingColumn>>
}

/**
 * The doc values of talks, with their spellings. Document numbers are places in `talks`.
 * @param earlier those of other talks, some of which stay
 * @param documents by talk: the number that it had among the earlier ones if it stays as it is, event included
 */
export function readSpelledValues(
  talks: readonly Talk[],
  earlier?: SpelledDocValues,
  documents: readonly (number | undefined)[] = [],
): SpelledDocValues {
  const read = ofEachField((field) =>
    readColumn(
      talks,
      docValueColumns[field],
      earlier && {
        column: earlier.docValues[field],
        spelling: earlier.spellings[field],
        documents,
      },
    ),
  )
  return {
    docValues: ofEachField((field) => read[field].column),
    spellings: ofEachField((field) => read[field].spelling),
  }
}

/** How often talks write a value in each way. */
export function countSpellings({ written, numbers }: SpellingColumn): ReadonlyMap<string, number> {
  const ways = waysIn(written)
  const counts = new Uint32Array(ways.length)
  for (const number of numbers) counts[number]! += 1
  return new Map(ways.map((way, number) => [way, counts[number]!]))
}

// A decoder takes no memory that threads share.
const waysIn = (written: Uint8Array): readonly string[] =>
  JSON.parse(new TextDecoder().decode(written.slice()))

/** Reads the values of talks that come one by one and are not numbered. */
export function createDocValueCounter(): {
  add(talk: Talk): void
  dictionaries(): DocValueDictionaries
} {
  const dictionaries = ofEachField((field) => createDictionary(docValueColumns[field]))
  return {
    add(talk) {
      for (const field of docValueFields) dictionaries[field].count(dictionaries[field].spellingsOf(talk))
    },
    dictionaries: () => ofEachField((field) => dictionaries[field].read()),
  }
}

/** Of one talk, by field: the own keys of its values. */
export function docValueKeysOf(talk: Talk): Readonly<Record<DocValueField, readonly string[]>> {
  return ofEachField((field) => {
    const { valuesOf, key = keyOfName } = docValueColumns[field]
    return [...new Set(valuesOf(talk).map(key))]
  })
}

function ofEachField<Value>(read: (field: DocValueField) => Value): Record<DocValueField, Value> {
  return Object.fromEntries(docValueFields.map((field) => [field, read(field)])) as Record<
    DocValueField,
    Value
  >
}

/** What the values of a field are. Everything except `valuesOf` is asked once for each spelling, with the first talk that has it. */
interface Description {
  /** The values of a talk, as the notes write them. */
  readonly valuesOf: (talk: Talk) => readonly string[]
  /** Default: as it is written. */
  readonly shown?: (written: string, talk: Talk) => string
  /** Values of the same key are one. Default: `keyOfName`. */
  readonly key?: (written: string) => string
  /** The keys that it is found by. Default: its own alone. */
  readonly names?: (written: string, key: string, talk: Talk) => readonly string[]
}

const docValueColumns: Readonly<Record<DocValueField, Description>> = {
  event: {
    valuesOf: ({ event }) => [event.id],
    shown: (_, { event }) => event.name,
    key: (id) => id,
    names: (id, _, { event }) => [keyOfName(event.name), keyOfName(id)],
  },
  year: {
    valuesOf: ({ date, event }) => {
      const year = date?.slice(0, 4) ?? event.year
      return year === undefined ? [] : [String(year)]
    },
  },
  date: {
    valuesOf: (talk) => {
      const own = slotsOf(talk).flatMap(({ date }) => date ?? [])
      return own.length > 0 ? own : daysOfEvent(talk.event).map(eventDay)
    },
    key: (written) => written,
  },
  room: { valuesOf: (talk) => slotsOf(talk).flatMap(({ room }) => room ?? []) },
  speaker: {
    valuesOf: ({ speakers }) => speakers.map(({ name }) => name),
    names: (name, key, talk) => {
      const handle = handlesOf(talk).get(name)
      return handle ? [key, keyOfName(handle)] : [key]
    },
  },
  tag: {
    valuesOf: ({ tags }) => tags,
    key: compactKeyOf,
    names: (tag, key) => [keyOfName(tag), key],
  },
  kind: { valuesOf: ({ kind }) => [kind] },
  language: {
    valuesOf: ({ language }) => [language],
    names: (language, key) => [key, keyOfName(languageName(language) || language)],
  },
  has: { valuesOf: partsOf },
}

/** By name; of speakers of one name, the first one's. */
const handlesOf = rememberingOf(
  ({ speakers }: Talk) => new Map(speakers.map(({ name, handle }) => [name, handle] as const).reverse()),
)

/** All days of an event: a talk that says no day of its own was given on one of them. */
function daysOfEvent({ starts, ends = starts }: Event): readonly string[] {
  if (starts === undefined || ends === undefined) return []
  const days: string[] = []
  for (let day = starts; day <= ends && days.length < maxDays; day = addDays(day, 1)) days.push(day)
  return days.length === maxDays ? [starts, ends] : days
}

/** What lasts longer, such as a user group's meetings, was on no day in particular. */
const maxDays = 32

/** One spelling of a value. */
interface Spelling {
  /** Its place among all spellings, and the number of the value. */
  readonly place: number
  readonly number: number
  readonly shown: string
  count: number
}

interface EarlierColumn {
  readonly column: DocValueColumn
  readonly spelling: SpellingColumn
  readonly documents: readonly (number | undefined)[]
}

function readColumn(
  talks: readonly Talk[],
  description: Description,
  earlier?: EarlierColumn,
): { readonly column: DocValueColumn; readonly spelling: SpellingColumn } {
  const dictionary = createDictionary(description)
  const remembered = earlier && rememberedBy(earlier, dictionary)
  const starts = new Uint32Array(talks.length + 1)
  const numbers: number[] = []
  const spelledStarts = new Uint32Array(talks.length + 1)
  const spelled: number[] = []
  talks.forEach((talk, document) => {
    const before = earlier?.documents[document]
    const spellings =
      remembered && before !== undefined ? remembered(talk, before) : dictionary.spellingsOf(talk)
    for (const { place } of spellings) spelled.push(place)
    spelledStarts[document + 1] = spelled.length
    for (const number of dictionary.count(spellings)) numbers.push(number)
    starts[document + 1] = numbers.length
  })
  const { written, values } = dictionary.ways()
  return {
    column: { ...dictionary.read(), starts, numbers: Uint32Array.from(numbers) },
    spelling: {
      written: new TextEncoder().encode(JSON.stringify(written)),
      values: Uint32Array.from(values),
      starts: spelledStarts,
      numbers: Uint32Array.from(spelled),
    },
  }
}

/** The spellings of a talk that stays: its values and their keys are known, and so are names, if they are by the same talk. */
function rememberedBy({ column, spelling }: EarlierColumn, dictionary: GrowingDictionary) {
  const written = waysIn(spelling.written)
  const firsts = new Uint32Array(column.ownKeys.length)
  for (let document = column.starts.length - 2; document >= 0; document--)
    for (let at = column.starts[document]!; at < column.starts[document + 1]!; at++)
      firsts[column.numbers[at]!] = document
  const known: Spelling[] = []
  return (talk: Talk, before: number): readonly Spelling[] => {
    const spellings: Spelling[] = []
    for (let at = spelling.starts[before]!; at < spelling.starts[before + 1]!; at++) {
      const way = spelling.numbers[at]!
      const value = spelling.values[way]!
      known[way] ??= dictionary.spell(written[way]!, talk, {
        own: column.ownKeys[value]!,
        ...(firsts[value] === before && { key: column.keys[value]! }),
      })
      spellings.push(known[way])
    }
    return spellings
  }
}

interface GrowingDictionary {
  /** How a talk writes its values. */
  spellingsOf(talk: Talk): readonly Spelling[]
  /**
   * @param talk the first that writes it so
   * @param known the value's own key; and what it is found by, if this talk is the first that has the value
   */
  spell(written: string, talk: Talk, known?: { readonly own: string; readonly key?: string }): Spelling
  /** Counts one talk's spellings. Returns the numbers of its values, each once. */
  count(spellings: readonly Spelling[]): readonly number[]
  /** All spellings, in the order of their places, and the number of the value of each. */
  ways(): { readonly written: readonly string[]; readonly values: readonly number[] }
  read(): DocValueDictionary
}

function createDictionary({
  valuesOf,
  shown = (written) => written,
  key = keyOfName,
  names = (_, own) => [own],
}: Description): GrowingDictionary {
  const spellings = new Map<string, Spelling>()
  const numberOfKey = new Map<string, number>()
  const keys: string[] = []
  const talkCounts: number[] = []
  const spell: GrowingDictionary['spell'] = (written, talk, known) => {
    const spelt = spellings.get(written)
    if (spelt) return spelt
    const own = known?.own ?? key(written)
    const foundBy = () => known?.key ?? `|${[...new Set(names(written, own, talk))].join('|')}|`
    const number = numberOfKey.get(own) ?? keys.push(foundBy()) - 1
    numberOfKey.set(own, number)
    const spelling = { place: spellings.size, number, shown: shown(written, talk), count: 0 }
    spellings.set(written, spelling)
    return spelling
  }
  return {
    spell,
    spellingsOf: (talk) => valuesOf(talk).map((written) => spell(written, talk)),
    count(ofTalk) {
      for (const spelling of ofTalk) spelling.count++
      const numbers = [...new Set(ofTalk.map(({ number }) => number))]
      for (const number of numbers) talkCounts[number] = (talkCounts[number] ?? 0) + 1
      return numbers
    },
    ways: () => ({
      written: [...spellings.keys()],
      values: Array.from(spellings.values(), ({ number }) => number),
    }),
    read: () => ({
      values: mostFrequentSpelling(spellings.values(), keys.length),
      keys,
      ownKeys: [...numberOfKey.keys()],
      talks: Uint32Array.from(talkCounts),
    }),
  }
}

/** By number: how most of the talks write it; of spellings that are as frequent, the first. */
function mostFrequentSpelling(spellings: Iterable<Spelling>, count: number): string[] {
  const best: (Spelling | undefined)[] = Array.from({ length: count })
  for (const spelling of spellings) {
    if (spelling.count > (best[spelling.number]?.count ?? 0)) best[spelling.number] = spelling
  }
  return best.map((spelling) => spelling?.shown ?? '')
}

function partsOf({ links, followUps, speakers }: Talk): TalkPart[] {
  const parts: TalkPart[] = []
  for (const part of ['video', 'slides', 'code'] as const) {
    if (links.some(({ kind }) => kind === part)) parts.push(part)
  }
  if (followUps.length > 0) parts.push('followups')
  if (speakers.length > 0) parts.push('speaker')
  return parts
}
