import type { ReadBlock } from '../../../markup/read-block.ts'
import { foldName } from '../../../text/fold.ts'
import { dayIn } from '../dates/written-dates.ts'
import type { Facts } from '../fields/facts-of-fields.ts'
import { readTalkHeader } from '../header/read-talk-header.ts'
import { isDay, isWeekday } from '../headings/talk-headings.ts'
import { hasNameShape, type IsName } from '../people/person-names.ts'
import { handleOf, inCapitals, maxSpeakerLine } from '../people/speaker-line.ts'
import { speakersOfHeading } from '../people/speakers-of-heading.ts'
import { titleAndSpeakers } from '../people/title-and-speakers.ts'
import { takeTitleLink } from '../people/title-link.ts'
import { bareHeading } from '../words/bare-heading.ts'
import { isPartName } from '../words/folder-names.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'
import { isAbout, isMostlyAbout, isSentence, isStemOfNoEvent, readableName } from '../words/titles.ts'
import { personInStem } from './name-in-stem.ts'

/** What is known of a file that is one talk. */
export interface WholeContext {
  readonly facts: Facts
  readonly stem: string
  /** What it is titled where others list it. */
  readonly listedAs?: string | undefined
  readonly isName: IsName
  readonly isMarked: boolean
}

const headingOfPart = new RegExp(
  [
    '^(?:(?:general |my )?notes?|talk|session|summary|introduction|intro|overview|questions|agenda|speakers?|abstract|',
    String.raw`presenters?|(?:speakers?|presenters?|by|authors?)\s*:.*)$`,
  ].join(''),
  'i',
)

/** The heading that is the title: the first, if it is the only one of its level; or a line that stands in its place. */
export function topHeading(blocks: readonly ReadBlock[], context: WholeContext): ReadBlock | undefined {
  const { facts, isName } = context
  const headings = withoutKind(headingsBelowFields(blocks), isName)
  const [first] = headings
  const [line] = blocks
  if (facts.title !== undefined) {
    const repeatsTitle = first !== undefined && foldName(first.text) === foldName(facts.title)
    return repeatsTitle && isNearTop(first, blocks) ? first : undefined
  }
  if (saysTitleByName(blocks, headings, isName) || nameBelowTitle(blocks, context) !== undefined) return line
  if (first === undefined) return isTitleOfText(blocks, context) ? line : undefined
  if (isLineAbove(first, blocks) && isOfSection(first)) return line
  return isTitleOfNote({ first, headings, blocks }, context) ? first : undefined
}

const isNearTop = (heading: ReadBlock, blocks: readonly ReadBlock[]): boolean =>
  blocks.indexOf(heading) <= maxBlocksAboveTitle

