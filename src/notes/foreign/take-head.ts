import type { Block } from '../../markup/block.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { trimAddress, webAddress } from '../../text/web-address.ts'
import type { Link, Speaker } from '../talk.ts'
import type { ReadField } from './broken-fields.ts'
import { type Facts, factsOf } from './facts-of-fields.ts'
import { propertyIn } from './front-matter.ts'
import { below, linesOfText, withLater, withoutSign } from './head-text.ts'
import { sectionTitle } from './heading-names.ts'
import { type KeyMeaning, keyMeaningOf } from './known-keys.ts'
import { hasNameShape, type IsName, isRole } from './person-names.ts'
import { handleOf, plainLine, speakersIn } from './speaker-line.ts'
import {
  isOnlyNames,
  isSpeakerLine,
  nameAboveHandle,
  speakerInAddress,
  speakersInSentence,
  speakersNearby,
  speakersOfHeading,
} from './speaker-signs.ts'
import { fieldsOfTable } from './table-fields.ts'
import { webLink } from './web-link.ts'
import { dayIn, withoutDay } from './written-dates.ts'

/** What stands between a title and the text: who speaks, where more is, and fields. */
export interface Head {
  readonly speakers: readonly Speaker[]
  /** Of people who are known already. */
  readonly handles: readonly string[]
  readonly links: readonly Link[]
  readonly date?: string
  readonly facts: Facts
  /** All that is text. A line that says more of a speaker than the name is kept, below the first paragraph. */
  readonly body: readonly Block[]
}

export interface HeadOptions {
  readonly isName: IsName
  /** Whether each line of a paragraph is one of its own. */
  readonly splitsLines?: boolean
  /** Whether speakers are known already, so that a line of names may be anything. */
  readonly hasSpeakers?: boolean
  /** Whether the heading only counts the talks, so that a topic is the title. */
  readonly isUntitled?: boolean
}

/** How many lines below a title can tell of the talk. */
const maxHeadLines = 14

