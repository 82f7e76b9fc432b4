import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { cellsOfRow } from '../../../markup/table-cells.ts'
import { dayIn, withoutDay, yearIn } from '../dates/written-dates.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import type { PeopleInHeadings } from '../headings/outline.ts'
import { isYearOfEvent } from '../headings/talk-headings.ts'
import { isEventTitle } from '../words/event-names.ts'
import { hasWordsOfTitle, readableName } from '../words/titles.ts'
import { announcesTalks, endsAnnouncing, saysOwnTalks, saysTalks, titlesOfList } from './announced-talks.ts'
import { type ItemPlace, type ListedItem, listedItem } from './listed-item.ts'
import { type MeetingTalk, meetingTalks } from './meeting-page.ts'
import { areTitlesAboveNotes } from './titles-above-notes.ts'

export interface PromotedLists {
  readonly blocks: readonly ReadBlock[]
  /** The lines of its talks, if it is a list of talks. */
  readonly items?: ReadonlySet<number>
  /** The event that a row names, by its line. */
  readonly eventsInRows?: ReadonlyMap<number, string>
}

/**
 * Lists and tables of talks as headings, an item or row each: pages of what somebody has watched or given. What an item says
 * besides title and speaker is its text, and the cells of a row are the fields of its talk.
 * @param typed the lines of the file: blocks have no signs of wiki links
 */
export function promoteLists(
  blocks: readonly ReadBlock[],
  { isName, namesSpeaker }: PeopleInHeadings,
  stem = '',
  typed: readonly string[] = [],
): PromotedLists {
  const meeting = meetingTalks(blocks, { isName, stem })
  if (meeting) return ofMeeting(blocks, meeting)
  if (isLog(blocks, stem)) return { blocks }
  const items = new Map<ReadBlock, readonly ReadBlock[]>()
  const eventsInRows = new Map<number, string>()
  const isOfTalks =
    saysTalks(blocks, stem) &&
    !areHeadingsTitles(blocks) &&
    !areTitlesAboveNotes(blocks, { isName, namesSpeaker })
  const isOwnList = saysOwnTalks(blocks, stem)
  let isAnnounced = isOfTalks
  let isReading = false
  const outline = outlineOfEvent(blocks, stem)
  let isOfEvent = isEventTitle(blocks[0]?.text ?? '') || outline !== undefined
  // Items are below the heading above them, and not above the next one: that belongs to none of them.
  const next = nextDepths(blocks)
  let depth = Math.max(1, next.at(-1) ?? 0)
  let isSure = 0
  let texts = 0
  let signs = 0
  let advice = 0
  let hasAnnounced = false
  for (const [index, block] of blocks.entries()) {
    if (block.form === 'heading') {
      depth = Math.max(block.depth + 1, next[index] ?? 0)
      isAnnounced = isOfTalks || announcesTalks(block.text)
      isOfEvent = isEventTitle(block.text) || (isOfEvent && block.depth > 1)
      isReading = toRead.test(block.text)
      continue
    }
    if (block.form === 'paragraph')
      isAnnounced = endsAnnouncing(block.text) || (isOfTalks && !ofTopics.test(block.text))
    const rows = rowsOf(block)
    const isNote = leadsToNote.test(typed[block.line - 1] ?? '')
    const item =
      rows || isReading || isNote ? undefined : itemOf(block, { isName, isAnnounced, isOfEvent, isOwnList })
    texts += rows?.length ?? (block.depth > 0 || (item === undefined && isLink(block)) ? 0 : 1)
    for (const { events, block } of rows ?? []) if (events[0]) eventsInRows.set(block.line, events[0])
    if (rows)
      items.set(
        block,
        rows.flatMap((row) => talkOfRow(row, depth)),
      )
    else if (item) items.set(block, item.blocks(depth))
    if (isAnnounced && item?.isTalk) hasAnnounced = true
    if (rows || item?.isSure) signs++
    else if (item && adviceLine.test(block.text)) advice++
    isSure += rows?.length ?? (item?.isTalk ? 1 : 0)
  }
  const least =
    isOfTalks || hasAnnounced || areTalksOfOutline(outline, new Set(items.keys())) ? minOfTalks : minListed
  if (isSure < least || isSure * 2 < texts) return { blocks }
  // `Speaking`, and how one does it.
  if (signs === 0 && advice * 2 >= items.size) return { blocks }
  const headings = [...items.values()].flat().filter(({ form }) => form === 'heading')
  return {
    blocks: blocks.flatMap((block) => items.get(block) ?? [block]),
    items: new Set(headings.map(({ line }) => line)),
    eventsInRows,
  }
}

