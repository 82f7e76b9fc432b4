import type { Now } from '../calendar/now.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import { parseQuery } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import { defaultParameters, type RankingParameters } from '../search/rank/parameters.ts'
import {
  defaultTimeLimit,
  type PageOptions,
  type SearchEngine,
  type SimilarTalk,
} from '../search/search-engine.ts'
import type { Suggestion } from '../search/suggest/suggest.ts'
import { type Answer, type Answered, maxQuestionLength, type Unanswered } from './answer.ts'
import { answerAddress, signOfAddress } from './answer-address.ts'
import { answerAway, noneIfAway } from './answer-away.ts'
import { answerBesideRemark, signOfRemark } from './answer-beside-remark.ts'
import { answerCollection } from './answer-collection.ts'
import { answerKeynote, signOfKeynote } from './answer-keynote.ts'
import { answerRefused } from './answer-refused.ts'
import { answerReworded, signOfRewording } from './answer-reworded.ts'
import { answerSaidInWords } from './answer-said-in-words.ts'
import { maxTalksShown } from './answer-shape.ts'
import { askOtherwise } from './ask-otherwise.ts'
import type { Answerer, AnswerParts, Asking, AskOptions, SearchedAnswer } from './asking.ts'
import { decideAnswer } from './decide-answer.ts'
import { exampleQuestions } from './example-questions.ts'
import { foundAmong, searchAmong } from './found-among.ts'
import { answerByClock } from './programme/answer-by-clock.ts'
import { answerOfYear } from './programme/answer-of-year.ts'
import { answerSaidOnDay } from './programme/answer-said-on-day.ts'
import { datesInFields } from './programme/find/dates-in-fields.ts'
import { asksForTime, withTimesAsked } from './programme/find/with-time-asked.ts'
import { mayGoByClock, maySayInWords, mayWantCollection, whyRefused } from './request-signs.ts'

