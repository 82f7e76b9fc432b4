import type { ReadBlock } from '../../markup/read-block.ts'
import { slotOf } from '../slots.ts'
import type { Speaker } from '../talk.ts'
import { dayIn } from './dates.ts'
import { eventBefore, eventNameOf, isEventTitle } from './event-names.ts'
import { distinctPeople, type Facts } from './facts.ts'
import type { ForeignTalk } from './foreign-note.ts'
import { propertyIn } from './front-matter.ts'
import { sectionTitle, speakerHeading } from './heading-names.ts'
import { described, mergeFacts } from './merge-facts.ts'
import { nameInStem } from './name-in-stem.ts'
import { hasNameShape, type IsName, isKnownName } from './names.ts'
import { speakerNamed } from './people.ts'
import { splitHeading } from './speaker-line.ts'
import { speakersOfHeading } from './speaker-signs.ts'
import { isDay } from './split-talks.ts'
import { takeHead } from './take-head.ts'
import { talkKind } from './talk-kind.ts'
import { linksIn, tagsWith } from './text-links.ts'
import { isNameBeside, takeTitleLink } from './title-link.ts'
import { foldTitle, isAbout, isSentence, readableName } from './titles.ts'
import { distinctLinks } from './web-link.ts'

interface WholeContext {
  readonly facts: Facts
  readonly stem: string
  readonly isName: IsName
  readonly isMarked: boolean
}

