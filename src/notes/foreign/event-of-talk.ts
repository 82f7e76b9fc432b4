import type { Block } from '../../markup/block.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import type { WrittenDays } from './dates/day-range.ts'
import { dayIn, isMonth, withoutDay, withoutMonth, yearIn } from './dates/written-dates.ts'
import { eventDaysIn } from './days-of-event.ts'
import { hasNameShape, type IsName } from './people/person-names.ts'
import { plainLine } from './people/speaker-line.ts'
import { eventNameOf, isEventName, isEventTitle } from './words/event-names.ts'
import { webLink } from './words/web-link.ts'

/** Where and when one of several talks of a note was given. */
export interface TalkEvent {
  readonly name: string
  readonly year?: number
  /** `YYYY-MM-DD` */
  readonly date?: string
  /** If these are several. */
  readonly days?: WrittenDays
  /** The title of the talk without it, if it stands there, and what else stands behind. */
  readonly title?: string
  readonly behind?: string
}

/** The event of a heading: `OarConf 2024`, `OarConf, Ely, 3-5 June 2024`, with its days if they stand there or in the first lines below. */
export function eventOfHeading(heading: string, below: readonly ReadBlock[]): TalkEvent {
  const name = eventNameOf(heading)
  const days = eventDaysIn(heading, below)
  const date = days === undefined ? dayIn(heading) : undefined
  const year = yearIn(name) ?? yearIn(days?.starts ?? heading)
  return {
    name,
    ...(year !== undefined && { year }),
    ...(days && { days }),
    ...(date !== undefined && { date }),
  }
}

interface TalkAtEvent {
  readonly title: string
  readonly line: number
  readonly blocks: readonly Block[]
  readonly event?: TalkEvent
}

/** The talk as it is called among those of its event; what stood in its title besides that is text. */
export function withoutEventBehind<T extends TalkAtEvent>(talk: T): T {
  const { title = talk.title, behind } = talk.event ?? {}
  const said: Block = { form: 'paragraph', text: behind ?? '', depth: 0, line: talk.line }
  return { ...talk, title, blocks: behind === undefined ? talk.blocks : [said, ...talk.blocks] }
}

interface Around {
  readonly title: string
  /** The heading above its own. */
  readonly group: string
  readonly isName: IsName
  /** Whether somebody lists the talks that they gave: then what stands between a title and a day is an event. */
  readonly isOwnList: boolean
  /** What the column or the field says that is for it. */
  readonly inRow: string | undefined
}

/**
 * The event that a talk of a list names for itself, in what stands below its title:
 *
 *     OarConf 2019, Harbour, 9 June 2019
 *     Presented at: [OarConf](https://oars.example), June 2019
 *     [OarConf](https://oars.example), online, June 2019
 */
export function eventOfTalk(blocks: readonly ReadBlock[], around: Around): TalkEvent | undefined {
  const [first] = blocks
  const { title } = around
  const said = [
    () => (around.inRow === undefined ? undefined : named(flattenLine(around.inRow), around.inRow, around)),
    () =>
      first?.form === 'paragraph' && first.depth === 0
        ? eventOfLine(first.text.replace(title, ''), around)
        : undefined,
    () => eventBelowLabel(blocks, around),
    () => firstOf(blocks, (block) => eventOfLink(block, around)),
    () => (isEventTitle(around.group) ? named(around.group, '', around) : undefined),
  ]
  return firstOf(said, (read) => read())
}

