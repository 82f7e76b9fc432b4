import { languageName } from '../../search/filter/doc-values.ts'
import type { Facet } from '../../search/filter/facets.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import { pageStart, type SearchEngine, type SearchOptions } from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { describeFirst, describeListing, describeMost, talksFirst } from './describe-listing.ts'
import { everyTalk } from './every-talk.ts'
import { defaultLines, type Listed, type ListedValue, type Listing } from './listing.ts'
import { offeredLists } from './offered-lists.ts'
import type { ListRequest } from './read-list-request.ts'
import type { Narrowing } from './read-narrowings.ts'

/** What became of a question that may want a list. */
export type ListAnswer =
  | Listing
  /** Few enough talks for each to be shown with a passage of its own: they are asked for by these clauses. */
  | {
      readonly kind: 'few-talks'
      readonly clauses: string
      /** A sentence that says how many there are. */
      readonly explanation: string
    }

/** Up to how many talks are shown in full rather than listed. */
const fewTalks = 3

/**
 * Answers a question that wants a list or a count, from how the talks divide; not one for the newest talk on words that none has.
 * @param query as it was asked
 */
export async function answerList(
  request: ListRequest,
  { query, engine }: { readonly query: Query; readonly engine: SearchEngine },
  { limit = defaultLines, offset = 0, ...options }: Pick<SearchOptions, 'limit' | 'offset' | 'sort'> = {},
): Promise<ListAnswer | undefined> {
  const clauses = clausesOf(request)
  const found = await engine.search(parseQuery(clauses), {
    limit: Math.max(1, limit),
    offset,
    // What is counted is what is said.
    spelling: false,
    ...countedFor(request),
    ...options,
    ...(request.sort && { sort: request.sort }),
  })
  const lacking = request.narrowings.length > 0 ? lackingName(request, clauses, found.notices) : undefined
  const isOfTalks = request.of === 'talk'
  // In that case the talks have the words somewhere, but not side by side.
  const isUnsaid = found.notices.some(({ kind }) => kind === 'unknown-phrase')
  // Talks may well be on it in other words.
  if (!request.isCount && isUnsaid && request.narrowings.some(({ field }) => field === 'words'))
    return undefined
  const undated = isOfTalks ? await describeUndated(request, found.total, { clauses, engine }) : []
  if (isOfTalks && !request.isCount && found.total > 0 && found.total <= fewTalks)
    return {
      kind: 'few-talks',
      clauses: request.sort ? `${clauses} sort:${request.sort}` : clauses,
      explanation: [
        describeListing(request, found.total),
        ...undated,
        ...describeFirst(request, found.results),
      ].join(' '),
    }
  const mentions = lacking || !request.isCount ? undefined : await countMentions(request, engine)
  const values = isOfTalks ? [] : valuesOf(request, found.facets)
  const narrowed = request.narrowings.map(({ clause }) => ` ${clause}`).join('')
  // Only for those that are shown: to find the filter that means one value alone, all are looked at.
  const listed = ({ value, talks, facet: { filter } }: (typeof values)[number]): ListedValue => ({
    value,
    talks,
    question: `list talks ${filter}${narrowed}`,
  })
  const all = isUnsaid ? 0 : isOfTalks ? found.total : values.length
  // Of the newest talk, those that are no newer tell nothing.
  const first = isOfTalks && offset === 0 ? talksFirst(request, found.results) : undefined
  const total = first?.length ?? (isOfTalks ? all : Math.min(all, request.first ?? all))
  const start = isOfTalks ? found.offset : pageStart(total, { offset, limit })
  // A number of all is an answer by itself; a list of what it counts is a click away.
  const isBare = request.isCount && request.narrowings.length === 0
  return {
    kind: 'listing',
    question: query.text,
    of: request.of,
    explanation: lacking
      ? lacking.message
      : [
          describeListing(request, all, mentions),
          ...undated,
          ...describeMost(request, values),
          ...(offset === 0 ? describeFirst(request, found.results) : []),
        ].join(' '),
    results: isOfTalks && !isBare && !isUnsaid ? (first ?? found.results) : [],
    values: isBare ? [] : values.slice(start, Math.min(start + limit, total)).map(listed),
    offset: start,
    total,
    suggestions: [
      ...(isUnsaid ? await respelt(request, query, engine) : []),
      ...(lacking?.suggestion ? [nearestQuestion(query.text, lacking, lacking.suggestion)] : []),
      ...leadsOn(request, total, found.facets),
    ],
    notices: query.notices,
    isStartedAgain: false,
    corpusVersion: found.corpusVersion,
  }
}

/**
 * How many talks mention a tag anywhere, tagged or not; undefined if talks are not counted by one tag.
 */
async function countMentions({ of, narrowings }: ListRequest, engine: SearchEngine) {
  const tags = narrowings.filter(
    ({ field, isTyped, clause }) => field === 'tag' && !isTyped && !clause.startsWith('-'),
  )
  const [tag] = tags
  if (of !== 'talk' || tag === undefined || tags.length > 1) return undefined
  const others = narrowings.filter((one) => one !== tag).map(({ clause }) => clause)
  const query = parseQuery([inQuotes(tag.name), ...others].join(' '))
  const { total, notices } = await engine.search(query, { limit: 1, spelling: false })
  return notices.some(({ kind }) => kind === 'unknown-phrase') ? 0 : total
}

