import type { Block } from '../../../markup/block.ts'
import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import type { Link, Speaker } from '../../talk.ts'
import { dayIn } from '../dates/written-dates.ts'
import { type Facts, factsOf } from '../fields/facts-of-fields.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { misreadLines } from '../fields/misread-fields.ts'
import type { MisreadField } from '../fields/read-field-by-field.ts'
import { hasNameShape } from '../people/person-names.ts'
import { plainLine, speakersIn } from '../people/speaker-line.ts'
import { isOnlyNames, nameAboveHandle, speakersInSentence, speakersNearby } from '../people/speaker-signs.ts'
import { speakersOfHeading } from '../people/speakers-of-heading.ts'
import { saysWhatIsThere } from '../people/title-link.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'
import { isSessionCode } from '../words/session-code.ts'
import { webLink } from '../words/web-link.ts'
import { callsOf, partsLeft } from '../words/words-left.ts'
import { below, linesOfText, withLater, withoutSign } from './header-text.ts'
import { type HeadPlace, namesAround } from './names-around.ts'
import { programmeLine, readHeaderLine, saidInLine } from './read-header-line.ts'
import { fieldsOfTable } from './table-fields.ts'
import { emptyHeader, type HeaderOptions, type HeaderSoFar, hasSpeaker } from './talk-header.ts'

/** What stands between a title and the text: who speaks, where more is, and fields. */
export interface TalkHeader {
  readonly speakers: readonly Speaker[]
  /** Of people who are known already. */
  readonly handles: readonly string[]
  readonly links: readonly Link[]
  readonly date?: string
  readonly facts: Facts
  readonly misread: readonly MisreadField[]
  /** All that is text. A line that says more of a speaker than the name is kept, below the first paragraph. */
  readonly body: readonly Block[]
  /** What its lines say that is told nowhere else, such as where a speaker works. */
  readonly besides: readonly Block[]
}

/** How many lines below a title can tell of the talk. */
const maxHeadLines = 14

/** Takes off the lines below a title that say who, when and where; what else they say stays. */
export function readTalkHeader(blocks: readonly ReadBlock[], options: HeaderOptions): TalkHeader {
  const head = emptyHeader()
  let at = 0
  while (at < blocks.length && head.lines < maxHeadLines) {
    const step = takeBlock({ block: blocks[at]!, next: blocks[at + 1], blocks, at, head, options })
    if (step === 'end') break
    if (typeof step !== 'number')
      return headOf(head, [...step, ...below(blocks.slice(at + 1), options.splitsLines)])
    at += step
  }
  const rest = blocks.slice(at)
  if (!hasSpeaker(head, options)) head.speakers.push(...speakersNearby(rest, options.isName))
  return headOf(head, below(rest, options.splitsLines))
}

function headOf(
  { speakers, handles, links, date, slot, fields, later, besides }: HeaderSoFar,
  body: readonly Block[],
): TalkHeader {
  const facts = { ...slot, ...factsOf(fields) }
  return {
    speakers,
    handles,
    links,
    ...(date && { date }),
    facts,
    misread: misreadLines(fields),
    body: withLater(body, later),
    besides: besides.flatMap((block) => {
      const { key = '', value = '' } = propertyIn(block.text) ?? {}
      const line = keyMeaningOf(key)?.of === 'speakers' ? value : block.text
      const text = partsLeft(line, callsOf([...speakers, ...facts.speakers])).join(', ')
      return text === '' ? [] : [{ ...block, text }]
    }),
  }
}

/** A block that may belong to the head. */
interface HeadBlock extends HeadPlace {
  readonly block: ReadBlock
  readonly next: ReadBlock | undefined
}

/** How many blocks are taken off; or what is left of this one, with which the text begins; or the head ends before it. */
type Step = number | readonly Block[] | 'end'

/** Undefined if the block is of another sort. */
type TakeBlock = (block: HeadBlock) => Step | undefined

function takeBlock(block: HeadBlock): Step {
  for (const take of blockSorts) {
    const step = take(block)
    if (step !== undefined) return step
  }
  return takeLines(block)
}

