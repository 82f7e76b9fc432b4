import { englishWeekday } from '../dates/day-word-lists.ts'
import { dayIn, isYear, yearIn } from '../dates/written-dates.ts'
import { speakersOfHeading } from '../people/speakers-of-heading.ts'
import { bareHeading } from '../words/bare-heading.ts'
import { isEventName, isEventTitle, isGenericName } from '../words/event-names.ts'
import { isPartName } from '../words/folder-names.ts'
import {
  eventOfDay,
  groupTitle,
  isPartOfEvent,
  speakerHeading,
  talksTitle,
} from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'
import { hasWordsOfTitle, isAbout, isSentence, readableName } from '../words/titles.ts'
import { isEmpty, type OutlineNode } from './outline.ts'
import { areAnnounced, namesOwnSpeaker } from './signs-of-talks.ts'
import type { DecisionFacts, HeadedSurvey, Survey, SurveyBelow, SurveyBeside } from './split-survey.ts'
import { isDay, isGroup, isNameAndYear, isOneTalk, isYearOfEvent } from './talk-headings.ts'

/** Whether a file is one talk or holds several, and why, as a half sentence for people. */
export interface SplitDecision {
  readonly talks: 'one' | 'several'
  readonly why: string
}

/** A reason to decide so, which may not hold. */
export type Reason<Surveyed> = (survey: Surveyed) => SplitDecision | undefined

export const asOne = (why: string): SplitDecision => ({ talks: 'one', why })
export const asSeveral = (why: string): SplitDecision => ({ talks: 'several', why })

const one =
  <Surveyed>(why: string, holds: (survey: Surveyed) => boolean): Reason<Surveyed> =>
  (survey) =>
    holds(survey) ? asOne(why) : undefined

const several =
  <Surveyed>(why: string, holds: (survey: Surveyed) => boolean): Reason<Surveyed> =>
  (survey) =>
    holds(survey) ? asSeveral(why) : undefined

/** What the headings themselves tell. */
const severalBySigns = ({ signs }: HeadedSurvey): SplitDecision | undefined =>
  signs === undefined ? undefined : asSeveral(signs)

export const saidOutright: readonly Reason<Survey>[] = [
  one('event.yml says so', ({ facts }) => facts.split === 'none'),
  several('event.yml says at which headings', ({ facts }) => facts.split !== undefined),
  several('the level of their headings is given', ({ facts }) => facts.level !== undefined),
  one('its headings are those of slides', ({ facts }) => facts.isMadeDeck),
  several('it is a list of talks', ({ facts }) => facts.isList),
  // Whoever has written notes of a whole event has not spoken there.
  one(
    'its front matter names the speaker',
    ({ facts, roots }) => facts.hasSpeakers && !isWritten(roots, facts),
  ),
  one(
    'its title and speaker stand above its headings',
    ({ facts, preface }) => facts.title !== undefined && facts.namesSpeaker('', preface),
  ),
  one('its first heading names the speaker', ({ roots: [first, ...others] }) => {
    const isSpeaker = (node?: OutlineNode) => speakerHeading.test(node?.heading.text ?? '')
    return isSpeaker(first) && !others.some(isSpeaker)
  }),
]

