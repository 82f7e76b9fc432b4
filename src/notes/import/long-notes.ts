import type { TalkKind } from '../talk.ts'
import { webAddressesIn } from '../web-address.ts'
import type { Block } from './block.ts'
import { flattenInline } from './flatten-inline.ts'
import { guessHeadings } from './guess-headings.ts'
import type { Imported, ImportedEvent } from './imported-talk.ts'
import { isUnwrapped, readableText, readMarkup } from './read-markup.ts'
import { createIsName, type IsName, speakersIn } from './speaker-line.ts'
import { talkKind } from './talk-kind.ts'
import { distinctLinks, webLink } from './web-link.ts'

/** One talk of the notes: the heading it begins with, what stands below, and the heading of the group it is in. */
interface Part {
  readonly title: string
  readonly line: number
  readonly group: string
  readonly blocks: readonly Block[]
}

/**
 * Splits the notes of a whole event into its talks. In Markdown and reStructuredText the headings tell: the uppermost
 * level of which there are several is that of the talks, or of days and sessions that hold the talks. In plain text the
 * titles are guessed from their shape. What stands before the first talk is not imported, but a first heading names the event.
 */
export function* readLongNotes(text: string, file: string, fallback: ImportedEvent): Generator<Imported> {
  const lines = readableText(text).split('\n')
  const isName = createIsName(text)
  const read = readMarkup(text)
  const headings = read.filter(({ form }) => form === 'heading')
  // In marked-up notes a heading comes early; in plain ones a `# ` somewhere is rather the comment of some code.
  const isMarked = headings.length >= 2 && read.indexOf(headings[0] as Block) < 5
  const plain = read.map((block) =>
    block.form === 'heading' ? { ...block, form: 'paragraph' as const, depth: 0 } : block,
  )
  const blocks = isMarked ? read : guessHeadings(plain, lines, isName)
  const { title, parts } = splitTalks(blocks)
  const event: ImportedEvent = fallback.id ? fallback : { name: title || fallback.name }
  if (parts.length === 0) {
    yield {
      bad: { where: file, reason: 'no headings of talks found; put `# ` before the title of each talk' },
    }
    return
  }
  if (!isMarked) {
    const advice = 'if some are missing or wrong, put `# ` before the title of every talk and import it again'
    yield { hint: `In ${file} the titles of talks are guessed: ${advice}.` }
  }
  const titles = new Map<string, number>()
  for (const part of parts) {
    const count = (titles.get(part.title) ?? 0) + 1
    titles.set(part.title, count)
    yield readPart(part, { where: `${file}:${part.line}`, event, lines, isName, count })
  }
}

const groupTitle =
  /^(day\b.*|(mon|tues|wednes|thurs|fri|satur|sun)day\b.*|(opening |closing )?keynotes?|lightning talks?.*|talks|sessions?|tutorials?|workshops?|posters?|main track|track \w+)$/i

function splitTalks(blocks: readonly Block[]): { readonly title?: string; readonly parts: readonly Part[] } {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const level = [1, 2, 3, 4, 5, 6].find(
    (depth) => headings.filter((heading) => heading.depth === depth).length >= 2,
  )
  if (level === undefined) return { parts: [] }
  const first = headings[0]
  const title = first && first.depth < level && first.text ? first.text : undefined
  const parts: (Omit<Part, 'blocks'> & { blocks: Block[] })[] = []
  let group = ''
  let groupLevel = 0
  for (const block of blocks) {
    if (block.form === 'heading' && block.depth <= level && groupTitle.test(block.text)) {
      group = block.text
      groupLevel = block.depth
    } else if (
      block.form === 'heading' &&
      (block.depth <= level || (groupLevel > 0 && block.depth === groupLevel + 1))
    ) {
      if (block.depth <= groupLevel) {
        group = ''
        groupLevel = 0
      }
      if (block.depth >= level) parts.push({ title: block.text, line: block.line, group, blocks: [] })
    } else parts.at(-1)?.blocks.push(block)
  }
  return { title, parts }
}

interface PartContext {
  readonly where: string
  readonly event: ImportedEvent
  /** The whole text's. */
  readonly lines: readonly string[]
  readonly isName: IsName
  /** How many talks of this title there were until this one. */
  readonly count: number
}

function readPart(
  { title: heading, group, blocks }: Part,
  { where, event, lines, isName, count }: PartContext,
): Imported {
  const { title, names } = splitHeading(heading, isName)
  const { named, body } = takeByLine(blocks, lines, isName)
  const people = isName(title) ? [...names, title] : names
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
function takeByLine(blocks: readonly Block[], lines: readonly string[], isName: IsName) {
  const at = /^https?:\S+$/.test(blocks[0]?.text ?? '') ? 1 : 0
  const block = blocks[at]
  const [first = '', ...others] = block?.form === 'paragraph' ? linesOf(block, lines) : []
  const isHandle = (line: string) => /^(@\w+|(https?:\/\/)?twitter\.com\/\w+)$/.test(line.trim())
  const named = speakersIn([first, ...others.filter(isHandle)].join(' '), isName)
  const isOnlyNames = named.length === first.split(/,|&|\band\b/).length || !/,/.test(first)
  const kept =
    named.length > 0
      ? [...(isOnlyNames ? [] : [first]), ...others.filter((line) => !isHandle(line))]
      : [first, ...others]
  const isUnmarkedList = isUnwrapped(lines)
  const body = blocks.flatMap((one) =>
    one.form === 'paragraph'
      ? paragraphOrList(one, one === block ? kept : linesOf(one, lines), isUnmarkedList)
      : one,
  )
  return { named, body }
}

/** Lines below each other, in text that was not wrapped, are a list that nobody marked as one. */
function paragraphOrList(block: Block, lines: readonly string[], isList: boolean): readonly Block[] {
  const texts = (isList ? lines : [lines.join(' ')]).map(flattenInline).filter(Boolean)
  return texts.map((text) => (texts.length > 1 ? { ...block, form: 'bullet', text } : { ...block, text }))
}

/** The lines of the text that a paragraph was made of. */
function linesOf({ line }: Block, lines: readonly string[]): readonly string[] {
  const found: string[] = []
  for (let index = line - 1; lines[index]?.trim(); index++) found.push(lines[index] ?? '')
  return found
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