/** Says how many of a year's talks have no day, if others have one: many notes say only the year of their event. */
async function describeUndated(
  { narrowings }: ListRequest,
  total: number,
  { clauses, engine }: { readonly clauses: string; readonly engine: SearchEngine },
): Promise<readonly string[]> {
  const clause = narrowings.find(({ field }) => field === 'year')?.clause ?? ''
  const [, year] = /^year:(\d{4})$/.exec(clause) ?? []
  if (year === undefined || total === 0) return []
  const dated = parseQuery(`${clauses} date:${year}-01-01..${year}-12-31`)
  const withDay = (await engine.search(dated, { limit: 1, spelling: false })).total
  const without = total - withDay
  if (withDay === 0 || without <= 0) return []
  return [`${without.toLocaleString('en')} of them ${without === 1 ? 'has' : 'have'} no day.`]
}

/** The question with a word that no talk mentions spelled as some talks spell it, if that is near enough. */
async function respelt(
  { narrowings }: ListRequest,
  { text }: Query,
  engine: SearchEngine,
): Promise<string[]> {
  const [mention] = narrowings.filter(({ field }) => field === 'words')
  if (mention === undefined) return []
  const { didYouMean } = await engine.search(parseQuery(mention.name), { limit: 1, byMeaning: false })
  return didYouMean === undefined ? [] : [asQuestion(text.replace(mention.name, () => didYouMean))]
}

/** That there is nothing of a year or a kind is an answer; if a name is not there, the nearest one is offered. */
function lackingName({ narrowings }: ListRequest, clauses: string, notices: readonly Notice[]) {
  for (const { start, end, message, suggestion } of notices) {
    const name = clauses.slice(start, end)
    const narrowing = narrowings.find((one) => one.name === name && isOfNames(one))
    if (narrowing) return { name, message, suggestion, isTyped: narrowing.isTyped ?? false }
  }
  return undefined
}

const isOfNames = ({ field }: Narrowing) => ['speaker', 'event', 'tag', 'lang', 'room'].includes(field)

/** The question with the nearest name that the notes have; in a filter it may need its quotes. */
function nearestQuestion(
  question: string,
  { name, isTyped }: { name: string; isTyped: boolean },
  nearest: string,
) {
  const isQuoted = question.includes(`"${name}"`)
  return question.replace(name, () => (isTyped && !isQuoted ? nearest : nearest.replaceAll('"', '')))
}

/** What to count: the values that are listed, or whether there are others to list. */
function countedFor({ of, narrowings }: ListRequest): Pick<SearchOptions, 'facets' | 'facetFields'> {
  if (of !== 'talk') return { facets: Number.MAX_SAFE_INTEGER, facetFields: [of] }
  return narrowings.length === 0 ? { facets: 1, facetFields: ['tag', 'speaker'] } : {}
}

function clausesOf({ narrowings }: Pick<ListRequest, 'narrowings'>): string {
  const clauses = narrowings.map(({ clause }) => clause)
  // If all clauses exclude, they exclude from all talks.
  return [...(clauses.every((clause) => clause.startsWith('-')) ? [everyTalk] : []), ...clauses].join(' ')
}

/** Values that most talks have come first, but years newest first; those that the fewest have, if they are asked for. */
function valuesOf({ of, isOfFewest }: ListRequest, facets: readonly Facet[]) {
  const values = facets.find(({ field }) => field === of)?.values ?? []
  const ordered = isOfFewest
    ? values.toSorted((a, b) => a.count - b.count)
    : of === 'year'
      ? values.toSorted((a, b) => Number(b.value) - Number(a.value))
      : values
  return ordered.map((facet) => ({
    value: of === 'lang' ? languageName(facet.value) || facet.value : facet.value,
    talks: facet.count,
    facet,
  }))
}

const questionsFor: Partial<Readonly<Record<Listed | Narrowing['field'], string>>> = {
  ...offeredLists,
  words: offeredLists.tag,
}

/** What to ask next: if there is nothing, what there is instead; after a total, what it counts. */
function leadsOn(
  { of, isCount, narrowings }: ListRequest,
  total: number,
  facets: readonly Facet[],
): string[] {
  if (total === 0) return questionsAbout([...narrowings.map(({ field }) => field), 'talk'])
  if (narrowings.length === 0) {
    const has = (field: Listed) => facets.some((facet) => facet.field === field && facet.values.length > 0)
    const others = of === 'talk' ? (['tag', 'speaker'] as const).filter(has) : []
    return questionsAbout([...(isCount ? [of] : []), ...others])
  }
  // Not every talk on a topic has its tag, so the words may be in more talks; and a word may be said in passing.
  return narrowings.flatMap(({ field, name, clause }) =>
    (field === 'tag' || field === 'words') && of === 'talk' && !clause.startsWith('-')
      ? [`Any talks on ${name}?`]
      : [],
  )
}

function questionsAbout(listed: readonly (keyof typeof questionsFor)[]): string[] {
  return [...new Set(listed.flatMap((one) => questionsFor[one] ?? []))]
}
