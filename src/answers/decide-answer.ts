import { isTimeWord } from '../calendar/is-time-word.ts'
import type { Query, QueryPart } from '../search/query/query.ts'
import { tellsTopic } from '../search/query/word-roles.ts'
import type { SearchResult, SearchResults } from '../search/search-engine.ts'
import type { Answered, DidYouMean, Unanswered } from './answer.ts'
import { shapeOf } from './answer-shape.ts'
import { type Doubt, explainDoubt, quotedList } from './explain-doubt.ts'
import { lackingLink, lackingSpeaker, lacksLinkNames, linkAskedFor } from './link-or-speaker-asked.ts'
import {
  type DecisionParameters,
  lacksItsPhrase,
  type Trust,
  type TrustInput,
  trustIn,
} from './trust-in-answer.ts'

export interface DecisionInput extends TrustInput {
  readonly question: string
}

/**
 * Decides what to say: pure, and never by scores, because they mean nothing outside of one answer. What to try instead is for
 * `whatToTry` to say.
 */
export function decideAnswer(input: DecisionInput): Answered | Unanswered {
  const { question, query, found, decision } = input
  const { results, offset, total, corpusVersion, notices, facets, isPartial } = found
  if (isGrammarAlone(query) && !found.best?.evidence().isNamed)
    return unanswered(input, 'no-words', 'The question has no words to search for.')
  const isFar = found.bestCoverage < decision.minCoverage && !found.isNear
  if (isFar || results.length === 0) return unanswered(input, 'no-match', emptyHanded(found, query))
  const trust = trustIn(input)
  const fitting = shapeOf(query, found, { isSure: trust.isFound, ...decision })
  const doubt = doubtOf(input, trust, fitting)
  const isFarOff =
    doubt?.reason === 'weak' && fitting.form === 'passage' && isBesides(results[0], trust.isCovered, decision)
  return {
    kind: doubt ? 'unsure' : 'found',
    question,
    confidence: trust.confidence,
    shape: isFarOff ? { ...fitting, form: 'summary' } : fitting,
    results,
    offset,
    total,
    ...(doubt ?? { explanation: '' }),
    ...(isFarOff && { explanation: `${doubt.explanation} ${aboutClosest}` }),
    suggestions: [],
    notices,
    ...meant(found, trust.isFound || !trust.evidence?.missesCorrection),
    facets,
    isPartial,
    ...standIn(found),
    ...(found.pagedTo !== undefined && { pagedTo: found.pagedTo }),
    isStartedAgain: false,
    corpusVersion,
  }
}

function unanswered(
  { question, found }: DecisionInput,
  reason: Unanswered['reason'],
  explanation: string,
): Unanswered {
  return {
    kind: 'none',
    reason,
    question,
    results: [],
    explanation,
    suggestions: [],
    notices: found.notices,
    ...standIn(found),
    corpusVersion: found.corpusVersion,
  }
}

/** Said before a summary that stands in for what a talk does not say. */
export const aboutClosest = 'What that talk is about:'

/**
 * Whether the sentences that would be quoted hardly bear on the question: the talk's summary says rather what it is. If much of the
 * question is nowhere in the talk, a sentence that has one word of the rest is on something else, unless it has what is asked for.
 */
function isBesides(
  first: SearchResult | undefined,
  isCovered: boolean,
  { minShareQuoted }: DecisionParameters,
): boolean {
  if (first === undefined || first.talk.summary.text === '') return false
  const { share, topicsSaid, toldThing } = first.evidence()
  return toldThing === undefined && (share < minShareQuoted || (!isCovered && topicsSaid < 2))
}

/** “Why?” alone: each question is read by itself. */
function isGrammarAlone({ text, words, phrases, filters }: Query): boolean {
  const isBare = phrases.length + filters.length === 0 && text.trimEnd().endsWith('?')
  return isBare && words.length > 0 && words.every(({ role }) => role === 'grammar')
}

function standIn({ isStandIn }: SearchResults): Pick<Answered, 'isStandIn'> {
  return isStandIn ? { isStandIn } : {}
}

/** @param query whose words that any question has are not named as missing */
function emptyHanded(found: SearchResults, query: Query): string {
  if (found.isPartial) return 'Nothing was found in the time given.'
  const isNamed = ({ start }: QueryPart) =>
    query.words.some((word) => word.start === start && tellsTopic(word))
  // A word whose synonyms the notes might have said is not unknown; if nothing at all has been found, they have not.
  const missing = isOfWordsAlone(query) && found.total === 0 ? query.words : found.unknownWords
  const named = missing.filter(isNamed)
  // No note need say a time: of “a party tonight”, it is the party that is missing.
  const told = named.filter(({ text }) => !isTimeWord(text))
  const topics = told.length > 0 ? told : named
  if (topics.length === 0) return 'The notes say nothing about this.'
  return `No note mentions ${quotedList(topics.map(({ text }) => text))}.`
}

/** Without what only keeps talks back that have its words. */
const isOfWordsAlone = ({ phrases, prefixes, exclusions, filters }: Query): boolean =>
  phrases.length + prefixes.length + exclusions.length + filters.length === 0

/** @param isBorneOut whether the talk has what a slip was taken for: if not, it is offered, and not taken for what was meant */
function meant({ didYouMean, isCorrected }: SearchResults, isBorneOut: boolean): { didYouMean?: DidYouMean } {
  if (didYouMean === undefined) return {}
  return { didYouMean: { question: didYouMean, isAnswered: isCorrected && isBorneOut } }
}

/** Why the answer is not sure; undefined if it is. */
function doubtOf(
  { question, query, found }: DecisionInput,
  { isFound, isCovered, evidence }: Trust,
  { form }: Answered['shape'],
): Doubt | undefined {
  const first = form === 'talks' ? undefined : found.results[0]
  const link = first && linkAskedFor(question)
  const lacking = first && ((link && lackingLink(link, first.talk)) ?? lackingSpeaker(question, first))
  if (lacking) {
    const explanation = `The notes ${lacking} of “${first.talk.title}”. They say:`
    return { reason: 'says-nothing', explanation }
  }
  // Whoever asks for a link of a talk that has it is shown that talk.
  const isLinked = link !== undefined && evidence && lacksLinkNames(evidence, isCovered)
  if (isFound || isLinked) return undefined
  const explanation = 'No talk says this word for word; these have its words.'
  if (lacksItsPhrase(query, found.notices)) return { reason: 'no-phrase', explanation }
  return explainDoubt(found.best ?? found.results[0]!, found.results)
}
