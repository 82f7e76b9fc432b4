import { isTimeWord } from '../calendar/is-time-word.ts'
import { isNarrowed, isOfWordsAlone, topicsOf } from '../search/query/parse-query.ts'
import type { Notice, Query, QueryPart, QuestionPlace } from '../search/query/query.ts'
import { askedLanguages, tellsTopic, wordsThatOnlyAsk } from '../search/query/word-roles.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SearchResult, SearchResults } from '../search/search-engine.ts'
import type { AnswerEvidence } from '../search/snippet/answer-evidence.ts'
import type { Answered, DidYouMean, Unanswered } from './answer.ts'
import { shapeOf } from './answer-shape.ts'
import { type Doubt, explainDoubt, isShownByForm, quotedList } from './explain-doubt.ts'
import { askingForLink, askingForSpeaker, linkName, namingSpeaker } from './link-or-speaker-signs.ts'

export interface DecisionInput {
  readonly question: string
  readonly query: Query
  /** One page of what is worth showing. */
  readonly found: SearchResults
  /** How many talks there are. */
  readonly talkCount: number
  readonly decision: DecisionParameters
}

type DecisionParameters = RankingParameters['decision']

/**
 * Decides what to say: pure, and never by scores, because they mean nothing outside of one answer. `whatToTry` says what to try
 * instead.
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

/** Stands before a summary that is shown instead of what a talk does not say. */
export const aboutClosest = 'What that talk is about:'

/**
 * Whether the sentences that would be quoted hardly bear on the question, so that the talk's summary says more. If much of the
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

/** @param query its words that any question may have, in any language, are not named as missing */
function emptyHanded(found: SearchResults, query: Query): string {
  if (found.isPartial) return 'Nothing was found in the time given.'
  const onlyAsk = wordsThatOnlyAsk(query.words, askedLanguages)
  const isNamed = ({ start }: QueryPart) =>
    query.words.some(
      (word) => word.start === start && word.use === 'topic' && tellsTopic(word) && !onlyAsk.has(word.folded),
    )
  // A word is not unknown if the notes may have said a synonym of it; if nothing at all was found, they have not.
  const missing = isOfWordsAlone(query) && found.total === 0 ? query.words : found.unknownWords
  const named = missing.filter(isNamed)
  // No note need say a time: if “a party tonight” is not found, it is the party that is missing.
  const told = named.filter(({ text }) => !isTimeWord(text))
  const topics = told.length > 0 ? told : named
  if (topics.length === 0) return 'The notes say nothing about this.'
  return `No note mentions ${quotedList(topics.map(({ text }) => text))}.`
}

/** @param isBorneOut whether the talk has what a misspelt word was taken for: if not, that is only offered */
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
  // A talk that lacks a name is another one than was named. In German, what is asked for is written as names are.
  const lackingName = evidence?.lackingName?.toLowerCase()
  const named = lackingName === undefined || lackingName === link ? first : undefined
  const lacking = named && ((link && lackingLink(link, named)) ?? lackingSpeaker(question, named))
  if (lacking) {
    const { title, summary, takeaways, sections } = named.talk
    const isTitleAlone = summary.text === '' && takeaways.length + sections.length === 0
    const explanation = `The notes ${lacking} of “${title}”${isTitleAlone ? '.' : '. They say:'}`
    return { reason: 'says-nothing', explanation }
  }
  // If a link is asked for and the talk has it, the talk is shown.
  const isLinked = link !== undefined && evidence && lacksLinkNames(evidence, isCovered)
  if (isFound || isLinked) return undefined
  const explanation = 'No talk says this word for word; these have its words.'
  if (lacksItsPhrase(query, found.notices)) return { reason: 'no-phrase', explanation }
  const doubt = explainDoubt(found.best ?? found.results[0]!, found.results)
  // What the closest talk does not say is said above it.
  return found.offset === 0 || doubt.reason === 'near' ? doubt : { ...doubt, explanation: fittingLess }
}

const fittingLess = 'These fit less well.'

/** What is asked for apart from what a talk says, as people call it; undefined if nothing is. */
function linkAskedFor(question: string): string | undefined {
  const { sought, named, follows, last, german, watched, address } =
    askingForLink.exec(question)?.groups ?? {}
  return (sought ?? named ?? follows ?? last ?? german ?? watched ?? address)?.toLowerCase()
}

/** What the notes do not have if the talk that was named is not in them; it goes on after `The notes`. */
function lackingLink(name: string, { talk, quote }: SearchResult): string | undefined {
  const { links, followUps } = talk
  if (/^(?:link|url)/.test(name)) return links.length > 0 ? undefined : 'have no links'
  if (/^(?:follow|fur|to|action)/.test(name)) return followUps.length > 0 ? undefined : 'have no follow-ups'
  const kind = /^(?:sl|fol)/.test(name) ? 'slides' : /^(?:code|so|repo)/.test(name) ? 'code' : 'video'
  const isThere = links.some((link) => link.kind === kind) || sayingWhere[kind].test(quote(maxQuoted).text)
  return isThere ? undefined : `link no ${kind}`
}

/** An address that is no link: `Slides are on bit.ly/oars`. */
const addressAfter = (words: string): RegExp =>
  new RegExp(String.raw`\b(?:${words})\b[^.!?\n]{0,40}[\s(][\w-]+(?:\.[\w-]+)+\/\w`, 'i')