function firstOf<T, R>(values: readonly T[], read: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = read(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** A line that begins with an event, and says when it was: `OarConf, Harbour, 9 June 2019 (slides)`. */
function eventOfLine(line: string, around: Around): TalkEvent | undefined {
  if (line.length > maxLineLength) return undefined
  const [, at = '', said = ''] =
    /^[\s(,:–—-]*((?:(?:given|held|presented) )?(?:at|@)\s+(?:the )?)?(.*)$/isu.exec(line) ?? []
  const parts = partsOf(said).filter((part) => part !== '' && !/^(?:with|by)\s/i.test(part))
  const when = parts.findIndex((part) => yearIn(part) !== undefined)
  const sure = parts.slice(0, maxPlaces).find((part) => isEventName(part) && /^[\p{Lu}\d]/u.test(part))
  const isPlaced = at !== '' || sure !== undefined
  if (when > maxPlaces || (when < 0 && !isPlaced)) return undefined
  return isPlaced || around.isOwnList
    ? named(sure ?? parts[0] ?? '', when < 0 ? '' : said, around)
    : undefined
}

/** Longer ones are text, in characters. */
const maxLineLength = 200
/** A hall, a city and a country may stand between an event and its day. */
const maxPlaces = 3

const partsOf = (line: string): readonly string[] =>
  line.split(/,\s+|;\s+|\s+[-–—|·]+\s+|:\s+|\s\(|\)(?=\s|$)/).map((part) => part.trim())

/** What stands below `Presented at`, or behind it. */
function eventBelowLabel(blocks: readonly ReadBlock[], around: Around): TalkEvent | undefined {
  return firstOf([...blocks.entries()], ([index, { text }]) => {
    if (text.length > maxLineLength) return undefined
    const [whole, behind = ''] = whereLabel.exec(plainLine(text)) ?? []
    if (whole === undefined) return undefined
    const next = blocks[index + 1]
    if (behind === '') return next?.form === 'bullet' ? leading(next, around) : undefined
    const [name = ''] = partsOf(behind)
    return named(name, behind, around)
  })
}

const whereLabel =
  /^\W*(?:(?:talk |also )?(?:presented|given|delivered|held|performed) (?:at|during)(?: the)?|conferences?:|events?:)\W*(.*)$/isu

/** An item or paragraph that begins with a link to an event, and says when it was. */
function eventOfLink(block: ReadBlock, around: Around): TalkEvent | undefined {
  if (block.text.length > maxLineLength || yearIn(block.text) === undefined) return undefined
  const [, label = ''] = leadingLink.exec(block.raw.join(' ')) ?? []
  return label !== '' && (around.isOwnList || isEventName(label)) ? leading(block, around) : undefined
}

const leadingLink = /^\s*(?:[-*+]\s+)?\[([^\][]{2,80})\]\((https?:[^\s()]+)\)(?=\s*(?:<|,|-|–|—|\(|$))/u

function leading(block: ReadBlock, around: Around): TalkEvent | undefined {
  const [, label = '', url = ''] = leadingLink.exec(block.raw.join(' ')) ?? []
  const kind = webLink(url)?.kind
  if (kind === 'video' || kind === 'slides') return undefined
  const [first = ''] = partsOf(block.text)
  return named(label === '' ? first : flattenLine(label), block.text, around)
}

/** A name that can be an event's, with when it was. */
function named(text: string, line: string, { isName, group }: Around): TalkEvent | undefined {
  const name = withoutMonth(withoutDay(text))
    .replace(/^[\s"“”'*_.]+|[\s"“”'*_.:]+$/g, '')
    .trim()
  const words = name.split(/\s+/)
  const isEvent = isEventName(name)
  if (
    !/\p{L}{2}/u.test(name) ||
    words.length > maxWords ||
    name.length > maxNameLength ||
    isMonth(text) ||
    noEvent.test(name) ||
    isName(name) ||
    (!isEvent && !/[\p{Lu}\p{Lo}#(]/u.test(name)) ||
    (!isEvent && /^\p{Ll}+$/u.test(words[0] ?? ''))
  )
    return undefined
  const date = severalDays.test(line) ? undefined : dayIn(line)
  const year = yearIn(name) ?? yearIn(date ?? line) ?? yearIn(group)
  return { name, ...(year !== undefined && { year }), ...(date !== undefined && { date }) }
}

/** `1 & 2 June 2019`: which of them it was, nothing tells. */
const severalDays = /\b\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—&+]|and|to)\s*\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3}/iu

const maxWords = 7
const maxNameLength = 80

/** What stands in such places, and is no event. */
const noEvent =
  /^(?:slides?|video|recording|code|deck|blog ?post|article|paper|transcript|talk|lightning talk|keynote|workshop|in|on|since|for|with|by|this|these|we|i|it|the|a|an|online|remote|virtual|tb[acd]|about|abstract|notes?)\b|https?:|@\w/iu

/**
 * A title with the event that it was at: `Tides (OarConf 2019)`, `Tides @ OarConf 2019`, `Tides - OarConf`, `Tides, OarConf,
 * Harbour`. Somebody's name is never an event's.
 */
export function eventBehind(title: string): TalkEvent | undefined {
  if (title.length > maxLineLength) return undefined
  return firstOf(signsBeforeEvent, (sign) => eventBehindSign(title, sign))
}

/** Before an event that stands behind a title; a comma last, for it stands in titles and behind events too. */
const signsBeforeEvent: readonly RegExp[] = [
  /\s+@\s+/,
  /\s*\((?=[^()]{3,80}\)$)/,
  /\s+[-–—|]+\s+(?!.*\s[-–—|]+\s)/,
  /\s+at\s+(?:the\s+)?(?=\p{Lu})/u,
  /,\s+(?=\p{Lu})/u,
]

function eventBehindSign(title: string, sign: RegExp): TalkEvent | undefined {
  const [found = ''] = sign.exec(title) ?? []
  const at = found === '' ? -1 : title.search(sign)
  const said = title.slice(0, Math.max(at, 0))
  const behind = title
    .slice(said.length + found.length)
    .replace(/\)$/, '')
    .trim()
  const [name = '', ...places] = behind.split(/,\s+/)
  const isEvent = isEventName(name) && /^[\p{Lu}\d]/u.test(name) && name.split(/\s+/).length <= maxWords
  const isTitle = /\S\s+\S/.test(said) || (/[@(]/.test(found) && said !== '')
  if (!isEvent || !isTitle || hasNameShape(name) || places.length > maxPlaces) return undefined
  const year = yearIn(behind)
  const date = dayIn(behind)
  return {
    name,
    title: said,
    ...(year !== undefined && { year }),
    ...(date !== undefined && { date }),
    ...(places.length > 0 && { behind }),
  }
}
