import type { ReadBlock } from '../../markup/read-block.ts'
import { foldName } from '../../text/fold.ts'
import type { Speaker } from '../talk.ts'
import { slotOf } from '../talk-slots.ts'
import { eventBefore, eventNameOf, isEventTitle } from './event-names.ts'
import { distinctPeople } from './facts-of-fields.ts'
import type { ForeignTalk } from './foreign-note.ts'
import { sectionTitle, speakerHeading } from './heading-word-lists.ts'
import { described, mergeFacts, restOfFacts } from './merge-facts.ts'
import { nameInStem, personInStem, withoutNames } from './name-in-stem.ts'
import { speakerNamed, withHandles } from './people.ts'
import { hasNameShape, type IsName, isCompany, isKnownPerson } from './person-names.ts'
import { readTalkHeader } from './read-talk-header.ts'
import { speakersIn } from './speaker-line.ts'
import { dayBefore, speakersBelow, speakersOfAbstract } from './speaker-signs.ts'
import { speakersOfHeading } from './speakers-of-heading.ts'
import { isDay } from './talk-headings.ts'
import { talkKind } from './talk-kind.ts'
import { linksIn, tagsWith } from './text-links.ts'
import { titleAndSpeakers } from './title-and-speakers.ts'
import { isNameBeside, takeTitleLink } from './title-link.ts'
import { isAbout, readableName, titleOfStem } from './titles.ts'
import { topHeading, type WholeContext } from './top-heading.ts'
import { distinctLinks } from './web-link.ts'
import { dayIn } from './written-dates.ts'

/** The whole file as one talk. */
export function readWhole(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): Omit<ForeignTalk, 'event'> & { readonly event?: string; readonly titleEvent?: string } {
  const top = topHeading(blocks, { facts, stem, isName, isMarked })
  const linked = takeTitleLink(top?.text ?? '')
  const headed = facts.title === undefined ? top : undefined
  const person = headed && personIn(headed.text)
  const byPerson = headed && person && talkOfPerson(headed, blocks)
  const isOnWhat = person !== undefined && saysWhat(stem, person.name)
  const heading = person
    ? {
        title: isOnWhat ? '' : person.name,
        names: byPerson || person.isAtFirm || isOnWhat ? [person.name] : [],
      }
    : headed
      ? titleAndSpeakers(linked.title, isNameBeside(linked.link, isName))
      : { title: '', names: [] }
  const byFile = titleAndSpeakers(titleOfStem(stem), / by /i.test(stem) ? hasNameShape : isKnownPerson)
  const named =
    facts.title !== undefined
      ? titleAndSpeakers(facts.title, isName).names
      : heading.title === ''
        ? byFile.names
        : []
  // What repeats the name of the file is nothing that stands below it.
  const repeated =
    top ?? blocks.find(({ form, text }) => form === 'heading' && foldName(text) === foldName(byFile.title))
  const rest = blocks.filter((block) => block !== repeated)
  const above = top ? rest.filter(({ line }) => line < top.line) : []
  const under = rest.slice(above.length)
  const over = readTalkHeader(above, { isName })
  const told = [...heading.names, ...named].map(speakerNamed)
  // Whoever the title names has spoken; the author has written the note. Whom front matter says speaks is all who do: the title of
  // `The tides by Bo Sample, read again` names a book.
  const isTold = facts.speakers.length > 0 && !facts.isByAuthor && facts.title !== undefined
  const known = isTold
    ? facts.speakers
    : facts.isByAuthor && told.length > 0
      ? told
      : [...facts.speakers, ...told]
  const head = readTalkHeader(under, {
    isName,
    title: heading.title || (facts.title ?? byFile.title),
    hasSpeakers: known.length > 0,
    isUntitled: top === undefined || untitled.test(top.text),
  })
  const all = mergeFacts(facts, mergeFacts(over.facts, head.facts))
  const written =
    all.title ??
    byPerson?.text ??
    ((/^https?:\S+$/.test(heading.title) ? '' : heading.title) || byFile.title).replace(
      /^#{1,6}(?:\s+|(?=\p{Lu}\S*\s))|\s+#+$/gu,
      '',
    )
  // `TITLE OF SESSION: …` below the name of the event.
  const isBelowEvent = head.facts.title !== undefined && isEventTitle(heading.title)
  const { event: titleEvent, title } = isBelowEvent
    ? { event: eventNameOf(heading.title), title: written }
    : (eventBefore(written) ?? { event: undefined, title: written })
  const speakers = distinctPeople([
    ...known,
    ...over.facts.speakers,
    ...head.facts.speakers,
    ...(known.length > 0 ? [] : ([head.speakers, over.speakers].find(({ length }) => length > 0) ?? [])),
  ])
  const isRetitled = top === undefined && facts.title !== undefined
  const others = () => speakersElsewhere({ stem, title: written, blocks, rest: under, isRetitled, isName })
  const signed = blocks
    .slice(0, maxBlocksAboveSpeaker)
    .map(({ form, text }) => (form === 'heading' ? dayBefore(text) : undefined))
  const date =
    all.date ??
    dayIn(top?.text ?? '') ??
    head.date ??
    over.date ??
    signed.find((day) => day !== undefined) ??
    dayIn(stem)
  const body = [...described(all, blocks), ...over.body, ...head.body]
  return {
    title: title === byFile.title ? withoutNames(title, speakers) : title,
    key: stem,
    line: Math.min(blocks[0]?.line ?? 1, top?.line ?? 1),
    kind: all.kind ?? talkKind('', title),
    speakers: speakers.length > 0 ? withHandles(speakers, [...over.handles, ...head.handles]) : others(),
    tags: tagsWith(all.tags, body),
    links: distinctLinks([...all.links, ...linked.links, ...over.links, ...head.links, ...linksIn(body)]),
    ...slotOf({ ...all, date }),
    ...(all.language && { language: all.language }),
    ...restOfFacts(all),
    blocks: body,
    ...(all.event && { event: all.event }),
    ...(titleEvent && { titleEvent }),
  }
}

