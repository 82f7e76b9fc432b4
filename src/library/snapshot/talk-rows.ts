import type { Event, Passage, Talk } from '../../notes/talk.ts'
import { talkKeys } from '../../notes/whole-talk.ts'
import { decodeSection, writeText } from './sections.ts'

/**
 * Talks as sections, one row a talk: its id, and three pieces of JSON, each parsed only when somebody asks for something
 * in it. So opening any number of talks takes a few milliseconds, and memory is for those that are read.
 */
export interface TalkRows {
  /** One list of JSON each: the talks' ids, and those of their events. */
  readonly talkIds: Uint8Array
  readonly talkEvents: Uint8Array
  readonly talkHeads: Uint8Array
  readonly talkHeadStarts: Uint32Array
  /** Empty if a talk has none: those who look for takeaways look at all talks. */
  readonly talkTakeaways: Uint8Array
  readonly talkTakeawayStarts: Uint32Array
  readonly talkBodies: Uint8Array
  readonly talkBodyStarts: Uint32Array
}

type TalkBody = Pick<Talk, 'summary' | 'sections'>

const besideHead = ['id', 'event', 'takeaways', 'summary', 'sections'] as const
type TalkHead = Omit<Talk, (typeof besideHead)[number]>
const headKeys = talkKeys.filter((key) => !besideHead.some((other) => other === key)) as (keyof TalkHead)[]

/**
 * Talks without their events.
 * @param earlier rows, and which row of them a talk is that comes from there: such a row is copied as it is
 */
export function packTalks(
  talks: readonly Talk[],
  earlier?: { readonly rows: TalkRows; readonly rowOf: ReadonlyMap<Talk, number> },
): TalkRows {
  const runs = rowRunsOf(talks, earlier?.rowOf)
  const joined = (kind: keyof Pieces) => joinPieces(runs, kind, earlier?.rows)
  const [talkHeads, talkHeadStarts] = joined('head')
  const [talkTakeaways, talkTakeawayStarts] = joined('takeaways')
  const [talkBodies, talkBodyStarts] = joined('body')
  return {
    talkIds: writeText(JSON.stringify(talks.map(({ id }) => id))),
    talkEvents: writeText(JSON.stringify(talks.map(({ event }) => event.id))),
    ...{ talkHeads, talkHeadStarts, talkTakeaways, talkTakeawayStarts, talkBodies, talkBodyStarts },
  }
}

/** Talks that are written, or `count` rows of earlier ones from `row` on. */
type Run = { readonly pieces: Pieces } | { readonly row: number; count: number }

function rowRunsOf(talks: readonly Talk[], rowOf: ReadonlyMap<Talk, number> = new Map()): readonly Run[] {
  const runs: Run[] = []
  for (const talk of talks) {
    const row = rowOf.get(talk)
    const last = runs.at(-1)
    if (row === undefined) runs.push({ pieces: writeTalk(talk) })
    else if (last && 'row' in last && last.row + last.count === row) last.count++
    else runs.push({ row, count: 1 })
  }
  return runs
}

/** The talks again. An event that is missing stands for a damaged file, and throws. */
export function openTalks(rows: TalkRows, events: ReadonlyMap<string, Event>): Talk[] {
  const ids: string[] = JSON.parse(decodeSection(rows.talkIds))
  const eventIds: string[] = JSON.parse(decodeSection(rows.talkEvents))
  return ids.map((id, row) => {
    const event = events.get(eventIds[row] ?? '')
    if (!event) throw new Error(`The index has no event for ${id}.`)
    return new RowTalk(id, event, { rows, row })
  })
}

interface StoredRow {
  readonly rows: TalkRows
  readonly row: number
}

class RowTalk implements Talk {
  readonly id: string
  readonly event: Event
  private readonly stored: StoredRow
  private head: TalkHead | undefined
  private body: TalkBody | undefined
  private bullets: readonly Passage[] | undefined

  constructor(id: string, event: Event, stored: StoredRow) {
    this.id = id
    this.event = event
    this.stored = stored
  }

