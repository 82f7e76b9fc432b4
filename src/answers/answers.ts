import type { Now } from '../calendar/now.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import { isEmoji } from '../search/analysis/analyzer.ts'
import { parseQuery, rewrite, topicsOf, withPhrasesMeant } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import { defaultParameters, type RankingParameters } from '../search/rank/parameters.ts'
import {
  defaultTimeLimit,
  type PageOptions,
  type SearchEngine,
  type SearchOptions,
  type SearchResults,
  type SimilarTalk,
} from '../search/search-engine.ts'
import { suggestedBy } from '../search/suggest/did-you-mean.ts'
import type { Suggestion } from '../search/suggest/suggest.ts'
import { asQuestion } from '../text/as-question.ts'
import { saidOfTyped } from '../text/placed-text.ts'
import { type Answer, maxQuestionLength, type NoAnswerReason } from './answer.ts'
import { answerAddress, signOfAddress } from './answer-address.ts'
import { answerCollection } from './answer-collection.ts'
import { answerComparison } from './answer-comparison.ts'
import { maxTalksShown } from './answer-shape.ts'
import { chooseAnswer } from './choose-answer.ts'
import { exampleQuestions } from './example-questions.ts'
import type { ListAnswer } from './listing/answer-list.ts'
import { answerByClock } from './programme/answer-by-clock.ts'
import { answerOfDay } from './programme/answer-of-day.ts'
import { datesInFields } from './programme/find/dates-in-fields.ts'
import { asksForTime, withTimeAsked } from './programme/find/with-time-asked.ts'
import { signOfKind } from './read-kind-said.ts'
import { signOfLeavingOut } from './read-left-out.ts'
import { type ReadInWords, readSaidInWords } from './read-said-in-words.ts'
import { relaxQuestion } from './relax-question.ts'
import { mayGoByClock, mayWantCollection } from './request-signs.ts'
import { answerAway, noneIfAway } from './search-is-away.ts'
import { asSmallTalk } from './small-talk.ts'
import { whatToTry } from './what-to-try.ts'