/** The use cases over one reading of the notes, as every surface (Slack, terminal) sees them. It never changes. */
export interface Answers {
  readonly corpus: Corpus
  /** Whether the notes cannot be read, so that what they lack means nothing. Default: false. */
  readonly isUnread?: boolean
  /** When these answers were made, which is when the notes were read or found unchanged. */
  readonly readAt: Date
  /** A few questions, made from the notes, that a newcomer can try: the notes answer each. */
  readonly exampleQuestions: readonly string[]
  /** Answers any text whatever; never throws for what the text is. Default limit 3. */
  answerQuestion(question: string, options?: AskOptions): Promise<Answer>
  /** Talks like the given one with what they share, best first; empty for an unknown id. */
  similarTalks(talkId: string, options?: PageOptions): Promise<readonly SimilarTalk[]>
  /** Terms that tell what a talk is about and few others are, highest weight first; empty for an unknown id. */
  keyTerms(talkId: string, limit: number): Promise<readonly string[]>
  /** Completions of the last clause of what is typed: speakers, tags, events, talks, values of its field; likeliest first. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
  findTalk(talkId: string): Talk | undefined
}

/** The same answers, with days and times by a given clock. */
export const withClock = (answers: Answers, now: () => Now): Answers => ({
  ...answers,
  answerQuestion: (question, options) => answers.answerQuestion(question, { now: now(), ...options }),
})

/**
 * @param engine built from the same corpus
 * @param examples the corpus's, if they are known already: those of `chooseExamples` were asked
 * @param parameters those that the engine ranks by
 */
export function createAnswers(
  corpus: Corpus,
  engine: SearchEngine,
  {
    examples = exampleQuestions(corpus.talks),
    parameters = defaultParameters,
  }: {
    readonly examples?: readonly string[]
    readonly parameters?: RankingParameters
  } = {},
): Answers {
  const talks = new Map(corpus.talks.map((talk) => [talk.id, talk]))
  const parts: AnswerParts = { corpus, engine, examples, parameters }
  return {
    corpus,
    readAt: new Date(),
    exampleQuestions: examples,
    answerQuestion: (question, options) =>
      answerQuestion(question, parts, options).catch((failure: unknown) =>
        answerAway(failure, question, corpus.version),
      ),
    similarTalks: (talkId, options) => findSimilarTalks(talkId, parts, options),
    keyTerms: (talkId, limit) => engine.keyTerms(talkId, limit),
    suggest: (typed, limit) => engine.suggest(typed, limit).catch(noneIfAway),
    findTalk: (talkId) => talks.get(talkId),
  }
}

/**
 * Who may answer a question: the first of them that has an answer gives it. Most questions have signs only of the last.
 */
const answerers: readonly Answerer[] = [
  // What stands beside a remark
  { hasSign: ({ query }) => signOfRemark.test(query.text), answer: answerBesideRemark },
  // What is asked in words that no note need have
  { hasSign: ({ query }) => signOfRewording.test(query.text), answer: answerReworded },
  // The keynote of an event
  { hasSign: ({ query }) => signOfKeynote.test(query.text), answer: answerKeynote },
  // What is on when and where, when a talk is, and what was said on some day
  { hasSign: ({ now }) => now !== undefined, answer: answerByTime },
  // Which talks link to an address
  { hasSign: ({ query }) => signOfAddress.test(query.text), answer: answerAddress },
  // A list, a count, links, what the notes keep of a talk, and the notes as a whole
  { hasSign: ({ query }) => mayWantCollection(query), answer: answerCollection },
  // The talks in a language, with a video, or less what is left out
  { hasSign: ({ query }) => maySayInWords(query), answer: answerSaidInWords },
  // Why a question cannot be asked as it stands
  { hasSign: (asking) => whyRefused(asking) !== undefined, answer: answerRefused },
  // What talks say
  { hasSign: () => true, answer: answerFromNotes },
]

/** Answers any text. Days in fields are read by the asker's clock. */
export async function answerQuestion(
  question: string,
  parts: AnswerParts,
  options: AskOptions = {},
): Promise<Answer> {
  const { now } = options
  const names = now && question.length <= maxQuestionLength ? await parts.engine.names() : undefined
  // Most questions do not ask of days and times.
  if (now === undefined || names === undefined || !mayGoByClock(question, names))
    return answerAsTyped(question, parts, options)
  const dated = datesInFields(question, now, names.days())
  if (dated === undefined) return answerAsTyped(question, parts, options, now)
  const answer = await answerAsTyped(dated.text, parts, options, now)
  const notices = answer.notices.map((notice) => ({ ...notice, ...dated.asTyped(notice) }))
  return { ...answer, question, notices }
}

/**
 * Every page of an answer is of the same kind, because the first results decide it.
 * @param now if days, times and rooms may be asked for
 */
async function answerAsTyped(
  question: string,
  parts: AnswerParts,
  options: AskOptions,
  now?: Now,
): Promise<Answer> {
  const { version } = parts.corpus
  const deadline = performance.now() + (options.timeLimit ?? defaultTimeLimit)
  const asking: Asking = {
    question,
    query: parseQuery(question.length > maxQuestionLength ? '' : question),
    ...(now && { now }),
    parts,
    options,
    isOfOtherNotes: (options.corpusVersion ?? version) !== version,
    timeLeft: () => ({ timeLimit: Math.max(0, deadline - performance.now()) }),
    search: (wanted, limits, query = parseQuery(wanted)) => searchNotes(wanted, query, parts, limits),
    answerFromNotes: (query) => answerFromNotes({ ...asking, query }),
    answerAnew: (wanted) => answerQuestion(wanted, parts, { ...options, ...asking.timeLeft() }),
  }
  for (const { hasSign, answer } of answerers) {
    const given = hasSign(asking) ? await answer(asking) : undefined
    if (given) return given
  }
  throw new Error('The last of the answerers answers whatever is left.')
}

/** What is on when and where, when a talk is, and what was said on some day. */
async function answerByTime({
  question,
  query,
  now,
  parts,
  options,
  search,
  answerAnew,
}: Asking): Promise<Answer | undefined> {
  if (now === undefined) return undefined
  const { timeLimit, list } = options
  const { events, version: corpusVersion } = parts.corpus
  const ask = async (wanted: string) => (await search(wanted, { limit: maxTalksShown, timeLimit })).answer
  const notes = { engine: parts.engine, events, corpusVersion, ask }
  const askDated: Parameters<typeof answerSaidOnDay>[1]['ask'] = (wanted, { isList, among } = {}) =>
    answerAsTyped(wanted, parts, { ...options, ...(among && { among }) }, isList ? now : undefined)
  const answer =
    (await answerOfYear(query, { engine: parts.engine, ask: answerAnew }, now)) ??
    (await answerByClock(query, notes, { now, list })) ??
    (await answerSaidOnDay(query, { ...notes, ask: askDated }, now))
  return answer && { ...answer, question }
}

/** What talks say; what they do not say well is asked in other ways too. */
async function answerFromNotes(asking: Asking): Promise<Answered | Unanswered> {
  const { question, query, options, isOfOtherNotes, timeLeft, search } = asking
  const isStartedAgain = isOfOtherNotes && (options.offset ?? 0) > 0
  const page = isStartedAgain ? { ...options, offset: 0 } : options
  const asTyped = await search(question, { ...page, ...timeLeft() }, query)
  const answer = asTyped.answer.kind === 'found' ? asTyped.answer : await askOtherwise(asTyped, page, asking)
  return answer.kind === 'none' ? answer : { ...answer, isStartedAgain }
}

/** What the notes say to a question as it stands. */
async function searchNotes(
  question: string,
  query: Query,
  { corpus, engine, parameters }: AnswerParts,
  options: AskOptions,
): Promise<SearchedAnswer> {
  const { decision } = parameters
  const limit = Math.max(1, options.limit ?? 3)
  const offset = Math.max(0, options.offset ?? 0)
  const search = { ...options, minShare: decision.listedShare }
  const found = options.among
    ? foundAmong(await engine.search(query, { ...search, ...searchAmong(options.among) }), options.among, {
        offset,
        limit,
      })
    : await engine.search(query, { ...search, offset, limit })
  const decided = decideAnswer({ question, query, found, talkCount: corpus.talks.length, decision })
  const { didYouMean, isOffered, unknownWords } = found
  const isOfTime = query.filters.length > 0 && asksForTime(query.filters)
  const answer =
    isOfTime && decided.kind !== 'none'
      ? { ...decided, results: withTimesAsked(decided.results, query.filters) }
      : decided
  return { answer, didYouMean, isOffered, unknownWords }
}

/** Talks like the given one, best first; empty for an unknown id, and if nothing resembles it. */
async function findSimilarTalks(
  talkId: string,
  { engine, parameters }: AnswerParts,
  { limit = 3, offset = 0 }: PageOptions = {},
): Promise<readonly SimilarTalk[]> {
  const similar = await engine.similar(talkId, { limit, offset })
  return similar.filter(({ coverage, isNear }) => isNear || coverage() >= parameters.similar.minResemblance)
}