const takeTable: TakeBlock = ({ block, head }) => {
  const rows = fieldsOfTable(block)
  if (!rows || rows.length === 0) return undefined
  head.fields.push(...rows)
  head.lines += rows.length
  return 1
}

/** Who speaks, in an item that is set in below the title as all that was noted is, so that it looks like code. */
const takeLineSetIn: TakeBlock = (place) => {
  const { block, at, head, options } = place
  const [line = '', ...others] = block.raw
  const isSetIn = block.form === 'code' && others.length === 0 && /^(?: {4}|\t)\s*[-*+•]\s+[^\s@]/.test(line)
  if (at > 0 || !isSetIn || hasSpeaker(head, options) || propertyIn(line.trim())) return undefined
  const known = head.speakers.length
  const kind = readLineOf(line, { ...place, block: { ...block, form: 'paragraph' } })
  if (head.speakers.length === known) return undefined
  if (kind !== 'taken') head.later.push({ ...block, form: 'bullet', text: withoutSign(line) })
  return 1
}

const endAtCode: TakeBlock = ({ block }) => (block.form === 'code' ? 'end' : undefined)

/** `Speakers`, with the names in items below. */
const takeWho: TakeBlock = ({ block, next, head, options }) => {
  if (next?.form !== 'bullet' || !whoLine.test(plainLine(block.text))) return undefined
  if (speakersIn(`by ${next.text}`, options.isName).length === 0) return undefined
  if (block.form === 'heading') head.isBelowWhoHeading = true
  return 1
}

/** Who and when, set apart as a quotation. */
const takeQuotedHead: TakeBlock = (place) => {
  const { block, at, head, options } = place
  if (!block.quoted || at >= maxQuotedBlocks || block.form !== 'paragraph') return undefined
  const typed = unquoted(block).filter((line) => line.trim() !== '')
  const tells = (line: string) =>
    programmeLine.test(line) ||
    (at === 0 && !hasSpeaker(head, options) && speakersIn(line, options.isName).length > 0)
  if (!typed.some(tells) || !typed.every((line) => line.length <= maxQuotedHead)) return undefined
  const rest = typed.filter((line) => readLineOf(line, place) !== 'taken')
  if (rest.length > 0) head.later.push({ ...block, text: flattenLine(rest.join(' ')) })
  return 1
}

/** A name alone is no quotation. */
const takeQuotedName: TakeBlock = ({ block, at, head, options }) => {
  if (!block.quoted) return undefined
  const [first = '', ...others] = unquoted(block)
  const found = hasSpeaker(head, options) ? [] : speakersIn(first, options.isName)
  const isName = found.length > 0 && isOnlyNames(plainLine(first), found)
  if (at > 0 || block.form === 'heading' || !isName) return 'end'
  head.speakers.push(...found)
  const rest = others.filter((line) => line.trim() !== '')
  return rest.length === 0 ? 1 : [{ ...block, text: flattenLine(rest.join(' ')) }]
}

const unquoted = ({ raw }: ReadBlock) => raw.map((line) => line.replace(/^[\s>]+/, ''))
/** Longer lines are what somebody said. */
const maxQuotedHead = 120
const maxQuotedBlocks = 3

/** A name as the heading below the title; whatever else a heading says begins the text. */
const takeHeading: TakeBlock = ({ block, next, at, head, options }) => {
  if (block.form !== 'heading') return undefined
  if (at > 0 || hasSpeaker(head, options) || listeners.test(block.text)) return 'end'
  const { speakers, later } = head
  const asText = { ...block, form: 'paragraph', depth: 0 } as const
  const found = [...speakersOfHeading(block.text, options.isName), ...nameAlone(block, next)]
  if (found.length > 0) {
    speakers.push(...found)
    head.date ??= dayIn(block.text)
    if (!isOnlyNames(plainLine(block.text), found)) later.push(asText)
    return 1
  }
  // A subtitle, and below it a line with a name and nothing else.
  const alone = next?.form === 'paragraph' ? speakersIn(next.raw[0] ?? '', options.isName) : []
  if (alone.length > 0 && isOnlyNames(plainLine(next?.raw[0] ?? ''), alone)) {
    later.push(asText)
    return 1
  }
  if (next?.form !== 'heading') return 'end'
  // A subtitle, and below it who speaks.
  const under = speakersOfHeading(next.text, options.isName)
  if (under.length === 0 || !isOnlyNames(plainLine(next.text), under)) return 'end'
  speakers.push(...under)
  later.push(asText)
  return 2
}

