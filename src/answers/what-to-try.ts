import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analysis/analyzer.ts'
import { topicsOf } from '../search/query/parse-query.ts'
import type { Query, QueryPart } from '../search/query/query.ts'
import { askedLanguages, asksIn } from '../search/query/word-roles.ts'
import { rewrite } from '../search/query/write-query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SearchEngine, Topic } from '../search/search-engine.ts'
import { amountOf } from '../text/amount-of.ts'
import { asQuestion, bareQuestion } from '../text/as-question.ts'
import { enumerate } from '../text/enumerate.ts'
import { fold } from '../text/fold.ts'
import { letterPairsOf, resemblanceOf } from '../text/nearest-names.ts'
import { rememberingOf } from '../text/remembering.ts'
import { describeNotes } from './describe-notes.ts'

/** A question that was not answered, and what is known about it. */
interface Unsettled {
  readonly query: Query
  /** Its words that no talk has in any form. */
  readonly unknownWords: readonly QueryPart[]
  /** The talks that are shown although they may not answer it, as ids. */
  readonly shown: readonly string[]
}

interface TryParts {
  readonly corpus: Pick<Corpus, 'events' | 'talks'>
  readonly engine: SearchEngine
  /** Questions that the notes answer. */
  readonly examples: readonly string[]
  readonly parameters: Pick<RankingParameters, 'suggestions'>
  /** The talk that answers a question best, if any does, and how many fit it. */
  readonly answerTo: (
    question: string,
  ) => Promise<{ readonly talk: Talk; readonly total: number } | undefined>
}

const maxQuestions = 3
/** How many are tried at most, so that a long question takes no longer than others. */
const maxTries = 6

/**
 * What to try after a question that was not answered: questions that can be asked as they stand, made from it. They are about
 * names that its words begin, topics spelled like them, and what it names that the notes do mention. If there are none, and no
 * talk to show, one line says what the notes are about, and examples follow.
 */
export async function whatToTry(unsettled: Unsettled, parts: TryParts): Promise<string[]> {
  const { query, unknownWords, shown } = unsettled
  const { corpus, engine, examples, answerTo } = parts
  const { suggestions } = parts.parameters
  const topics = await engine.topics()
  const asked = topicsOf(query)
  const isTopic = (part: QueryPart) =>
    asked.some(({ start, role }) => start === part.start && role === 'topic')
  const unknown = unknownWords.filter(isTopic)
  const near = nearestTopics(
    unknown.map(({ text }) => text),
    topics,
    suggestions,
  )
  const names = [...namedTopics(query, topics), ...near]
  const isForeignGrammar = (word: string) => asksIn(word, askedLanguages)
  const words = asked
    .filter(({ role, folded }) => role === 'topic' && !isForeignGrammar(folded))
    .map(({ text }) => text)
  const questions =
    unknown.length <= maxCompletions ? await completions(query.text, unknown, { engine, ...suggestions }) : []
  const tried = new Set<string>()
  /** A question for a talk that is shown already, by its summary: better than nothing. */
  let toShown: string | undefined
  for (const topic of [...names, ...words]) {
    if (questions.length >= maxQuestions || tried.size === maxTries) break
    if (tried.has(termsOf(topic))) continue
    tried.add(termsOf(topic))
    const question = `Any talks on ${topic}?`
    const answer = await answerTo(question)
    // A word that only stands somewhere in a talk is no topic.
    if (answer === undefined || !(names.includes(topic) || isInTitle(topic, answer.talk.title))) continue
    const isShown = answer.total === 1 && shown.includes(answer.talk.id)
    if (isShown) toShown ??= question
    else questions.push(question)
  }
  if (questions.length > 0) return questions
  if (shown.length > 0) return toShown === undefined ? [] : [toShown]
  return [describeTopics(topics, corpus), ...examples.slice(0, 2)]
}

function isInTitle(word: string, title: string): boolean {
  const terms = new Set(analyze(title).map(({ term }) => term))
  return analyze(word).every(({ term }) => terms.has(term))
}

const maxNameWords = 3
const maxCompletions = 2

type SuggestionParameters = RankingParameters['suggestions']

