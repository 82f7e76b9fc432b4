import type { Block } from '../../markup/block.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { trimAddress, webAddress } from '../../text/web-address.ts'
import type { Link, Speaker } from '../talk.ts'
import type { Field } from './broken-fields.ts'
import { dayIn, withoutDay } from './dates.ts'
import { type Facts, factsOf } from './facts.ts'
import { propertyIn } from './front-matter.ts'
import { type Meaning, meaningOf } from './known-keys.ts'
import { hasNameShape, type IsName, isKnownName, isRole } from './names.ts'
import { isHandle, plainLine, speakersIn } from './speaker-line.ts'
import { isProfile, webLink } from './web-link.ts'

/** What stands between a title and the text: who speaks, where more is, and fields. */
export interface Head {
  readonly speakers: readonly Speaker[]
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
}

/** How many lines below a title can tell of the talk. */
const maxHeadLines = 14

/** Takes off the lines below a title that say who, when and where; what else they say stays. */
export function takeHead(blocks: readonly ReadBlock[], options: HeadOptions): Head {
  const speakers: Speaker[] = []
  const links: Link[] = []
  const fields: Field[] = []
  const later: Block[] = []
  let date: string | undefined
  let speakerBlock: ReadBlock | undefined
  let lines = 0
  let isBelowHeading = false
  const isName = (block: ReadBlock | undefined) =>
    block?.form === 'bullet' && speakersIn(`by ${block.text}`, options.isName).length > 0
  let at = 0
  const hasSpeaker = () => options.hasSpeakers || speakers.length > 0

  /** What a line says of the talk; undefined if it is text. */
  const take = (line: string, block: ReadBlock): 'taken' | 'kept' | undefined => {
    const text = line.trim().replace(/^[-*+•]\s+/, '')
    const plain = plainLine(text)
    if (text === '') return 'taken'
    const address = soleAddress(text)
    if (isHandle(text)) {
      const [person] = speakersIn(text, options.isName)
      const last = speakers.at(-1)
      if (last && !last.handle && person?.handle)
        speakers[speakers.length - 1] = { ...last, handle: person.handle }
      else if (person && !hasSpeaker()) speakers.push(person)
      return 'taken'
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
    const meaning = property && meaningOf(property.key)
    if (property && (property.isSure || (meaning && meaning.of !== 'place'))) {
      if (property.value === '' || (meaning?.of === 'text' && !property.isSure)) return undefined
      const field = { key: property.key, value: property.value, line: block.line }
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
      const body = [{ ...block, text: flattenLine(rest.join(' ')) }, ...below(blocks.slice(at + 1), options)]
      return { speakers, links, ...(date && { date }), facts: factsOf(fields), body: withLater(body, later) }
    }
    if (block.form === 'heading') {
      // A name as the heading below the title; whatever else a heading says begins the text.
      const found = at === 0 && !hasSpeaker() ? speakersOfHeading(block.text, options.isName) : []
      const next = blocks[at + 1]
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
    const typed = nameAboveHandle(block.raw, options.isName)
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
        ...textOf(block, rest, options.splitsLines ?? false),
        ...below(blocks.slice(at + 1), options),
      ]
      return { speakers, links, ...(date && { date }), facts: factsOf(fields), body: withLater(body, later) }
    }
  }
  const body = below(blocks.slice(at), options)
  return { speakers, links, ...(date && { date }), facts: factsOf(fields), body: withLater(body, later) }
}

/** What is known of when and where is shown, but people may ask for it in the words of the note. */
const isWhere = (of: Meaning['of']): boolean => ['room', 'time', 'ends', 'duration', 'zone'].includes(of)

/** `Who` or `Speakers`, with the names in items below. */
const whoLine = /^(?:who|speakers?|presenters?|panell?ists?|by)\s*[?:]?$/i

const isBelowWho = (blocks: readonly ReadBlock[], at: number): boolean => {
  const block = blocks[at]
  const isAbove = ({ depth, form }: ReadBlock) => depth < (block?.depth ?? 0) || form !== 'bullet'
  const above = block?.form === 'bullet' ? blocks.slice(0, at).findLast(isAbove) : undefined
  return above !== undefined && whoLine.test(plainLine(above.text))
}