export const ofOneHeading: readonly Reason<SurveyBelow>[] = [
  several('its headings name speakers', ({ first }) => areAnnounced(first.children)),
  one('a heading below its title names the speaker', ({ first, isAnnounced, facts }) => {
    const beside = first.children.slice(1)
    const sections = beside.filter(({ isSection }) => isSection)
    const areSections = sections.length > 0 && sections.length * 2 >= beside.length
    return isAnnounced && areSections && !beside.some((node) => namesOwnSpeaker(node, facts))
  }),
  one('its headings count the parts of one talk', ({ first, facts }) => {
    const parts = first.children.filter(({ heading }) => partOfTalk.test(heading.text))
    return (
      parts.length >= 2 && !parts.some((part) => part.children.some((node) => namesOwnSpeaker(node, facts)))
    )
  }),
  (survey) => {
    const named = survey.first.children.filter((node) => namesOwnSpeaker(node, survey.facts))
    return named.length >= 2 && !survey.isAnnounced ? severalBySigns(survey) : undefined
  },
  several('its title names an event', (survey) => isBelowEvent(survey) && hasOwnSpeaker(survey)),
  one('its top heading has a speaker', hasOwnSpeaker),
  severalBySigns,
  one(
    'its name is that of one talk',
    ({ first, facts }) => nameOfOneTalk.test(facts.stem) || nameOfOneTalk.test(first.heading.text),
  ),
  one('its headings are those of slides', isOfSlides),
  several(
    'its top heading says that talks follow',
    ({ first }) => talksTitle.test(first.heading.text) && holdsSeveral(first),
  ),
  several('its top heading is a year', ({ first }) => isYear(first.heading.text) && holdsSeveral(first)),
  several('its top heading is a day of an event', ({ first }) => {
    const { text } = first.heading
    const isDayOfTalks = isDay(text) || weekday.test(text) || isPartOfEvent(text)
    return eventOfDay(text) !== undefined || (isDayOfTalks && holdsSeveral(first))
  }),
  one(
    'its headings are sections',
    ({ first, roots }) => isOneTalk(first) || (first.isSection && roots.length > 1),
  ),
  one('it has one top heading', ({ talks }) => talks.length === 0),
  several('its top heading holds others', ({ facts }) => facts.isLong),
  one('it has one top heading', ({ facts: { title } }) => title !== undefined && !isGenericName(title)),
  several(
    'its name and its top heading tell the same year',
    ({ first, talks, facts }) => isOfYear(first.heading.text, facts.stem) && talks.length >= 2,
  ),
  several(
    'its name is that of an event',
    ({ first, talks, facts }) => isOfEvent(facts.stem) && talks.length >= 2 && first.own.length <= 1,
  ),
  several('its top heading names an event', ({ first, talks, facts }) => {
    const isOfEventAndYear = isEventTitle(first.heading.text) && yearIn(first.heading.text) !== undefined
    const isSparse = first.own.length <= 3 && first.own.every(({ text }) => text.length <= maxPlaceLine)
    const areNamed = talks.some(({ heading }) => speakersOfHeading(heading.text, facts.isName).length > 0)
    return isOfEventAndYear && isSparse && talks.length > 0 && !areNamed
  }),
  several(
    'its top heading names an event',
    ({ first, talks }) => isEventTitle(first.heading.text) && talks.length >= 2 && first.own.length <= 1,
  ),
  // Not every event is called like one, and `Roadmap 2024` is none: where the file is called by talks or conferences, it is.
  several(
    'its top heading is a name and a year',
    ({ first, talks, facts }) =>
      isNameAndYear(first.heading.text) &&
      stemOfTalks.test(readableName(facts.stem)) &&
      talks.length >= 2 &&
      first.own.length <= 1,
  ),
]

/** `conference-notes`, `my-talks` */
const stemOfTalks = /\b(?:talks?|sessions?|lectures?|presentations?|conf(?:erence)?s?|meet ?ups?)\b/i

/** `OarConf2024_Session_224_Tides` */
const nameOfOneTalk = /(?:(?<!\p{L})|\d)session[-_ ]?\d{2,5}[-_ :]+\p{L}/iu

/** `talks`, `3.02-lightning-talks` */
const isOfTalks = (stem: string): boolean => talksTitle.test(bareHeading(readableName(stem)))

/** Lightning talks have short titles, and no sections. */
const isOfLightning = (stem: string): boolean => isOfTalks(stem) && /lightning/i.test(stem)
const hasTwoWords = (text: string): boolean => /\S\s+\S/.test(text)

export const ofSeveralHeadings: readonly Reason<SurveyBeside>[] = [
  one('its second heading names the speaker of the first', isSpeakerBelow),
  one('a line below its first heading says the title', ({ first }) => saysTitle(first)),
  one('its first heading is on one talk', ({ first }) => ofOneTalk.test(first.heading.text)),
  // What the file is called, as its heading too.
  one(
    'it is among several notes',
    ({ first, facts: { stem, hasSiblings } }) =>
      hasSiblings && dayIn(stem) !== undefined && first.heading.text === readableName(stem),
  ),
  several('its title names an event', ({ main, facts: { title, stem } }) => {
    const isTitledByEvent =
      title !== undefined && (isEventName(title) || edition.test(title) || isOfYear(title, stem))
    return isTitledByEvent && main.length > 1 && !main.every(({ isSection }) => isSection)
  }),
  one(
    'its name is that of one talk',
    ({ signs, facts }) => signs === undefined && nameOfOneTalk.test(facts.stem),
  ),
  several('its name is that of a year or of a part of an event', ({ main, facts: { title, stem } }) => {
    const isTitled = title !== undefined && !groupTitle.test(title)
    const isOfPart = isPartName(stem) || isYear(stem)
    return isOfPart && !isTitled && main.filter(({ isSection }) => !isSection).length >= 2
  }),
  several(
    'its name says that talks follow, and its headings are titles',
    ({ main, facts: { stem, title } }) => {
      const isTitle = isOfLightning(stem) ? hasTwoWords : hasWordsOfTitle
      const titles = main.filter(({ heading, isSection }) => !isSection && isTitle(heading.text))
      return title === undefined && isOfTalks(stem) && titles.length >= 3
    },
  ),
  one('only its first heading has a speaker', ({ first, others, facts }) => {
    const isFile = facts.hasSiblings || isAbout(facts.stem, first.heading.text)
    return (
      isFile &&
      namesOwnSpeaker(first, facts) &&
      !others.some((node) => namesOwnSpeaker(node, facts) || isGroup(node, facts))
    )
  }),
  severalBySigns,
  one('its headings are those of slides', isOfSlides),
  one('its front matter says the title', ({ facts }) => facts.title !== undefined),
  several('it has several top headings', ({ facts }) => facts.isLong),
  several(
    'its first heading names an event',
    ({ first }) =>
      isEventTitle(first.heading.text) && (isEmpty(first) || yearIn(first.heading.text) !== undefined),
  ),
  several('its name is that of an event and its year', ({ main, facts }) => {
    const areEqual = main.length >= minTitles && main.every(({ heading }) => heading.depth === 1)
    return areEqual && stemOfNameAndYear.test(facts.stem)
  }),
  one('it is among several notes', ({ facts }) => facts.hasSiblings),
  one('the name of its file is a title', ({ facts }) => isSentence(facts.stem)),
]

