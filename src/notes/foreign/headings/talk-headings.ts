import type { ReadBlock } from '../../../markup/read-block.ts'
import { datedTitle } from '../dates/dated-title.ts'
import { englishWeekday, weekdaysOfOthers } from '../dates/day-word-lists.ts'
import { dayIn, withoutDay, yearIn } from '../dates/written-dates.ts'
import { bareHeading } from '../words/bare-heading.ts'
import { countWords } from '../words/count-words.ts'
import { eventNameOf, isEventName, isEventTitle } from '../words/event-names.ts'
import {
  attendedTitle,
  besideTalks,
  dayNumber,
  eventOfDay,
  groupTitle,
  speakerHeading,
  talksTitle,
} from '../words/heading-word-lists.ts'
import { isAroundTalks, isPause, isPauseElsewhere, isToBeFilled } from '../words/pauses.ts'
import { propertyIn } from '../words/property-line.ts'
import { isEmpty, type OutlineNode, type PeopleInHeadings } from './outline.ts'

export interface HeadingOptions extends PeopleInHeadings {
  /** The depth of the headings that are talks; found out if absent. */
  readonly level?: number
  /** The lines of the items of a list of talks: then no other heading is one. */
  readonly items?: ReadonlySet<number>
  /** The depth of a heading that can name the event, if only one can. */
  readonly titleDepth?: number
}

/** What a heading is: an aside and what is below it are no talk, such as a break; a day alone says nothing. */
type HeadingRole = 'talk' | 'group' | 'aside' | 'day'

/** @param siblings itself and the headings beside it */
export function roleOfHeading(
  node: OutlineNode,
  siblings: readonly OutlineNode[],
  options: HeadingOptions,
): HeadingRole {
  const { items, level, namesSpeaker } = options
  const { text, line, depth } = node.heading
  if (items !== undefined && !items.has(line)) return 'group'
  const bare = bareHeading(text)
  // Talks are called `Café` too, and then something was said.
  const isTold = isPauseElsewhere(bare) && (node.children.length > 0 || node.own.some(tells))
  const isPauseAlone = isPause(bare, 0) && !isTold && !namesSpeaker(text, node.own)
  if (items !== undefined) return isPauseAlone ? 'aside' : 'talk'
  const isBeside = besideTalks.test(text) && !saysTalksFollow(node)
  // With an hour or a link it is a talk of which more may be known.
  const isUnfilled = isEmpty(node) && (isToBeFilled(text) || isAroundTalks(text))
  if (isBeside || isUnfilled || isPauseAlone || (level !== undefined && depth > level)) return 'aside'
  if (level === undefined ? isGroup(node, options) : depth < level) return 'group'
  if (isEmpty(node) && isDay(text)) return 'day'
  const facts = factsOfSiblings(siblings, options)
  // `Conclusion`, beside talks that say who spoke.
  const isOutside =
    (facts.saysTalksFollow || (node.isSection && facts.named >= 2)) && !namesSpeaker(text, node.own)
  return isDetail(node, siblings, options) || isOutside ? 'aside' : 'talk'
}

/** More than hours and a room. */
const tells = ({ text }: ReadBlock): boolean => countWords(text) > 5

/** `Talks attended`: a heading that says that those below it are talks, so that no other beside it need be one. */
export const saysTalksFollow = (node: OutlineNode): boolean =>
  (allTalks.test(node.heading.text) || attendedTitle.test(node.heading.text)) && holdsSome(node)

const allTalks = /^(?:talks|presentations?|sessions|ignites?|(?:ignite|flash) talks):?$/i
const holdsSome = ({ children }: OutlineNode): boolean => children.some(({ isSection }) => !isSection)

/** An empty heading below the level of others beside it: where it was, not what. */
function isDetail(node: OutlineNode, siblings: readonly OutlineNode[], options: HeadingOptions): boolean {
  const { first, depth } = factsOfSiblings(siblings, options)
  return first.has(node) && depth < node.heading.depth
}

interface SiblingFacts {
  /** Whether one of them says that talks follow. */
  readonly saysTalksFollow: boolean
  /** How many of them say who speaks, and are called like no part of a talk. */
  readonly named: number
  /** Empty ones, with none before them that is not. */
  readonly first: ReadonlySet<OutlineNode>
  /** Of the highest of them. */
  readonly depth: number
}

