import { speakersOfHeading } from '../people/speakers-of-heading.ts'
import { besideTalks, groupTitle, speakerHeading } from '../words/heading-word-lists.ts'
import { isEmpty, type OutlineNode } from './outline.ts'
import {
  type HeadingOptions,
  isCodedSession,
  isDated,
  isGroup,
  isNumberedDay,
  saysTalksFollow,
} from './talk-headings.ts'

/** Why headings are talks that begin with a day: then they are a list of what was when. */
export const whyDated = 'its headings say when each was'

/** Why headings are talks, if something tells it: the first of these that does. */
export function signsOfTalks(nodes: readonly OutlineNode[], options: HeadingOptions): string | undefined {
  const talks = nodes.filter(({ heading, isSection }) => !isSection && !besideTalks.test(heading.text))
  return signs.find(({ tells }) => tells({ nodes, talks, options }))?.why
}

interface SignPlace {
  /** Headings beside each other. */
  readonly nodes: readonly OutlineNode[]
  /** Those that may be talks. */
  readonly talks: readonly OutlineNode[]
  readonly options: HeadingOptions
}

interface Sign {
  readonly why: string
  readonly tells: (place: SignPlace) => boolean
}

const signs: readonly Sign[] = [
  { why: 'a heading says that talks follow', tells: ({ nodes }) => nodes.some(saysTalksFollow) },
  { why: whyDated, tells: ({ talks }) => areMost(talks.filter(isDated), talks) },
  {
    why: 'days stand between its headings',
    tells: ({ nodes, talks }) => {
      const days = nodes.filter((node) => isEmpty(node) && isNumberedDay(node.heading.text))
      return days.length >= 2 && talks.length - days.length >= 2
    },
  },
  {
    why: 'some of its headings are days, tracks or the like',
    tells: ({ talks, options }) => {
      const areDays = (node: OutlineNode) =>
        node.children.length > 0 && groupTitle.test(node.heading.text) && isGroup(node, options)
      return talks.some((node) => areDays(node) || node.children.some(areDays))
    },
  },
  {
    why: 'its headings count talks',
    tells: ({ talks }) =>
      [counted.test.bind(counted), isCodedSession].some(
        (counts) => talks.filter(({ heading }) => counts(heading.text)).length >= 2,
      ),
  },
  {
    why: 'its headings say what kind each talk is',
    tells: ({ talks }) => {
      const ofKind = talks.filter(({ heading }) => kindBefore.test(heading.text))
      return ofKind.length >= 2 && ofKind.length * 2 >= talks.length
    },
  },
  {
    why: 'its headings have speakers',
    tells: ({ talks, options }) => {
      const named = talks.filter((node) => namesOwnSpeaker(node, options) || isGroup(node, options))
      return named.length > 0 && named.length * 2 >= talks.length
    },
  },
]

const areMost = (some: readonly OutlineNode[], all: readonly OutlineNode[]): boolean =>
  some.length >= 2 && some.length * 2 > all.length

/** Whether a heading that is called like a part of a talk holds talks: `Notes` below a schedule. */
export const areTalks = (title: string, children: readonly OutlineNode[], facts: HeadingOptions): boolean =>
  holderTitle.test(title) &&
  children.length >= 2 &&
  children.every(({ heading, isSection }) => isSection || !facts.isName(heading.text)) &&
  children.filter((child) => namesOwnSpeaker(child, facts)).length * 2 >= children.length

const holderTitle =
  /^(?:(?:my|session|talk|conference) )?(?:notes|highlights|summar(?:y|ies)|overview|takeaways)$/i

/** A heading that is somebody's name, with a handle or what they do below, if anything. */
export const isPersonHeading = (
  { heading, own }: OutlineNode,
  { isName, namesSpeaker }: HeadingOptions,
): boolean => isName(heading.text) && (own.length === 0 || namesSpeaker('', own))

/** `Workshop 2: Tides`. */
const counted = /^(?:talk|session|workshop|presentation|lecture|keynote|vortrag)\s*#?\d{1,2}\s*[-–—:.]\s*\S/i

/** Headings of a speaker each, with what they said below: `Speaker: Ada Example`. */
export function areAnnounced(nodes: readonly OutlineNode[]): boolean {
  const announced = nodes.filter(({ heading }) => speakerHeading.test(heading.text))
  return announced.length >= 2 && announced.length * 2 > nodes.length && !announced.some(isEmpty)
}

/** `TALK - Tides`, `Workshop: Knots`. */
const kindBefore =
  /^(?:talk|session|workshop|keynote|tutorial|lightning talk|hands[- ]on|vortrag)\s*[-–—:|]\s*\S/i

export function namesOwnSpeaker(
  { heading, own, children }: OutlineNode,
  { namesSpeaker, isName }: HeadingOptions,
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
