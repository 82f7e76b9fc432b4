import { datedTitle } from './dated-title.ts'
import { englishWeekday } from './day-word-lists.ts'
import { isEventName, isEventTitle } from './event-names.ts'
import { propertyIn } from './front-matter.ts'
import {
  besideTalks,
  eventOfDay,
  groupTitle,
  isPartOfEvent,
  speakerHeading,
  talksTitle,
} from './heading-word-lists.ts'
import { isEmpty, type Outline, type OutlineNode } from './outline.ts'
import { speakersOfHeading } from './speakers-of-heading.ts'
import {
  type HeadingOptions,
  isDay,
  isGroup,
  isNumberedDay,
  isOneTalk,
  saysTalksFollow,
} from './talk-headings.ts'
import { isAbout, isPartName, isSentence, readableName } from './titles.ts'
import { dayIn, isYear, yearIn } from './written-dates.ts'

/** Whether a file is one talk or holds several, and why, as a half sentence for people. */
export interface SplitDecision {
  readonly talks: 'one' | 'several'
  readonly why: string
}

export interface DecisionFacts extends HeadingOptions {
  /** What somebody has said of it: the level of the headings that are talks, or that there is one. */
  readonly split?: 'none' | number
  /** The title of the file, as its front matter says it. */
  readonly title?: string
  /** Whether front matter names a speaker, and if that is but an author. */
  readonly hasSpeakers: boolean
  readonly isByAuthor: boolean
  /** Whether its headings are those of slides. */
  readonly isSlideDeck: boolean
  /** Whether front matter says that a program makes slides of it. */
  readonly isMadeDeck: boolean
  /** Whether it is a list of talks, an item each. */
  readonly isList: boolean
  /** Whether it is given as the notes of a whole event, as when an import is pointed at one file. */
  readonly isLong: boolean
  /** The name of its file. */
  readonly stem: string
  /** Whether other notes lie beside it. */
  readonly hasSiblings: boolean
}

/**
 * Decides by what headings say: speakers, days and tracks, the name of an event. Without such signs a file is one talk if
 * it has one top heading, or is one of many.
 */
