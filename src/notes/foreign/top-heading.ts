import type { ReadBlock } from '../../markup/read-block.ts'
import { foldName } from '../../text/fold.ts'
import { bareHeading } from './bare-heading.ts'
import type { Facts } from './facts-of-fields.ts'
import { propertyIn } from './front-matter.ts'
import { sectionTitle } from './heading-word-lists.ts'
import { personInStem } from './name-in-stem.ts'
import type { IsName } from './person-names.ts'
import { readTalkHeader } from './read-talk-header.ts'
import { maxSpeakerLine } from './speaker-line.ts'
import { speakersOfHeading } from './speakers-of-heading.ts'
import { isDay, isWeekday } from './talk-headings.ts'
import { titleAndSpeakers } from './title-and-speakers.ts'
import { takeTitleLink } from './title-link.ts'
import { isAbout, isMostlyAbout, isPartName, isSentence, isStemOfNoEvent, readableName } from './titles.ts'
import { dayIn } from './written-dates.ts'

/** What is known of a file that is one talk. */
export interface WholeContext {
  readonly facts: Facts
  readonly stem: string
  /** As in `ForeignNoteOptions`. */
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

/** The heading that is the title: the first, if it is the only one of its level. */
export function topHeading(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): ReadBlock | undefined {
  const headings = withoutKind(
    blocks.filter(({ form }) => form === 'heading'),
    isName,
  )
  const [first] = headings
  const line = blocks[0]
  // `Title by Name`, above all that is a text.
  const isByName =
    line?.form === 'paragraph' &&
    line.raw.length === 1 &&
    titleAndSpeakers(takeTitleLink(line.text).title, isName).names.length > 0
  const isAbove =
    headings.every(({ depth }) => depth > 1) ||
    /^\S+ \S.*\sby\s+\[/i.test((line?.raw[0] ?? '').slice(0, maxSpeakerLine))
  if (isByName && isAbove && blocks.length > 1 && facts.title === undefined && /\sby\s/i.test(line.text))
    return line
  if (!first) {
    // In plain text the first line is the title, if it stands alone and is no sentence; above a list in any.
    const isTitle =
      (!isMarked ||
        isNameAlone(blocks[1], isName) ||
        (blocks[1]?.form === 'bullet' && isTitleOfList(line?.raw[0] ?? '', stem)) ||
        saysMore(line?.text.slice(0, maxSpeakerLine) ?? '', readableName(stem)) ||
        personInStem(stem) !== undefined) &&
      line?.form === 'paragraph' &&
      line.raw.length === 1 &&
      line.text.length <= 100 &&
      !/[.!?:;,]$|https?:/.test(line.text) &&
      // The name of the file is a title, if it is written like one.
      !/\S \S+ \S/.test(stem) &&
      (readableName(stem).split(' ').length < 2 ||
        /^\p{L}+[\s_-]*\d{1,4}$/u.test(stem) ||
        isMostlyAbout(stem, line.text) ||
        saysMore(line.text, readableName(stem)) ||
        personInStem(stem) !== undefined ||
        dayIn(stem) !== undefined)
    return isTitle && blocks.length > 1 && facts.title === undefined ? line : undefined
  }
  const isFirst = blocks.indexOf(first) <= maxBlocksAboveTitle
  const bare = bareHeading(first.text)
  const isOnly = headings.every((heading) => heading === first || heading.depth > first.depth)
  if (facts.title !== undefined)
    return isFirst && foldName(first.text) === foldName(facts.title) ? first : undefined
  const isTitle =
    isFirst &&
    (isOnly ||
      (first.depth === 1 &&
        !(isSentence(stem) && (!isAbout(stem, first.text) || saysMore(stem, first.text)))) ||
      titleAndSpeakers(first.text, isName).names.length > 0 ||
      saysWhoOrWhen(blocks.slice(blocks.indexOf(first) + 1), isName)) &&
    !(isSectionBelowText(first, blocks, stem) && !tellsOfTalk(first, blocks, isName)) &&
    // A weekday alone is one among other headings.
    !(isDay(first.text) && !(headings.length === 1 && isWeekday(first.text))) &&
    // `What you need:` begins to tell.
    !(/^\S+(?: \S+){0,3}:$/.test(first.text) && !isOnly && !isAbout(stem, first.text)) &&
    !(
      sectionTitle.test(bare) &&
      !first.text.endsWith('?') &&
      !isAbout(stem, first.text) &&
      (!isOnly ||
        foldName(stem)
          .split(' ')
          .filter((word) => /\p{L}{3}/u.test(word)).length >= 2)
    ) &&
    !headingOfPart.test(bare)
  // A line above headings that are no titles is one.
  const above = blocks[0]
  const isLine =
    blocks.indexOf(first) === 1 &&
    above?.form === 'paragraph' &&
    above.raw.length === 1 &&
    above.text.length <= 100 &&
    propertyIn(above.raw[0] ?? '') === undefined &&
    !/[.!?:;,]$|https?:/.test(above.text)
  const isSection = sectionTitle.test(bare) || /^(?:speakers?|presenters?|by|authors?)\b/i.test(first.text)
  if (isLine && above && isSection) return above
  return isTitle ? first : undefined
}

/** Whether one line says all words of another and some more: `Tides turn`, `Tides: how they turn`, but not `Tides turn twice a day` of `Tides`. */
function saysMore(longer: string, shorter: string): boolean {
  const all = foldName(readableName(longer)).split(' ')
  const said = foldName(shorter).split(' ')
  const isTold = said.length >= 2 || /^\S+(?:\s[-–—]|:)\s/.test(longer)
  return isTold && said.length + 3 <= all.length && said.every((word) => all.includes(word))
}

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
