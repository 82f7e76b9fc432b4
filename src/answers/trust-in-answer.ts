import { isNarrowed, type ThingAsked, topicsOf } from '../search/query/parse-query.ts'
import type { Notice, Query, QuestionPlace } from '../search/query/query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SearchResults } from '../search/search-engine.ts'
import type { AnswerEvidence } from '../search/snippet/answer-evidence.ts'
import { isShownByForm } from './explain-doubt.ts'

export interface TrustInput {
  readonly query: Query
  /** One page of what is worth showing. */
  readonly found: SearchResults
  /** How many talks there are. */
  readonly talkCount: number
  readonly decision: DecisionParameters
}

export type DecisionParameters = RankingParameters['decision']

/** How far the talk that fits best is to be trusted to answer. */
export interface Trust {
  readonly confidence: number
  /** Whether the talks cover as much of the question as a sure answer does. */
  readonly isCovered: boolean
  /** Whether it counts as the answer. */
  readonly isFound: boolean
  readonly evidence: AnswerEvidence | undefined
}

export function trustIn({ query, found, talkCount, decision }: TrustInput): Trust {
  const { best, bestCoverage, notices, lead } = found
  const evidence = best?.evidence()
  const isCovered = bestCoverage >= minCoverageOfAnswer(talkCount, decision)
  // Of several talks, another may cover more than the one that is quoted.
  const covered = best?.coverage() ?? bestCoverage
  // Ahead of the few that are left when others are kept back, any talk is.
  const standing = { covered, lead: isNarrowed(query) ? undefined : lead }
  const confidence = evidence ? confidenceOf(standing, evidence, decision) : bestCoverage + 1
  // A note may well say all that a question does, and not what it asks for.
  const isUntold = evidence?.lackingThing !== undefined && isCertainlyUntold(evidence.lackingThing.thing)
  const isSure = !evidence || (isCovered && !isUntold && confidence >= decision.minConfidence)
  const isFound = (isSure || tellsThingAsked(evidence)) && !lacksItsPhrase(query, notices)
  return { confidence, isCovered, isFound, evidence }
}

/**
 * The coverage that a sure answer has at least. Among many talks some cover a good part of any question by chance, so more is
 * asked of them: it grows with the logarithm of their number.
 */
export function minCoverageOfAnswer(talks: number, decision: DecisionParameters): number {
  const { foundAmongFew, foundAmongMany, few, many } = decision
  const growth = Math.log(talks / few) / Math.log(many / few)
  return foundAmongFew + (foundAmongMany - foundAmongFew) * Math.min(1, Math.max(0, growth))
}

/** How a talk stands among all. */
export interface Standing {
  /** The share of the question that it has. */
  readonly covered: number
  /** See `SearchResults.lead`; undefined if it is not ahead of all other talks, or nobody knows. */
  readonly lead: number | undefined
}

/**
 * How much speaks for an answer: the share of the question that the talk has, the question's length, and the share that the
 * quotation has; less what is asked for and is not there. Of a talk that is described and not named, no one sentence need say
 * much: there it is how far it is ahead of all others.
 */
export function confidenceOf(
  { covered, lead }: Standing,
  evidence: AnswerEvidence,
  decision: DecisionParameters,
): number {
  const { share, questionLength, lackingThing, lackingName, endsUnknown, isOnlyAbout, isNamed } = evidence
  const length = Math.min(1, questionLength / decision.wordsOfLongQuestion)
  if (isNamed && !lackingThing) return covered + 1 + length
  const lacking = Number(lackingThing !== undefined) + Number(lackingName !== undefined)
  const isOnUnknown = endsUnknown && questionLength <= decision.wordsOfShortQuestion
  const penalty =
    lacking * decision.lackingPenalty +
    Number(isOnlyAbout) * decision.onlyNamePenalty +
    Number(isOnUnknown) * decision.unknownPenalty
  const borneOut =
    lead !== undefined && isDescribed(evidence)
      ? decision.ofDescribed + decision.leadOfDescribed * lead + decision.shareOfDescribed * share
      : share
  return covered + borneOut + length - penalty
}

/**
 * Whether the question names nothing that the talk is on: it says in its own words what the talk has. That a talk which is named is
 * ahead of all others tells nothing.
 */
const isDescribed = ({ subjects, isNamed }: AnswerEvidence): boolean => subjects.length === 0 && !isNamed

/** Whether the question is nothing but a phrase, and no talk has it word for word. */
export function lacksItsPhrase(query: Query, notices: readonly Notice[]): boolean {
  const isInPhrase = (word: QuestionPlace) =>
    query.phrases.some(({ start, end }) => start <= word.start && word.end <= end)
  return notices.some(({ kind }) => kind === 'unknown-phrase') && topicsOf(query).every(isInPhrase)
}

/** Whether what is quoted tells just what is asked of a talk, of which the question says nothing that the talk does not have. */
const tellsThingAsked = ({ toldThing, missing, subjects }: AnswerEvidence): boolean =>
  toldThing !== undefined && isShownByForm(toldThing) && missing.length === 0 && subjects.length > 0

/** Of a thing without a name, nothing but the name answers. */
const isCertainlyUntold = (thing: ThingAsked): boolean => thing === 'name' || isShownByForm(thing)
