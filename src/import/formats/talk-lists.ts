import type { ImportSource } from '../read/import-source.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { dayOfRecord, isTalkRecord, type LooseRecord, readRecordTalk } from './record-talk.ts'
import { namesById, readNamesBeside, readSiteData } from './site-data.ts'

/** Lists of talks lie inside days, rooms and slots; deeper than this nobody keeps them. */
const maxDepth = 8

/** Whether a document of YAML or JSON holds a list of talks, as sites of conferences keep them. */
export const holdsTalks = (value: unknown): boolean => recordsIn(value).next().done === false

/** All talks of such a document, wherever they are in it, with what the files beside it say of them. */
export async function* readTalkLists(
  value: unknown,
  { path, file }: Pick<ImportSource, 'path' | 'file'>,
  event: ImportedEvent,
): AsyncGenerator<Imported> {
  const { names: others, slots } = await readSiteData(path)
  const names = new Map([...others, ...namesWithin(value)])
  let count = 0
  for (const { record, day } of recordsIn(value)) {
    const where = `${file}, talk ${++count}`
    const slot = slots.get(String(record.id)) ?? {}
    const unknown = peopleOf(record).filter((id) => !names.has(id))
    if (unknown.length > 0) for (const [id, name] of await readNamesBeside(path, unknown)) names.set(id, name)
    yield readRecordTalk(withNames({ ...slot, ...record }, names), {
      event,
      where,
      ...(day !== undefined && { day }),
    })
  }
}

interface FoundRecord {
  readonly record: LooseRecord
  readonly day?: string | undefined
}

function* recordsIn(value: unknown, day?: string, depth = 0): Generator<FoundRecord> {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) yield* recordsIn(one, day, depth + 1)
    return
  }
  const record = value as LooseRecord
  if (isTalkRecord(record)) {
    yield { record, day }
    // A round of lightning talks lists its own.
    if (Array.isArray(record.talks)) yield* recordsIn(record.talks, dayOfRecord(record) ?? day, depth + 1)
    return
  }
  const own = dayOfRecord(record) ?? day
  for (const [key, one] of Object.entries(record)) {
    // People have titles too.
    if (!/^(?:speakers?|people|persons?|authors?|sponsors?|team|organi[sz]ers?|venues?|rooms?)$/i.test(key))
      yield* recordsIn(one, own, depth + 1)
  }
}

/** Those of the people that the same document lists. */
function namesWithin(value: unknown): Iterable<readonly [string, string]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { speakers, people } = value as LooseRecord
  return namesById(speakers ?? people)
}

/** What a record calls its people. */
const peopleOf = (record: LooseRecord): readonly string[] =>
  Object.entries(record).flatMap(([key, value]) =>
    peopleKey.test(key) ? [value].flat().filter((one): one is string => typeof one === 'string') : [],
  )

const peopleKey = /^(?:speakers?|presenters?|people)(?:[_-]?ids?)?$/i

function withNames(record: LooseRecord, names: ReadonlyMap<string, string>): LooseRecord {
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === 'number' || typeof value === 'string'
        ? (names.get(String(value)) ?? (typeof value === 'number' ? null : value))
        : value
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, peopleKey.test(key) ? named(value) : value]),
  )
}
