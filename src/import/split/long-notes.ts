import type { Block } from '../../markup/block.ts'
import { fence } from '../../markup/markup-signs.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine, isUnwrapped, readDocument } from '../../markup/read-markup.ts'
import { guessHeadings } from '../../notes/foreign/guess-headings.ts'
import { createIsName, type IsName, speakersIn } from '../../notes/foreign/speaker-line.ts'
import { type Part, type Split, splitTalks } from '../../notes/foreign/split-talks.ts'
import { talkKind } from '../../notes/foreign/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/web-link.ts'
import type { TalkKind } from '../../notes/talk.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'

export interface LongNotesOptions {
  /** The depth of the headings that are talks, from 1; found out if absent. */
  readonly level?: number
}

/**
 * Splits the notes of a whole event into its talks. In Markdown and reStructuredText the headings tell; in plain text
 * the titles are guessed from their shape. What belongs to no talk is not imported but told.
 */
export function* readLongNotes(
  text: string,
  file: string,
  fallback: ImportedEvent,
  { level }: LongNotesOptions = {},
): Generator<Imported> {
  const isName = createIsName(text)
  const { dialect, blocks: read } = readDocument(text)
  const headings = read.filter(({ form }) => form === 'heading')
  if (level !== undefined && !headings.some(({ depth }) => depth === level)) {
    yield { bad: { where: file, reason: `no headings of level ${level} found; ${countLevels(headings)}` } }
    return
  }
  const split = (blocks: readonly ReadBlock[], titleDepth?: number) =>
    splitTalks(blocks, { level, titleDepth, namesSpeaker: namesSpeaker(isName) })
  const isMarked = dialect === 'markdown' || headings.length >= 2 || level !== undefined
  const guessed = isMarked ? undefined : split(guessHeadings(withoutHeadings(read), isName), 1)
  const isGuessed = guessed !== undefined && guessed.parts.length > 0
  const { title, parts, left } = isGuessed ? guessed : split(read)
  const event: ImportedEvent = fallback.id ? fallback : { name: title || fallback.name }
  if (parts.length === 0) {
    const reason = 'no headings of talks found; put `# ` before the title of each talk'
    yield { bad: { where: file, reason } }
    return
  }
  if (isGuessed) {
    const advice = 'if some are missing or wrong, put `# ` before the title of every talk and import it again'
    yield { hint: `In ${file} the titles of talks are guessed: ${advice}.` }
  }
  const unclosed = unclosedCode(read)
  if (unclosed)
    yield {
      hint: `The code that begins at ${file}:${unclosed.line} is never closed, so that all below is part of it.`,
    }
  if (left.length > 0) yield { hint: `Not taken from ${file}: ${describeLeft(left)}.` }
  const splitsLines = isGuessed && isUnwrapped(read.flatMap(({ raw }) => raw))
  const titles = new Map<string, number>()
  for (const part of parts) {
    const count = (titles.get(part.title) ?? 0) + 1
    titles.set(part.title, count)
    yield readPart(part, { where: `${file}:${part.line}`, event, isName, isGuessed, count, splitsLines })
  }
}

/** The last block, if it was opened as code and goes on to the end. */
function unclosedCode(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const last = blocks.at(-1)
  const [first = '', ...below] = last?.raw ?? []
  const isOpen = last?.form === 'code' && fence.test(first) && !/^(`+|~+)$/.test(below.at(-1)?.trim() ?? '')
  return isOpen ? last : undefined
}

function countLevels(headings: readonly Block[]): string {
  const counts = new Map<number, number>()
  for (const { depth } of headings) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  const levels = [...counts].sort(([one], [other]) => one - other)
  const found = levels.map(([depth, count]) => `${count} of level ${depth}`)
  return found.length > 0 ? `there are ${found.join(', ')}` : 'there are none at all'
}

const maxLeftShown = 10

function describeLeft(left: Split['left']): string {
  const shown = left
    .slice(0, maxLeftShown)
    .map(({ from, to, what }) => `${from === to ? `line ${from}` : `lines ${from}–${to}`} (${what})`)
  const more = left.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more places`] : [])].join(', ')
}

