import { parseQuery } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import type { SearchOptions } from '../search/search-engine.ts'
import { answerAboutNotes } from './answer-about-notes.ts'
import { answerExtreme } from './facts/answer-extreme.ts'
import { answerFact } from './facts/answer-fact.ts'
import { answerLinks, type LinkParts } from './listing/answer-links.ts'
import { answerList, type ListAnswer } from './listing/answer-list.ts'
import { readListRequest } from './listing/read-list-request.ts'
import { isTitle } from './programme/find/is-title.ts'
import { inEnglish } from './programme/read/german-in-english.ts'
import { mayAskOfNotes, mayAskOfTalks, mayBeGerman, mayWantLinks, mayWantList } from './request-signs.ts'

interface CollectionOptions extends Pick<SearchOptions, 'limit' | 'offset' | 'sort'> {
  /** Only these talks can answer, as ids. Default: all. */
  readonly among?: ReadonlySet<string>
}

/**
 * Answers what asks for several talks or things at once: the notes as a whole, links, a list or a count, also if it is asked in
 * German. Undefined for any other question.
 */
export async function answerCollection(
  asked: Query,
  parts: LinkParts,
  options: CollectionOptions,
): Promise<ListAnswer | undefined> {
  const answer = await answerInEnglish(asked, parts, options)
  if (answer || !mayBeGerman(asked)) return answer
  const english = inEnglish(asked.text, () => false)
  return english === undefined ? undefined : answerInEnglish(parseQuery(english), parts, options)
}

async function answerInEnglish(
  asked: Query,
  parts: LinkParts,
  options: CollectionOptions,
): Promise<ListAnswer | undefined> {
  const { engine } = parts
  const { sort, ...page } = options
  // Of the talks of an hour, nothing else is told but which has most of something.
  if (page.among) return mayAskOfTalks(asked) ? answerExtreme(asked, engine, page) : undefined
  const special =
    (mayAskOfTalks(asked)
      ? ((await answerExtreme(asked, engine, page)) ?? (await answerFact(asked, engine, page)))
      : undefined) ??
    (mayAskOfNotes(asked) ? await answerAboutNotes(asked, engine, page) : undefined) ??
    (mayWantLinks(asked) ? await answerLinks(asked, parts, page) : undefined)
  // “Where should we start?” may be a talk.
  if (special && !(await isTitle(asked.text, engine))) return special
  const request = mayWantList(asked) ? readListRequest(asked, await engine.names()) : undefined
  return request && answerList(request, { query: asked, engine }, options)
}