/** Whoever is named below has listened. */
const listeners = /^(?:attendees|participants)\b/i

/** A heading that has the shape of a name and nothing below it, before the first section: nobody need know the name. */
const nameAlone = ({ text, depth }: ReadBlock, next: ReadBlock | undefined): readonly Speaker[] =>
  next?.form === 'heading' && next.depth <= depth && sectionTitle.test(next.text) && hasNameShape(text)
    ? [{ name: text }]
    : []

/** The same as a line or an item of its own, which may also stand above where the slides are. */
const takeNameAlone: TakeBlock = ({ block, next, at, head, options }) => {
  const isLine = block.form === 'paragraph' || (block.form === 'bullet' && block.depth === 0)
  const isAlone = isLine && at === 0 && block.raw.length === 1 && !hasSpeaker(head, options)
  const isAboveSection =
    block.form === 'paragraph' && next?.form === 'heading' && sectionTitle.test(next.text)
  const isAboveSlides = next?.form === block.form && slidesLine.test(next.text)
  if (!isAlone || !(isAboveSection || isAboveSlides) || !hasNameShape(block.text)) return undefined
  head.speakers.push({ name: block.text })
  return 1
}

const slidesLine = /^(?:slides?|deck|video|recording)\s*:\s*<?https?:/i

/** `Details`, with who speaks in items below. */
const takeDetails: TakeBlock = ({ block, next, at }) =>
  at === 0 && block.form === 'heading' && next?.form === 'bullet' && /^details?:?$/i.test(block.text)
    ? 1
    : undefined

/** Paragraphs and items, line by line. */
function takeLines(place: HeadBlock): Step {
  const { block, blocks, at, head, options } = place
  if (block.depth > 0 && !isBelowWho(blocks, at)) return 'end'
  if (block.form === 'bullet' && whoLine.test(block.text)) return 1
  // `--` divides, and says nothing.
  if (block.form === 'paragraph' && /^[-–—=*_~\s]+$/.test(block.text)) return 1
  const typed = nameAboveHandle(joinedField(block.raw), options.isName)
  const lines = typed.map((line) => ({ line, kind: readLineOf(line, place) }))
  head.lines += lines.length
  if (lines.every(({ kind }) => kind === 'text')) {
    // A link alone, above what was said or who spoke: where more is, as its words say.
    const isAbove = block.form === 'bullet' ? isAboveSpeaker(blocks, at) : at === 0 && isTold(place.next)
    const link = isAbove ? linkAlone(block) : undefined
    if (link) {
      head.links.push(link)
      return 1
    }
    // One within the folder, and who spoke below it.
    if (
      at === 0 &&
      soleLink.test(block.raw.join(' ').trim()) &&
      /^by\s+\p{Lu}/iu.test(place.next?.text ?? '')
    ) {
      head.later.push(block)
      return 1
    }
    if (block.form === 'paragraph' && !hasSpeaker(head, options))
      head.speakers.push(...speakersInSentence(block, options.isName))
    return 'end'
  }
  for (const { line, kind } of lines) {
    if (kind === 'kept') head.later.push({ ...block, text: withoutSign(line) })
    if (kind === 'besides') head.besides.push({ ...block, form: 'bullet', text: saidInLine(line), depth: 0 })
  }
  const rest = lines.flatMap(({ line, kind }) => (kind === 'text' ? [line] : []))
  return rest.length === 0 ? 1 : linesOfText(block, rest, options.splitsLines ?? false)
}

