import { parseQuery } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import type { SearchOptions } from '../search/search-engine.ts'
import type { Answer } from './answer.ts'
import { answerAboutNotes } from './answer-about-notes.ts'
import { answerRefused } from './answer-refused.ts'
import type { Asking } from './asking.ts'
import { answerExtreme } from './facts/answer-extreme.ts'
import { answerFact, type FactParts } from './facts/answer-fact.ts'
import { answerLinks, type LinkParts } from './listing/answer-links.ts'
import { answerList, type ListAnswer } from './listing/answer-list.ts'
import { listInEnglish } from './listing/list-in-english.ts'
import { withoutEmptyLists } from './listing/offered-lists.ts'
import { readListRequest } from './listing/read-list-request.ts'
import { isTitle } from './programme/find/is-title.ts'
import { inEnglish } from './programme/read/german-in-english.ts'
import { mayAskOfNotes, mayAskOfTalks, mayBeGerman, mayWantLinks, mayWantList } from './request-signs.ts'

/** Answers a question for several talks or things at once; each talk of a short list is shown with its own passage. */
export async function answerCollection(asking: Asking): Promise<Answer | undefined> {
  const { query, options, parts } = asking
  const list = await collectionWanted(asking)
  if (list === undefined || list.kind === 'listing')
    return list && withoutEmptyLists(list, parts.corpus.talks)
  const clauses = parseQuery(list.clauses)
  const answer =
    (await answerRefused({ ...asking, query: clauses })) ?? (await asking.answerFromNotes(clauses))
  // Nobody typed the clauses of a list, so a notice about them would tell nobody anything.
  const ofList = { ...answer, notices: query.notices }
  // A list says that there is only one, or that these are all.
  return ofList.kind === 'found' && (options.offset ?? 0) === 0
    ? { ...ofList, explanation: list.explanation }
    : ofList
}

/**
 * What is said to a question for several talks or things at once, also in German: the notes as a whole,
 * links, a list or a count, or the clauses of the few talks that would be listed. Undefined for any other question, as for all
 * without its sign (`mayWantCollection`).
 */
export async function collectionWanted(asking: Asking): Promise<ListAnswer | undefined> {
  const { question, query, parts, options, isOfOtherNotes } = asking
  const { sort, among } = options
  const page = {
    ...options.list,
    ...(sort && { sort }),
    ...(among && { among }),
    ...(isOfOtherNotes && { offset: 0 }),
  }
  const { engine } = parts
  const meant = {
    engine,
    topicMeant: (topic: string) => topicMeant(topic, asking),
    talkMeant: (topic: string) => talkMeant(topic, asking),
  }
  const answer = await answerInAnyLanguage(query, meant, page)
  const isStartedAgain = isOfOtherNotes && (options.list?.offset ?? 0) > 0
  return answer?.kind === 'listing' ? { ...answer, question, isStartedAgain } : answer
}

/** A topic that the notes answer, with its spelling corrected; undefined if they do not. */
async function topicMeant(topic: string, { search, timeLeft }: Asking): Promise<string | undefined> {
  const { answer } = await search(topic, { limit: 1, ...timeLeft() })
  if (answer.kind !== 'found') return undefined
  return answer.didYouMean?.isAnswered ? answer.didYouMean.question : topic
}

/** The talk that answers a topic, if it is one alone. */
async function talkMeant(topic: string, { search, timeLeft }: Asking) {
  const { answer } = await search(topic, { limit: 2, ...timeLeft() })
  return answer.kind === 'found' && answer.shape.shown === 1 ? answer.results[0] : undefined
}

interface CollectionOptions extends Pick<SearchOptions, 'limit' | 'offset' | 'sort'> {
  /** The ids of the talks that can answer. Default: all. */
  readonly among?: ReadonlySet<string>
}

async function answerInAnyLanguage(
  asked: Query,
  parts: LinkParts & FactParts,
  options: CollectionOptions,
): Promise<ListAnswer | undefined> {
  const { text } = asked
  const answer = await answerInEnglish(asked, parts, options)
  if (answer) return answer
  for (const english of [
    mayBeGerman(asked) ? inEnglish(text, () => false) : undefined,
    listInEnglish(text),
  ]) {
    const inOther =
      english === undefined ? undefined : await answerInEnglish(parseQuery(english), parts, options)
    if (inOther) return inOther
  }
  return undefined
}

async function answerInEnglish(
  asked: Query,
  parts: LinkParts & FactParts,
  options: CollectionOptions,
): Promise<ListAnswer | undefined> {
  const { engine } = parts
  const { sort, ...page } = options
  // For the talks of an hour, only a question for which of them has most of something is answered here.
  if (page.among) return mayAskOfTalks(asked) ? answerExtreme(asked, engine, page) : undefined
  const special =
    (mayAskOfTalks(asked)
      ? ((await answerExtreme(asked, engine, page)) ?? (await answerFact(asked, parts, page)))
      : undefined) ??
    (mayAskOfNotes(asked) ? await answerAboutNotes(asked, engine, page) : undefined) ??
    (mayWantLinks(asked) ? await answerLinks(asked, parts, page) : undefined)
  const request =
    special === undefined && mayWantList(asked) ? readListRequest(asked, await engine.names()) : undefined
  if (special === undefined && request === undefined) return undefined
  // “Where should we start?” may be a talk, and so may “Every talk at once”.
  if (await isTitle(asked.text, engine)) return undefined
  return special ?? (request && answerList(request, { query: asked, engine }, options))
}