/** The question with a name of the notes in place of a word that only begins it: `marte` for Alex Martelli. */
async function completions(
  question: string,
  unknownWords: readonly QueryPart[],
  { engine, minLettersOfBeginning, minShareOfBeginning }: Pick<TryParts, 'engine'> & SuggestionParameters,
): Promise<string[]> {
  const completed: string[] = []
  for (const { text, start, end } of unknownWords.slice(0, 8)) {
    if (text.length < minLettersOfBeginning || completed.length === maxCompletions) continue
    const [name] = await engine.suggest(text, 1)
    // A whole title in the middle of a sentence makes no sentence.
    if (name === undefined || name.text.split(' ').length > maxNameWords) continue
    if (
      text.length < bareQuestion(question).length &&
      !isGoodPartOfWord(text, name.text, minShareOfBeginning)
    )
      continue
    const whole = rewrite(question, [{ start, end, text: name.text }])
    completed.push(asQuestion(whole))
  }
  return completed
}

/** How much of a name's word a word must be that begins it: among other words, “geo” hardly stands for George. */
function isGoodPartOfWord(begun: string, name: string, minShare: number): boolean {
  const whole = name.split(' ').find((word) => fold(word).startsWith(fold(begun)))
  return whole === undefined || begun.length > minShare * whole.length
}

/** Long enough to tell most words apart, short enough to be the same in all forms of one. */
const beginningLength = 4

/** The topics that the question names, in any form of their words, written as in the question if possible; the longest first. */
function namedTopics(query: Query, topics: readonly Topic[]): string[] {
  const asked = topicsOf(query)
  const beginnings = asked.map(({ folded }) => folded.slice(0, beginningLength))
  const { folded } = readTopics(topics)
  const byTerms = new Map(
    topics
      .filter((_, place) => beginnings.some((beginning) => folded[place]!.includes(beginning)))
      .map(({ tag }) => [termsOf(tag), tag]),
  )
  const named = asked.flatMap(({ start }, at) =>
    asked.slice(at, at + maxNameWords).flatMap(({ end }) => {
      const typed = query.text.slice(start, end)
      const tag = byTerms.get(termsOf(typed))
      return tag === undefined ? [] : [fold(tag) === fold(typed) ? typed : tag]
    }),
  )
  return named.sort((a, b) => b.length - a.length)
}

function termsOf(name: string): string {
  return analyze(name)
    .map(({ term }) => term)
    .join(' ')
}

const topicsNamed = 3

/** What the notes are about, in one line. */
function describeTopics(topics: readonly Topic[], corpus: TryParts['corpus']): string {
  if (corpus.talks.length === 0) return 'There are no notes yet.'
  if (topics.length === 0) return `The notes are of ${describeNotes(corpus)}.`
  const names = readTopics(topics).first
  const others = topics.length - names.length
  const list = others > 0 ? [...names, amountOf(others, 'other topic')] : names
  return `The notes are about ${enumerate(list, 'and')}.`
}

const topicsSuggested = 3

/**
 * The tags of the notes that are spelled most like the question's words, then those that more talks have: to try if a question
 * found little or nothing. A tag that resembles none of its words is no help.
 */
function nearestTopics(
  words: readonly string[],
  topics: readonly Topic[],
  { minResemblanceOfTag }: SuggestionParameters,
): string[] {
  if (words.length === 0) return []
  const asked = words.map((word) => letterPairsOf(fold(word)))
  const { pairs } = readTopics(topics)
  return topics
    .map(({ tag, talks }, place) => {
      const ofTag = pairs[place]!
      return { tag, talks, resemblance: Math.max(0, ...asked.map((word) => resemblanceOf(word, ofTag))) }
    })
    .filter(({ resemblance }) => resemblance >= minResemblanceOfTag)
    .sort((a, b) => b.resemblance - a.resemblance || b.talks - a.talks || (a.tag < b.tag ? -1 : 1))
    .slice(0, topicsSuggested)
    .map(({ tag }) => tag)
}

/** What is made of the topics of one reading of the notes, once. */
interface TopicsRead {
  /** By place. */
  readonly folded: readonly string[]
  readonly pairs: readonly ReadonlySet<string>[]
  /** Those that most talks have. */
  readonly first: readonly string[]
}

const readTopics = rememberingOf((topics: readonly Topic[]): TopicsRead => {
  const folded = topics.map(({ tag }) => fold(tag))
  const first = topics.toSorted((a, b) => b.talks - a.talks || (a.tag < b.tag ? -1 : 1)).slice(0, topicsNamed)
  return { folded, pairs: folded.map(letterPairsOf), first: first.map(({ tag }) => tag) }
})
