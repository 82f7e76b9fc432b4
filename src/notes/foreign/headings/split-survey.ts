import { besideTalks, speakerHeading } from '../words/heading-word-lists.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { areTalks, isPersonHeading, signsOfTalks } from './signs-of-talks.ts'
import type { HeadingOptions } from './talk-headings.ts'

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

/** What is known of a note before one looks at its headings. */
export interface Survey extends Outline {
  readonly facts: DecisionFacts
  /** The headings of the highest level that may be talks, or hold some. */
  readonly main: readonly OutlineNode[]
}

export const surveyOf = (outline: Outline, facts: DecisionFacts): Survey => ({
  ...outline,
  facts,
  main: outline.roots.filter(
    ({ heading, isSection, children }, index) =>
      !besideTalks.test(heading.text) &&
      (!isSection || (index === 0 && children.length > 0) || areTalks(heading.text, children, facts)),
  ),
})

/** What is known of a note by its first heading. */
export interface HeadedSurvey extends Survey {
  readonly first: OutlineNode
  /** What tells that headings are talks, if something does: those below the only one, or of the highest level. */
  readonly signs: string | undefined
}

/** The same of a note with one top heading. */
export interface SurveyBelow extends HeadedSurvey {
  /** What stands below it, but for sections. */
  readonly talks: readonly OutlineNode[]
  /** Whether the first heading below it says who speaks. */
  readonly isAnnounced: boolean
}

export function surveyBelow(first: OutlineNode, survey: Survey): SurveyBelow {
  const [below] = first.children
  return {
    ...survey,
    first,
    signs: signsOfTalks(first.children, survey.facts),
    talks: first.children.filter(({ isSection }) => !isSection),
    isAnnounced:
      speakerHeading.test(below?.heading.text ?? '') ||
      (below !== undefined && isPersonHeading(below, survey.facts)),
  }
}

/** The same of a note with several. */
export interface SurveyBeside extends HeadedSurvey {
  readonly others: readonly OutlineNode[]
}

export const surveyBeside = (
  first: OutlineNode,
  others: readonly OutlineNode[],
  survey: Survey,
): SurveyBeside => ({
  ...survey,
  first,
  others,
  signs: signsOfTalks(survey.main, survey.facts),
})