/** Worked out once: asked for each of many headings anew, it would take the square of the time. */
function factsOfSiblings(
  siblings: readonly OutlineNode[],
  { namesSpeaker }: Pick<HeadingOptions, 'namesSpeaker'>,
): SiblingFacts {
  const known = knownFacts.get(siblings)
  if (known !== undefined) return known
  const full = siblings.findIndex((node) => !isEmpty(node))
  const facts: SiblingFacts = {
    saysTalksFollow: siblings.some(saysTalksFollow),
    named: siblings.filter(({ isSection, heading, own }) => !isSection && namesSpeaker(heading.text, own))
      .length,
    first: new Set(full < 0 ? siblings : siblings.slice(0, full)),
    depth: siblings.reduce((least, { heading }) => Math.min(least, heading.depth), Number.POSITIVE_INFINITY),
  }
  knownFacts.set(siblings, facts)
  return facts
}
const knownFacts = new WeakMap<readonly OutlineNode[], SiblingFacts>()

/** Whether all headings below it are sections of one talk. */
export const isOneTalk = ({ children }: OutlineNode) =>
  children.length > 0 && children.every(({ isSection }) => isSection)

/** A day, track or the like with talks in it; or whatever it is called, if they have speakers and itself has none. */
export function isGroup(node: OutlineNode, { namesSpeaker, isName }: HeadingOptions): boolean {
  const { children, own, heading } = node
  if (children.length === 0 || isOneTalk(node)) return false
  const hasSpeaker = ({ heading, own, children }: OutlineNode) =>
    namesSpeaker(heading.text, own.length > 0 ? own : (children[0]?.own ?? []))
  if (isCodedSession(heading.text) && !children.some(hasSpeaker) && !areTitles(children)) return false
  if (groupTitle.test(heading.text) || talksTitle.test(heading.text) || saysTalksFollow(node)) return true
  // Below `Report of OarConf 2019`: `OarConf 2019`, and what was on there.
  if (isEventTitle(heading.text) && yearIn(heading.text) !== undefined && children.length >= 2) return true
  // What holds days holds what they hold, and may say when it was.
  if (
    (own.length === 0 ||
      (own.length <= 2 && children.every((child) => groupTitle.test(child.heading.text)))) &&
    children.some(
      (child) => groupTitle.test(child.heading.text) && child.children.some(({ isSection }) => !isSection),
    )
  )
    return true
  // A speaker above the title of the talk.
  if (isName(heading.text) && own.length === 0 && children.length <= maxTalksOfSpeaker) return true
  // `By Ada Example` below a title is of that title.
  const announced = children.filter(({ heading }) => speakerHeading.test(heading.text))
  if (announced.length === 1 && announced[0] === children[0]) return false
  if (own.length > 0) return false
  if (children.filter(isDated).length * 2 > children.length) return true
  return !namesSpeaker(heading.text, []) && children.filter(hasSpeaker).length * 2 > children.length
}

/** Sections are called in a word or two. */
const areTitles = (nodes: readonly OutlineNode[]): boolean =>
  nodes.filter(({ heading }) => countWords(heading.text) >= 4).length * 2 >= nodes.length

/** `Session 201: Tides` is one talk by its number. */
export const isCodedSession = (text: string): boolean =>
  /^session (?!(?:19|20)\d\d)[1-9]\d{2,3}\s*[:.–—-]\s*\S/i.test(text)

export const isDated = ({ heading }: OutlineNode): boolean => datedTitle(heading.text).dated !== undefined

const maxTalksOfSpeaker = 2

const numberedDay = new RegExp(`^${dayNumber}$`, 'i')

/** `Day 2` */
export const isNumberedDay = (title: string): boolean => numberedDay.test(title)

/** Whether a heading says a day and nothing else but its name. */
export const isDay = (title: string): boolean => {
  const text = title.length > maxDayLength ? title : title.replace(/:$/, '').replace(/\s\([^()]*\)$/, '')
  return (
    isNumberedDay(text) ||
    isWeekday(text) ||
    severalDays.test(text) ||
    slashedDay.test(text) ||
    dayWithoutYear.test(text) ||
    (dayIn(text) !== undefined && /^(?:\p{L}{0,10}|\p{L}{3,7} \d{1,2})$/u.test(withoutDay(text)))
  )
}

/** Longer headings say more than a day and its hours, in characters. */
const maxDayLength = 80

/** `Friday` */
export const isWeekday = (text: string): boolean => weekdayAlone.test(text)

const weekdayAlone = new RegExp(`^(?:${englishWeekday}|${weekdaysOfOthers})$`, 'iu')

/** `April 15th and 16th, 2019` */
const severalDays =
  /^\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—&]|and|to)\s*\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d$/u

/** `Sat 7 March`, `Saturday, March 7th`. */
const dayWithoutYear =
  /^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\.?[\s,]+(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?)$/iu