export function decideSplit({ preface, roots }: Outline, facts: DecisionFacts): SplitDecision {
  const one = (why: string): SplitDecision => ({ talks: 'one', why })
  const several = (why: string): SplitDecision => ({ talks: 'several', why })
  if (facts.split === 'none') return one('event.yml says so')
  if (facts.split !== undefined) return several('event.yml says at which headings')
  if (facts.level !== undefined) return several('the level of their headings is given')
  if (facts.isMadeDeck) return one('its headings are those of slides')
  if (facts.isList) return several('it is a list of talks')
  // Whoever has written notes of a whole event has not spoken there.
  if (facts.hasSpeakers && !isWritten(roots, facts)) return one('its front matter names the speaker')
  if (facts.title !== undefined && facts.namesSpeaker('', preface))
    return one('its title and speaker stand above its headings')
  if (
    speakerHeading.test(roots[0]?.heading.text ?? '') &&
    !roots.slice(1).some(({ heading }) => speakerHeading.test(heading.text))
  )
    return one('its first heading names the speaker')
  const main = roots.filter(
    ({ heading, isSection, children }, index) =>
      !besideTalks.test(heading.text) &&
      (!isSection || (index === 0 && children.length > 0) || areTalks(heading.text, children, facts)),
  )
  const [first, ...others] = main
  if (!first) return one(roots.length === 0 ? 'it has no headings' : 'its headings are sections')
  const isSlides =
    facts.isSlideDeck && !isEventTitle(first.heading.text) && yearIn(first.heading.text) === undefined

  if (others.length === 0 && roots[0] === first) {
    const signs = signsOfTalks(first.children, facts)
    if (areAnnounced(first.children)) return several('its headings name speakers')
    const [below, ...besideIt] = first.children
    const isAnnounced =
      speakerHeading.test(below?.heading.text ?? '') || (below !== undefined && isPerson(below, facts))
    const sections = besideIt.filter(({ isSection }) => isSection)
    const areSections = sections.length > 0 && sections.length * 2 >= besideIt.length
    if (isAnnounced && areSections && !besideIt.some((node) => namesOwnSpeaker(node, facts)))
      return one('a heading below its title names the speaker')
    const parts = first.children.filter(({ heading }) => partOfTalk.test(heading.text))
    if (
      parts.length >= 2 &&
      !parts.some((part) => part.children.some((node) => namesOwnSpeaker(node, facts)))
    )
      return one('its headings count the parts of one talk')
    const named = first.children.filter((node) => namesOwnSpeaker(node, facts))
    if (signs && named.length >= 2 && !isAnnounced) return several(signs)
    if (namesOwnSpeaker(first, facts))
      return facts.title !== undefined && isEventTitle(facts.title) && facts.title !== first.heading.text
        ? several('its title names an event')
        : one('its top heading has a speaker')
    if (signs) return several(signs)
    if (isSlides) return one('its headings are those of slides')
    if (talksTitle.test(first.heading.text) && first.children.length >= 2 && !isOneTalk(first))
      return several('its top heading says that talks follow')
    const isDayOfTalks =
      isDay(first.heading.text) || weekday.test(first.heading.text) || isPartOfEvent(first.heading.text)
    if (isYear(first.heading.text) && first.children.length >= 2 && !isOneTalk(first))
      return several('its top heading is a year')
    if (
      eventOfDay(first.heading.text) !== undefined ||
      (isDayOfTalks && first.children.length >= 2 && !isOneTalk(first))
    )
      return several('its top heading is a day of an event')
    if (isOneTalk(first) || (first.isSection && roots.length > 1)) return one('its headings are sections')
    const talks = first.children.filter(({ isSection }) => !isSection)
    if (talks.length === 0) return one('it has one top heading')
    if (facts.isLong) return several('its top heading holds others')
    if (facts.title !== undefined) return one('it has one top heading')
    if (isOfYear(first.heading.text, facts.stem) && talks.length >= 2)
      return several('its name and its top heading tell the same year')
    if (isOfEvent(facts.stem) && talks.length >= 2 && first.own.length <= 1)
      return several('its name is that of an event')
    const isOfEventAndYear = isEventTitle(first.heading.text) && yearIn(first.heading.text) !== undefined
    const isSparse = first.own.length <= 3 && first.own.every(({ text }) => text.length <= maxPlaceLine)
    const areNamed = talks.some(({ heading }) => speakersOfHeading(heading.text, facts.isName).length > 0)
    if (isOfEventAndYear && isSparse && talks.length > 0 && !areNamed)
      return several('its top heading names an event')
    if (isEventTitle(first.heading.text) && talks.length >= 2 && first.own.length <= 1)
      return several('its top heading names an event')
    return one('it has one top heading')
  }
  const [below, ...furtherDown] = others
  const isSpeakerBelow =
    first.own.length + first.children.length === 0 &&
    below !== undefined &&
    below.heading.depth === first.heading.depth &&
    speakersOfHeading(below.heading.text, facts.isName).length > 0
  const isOther = (node: OutlineNode) =>
    namesOwnSpeaker(node, facts) || speakersOfHeading(node.heading.text, facts.isName).length > 0
  if (isSpeakerBelow && !isEmpty(below) && !furtherDown.some(isOther))
    return one('its second heading names the speaker of the first')
  if (saysTitle(first)) return one('a line below its first heading says the title')
  if (ofOneTalk.test(first.heading.text)) return one('its first heading is on one talk')
  // What the file is called, as its heading too.
  const isOwnName = dayIn(facts.stem) !== undefined && first.heading.text === readableName(facts.stem)
  if (facts.hasSiblings && isOwnName) return one('it is one of several notes')
  const isTitledByEvent =
    facts.title !== undefined && (isEventName(facts.title) || isOfYear(facts.title, facts.stem))
  if (isTitledByEvent && others.length > 0 && !main.every(({ isSection }) => isSection))
    return several('its title names an event')
  const isTitled = facts.title !== undefined && !groupTitle.test(facts.title)
  const isOfPart = isPartName(facts.stem) || /^(?:19|20)\d\d$/.test(facts.stem)
  if (isOfPart && !isTitled && main.filter(({ isSection }) => !isSection).length >= 2)
    return several('its name is that of a year or of a part of an event')
  const isAloneNamed = namesOwnSpeaker(first, facts) && !others.some((node) => namesOwnSpeaker(node, facts))
  const isFile = facts.hasSiblings || isAbout(facts.stem, first.heading.text)
  if (isFile && isAloneNamed && !others.some((node) => isGroup(node, facts)))
    return one('only its first heading has a speaker')
  const signs = signsOfTalks(main, facts)
  if (signs) return several(signs)
  if (isSlides) return one('its headings are those of slides')
  if (facts.title !== undefined) return one('its front matter says the title')
  if (facts.isLong) return several('it has several top headings')
  const isEvent = isEventTitle(first.heading.text)
  if (isEvent && (isEmpty(first) || yearIn(first.heading.text) !== undefined))
    return several('its first heading names an event')
  const areEqual = main.length >= minTitles && main.every(({ heading }) => heading.depth === 1)
  if (areEqual && nameAndYear.test(facts.stem)) return several('its name is that of an event and its year')
  if (facts.hasSiblings) return one('it is one of several notes')
  if (isSentence(facts.stem)) return one('the name of its file is a title')
  return several('it has several top headings')
}

