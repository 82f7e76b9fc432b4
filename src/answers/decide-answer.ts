import { isTimeWord } from '../calendar/is-time-word.ts'
import type { LinkKind, Talk } from '../notes/talk.ts'
import { hasThing, type ThingAsked, topicsOf } from '../search/query/parse-query.ts'
import type { Notice, Query, QueryPart, QuestionPlace } from '../search/query/query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SearchResult, SearchResults } from '../search/search-engine.ts'
import type { AnswerEvidence } from '../search/snippet/answer-evidence.ts'
import type { Answered, DidYouMean, Unanswered } from './answer.ts'
import { shapeOf } from './answer-shape.ts'
import { type Doubt, explainDoubt, isShownByForm, quotedList } from './explain-doubt.ts'

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
 * The coverage that a sure answer has at least. Among many talks some cover a good part of any question by chance, so more is
 * asked of them: it grows with the logarithm of their number.
 */
export function minCoverageOfAnswer(talks: number, decision: DecisionParameters): number {
  const { foundAmongFew, foundAmongMany, few, many } = decision
  const growth = Math.log(talks / few) / Math.log(many / few)
  return foundAmongFew + (foundAmongMany - foundAmongFew) * Math.min(1, Math.max(0, growth))
}

/**
 * How much speaks for an answer: the share of the question that the talk has, the share that the quotation has, and the
 * question's length; less what is asked for and is not there.
 */
export function confidenceOf(
  coverage: number,
  evidence: AnswerEvidence,
  decision: DecisionParameters,
): number {
  const { share, questionLength, lackingThing, lackingName, endsUnknown, isOnlyAbout, isNamed } = evidence
  const length = Math.min(1, questionLength / decision.wordsOfLongQuestion)
  if (isNamed && !lackingThing) return coverage + 1 + length
  const lacking = Number(lackingThing !== undefined) + Number(lackingName !== undefined)
  const isOnUnknown = endsUnknown && questionLength <= decision.wordsOfShortQuestion
  const penalty =
    lacking * decision.lackingPenalty +
    Number(isOnlyAbout) * decision.onlyNamePenalty +
    Number(isOnUnknown) * decision.unknownPenalty
  return coverage + share + length - penalty
}

/**
 * Decides what to say: pure, and never by scores, because they mean nothing outside of one answer. What to try instead is for
 * `whatToTry` to say.
 */