function hasOwnSpeaker({ first, facts }: HeadedSurvey): boolean {
  return namesOwnSpeaker(first, facts)
}

/** Whether front matter names the event of which the heading says a talk. */
const isBelowEvent = ({ first, facts: { title } }: HeadedSurvey): boolean =>
  title !== undefined && (isEventTitle(title) || edition.test(title)) && title !== first.heading.text

/** `Oars and Tides #6`. */
const edition = /\p{L}{3}\s+#\d{1,3}$/u

function isOfSlides({ first, facts }: HeadedSurvey): boolean {
  return facts.isSlideDeck && !isEventTitle(first.heading.text) && yearIn(first.heading.text) === undefined
}

const holdsSeveral = (node: OutlineNode): boolean => node.children.length >= 2 && !isOneTalk(node)

/** A heading with nothing below it, and beside it one with who speaks; no further one names anybody. */
function isSpeakerBelow({ first, others: [below, ...further], facts }: SurveyBeside): boolean {
  const isNamed = (node: OutlineNode) => speakersOfHeading(node.heading.text, facts.isName).length > 0
  return (
    below !== undefined &&
    first.own.length + first.children.length === 0 &&
    below.heading.depth === first.heading.depth &&
    isNamed(below) &&
    !isEmpty(below) &&
    !further.some((node) => namesOwnSpeaker(node, facts) || isNamed(node))
  )
}

/** `Part II: Tides`. */
const partOfTalk = /^part (?:\d{1,2}|[ivx]{1,4}|one|two|three|four)\s*(?:[-–—:.]|$)/i

/** When and where an event was, in characters. */
const maxPlaceLine = 60
/** `oarconf2018`, `oar_2018`: a word that names something, and a year. */
const stemOfNameAndYear =
  /^(?!(?:confs?|conferences?|meet-?ups?|events?|talks?|notes?|papers?|sessions?|slides)[-_ ]?\d)\p{L}{3,20}[-_ ]?(?:19|20)\d\d$/iu
/** Two headings of the highest level may be a talk's title and its remarks. */
const minTitles = 3

/** `Title of the session: Tides`. */
const saysTitle = ({ own: [below] }: OutlineNode): boolean => {
  const property = below?.form === 'paragraph' ? propertyIn(below.raw[0] ?? '') : undefined
  return property !== undefined && property.value !== '' && /title/i.test(property.key)
}

/** `Notes on Ada's talk on tides`. */
const ofOneTalk = /['’]s (?:talk|keynote|lecture)\b|\btalk (?:on|about|by)\s/i

/** Whether the author that front matter names has only written the note: its headings are talks, by what else it says. */
function isWritten(roots: readonly OutlineNode[], facts: DecisionFacts): boolean {
  const [first, ...others] = roots
  if (!facts.isByAuthor || first === undefined) return false
  if (others.length === 0) {
    const talks = talksAmong(first.children, facts)
    const { text } = first.heading
    const areNamed = talks.every((node) => namesOwnSpeaker(node, facts))
    const isEdition = isYearOfEvent(text) || (areNamed && (isEventTitle(text) || isNameAndYear(text)))
    return talks.length >= 2 && isEdition
  }
  const { title = '' } = facts
  if (isEventTitle(title) || isOfYear(title, facts.stem)) return true
  return talksAmong(roots, facts).filter((node) => namesOwnSpeaker(node, facts)).length >= 2
}

/** What may be talks, on whichever day or track. */
const talksAmong = (nodes: readonly OutlineNode[], facts: DecisionFacts): readonly OutlineNode[] =>
  nodes
    .flatMap((node) => (isGroup(node, facts) ? node.children : [node]))
    .filter(({ isSection }) => !isSection)

/** `2019-harbour-conference`: a file that is called by an event and its year. */
const isOfEvent = (stem: string): boolean => yearIn(stem) !== undefined && isEventName(readableName(stem))

/** `Friday, Apr 21`. */
const weekday = new RegExp(String.raw`^${englishWeekday}(?:[\s,:(–—-]+[^\s,:(–—-]+){0,6}$`, 'i')

const isOfYear = (title: string, stem: string): boolean =>
  (dayIn(title) === undefined || isEventName(title)) &&
  /(?:19|20)\d\d\)?$/.test(title) &&
  yearIn(title) === yearIn(stem) &&
  !/^(?:19|20)\d\d-\d/.test(stem)