interface PersonAbove {
  readonly name: string
  /** Whether the heading says where the person works, so that it can be nothing else. */
  readonly isAtFirm: boolean
}

/** A heading that is somebody's name: `Ada Example`, or whoever's it is, `Ada Example — Harbour University`. */
function personIn(text: string): PersonAbove | undefined {
  if (isKnownPerson(text)) return { name: text, isAtFirm: false }
  // `Ada Example @ada Oar Ltd`
  const [, reached = ''] =
    /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2})\s+\(?@\w{2,30}\)?(?:\s+\p{Lu}\S*){0,3}$/u.exec(text) ??
    []
  if (hasNameShape(reached)) return { name: reached, isAtFirm: true }
  const [, name = '', firm = ''] = /^(\p{Lu}[^-–—]{2,40}?)\s+[-–—]{1,3}\s+(\S[^-–—]*)$/u.exec(text) ?? []
  return hasNameShape(name) && !isCompany(name) && institution.test(firm)
    ? { name, isAtFirm: true }
    : undefined
}

/** Whether the name of a file says what the person in its heading spoke on: `opening-keynote`, `tides-that-turn`. */
function saysWhat(stem: string, name: string): boolean {
  const own = foldName(name).split(' ')
  const words = foldName(titleOfStem(stem))
    .split(' ')
    .filter((word) => /\p{L}{3}/u.test(word))
  const isOnIt = words.length >= 2 || /keynote/.test(words[0] ?? '')
  return isOnIt && !words.some((word) => own.includes(word)) && !words.every((word) => ofNotes.test(word))
}

/** A heading that says of what kind the note is, and not on what. */
const untitled = /^(?:talk|session|presentation|palestra|charla|ponencia|vortrag|exposé|conférence|lezing)$/iu

const ofNotes = /^(?:files?|notes?|talks?|sessions?|speakers?|days?|summary|conference|the|and|from)$/

const institution = /\b(?:universit\p{L}+|institute|college|school|inc|ltd|gmbh|llc)\b/iu

/** Below a heading that is somebody's name, the only one of the highest level: what they spoke on. */
function talkOfPerson(top: ReadBlock, blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const below = blocks.filter(
    ({ form, text }, index) => form === 'heading' && index > blocks.indexOf(top) && !sectionTitle.test(text),
  )
  const depth = Math.min(...below.map((block) => block.depth))
  const [only, ...others] = below.filter((block) => block.depth === depth)
  return only !== undefined && others.length === 0 && /\S \S+ \S.*[^:]$/.test(only.text) ? only : undefined
}

/** Whoever speaks, if neither the title nor the lines below it say so. */
function speakersElsewhere({
  stem,
  title,
  blocks,
  rest,
  isRetitled,
  isName,
}: {
  readonly stem: string
  readonly title: string
  readonly blocks: readonly ReadBlock[]
  /** What stands below the title. */
  readonly rest: readonly ReadBlock[]
  /** Whether front matter calls otherwise what the first heading says too: then people stand below that. */
  readonly isRetitled: boolean
  readonly isName: IsName
}): readonly Speaker[] {
  const [first, ...under] = rest
  const retold = isRetitled && first?.form === 'heading' ? readTalkHeader(under, { isName }) : undefined
  const announced = blocks
    .slice(0, maxBlocksAboveSpeaker)
    .find(
      ({ form, text }) => form === 'heading' && (speakerHeading.test(text) || dayBefore(text) !== undefined),
    )
  const inStem = nameInStem(stem, title)
  const fields = blocks.flatMap(({ form, raw }) => (form === 'paragraph' || form === 'bullet' ? raw : []))
  const fieldLines = fields.filter((line) => speakerField.test(line))
  const found = [
    [...(retold?.facts.speakers ?? []), ...(retold?.speakers ?? [])],
    announced ? speakersOfHeading(announced.text, isName) : [],
    speakersBelow(rest),
    speakersOfAbstract(rest),
    // A single one names the speaker, wherever it stands.
    fieldLines.length === 1 ? speakersIn(fieldLines[0] ?? '', isName) : [],
    inStem === undefined ? [] : [speakerNamed(inStem)],
  ].find(({ length }) => length > 0)
  const called = callsSpeaker(stem, title, blocks) ? personInStem(stem) : undefined
  const names = [title, readableName(stem), ...(called === undefined ? [] : [called])]
  return distinctPeople(found ?? names.flatMap(sureName).slice(0, 1))
}

/** Whether a file that may be called like somebody is not called by what its title says, nor by who has written of all days. */
function callsSpeaker(stem: string, title: string, blocks: readonly ReadBlock[]): boolean {
  const isTitle = foldName(title) === foldName(readableName(stem))
  return (
    (isTitle || !isAbout(stem, title)) && !blocks.some(({ form, text }) => form === 'heading' && isDay(text))
  )
}

const speakerField = /^[\W_]{0,8}(?:speakers?|presenters?|presented by)[\W_]{0,6}:[\W_]{0,6}\S/i

/** A subtitle or two may stand above the heading that names the speaker. */
const maxBlocksAboveSpeaker = 4

/** A note that is called like a person is on what that person said. */
const sureName = (title: string): readonly Speaker[] => (isKnownPerson(title) ? [{ name: title }] : [])