const sayingWhere = {
  slides: addressAfter('slides?'),
  code: addressAfter('code|repo|repository'),
  video: addressAfter('video|recording'),
} as const

/** Whether a talk has all of a question except the words for a link: a note can have a link without them. */
const lacksLinkNames = ({ subjects, missing }: AnswerEvidence, isCovered: boolean): boolean =>
  (subjects.length > 0 || isCovered) && missing.every((word) => linkName.test(word))

/** In UTF-16 units: a note that has no field for its speaker may name one in its first sentences. */
const maxQuoted = 400

/** What to say if the speaker of a talk is asked for and the notes name none; it goes on after `The notes`. */
function lackingSpeaker(question: string, { talk, quote }: SearchResult): string | undefined {
  if (talk.speakers.length > 0 || !askingForSpeaker.test(question)) return undefined
  return namingSpeaker.test(quote(maxQuoted).text) ? undefined : 'name no speaker'
}

/** How far the talk that fits best can be trusted to answer. */
interface Trust {
  readonly confidence: number
  /** Whether the talks cover as much of the question as a sure answer does. */
  readonly isCovered: boolean
  /** Whether it counts as the answer. */
  readonly isFound: boolean
  readonly evidence: AnswerEvidence | undefined
}

function trustIn({ query, found, talkCount, decision }: DecisionInput): Trust {
  const { best, bestCoverage, notices, lead } = found
  const evidence = best?.evidence()
  const isCovered = bestCoverage >= minCoverageOfAnswer(talkCount, decision)
  // Of several talks, another may cover more than the one that is quoted.
  const covered = best?.coverage() ?? bestCoverage
  // If other talks are kept back, any talk is ahead of the few that are left.
  const standing = { covered, lead: isNarrowed(query) ? undefined : lead }
  const confidence = evidence ? confidenceOf(standing, evidence, decision) : bestCoverage + 1
  // A note may well have all words of a question, but not what it asks for.
  const isUntold = evidence !== undefined && isCertainlyUntold(evidence)
  const isSure = !evidence || (isCovered && !isUntold && confidence >= decision.minConfidence)
  const isFound = (isSure || tellsThingAsked(evidence)) && !lacksItsPhrase(query, notices)
  return { confidence, isCovered, isFound, evidence }
}

/**
 * The least coverage of a sure answer. Among many talks, some cover a good part of any question by chance, so it grows with the
 * logarithm of their number.
 */
export function minCoverageOfAnswer(talks: number, decision: DecisionParameters): number {
  const { foundAmongFew, foundAmongMany, few, many } = decision
  const growth = Math.log(talks / few) / Math.log(many / few)
  return foundAmongFew + (foundAmongMany - foundAmongFew) * Math.min(1, Math.max(0, growth))
}

/** How a talk stands among all. */
interface Standing {
  /** The share of the question that the talk has. */
  readonly covered: number
  /** See `SearchResults.lead`; undefined if it is not ahead of all other talks, or nobody knows. */
  readonly lead: number | undefined
}

/**
 * How much speaks for an answer: the share of the question that the talk has, the question's length, and the share that the
 * quotation has; less if what is asked for is not there. If a talk is described rather than named, no single sentence need say
 * much: then it depends on how far the talk is ahead of all others.
 */
export function confidenceOf(
  { covered, lead }: Standing,
  evidence: AnswerEvidence,
  decision: DecisionParameters,
): number {
  const { share, questionLength, lackingThing, lackingName, asksUnknown, isOnlyAbout, isNamed } = evidence
  const length = Math.min(1, questionLength / decision.wordsOfLongQuestion)
  if (isNamed && !lackingThing) return covered + 1 + length
  const lacking = Number(lackingThing !== undefined) + Number(lackingName !== undefined)
  const isOnUnknown = asksUnknown && questionLength <= decision.wordsOfShortQuestion
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
 * Whether the question does not name what the talk is on, but describes it in other words. A named talk is always ahead, so its lead
 * tells nothing.
 */
const isDescribed = ({ subjects, isNamed }: AnswerEvidence): boolean => subjects.length === 0 && !isNamed

/** Whether the question is nothing but a phrase, and no talk has it word for word. */
function lacksItsPhrase(query: Query, notices: readonly Notice[]): boolean {
  const isInPhrase = (word: QuestionPlace) =>
    query.phrases.some(({ start, end }) => start <= word.start && word.end <= end)
  return notices.some(({ kind }) => kind === 'unknown-phrase') && topicsOf(query).every(isInPhrase)
}

/**
 * Whether the quotation tells just what is asked, and the talk has everything else that the question says. Notes have many durations:
 * one beside no word of the question is of something else.
 */
const tellsThingAsked = ({ toldThing, topicsSaid, missing, subjects }: AnswerEvidence): boolean =>
  toldThing !== undefined &&
  (toldThing !== 'duration' || topicsSaid > 0) &&
  isShownByForm(toldThing) &&
  missing.length === 0 &&
  subjects.length > 0

/** If the name of a thing is asked for, only the name answers. */
const isCertainlyUntold = ({ isUntold, lackingThing }: AnswerEvidence): boolean =>
  isUntold ||
  (lackingThing !== undefined && (lackingThing.thing === 'name' || isShownByForm(lackingThing.thing)))
