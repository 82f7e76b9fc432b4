import { slotsOf } from '../../notes/slots.ts'
import type { Event, Talk } from '../../notes/talk.ts'
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

/** Document numbers are places in `talks`. */
export function readDocValues(talks: readonly Talk[]): DocValues {
  return ofEachField((field) => readColumn(talks, columns[field]))
}

/** Reads the values of talks that come one by one, and of which no number is kept. */
export function createDocValueCounter(): {
  add(talk: Talk): void
  dictionaries(): DocValueDictionaries
} {
  const dictionaries = ofEachField((field) => createDictionary(columns[field]))
  return {
    add(talk) {
      for (const field of docValueFields) dictionaries[field].add(talk)
    },
    dictionaries: () => ofEachField((field) => dictionaries[field].read()),
  }
}

/** Of one talk, by field: the own keys of its values. */
export function docValueKeysOf(talk: Talk): Readonly<Record<DocValueField, readonly string[]>> {
  return ofEachField((field) => {
    const { valuesOf, key = keyOfName } = columns[field]
    return [...new Set(valuesOf(talk).map(key))]
  })
}

function ofEachField<Value>(read: (field: DocValueField) => Value): Record<DocValueField, Value> {
  return Object.fromEntries(docValueFields.map((field) => [field, read(field)])) as Record<
    DocValueField,
    Value
  >
}

/** What the values of a field are. All but `valuesOf` is asked for each way to write one once, with the first talk that has it. */
interface Description {
  /** The values of a talk, as the notes write them. */
  readonly valuesOf: (talk: Talk) => readonly string[]
  /** Default: as it is written. */
  readonly shown?: (written: string, talk: Talk) => string
  /** Values of the same key are one. Default: `keyOfName`. */
  readonly key?: (written: string) => string
  /** What else it is found by, as keys. Default: its own alone. */
  readonly names?: (written: string, key: string, talk: Talk) => readonly string[]
}

const columns: Readonly<Record<DocValueField, Description>> = {
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
      return own.length > 0 ? own : daysOf(talk.event).map(eventDay)
    },
    key: (written) => written,
  },
  room: { valuesOf: (talk) => slotsOf(talk).flatMap(({ room }) => room ?? []) },
  speaker: {
    valuesOf: ({ speakers }) => speakers.map(({ name }) => name),
    names: (name, key, { speakers }) => {
      const handle = speakers.find((speaker) => speaker.name === name)?.handle
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

/** All days of an event, of which a talk that says no day of its own was given on one. */
function daysOf({ starts, ends = starts }: Event): readonly string[] {
  if (starts === undefined || ends === undefined) return []
  const days: string[] = []
  for (let day = starts; day <= ends && days.length < maxDays; day = dayAfter(day)) days.push(day)
  return days.length === maxDays ? [starts, ends] : days
}

/** What lasts longer, such as a user group's meetings, was on no day in particular. */
const maxDays = 32

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** One way to write a value. */
interface Spelling {
  readonly number: number
  readonly shown: string
  count: number
}

function readColumn(talks: readonly Talk[], description: Description): DocValueColumn {
  const dictionary = createDictionary(description)
  const starts = new Uint32Array(talks.length + 1)
  const numbers: number[] = []
  talks.forEach((talk, document) => {
    for (const number of dictionary.add(talk)) numbers.push(number)
    starts[document + 1] = numbers.length
  })
  return { ...dictionary.read(), starts, numbers: Uint32Array.from(numbers) }
}

interface GrowingDictionary {
  /** Returns the numbers of the talk's values, each once. */
  add(talk: Talk): readonly number[]
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
  const spell = (written: string, talk: Talk): Spelling => {
    const own = key(written)
    const number =
      numberOfKey.get(own) ?? keys.push(`|${[...new Set(names(written, own, talk))].join('|')}|`) - 1
    numberOfKey.set(own, number)
    const spelling = { number, shown: shown(written, talk), count: 0 }
    spellings.set(written, spelling)
    return spelling
  }
  return {
    add(talk) {
      const numbers: number[] = []
      for (const written of valuesOf(talk)) {
        const spelling = spellings.get(written) ?? spell(written, talk)
        spelling.count++
        if (!numbers.includes(spelling.number)) numbers.push(spelling.number)
      }
      for (const number of numbers) talkCounts[number] = (talkCounts[number] ?? 0) + 1
      return numbers
    },
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

function partsOf({ links, followUps }: Talk): TalkPart[] {
  const parts: TalkPart[] = []
  for (const part of ['video', 'slides', 'code'] as const) {
    if (links.some(({ kind }) => kind === part)) parts.push(part)
  }
  if (followUps.length > 0) parts.push('followups')
  return parts
}