export function decideAnswer(input: DecisionInput): Answered | Unanswered {
  const { question, query, found, talkCount, decision } = input
  const { results, offset, total, corpusVersion, notices, facets, isPartial, bestCoverage: best } = found
  const isEmpty = isGrammarAlone(query) && !found.best?.evidence().isNamed
  if ((best < decision.minCoverage && !found.isNear) || results.length === 0 || isEmpty) {
    return {
      kind: 'none',
      reason: isEmpty ? 'no-words' : 'no-match',
      question,
      results: [],
      explanation: isEmpty ? 'The question has no words to search for.' : emptyHanded(found, query),
      suggestions: [],
      notices,
      ...standIn(found),
      corpusVersion,
    }
  }
  const evidence = found.best?.evidence()
  // Of several talks, another may cover more than the one that is quoted.
  const covered = found.best?.coverage() ?? best
  const confidence = evidence ? confidenceOf(covered, evidence, decision) : best + 1
  const isCovered = best >= minCoverageOfAnswer(talkCount, decision)
  // A note may well say all that a question does, and not what it asks for.
  const isUntold = evidence?.lackingThing !== undefined && isCertainlyUntold(evidence.lackingThing.thing)
  const isSure = !evidence || (isCovered && !isUntold && confidence >= decision.minConfidence)
  const isFound = (isSure || tellsThingAsked(evidence)) && !lacksItsPhrase(query, notices)
  const fitting = shapeOf(query, found, { isSure: isFound, ...decision })
  const [first] = results
  const link = first && fitting.form !== 'talks' ? linkAskedFor(question) : undefined
  const lackingLink = link && first ? whatLinksLack(link, first.talk) : undefined
  const lacking =
    lackingLink ?? (first && fitting.form !== 'talks' ? lackingSpeaker(question, first) : undefined)
  const isLinked =
    link !== undefined && lacking === undefined && evidence && lacksLinkNames(evidence, isCovered)
  const doubt = (isFound || isLinked) && lacking === undefined ? undefined : doubtOf(input, lacking)
  const isFarOff =
    doubt?.reason === 'weak' && fitting.form === 'passage' && isBesides(first, isCovered, decision)
  const shape = isFarOff ? ({ ...fitting, form: 'summary' } as const) : fitting
  return {
    kind: doubt ? 'unsure' : 'found',
    question,
    confidence,
    shape,
    results,
    offset,
    total,
    ...(doubt ?? { explanation: '' }),
    ...(isFarOff && { explanation: `${doubt.explanation} ${aboutClosest}` }),
    suggestions: [],
    notices,
    ...meant(found, isFound || !evidence?.missesCorrection),
    facets,
    isPartial,
    ...standIn(found),
    ...(found.pagedTo !== undefined && { pagedTo: found.pagedTo }),
    isStartedAgain: false,
    corpusVersion,
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
  return share < minShareQuoted || (!isCovered && toldThing === undefined && topicsSaid < 2)
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
function emptyHanded({ isPartial, unknownWords }: SearchResults, { words }: Query): string {
  if (isPartial) return 'Nothing was found in the time given.'
  const isNamed = ({ start }: QueryPart) => {
    const role = words.find((word) => word.start === start)?.role
    return role === 'topic' || role === 'everyday'
  }
  const named = unknownWords.filter(isNamed)
  // No note need say a time: of “a party tonight”, it is the party that is missing.
  const told = named.filter(({ text }) => !isTimeWord(text))
  const topics = told.length > 0 ? told : named
  if (topics.length === 0) return 'The notes say nothing about this.'
  return `No note mentions ${quotedList(topics.map(({ text }) => text))}.`
}

/** Whether the question is nothing but a phrase, and no talk has it word for word. */
function lacksItsPhrase(query: Query, notices: readonly Notice[]): boolean {
  const isInPhrase = (word: QuestionPlace) =>
    query.phrases.some(({ start, end }) => start <= word.start && word.end <= end)
  return notices.some(({ kind }) => kind === 'unknown-phrase') && topicsOf(query).every(isInPhrase)
}

/** @param isBorneOut whether the talk has what a slip was taken for: otherwise it is rather asked than said */
function meant({ didYouMean, isCorrected }: SearchResults, isBorneOut: boolean): { didYouMean?: DidYouMean } {
  if (didYouMean === undefined) return {}
  return { didYouMean: { question: didYouMean, isAnswered: isCorrected && isBorneOut } }
}

/** @param lacking what the notes do not keep of the talk, as the end of `The notes …` */
function doubtOf({ query, found }: DecisionInput, lacking: string | undefined): Doubt {
  if (lacking !== undefined) {
    const explanation = `The notes ${lacking} of “${found.results[0]!.talk.title}”. They say:`
    return { reason: 'says-nothing', explanation }
  }
  const explanation = 'No talk says this word for word; these have its words.'
  if (lacksItsPhrase(query, found.notices)) return { reason: 'no-phrase', explanation }
  return explainDoubt(found.best ?? found.results[0]!, found.results)
}

/** What asks for a link of a talk, or for what follows it, rather than for what is said of videos. */
const linkNames =
  'videos?|recordings?|slides?|slide deck|code|source code|repo(?:sitory)?|follow-?ups?|further reading'
const askingForLink = new RegExp(
  [
    String.raw`\b(?:links? to|is there|are there|got|have|find|watch|see|show me|where (?:is|are|can i (?:find|get|see|watch))|where['’]s|send me|give me) (?:the |a |an |any |some )?(?<sought>${linkNames})\b`,
    String.raw`^(?:the |any )?(?<named>${linkNames})\b (?:of|for|from|to)\b`,
    String.raw`^what (?:are|were) the (?<follows>follow-?ups?)\b`,
    String.raw`\b(?<last>videos?|recordings?|slides|follow-?ups)[?!. ]*$`,
    String.raw`^(?:(?:is there|do you have|have you got|got|send me|give me|show me|what is|what['’]s|where is) )?(?:a |an |the |any )?(?<address>links?|urls?) (?:to|for|of)\b`,
    String.raw`\bgibt(?:['’]?s| es) (?:ein |eine |einen |irgendwelche )?(?<german>folien|videos?|aufzeichnung(?:en)?|aufnahmen?|code)\b`,
    String.raw`\bwhere (?:can|could|do|should) (?:i|we|one|you|people) (?<watched>re-?watch|watch)\b`,
  ].join('|'),
  'i',
)

/** What is asked for of a talk beside what it says, as people call it; undefined if nothing is. */
function linkAskedFor(question: string): string | undefined {
  const { sought, named, follows, last, german, watched, address } =
    askingForLink.exec(question)?.groups ?? {}
  return (sought ?? named ?? follows ?? last ?? german ?? watched ?? address)?.toLowerCase()
}

/** What the notes do not have of that, if they do not. */
function whatLinksLack(
  name: string,
  { links, followUps }: Pick<Talk, 'links' | 'followUps'>,
): string | undefined {
  if (/^(?:link|url)/.test(name)) return links.length > 0 ? undefined : 'have no links'
  if (/^(?:follow|fur)/.test(name)) return followUps.length > 0 ? undefined : 'have no follow-ups'
  const kind: LinkKind = /^(?:sl|fol)/.test(name)
    ? 'slides'
    : /^(?:code|so|repo)/.test(name)
      ? 'code'
      : 'video'
  return links.some((link) => link.kind === kind) ? undefined : `link no ${kind}`
}

/** In UTF-16 units: a note that has no field for its speaker may name one in its first sentences. */
const maxQuoted = 400

const askingForSpeaker =
  /\b(?:who|wer) (?:gave|presented|held|delivered|gives|presents|spoke|speaks|talked|talks|hielt|sprach|spricht|präsentierte)\b|\bwho(?:['’]s| is| was| were| are)? the (?:speakers?|presenters?)\b|\b(?:which|what) (?:speakers?|presenters?)\b/iu

/** What the notes do not say, if it is asked who gave a talk and they name nobody. */
function lackingSpeaker(question: string, { talk, quote }: SearchResult): string | undefined {
  const isAsked = talk.speakers.length === 0 && askingForSpeaker.test(question)
  return isAsked && !hasThing(quote(maxQuoted).text, { thing: 'person' }, { maxWordsToCounted: 0 })
    ? 'name no speaker'
    : undefined
}

/** Whether what is quoted tells just what is asked of a talk, of which the question says nothing that the talk does not have. */
const tellsThingAsked = ({ toldThing, missing, subjects }: AnswerEvidence): boolean =>
  toldThing !== undefined && isShownByForm(toldThing) && missing.length === 0 && subjects.length > 0

/** Of a thing without a name, nothing but the name answers. */
const isCertainlyUntold = (thing: ThingAsked): boolean => thing === 'name' || isShownByForm(thing)

/** Whether a talk has all of a question but the words for a link, which no note need say to have one. */
const lacksLinkNames = ({ subjects, missing }: AnswerEvidence, isCovered: boolean): boolean =>
  (subjects.length > 0 || isCovered) && missing.every((word) => linkName.test(word))
const linkName = new RegExp(`^(?:${linkNames}|links?|urls?)$`, 'i')
