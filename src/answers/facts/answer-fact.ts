import type { Passage, Talk, TalkKind } from '../../notes/talk.ts'
import { languageName } from '../../search/filter/doc-values.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Query } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import {
  type PageOptions,
  pageStart,
  type SearchEngine,
  type SearchResult,
} from '../../search/search-engine.ts'
import { amountOf } from '../../text/amount-of.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { ListAnswer } from '../listing/answer-list.ts'
import { defaultLines, type ListedLink, type Listing } from '../listing/listing.ts'
import { offeredLists } from '../listing/offered-lists.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { findTitledSo } from '../programme/find/find-named-talks.ts'
import { type FactRequest, readFactRequest } from './read-fact-request.ts'
import type { TalkPartKind } from './talk-parts.ts'

/** If more talks fit, the name is rather that of a topic. */
const maxTalksCalledSo = 5

/**
 * Answers what the notes keep of one talk apart from what it says: its tags, speakers, takeaways, its kind and language. Undefined if
 * that is not asked, or no talk has that name.
 */
export async function answerFact(
  query: Query,
  { engine, talkMeant }: FactParts,
  options: PageOptions = {},
): Promise<ListAnswer | undefined> {
  const { text, filters, exclusions, prefixes } = query
  const request = filters.length + exclusions.length + prefixes.length > 0 ? undefined : readFactRequest(text)
  if (request === undefined) return undefined
  const clause = await clauseOfSeveral(request, engine)
  if (clause !== undefined)
    return isOfTakeaways(request) ? listTakeaways(text, { ...request, clause }, engine, options) : undefined
  const { results, corpusVersion } = await findTalksMeant(request, { engine, talkMeant })
  if (results.length === 0 && request.isBy)
    return {
      ...sentenceAlone(text, `No talk is by “${request.named}”.`, { corpusVersion }),
      suggestions: [offeredLists.speaker],
    }
  if (results.length === 0 || results.length > maxTalksCalledSo) return undefined
  const [result] = results
  // If a talk has no links, the answer shows what its notes say instead, unless a number is asked for.
  if (results.length === 1 && isOfLinks(request) && request.asks.of(result!.talk).length === 0)
    return request.isCount ? tellFact(text, request, result!, { corpusVersion }) : undefined
  if (results.length > 1)
    return {
      ...sentenceAlone(
        text,
        `${results.length} talks ${request.isBy ? `are by “${request.named}”` : 'have that name'}. Which one is meant?`,
        { corpusVersion },
      ),
      results,
      total: results.length,
      suggestions: results.slice(0, 3).map(({ talk }) => questionOf(request, talk)),
    }
  const { talk } = result!
  // Without takeaways, what the talk says does as well.
  if (isOfTakeaways(request) && !request.isCount && talk.takeaways.length === 0 && hasText(talk)) {
    const labelled = takeawaysSaid(talk)
    const links = labelled.length > 0 ? labelled : firstBullets(talk)
    const explanation =
      labelled.length > 0 ? `The notes on “${talk.title}” say:` : `${lacking(request.asks, talk)} They say:`
    return links.length === 0
      ? { kind: 'few-talks', clauses: inQuotes(talk.title), explanation }
      : {
          ...sentenceAlone(text, explanation, { corpusVersion }),
          of: 'follow-up',
          results: links.map(() => result!),
          links,
          total: links.length,
        }
  }
  return tellFact(text, request, result!, { corpusVersion, ...options })
}

export interface FactParts {
  readonly engine: SearchEngine
  /** The one talk that the notes have on a topic; undefined if they have several, or none for sure. */
  readonly talkMeant: (topic: string) => Promise<SearchResult | undefined>
}

/** The talks of a speaker, or those that have the name; if none has, what is said to be a talk may be named by its topic. */
async function findTalksMeant(
  { named, isBy, isTalk, session }: FactRequest,
  { engine, talkMeant }: FactParts,
) {
  const clauseOfSpeaker = isBy ? (await engine.names()).clauseFor('speaker', named, true) : undefined
  if (clauseOfSpeaker !== undefined)
    return engine.search(parseQuery(clauseOfSpeaker), { limit: maxTalksCalledSo + 1 })
  const titled = await findTitledSo(named, engine)
  if (titled.results.length === 0 && isTalk && session === undefined) {
    const meant = await talkMeant(named)
    return meant ? { ...titled, results: [meant] } : titled
  }
  if (session === undefined) return titled
  return { ...titled, results: titled.results.filter(({ talk }) => isOfKindSaid(talk, session)) }
}

/** The notes may say it in a field or in the title. */
const isOfKindSaid = ({ kind, title }: Talk, session: string): boolean =>
  kind === session || title.toLowerCase().split(/\W+/).includes(session)

/** What finds the talks of a name, if that is rather that of an event or a speaker, whose talks are many. */
async function clauseOfSeveral(
  { named, isTalk }: FactRequest,
  engine: SearchEngine,
): Promise<string | undefined> {
  if (isTalk) return undefined
  const names = await engine.names()
  const fields = ['year', 'event', 'speaker', 'lang'] as const
  return fields.map((field) => names.clauseFor(field, named, true)).find((clause) => clause !== undefined)
}