/** What one should do: nobody calls many talks so. */
const adviceLine = new RegExp(
  [
    "^(?:please |always |never )?(?:don['’]t|do not|do|always|never|be|use|keep|make|know|practi[cs]e|have|speak|start|avoid|try|",
    'remember|tell|ask|show|look|write|prepare|rehearse|breathe|smile|talk|stand|give|get|bring|check|end|say|think|find|',
    String.raw`limit|pick|choose|put|read|take|test|work|focus|repeat)\b.*\p{L}`,
  ].join(''),
  'iu',
)

/** For each block the depth of the next heading, 0 if there is none; at the end that of the first. */
function nextDepths(blocks: readonly ReadBlock[]): readonly number[] {
  const depths: number[] = []
  let next = 0
  for (let at = blocks.length - 1; at >= 0; at--) {
    depths[at] = next
    const block = blocks[at]
    if (block?.form === 'heading') next = block.depth
  }
  return [...depths, next]
}

function ofMeeting(blocks: readonly ReadBlock[], talks: ReadonlyMap<ReadBlock, MeetingTalk>): PromotedLists {
  const items = new Set([...talks.keys()].map(({ line }) => line))
  const depth = Math.max(...blocks.map((block) => (block.form === 'heading' ? block.depth : 0))) + 1
  const promoted = blocks.flatMap((block): readonly ReadBlock[] => {
    const { title, name } = talks.get(block) ?? {}
    if (title === undefined) return [block]
    const heading: ReadBlock = {
      ...block,
      form: 'heading',
      depth,
      text: name ? `${title} by ${name}` : title,
    }
    const said: ReadBlock = { ...block, form: 'paragraph', depth: 0 }
    return saysAll(heading.text, block.text) ? [heading] : [heading, said]
  })
  return { blocks: promoted, items }
}

/** Fewer may as well be what a talk recommends. */
const minListed = 5
/** Where talks are announced, nothing else need be listed. */
const minOfTalks = 2

/** Whether headings are what was talked on: then what stands below them, and is more than links, says what was said. */
const areHeadingsTitles = (blocks: readonly ReadBlock[]): boolean =>
  !areMostlyLinks(blocks) &&
  blocks.filter(
    ({ form, text }) =>
      form === 'heading' &&
      hasWordsOfTitle(text) &&
      !isEventTitle(text) &&
      yearIn(text) === undefined &&
      !announcesTalks(text),
  ).length >= minTitles