/** Takes off the lines below a title that say who, when and where; what else they say stays. */
export function takeHead(blocks: readonly ReadBlock[], options: HeadOptions): Head {
  const speakers: Speaker[] = []
  const handles: string[] = []
  const links: Link[] = []
  const fields: ReadField[] = []
  const later: Block[] = []
  let date: string | undefined
  let speakerBlock: ReadBlock | undefined
  let lines = 0
  let isBelowHeading = false
  const isName = (block: ReadBlock | undefined) =>
    block?.form === 'bullet' && speakersIn(`by ${block.text}`, options.isName).length > 0
  let at = 0
  const hasSpeaker = () => options.hasSpeakers || speakers.length > 0
  const headAbove = (body: readonly Block[]): Head => ({
    speakers,
    handles,
    links,
    ...(date && { date }),
    facts: factsOf(fields),
    body: withLater(body, later),
  })

  /** What a line says of the talk; undefined if it is text. */
  const take = (line: string, block: ReadBlock): 'taken' | 'kept' | undefined => {
    const text = line.trim().replace(/^[-*+•—–]\s+/, '')
    const plain = plainLine(text)
    if (text === '') return 'taken'
    const address = soleAddress(text)
    const handle = handleOf(text)
    if (handle !== undefined) {
      const last = speakers.at(-1)
      if (last && !last.handle) speakers[speakers.length - 1] = { ...last, handle }
      else if (!hasSpeaker()) speakers.push({ name: handle, handle })
      else handles.push(handle)
      return 'taken'
    }
    // `Ada Example · Slides · Video`
    const [whole = '', ...beside] =
      text.length > maxFieldLength ? [] : text.split(/\s[·•|]\s|(?<=[^\]([:,])\s(?=\[[^\][]*\]\(https?:)/)
    if (beside.length > 0 && beside.every(isBeside)) {
      const kind = take(whole, block)
      if (kind !== undefined) for (const one of beside) take(one, block)
      return kind
    }
    if (address) {
      const link = webLink(address)
      if (link) links.push(link)
      const named = hasSpeaker() ? undefined : speakerInAddress(address)
      if (named !== undefined) speakers.push({ name: named })
      return link ? 'taken' : undefined
    }
    const [, label, labelled] = linkedLabel.exec(text) ?? []
    const link = labelled === undefined ? undefined : webLink(labelled, label)
    if (link) {
      links.push(link)
      return 'taken'
    }
    const property = propertyIn(text)
    const meaning = property && keyMeaningOf(property.key)
    if (property && (property.isSure || (meaning && meaning.of !== 'place'))) {
      if (property.value === '' || (meaning?.of === 'text' && !property.isSure)) return undefined
      const key = options.isUntitled && topicKey.test(property.key) ? 'title' : property.key
      const field = { key, value: property.value, line: block.line }
      const isRead = meaning?.of !== 'link' || factsOf([field]).links.length > 0
      if (isRead && property.value.length <= maxFieldLength) {
        fields.push(field)
        const isAlsoText =
          meaning && (isWhere(meaning.of) || (meaning.of === 'speakers' && isRole(property.value)))
        return isAlsoText ? 'kept' : 'taken'
      }
    }
    if (property && !meaning && property.value !== '' && property.value.length <= 60 && fields.length >= 2) {
      // Among fields stand others that are nobody's: `Status: Done`.
      return 'taken'
    }
    const day = dayIn(plain)
    const [, clocks = '', room] = programmeLine.exec(plain) ?? []
    if (day && clocks !== '') {
      fields.push(
        { key: 'date', value: day, line: block.line },
        { key: 'time', value: clocks, line: block.line },
      )
      if (room) fields.push({ key: 'room', value: room, line: block.line })
      return 'kept'
    }
    // `Ada Example, 9 November 2017`
    const dated = day ? withoutDay(plain) : ''
    if (day && !hasSpeaker() && at === 0 && hasNameShape(dated) && options.isName(dated)) {
      date ??= day
      speakers.push({ name: dated })
      return 'taken'
    }
    if (day && /^[\p{L}]{0,10}$/u.test(withoutDay(plain).replace(/\d{1,2}[:.]\d\d|[^\p{L}]/gu, ''))) {
      date ??= day
      return 'taken'
    }
    // Several people stand on lines below each other.
    const isMore = speakers.length > 0 && (speakerBlock === block || isBelowHeading || isBelowWho(blocks, at))
    const isBelow =
      (block.depth > 0 || isBelowHeading || isBelowWho(blocks, at)) && !/^:?(?:speakers?|by)\b/i.test(text)
    const found = hasSpeaker() && !isMore ? [] : speakersIn(isBelow ? `by ${text}` : text, options.isName)
    if (found.length === 0 || !(isBelow || isSpeakerLine(text, found, block, options.isName)))
      return undefined
    speakers.push(...found)
    speakerBlock = block
    return isOnlyNames(plain, found) ? 'taken' : 'kept'
  }

  for (; at < blocks.length && lines < maxHeadLines; at++) {
    const block = blocks[at]
    const rows = block && fieldsOfTable(block)
    if (rows && rows.length > 0) {
      fields.push(...rows)
      lines += rows.length
      continue
    }
    if (!block || block.form === 'code') break
    if (whoLine.test(plainLine(block.text)) && isName(blocks[at + 1])) {
      if (block.form === 'heading') isBelowHeading = true
      continue
    }
    if (block.quoted && at < maxQuotedBlocks && block.form === 'paragraph') {
      // Who and when, set apart as a quotation.
      const typed = block.raw.map((line) => line.replace(/^[\s>]+/, '')).filter((line) => line.trim() !== '')
      const isHead = typed.some(
        (line) =>
          programmeLine.test(line) ||
          (at === 0 && !hasSpeaker() && speakersIn(line, options.isName).length > 0),
      )
      if (isHead && typed.every((line) => line.length <= maxQuotedHead)) {
        const kinds = typed.map((line) => take(line, block))
        const rest = typed.filter((_, index) => kinds[index] !== 'taken')
        if (rest.length > 0) later.push({ ...block, text: flattenLine(rest.join(' ')) })
        continue
      }
    }
    if (block.quoted) {
      // A name alone is no quotation.
      const [first = '', ...others] = block.raw.map((line) => line.replace(/^[\s>]+/, ''))
      const found = hasSpeaker() ? [] : speakersIn(first, options.isName)
      if (at > 0 || block.form === 'heading' || found.length === 0 || !isOnlyNames(plainLine(first), found))
        break
      speakers.push(...found)
      const rest = others.filter((line) => line.trim() !== '')
      if (rest.length === 0) continue
      const body = [
        { ...block, text: flattenLine(rest.join(' ')) },
        ...below(blocks.slice(at + 1), options.splitsLines),
      ]
      return headAbove(body)
    }
    if (block.form === 'heading') {
      // A name as the heading below the title; whatever else a heading says begins the text.
      const next = blocks[at + 1]
      const found =
        at === 0 && !hasSpeaker()
          ? [...speakersOfHeading(block.text, options.isName), ...nameAlone(block, next)]
          : []
      if (found.length === 0 && at === 0 && next?.form === 'heading' && !hasSpeaker()) {
        // A subtitle, and below it who speaks.
        const below = speakersOfHeading(next.text, options.isName)
        if (below.length > 0 && isOnlyNames(plainLine(next.text), below)) {
          speakers.push(...below)
          later.push({ ...block, form: 'paragraph', depth: 0 })
          at++
          continue
        }
      }
      if (found.length === 0) break
      speakers.push(...found)
      date ??= dayIn(block.text)
      if (!isOnlyNames(plainLine(block.text), found)) later.push({ ...block, form: 'paragraph', depth: 0 })
      continue
    }
    if (block.depth > 0 && !isBelowWho(blocks, at)) break
    if (block.form === 'bullet' && whoLine.test(block.text)) continue
    const typed = nameAboveHandle(joinedField(block.raw), options.isName)
    const kinds = typed.map((line) => take(line, block))
    lines += typed.length
    const rest = typed.filter((_, index) => kinds[index] === undefined)
    const kept = typed.filter((_, index) => kinds[index] === 'kept')
    if (kinds.every((kind) => kind === undefined)) {
      if (block.form === 'paragraph' && !options.hasSpeakers && speakers.length === 0)
        speakers.push(...speakersInSentence(block, options.isName))
      break
    }
    for (const line of kept) later.push({ ...block, text: withoutSign(line) })
    if (rest.length > 0) {
      const body = [
        ...linesOfText(block, rest, options.splitsLines ?? false),
        ...below(blocks.slice(at + 1), options.splitsLines),
      ]
      return headAbove(body)
    }
  }
  if (!hasSpeaker()) speakers.push(...speakersNearby(blocks.slice(at), options.isName))
  const body = below(blocks.slice(at), options.splitsLines)
  return headAbove(body)
}

/** A heading that has the shape of a name and nothing below it, before the first section: nobody need know the name. */
const nameAlone = ({ text, depth }: ReadBlock, next: ReadBlock | undefined): readonly Speaker[] =>
  next?.form === 'heading' && next.depth <= depth && sectionTitle.test(next.text) && hasNameShape(text)
    ? [{ name: text }]
    : []

/** What is known of when and where is shown, but people may ask for it in the words of the note. */
const isWhere = (of: KeyMeaning['of']): boolean => ['room', 'time', 'ends', 'duration', 'zone'].includes(of)

/** A field of reStructuredText whose value stands on the lines below. */
const joinedField = (lines: readonly string[]): readonly string[] =>
  lines.length > 1 && /^:\w[\w ]{0,30}:\s*$/.test(lines[0] ?? '')
    ? [lines.map((line) => line.trim()).join(' ')]
    : lines

/** `Who` or `Speakers`, with the names in items below. */
const whoLine =
  /^(?:who|(?:\p{L}+ )?speakers?|presenters?|authors?|instructors?|trainers?|panell?ists?|by)\s*[?:]?$/iu

const isBelowWho = (blocks: readonly ReadBlock[], at: number): boolean => {
  const block = blocks[at]
  const isAbove = ({ depth, form }: ReadBlock) => depth < (block?.depth ?? 0) || form !== 'bullet'
  const above = block?.form === 'bullet' ? blocks.slice(0, at).findLast(isAbove) : undefined
  return above !== undefined && whoLine.test(plainLine(above.text))
}

const maxFieldLength = 300
const topicKey = /^(?:topic|subject|thema|tema|sujet)$/i
/** A line that is a link to what was shown or recorded. */
const linkedLabel = new RegExp(
  [
    String.raw`^\[(:\w{0,20}(?:video|camera|tv|slides?)\w{0,20}:|(?:[\w ]{0,20}\b)?(?:video|slides?|recording|talk|youtube|`,
    String.raw`programme?|session|abstract|deck)\b[\w ]{0,20})\]\((https?:[^\s()]+)\)$`,
  ].join(''),
  'i',
)
/** What stands beside a name on one line: where they or what they showed are found. */
const isBeside = (text: string): boolean =>
  linkedLabel.test(text) || soleAddress(text) !== undefined || handleOf(text) !== undefined

/** Longer lines are what somebody said. */
const maxQuotedHead = 120
const maxQuotedBlocks = 3

/** `2026-05-07 12:40 - 13:30 @ Hall 4`. */
const programmeLine =
  /^(?:19|20)\d\d[-/]\d\d[-/]\d\d,?\s+(\d{1,2}:\d\d\s*[-–—~]\s*\d{1,2}:\d\d)(?:\s*[@|,]\s*(\S[^@]*))?$/

/** An address with nothing beside it, or the only link of a line. */
function soleAddress(text: string): string | undefined {
  const bare = /^<?(https?:\/\/[^\s<>]+)>?$/.exec(text)?.[1]
  return bare && webAddress(trimAddress(bare)) ? trimAddress(bare) : undefined
}
