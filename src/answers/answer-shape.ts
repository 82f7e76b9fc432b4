import type { Talk } from '../notes/talk.ts'
import { analyze, isEmoji, splitWords } from '../search/analysis/analyzer.ts'
import { stem } from '../search/analysis/stem.ts'
import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Query, QueryWord } from '../search/query/query.ts'
import { askedLanguages, wordsThatOnlyAsk } from '../search/query/word-roles.ts'
import type { SearchResult, SearchResults } from '../search/search-engine.ts'
import type { Quotation } from '../search/snippet/quotation.ts'
import { rememberingOf } from '../text/remembering.ts'
import { sentencesOf } from '../text/sentences.ts'
import { askingWordList, severalTalksList, talkWordList, whoWordList } from './shape-word-lists.ts'

/** How an answer reads. */
export interface AnswerShape {
  /**
   * `passage`: sentences of the first talk answer. `summary`: the question is about that talk as a whole, so its summary
   * does. `talks`: the question is about a topic that several talks fit alike, or asks for talks, so their list does.
   */
  readonly form: 'passage' | 'summary' | 'talks'
  /** How many of the results are worth showing: the first, and those after it that fit nearly as well. */
  readonly shown: number
}

/** How many talks an answer shows at most. */
export const maxTalksShown = 3

/**
 * Decides whether sentences answer a question, or a talk, or several. The words of the question tell: if they are no more
 * than one name of a talk (its title, a speaker, a tag) besides words about talks, the question is about all of it; if
 * they ask how, why or who, deny something, or say anything more of it, it is about something in it.
 */
export function shapeOf(
  asked: Query,
  { results, offset, isCorrected, didYouMean }: ShapedResults,
  bounds: ShapeBounds,
): AnswerShape {
  const shown = bounds.isSure ? countNear(results, bounds) : Math.min(results.length, 1)
  // Pages after the first are lists to choose from, and so are lists by date, which have no scores.
  if (offset > 0 || (results.length > 1 && results.every(({ score }) => score === 0)))
    return { form: 'talks', shown: Math.min(results.length, maxTalksShown) }
  const query = withoutAskingElsewhere(
    isCorrected && didYouMean !== undefined ? parseQuery(didYouMean) : asked,
  )
  const passage: AnswerShape = { form: 'passage', shown }
  const talks = results.slice(0, maxTalksShown).map(({ talk }) => talk)
  if (asksForMore(query) && !isTitleOf(query, talks[0])) return passage
  const subject = subjectOf(query)
  if (subject.length === 0) return whole(talks.length)
  const bond = talks[0] === undefined ? 'none' : bondOf(subject, talks[0])
  if (bond === 'all') return { form: 'summary', shown }
  const named = bond === 'none' ? 0 : countWhile(talks, (talk) => bondOf(subject, talk) !== 'none')
  if (bond === 'own') return whole(named)
  if (named > 1 && (namesTalks(query) || (isBare(query) && named === maxTalksShown))) return whole(named)
  // Of talks on this and that, one need not be on both.
  const onEither = countWhile(talks, (talk) =>
    partsOf(subject, query).some((part) => bondOf(part, talk) !== 'none'),
  )
  if (bounds.isSure && onEither > 1 && asksForSeveral(query)) return whole(onEither)
  return shown > 1 && asksForSeveral(query) ? whole(shown) : passage
}

/** `observability and SLOs`: what stands before each “and” or “or”, and after the last. */
function partsOf(subject: readonly QueryWord[], { words }: Query): readonly (readonly QueryWord[])[] {
  const joints = words.filter(({ folded }) => joining.has(folded)).map(({ start }) => start)
  return [...Map.groupBy(subject, ({ start }) => joints.filter((joint) => joint < start).length).values()]
}

const joining: ReadonlySet<string> = new Set(['and', 'or', 'und', 'oder'])

/** What only asks in another language is no topic: of “wer hat über Segel gesprochen?”, only the sails are. */
function withoutAskingElsewhere(query: Query): Query {
  const asking = wordsThatOnlyAsk(query.words, askedLanguages)
  if (asking.size === 0) return query
  const words = query.words.map(
    (word): QueryWord =>
      word.use === 'topic' && asking.has(word.folded) ? { ...word, use: 'asking' } : word,
  )
  return { ...query, words }
}

/** See `RankingParameters.decision`. */
interface ShapeBounds {
  /** Whether the first talk answers: if it may not, others that are as near are no help. */
  readonly isSure: boolean
  readonly nearCoverage: number
  readonly nearScore: number
}

type ShapedResults = Pick<SearchResults, 'results' | 'offset' | 'isCorrected' | 'didYouMean'>

const whole = (talks: number): AnswerShape => ({ form: talks > 1 ? 'talks' : 'summary', shown: talks })

/** The first of the results, and those next to it that fit nearly as well. */
function countNear(results: readonly SearchResult[], { nearCoverage, nearScore }: ShapeBounds): number {
  const [best] = results
  if (best === undefined) return 0
  const isNear = ({ coverage, score }: SearchResult) =>
    coverage() >= nearCoverage * best.coverage() && score >= nearScore * best.score
  return countWhile(results.slice(0, maxTalksShown), isNear)
}

function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const end = items.findIndex((item) => !holds(item))
  return end < 0 ? items.length : end
}

