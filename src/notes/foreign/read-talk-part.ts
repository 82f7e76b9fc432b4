import type { TalkKind } from '../talk.ts'
import { slotOf } from '../talk-slots.ts'
import { listSign } from './bare-heading.ts'
import { datedTitle } from './dated-title.ts'
import { eventBehind, eventOfTalk } from './event-of-talk.ts'
import { distinctPeople, type Facts } from './facts-of-fields.ts'
import type { ForeignTalk } from './foreign-note.ts'
import { described, restOfFacts } from './merge-facts.ts'
import { speakerNamed, withHandles } from './people.ts'
import { type IsName, isKnownName, isKnownPerson } from './person-names.ts'
import { readTalkHeader } from './read-talk-header.ts'
import { speakersBelow, speakersOfBio } from './speaker-signs.ts'
import type { SplitTalk } from './split-talks.ts'
import { isDay } from './talk-headings.ts'
import { talkKind } from './talk-kind.ts'
import { linksIn, tagLineBelow, tagsWith, withoutTagLine } from './text-links.ts'
import { titleAndSpeakers } from './title-and-speakers.ts'
import { isNameBeside, takeTitleLink } from './title-link.ts'
import { distinctLinks } from './web-link.ts'
import { dayIn, yearIn } from './written-dates.ts'

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
export function readTalkPart(
  { title: heading, line, group, day, blocks }: SplitTalk,
  {
    facts,
    isName,
    isGuessed,
    splitsLines,
    isNumbered,
    count,
    year: yearOfEvent,
    day: dayOfFile,
    isOwnList,
    eventsInRows,
  }: PartContext,
): ForeignTalk {
  const dated = datedTitle(isNumbered ? heading.replace(listSign, '') : heading)
  const linked = takeTitleLink(dated.title)
  const split = titleAndSpeakers(linked.title, isNameBeside(linked.link, isName))
  // Whoever stands below a title has spoken, rather than what may be a name in it: `Avoiding Storms: A Study`.
  const isUnsure = split.names.length > 0 && !split.names.some(isKnownName) && !/\bby\s|@/i.test(dated.title)
  const below = isUnsure ? readTalkHeader(blocks, { isName, splitsLines, isOneOfSeveral: true }) : undefined
  const told = below === undefined ? [] : [...below.speakers, ...below.facts.speakers]
  const isBelow = told.length > 0 && !told.some(({ name }) => split.names.includes(name))
  const { title: headline, names } = isBelow ? { title: linked.title, names: [] } : split
  const isSpeakerAbove = isName(group)
  const known = isSpeakerAbove ? [...names, group] : names
  const isUntitled = counter.test(headline)
  const hasSpeakers = known.length > 0
  const head = readTalkHeader(blocks, {
    isName,
    title: headline,
    splitsLines,
    hasSpeakers,
    isUntitled,
    isOneOfSeveral: true,
  })
  // Above a field with the title stands who speaks, what counts the talks, or when.
  const title = head.facts.title ?? (isAddress(headline) ? (known[0] ?? headline) : headline)
  const isRetitled = head.facts.title !== undefined
  const isOwnName =
    known.length + head.facts.speakers.length + head.speakers.length === 0 &&
    (isGuessed || isRetitled ? isName(headline) : isKnownPerson(headline))
  const named = distinctPeople([
    ...[...known, ...(isOwnName ? [headline] : [])].map(speakerNamed),
    ...head.facts.speakers,
    ...head.speakers,
  ])
  // What stands below `Speakers` may be what sounds are made with, unless somebody's name is among it.
  const under = distinctPeople(speakersBelow(blocks, { longest: maxNameLine }))
  const isUnder = under.some(({ name }) => isKnownName(name))
  const speakers = [named, speakersOfBio(blocks), isUnder ? under : []].find(({ length }) => length > 0) ?? []
  const kind: TalkKind = /^notes?$|^to[- ]?do|^other stuff|^misc/i.test(title)
    ? 'notes'
    : (head.facts.kind ?? talkKind(isRetitled ? `${group}, ${headline}` : group, title))
  const inRow = eventsInRows.get(line) ?? head.facts.event
  const given = eventBehind(title) ?? eventOfTalk(blocks, { title, group, isName, isOwnList, inRow })
  const date =
    dated.date ??
    head.facts.date ??
    head.date ??
    given?.date ??
    [group, day].map((text) => dayIn(text) ?? dayOfYear(text, yearOfEvent)).find(Boolean) ??
    facts.date ??
    dayOfFile
  const year = yearIn(date ?? '')
  const language = head.facts.language ?? facts.language
  const isTopic =
    group !== '' &&
    !isSpeakerAbove &&
    dayIn(group) === undefined &&
    !isDay(group) &&
    !/day|session|talks?$|keynote|\d{4}/i.test(group)
  const tagLine = tagLineBelow(`${group} ${heading}`, blocks[0], head.body)
  const givenTags = [...(isTopic ? [group] : []), ...facts.tags, ...head.facts.tags]
  const tags = tagsWith(givenTags, tagLine ? [tagLine] : [])
  return {
    title,
    key: count > 1 ? `${heading} (${count})` : heading,
    line,
    kind,
    speakers: withHandles(speakers, head.handles),
    tags,
    links: distinctLinks([...linked.links, ...head.facts.links, ...head.links, ...linksIn(head.body)]),
    ...slotOf({ ...head.facts, date }),
    ...(language && { language }),
    ...restOfFacts(head.facts),
    blocks: [...described(head.facts, head.body), ...withoutTagLine(head.body, tagLine, tags)],
    ...(given && { event: { ...(year !== undefined && { year }), ...given } }),
  }
}

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

/** `Fri 7 March`, of the event's year. */
const dayOfYear = (group: string, year: number | undefined): string | undefined =>
  year === undefined || yearIn(group) !== undefined ? undefined : dayIn(`${group} ${year}`)
