import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { foldName } from '../../../text/fold.ts'
import { trimAddress, webAddress } from '../../../text/web-address.ts'
import type { Link, Speaker } from '../../talk.ts'
import { slotOf } from '../../talk-slots.ts'
import { dayIn, withoutDay } from '../dates/written-dates.ts'
import { timesIn } from '../dates/written-times.ts'
import { factsOf, withoutRelations } from '../fields/facts-of-fields.ts'
import { type KeyMeaning, keyMeaningOf } from '../fields/known-keys.ts'
import { hasNameShape, isKnownPerson, isOfTitleWords, isRole } from '../people/person-names.ts'
import { handleOf, plainLine, speakersIn } from '../people/speaker-line.ts'
import { isOnlyNames, isSpeakerLine, speakerInAddress } from '../people/speaker-signs.ts'
import { takeLinksBeside } from '../people/title-link.ts'
import { unquotedTitle, withoutPictures } from '../words/bare-heading.ts'
import { propertyIn } from '../words/property-line.ts'
import { isSessionCode } from '../words/session-code.ts'
import { webLink } from '../words/web-link.ts'
import { callsOf, wordsLeft } from '../words/words-left.ts'
import { aRoom, factsInLine } from './facts-in-line.ts'
import { withoutSign } from './header-text.ts'
import type { NamesAround } from './names-around.ts'
import {
  type HeaderOptions,
  type HeaderSoFar,
  hasSpeaker,
  hasSpeakerField,
  isToldWhoSpeaks,
} from './talk-header.ts'

/**
 * `taken`: nothing is left of it; `kept`: it says more, and is shown too; `besides`: so it is, in words of which nothing is known;
 * `text`: it says nothing of the talk.
 */
export type LineKind = 'taken' | 'kept' | 'besides' | 'text'

/** Where a line stands. */
export interface LinePlace {
  readonly block: ReadBlock
  /** Whether it is in the first block below the title. */
  readonly isFirst: boolean
  /** Whether it is an item below a line that says that who speaks follows. */
  readonly isBelowWho: boolean
  readonly amongNames: NamesAround
  /** Whether `Nome: …` is what the talk is called, since another field says who speaks, and none the title. */
  readonly isNameOfTalk: boolean
}

interface HeadLine extends LinePlace {
  /** Without the sign of an item. */
  readonly text: string
  /** As people read it. */
  readonly plain: string
  /** Whether a picture before it says that somebody follows. */
  readonly isSigned: boolean
  readonly head: HeaderSoFar
  readonly options: HeaderOptions
}

/** Undefined if the line is of another sort. */
type ReadLine = (line: HeadLine) => LineKind | undefined

/** Adds what a line says of the talk to what was said above it. */
export function readHeaderLine(
  line: string,
  place: LinePlace,
  head: HeaderSoFar,
  options: HeaderOptions,
): LineKind {
  const typed = line.trim().replace(/^[-*+•—–]\s+/, '')
  const text = withoutPictures(typed)
  if (text === '') return 'taken'
  const isSigned = text !== typed && signOfPerson.test(typed)
  const read: HeadLine = { ...place, text, plain: plainLine(text), isSigned, head, options }
  for (const readSort of lineSorts) {
    const kind = readSort(read)
    if (kind === 'taken' && saysMore(read)) return 'besides'
    if (kind !== undefined) return kind
  }
  return 'text'
}

/** `🎤 Ada Example` */
const signOfPerson =
  /^[*_]{0,3}(?:👤|👥|🗣|🎤|🎙|🧑|👩|👨|:(?:busts?_in_silhouette|speaking_head|microphone|studio_microphone):)/u

/** A line as people read it, without where pages of people and what was shown are. */
export const saidInLine = (line: string): string =>
  plainLine(withoutRelations(takeLinksBeside(withoutSign(line)).title))

/** Whether a line has words that nothing tells that was taken from it, such as where a speaker works. */
function saysMore({ text, head: { speakers, handles, links, fields } }: HeadLine): boolean {
  const said = saidInLine(text)
  const { key = '', value = said } = propertyIn(said) ?? {}
  if (/^(?:nothing|language)$/.test(keyMeaningOf(key)?.of ?? '')) return false
  const facts = factsOf(fields)
  const told = [
    key,
    ...handles,
    ...callsOf([...speakers, ...facts.speakers]),
    ...[...links, ...facts.links].map(({ title }) => title),
    ...[
      facts.title,
      facts.event,
      facts.kind,
      facts.starts,
      facts.ends,
      ...facts.tags,
      ...facts.attendees,
    ].map((one = '') => one),
    ...facts.texts.map((one) => one.text),
  ]
  return wordsLeft(value, told).some((word) => /\p{L}{2}/u.test(word))
}