/** When and where an event was, in characters. */
const maxPlaceLine = 60
/** `oarconf2018`, `oar_2018`: a word that names something, and a year. */
const nameAndYear =
  /^(?!(?:confs?|conferences?|meet-?ups?|events?|talks?|notes?|papers?|sessions?|slides)[-_ ]?\d)\p{L}{3,20}[-_ ]?(?:19|20)\d\d$/iu
/** Two headings of the highest level may be a talk's title and its remarks. */
const minTitles = 3

/** Whether a heading that is called like a part of a talk holds talks: `Notes` below a schedule. */
const areTalks = (title: string, children: readonly OutlineNode[], facts: DecisionFacts): boolean =>
  holderTitle.test(title) &&
  children.length >= 2 &&
  children.every(({ heading, isSection }) => isSection || !facts.isName(heading.text)) &&
  children.filter((child) => namesOwnSpeaker(child, facts)).length * 2 >= children.length

const holderTitle =
  /^(?:(?:my|session|talk|conference) )?(?:notes|highlights|summar(?:y|ies)|overview|takeaways)$/i

/** `Title of the session: Tides`. */
const saysTitle = ({ own: [below] }: OutlineNode): boolean => {
  const property = below?.form === 'paragraph' ? propertyIn(below.raw[0] ?? '') : undefined
  return property !== undefined && property.value !== '' && /title/i.test(property.key)
}

/** `Notes on Ada's talk on tides`. */
const ofOneTalk = /['’]s (?:talk|keynote|lecture)\b|\btalk (?:on|about|by)\s/i

/** Whether the author that front matter names has only written the note: its headings are talks, by what else it says. */
function isWritten(roots: readonly OutlineNode[], facts: DecisionFacts): boolean {
  if (!facts.isByAuthor || roots.length < 2) return false
  const { title = '' } = facts
  if (isEventTitle(title) || isOfYear(title, facts.stem)) return true
  const talks = roots.flatMap((node) => (isGroup(node, facts) ? node.children : [node]))
  return talks.filter((node) => !node.isSection && namesOwnSpeaker(node, facts)).length >= 2
}

/** `2019-harbour-conference`: a file that is called by an event and its year. */
const isOfEvent = (stem: string): boolean => yearIn(stem) !== undefined && isEventName(readableName(stem))

/** `Friday, Apr 21`. */
const weekday = new RegExp(String.raw`^${englishWeekday}(?:[\s,:(–—-]+[^\s,:(–—-]+){0,6}$`, 'i')

const isOfYear = (title: string, stem: string): boolean =>
  (dayIn(title) === undefined || isEventName(title)) &&
  /(?:19|20)\d\d\)?$/.test(title) &&
  yearIn(title) === yearIn(stem) &&
  !/^(?:19|20)\d\d-\d/.test(stem)

