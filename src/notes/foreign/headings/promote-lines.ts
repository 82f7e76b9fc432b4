import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { type IsName, isKnownName, mayBePerson } from '../people/person-names.ts'
import { plainLine, speakersIn } from '../people/speaker-line.ts'
import { isOnlyNames, saysWhoWrote } from '../people/speaker-signs.ts'
import { titleAndSpeakers } from '../people/title-and-speakers.ts'
import { askingTitle, groupTitle, sectionTitle } from '../words/heading-word-lists.ts'
import { isDay, isYearOfEvent } from './talk-headings.ts'

/**
 * Bold lines as headings, if they stand below days and tracks, or below no heading and name speakers, or below the name of an event
 * and all name speakers: that is how people set titles apart who think of how notes look.
 */
export function promoteBoldLines(typed: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  let above: ReadBlock | undefined
  const isLettered = isCountedByLetters(typed)
  const apart = typed.flatMap(withBoldLineApart)
  const isOfEvent = areTalksOfEvent(apart, isName)
  const blocks = isOfEvent ? apart : typed
  const bold = new Map<ReadBlock, { readonly title: string; readonly depth: number }>()
  for (const block of blocks) {
    if (block.form === 'heading') above = block
    const title = boldTitle(block)
    if (
      title !== undefined &&
      (above === undefined || isLettered || isOfEvent || groupTitle.test(above.text))
    )
      bold.set(block, { title, depth: (above?.depth ?? 0) + 1 })
  }
  const isLoose = above === undefined
  const named = [...bold.values()].filter(({ title }) => splitBold(title, isName).names.length > 0)
  if (bold.size < 2 || (isLoose && !isLettered && named.length * 2 < bold.size)) return typed
  return blocks.map((block) => {
    const found = bold.get(block)
    if (found === undefined) return block
    const { title: bare, names } = splitBold(found.title, isName)
    const isAdded = names.length > 0 && !names.every((name) => bare.includes(name))
    const text = isAdded ? `${bare} - ${names.join(' and ')}` : bare
    return { ...block, form: 'heading', depth: found.depth, text }
  })
}

/**
 * Lines below the heading of a day or track that name who spoke, as headings: `Tides that turn - Ada Example` above a list, or with
 * the names alone on the next line. One of them may as well be a sentence.
 */
export function promoteLinesBelowDays(blocks: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  let above: ReadBlock | undefined
  const depths = new Map<ReadBlock, number>()
  for (const block of blocks) {
    if (block.form === 'heading') above = block
    if (above && (isDay(above.text) || groupTitle.test(above.text))) depths.set(block, above.depth + 1)
  }
  const split = splitLines(blocks, isName, (block) => depths.has(block))
  const titles = new Map<ReadBlock, readonly ReadBlock[]>()
  for (const [block, depth] of depths) {
    const heading: ReadBlock = { ...block, form: 'heading', depth }
    const [title = '', names = ''] = block.raw
    const line = split.get(block)
    if (line && line.names.length > 0) titles.set(block, headingsOf(heading, line))
    else if (isAboveNames(block, isName))
      titles.set(block, [
        { ...heading, text: flattenLine(title) },
        { ...block, line: block.line + 1, text: flattenLine(names), raw: [names] },
      ])
  }
  return titles.size < 2 ? blocks : blocks.flatMap((block) => titles.get(block) ?? [block])
}

/** A line that can be a title, and below it nothing but known names. */
function isAboveNames({ form, depth, quoted, raw }: ReadBlock, isName: IsName): boolean {
  const [title = '', names = '', ...further] = raw
  if (form !== 'paragraph' || depth > 0 || quoted || further.length > 0 || names === '') return false
  const found = speakersIn(names, isName)
  return (
    title.length <= maxTitleLength &&
    /\p{L}{3}/u.test(title) &&
    !/[.:;,!]$|https?:/.test(title.trim()) &&
    found.length > 0 &&
    found.every(({ name }) => isKnownName(name)) &&
    isOnlyNames(plainLine(names), found)
  )
}

/**
 * The lines above lists as headings, in a text that has none but the name of an event, if a third of them name who spoke: `Tides that turn - Ada Example`, with
 * what was said in items below it. The line above all of them says what they are notes of.
 */
