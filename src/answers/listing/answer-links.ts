import { isOfWordsAndFields, parseQuery } from '../../search/query/parse-query.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import { defaultParameters } from '../../search/rank/parameters.ts'
import {
  type PageOptions,
  pageStart,
  type SearchEngine,
  type SearchOptions,
  type SearchResult,
} from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { fold } from '../../text/fold.ts'
import { describeNarrowing } from './describe-listing.ts'
import { everyTalk } from './every-talk.ts'
import { defaultLines, type ListedLink, type Listing, linksOf } from './listing.ts'
import { type LinkRequest, readLinkRequest } from './read-link-request.ts'
import { type Narrowing, narrowingsTyped, withoutFilters } from './read-narrowings.ts'
import { sentenceAlone } from './sentence-alone.ts'

export interface LinkParts {
  readonly engine: SearchEngine
  /** Reads a topic; undefined if no talk is on it. */
  readonly topicMeant: (topic: string) => Promise<string | undefined>
}

/** If there are more talks, the newest ones are read, or those that fit best. */
const maxTalks = 500

/** Lists the links of talks, or what they say to follow up; undefined if a question wants none, or the notes have no talk of what it names. */
export async function answerLinks(
  query: Query,
  { engine, topicMeant }: LinkParts,
  { limit = defaultLines, offset = 0 }: PageOptions = {},
): Promise<Listing | undefined> {
  if (!isOfWordsAndFields(query)) return undefined
  const typed = narrowingsTyped(query)
  const request = readLinkRequest(withoutFilters(query), await engine.names())
  if (request === undefined) return undefined
  const found = await talksAbout(request, typed, { engine, topicMeant })
  if (found === undefined || found.notices.length > 0) return undefined
  const { kind, about } = request
  const isMeant = found.who === undefined ? () => true : isFor(found.who)
  const all = found.results.flatMap((result) =>
    linksOf(result.talk, kind)
      .filter(isMeant)
      .map((link) => ({ result, link })),
  )
  // The missing links of one talk are told with what its notes say, and talks may be on what is open.
  const isOfSome = about !== undefined || /\bopen\b/i.test(query.text)
  if (all.length === 0 && isOfSome && kind !== undefined) return undefined
  const start = pageStart(all.length, { offset, limit })
  const page = all.slice(start, start + limit)
  const linked = new Set(all.map(({ result }) => result.talk.id)).size
  return {
    ...sentenceAlone(
      query.text,
      describeLinks(request, { links: all.length, talks: linked, read: found, typed }),
      found,
    ),
    of: kind === 'follow-up' ? kind : 'link',
    results: page.map(({ result }) => result),
    links: page.map(({ link }) => link),
    offset: start,
    total: all.length,
    suggestions:
      about === undefined || found.who !== undefined
        ? []
        : [asQuestion(`Any talks on ${found.about ?? about}`)],
  }
}

/** Whether something is for somebody: `Ada: buy rope`, `buy rope (Ada, by June)`, `buy rope @ada`. */
function isFor(who: string): (link: ListedLink) => boolean {
  const name = fold(who)
  return ({ title }) => {
    const around = fold(title).split(name)
    return around.slice(1).some((after, at) => {
      const before = around[at]!.trimEnd()
      return (before === '' || /[@([/&+>–—]$/.test(before)) && !/^[\p{L}\p{N}]/u.test(after)
    })
  }
}

interface TalksWithLinks {
  readonly results: readonly SearchResult[]
  /** How many there are in all; the page may show only the first. */
  readonly total: number
  /** What stands before their name: talks that mention a topic, by a speaker, at an event. */
  readonly way: 'that mention' | 'by' | 'at' | 'that are'
  /** What they are on, as it was read. */
  readonly about?: string
  /** If only what one person has to do is meant. */
  readonly who?: string
  /** Which of the typed fields cannot be read. */
  readonly notices: readonly Notice[]
  readonly corpusVersion: string
}

/** All talks, those of an event or a speaker, or those on a topic. */
async function talksAbout(
  { about, who }: LinkRequest,
  typed: readonly Narrowing[],
  { engine, topicMeant }: LinkParts,
): Promise<TalksWithLinks | undefined> {
  const [clause, way] = await clauseFor(about, engine)
  const search = async (first: string, options: SearchOptions) => {
    const query = parseQuery([first, ...typed.map((one) => one.clause)].join(' '))
    const found = await engine.search(query, { limit: maxTalks, ...options })
    return { ...found, way, notices: found.notices.filter(({ start }) => start > first.length) }
  }
  if (who !== undefined && (about === undefined || clause === undefined)) {
    const all = await search(everyTalk, { sort: 'newest' })
    const isTag = (await engine.names()).clauseFor('tag', who) !== undefined
    const hasToDo = ({ talk }: SearchResult) => linksOf(talk, 'follow-up').some(isFor(who))
    if (!isTag && all.results.some(hasToDo)) return { ...all, who }
    if (about === undefined) return undefined
  }
  if (clause !== undefined) return search(clause, { sort: 'newest' })
  const meant = await topicMeant(about!)
  if (meant === undefined) return undefined
  return {
    ...(await search(meant, { minShare: defaultParameters.decision.listedShareOfTopic })),
    about: meant,
  }
}

/** The clause that leaves just the talks that are meant, if there is one, and what stands before their name. */
async function clauseFor(
  about: string | undefined,
  engine: SearchEngine,
): Promise<readonly [string | undefined, TalksWithLinks['way']]> {
  if (about === undefined) return [everyTalk, 'at']
  const kind = kinds.get(about.toLowerCase().replace(/s$/, ''))
  if (kind !== undefined) return [kind, 'that are']
  const names = await engine.names()
  const [event, speaker] = [names.clauseFor('event', about), names.clauseFor('speaker', about)]
  return event !== undefined
    ? [event, 'at']
    : speaker !== undefined
      ? [speaker, 'by']
      : [undefined, 'that mention']
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['keynote', 'kind:keynote'],
  ['lightning talk', 'kind:lightning'],
])

interface LinksFound {
  readonly links: number
  /** How many talks have them. */
  readonly talks: number
  readonly read: TalksWithLinks
  /** The fields that were typed. */
  readonly typed: readonly Narrowing[]
}

/** `The notes have 3 links of 2 talks that mention PyPy.` */
function describeLinks({ kind, about }: LinkRequest, { links, talks, read, typed }: LinksFound): string {
  const noun =
    kind === 'slides' || kind === 'code'
      ? `link${links === 1 ? '' : 's'} to ${kind}`
      : `${kind ?? 'link'}${links === 1 ? '' : 's'}`
  const count = links === 0 ? 'no' : links.toLocaleString('en')
  const whose = talks === 1 ? '1 talk' : talks === 0 ? 'talks' : `${talks.toLocaleString('en')} talks`
  const one = { 'that mention': 'that mentions', 'that are': 'of the', by: 'by', at: 'at' } as const
  const way = talks === 1 ? one[read.way] : read.way
  const on = about === undefined || read.who !== undefined ? '' : ` ${way} ${read.about ?? about}`
  const part =
    read.total > read.results.length
      ? [`Only the first ${read.results.length} of ${read.total.toLocaleString('en')} talks were looked at.`]
      : []
  const fields = typed.map((one) => ` ${describeNarrowing(one, talks)}`).join('')
  const forWho = read.who === undefined ? '' : ` for ${read.who}`
  return [`The notes have ${count} ${noun}${forWho} of ${whose}${on}${fields}.`, ...part].join(' ')
}
