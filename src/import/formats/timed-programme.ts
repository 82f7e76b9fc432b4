import { peopleIn } from '../../notes/foreign/people.ts'
import { createIsName, hasNameShape, isKnownName } from '../../notes/foreign/person-names.ts'
import { dayIn } from '../../notes/foreign/written-dates.ts'
import { timesIn } from '../../notes/foreign/written-times.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { readRecordTalk } from './record-talk.ts'
import { eventOfPage, inlineTag, type ShownElement, shownElements, withoutHidden } from './shown-html.ts'

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
    isMost: wordsIn(cells.flatMap(({ lines }) => lines)) * 2 >= wordsIn(linesOf([page])),
  }
}

/** Fewer may be what somebody has noted of a day. */
const minTalks = 3

/** What one line of a page shows. */
interface Line {
  readonly text: string
  /** The parts of it that elements set apart, in order. */
  readonly runs: readonly Run[]
}

interface Run {
  readonly text: string
  /** The elements that it stands in, from that of its line on. */
  readonly sign: string
}

interface Slot {
  readonly day?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** What begins at one hour: a cell for each track. */
interface Row extends Slot {
  readonly cells: readonly (readonly Line[])[]
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
    const text = linesOf([element])[0]?.text ?? ''
    if (text.length <= maxDayLength) around.day = dayIn(text) ?? around.day
  }
  for (const one of within) yield* rowsIn(one, around)
}

const maxDayLength = 80

/** Another track may say its own hour. */
function* rowsAt(
  tag: string,
  hour: Slot,
  rest: readonly ShownElement[],
  day: string | undefined,
): Generator<Row> {
  const next = tag === 'tr' ? rest.findIndex((one) => hourIn(one) !== undefined) : -1
  yield { ...hour, day, cells: cellsOf(tag, next < 0 ? rest : rest.slice(0, next)) }
  const later = hourIn(rest[next])
  if (later !== undefined) yield* rowsAt(tag, later, rest.slice(next + 1), day)
}

/** Elements that say a thing each are one cell together; of columns only if all but one of them are names. */
function cellsOf(tag: string, elements: readonly ShownElement[]): readonly (readonly Line[])[] {
  const cells = elements.map((one) => linesOf([one])).filter((lines) => lines.length > 0)
  if (tag === 'tr') {
    const isOneTalk =
      cells.every(({ length }) => length === 1) && cells.filter(hasNames).length === cells.length - 1
    return isOneTalk ? [cells.flat()] : cells
  }
  const [only, ...others] = elements
  const within =
    others.length > 0 ? elements : (only?.children ?? []).filter((one) => typeof one !== 'string')
  const parts = within.map((one) => linesOf([one])).filter((lines) => lines.length > 0)
  // Each track has its own people.
  const areTracks = parts.length > 1 && parts.every(({ length }) => length > 1)
  if (areTracks && (others.length > 0 || parts.filter(hasNames).length > 1)) return parts
  return [cells.flat()]
}

const hasNames = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => areNames(text, (people) => people.some(isKnownName)))

/** From when to when, if an element says that and no more: `10:00 – 10:45`, `9:30 am (ET)`, `14:00 45 min`. */
function hourIn(element: ShownElement | undefined): Slot | undefined {
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

/** Without what only a click shows, or leads elsewhere. */
const asideTag = /^(?:button|nav|select|head|title|footer|form|noscript|template)$/

function linesOf(elements: readonly ShownElement[]): readonly Line[] {
  const lines: Line[] = []
  let runs: Run[] = []
  const end = () => {
    const text = runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if (text !== '') lines.push({ text, runs: joinedRuns(runs) })
    runs = []
  }
  const add = (one: ShownElement | string, sign: string) => {
    if (typeof one === 'string') runs.push({ text: one, sign })
    else if (inlineTag.test(one.tag)) for (const child of one.children) add(child, `${sign} ${one.tag}`)
    else if (!asideTag.test(one.tag)) {
      end()
      for (const child of one.children) add(child, one.tag === 'br' ? sign : one.tag)
      end()
    }
  }
  for (const one of elements) add(one, '')
  end()
  return lines
}

/** Those that stand in the same elements are one. */
function joinedRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const { text, sign } of runs) {
    const last = joined.at(-1)
    if (last?.sign === sign) joined[joined.length - 1] = { text: `${last.text}${text}`, sign }
    else joined.push({ text, sign })
  }
  return joined
    .map(({ text, sign }) => ({ text: text.replace(/\s+/g, ' ').trim(), sign }))
    .filter(({ text }) => text !== '')
}

const wordsIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, { text }) => sum + text.split(' ').length, 0)

interface CellOfTalk {
  readonly title: string
  readonly speakers: readonly string[]
  readonly description: string
}

/** What of a line may name people: all of it, or what an element at its end or its beginning sets apart. */
interface Candidate extends Run {
  /** What else the line says of a talk. */
  readonly rest: string
}

/**
 * Reads the title and the people of a cell. Names that many people have tell in which elements a programme has its people: what
 * stands in the same, and has the shape of names, is people too.
 */