  get title() {
    return this.readHead().title
  }
  get kind() {
    return this.readHead().kind
  }
  get speakers() {
    return this.readHead().speakers
  }
  get tags() {
    return this.readHead().tags
  }
  get links() {
    return this.readHead().links
  }
  get followUps() {
    return this.readHead().followUps
  }
  get attendees() {
    return this.readHead().attendees
  }
  get date() {
    return this.readHead().date
  }
  get starts() {
    return this.readHead().starts
  }
  get ends() {
    return this.readHead().ends
  }
  get room() {
    return this.readHead().room
  }
  get again() {
    return this.readHead().again
  }
  get language() {
    return this.readHead().language
  }
  get file() {
    return this.readHead().file
  }
  get takeaways() {
    this.bullets ??= readTakeaways(piecesOf(this.stored).takeaways)
    return this.bullets
  }
  get summary() {
    return this.readBody().summary
  }
  get sections() {
    return this.readBody().sections
  }

  private readHead(): TalkHead {
    this.head ??= JSON.parse(decodeSection(piecesOf(this.stored).head)) as TalkHead
    return this.head
  }

  private readBody(): TalkBody {
    this.body ??= JSON.parse(decodeSection(piecesOf(this.stored).body)) as TalkBody
    return this.body
  }
}

function readTakeaways(bytes: Uint8Array): readonly Passage[] {
  return bytes.length === 0 ? [] : JSON.parse(decodeSection(bytes))
}

/** One talk as it is stored. */
interface Pieces {
  readonly head: Uint8Array
  readonly takeaways: Uint8Array
  readonly body: Uint8Array
}

function writeTalk(talk: Talk): Pieces {
  const { takeaways, summary, sections } = talk
  const head = Object.fromEntries(headKeys.map((key) => [key, talk[key]]))
  const body: TalkBody = { summary, sections }
  return {
    head: writeText(JSON.stringify(head)),
    takeaways: writeText(takeaways.length === 0 ? '' : JSON.stringify(takeaways)),
    body: writeText(JSON.stringify(body)),
  }
}

function piecesOf({ rows, row }: StoredRow): Pieces {
  const piece = (kind: keyof Pieces) => {
    const [bytes, starts] = sectionNames[kind]
    return rows[bytes].subarray(rows[starts][row], rows[starts][row + 1])
  }
  return { head: piece('head'), takeaways: piece('takeaways'), body: piece('body') }
}

/** The sections that hold one kind of the pieces: their bytes, and where each begins. */
const sectionNames = {
  head: ['talkHeads', 'talkHeadStarts'],
  takeaways: ['talkTakeaways', 'talkTakeawayStarts'],
  body: ['talkBodies', 'talkBodyStarts'],
} as const satisfies Readonly<Record<keyof Pieces, readonly [keyof TalkRows, keyof TalkRows]>>

/** One kind of the pieces of all talks, as its two sections. */
function joinPieces(
  runs: readonly Run[],
  kind: keyof Pieces,
  earlier?: TalkRows,
): readonly [Uint8Array, Uint32Array] {
  const [bytesName, startsName] = sectionNames[kind]
  const bytesBefore = earlier?.[bytesName] ?? new Uint8Array()
  const startsBefore = earlier?.[startsName] ?? new Uint32Array()
  const parts = runs.map((run) =>
    'row' in run
      ? bytesBefore.subarray(startsBefore[run.row], startsBefore[run.row + run.count])
      : run.pieces[kind],
  )
  const count = runs.reduce((sum, run) => sum + ('row' in run ? run.count : 1), 0)
  const starts = new Uint32Array(count + 1)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let row = 0
  let at = 0
  runs.forEach((run, place) => {
    const from = 'row' in run ? run.row : 0
    const ends = 'row' in run ? run.count : 1
    for (let next = 1; next <= ends; next++)
      starts[++row] =
        at + ('row' in run ? startsBefore[from + next]! - startsBefore[from]! : parts[place]!.length)
    bytes.set(parts[place]!, at)
    at += parts[place]!.length
  })
  return [bytes, starts]
}
