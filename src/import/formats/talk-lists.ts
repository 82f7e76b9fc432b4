import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { dayOfRecord, isTalkRecord, type LooseRecord, readRecordTalk } from './record-talk.ts'

/** Lists of talks lie inside days, rooms and slots; deeper than this nobody keeps them. */
const maxDepth = 8

/** Whether a document of YAML or JSON holds a list of talks, as sites of conferences keep them. */
export const holdsTalks = (value: unknown): boolean => recordsIn(value).next().done === false

/** All talks of such a document, wherever they are in it. */
export function* readTalkLists(value: unknown, file: string, event: ImportedEvent): Generator<Imported> {
  const names = namesById(value)
  let count = 0
  for (const { record, day } of recordsIn(value)) {
    const where = `${file}, talk ${++count}`
    yield readRecordTalk(withNames(record, names), { event, where, ...(day !== undefined && { day }) })
  }
}

interface Found {
  readonly record: LooseRecord
  readonly day?: string | undefined
}

function* recordsIn(value: unknown, day?: string, depth = 0): Generator<Found> {
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

/** The names of a document's speakers by what talks call them. */
function namesById(value: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return names
  const { speakers, people } = value as LooseRecord
  const list = speakers ?? people
  if (typeof list !== 'object' || list === null) return names
  for (const [key, one] of Object.entries(list)) {
    if (typeof one !== 'object' || one === null) continue
    const { id, slug, name } = one as LooseRecord
    if (typeof name === 'string')
      for (const by of [id, slug, key]) if (by !== undefined) names.set(String(by), name)
  }
  return names
}

function withNames(record: LooseRecord, names: ReadonlyMap<string, string>): LooseRecord {
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === 'number' || typeof value === 'string'
        ? (names.get(String(value)) ?? (typeof value === 'number' ? null : value))
        : value
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      /^(?:speakers?|presenters?|people)$/i.test(key) ? named(value) : value,
    ]),
  )
}