function createCellReader(
  cells: readonly (readonly Line[])[],
): (lines: readonly Line[]) => CellOfTalk | undefined {
  const isName = createIsName(cells.flatMap((lines) => lines.map(({ text }) => text)).join('\n'))
  const isKnown = (one: Candidate) => areNames(one.text, (people) => people.some(isName))
  const votes = new Map<string, { readonly named: number; readonly all: number }>()
  for (const lines of cells)
    for (const one of lines.length > 1 ? lines.slice(0, 2).flatMap(candidatesOf) : []) {
      if (hanName.test(one.text)) continue
      const { named, all } = votes.get(one.sign) ?? { named: 0, all: 0 }
      votes.set(one.sign, { named: named + (isKnown(one) ? 1 : 0), all: all + 1 })
    }
  const cellsWith = new Map<string, number>()
  for (const lines of cells)
    for (const name of new Set(lines.flatMap(({ text }) => (hanName.test(text) ? [] : namesOf(text)))))
      cellsWith.set(name, (cellsWith.get(name) ?? 0) + 1)
  // A room may be called like somebody.
  const maxCellsWithName = Math.max(minCellsOfRoom, cells.length / 8)
  const isOfPeople = ({ sign, text }: Candidate) => {
    const { named, all } = votes.get(sign) ?? { named: 0, all: 0 }
    return (
      named >= minVotes &&
      named * 2 >= all &&
      (hanName.test(text) || areNames(text, (people) => people.length > 0))
    )
  }
  return (lines) => {
    const candidates = lines.map(candidatesOf)
    const sure = candidates.map((of) => of.find(isOfPeople))
    const people = sure.some(Boolean) ? sure : candidates.map((of) => of.find(isKnown))
    const titles = lines.map((line, index) => people[index]?.rest ?? withoutLinkBehind(line))
    const at = titles.findIndex((title) => /\p{L}{2}/u.test(title) && !codeOfSession.test(title))
    const title = titles[at]
    const speakers = people
      .flatMap((one) => (one ? namesOf(one.text) : []))
      .filter((name) => (cellsWith.get(name) ?? 0) <= maxCellsWithName)
    if (title === undefined || speakers.length === 0 || title.length > maxTitleLength) return undefined
    const texts = lines.flatMap(({ text }, index) =>
      people[index] === undefined && index !== at && isSentence(text) ? [text] : [],
    )
    return { title, speakers: [...new Set(speakers)], description: texts.join('\n\n') }
  }
}

/** Fewer may be chance. */
const minVotes = 3
const minCellsOfRoom = 5
const maxTitleLength = 300

/** `6A-5`, `Talk 3:` */
const codeOfSession = /^(?:\p{L}+\s)?[\p{L}\d]{0,3}[-.]?\d{0,3}\s*[:.]?$/u

const isSentence = (text: string): boolean => text.length >= 40 && /\s\p{Ll}+\s/u.test(text)

function candidatesOf({ text, runs }: Line): readonly Candidate[] {
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return []
  if (first === last) return [{ text, sign: first.sign, rest: '' }]
  const before = text.slice(0, -last.text.length).replace(/(?:\s(?:by|von|par|por)|[\s|:,–—-])\s*$/i, '')
  const behind = text.slice(first.text.length)
  return [
    { text, sign: `${first.sign.split(' ')[0]} +`, rest: '' },
    { text: last.text, sign: `${last.sign} <`, rest: before.trim() },
    // What somebody is stands behind them.
    ...(/^\s*[|,@(–—-]/.test(behind) ? [{ text: first.text, sign: `${first.sign} >`, rest: '' }] : []),
  ]
}

/** A link at the end of a title leads to what is not it. */
function withoutLinkBehind({ text, runs }: Line): string {
  const last = runs.at(-1)
  const isLink = runs.length > 1 && last && / a(?: |$)/.test(last.sign) && last.text.split(' ').length <= 2
  return isLink ? text.slice(0, -last.text.length).trim() : text
}

/** Whether a text is made of names, with what people are behind each, and these are such as is asked for. */
function areNames(text: string, areWanted: (people: readonly string[]) => boolean): boolean {
  const people = namesOf(text)
  const [first = ''] = people
  const behind = withoutRoles(text).startsWith(first) ? withoutRoles(text).slice(first.length) : undefined
  return (
    people.every(hasNameShape) &&
    behind !== undefined &&
    /^\s*(?:[,;|@(&/–—-]|(?:and|und|et|y|e)\s|$)/.test(behind) &&
    areWanted(people)
  )
}

const hanName = /^\p{Script=Han}{2,4}$/u

const withoutRoles = (text: string): string => text.replace(rolesBefore, ' , ').replace(/^[\s,]+/, '')

const rolesBefore = /(?<![\p{L}])(?:moderators?|panell?ists?|speakers?|presenters?|chairs?|hosts?)\s*:\s*/giu

const namesOf = (text: string): readonly string[] => peopleIn(withoutRoles(text)).map(({ name }) => name)