/** The speakers that a heading below a title names, with whatever else of them: `Ada Example - Tea Ltd`. */
export function speakersOfHeading(heading: string, isName: IsName): readonly Speaker[] {
  const found = speakersIn(heading, isName)
  if (
    found.some(
      ({ name }) =>
        heading.trimStart().startsWith(name) ||
        /^(?:by|speakers?|presenters?|presented by|par|von)\b/i.test(heading),
    )
  )
    return found
  // A heading that quotes somebody's post.
  const isQuotation =
    heading.includes('/status/') || (heading.includes('@') && heading.trimEnd().endsWith(':'))
  if (found.length === 0 && isQuotation) return []
  // Whoever stands before a firm is somebody, whatever the name.
  const [, name = ''] = /^([^,|@(–—-]+?)\s*(?:,|\||@|\(|\s[-–—]+\s)\s*\S/u.exec(plainLine(heading)) ?? []
  const several = name.split(/\s+(?:and|&)\s+/)
  return several.every(hasNameShape) ? several.map((one) => ({ name: one })) : []
}

const maxFieldLength = 300
/** A line that is a link to what was shown or recorded. */
const linkedLabel =
  /^\[((?:[\w ]{0,20}\b)?(?:video|slides?|recording|talk|youtube|programme?|session|abstract|deck)\b[\w ]{0,20})\]\((https?:[^\s()]+)\)$/i
/** Longer lines are what somebody said. */
const maxQuotedHead = 120
const maxQuotedBlocks = 3

/** `2026-05-07 12:40 - 13:30 @ Hall 4`. */
const programmeLine =
  /^(?:19|20)\d\d[-/]\d\d[-/]\d\d,?\s+(\d{1,2}:\d\d\s*[-–—~]\s*\d{1,2}:\d\d)(?:\s*[@|,]\s*(\S[^@]*))?$/

/** A table of two columns, whose first one says what the second one is: `| Speaker | Ada Example |`. */
function fieldsOfTable({ form, raw, line }: ReadBlock): readonly Field[] {
  if (form !== 'code' || !raw[0]?.trim().startsWith('|')) return []
  const rows = raw.map((row, index) => ({
    cells: row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
    line: line + index,
  }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => /[^\s:-]/.test(cell)))
  const fields = filled.map(({ cells: [key = '', value = ''], line: at }) => ({
    key: key.replace(/^[*_]+|[*_:]+$/g, ''),
    value: flattenLine(value),
    line: at,
  }))
  const known = fields.filter(({ key }) => meaningOf(key) !== undefined)
  const isOfFields = filled.every(({ cells }) => cells.length === 2) && known.length * 2 > fields.length
  return isOfFields && known.length >= 2 ? fields : []
}

const withoutSign = (line: string) => flattenLine(line.trim().replace(/^[-*+•]\s+/, ''))

const below = (blocks: readonly ReadBlock[], { splitsLines = false }: HeadOptions): readonly Block[] =>
  splitsLines ? blocks.flatMap((block) => bulletsOf(block, block.raw)) : blocks

const textOf = (block: ReadBlock, lines: readonly string[], splitsLines: boolean): readonly Block[] => {
  if (splitsLines) return bulletsOf(block, lines)
  const text = flattenLine(
    lines
      .map((line) => line.trim())
      .join(' ')
      .replace(/^[-*+•]\s+/, ''),
  )
  return text ? [{ ...block, text }] : []
}

/** Lines below each other, in text that was not wrapped, are a list that nobody marked as one. */
function bulletsOf(block: ReadBlock, lines: readonly string[]): readonly Block[] {
  if (block.form !== 'paragraph' || block.quoted) return [block]
  const texts = lines.map(flattenLine).filter(Boolean)
  return texts.map((text, index) => ({
    ...block,
    text,
    ...(texts.length > 1 && { form: 'bullet', line: block.line + index }),
  }))
}

/** What is kept of the head comes at the end of what is above the first heading: that is the better beginning. */
const withLater = (body: readonly Block[], later: readonly Block[]): readonly Block[] => {
  if (later.length === 0) return body
  const end = body.findIndex(({ form }) => form === 'heading')
  const at = end < 0 ? body.length : end
  return [...body.slice(0, at), ...later, ...body.slice(at)]
}

/** An address with nothing beside it, or the only link of a line. */
function soleAddress(text: string): string | undefined {
  const bare = /^<?(https?:\/\/[^\s<>]+)>?$/.exec(text)?.[1]
  return bare && webAddress(trimAddress(bare)) ? trimAddress(bare) : undefined
}

/** `https://conf.example/speaker/AdaExample` and `/speakers/ada-example` name somebody, if the name is a common one. */
function speakerInAddress(address: string): string | undefined {
  const [, slug = ''] = /\/speakers?\/([\p{L}][\p{L}-]{3,40})\/?$/iu.exec(address) ?? []
  const words = slug.split(/-|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return words.length >= 2 && words.length <= 4 && isKnownName(name) ? name : undefined
}

/** Lines in the order in which a name precedes its handle. */
function nameAboveHandle(lines: readonly string[], isName: IsName): readonly string[] {
  const [first = '', second = '', ...others] = lines
  return isHandle(first) && isName(second.trim()) ? [second, first, ...others] : lines
}

/** A bullet, and a line that begins with "by", may also be any sentence: such a line must say that it names people. */
function isSpeakerLine(text: string, found: readonly Speaker[], block: ReadBlock, isName: IsName): boolean {
  const plain = plainLine(text)
  const [, behind] = /^(?:by|par|von|por)\s+(.*)$/i.exec(plain) ?? []
  const isBehindBy =
    behind !== undefined &&
    found.every(({ name }) => hasNameShape(name)) &&
    /^\s*(?:$|[-–—,(|@])/.test(behind.slice(found[0]?.name.length))
  if (isBehindBy && behind.startsWith(found[0]?.name ?? '')) return true
  if (plain.includes('／') || (/^by\s/i.test(plain) && isOnlyNames(plain, found))) return true
  const areNames = found.every(({ name, handle }) => handle !== undefined || isName(name))
  if (/^:?\p{L}+(?:\(s\))?:/u.test(plain)) return true
  if (!areNames && !(found.length >= 2 && isOnlyNames(plain, found))) return false
  if (block.form !== 'bullet' || block.depth > 0) return true
  return isOnlyNames(plain, found) || isRole(plain) || /(?<![\w.])@\w+/.test(text)
}

/** Whether a line says nothing but the names, besides a word that announces them. */
function isOnlyNames(plain: string, found: readonly Speaker[]): boolean {
  let rest = plain
  for (const { name, handle } of found) rest = rest.replace(name, '').replace(handle ?? name, '')
  return /^\W*(?:(?:speakers?|presenters?|authors?|presented|talk|keynote|by|with|and|und|von)\W*)*(?:twitter\W*)?$/i.test(
    rest,
  )
}

/** `Talk by Name (what she does) at …`, as the first sentence of a text, which stays. */
function speakersInSentence({ text, raw }: ReadBlock, isName: IsName): readonly Speaker[] {
  // `[Name](https://twitter.com/name) told …`
  const [, linked = '', address = ''] =
    /^\[([^\][]{5,60})\]\((https?:[^\s()]+)\)(?=\s+\p{L})/u.exec(raw[0]?.trim() ?? '') ?? []
  if (isProfile(address) && hasNameShape(linked)) return [{ name: linked }]
  const [, names = ''] =
    /^(?:(?:an? |the |this )?(?:\w+ )?(?:talk|keynote|presentation|session|lecture|workshop) )(?:was )?(?:given |held |presented )?by ([^.]{3,120})/i.exec(
      plainLine(text),
    ) ?? []
  return names === ''
    ? []
    : speakersIn(`by ${names.replace(/\s(?:at|from|of|on|in|about)\s.*$/, '')}`, isName)
}