export function promoteLinesAboveItems(
  blocks: readonly ReadBlock[],
  isName: IsName,
): PromotedLines | undefined {
  const isHeaded = blocks[0]?.form === 'heading' && isYearOfEvent(blocks[0].text)
  if (blocks.slice(isHeaded ? 1 : 0).some(({ form }) => form === 'heading')) return undefined
  const titles = splitLines(blocks, isName)
  const named = [...titles.values()].filter(({ names }) => names.length > 0)
  const isOfTwo =
    isHeaded &&
    titles.size === minOfEvent &&
    named.every(({ title }) => /\S\s+\S/.test(titleAndSpeakers(title, isName).title))
  if (named.length < (isOfTwo ? minOfEvent : minNamed) || named.length * 3 < titles.size) return undefined
  const [first] = blocks
  const isOfAll = first !== undefined && !titles.has(first) && notesOf.test(first.text) && isLineAlone(first)
  return {
    blocks: blocks.flatMap((block): readonly ReadBlock[] => {
      if (block === first && isOfAll) return [{ ...block, form: 'heading', depth: 1 }]
      const title = titles.get(block)
      return title === undefined ? [block] : headingsOf({ ...block, form: 'heading', depth: 2 }, title)
    }),
    items: new Set([...titles.keys()].map(({ line }) => line)),
  }
}

export interface PromotedLines {
  readonly blocks: readonly ReadBlock[]
  /** The lines of the titles. */
  readonly items: ReadonlySet<number>
}

interface SplitLine {
  readonly title: string
  readonly names: readonly string[]
  /** Whether the names need not stand where they do to be some. */
  readonly isKnown: boolean
}

/**
 * The lines above lists, each with its title and whoever stands behind it. A name that nobody knows is one where two of three that
 * stand so are known: beside a single one it may be a place, or what was left to do.
 */
function splitLines(
  blocks: readonly ReadBlock[],
  isName: IsName,
  isMeant: (block: ReadBlock) => boolean = () => true,
): ReadonlyMap<ReadBlock, SplitLine> {
  const lines = blocks
    .filter((block, at) => isMeant(block) && isTitleAbove(block, blocks[at + 1], isName))
    .map((block) => [block, splitLine(block.text, isName)] as const)
  const named = lines.filter(([, { names }]) => names.length > 0)
  const known = named.filter(([, { isKnown }]) => isKnown)
  if (known.length * 3 >= named.length * 2) return new Map(lines)
  return new Map(
    lines.map(([block, line]) => [
      block,
      line.isKnown ? line : { title: block.text, names: [], isKnown: false },
    ]),
  )
}

/** By whom a line may be. */
function splitLine(text: string, isName: IsName): SplitLine {
  const { names } = titleAndSpeakers(text, isName)
  if (names.length > 0) return { title: text, names, isKnown: true }
  const [, title = text, last = ''] = /^(\S.*\S)\s+[-–—]+\s+([^–—]+)$/.exec(text) ?? []
  return mayBePerson(last)
    ? { title, names: [last], isKnown: false }
    : { title: text, names: [], isKnown: false }
}

/** A heading with that title, and who spoke below it if nobody would know. */
function headingsOf(heading: ReadBlock, { title, names, isKnown }: SplitLine): readonly ReadBlock[] {
  const titled = { ...heading, text: title }
  if (isKnown || names.length === 0) return [titled]
  const said = `Speaker: ${names.join(', ')}`
  return [titled, { ...heading, form: 'paragraph', depth: 0, text: said, raw: [said] }]
}

const minNamed = 3
/** On the evening of a user group, two people speak. */
const minOfEvent = 2
const notesOf = /^(?:my )?(?:conference |talk )?notes (?:from|on|of|for) \S/i
const maxTitleLength = 120

const isTitleAbove = (block: ReadBlock, next: ReadBlock | undefined, isName: IsName): boolean =>
  next?.form === 'bullet' &&
  isLineAlone(block) &&
  block.text.length <= maxTitleLength &&
  !/[.:;,!]$|https?:/.test(block.text) &&
  (!sectionTitle.test(block.text) ||
    (askingTitle.test(block.text) && titleAndSpeakers(block.text, isName).names.length > 0))

