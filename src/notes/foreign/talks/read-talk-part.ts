import type { ReadBlock } from '../../../markup/read-block.ts'
import type { Link, Speaker, TalkKind } from '../../talk.ts'
import { slotOf } from '../../talk-slots.ts'
import { datedTitle } from '../dates/dated-title.ts'
import { dayIn, dayOfYear, yearIn } from '../dates/written-dates.ts'
import { eventBehind, eventOfHeading, eventOfTalk } from '../event-of-talk.ts'
import { distinctPeople, type Facts } from '../fields/facts-of-fields.ts'
import type { ForeignTalk } from '../foreign-note.ts'
import { readTalkHeader, type TalkHeader } from '../header/read-talk-header.ts'
import { restOfHeading, withRestOfHeading } from '../header/rest-of-heading.ts'
import type { SplitTalk } from '../headings/split-talks.ts'
import { speakerNamed, withHandles } from '../people/people.ts'
import { type IsName, isKnownName, isKnownPerson } from '../people/person-names.ts'
import { speakersBelow, speakersOfBio } from '../people/speaker-signs.ts'
import { type TitleAndSpeakers, titleAndSpeakers } from '../people/title-and-speakers.ts'
import { isNameBeside, takeTitleLink } from '../people/title-link.ts'
import { listSign } from '../words/bare-heading.ts'
import { talkKind } from '../words/talk-kind.ts'
import { linksIn, tagLineBelow, tagsWith, withoutTagLine } from '../words/text-links.ts'
import { distinctLinks } from '../words/web-link.ts'
import { callsOf } from '../words/words-left.ts'
import { described, restOfFacts } from './merge-facts.ts'
import { topicAbove } from './topic-of-group.ts'

interface PartContext {
  readonly facts: Facts
  readonly isName: IsName
  readonly isGuessed: boolean
  readonly splitsLines: boolean
  /** Whether letters or numbers count the talks. */
  readonly isNumbered: boolean
  /** How many talks of this title there were until this one. */
  readonly count: number
  /** The event's, for days that are said without one. */
  readonly year: number | undefined
  /** That the file is called by, if it says no other. */
  readonly day: string | undefined
  /** Whether somebody lists the talks that they gave. */
  readonly isOwnList: boolean
  /** What tables say of where talks were, by line. */
  readonly eventsInRows: ReadonlyMap<number, string>
}

/** One of several talks of a file. */
export function readTalkPart(part: SplitTalk, context: PartContext): ForeignTalk {
  const { title: heading, line, group, around, day, blocks } = part
  const { facts, isName, splitsLines, count, isOwnList } = context
  const dated = datedTitle(context.isNumbered ? heading.replace(listSign, '') : heading)
  const { title: headline, names, links } = readPartTitle(dated.title, blocks, context)
  const isSpeakerAbove = isName(group)
  const known = isSpeakerAbove ? [...names, group] : names
  const head = readTalkHeader(blocks, {
    isName,
    title: headline,
    splitsLines,
    hasSpeakers: known.length > 0,
    isUntitled: counter.test(headline),
    isOneOfSeveral: true,
  })
  // Above a field with the title stands who speaks, what counts the talks, or when.
  const title = head.facts.title ?? (isAddress(headline) ? (known[0] ?? headline) : headline)
  const inRow = context.eventsInRows.get(line) ?? head.facts.event
  const below = part.event && eventOfHeading(part.event.heading.text, part.event.own)
  const given = eventBehind(title) ?? below ?? eventOfTalk(blocks, { title, group, isName, isOwnList, inRow })
  const yearAround = below?.year ?? context.year
  const dayAround = [group, day, ...around]
    .map((text) => dayIn(text) ?? dayOfYear(text, yearAround))
    .find(Boolean)
  const date =
    dated.date ?? head.facts.date ?? head.date ?? given?.date ?? dayAround ?? facts.date ?? context.day
  const year = yearIn(date ?? '')
  const language = head.facts.language ?? facts.language
  const speakers = withHandles(speakersOfPart({ known, headline, head, blocks }, context), head.handles)
  const told = [...callsOf(speakers), given?.name ?? '', given?.behind ?? '']
  const rest = restOfHeading(
    context.isNumbered ? heading.replace(listSign, '') : heading,
    given?.title ?? title,
    told,
  )
  const tagLine = tagLineBelow(`${group} ${heading}`, blocks[0], head.body)
  const topic = topicAbove(isSpeakerAbove ? around : [group, ...around])
  const givenTags = [...(topic === undefined ? [] : [topic]), ...facts.tags, ...head.facts.tags]
  const tags = tagsWith(givenTags, tagLine ? [tagLine] : [])
  return {
    title,
    key: count > 1 ? `${heading} (${count})` : heading,
    line,
    kind: kindOfPart(title, { headline, group, head }),
    speakers,
    tags,
    links: distinctLinks([...links, ...head.facts.links, ...head.links, ...linksIn(head.body)]),
    ...slotOf({ ...head.facts, date }),
    ...(language && { language }),
    ...restOfFacts(head.facts),
    blocks: withRestOfHeading(
      [...described(head.facts, head.body), ...withoutTagLine(head.body, tagLine, tags)],
      { title, heading: { text: heading, line }, rest },
      head.besides,
    ),
    misread: head.misread,
    ...(given && { event: { ...(year !== undefined && { year }), ...given } }),
  }
}