const areMostlyLinks = (blocks: readonly ReadBlock[]): boolean => {
  const below = blocks.filter(({ form }) => form !== 'heading')
  return below.filter(({ raw: [line = ''] }) => beginsWithLink.test(line)).length * 2 > below.length
}
const beginsWithLink = /^\W*\[[^\][]+\]\(\S/

const minTitles = 3

/** The items of a page that holds nothing else and is called by an event and its year: by its only heading, or by its file, as outliners do. */
function outlineOfEvent(blocks: readonly ReadBlock[], stem: string): readonly ReadBlock[] | undefined {
  const [first] = blocks
  const isHeaded = first?.form === 'heading'
  const items = isHeaded ? blocks.slice(1) : blocks
  const isOutline = items.length > 0 && items.every(({ form }) => form === 'bullet')
  return isOutline && isYearOfEvent(isHeaded ? first.text : readableName(stem)) ? items : undefined
}

/** Whether its items say who spoke, most of them above what was said. */
function areTalksOfOutline(
  outline: readonly ReadBlock[] | undefined,
  items: ReadonlySet<ReadBlock>,
): boolean {
  const top = outline?.filter(({ depth }) => depth === 0) ?? []
  const held = outline?.filter(({ depth }, at) => depth === 0 && (outline[at + 1]?.depth ?? 0) > 0) ?? []
  return top.length > 0 && top.every((item) => items.has(item)) && held.length * 2 > top.length
}

/** What is written day by day, whatever day by day was done. */
function isLog(blocks: readonly ReadBlock[], stem: string): boolean {
  const isOfDay = dayIn(stem) !== undefined && !/\p{L}/u.test(withoutDay(stem))
  return (
    (isOfDay && !isEventTitle(blocks[0]?.text ?? '')) ||
    titlesOfList(blocks, stem).some((title) => logTitle.test(title) || ofTasks.test(title))
  )
}

const logTitle =
  /^\W*(?:(?:the|my|our|daily|work|captain['’]?s) )?(?:change ?logs?|changes|history|releases|release notes|news|logs?|log ?book|journal|diary|dailies|daily notes?|timeline|milestones)\W*$/i
const ofTasks = /\b(?:to ?do|tasks|budget|costs|expenses|planning|deadlines|minutes|change ?log|roadmap)\b/i

/** Papers have authors, as talks have speakers. */
const toRead =
  /^\W*(?:references?|bibliography|further reading|(?:recommended |suggested )?(?:reading|papers|books)(?: list)?|citations|related(?: \w+)?)\W*$/i

/** `My interests are:` */
const ofTopics = /\b(?:interest(?:s|ed)|topics|subjects|areas|categories|criteria|legend)\b[^.!?]{0,60}:$/i

/** A paragraph is an item if it begins with a day, or is a link that names who spoke. */
const isLinkAlone = (block: ReadBlock, { names }: ListedItem): boolean => names.length > 0 && isLink(block)

const isLink = ({ form, raw }: ReadBlock): boolean =>
  form === 'paragraph' && raw.length === 1 && /^\W*\[[^\][]+\]\(\S+\)(?:\s\([^()]*\))?\s*$/.test(raw[0] ?? '')

/** An item that may be a talk. */
function itemOf(block: ReadBlock, place: ItemPlace) {
  if (block.form === 'code' || block.depth > 0 || block.quoted) return undefined
  const item = listedItem(block.raw, place)
  if (item === undefined || (block.form !== 'bullet' && !item.isDated && !isLinkAlone(block, item)))
    return undefined
  // `[Website](https://…)` among talks leads to none.
  if (!item.isTalk && !item.isDated && !/\S\s+\S/.test(item.title)) return undefined
  const { heading, who, text, isTalk, isSure } = item
  const said = [...(who === undefined ? [] : [`Speaker: ${who}`]), ...(text === '' ? [] : [text])]
  const lines = saysAll([heading, ...said].join(' '), block.text) ? said : [...said, block.text]
  return {
    isTalk,
    isSure,
    blocks: (depth: number): readonly ReadBlock[] => [
      { ...block, form: 'heading', depth, text: heading },
      ...lines.map((line): ReadBlock => ({ ...block, form: 'paragraph', depth: 0, text: line, raw: [line] })),
    ],
  }
}

/** `- [[Tides that turn]] - very good`: what was said stands in a note of its own. */
const leadsToNote = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?\[\[[^\][]+\]\]/i

/** Whether a text has all words of another that are longer than those which join them. */
function saysAll(text: string, other: string): boolean {
  const words = new Set(text.match(longWords))
  return (other.match(longWords) ?? []).every((word) => words.has(word))
}

const longWords = /[\p{L}\p{N}]{3,}/gu

interface ListedTalk {
  readonly title: string
  readonly fields: readonly string[]
  /** Text too, for the note may be of an event of its own. */
  readonly events: readonly string[]
  readonly block: ReadBlock
}

/** The rows of a table whose header names a title and something else that talks have. */
function rowsOf(block: ReadBlock): readonly ListedTalk[] | undefined {
  if (block.form !== 'code' || !block.raw[0]?.includes('|')) return undefined
  const [header = [], rule = [], ...rows] = block.raw.map(cellsOfRow)
  if (!rule.every((cell) => /^:?-+:?$/.test(cell))) return undefined
  const keys = header.map((cell) => flattenLine(cell))
  const meanings = keys.map((key) => (keyMeaningOf(key) ?? keyMeaningOf(key.replace(/\s*\(.*\)$/, '')))?.of)
  const isOfTalks = meanings.some(
    (of) => of === 'speakers' || of === 'event' || of === 'date' || of === 'link',
  )
  const topic = keys.findIndex((key) => /^topics?$/i.test(key))
  const at = meanings.includes('title') ? meanings.indexOf('title') : topic
  if (at < 0 || !isOfTalks) return undefined
  return rows.flatMap((cells, index) => {
    const title = cells[at] ?? ''
    if (title === '') return []
    const fields = cells.flatMap((cell, column) =>
      column === at || cell === '' || !keys[column] || meanings[column] === 'event'
        ? []
        : [`${keys[column]}: ${cell}`],
    )
    const events = cells.filter((cell, column) => meanings[column] === 'event' && cell !== '')
    const line = block.line + 2 + index
    return [{ title, fields, events, block: { ...block, line, raw: block.raw.slice(2 + index, 3 + index) } }]
  })
}

function talkOfRow({ title, fields, events, block }: ListedTalk, depth: number): readonly ReadBlock[] {
  const paragraph = (raw: readonly string[]): readonly ReadBlock[] =>
    raw.length === 0
      ? []
      : [{ ...block, form: 'paragraph', depth: 0, text: flattenLine(raw.join(', ')), raw }]
  return [
    { ...block, form: 'heading', depth, text: flattenLine(title) },
    ...paragraph(fields),
    ...paragraph(events),
  ]
}