/** The whole file as one talk. */
export function readWhole(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): ForeignTalk & { readonly event?: string; readonly titleEvent?: string } {
  const top = topHeading(blocks, { facts, stem, isName, isMarked })
  const linked = takeTitleLink(top?.text ?? '')
  const heading =
    top && facts.title === undefined
      ? splitHeading(linked.title, isNameBeside(linked.link, isName))
      : { title: '', names: [] }
  const byFile = splitHeading(readableName(stem), / by /i.test(stem) ? hasNameShape : isKnownPerson)
  const named =
    facts.title !== undefined
      ? splitHeading(facts.title, isName).names
      : heading.title === ''
        ? byFile.names
        : []
  const byPerson =
    top && facts.title === undefined && heading.names.length === 0 ? talkOfPerson(top, blocks) : undefined
  // What repeats the name of the file is nothing that stands below it.
  const repeated =
    top ?? blocks.find(({ form, text }) => form === 'heading' && foldTitle(text) === foldTitle(byFile.title))
  const rest = blocks.filter((block) => block !== repeated)
  const above = top ? rest.filter(({ line }) => line < top.line) : []
  const known = [
    ...facts.speakers,
    ...[...heading.names, ...named, ...(byPerson ? [heading.title] : [])].map(speakerNamed),
  ]
  const head = takeHead(rest.slice(above.length), { isName, hasSpeakers: known.length > 0 })
  const all = mergeFacts(facts, head.facts)
  const below = (top === undefined || sectionTitle.test(top.text) ? blocks : rest)
    .slice(0, maxBlocksAboveSpeaker)
    .find(({ form, text }) => form === 'heading' && speakerHeading.test(text))
  const isKnown = known.length + head.facts.speakers.length + head.speakers.length > 0
  const written =
    all.title ??
    byPerson?.text ??
    ((/^https?:\S+$/.test(heading.title) ? '' : heading.title) || byFile.title).replace(/^#+\s+|\s+#+$/g, '')
  // `TITLE OF SESSION: …` below the name of the event.
  const isBelowEvent = head.facts.title !== undefined && isEventTitle(heading.title)
  const { event: titleEvent, title } = isBelowEvent
    ? { event: eventNameOf(heading.title), title: written }
    : (eventBefore(written) ?? { event: undefined, title: written })
  const inStem = nameInStem(stem, written)
  const inName = inStem === undefined ? [] : [speakerNamed(inStem)]
  const speakers = distinctPeople([
    ...known,
    ...head.facts.speakers,
    ...(known.length > 0 ? [] : head.speakers),
    ...(isKnown
      ? []
      : below
        ? speakersOfHeading(below.text, isName)
        : inName.length > 0
          ? inName
          : sureName(title)),
  ])
  const date = all.date ?? dayIn(top?.text ?? '') ?? head.date ?? dayIn(stem)
  const body = [...described(all, blocks), ...above, ...head.body]
  return {
    title,
    key: stem,
    line: Math.min(blocks[0]?.line ?? 1, top?.line ?? 1),
    kind: all.kind ?? talkKind('', title),
    speakers,
    tags: tagsWith(all.tags, body),
    links: distinctLinks([...all.links, linked.link, ...head.links, ...linksIn(body)]),
    ...slotOf({ ...all, date }),
    ...(all.language && { language: all.language }),
    ...(all.again.length > 0 && { again: all.again }),
    ...(all.followUps.length > 0 && { followUps: all.followUps }),
    ...(all.attendees.length > 0 && { attendees: all.attendees }),
    blocks: body,
    ...(all.event && { event: all.event }),
    ...(titleEvent && { titleEvent }),
  }
}

/** Below a heading that is somebody's name, the only one of the highest level: what they spoke on. */
function talkOfPerson(top: ReadBlock, blocks: readonly ReadBlock[]): ReadBlock | undefined {
  if (!isKnownPerson(top.text)) return undefined
  const below = blocks.filter(
    ({ form, text }, index) => form === 'heading' && index > blocks.indexOf(top) && !sectionTitle.test(text),
  )
  const depth = Math.min(...below.map((block) => block.depth))
  const [only, ...others] = below.filter((block) => block.depth === depth)
  return only !== undefined && others.length === 0 && /\S \S+ \S.*[^:]$/.test(only.text) ? only : undefined
}

/** A subtitle or two may stand above the heading that names the speaker. */
const maxBlocksAboveSpeaker = 4

/** A note that is called like a person is on what that person said. */
const sureName = (title: string): readonly Speaker[] => (isKnownPerson(title) ? [{ name: title }] : [])

/** In the name of a file nothing else says what is a name. */
const isKnownPerson: IsName = (name) => hasNameShape(name) && isKnownName(name)

/** The heading that is the title: the first, if it is the only one of its level. */
function topHeading(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): ReadBlock | undefined {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const [first] = headings
  if (!first) {
    // In plain text the first line is the title, if it stands alone and is no sentence.
    const line = blocks[0]
    // `Title by Name`, above all that is a text.
    const isByName =
      line?.form === 'paragraph' && line.raw.length === 1 && splitHeading(line.text, isName).names.length > 0
    if (isByName && blocks.length > 1 && facts.title === undefined && /\sby\s/i.test(line.text)) return line
    const isTitle =
      !isMarked &&
      line?.form === 'paragraph' &&
      line.raw.length === 1 &&
      line.text.length <= 100 &&
      !/[.!?:;,]$|https?:/.test(line.text) &&
      // The name of the file is a title, if it is written like one.
      !/\S \S+ \S/.test(stem) &&
      (readableName(stem).split(' ').length < 2 ||
        /^\p{L}+[\s_-]*\d{1,4}$/u.test(stem) ||
        isAbout(stem, line.text) ||
        dayIn(stem) !== undefined)
    return isTitle && blocks.length > 1 && facts.title === undefined ? line : undefined
  }
  const isFirst = blocks.indexOf(first) <= maxBlocksAboveTitle
  const isOnly = headings.every((heading) => heading === first || heading.depth > first.depth)
  if (facts.title !== undefined)
    return isFirst && foldTitle(first.text) === foldTitle(facts.title) ? first : undefined
  const isTitle =
    isFirst &&
    (isOnly ||
      (first.depth === 1 && !(isSentence(stem) && !isAbout(stem, first.text))) ||
      splitHeading(first.text, isName).names.length > 0 ||
      saysWhoOrWhen(blocks.slice(blocks.indexOf(first) + 1), isName)) &&
    !isDay(first.text) &&
    (isOnly || !sectionTitle.test(first.text)) &&
    !/^(?:notes?|talk|session|summary|introduction|intro|overview|questions|agenda|speakers?|abstract|presenters?|(?:speakers?|presenters?|by|authors?)\s*:.*)$/i.test(
      first.text,
    )
  // A line above headings that are no titles is one.
  const above = blocks[0]
  const isLine =
    blocks.indexOf(first) === 1 &&
    above?.form === 'paragraph' &&
    above.raw.length === 1 &&
    above.text.length <= 100 &&
    propertyIn(above.raw[0] ?? '') === undefined &&
    !/[.!?:;,]$|https?:/.test(above.text)
  const isSection =
    sectionTitle.test(first.text) || /^(?:speakers?|presenters?|by|authors?)\b/i.test(first.text)
  if (isLine && above && isSection) return above
  return isTitle ? first : undefined
}

/** Whether the lines below a title say who speaks, or on which day. */
function saysWhoOrWhen([below]: readonly ReadBlock[], isName: IsName): boolean {
  if (below?.form !== 'paragraph' && below?.form !== 'bullet') return false
  const { speakers, date, facts } = takeHead([below], { isName })
  return speakers.length + facts.speakers.length > 0 || (date ?? facts.date) !== undefined
}

const maxBlocksAboveTitle = 3