/**
 * The title in a heading, and whom it names. Whoever stands below it has spoken, rather than what may be a name in it: `Avoiding
 * Storms: A Study`.
 */
function readPartTitle(
  heading: string,
  blocks: readonly ReadBlock[],
  { isName, splitsLines }: PartContext,
): TitleAndSpeakers & { readonly links: readonly Link[] } {
  const { title, link, links } = takeTitleLink(heading)
  const split = titleAndSpeakers(title, isNameBeside(link, isName))
  const isUnsure = split.names.length > 0 && !split.names.some(isKnownName) && !/\bby\s|@/i.test(heading)
  if (!isUnsure) return { ...split, links }
  const below = readTalkHeader(blocks, { isName, splitsLines, isOneOfSeveral: true })
  const told = [...below.speakers, ...below.facts.speakers]
  const isBelow = told.length > 0 && !told.some(({ name }) => split.names.includes(name))
  return isBelow ? { title, names: [], links } : { ...split, links }
}

interface PartSoFar {
  /** Whoever the title and what stands above it name. */
  readonly known: readonly string[]
  readonly headline: string
  readonly head: TalkHeader
  readonly blocks: readonly ReadBlock[]
}

function speakersOfPart(
  { known, headline, head, blocks }: PartSoFar,
  { isName, isGuessed }: PartContext,
): readonly Speaker[] {
  const isRetitled = head.facts.title !== undefined
  const isNobody = known.length + head.facts.speakers.length + head.speakers.length === 0
  const isOwnName = isNobody && (isGuessed || isRetitled ? isName(headline) : isKnownPerson(headline))
  const named = distinctPeople([
    ...[...known, ...(isOwnName ? [headline] : [])].map(speakerNamed),
    ...head.facts.speakers,
    ...head.speakers,
  ])
  // What stands below `Speakers` may be what sounds are made with, unless somebody's name is among it.
  const under = distinctPeople(speakersBelow(blocks, { longest: maxNameLine }))
  const isUnder = under.some(({ name }) => isKnownName(name))
  return [named, speakersOfBio(blocks), isUnder ? under : []].find(({ length }) => length > 0) ?? []
}

const kindOfPart = (
  title: string,
  { headline, group, head }: Pick<PartSoFar, 'headline' | 'head'> & { readonly group: string },
): TalkKind =>
  /^notes?$|^to[- ]?do|^other stuff|^misc/i.test(title)
    ? 'notes'
    : (head.facts.kind ?? talkKind(head.facts.title === undefined ? group : `${group}, ${headline}`, title))

/** `Ada Example - https://oars.example` says no title. */
const isAddress = (text: string): boolean => /^<?https?:\/\/\S+>?$/.test(text)

/** What says more than a name of several talks of a file may be on anything, in characters. */
const maxNameLine = 60

/** `Presentation #1`, `Lightning talk`. */
const counter = new RegExp(
  [
    '^(?:talk|session|presentation|lecture|lightning talk|workshop|keynote|paper|demo|vortrag|charla|exposé)',
    String.raw`(?: ?(?:#|no\.?|nr\.?))?(?: ?\d{1,3})? ?[:.]?$`,
  ].join(''),
  'i',
)