/** Which of the two is the month, nothing tells. */
const slashedDay = /^[0-3]?\d\/[0-3]?\d\/(?:(?:19|20)\d\d|\d\d)$/

/**
 * The heading that names the event: the first, if it holds all others; or else if it holds some or nothing, and has a year
 * as events do.
 */
export function eventHeading(
  roots: readonly OutlineNode[],
  options: HeadingOptions,
): OutlineNode | undefined {
  const [first, ...others] = roots
  const isNamed =
    first !== undefined && isEventTitle(first.heading.text) && yearIn(first.heading.text) !== undefined
  if (isNamed && isOneTalk(first) && others.length > 1) return first
  if (!first || isOneTalk(first) || groupTitle.test(first.heading.text)) return undefined
  const { depth, text } = first.heading
  if (depth > (options.titleDepth ?? 6) || (options.level !== undefined && depth >= options.level))
    return undefined
  if (options.isName(text) || talksTitle.test(text) || options.items?.has(first.heading.line))
    return undefined
  if (first.children.length > 0 && others.every(({ heading }) => besideTalks.test(heading.text))) return first
  if (isEventName(text) && others.length > 1 && !options.namesSpeaker(text, first.own)) return first
  const canHold = first.children.length > 0 || (first.own.length === 0 && others.length > 0)
  return canHold && (/\b(19|20)\d\d\b/.test(text) || isEmpty(first)) ? first : undefined
}

/**
 * The first headings that name an event with its year each and hold talks, if there are several and no other heading beside them
 * holds any: `PyCon DE 2023` and `EuroPython 2024`, but not `OarConf 2023` and `OarConf 2023 Workshops`.
 */
export function severalEvents(
  roots: readonly OutlineNode[],
  options: HeadingOptions,
): readonly OutlineNode[] {
  if (options.items !== undefined || options.level !== undefined) return []
  const holding = roots.filter(holdsSome)
  const areEditions = holding.every(
    ({ heading, own }) => isEdition(heading.text) && !options.namesSpeaker(heading.text, own),
  )
  const isSure = holding.some(({ heading }) => isEventTitle(heading.text))
  if (holding.length < 2 || holding.length > maxEvents || !areEditions || !isSure) return []
  const names = holding.map(({ heading }) => eventNameOf(heading.text).toLowerCase())
  const isWithin = names.some((name, at) =>
    names.some((other, place) => place !== at && other.includes(name)),
  )
  return isWithin ? [] : holding
}

/** More than anybody's notes in one file are of: each name is compared with all others. */
const maxEvents = 500

/** Whether a heading is surely the name of an event, with its year. */
export const isYearOfEvent = (text: string): boolean => yearIn(text) !== undefined && isEventTitle(text)

const isEdition = (text: string): boolean => isYearOfEvent(text) || isNameAndYear(text)

/** `EuroPython 2022`, `Data Council 2021`; `State of Rust 2024` is on something, and `Team Meeting 2024` of a team's own. */
export const isNameAndYear = (text: string): boolean => nameAndYear.test(text) && !ofTeam.test(text)

const nameAndYear = /^\p{Lu}[^\s:–—|]*(?: [\p{Lu}\d][^\s:–—|]*){0,3} (?:19|20)\d\d$/u
const ofTeam =
  /\b(?:agenda|budget|goals?|kick-?off|meetings?|minutes|offsite|okrs?|plan(?:ning|s)?|projects?|reports?|retros?|retrospective|reviews?|roadmap|sprints?|stand-?ups?|strategy|sync|tasks?|team|to-?dos?|upgrade|q[1-4])\b/i

/** The event that something else than a heading of it names. */
export const eventAround = (
  preface: readonly ReadBlock[],
  roots: readonly OutlineNode[],
): string | undefined => eventOfDays(roots) ?? eventOfPreface(preface)

/** The event of `PyCon 2017 - Day One`, which is a day. */
function eventOfDays(roots: readonly OutlineNode[]): string | undefined {
  for (const { heading } of roots) {
    const name = eventOfDay(heading.text)
    if (name !== undefined && !/day$/i.test(name)) return name
  }
  return undefined
}

/** The event that a line above all headings names: `OarConf 2018`. */
function eventOfPreface([first]: readonly ReadBlock[]): string | undefined {
  const line = first?.form === 'paragraph' ? (first.raw[0] ?? '').trim() : ''
  if (
    line === '' ||
    line.length > maxEventLength ||
    propertyIn(line) !== undefined ||
    /[.!?]$|https?:/.test(line)
  )
    return undefined
  return isEventTitle(line) || /^\p{L}\S+(?: \S+){0,3} (?:19|20)\d\d$/u.test(line) ? line : undefined
}

const maxEventLength = 60
