import type { Block } from '../../../markup/block.ts'
import type { ReadBlock } from '../../../markup/read-block.ts'
import { foldName } from '../../../text/fold.ts'
import type { Speaker } from '../../talk.ts'
import { slotOf } from '../../talk-slots.ts'
import { dayIn } from '../dates/written-dates.ts'
import { distinctPeople } from '../fields/facts-of-fields.ts'
import type { ForeignTalk } from '../foreign-note.ts'
import { withDetails } from '../header/header-text.ts'
import { readTalkHeader, type TalkHeader } from '../header/read-talk-header.ts'
import { restOfHeading, withRestOfHeading } from '../header/rest-of-heading.ts'
import { speakerNamed, withHandles } from '../people/people.ts'
import { dayBefore } from '../people/speaker-signs.ts'
import { type TitleAndSpeakers, titleAndSpeakers } from '../people/title-and-speakers.ts'
import { eventBefore, eventNameOf, isEventTitle } from '../words/event-names.ts'
import { talkKind } from '../words/talk-kind.ts'
import { linksIn, tagsWith } from '../words/text-links.ts'
import { distinctLinks } from '../words/web-link.ts'
import { callsOf } from '../words/words-left.ts'
import { type Headline, readHeadline, titleByFile } from './headline.ts'
import { described, mergeFacts, restOfFacts } from './merge-facts.ts'
import { withoutNames } from './name-in-stem.ts'
import { maxBlocksAboveSpeaker, speakersElsewhere } from './speakers-elsewhere.ts'
import { nameBelowTitle, topHeading, type WholeContext } from './top-heading.ts'

/** A file as one talk. */
export interface WholeTalk extends Omit<ForeignTalk, 'event'> {
  /** That its fields name. */
  readonly event?: string
  /** That stands before its title, or in the title's place. */
  readonly titleEvent?: string
}

/** The whole file as one talk. */
export function readWhole(blocks: readonly ReadBlock[], context: WholeContext): WholeTalk {
  const { facts, stem, isName } = context
  const top = topHeading(blocks, context)
  const headline = readHeadline(top, blocks, context)
  const byFile = titleByFile(context)
  const { above, under: below } = besideTitle(blocks, top, byFile.title)
  const nameBelow = facts.title === undefined ? nameBelowTitle(blocks, context) : undefined
  const under = nameBelow === undefined ? below : below.slice(1)
  const over = readTalkHeader(above, { isName })
  const known = [
    ...speakersKnown(headline, byFile, context),
    ...(nameBelow === undefined ? [] : [speakerNamed(nameBelow)]),
  ]
  const head = readTalkHeader(under, {
    isName,
    title: headline.title || (facts.title ?? byFile.title),
    hasSpeakers: known.length > 0,
    isUntitled: top === undefined || untitled.test(top.text),
  })
  const all = mergeFacts(facts, mergeFacts(over.facts, head.facts))
  const written = all.title ?? headline.subject ?? titleOfText(headline, byFile)
  const { event: titleEvent, title } = withoutTitleEvent(written, headline, head)
  const named = distinctPeople([...known, ...speakersAround(over, head, known.length > 0)])
  const isRetitled = top === undefined && facts.title !== undefined
  // What has a heading of its own above the title is a section, and the text is none of it.
  const isSectionAbove = over.body[0]?.form === 'heading'
  const told = isSectionAbove ? [...head.body, ...over.body] : [...over.body, ...head.body]
  const body = [...described(all, blocks), ...told]
  const date = all.date ?? dayIn(top?.text ?? '') ?? head.date ?? over.date ?? dayAbove(blocks) ?? dayIn(stem)
  const speakers =
    named.length > 0
      ? withHandles(named, [...over.handles, ...head.handles])
      : speakersElsewhere({ stem, title: written, blocks, rest: under, isRetitled, isName })
  const saidElsewhere = [...callsOf(speakers), all.event ?? '', titleEvent ?? '']
  const rest = top && restOfHeading(top.text, title, saidElsewhere)
  const besideNames = facts.besideNames.map(
    ({ text, line }): Block => ({ form: 'bullet', text, depth: 0, line }),
  )
  const besides = [...over.besides, ...head.besides, ...besideNames]
  return {
    title: title === byFile.title ? withoutNames(title, named) : title,
    key: stem,
    line: Math.min(blocks[0]?.line ?? 1, top?.line ?? 1),
    kind: all.kind ?? talkKind('', title),
    speakers,
    tags: tagsWith(all.tags, body),
    links: distinctLinks([...all.links, ...headline.links, ...over.links, ...head.links, ...linksIn(body)]),
    ...slotOf({ ...all, date }),
    ...(all.language && { language: all.language }),
    ...restOfFacts(all),
    misread: [...over.misread, ...head.misread],
    blocks:
      top === undefined
        ? withDetails(body, besides)
        : withRestOfHeading(body, { title, heading: top, rest }, besides),
    ...(all.event && { event: all.event }),
    ...(titleEvent && { titleEvent }),
  }
}