/** `@ada`: of the speaker above, or who speaks. */
const readHandle: ReadLine = ({ text, head, options }) => {
  const handle = handleOf(text)
  if (handle === undefined) return undefined
  const { speakers, handles } = head
  const last = speakers.at(-1)
  if (last && !last.handle) speakers[speakers.length - 1] = { ...last, handle }
  else if (!isToldWhoSpeaks(head, options)) speakers.push({ name: handle, handle })
  else handles.push(handle)
  return 'taken'
}

/** `Ada Example · Slides · Video` */
const readSeveral: ReadLine = ({ text, head, options, ...place }) => {
  const [whole = '', ...beside] = text.length > maxFieldLength ? [] : text.split(betweenSeveral)
  if (beside.length === 0 || !beside.every(isBeside)) return undefined
  const kind = readHeaderLine(whole, place, head, options)
  if (kind === 'text') return undefined
  for (const one of beside) readHeaderLine(one, place, head, options)
  return kind
}

const betweenSeveral = /\s[·•|]\s|(?<=[^\]([:,])\s(?=\[[^\][]*\]\(https?:)/

/** What stands beside a name on one line: where they or what they showed are found. */
const isBeside = (text: string): boolean =>
  linkedLabel.test(text) || soleAddress(text) !== undefined || handleOf(text) !== undefined

const readAddress: ReadLine = ({ text, head, options }) => {
  const address = soleAddress(text)
  if (!address) return undefined
  const link = webLink(address)
  if (link) head.links.push(link)
  const named = hasSpeaker(head, options) ? undefined : speakerInAddress(address)
  if (named !== undefined) head.speakers.push({ name: named })
  return link ? 'taken' : 'text'
}

/** `[Ada Example](https://example.example/~aexample)`: a name that is a link to where the same name stands. */
const readOwnPage: ReadLine = ({ text, isFirst, amongNames, head, options }) => {
  if (!isFirst || amongNames === 'others' || hasSpeaker(head, options)) return undefined
  const [, said = '', address = ''] = /^\[([^\][]{3,60})\]\(<?(https?:\/\/[^()\s<>]+)>?\)$/.exec(text) ?? []
  const label = said.replace(/\s+/g, ' ').trim()
  const family = foldName(label).split(' ').at(-1) ?? ''
  const isOwn =
    family.length >= 4 && hasNameShape(label) && foldName(address).replaceAll(' ', '').includes(family)
  if (!isOwn) return undefined
  head.speakers.push({ name: label })
  const link = webLink(address, label)
  if (link) head.links.push(link)
  return 'taken'
}

/** An address with nothing beside it, or the only link of a line. */
function soleAddress(text: string): string | undefined {
  const bare = /^<?(https?:\/\/[^\s<>]+)>?$/.exec(text)?.[1]
  return bare && webAddress(trimAddress(bare)) ? trimAddress(bare) : undefined
}

const readLinkedLabel: ReadLine = ({ text, head }) => {
  const [, label, labelled] = linkedLabel.exec(text) ?? []
  const link = labelled === undefined ? undefined : webLink(labelled, label)
  if (!link) return undefined
  head.links.push(link)
  return 'taken'
}

/** A line that is a link to what was shown or recorded. */
const linkedLabel = new RegExp(
  [
    String.raw`^\[(:\w{0,20}(?:video|camera|tv|slides?)\w{0,20}:|(?:[\w ]{0,20}\b)?(?:video|slides?|recording|talk|youtube|`,
    String.raw`programme?|session|abstract|deck)\b[\w ]{0,20})\]\((https?:[^\s()]+)\)$`,
  ].join(''),
  'i',
)

/** `Speaker: Ada Example` */
const readFieldLine: ReadLine = ({ text, block, isNameOfTalk, head: { fields, links }, options }) => {
  const property = propertyIn(text)
  if (!property) return undefined
  const { value, isSure } = property
  const isTitle = topicKey.test(property.key) || (isNameOfTalk && nameKey.test(property.key))
  const key = options.isUntitled && isTitle ? 'title' : property.key
  const meaning = isTimeIfSpan(property) ? keyMeaningOf(key) : undefined
  if (isSure || (meaning && meaning.of !== 'place')) {
    if (value === '' || (meaning?.of === 'text' && !isSure)) return 'text'
    if (meaning?.of === 'link' && isNone.test(value)) return 'taken'
    // A title that is a link is read with it.
    const isTitled = meaning?.of === 'title' && !value.includes('](')
    const typed = isTitled ? unquotedTitle(flattenLine(value)) : value
    const within = block.raw.findIndex((line) => line.includes(text))
    const line = block.line + Math.max(within, 0)
    const when = meaning?.of === 'speakers' || meaning?.of === 'room' ? whenBehind(typed) : undefined
    const field = { key, value: when?.rest ?? typed, line }
    if (when?.day !== undefined) fields.push({ key: 'date', value: when.day, line })
    if (when?.clocks !== undefined) fields.push({ key: 'time', value: when.clocks, line })
    const isRead = meaning?.of !== 'link' || factsOf([field]).links.length > 0
    if (isRead && value.length <= maxFieldLength) {
      fields.push(field)
      if (meaning?.of === 'speakers') links.push(...shownBeside(value))
      const isShown =
        (meaning && shownKeys.has(meaning.of)) ||
        (meaning?.of === 'speakers' && (saysMoreThanNames(value) || oneOfTwo.test(key))) ||
        (meaning?.of === 'event' && options.isOneOfSeveral) ||
        valueKeys.some((of) => of === meaning?.of && factsOf([field])[of] === undefined)
      return isShown ? 'kept' : 'taken'
    }
  }
  // Among fields stand others that nobody knows: `Mood: stormy`.
  const isAmongFields = !meaning && value !== '' && value.length <= maxStrangeValue && fields.length >= 2
  return isAmongFields ? (isNone.test(value) ? 'taken' : 'kept') : undefined
}

/** `Ada Example, 20 June 2024`, `Hall 3, 14:30–15:15, 2024-06-20`: who or where, and when. */
function whenBehind(value: string) {
  // The sign that ends emphasis may stand behind it.
  const parts = value.replace(/[*_]{1,3}$/, '').split(/,\s+/)
  let [day, clocks]: (string | undefined)[] = []
  for (let last = parts.at(-1) ?? ''; parts.length > 1; last = parts.at(-1) ?? '') {
    if (day === undefined && dayIn(last) !== undefined && withoutDay(last) === '') day = dayIn(last)
    else if (clocks === undefined && clocksAlone.test(last)) clocks = last
    else break
    parts.pop()
  }
  return day === undefined && clocks === undefined ? undefined : { rest: parts.join(', '), day, clocks }
}

const clocksAlone = /^\d{1,2}[:.]\d\d(?:\s?[-–—]\s?\d{1,2}[:.]\d\d)?(?: uhr| [ap]\.?m\.?)?$/i

/** That there is nothing of a kind is not told. */
const isNone = /^(?:n\/a|none|[-–—]+)(?: *<br *\/?>)?$/i

/** `Ada Example ([slides](https://…))`: what was shown or recorded is the talk's, where else a name leads to is not. */
const shownBeside = (value: string): readonly Link[] =>
  takeLinksBeside(flattenLine(value)).links.filter(({ kind }) => kind === 'slides' || kind === 'video')

/** What somebody does, or an address alone: where a name leads to says nothing of the talk. */
function saysMoreThanNames(value: string): boolean {
  const plain = plainLine(value)
  return plain === '' || isRole(plain)
}

/** `Von: 10 Uhr` is when it begins, and `Von: Ada Example` whoever it is by; other keys mean one thing. */
const isTimeIfSpan = ({ key, value }: { readonly key: string; readonly value: string }): boolean =>
  !/^(?:von|bis|fin|d[ée]but|in[ií]cio)$/i.test(key) || /^\D{0,12}\d/.test(value)

/** What is known of when and where is shown, but people may ask for it in the words of the note, as for what is no field of ours. */
const shownKeys: ReadonlySet<KeyMeaning['of']> = new Set([
  'room',
  'time',
  'ends',
  'duration',
  'zone',
  'draft',
  'aside',
])
/** What is understood or not: `Recorded: yes` is no day. */
const valueKeys = ['date', 'kind', 'language'] as const
const topicKey = /^(?:topic|subject|thema|tema|sujet)$/i
/** Most often whoever speaks is called so. */
const nameKey = /^(?:nome|nombre|nom)$/i
/** `First speaker: Ada Example - Tides`: of several talks, and each says what it was on. */
const oneOfTwo = /^(?:first|second|third|fourth)\b/i
const maxFieldLength = 300
const maxStrangeValue = 60

const readProgrammeLine: ReadLine = ({ plain, block: { line }, head: { fields } }) => {
  const day = dayIn(plain)
  const [, clocks = '', room] = programmeLine.exec(plain) ?? []
  if (!day || clocks === '') return undefined
  fields.push({ key: 'date', value: day, line }, { key: 'time', value: clocks, line })
  if (room) fields.push({ key: 'room', value: room, line })
  return 'kept'
}

/** `2026-05-07 12:40 - 13:30 @ Hall 4`, or from when alone. */
export const programmeLine =
  /^(?:19|20)\d\d[-/]\d\d[-/]\d\d,?\s+(\d{1,2}:\d\d(?:(?=\s*(?:@|$))|\s*[-–—~]\s*\d{1,2}:\d\d))(?:\s*[@|,]\s*(\S[^@]*))?$/

/** `2024-03-21, 10:30, Room C`, `Ada Example — OarConf 2024, 22 April` */
const readFactsLine: ReadLine = ({ plain, block, isFirst, head, options }) => {
  const mayBeHead = isFirst || block.form === 'paragraph'
  const facts = mayBeHead ? factsInLine(plain, options.isName) : undefined
  if (facts === undefined || (facts.speakers.length > 0 && hasSpeaker(head, options))) return undefined
  const { date, ...slot } = facts.slot
  head.speakers.push(...facts.speakers)
  head.date ??= date
  head.slot = { ...slot, ...head.slot }
  return facts.saysMore ? 'kept' : 'taken'
}

/** `Ada Example, 9 November 2017`, or the day alone. */
const readDay: ReadLine = ({ plain, isFirst, head, options }) => {
  const day = dayIn(plain)
  if (!day) return undefined
  const rest = withoutDay(plain).replace(clockBehind, '')
  const isName =
    !hasSpeaker(head, options) &&
    isFirst &&
    (isKnownPerson(rest) || (hasNameShape(rest) && options.isName(rest)))
  if (!isName && !/^[\p{L}]{0,10}$/u.test(rest.replace(/\d{1,2}[:.]\d\d|[^\p{L}]/gu, ''))) return undefined
  head.date ??= day
  if (isName) {
    head.speakers.push({ name: rest })
    head.slot = slotBehind(plain)
  }
  return 'taken'
}

/** What stands behind a speaker and a day, if that is an hour or a room: `Ada Example, 27 May 2025, 14:30, Main Stage`. */
function slotBehind(line: string): HeaderSoFar['slot'] {
  const { clocks, place = '' } = behindDay.exec(withoutDay(line))?.groups ?? {}
  const { starts, ends } = timesIn(clocks ?? '')
  return slotOf({ starts, ends, room: aRoom.test(place) ? place : undefined })
}

const clockOfDay = String.raw`\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?`
const behindDay = new RegExp(
  String.raw`,(?: (?:at )?(?<clocks>${clockOfDay}(?: ?[-–—] ?${clockOfDay})?)(?: uhr| \p{Lu}{2,5})?)?(?:[,|@ ]* (?<place>\p{Lu}[^,|@]{2,40}))?$`,
  'iu',
)
/** `, 12:15pm EST` */
const clockBehind = /(?<![\s,])[\s,]+\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: \p{Lu}{2,5})?$/iu

/** Several people stand on lines below each other. */
const readSpeakers: ReadLine = ({ text, plain, isSigned, block, isBelowWho, amongNames, head, options }) => {
  const isAnnounced = head.isBelowWhoHeading || isBelowWho
  if (amongNames === 'others' && !isAnnounced) return undefined
  const isAmongSpeakers = amongNames === 'speakers'
  const isMore = head.speakers.length > 0 && (head.speakerBlock === block || isAnnounced || isAmongSpeakers)
  if (hasSpeaker(head, options) && !isMore) return undefined
  const isBelow = (block.depth > 0 || isAnnounced || isAmongSpeakers) && !/^:?(?:speakers?|by)\b/i.test(text)
  const line = isBelow || isSigned ? `by ${text}` : text
  const found = speakersIn(line, options.isName)
  // `🎤 Keynote` says what it was.
  const isSomebody = ({ name, handle }: Speaker) =>
    handle !== undefined || options.isName(name) || (hasNameShape(name) && !isOfTitleWords(name))
  if (isSigned && !isBelow && !found.every(isSomebody)) return undefined
  if (found.length === 0 || !(isBelow || isSpeakerLine(line, found, block, options.isName))) return undefined
  // Below the field that says who speaks, `Ada Example: Oar Ltd` is another.
  if (!isMore && hasSpeakerField(head) && propertyIn(text) && !isOnlyNames(plain, found)) return undefined
  head.speakers.push(...found)
  head.speakerBlock = block
  if (head.date === undefined && dayIn(plain) !== undefined) head.slot = slotBehind(plain)
  head.date ??= dayIn(plain)
  return isOnlyNames(plain, found) ? 'taken' : 'kept'
}

const readSessionCode: ReadLine = ({ text }) => (isSessionCode(text) ? 'kept' : undefined)

/** The first that knows a line reads it. */
const lineSorts: readonly ReadLine[] = [
  readSessionCode,
  readHandle,
  readSeveral,
  readOwnPage,
  readAddress,
  readLinkedLabel,
  readFieldLine,
  readProgrammeLine,
  readFactsLine,
  readDay,
  readSpeakers,
]
