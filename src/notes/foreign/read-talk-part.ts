import { slotOf } from '../slots.ts'
import type { TalkKind } from '../talk.ts'
import { dayIn } from './dates.ts'
import { distinctPeople, type Facts } from './facts.ts'
import type { ForeignTalk } from './foreign-note.ts'
import { described } from './merge-facts.ts'
import type { IsName } from './names.ts'
import { speakerNamed } from './people.ts'
import { splitHeading } from './speaker-line.ts'
import { isDay, type Part } from './split-talks.ts'
import { takeHead } from './take-head.ts'
import { talkKind } from './talk-kind.ts'
import { linksIn } from './text-links.ts'
import { isNameBeside, takeTitleLink } from './title-link.ts'
import { distinctLinks } from './web-link.ts'

interface PartContext {
  readonly facts: Facts
  readonly isName: IsName
  readonly isGuessed: boolean
  readonly splitsLines: boolean
  /** Whether letters or numbers count the talks. */
  readonly isNumbered: boolean
  /** How many talks of this title there were until this one. */
  readonly count: number
}

/** One of several talks of a file. */
export function readPart(
  { title: heading, line, group, blocks }: Part,
  { facts, isName, isGuessed, splitsLines, isNumbered, count }: PartContext,
): ForeignTalk {
  const linked = takeTitleLink(isNumbered ? heading.replace(listSign, '') : heading)
  const { title, names } = splitHeading(linked.title, isNameBeside(linked.link, isName))
  const isSpeakerAbove = isName(group)
  const known = isSpeakerAbove ? [...names, group] : names
  const head = takeHead(blocks, { isName, splitsLines, hasSpeakers: known.length > 0 })
  const isOwnName = isGuessed && known.length + head.speakers.length === 0 && isName(title)
  const speakers = distinctPeople([
    ...[...known, ...(isOwnName ? [title] : [])].map(speakerNamed),
    ...head.facts.speakers,
    ...head.speakers,
  ])
  const kind: TalkKind = /^notes?$|^to[- ]?do|^other stuff|^misc/i.test(title)
    ? 'notes'
    : (head.facts.kind ?? talkKind(group, title))
  const date = head.facts.date ?? head.date ?? dayIn(group) ?? facts.date
  const isTopic =
    group !== '' &&
    !isSpeakerAbove &&
    dayIn(group) === undefined &&
    !isDay(group) &&
    !/day|session|talks?$|keynote|\d{4}/i.test(group)
  return {
    title,
    key: count > 1 ? `${heading} (${count})` : heading,
    line,
    kind,
    speakers,
    tags: [...new Set([...(isTopic ? [group] : []), ...facts.tags, ...head.facts.tags])],
    links: distinctLinks([linked.link, ...head.facts.links, ...head.links, ...linksIn(head.body)]),
    ...slotOf({ ...head.facts, date }),
    ...(facts.language && { language: facts.language }),
    blocks: [...described(head.facts, head.body), ...head.body],
  }
}

/** `A. Title`, `2) Title` */
export const listSign = /^(?:\p{Lu}|\d{1,2})[.)]\s+(?=\S)/u
