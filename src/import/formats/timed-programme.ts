import { dayIn } from '../../notes/foreign/written-dates.ts'
import { timesIn } from '../../notes/foreign/written-times.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { createCellReader, hasNames } from './programme-cells.ts'
import { readRecordTalk } from './record-talk.ts'
import { eventOfPage, inlineTag, type ShownElement, shownElements, withoutHidden } from './shown-html.ts'
import { type ShownLine, shownLines } from './shown-lines.ts'

export interface TimedProgramme {
  readonly talks: readonly Imported[]
  /** Whether it is most of what its page says. */
  readonly isMost: boolean
}

/**
 * The talks of a programme in HTML whose rows begin with an hour, be they those of a table or other elements: whatever its classes
 * say, or none. Behind the hour stands for each track a title and who speaks, in either order, which the names tell.
 */
export function readTimedProgramme(html: string, file: string, fallback: ImportedEvent): TimedProgramme {
  const page = shownElements(html)
  const rows = [...rowsIn(page, {})]
  const cells = rows.flatMap(({ cells, ...slot }) => cells.map((lines) => ({ ...slot, lines })))
  const readCell = createCellReader(cells.map(({ lines }) => lines))
  const event = eventOfPage(withoutHidden(html), fallback)
  const talks = cells.flatMap(({ day, lines, ...slot }) => {
    const talk = readCell(lines)
    return talk ? [{ ...slot, ...talk, day }] : []
  })
  if (talks.length < minTalks) return { talks: [], isMost: false }
  return {
    talks: talks.map(({ day, ...record }, index) =>
      readRecordTalk(record, {
        event,
        where: `${file}, talk ${index + 1}`,
        ...(day !== undefined && { day }),
      }),
    ),
    isMost: wordsIn(cells.flatMap(({ lines }) => lines)) * 2 >= wordsIn(shownLines([page])),
  }
}

/** Fewer may be what somebody has noted of a day. */
const minTalks = 3

interface SlotOfRow {
  readonly day?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** What begins at one hour: a cell for each track. */
interface Row extends SlotOfRow {
  readonly cells: readonly (readonly ShownLine[])[]
}

/** The rows of a page in order; `around` says of which day they are, and is kept up to date. */
function* rowsIn(element: ShownElement, around: { day?: string | undefined }): Generator<Row> {
  const within = element.children.filter((one): one is ShownElement => typeof one !== 'string')
  const isText = within.length < element.children.length || within.every(({ tag }) => inlineTag.test(tag))
  const first = within.findIndex((one) => !isCount(startOf(one)))
  const hour = isText && element.tag !== 'li' ? undefined : hourIn(within[first])
  if (hour !== undefined && first + 1 < within.length) {
    const rest = within.slice(first + 1)
    const inner = rest.flatMap((one) => [...rowsIn(one, { ...around })])
    if (inner.length > 0) yield* inner
    else yield* rowsAt(element.tag, hour, rest, around.day)
    return
  }
  // Below a row of a table that has an hour stand others of the same.
  if (element.tag === 'tr' && within.length > 1 && startOf(within[0]) === '') {
    yield { day: around.day, cells: cellsOf(element.tag, within) }
    return
  }
  if (isText && !inlineTag.test(element.tag)) {
    const text = shownLines([element])[0]?.text ?? ''
    if (text.length <= maxDayLength) around.day = dayIn(text) ?? around.day
  }
  for (const one of within) yield* rowsIn(one, around)
}

const maxDayLength = 80

/** Another track may say its own hour. */
function* rowsAt(
  tag: string,
  hour: SlotOfRow,
  rest: readonly ShownElement[],
  day: string | undefined,
): Generator<Row> {
  const next = tag === 'tr' ? rest.findIndex((one) => hourIn(one) !== undefined) : -1
  yield { ...hour, day, cells: cellsOf(tag, next < 0 ? rest : rest.slice(0, next)) }
  const later = hourIn(rest[next])
  if (later !== undefined) yield* rowsAt(tag, later, rest.slice(next + 1), day)
}

/** Elements that say a thing each are one cell together; of columns only if all but one of them are names. */
function cellsOf(tag: string, elements: readonly ShownElement[]): readonly (readonly ShownLine[])[] {
  const cells = elements.map((one) => shownLines([one])).filter((lines) => lines.length > 0)
  if (tag === 'tr') {
    const isOneTalk =
      cells.every(({ length }) => length === 1) && cells.filter(hasNames).length === cells.length - 1
    return isOneTalk ? [cells.flat()] : cells
  }
  const [only, ...others] = elements
  const within =
    others.length > 0 ? elements : (only?.children ?? []).filter((one) => typeof one !== 'string')
  const parts = within.map((one) => shownLines([one])).filter((lines) => lines.length > 0)
  // Each track has its own people.
  const areTracks = parts.length > 1 && parts.every(({ length }) => length > 1)
  if (areTracks && (others.length > 0 || parts.filter(hasNames).length > 1)) return parts
  return [cells.flat()]
}

/** From when to when, if an element says that and no more: `10:00 – 10:45`, `9:30 am (ET)`, `14:00 45 min`. */
function hourIn(element: ShownElement | undefined): SlotOfRow | undefined {
  const text = startOf(element)
  const rest = text.replace(/\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)|\d{1,2}(?=\s*(?:[ap]\.?m\b|uhr\b))/gi, '#')
  if (!rest.includes('#') || text.length > maxHourLength || besideHours.test(rest.replace(nearHours, '')))
    return undefined
  const { starts, ends } = timesIn(text.replace(/\s*[~～]\s*/g, ' – '))
  return starts === undefined ? undefined : { start: starts, ...(ends !== undefined && { end: ends }) }
}

const maxHourLength = 40
const nearHours =
  /\d{1,3}\s*(?:min(?:utes|uten|s)?\b\.?|分钟|')|[ap]\.?m\b\.?|\b(?:uhr|hrs?|h|to|till|until|bis|à|a)\b|\([A-Z]{2,5}\)|\b[A-Z]{2,4}T\b/gi
const besideHours = /[^\s#~～:.,()–—-]/

/** `1`, `#12`, and what is empty. */
const isCount = (text: string): boolean => /^#?\d{0,3}\.?$/.test(text)

/** The beginning of what an element shows; of longer ones it is enough that they are. */
function startOf(element: ShownElement | undefined): string {
  let text = ''
  const add = (one: ShownElement | string) => {
    if (text.length > maxHourLength) return
    if (typeof one === 'string') text += one
    else {
      if (!inlineTag.test(one.tag)) text += ' '
      for (const child of one.children) add(child)
    }
  }
  if (element) add(element)
  return text.replace(/\s+/g, ' ').trim()
}

const wordsIn = (lines: readonly ShownLine[]): number =>
  lines.reduce((sum, { text }) => sum + text.split(' ').length, 0)