/** What stands above and below the title. What repeats the name of the file is nothing that stands below it. */
function besideTitle(blocks: readonly ReadBlock[], top: ReadBlock | undefined, titleOfFile: string) {
  const repeated =
    top ?? blocks.find(({ form, text }) => form === 'heading' && foldName(text) === foldName(titleOfFile))
  const rest = blocks.filter((block) => block !== repeated)
  const above = top ? rest.filter(({ line }) => line < top.line) : []
  return { above, under: rest.slice(above.length) }
}

/**
 * Whoever front matter or the title says has spoken. Whoever the title names has; the author has written the note. Whom front matter
 * says speaks is all who do: the title of `The tides by Bo Sample, read again` names a book.
 */
function speakersKnown(
  headline: Headline,
  byFile: TitleAndSpeakers,
  { facts, isName }: WholeContext,
): readonly Speaker[] {
  const { speakers, isByAuthor, title } = facts
  if (speakers.length > 0 && !isByAuthor && title !== undefined) return speakers
  const named = title === undefined ? byFile.names : titleAndSpeakers(title, isName).names
  const isNamed = title !== undefined || headline.title === ''
  const told = [...headline.names, ...(isNamed ? named : [])].map(speakerNamed)
  return isByAuthor && told.length > 0 ? told : [...speakers, ...told]
}

/** A heading that says of what kind the note is, and not on what. */
const untitled = /^(?:talk|session|presentation|palestra|charla|ponencia|vortrag|exposé|conférence|lezing)$/iu

/** What the text is titled, and by the file's name if by nothing but an address. */
const titleOfText = (headline: Headline, byFile: TitleAndSpeakers): string =>
  ((/^https?:\S+$/.test(headline.title) ? '' : headline.title) || byFile.title).replace(
    /^#{1,6}(?:\s+|(?=\p{Lu}\S*\s))|\s+#+$/gu,
    '',
  )

/** The title without the event before it: `OarConf: Tides`, or `TITLE OF SESSION: Tides` below the name of the event. */
function withoutTitleEvent(
  title: string,
  headline: Headline,
  head: TalkHeader,
): { readonly title: string; readonly event?: string | undefined } {
  const isBelowEvent = head.facts.title !== undefined && isEventTitle(headline.title)
  return isBelowEvent ? { event: eventNameOf(headline.title), title } : (eventBefore(title) ?? { title })
}

/** Whoever the lines around a title name: in fields, or, if nobody is known, as people write it. */
function speakersAround(over: TalkHeader, head: TalkHeader, isKnown: boolean): readonly Speaker[] {
  const written = [head.speakers, over.speakers].find(({ length }) => length > 0) ?? []
  return [...over.facts.speakers, ...head.facts.speakers, ...(isKnown ? [] : written)]
}

/** The day that a heading near the top says, before whoever speaks. */
const dayAbove = (blocks: readonly ReadBlock[]): string | undefined =>
  blocks
    .slice(0, maxBlocksAboveSpeaker)
    .map(({ form, text }) => (form === 'heading' ? dayBefore(text) : undefined))
    .find((day) => day !== undefined)