/** Why headings are talks that begin with a day: then they are a list of what was when. */
export const whyDated = 'its headings say when each was'

/** What tells that headings are talks, if something does. */
function signsOfTalks(nodes: readonly OutlineNode[], facts: DecisionFacts): string | undefined {
  const holders = nodes.filter(saysTalksFollow)
  if (holders.length > 0) return 'a heading says that talks follow'
  const talks = nodes.filter(({ heading, isSection }) => !isSection && !besideTalks.test(heading.text))
  const dated = talks.filter(({ heading }) => datedTitle(heading.text).dated !== undefined)
  if (dated.length >= 2 && dated.length * 2 > talks.length) return whyDated
  const days = nodes.filter((node) => isEmpty(node) && isNumberedDay(node.heading.text))
  if (days.length >= 2 && talks.length - days.length >= 2) return 'days stand between its headings'
  const isDays = (node: OutlineNode) =>
    node.children.length > 0 && groupTitle.test(node.heading.text) && isGroup(node, facts)
  if (talks.some((node) => isDays(node) || node.children.some(isDays)))
    return 'its headings are days or tracks'
  if (talks.filter(({ heading }) => counted.test(heading.text)).length >= 2) return 'its headings count talks'
  const ofKind = talks.filter(({ heading }) => kindBefore.test(heading.text))
  if (ofKind.length >= 2 && ofKind.length * 2 >= talks.length)
    return 'its headings say what kind each talk is'
  const named = talks.filter((node) => namesOwnSpeaker(node, facts) || isGroup(node, facts))
  return named.length > 0 && named.length * 2 >= talks.length ? 'its headings have speakers' : undefined
}

/** A heading that is somebody's name, with a handle or what they do below, if anything. */
const isPerson = ({ heading, own }: OutlineNode, { isName, namesSpeaker }: DecisionFacts): boolean =>
  isName(heading.text) && (own.length === 0 || namesSpeaker('', own))

/** `Part II: Tides`. */
const partOfTalk = /^part (?:\d{1,2}|[ivx]{1,4}|one|two|three|four)\s*(?:[-–—:.]|$)/i

/** `Workshop 2: Tides`. */
const counted = /^(?:talk|session|workshop|presentation|lecture|keynote|vortrag)\s*#?\d{1,2}\s*[-–—:.]\s*\S/i

/** Headings of a speaker each, with what they said below: `Speaker: Ada Example`. */
function areAnnounced(nodes: readonly OutlineNode[]): boolean {
  const announced = nodes.filter(({ heading }) => speakerHeading.test(heading.text))
  return announced.length >= 2 && announced.length * 2 > nodes.length && !announced.some(isEmpty)
}

/** `TALK - Tides`, `Workshop: Knots`. */
const kindBefore =
  /^(?:talk|session|workshop|keynote|tutorial|lightning talk|hands[- ]on|vortrag)\s*[-–—:|]\s*\S/i

function namesOwnSpeaker(
  { heading, own, children }: OutlineNode,
  { namesSpeaker, isName }: DecisionFacts,
): boolean {
  if (namesSpeaker(heading.text, own)) return true
  const [first] = children
  if (first !== undefined && speakerHeading.test(first.heading.text)) return true
  const [below] = first?.own ?? []
  if (own.length === 0 && first?.isSection && below && /^(?:speakers?|presenters?)\W*:/i.test(below.text))
    return true
  // A name below the title, as a heading.
  const isNamed = (node: OutlineNode) => speakersOfHeading(node.heading.text, isName).length > 0
  return own.length === 0 && first !== undefined && isNamed(first) && children.filter(isNamed).length === 1
}