/** What the question is about, without emoji, words about talks and, if it has such words, without those that praise them. */
function subjectOf(query: Query): readonly QueryWord[] {
  const isAboutTalks = namesTalks(query)
  return topicsOf(query).filter(
    ({ folded, role }) => !isEmoji(folded) && !talkWords.has(folded) && !(isAboutTalks && role === 'generic'),
  )
}

/**
 * How these words name a talk: `all` of its title, or a name of its `own` (a part of the title, or of a speaker's
 * name), or one whole `tag`, or `none`.
 */
function bondOf(subject: readonly QueryWord[], talk: Talk) {
  const asked = termsOfWords(subject, talk.language)
  const { title, speakers, tags } = termsOfNames(talk)
  if (asked.size === 0) return 'none'
  if (isSame(asked, title)) return 'all'
  if (isSubset(asked, title) || speakers.some((name) => isSubset(asked, name))) return 'own'
  return tags.some((tag) => isSame(asked, tag)) ? 'tag' : 'none'
}

/** A text as a whole and in its parts. */
function termsOfWords(words: readonly QueryWord[], language: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const { folded, parts } of words) {
    terms.add(stem(folded, language))
    for (const part of parts) terms.add(stem(part, language))
  }
  return terms
}

const termsOfNames = rememberingOf(({ title, speakers, tags, language }: Talk) => {
  const termsOf = (text: string) => new Set(analyze(text, language).map(({ term }) => term))
  return {
    title: termsOf(title),
    speakers: speakers.map(({ name }) => termsOf(name)),
    tags: tags.map(termsOf),
  }
})

/** Whether the question has no words but the title's: `How not to write a framework` is no question. */
function isTitleOf({ words }: Query, talk: Talk | undefined): boolean {
  const title = new Set(splitWords(talk?.title ?? '').map(({ text }) => text))
  return words.every(({ folded }) => title.has(folded))
}

const isSame = (terms: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  terms.size === others.size && isSubset(terms, others)

function isSubset(terms: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const term of terms) if (!others.has(term)) return false
  return true
}

/** Whether nothing but a name was typed. */
function isBare({ words }: Query): boolean {
  return words.every(({ use }) => use === 'topic')
}

function namesTalks({ words }: Query): boolean {
  return words.some(({ folded }) => talkWords.has(folded))
}

function asksForSeveral(query: Query): boolean {
  return query.words.some(({ folded }) => severalTalks.has(folded)) || (asksWho(query) && namesTalks(query))
}

const asksWho = ({ words }: Query) =>
  words.some(({ use, folded }) => use === 'asking' && whoWords.has(folded))

/** Whether the question's small words ask for something in a talk, whatever else it names. */
function asksForMore(query: Query): boolean {
  const { words } = query
  if ((asksWho(query) || asksWhetherTo.test(query.text)) && !namesTalks(query)) return true
  return words.some(({ use, folded }) => use === 'asking' && askingWords.has(folded))
}

/** `Do I need nginx?`, but not `do we have something on nginx?` */
const asksWhetherTo =
  /^\W*(?:do|should|must) (?:i|we|one) (?:really |actually )?(?!have\b|know\b|got\b)\p{L}/iu

const askingWords: ReadonlySet<string> = new Set(askingWordList.split(/\s+/))
const whoWords: ReadonlySet<string> = new Set(whoWordList.split(' '))
const severalTalks: ReadonlySet<string> = new Set(severalTalksList.split(/\s+/))
const talkWords: ReadonlySet<string> = new Set(`${severalTalksList} ${talkWordList}`.split(/\s+/))

/**
 * The sentences of a talk that answer a question of this form: whole ones, `max` UTF-16 units at most unless there is only one.
 * A title, a name or a tag says no more than the source line does: there the summary answers, if there is one. Of a talk that is
 * a title alone nothing is quoted: its source line says all of it.
 */
export function leadOf({ talk, quote }: SearchResult, form: AnswerShape['form'], max: number): Quotation {
  const hasSummary = talk.summary.text.trim() !== ''
  if (form === 'summary' && hasSummary) return summaryOf(talk, max)
  const quotation = quote(max)
  const isAboutTalk = partsAboutATalk.includes(quotation.section) || quotation.text.trim() === ''
  const isSummaryBetter = isAboutTalk && (hasSummary || quotation.section === 'title')
  return isSummaryBetter ? summaryOf(talk, max) : quotation
}

const partsAboutATalk = ['title', 'speakers', 'tags', 'links', 'followUps']

/** The summary's first sentences that there is room for, at least one. */
function summaryOf({ summary, language, file }: Talk, max: number): Quotation {
  const ends = sentencesOf(summary.text, language).map(([, end]) => end)
  const text = summary.text.slice(0, ends.findLast((end) => end <= max) ?? ends[0] ?? 0)
  const { line } = summary
  const pieces = text === '' ? [] : [{ range: [0, text.length], form: 'paragraph', line } as const]
  return { text, pieces, highlights: [], file, line, section: 'summary' }
}

/** Whether a piece of a quotation is one of a list: beside another item, or after what introduces it. Alone it is a sentence. */
export function isListItem({ text, pieces }: Pick<Quotation, 'text' | 'pieces'>, index: number): boolean {
  if (pieces[index]?.form !== 'bullet') return false
  const [before, after] = [pieces[index - 1], pieces[index + 1]]
  if (before?.form === 'bullet' || after?.form === 'bullet') return true
  return (
    before !== undefined &&
    text
      .slice(...before.range)
      .trimEnd()
      .endsWith(':')
  )
}