/** `Title by Name`, above all that is a text. */
function saysTitleByName(
  blocks: readonly ReadBlock[],
  headings: readonly ReadBlock[],
  isName: IsName,
): boolean {
  const [line] = blocks
  if (line?.form !== 'paragraph' || line.raw.length !== 1 || blocks.length < 2) return false
  const isAbove =
    headings.every(({ depth }) => depth > 1) ||
    /^\S+ \S.*\sby\s+\[/i.test((line.raw[0] ?? '').slice(0, maxSpeakerLine))
  return (
    isAbove &&
    /\sby\s/i.test(line.text) &&
    titleAndSpeakers(takeTitleLink(line.text).title, isName).names.length > 0
  )
}

/**
 * Whom the file is called by, if the line below a first one says that and no more: `Tides that turn`, `ADA EXAMPLE` in `02-ada-example.md`.
 * Then the first one is the title.
 */
export function nameBelowTitle(
  [line, below]: readonly ReadBlock[],
  { stem }: Pick<WholeContext, 'stem'>,
): string | undefined {
  const areLines = [line, below].every((block) => block?.form === 'paragraph' && block.raw.length === 1)
  const written = below?.text ?? ''
  const called = foldName(readableName(stem))
  if (!areLines || foldName(written) !== called || !isTitleBeside(line?.text ?? '', called)) return undefined
  const name = written === written.toUpperCase() ? inCapitals(written.toLowerCase()) : written
  return hasNameShape(name) ? name : undefined
}

/** Whether a line says something else than a name, and does not end as sentences do. */
const isTitleBeside = (text: string, name: string): boolean =>
  foldName(text) !== name && text.length <= 150 && !/[.:;,]$|https?:/.test(text)

/** In plain text the first line is the title, if it stands alone and is no sentence; above a list in any. */
function isTitleOfText(blocks: readonly ReadBlock[], { stem, isName, isMarked }: WholeContext): boolean {
  const [line, below] = blocks
  // The name of the file is a title, if it is written like one.
  if (line === undefined || below === undefined || !isShortLine(line) || /\S \S+ \S/.test(stem)) return false
  const name = readableName(stem)
  const isOfPerson = personInStem(stem) !== undefined
  const mayBeTitle =
    !isMarked ||
    isNameAlone(below, isName) ||
    (below.form === 'bullet' && isTitleOfList(line.raw[0] ?? '', stem)) ||
    saysMore(line.text, name) ||
    isOfPerson
  const isBetterThanName =
    name.split(' ').length < 2 ||
    /^\p{L}+[\s_-]*\d{1,4}$/u.test(stem) ||
    isMostlyAbout(stem, line.text) ||
    saysMore(line.text, name) ||
    isOfPerson ||
    dayIn(stem) !== undefined
  return mayBeTitle && isBetterThanName
}

/** A line by itself, as long as titles are, and neither a sentence nor what somebody is called elsewhere. */
const isShortLine = ({ form, raw, text }: ReadBlock): boolean =>
  form === 'paragraph' &&
  raw.length === 1 &&
  text.length <= 100 &&
  !/[.!?:;,]$|https?:/.test(text) &&
  handleOf(text) === undefined

/** Whether a line stands above a heading that is no title, and so is one. */
function isLineAbove(heading: ReadBlock, blocks: readonly ReadBlock[]): boolean {
  const [line] = blocks
  return (
    line !== undefined &&
    blocks.indexOf(heading) === 1 &&
    isShortLine(line) &&
    propertyIn(line.raw[0] ?? '') === undefined
  )
}

const isOfSection = ({ text }: ReadBlock): boolean =>
  sectionTitle.test(bareHeading(text)) || /^(?:speakers?|presenters?|by|authors?)\b/i.test(text)

interface HeadedNote {
  readonly first: ReadBlock
  readonly headings: readonly ReadBlock[]
  readonly blocks: readonly ReadBlock[]
}

/** Whether the first heading is the note's title, rather than that of a part. */
function isTitleOfNote({ first, headings, blocks }: HeadedNote, { stem, isName }: WholeContext): boolean {
  const { text, depth } = first
  const isOnly = headings.every((heading) => heading === first || heading.depth > depth)
  const isAboutFile = isAbout(stem, text)
  const mayBeTitle =
    isOnly ||
    (depth === 1 && !(isSentence(stem) && (!isAboutFile || saysMore(stem, text)))) ||
    titleAndSpeakers(text, isName).names.length > 0 ||
    saysWhoOrWhen(blocks.slice(blocks.indexOf(first) + 1), isName)
  if (!isNearTop(first, blocks) || !mayBeTitle || headingOfPart.test(bareHeading(text))) return false
  if (isSectionBelowText(first, blocks, stem) && !tellsOfTalk(first, blocks, isName)) return false
  // A weekday alone is one among other headings.
  if (isDay(text) && !(headings.length === 1 && isWeekday(text))) return false
  if (isAboutFile) return true
  // `What you need:` begins to tell.
  const beginsToTell = !isOnly && /^\S+(?: \S+){0,3}:$/.test(text)
  const isSection = sectionTitle.test(bareHeading(text)) && !text.endsWith('?')
  return !beginsToTell && !(isSection && (!isOnly || hasTwoLongWords(stem)))
}

const hasTwoLongWords = (stem: string): boolean =>
  foldName(stem)
    .split(' ')
    .filter((word) => /\p{L}{3}/u.test(word)).length >= 2

/** Whether one line says all words of another and some more: `Tides turn`, `Tides: how they turn`, but not `Tides turn twice a day` of `Tides`. */
function saysMore(longer: string, shorter: string): boolean {
  const all = foldName(readableName(longer)).split(' ')
  const said = foldName(shorter).split(' ')
  const isTold = said.length >= 2 || /^\S+(?:\s[-–—]|:)\s/.test(longer)
  return isTold && said.length + 3 <= all.length && said.every((word) => all.includes(word))
}

/** All headings, without a first one that stands above nothing but fields: `Meta`, with the address of the programme. */
function headingsBelowFields(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const [first, next] = headings
  if (!first || !next || blocks[0] !== first || next.depth !== first.depth) return headings
  if (!aboveFields.test(bareHeading(first.text)) || sectionTitle.test(bareHeading(next.text))) return headings
  const fields = blocks.slice(1, blocks.indexOf(next))
  const areFields = fields.every(({ raw }) =>
    raw.every((line) => line.trim() === '' || isFieldLine.test(line)),
  )
  return areFields ? headings.slice(1) : headings
}

const aboveFields = /^(?:meta(?:data)?|info(?:rmation)?|details|properties)$/i
/** Also one that nobody has filled in. */
const isFieldLine = /^\s*(?:[-*+]\s+)?[*_]{0,3}\p{Lu}[\p{L} ()-]{0,25}[*_]{0,3}:(?:\s|$)/u

/** Without a heading that only says of which kind the one below it is, and that is all there is: `Presentations` above `Tides`. */
function withoutKind(headings: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  const [kind, title, ...others] = headings
  if (
    !kind ||
    !title ||
    !kindAlone.test(bareHeading(kind.text)) ||
    sectionTitle.test(bareHeading(title.text)) ||
    speakersOfHeading(title.text, isName).length > 0
  )
    return headings
  const isOnly = title.depth > kind.depth && others.every(({ depth }) => depth > title.depth)
  return isOnly ? headings.slice(1) : headings
}

const kindAlone = /^(?:presentations?|talks?|sessions?|keynotes?|workshops?|lightning talks?)$/i

/** Whether a block begins with a line that is a name and nothing else. */
const isNameAlone = (block: ReadBlock | undefined, isName: IsName): boolean =>
  block?.form === 'paragraph' && isName((block.raw[0] ?? '').trim())

/** Whether the lines below a title say who speaks, or on which day. */
function saysWhoOrWhen([below]: readonly ReadBlock[], isName: IsName): boolean {
  if (below?.form === 'heading') return speakersOfHeading(below.text, isName).length > 0
  if (below?.form !== 'paragraph' && below?.form !== 'bullet') return false
  const { speakers, date, facts } = readTalkHeader([below], { isName })
  return speakers.length + facts.speakers.length > 0 || (date ?? facts.date) !== undefined
}

/** Whether words above a list say more than the name of the file, or the same: `iot` is less than a title. */
const isTitleOfList = (text: string, stem: string): boolean =>
  /^[\p{L}\p{N}"“'‘(]\S* \S+ \S/u.test(text) &&
  (/^\p{L}{1,4}$/u.test(readableName(stem)) || isMostlyAbout(stem, text))

/** Whether sentences stand above a heading, and the file is called like a talk: then the heading begins a section of it. */
function isSectionBelowText(heading: ReadBlock, blocks: readonly ReadBlock[], stem: string): boolean {
  const name = readableName(stem)
  const isNamed = /^\p{L}+(?: [\p{L}'’-]+){2,}$/u.test(name) && isStemOfNoEvent(stem) && !isPartName(name)
  const above = blocks.slice(0, blocks.indexOf(heading))
  const isProse = ({ form, text }: ReadBlock) => form === 'paragraph' && /^\S+(?: \S+){3,}[.!?]$/.test(text)
  return heading.depth > 1 && isNamed && !isAbout(stem, heading.text) && above.some(isProse)
}

/** Whether a heading, or what stands below it, says who gave a talk, when, or where it is shown. */
function tellsOfTalk(heading: ReadBlock, blocks: readonly ReadBlock[], isName: IsName): boolean {
  if (titleAndSpeakers(heading.text, isName).names.length > 0) return true
  const { speakers, links, date, facts } = readTalkHeader(blocks.slice(blocks.indexOf(heading) + 1), {
    isName,
  })
  const said = [...speakers, ...facts.speakers, ...links, ...facts.links]
  return said.length > 0 || (date ?? facts.date) !== undefined
}

const maxBlocksAboveTitle = 3
