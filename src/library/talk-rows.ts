import { setImmediate as turn } from 'node:timers/promises'
import type { Event, Talk } from '../notes/talk.ts'
import { readText, writeText } from './sections.ts'

/** Talks as sections: each as two pieces of JSON, of which the body is parsed only when somebody asks for it. */
export interface TalkRows {
  /** All but event and body, separated by commas. */
  readonly talkHeads: Uint8Array
  readonly talkHeadStarts: Uint32Array
  readonly talkBodies: Uint8Array
  readonly talkBodyStarts: Uint32Array
}

type Body = Pick<Talk, 'summary' | 'takeaways' | 'sections'>
type Head = Omit<Talk, 'event' | keyof Body>

/**
 * Talks without their events.
 * @param earlier rows, and which row of them a talk is that comes from there: such a row is copied as it is
 */
export function packTalks(
  talks: readonly Talk[],
  earlier?: { readonly rows: TalkRows; readonly rowOf: ReadonlyMap<Talk, number> },
): TalkRows {
  const comma = writeText(',')
  const pieces = talks.map((talk) => {
    const row = earlier?.rowOf.get(talk)
    return row === undefined ? writeTalk(talk) : copyRow(earlier!.rows, row)
  })
  const heads = join(
    pieces.map(({ head }) => head),
    comma,
  )
  const bodies = join(
    pieces.map(({ body }) => body),
    comma,
  )
  return {
    talkHeads: heads.bytes,
    talkHeadStarts: heads.starts,
    talkBodies: bodies.bytes,
    talkBodyStarts: bodies.starts,
  }
}

/** Talks read before other work gets its turn: some milliseconds. */
const talksAtATime = 500

/**
 * The talks again, a few hundred at a time, so that questions are answered meanwhile. An event that is missing stands
 * for a damaged file, and throws.
 */
export async function readTalks(rows: TalkRows, events: ReadonlyMap<string, Event>): Promise<Talk[]> {
  const { talkHeads, talkHeadStarts } = rows
  const count = talkHeadStarts.length - 1
  const talks: Talk[] = []
  for (let from = 0; from < count; from += talksAtATime) {
    const to = Math.min(count, from + talksAtATime)
    const text = readText(talkHeads.subarray(talkHeadStarts[from], talkHeadStarts[to]! - 1))
    const heads: Head[] = JSON.parse(`[${text}]`)
    heads.forEach((head, place) => {
      talks.push(talkFrom(head, from + place, rows, events))
    })
    await turn()
  }
  return talks
}

function talkFrom(
  head: Head,
  row: number,
  { talkBodies, talkBodyStarts }: TalkRows,
  events: ReadonlyMap<string, Event>,
): Talk {
  const event = events.get(head.id.slice(0, head.id.indexOf('/')))
  if (!event) throw new Error(`The index has no event for ${head.id}.`)
  let body: Body | undefined
  const read = () => {
    body ??= JSON.parse(readText(piece(talkBodies, talkBodyStarts, row))) as Body
    return body
  }
  return {
    ...head,
    event,
    get summary() {
      return read().summary
    },
    get takeaways() {
      return read().takeaways
    },
    get sections() {
      return read().sections
    },
  }
}

interface Pieces {
  readonly head: Uint8Array
  readonly body: Uint8Array
}

function writeTalk({ event: _, summary, takeaways, sections, ...head }: Talk): Pieces {
  const body: Body = { summary, takeaways, sections }
  return { head: writeText(JSON.stringify(head)), body: writeText(JSON.stringify(body)) }
}

function copyRow({ talkHeads, talkHeadStarts, talkBodies, talkBodyStarts }: TalkRows, row: number): Pieces {
  return { head: piece(talkHeads, talkHeadStarts, row), body: piece(talkBodies, talkBodyStarts, row) }
}

/** One piece, without the comma behind it. */
function piece(bytes: Uint8Array, starts: Uint32Array, row: number): Uint8Array {
  return bytes.subarray(starts[row], starts[row + 1]! - 1)
}

function join(pieces: readonly Uint8Array[], comma: Uint8Array) {
  const starts = new Uint32Array(pieces.length + 1)
  pieces.forEach((bytes, row) => {
    starts[row + 1] = starts[row]! + bytes.length + 1
  })
  const bytes = new Uint8Array(Math.max(0, starts.at(-1)! - 1))
  pieces.forEach((piece, row) => {
    bytes.set(piece, starts[row])
    if (row > 0) bytes.set(comma, starts[row]! - 1)
  })
  return { bytes, starts }
}