/** The takeaways of all talks of an event, a year or a speaker; undefined if they have none. */
async function listTakeaways(
  question: string,
  { named, clause }: { readonly named: string; readonly clause: string },
  engine: SearchEngine,
  { limit = defaultLines, offset = 0 }: PageOptions,
): Promise<Listing | undefined> {
  const { results, corpusVersion } = await engine.search(parseQuery(clause), { limit: maxTalksOfSeveral })
  const all = results
    .flatMap((result) => {
      const { takeaways } = result.talk
      const said = takeaways.map(({ text }): ListedLink => ({ title: text }))
      return (said.length > 0 ? said : takeawaysSaid(result.talk)).map((link, place) => ({
        result,
        link,
        place,
      }))
    })
    // The first of each talk first.
    .toSorted((a, b) => a.place - b.place)
  if (all.length === 0) return undefined
  const talks = new Set(all.map(({ result }) => result.talk.id)).size
  const start = pageStart(all.length, { offset, limit })
  const page = all.slice(start, start + limit)
  const explanation = `The notes on “${named}” have ${amountOf(all.length, 'takeaway')} from ${amountOf(talks, 'talk')}.`
  return {
    ...sentenceAlone(question, explanation, { corpusVersion }),
    of: 'follow-up',
    results: page.map(({ result }) => result),
    links: page.map(({ link }) => link),
    offset: start,
    total: all.length,
  }
}

/** More are no answer that anybody reads to its end. */
const maxTalksOfSeveral = 500

const isOfLinks = (request: FactRequest): request is FactRequest & { asks: TalkPartKind } =>
  typeof request.asks === 'object' && ['link', 'video', 'follow-up'].includes(request.asks.name)

const isOfTakeaways = (request: FactRequest): request is FactRequest & { asks: TalkPartKind } =>
  typeof request.asks === 'object' && request.asks.name === 'takeaway'

const hasText = ({ summary, sections }: Talk): boolean => summary.text.trim() !== '' || sections.length > 0

/** Takeaways that stand among other things, behind their label or in items below it. */
function takeawaysSaid({ summary, sections }: Talk): readonly ListedLink[] {
  for (const { passages } of [{ passages: [summary] }, ...sections])
    for (const [at, { text, depth }] of passages.entries()) {
      const [label, said = ''] = labelOfTakeaways.exec(text) ?? []
      if (label === undefined) continue
      if (said !== '') return [{ title: said }]
      const below = passages.slice(at + 1)
      const end = below.findIndex((item) => item.form !== 'bullet' || item.depth < depth)
      const items = (end < 0 ? below : below.slice(0, end)).filter(
        (item, _, all) => item.depth === all[0]!.depth,
      )
      if (items.length > 0) return items.slice(0, maxTakeawaysSaid).map((item) => ({ title: item.text }))
    }
  return []
}

/** More is all that was noted. */
const maxTakeawaysSaid = 8
const labelOfTakeaways = /^[\W_]*(?:(?:key|main|my) )?take-?aways?[\W_]*?:[\s*_]*(.*)$/is

/** The first of the first list in what a person wrote. */
function firstBullets({ sections }: Talk): readonly ListedLink[] {
  const isBullet = ({ form }: Passage) => form === 'bullet'
  const passages = sections.find((one) => !one.isTranscript && one.passages.some(isBullet))?.passages ?? []
  const list = passages.slice(passages.findIndex(isBullet))
  const end = list.findIndex((one) => !isBullet(one))
  return list
    .slice(0, end < 0 ? undefined : end)
    .filter(({ depth }) => depth === 0)
    .slice(0, maxBullets)
    .map(({ text }) => ({ title: text }))
}
const maxBullets = 5

/** What a talk tells need not be called takeaways. */
const lacking = ({ name }: TalkPartKind, { title }: Talk): string =>
  `The notes on “${title}” have no ${name === 'takeaway' ? 'section called takeaways' : `${name}s`}.`

function questionOf({ asks }: FactRequest, { title }: Talk): string {
  if (asks === 'kind') return `What kind of talk is “${title}”?`
  if (asks === 'language') return `What language is “${title}” in?`
  return `What ${asks.name}s does “${title}” have?`
}

function tellFact(
  question: string,
  { asks }: FactRequest,
  result: SearchResult,
  { corpusVersion, limit = defaultLines, offset = 0 }: PageOptions & { readonly corpusVersion: string },
): Listing {
  const { talk } = result
  const tell = (sentence: string): Listing => ({
    ...sentenceAlone(question, sentence, { corpusVersion }),
    results: [result],
    total: 1,
  })
  if (asks === 'kind') return tell(`“${talk.title}” is ${kindNouns[talk.kind]}.`)
  if (asks === 'language')
    return tell(`The notes on “${talk.title}” are in ${languageName(talk.language) || talk.language}.`)
  const all = asks.of(talk)
  const names = all.map(({ title }) => title)
  if (all.length === 0 && asks.name === 'speaker')
    return tell(`The notes name no speaker of “${talk.title}”.`)
  if (all.length === 0) return tell(lacking(asks, talk))
  if (asks.name === 'speaker') return tell(`“${talk.title}” is by ${enumerate(names, 'and')}.`)
  const start = pageStart(all.length, { offset, limit })
  const page = all.slice(start, start + limit)
  const listing = {
    ...sentenceAlone(question, `“${talk.title}” has ${amountOf(all.length, asks.name)}.`, { corpusVersion }),
    offset: start,
    total: all.length,
  }
  return asks.name === 'tag'
    ? {
        ...listing,
        of: 'tag',
        values: page.map(({ title }) => asTag(title)),
        suggestions: [`What is “${talk.title}” about?`],
      }
    : {
        ...listing,
        of: asks.name === 'link' || asks.name === 'video' ? 'link' : 'follow-up',
        results: page.map(() => result),
        links: page,
      }
}

const asTag = (value: string) => ({ value, question: `list talks tag:${inQuotes(value)}` })

const kindNouns: Readonly<Record<TalkKind, string>> = {
  keynote: 'a keynote',
  lightning: 'a lightning talk',
  notes: 'no talk, but further notes',
  talk: 'a talk',
}