/** Whether sentences, or who spoke, stand below a link: of several links each is what was said, and so is a list. */
const isTold = (block: ReadBlock | undefined): boolean =>
  block?.form === 'paragraph' && linkAlone(block) === undefined && !/^<?https?:\S+$/.test(block.text)

/** Whether an item stands above one that says who speaks, with nothing but fields between them. */
function isAboveSpeaker(blocks: readonly ReadBlock[], at: number): boolean {
  const said = blocks.slice(at + 1, maxHeadLines).map(({ form, depth, raw: [line = ''] }) => {
    const isItem = form === 'bullet' && depth === 0
    return isItem ? propertyIn(withoutSign(line.trim())) : undefined
  })
  const end = said.indexOf(undefined)
  return said
    .slice(0, end < 0 ? undefined : end)
    .some((property) => keyMeaningOf(property?.key ?? '')?.of === 'speakers')
}

/** `[Project page](https://…)`, `Talk page: https://…`; a sentence or a name is text. */
function linkAlone({ quoted, raw: [line = '', ...others] }: ReadBlock): Link | undefined {
  if (quoted || others.length > 0) return undefined
  const typed = withoutSign(line.trim())
  const [, words, address] =
    /^\[([^\][]{2,80})\]\(<?(https?:[^\s()<>]+)>?\)$/.exec(typed) ??
    /^(\p{L}[^:.!?]{1,40}):\s*<?(https?:[^\s<>]+)>?$/u.exec(typed) ??
    []
  return saysWhatIsThere(words ?? '') ? webLink(address, words) : undefined
}

const soleLink = /^\[[^\][]{1,80}\]\([^()\s]*\)$/

function readLineOf(line: string, { block, blocks, at, head, options }: HeadBlock) {
  const place = {
    block,
    isFirst: at === 0 || (at === 1 && isSessionCode(blocks[0]?.text ?? '')),
    isBelowWho: isBelowWho(blocks, at),
    amongNames: namesAround({ blocks, at, head, options }),
    isNameOfTalk: options.isUntitled === true && isTitledByName(blocks),
  }
  return readHeaderLine(line, place, head, options)
}

/** Whether the lines below a title hold a field that says who speaks, and none that says the title. */
function isTitledByName(blocks: readonly ReadBlock[]): boolean {
  const lines = blocks.slice(0, maxHeadLines).flatMap(({ form, raw }) => (form === 'code' ? [] : raw))
  const said = lines.slice(0, maxHeadLines).map((line) => propertyIn(line.trim())?.key ?? '')
  const of = said.map((key) => keyMeaningOf(key)?.of)
  return of.includes('speakers') && !of.includes('title')
}

/** A field of reStructuredText whose value stands on the lines below. */
const joinedField = (lines: readonly string[]): readonly string[] =>
  lines.length > 1 && /^:\w[\w ]{0,30}:\s*$/.test(lines[0] ?? '')
    ? [lines.map((line) => line.trim()).join(' ')]
    : lines

/** `Who`, `Speakers` or `Referenten:`, with the names in items below. `Hosts` may be machines. */
const whoLine =
  /^(?:who|(?:\p{L}+ )?speakers?|presenters?|authors?|instructors?|trainers?|panell?ists?|referent(?:in|en|innen)?|ponentes?|palestrantes?|by)\s*[?:]?$/iu

function isBelowWho(blocks: readonly ReadBlock[], at: number): boolean {
  const block = blocks[at]
  const isAbove = ({ depth, form }: ReadBlock) => depth < (block?.depth ?? 0) || form !== 'bullet'
  const above = block?.form === 'bullet' ? blocks.slice(0, at).findLast(isAbove) : undefined
  return above !== undefined && whoLine.test(plainLine(above.text))
}

/** In this order; the first that knows a block takes it. Any other is read line by line. */
const blockSorts: readonly TakeBlock[] = [
  takeTable,
  takeLineSetIn,
  endAtCode,
  takeWho,
  takeQuotedHead,
  takeQuotedName,
  takeDetails,
  takeHeading,
  takeNameAlone,
]