const isLineAlone = ({ form, depth, quoted, raw }: ReadBlock): boolean =>
  form === 'paragraph' && depth === 0 && !quoted && raw.length === 1

/** The text of a paragraph of one line that is bold, but for a name in brackets or behind a dash. */
function boldTitle({ form, depth, quoted, raw }: ReadBlock): string | undefined {
  if (form !== 'paragraph' || depth > 0 || quoted || raw.length > 1) return undefined
  const line = raw[0]?.trim() ?? ''
  if (saysWhoWrote(line)) return undefined
  const [, title = '', rest = ''] = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*(.*)$/.exec(line) ?? []
  const isSection = sectionTitle.test(title) && !(rest !== '' && askingTitle.test(title))
  if (title === '' || title.length > 150 || isSection || /:$/.test(title)) return undefined
  return rest === '' || /^(?:[([].*[)\]]|(?:[-–—|,]|by)\s.*)$/i.test(rest)
    ? flattenLine(`${title} ${rest}`.trim())
    : undefined
}

/** A paragraph that begins with a line in bold, as two of them. */
function withBoldLineApart(block: ReadBlock): readonly ReadBlock[] {
  const [first = '', ...rest] = block.raw
  if (!/^\s*(?:\*\*|__)/.test(first)) return [block]
  const line = { ...block, text: flattenLine(first), raw: [first] }
  if (rest.length === 0 || boldTitle(line) === undefined) return [block]
  return [line, { ...block, line: block.line + 1, text: flattenLine(rest.join(' ')), raw: rest }]
}

/** Whether bold lines below the only heading, or below none, go on from `A.` to `C.` at least: somebody counts talks so. */
function isCountedByLetters(blocks: readonly ReadBlock[]): boolean {
  const letters = blocks.flatMap((block) => /^(\p{Lu})[.)]\s/u.exec(boldTitle(block) ?? '')?.[1] ?? [])
  const headings = blocks.filter(({ form }) => form === 'heading')
  return letters.join('').startsWith('ABC') && headings.length <= 1
}

/**
 * Whether the only heading names an event, and all bold lines below it titles of some words with who spoke, above what was said:
 * `**Host** - Ada Example` and `**Quote by Ada Example**` are no talks.
 */
function areTalksOfEvent(blocks: readonly ReadBlock[], isName: IsName): boolean {
  const [first, ...others] = blocks
  if (first?.form !== 'heading' || others.some(({ form }) => form === 'heading')) return false
  const lines = others.flatMap((block, at) => {
    const title = boldTitle(block)
    return title === undefined ? [] : [{ ...splitBold(title, isName), next: others[at + 1] }]
  })
  return (
    isYearOfEvent(first.text) &&
    !/,/.test(first.text) &&
    lines.length >= minOfEvent &&
    lines.every(
      ({ title, names, next }) =>
        names.length > 0 && /\S\s+\S/.test(title) && next !== undefined && isSaid(next, names),
    )
  )
}

/** Whether what stands below a bold line is what these people said: below names that nobody knows, a paragraph may be on anything. */
const isSaid = (block: ReadBlock, names: readonly string[]): boolean =>
  block.form === 'bullet' ||
  (block.form === 'paragraph' && boldTitle(block) === undefined && names.every(isKnownName))

/** A title without what counts it (`A.`, `B2.`), and the speaker behind a comma too. */
function splitBold(
  title: string,
  isName: IsName,
): { readonly title: string; readonly names: readonly string[] } {
  const bare = title.replace(/^(?:\p{Lu}\d{0,2}|\d{1,2})[.)]\s+|^\p{Lu}\d{1,2}\.\p{Lu}\s+/u, '')
  const split = titleAndSpeakers(bare, isName)
  if (split.names.length > 0) return split
  const [, left = '', right = ''] = /^(.+),\s+([^,]+)$/.exec(bare) ?? []
  return left !== '' && isName(right) ? { title: left, names: [right] } : { title: bare, names: [] }
}