/** In plain text, a single line that is underlined is a heading like others that are not. */
const withoutHeadings = (blocks: readonly ReadBlock[]): readonly ReadBlock[] =>
  blocks.map((block) =>
    block.form === 'heading' ? { ...block, form: 'paragraph', depth: 0, raw: block.raw.slice(0, 1) } : block,
  )

const namesSpeaker = (isName: IsName) => (title: string, below: ReadBlock | undefined) =>
  splitHeading(title, isName).names.length > 0 ||
  (below?.form === 'paragraph' && takeByLine([below], { isName, splitsLines: false }).named.length > 0)

interface PartContext {
  readonly where: string
  readonly event: ImportedEvent
  readonly isName: IsName
  /** How many talks of this title there were until this one. */
  readonly count: number
  /** Whether titles are guessed: then what looks like a name may be one. */
  readonly isGuessed: boolean
  /** Whether each line of a paragraph is one of its own. */
  readonly splitsLines: boolean
}

function readPart(
  { title: heading, group, blocks }: Part,
  { where, event, isName, isGuessed, count, splitsLines }: PartContext,
): Imported {
  const { title, names } = splitHeading(heading, isName)
  const { named, body } = takeByLine(blocks, { isName, splitsLines })
  const people = isGuessed && names.length + named.length === 0 && isName(title) ? [title] : names
  const speakers = [...people.map((name) => ({ name })), ...named]
  const kind: TalkKind = /^notes?$|^to[- ]?do|^other stuff|^misc/i.test(title)
    ? 'notes'
    : talkKind(group, title)
  return {
    where,
    talk: {
      key: count > 1 ? `${heading} (${count})` : heading,
      event,
      title,
      kind,
      speakers,
      tags: group && !/day|session|talks?$|keynote/i.test(group) ? [group] : [],
      links: distinctLinks(
        body.flatMap(({ text }) =>
          webAddressesIn(text).map(([start, end]) => webLink(text.slice(start, end))),
        ),
      ),
      text: { form: 'notes', blocks: body },
    },
  }
}

/** The speakers that the first lines name, below an address maybe; what else those lines say stays. */
function takeByLine(
  blocks: readonly ReadBlock[],
  { isName, splitsLines }: Pick<PartContext, 'isName' | 'splitsLines'>,
) {
  const at = /^https?:\S+$/.test(blocks[0]?.text ?? '') ? 1 : 0
  const block = blocks[at]
  const canName = block?.form === 'paragraph' && !block.quoted
  const isHandle = (line: string) => /^(@\w+|(https?:\/\/)?twitter\.com\/\w+)$/.test(line)
  const [top = '', second = '', ...more] = canName ? block.raw.map((line) => line.trim()) : []
  const [first, ...others] = isHandle(top) && isName(second) ? [second, top, ...more] : [top, second, ...more]
  const handles = others.filter(isHandle)
  const found = first ? speakersIn([first, ...handles].join(' '), isName) : []
  // What begins with "by" or "with" may also be any sentence.
  const named =
    /^:?\w+:/.test(first) || found.every(({ name, handle }) => handle !== undefined || isName(name))
      ? found
      : []
  const isOnlyNames = named.length === first.split(/,|&|\band\b/).length || !/,/.test(first)
  const kept = [...(isOnlyNames ? [] : [first]), ...others.filter((line) => !isHandle(line))]
  const body = blocks.flatMap((one): readonly Block[] => {
    if (one !== block || named.length === 0) return splitsLines ? bulletsOf(one, one.raw) : [one]
    if (splitsLines) return bulletsOf(one, kept)
    const text = flattenLine(kept.join(' '))
    return text ? [{ ...one, text }] : []
  })
  return { named, body }
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

/** `Title - Name`, `Title by Name` and `Name: Title`. */
function splitHeading(
  heading: string,
  isName: IsName,
): { readonly title: string; readonly names: readonly string[] } {
  const cut = /^(.+?)(?:\s+[-–—|]+\s+|\s*:\s+|\s+by\s+|\s+\((?=[^()]+\)$))([^()]+)\)?$/i.exec(heading)
  const [, left = '', right = ''] = cut ?? []
  const people = (text: string) => text.split(/\s*(?:,|&|\band\b)\s*/).filter(Boolean)
  if (right && people(right).every(isName)) return { title: left, names: people(right) }
  if (left && people(left).every(isName)) return { title: right, names: people(left) }
  return { title: heading, names: [] }
}
