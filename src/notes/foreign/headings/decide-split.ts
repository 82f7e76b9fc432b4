import type { Outline } from './outline.ts'
import {
  asOne,
  asSeveral,
  ofOneHeading,
  ofSeveralHeadings,
  type Reason,
  type SplitDecision,
  saidOutright,
} from './reasons-to-split.ts'
import { type DecisionFacts, type Survey, surveyBelow, surveyBeside, surveyOf } from './split-survey.ts'

/**
 * Decides by what headings say: speakers, days and tracks, the name of an event. Without such signs a file is one talk if
 * it has one top heading, or is one of many.
 */
export function decideSplit(outline: Outline, facts: DecisionFacts): SplitDecision {
  const survey = surveyOf(outline, facts)
  return decisionOf(saidOutright, survey) ?? decideByHeadings(survey)
}

function decideByHeadings(survey: Survey): SplitDecision {
  const { roots, main } = survey
  const [first, ...others] = main
  if (!first) return asOne(roots.length === 0 ? 'it has no headings' : 'its headings are sections')
  if (others.length === 0 && roots[0] === first)
    return decisionOf(ofOneHeading, surveyBelow(first, survey)) ?? asOne('it has one top heading')
  return (
    decisionOf(ofSeveralHeadings, surveyBeside(first, others, survey)) ??
    asSeveral('it has several top headings')
  )
}

/** By the first reason that holds. */
function decisionOf<Surveyed>(
  reasons: readonly Reason<Surveyed>[],
  survey: Surveyed,
): SplitDecision | undefined {
  for (const reason of reasons) {
    const decision = reason(survey)
    if (decision) return decision
  }
  return undefined
}