/** The use cases over one reading of the notes, as every surface (Slack, terminal) sees them. It never changes. */
export interface Answers {
  readonly corpus: Corpus
  /** Whether the notes cannot be read: then nothing follows from what they lack. Default false. */
  readonly isUnread?: boolean
  /** When these answers were made, which is when the notes were read or found unchanged. */
  readonly readAt: Date
  /** A few questions, made from the notes, that a newcomer can try: the notes answer each. */
  readonly exampleQuestions: readonly string[]
  /** Answers any text whatever; never throws for what the text is. Default limit 3. */
  answerQuestion(question: string, options?: AskOptions): Promise<Answer>
  /** Talks like the given one with what they share, best first; empty for an unknown id. */
  similarTalks(talkId: string, options?: PageOptions): Promise<readonly SimilarTalk[]>
  /** What a talk is about and few others are, highest weight first; empty for an unknown id. */
  keyTerms(talkId: string, limit: number): Promise<readonly string[]>
  /** What goes on from the last clause of what is typed: speakers, tags, events, talks, values of its field; likeliest first. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
  findTalk(talkId: string): Talk | undefined
}

/** The same answers, to questions that are asked by some clock. */
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
  const parts: Parts = { corpus, engine, examples, parameters }
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

export interface AskOptions extends SearchOptions {
  /** Of the page before: if the notes have changed since, the answer starts again. */
  readonly corpusVersion?: string
  /** Which part of a list to give, if the question wants one. Default: its first twenty lines. */
  readonly list?: PageOptions
  /** Without it, nothing is answered of what is on today or now. */
  readonly now?: Now
  /** Answers from these talks alone, as ids, if they are among those that fit best. Default: from all. */
  readonly among?: ReadonlySet<string>
}

interface Parts {
  readonly corpus: Corpus
  readonly engine: SearchEngine
  /** Questions to suggest if there is nothing better. */
  readonly examples: readonly string[]
  readonly parameters: RankingParameters
}

/** Answers any text. Days that fields name are read by the clock of whoever asks. */
export async function answerQuestion(
  question: string,
  parts: Parts,
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
  parts: Parts,
  options: AskOptions,
  now?: Now,
): Promise<Answer> {
  const { corpus } = parts
  const deadline = performance.now() + (options.timeLimit ?? defaultTimeLimit)
  const asking: Asking = {
    question,
    parts,
    options,
    isOfOtherNotes: (options.corpusVersion ?? corpus.version) !== corpus.version,
    timeLeft: () => ({ timeLimit: Math.max(0, deadline - performance.now()) }),
  }
  const asked = parseQuery(question.length > maxQuestionLength ? '' : question)
  const ofProgramme = now && (await answerProgrammeOrDay(asked, now, asking))
  if (ofProgramme) return { ...ofProgramme, question }
  const linked = signOfAddress.test(asked.text)
    ? await answerAddress(asked, { engine: parts.engine, talks: corpus.talks }, options.list)
    : undefined
  if (linked) return linked
  const list = await answerCollectionWanted(asked, asking)
  if (list?.kind === 'listing') return list
  const mayBeInWords = signOfKind.test(asked.text) || signOfLeavingOut.test(asked.text)
  const said = list || !mayBeInWords ? undefined : await readSaidInWords(asked, parts.engine)
  if (said) return answerReading(said, asked, asking)
  const query = list ? parseQuery(list.clauses) : asked
  const refusal = refuse(question, query, corpus)
  const answer = refusal ? await answerRefused(refusal, query, asking) : await answerFromNotes(query, asking)
  if (list === undefined) return answer
  // Nobody typed the clauses of a list, so what is to be said of them tells nobody anything.
  const ofList = { ...answer, notices: asked.notices }
  // That there is one alone, or that these are all, is what a list tells.
  return ofList.kind === 'found' && (options.offset ?? 0) === 0
    ? { ...ofList, explanation: list.explanation }
    : ofList
}

/** From the talks that are of the kind said, less what is left out. A kind of which no talk fits may be a topic after all. */
async function answerReading(
  { query, placed, notices: read, rest, ifNone, mayBeWords }: ReadInWords,
  asked: Query,
  asking: Asking,
): Promise<Answer> {
  const { question } = asking
  const list = await answerCollectionWanted(query, asking)
  if (list?.kind === 'listing') return { ...list, question, notices: asked.notices }
  const answer = await answerFromNotes(list ? parseQuery(list.clauses) : query, asking)
  // Nobody typed the clauses of a list.
  const ofTyped = list ? asked.notices : saidOfTyped(answer.notices, placed)
  const notices = [...ofTyped, ...read]
  const asTyped = mayBeWords && answer.kind !== 'found' ? await answerFromNotes(asked, asking) : undefined
  if (asTyped?.kind === 'found' && asTyped.results[0]?.support().missing.length === 0) return asTyped
  if (answer.kind !== 'none') return { ...answer, question, notices }
  if (asTyped?.kind === 'unsure') return asTyped
  const endsInGrammar = parseQuery(rest).words.at(-1)?.role === 'grammar'
  const suggestions = endsInGrammar ? answer.suggestions : [asQuestion(rest)]
  return { ...answer, question, explanation: ifNone, suggestions, notices }
}

/** One question on its way to its answer. */
interface Asking {
  /** As it was typed. */
  readonly question: string
  readonly parts: Parts
  readonly options: AskOptions
  /** Whether the page before was of notes that have changed since. */
  readonly isOfOtherNotes: boolean
  /** What the searches so far have left to further ones. */
  readonly timeLeft: () => Pick<SearchOptions, 'timeLimit'>
}

/** What is on when and where, when a talk is, and what was said on some day. */
async function answerProgrammeOrDay(
  asked: Query,
  now: Now,
  { parts, options }: Asking,
): Promise<Answer | undefined> {
  const { corpus, engine } = parts
  const { timeLimit } = options
  const ask = (wanted: string) => answerOther(wanted, parts, { limit: maxTalksShown, timeLimit })
  const notes = { engine, events: corpus.events, corpusVersion: corpus.version, ask }
  const askDated: Parameters<typeof answerOfDay>[1]['ask'] = (wanted, { isList, among } = {}) =>
    answerAsTyped(wanted, parts, { ...options, ...(among && { among }) }, isList ? now : undefined)
  return (
    (await answerByClock(asked, notes, { now, list: options.list })) ??
    (await answerOfDay(asked, { ...notes, ask: askDated }, now))
  )
}

/** A list, a count, links, or what is asked of the notes as a whole; or the clauses of the few talks that would be listed. */
async function answerCollectionWanted(
  asked: Query,
  { question, parts, options, isOfOtherNotes, timeLeft }: Asking,
): Promise<ListAnswer | undefined> {
  if (!mayWantCollection(asked)) return undefined
  const topicMeant = async (topic: string) => {
    const answer = await answerOther(topic, parts, { limit: 1, ...timeLeft() })
    if (answer.kind !== 'found') return undefined
    return answer.didYouMean?.isAnswered ? answer.didYouMean.question : topic
  }
  const { sort, among } = options
  const page = {
    ...options.list,
    ...(sort && { sort }),
    ...(among && { among }),
    ...(isOfOtherNotes && { offset: 0 }),
  }
  const answer = await answerCollection(asked, { engine: parts.engine, topicMeant }, page)
  const isStartedAgain = isOfOtherNotes && (options.list?.offset ?? 0) > 0
  return answer?.kind === 'listing' ? { ...answer, question, isStartedAgain } : answer
}

/** What cannot be asked as it stands is asked as it was probably meant; else it is said why it cannot. */
async function answerRefused(
  { reason, explanation, advice }: Refusal,
  query: Query,
  { question, parts, options, timeLeft }: Asking,
): Promise<Answer> {
  const { notices } = query
  if (reason === 'no-words') {
    const { answer } = await askEngine(question, query, parts, { ...options, ...timeLeft() })
    if (answer.kind !== 'none') return answer
  }
  // `langauge:it` alone has nothing to search for as it stands.
  const asMeant = rewrite(query.text, suggestedBy(notices))
  if (asMeant !== query.text && options.spelling !== false) {
    const answer = await answerQuestion(asMeant, parts, { ...options, ...timeLeft() })
    const didYouMean = { question: asMeant, isAnswered: true }
    if (answer.kind === 'listing') return { ...answer, question, notices }
    if (answer.kind !== 'none') return { ...answer, question, notices, didYouMean }
  }
  const suggestions = [advice, ...parts.examples.slice(0, 2)]
  const { version: corpusVersion } = parts.corpus
  return { kind: 'none', reason, question, results: [], explanation, suggestions, notices, corpusVersion }
}

/** If a question finds nothing as it stands, it is asked again as it was probably meant. */
async function answerFromNotes(query: Query, asking: Asking): Promise<Answer> {
  const { question, parts, options, isOfOtherNotes, timeLeft } = asking
  const isStartedAgain = isOfOtherNotes && (options.offset ?? 0) > 0
  const page = isStartedAgain ? { ...options, offset: 0 } : options
  const ask = (wanted: string, of: Query) => askEngine(wanted, of, parts, { ...page, ...timeLeft() })
  const asTyped = await ask(question, query)
  const { answer, didYouMean, isOffered } = asTyped
  const { offset = 0 } = page
  if (answer.kind === 'found') return { ...answer, isStartedAgain }
  // What is only near in meaning may be misspelt.
  const isWeak = answer.kind === 'none' || answer.reason === 'near'
  if (isWeak && didYouMean !== undefined && !isOffered && options.spelling !== false) {
    const query = parseQuery(didYouMean)
    const meant = await ask(didYouMean, query)
    if (meant.answer.kind === 'found' || (meant.answer.kind !== 'none' && answer.kind === 'none')) {
      const suggestions = meant.answer.kind === 'found' ? [] : await suggestionsAfter(meant, query, asking)
      const corrected = { question: didYouMean, isAnswered: true }
      const { notices } = answer
      return { ...meant.answer, question, suggestions, notices, didYouMean: corrected, isStartedAgain }
    }
  }
  const askSide = (side: string) => answerOther(side, parts, { limit: 1, ...timeLeft() })
  const compared =
    offset > 0 || (didYouMean !== undefined && !isOffered)
      ? undefined
      : await answerComparison(question, answer, { unknownWords: asTyped.unknownWords, ask: askSide })
  if (compared) return { ...compared, isStartedAgain }
  const isAsked = isOffered || (answer.kind !== 'none' && answer.didYouMean?.isAnswered === false)
  const offered = didYouMean !== undefined && isAsked ? [asQuestion(didYouMean)] : []
  const suggestions = [...offered, ...(await suggestionsAfter(asTyped, query, asking))].slice(0, 4)
  if (answer.kind !== 'none') return { ...answer, suggestions, isStartedAgain }
  const explanation = `${answer.explanation}${offered.length > 0 ? ' Did you mean this?' : ''}`
  const askWords = (words: string) => answerOther(words, parts, { limit: 1, ...timeLeft() })
  const asMeant = withPhrasesMeant(query, parts.parameters.decision)
  return relaxQuestion({ ...answer, explanation, suggestions }, asMeant, askWords)
}

/** What to try after an answer that may be none. */
function suggestionsAfter(
  { answer, unknownWords }: Awaited<ReturnType<typeof askEngine>>,
  query: Query,
  { parts, timeLeft }: Asking,
): Promise<string[]> {
  const answerTo = async (other: string) => {
    const answer = await answerOther(other, parts, { limit: 1, byMeaning: false, ...timeLeft() })
    return answer.kind === 'found' ? { talk: answer.results[0]!.talk, total: answer.total } : undefined
  }
  const shown = answer.results.map(({ talk }) => talk.id)
  return whatToTry({ query, unknownWords, shown }, { ...parts, answerTo })
}

/** Answers another question than the one that was asked, from the notes alone. */
async function answerOther(question: string, parts: Parts, options: AskOptions) {
  return (await askEngine(question, parseQuery(question), parts, options)).answer
}

async function askEngine(question: string, query: Query, parts: Parts, options: AskOptions) {
  const { corpus, engine } = parts
  const { decision } = parts.parameters
  const limit = Math.max(1, options.limit ?? 3)
  const offset = Math.max(0, options.offset ?? 0)
  const search = { ...options, minShare: decision.listedShare }
  const found = options.among
    ? foundAmong(await engine.search(query, { ...search, limit: maxAmong }), options.among, { offset, limit })
    : await engine.search(query, { ...search, offset, limit })
  const talkCount = corpus.talks.length
  const chosen = chooseAnswer({ question, query, found, talkCount, decision })
  const isOfTime = query.filters.length > 0 && asksForTime(query.filters)
  const answer = isOfTime ? atTimesAsked(chosen, query) : chosen
  const { didYouMean, isOffered, unknownWords } = found
  return { answer, didYouMean, isOffered, unknownWords }
}

/** More talks fit no question well. */
const maxAmong = 50

/** What was found, without other talks than these. */
function foundAmong(
  found: SearchResults,
  ids: ReadonlySet<string>,
  { offset, limit }: Required<PageOptions>,
): SearchResults {
  const results = found.results.filter(({ talk }) => ids.has(talk.id))
  return {
    ...found,
    results: results.slice(offset, offset + limit),
    offset,
    total: results.length,
    best: results[0],
    bestCoverage: Math.max(0, ...results.map(({ coverage }) => coverage)),
  }
}

function atTimesAsked<Chosen extends ReturnType<typeof chooseAnswer>>(
  answer: Chosen,
  { filters }: Query,
): Chosen {
  const results = answer.results.map((result) => ({
    ...result,
    talk: withTimeAsked(result.talk, filters),
  }))
  return { ...answer, results }
}

/** Without any, only a title of small words, or an emoji, may be meant. */
function hasWords(query: Query): boolean {
  return topicsOf(query).some(({ folded }) => !isEmoji(folded))
}

interface Refusal {
  readonly reason: NoAnswerReason
  readonly explanation: string
  readonly advice: string
}

/** Why a question cannot be asked at all; for want of words, only if there is nothing that it names as it is. */
function refuse(question: string, query: Query, { talks }: Pick<Corpus, 'talks'>): Refusal | undefined {
  const { text, prefixes, filters, exclusions } = query
  if (question.length > maxQuestionLength) {
    const length = `${question.length.toLocaleString('en')} characters`
    const limit = maxQuestionLength.toLocaleString('en')
    return {
      reason: 'too-long',
      explanation: `The question is too long: it has ${length}, and ${limit} is the most.`,
      advice: 'Ask for one thing, in a sentence or in a few words.',
    }
  }
  if (text === '') {
    const advice = 'Ask about a topic, a tool or a speaker.'
    return { reason: 'empty', explanation: 'There is no question yet.', advice }
  }
  const bare = (said: string) => said.toLowerCase().replace(/[\s?!.]+$/, '')
  const isTitle = () => talks.some(({ title }) => bare(title) === bare(text))
  if (/\p{L}/u.test(text) && asSmallTalk(text) !== undefined && !isTitle()) {
    const explanation = 'That asks nothing of the notes.'
    return { reason: 'small-talk', explanation, advice: 'Ask about a topic, a tool or a speaker.' }
  }
  if (hasWords(query) || prefixes.length > 0 || filters.some(({ isExcluded }) => !isExcluded))
    return undefined
  if (exclusions.length + filters.length > 0) {
    return {
      reason: 'only-exclusions',
      explanation: 'The question only says what the talks should not be about.',
      advice: 'Add what you look for, as in `testing -django`.',
    }
  }
  const explanation = 'The question has no words to search for.'
  return { reason: 'no-words', explanation, advice: 'Name a topic, a tool or a speaker.' }
}

/** Talks like the given one, best first; empty for an unknown id, and if nothing resembles it. */
async function findSimilarTalks(
  talkId: string,
  { engine, parameters }: Parts,
  { limit = 3, offset = 0 }: PageOptions = {},
): Promise<readonly SimilarTalk[]> {
  const similar = await engine.similar(talkId, { limit, offset })
  return similar.filter(({ coverage, isNear }) => isNear || coverage >= parameters.similar.minResemblance)
}
