import type { Talk } from '../notes/talk.ts'
import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import { tellsTopic } from '../search/query/word-roles.ts'
import { inQuotes } from '../search/query/write-query.ts'
import { pageStart, type SearchEngine, type SearchResult } from '../search/search-engine.ts'
import { forEachGivingWay } from '../text/giving-way.ts'
import { rememberingOf } from '../text/remembering.ts'
import type { AnswerParts, Asking } from './asking.ts'
import { everyTalk } from './listing/every-talk.ts'
import { defaultLines, type Listing } from './listing/listing.ts'
import { offeredLists, withoutEmptyLists } from './listing/offered-lists.ts'
import { sentenceAlone } from './listing/sentence-alone.ts'

/** An address in a question: every question that `answerAddress` reads has one. */
export const signOfAddress = /\bhttps?:\/\/[^\s<>"“”]+/i

/**
 * Which talks link to an address that somebody sends without asking anything else; undefined if more is asked, or if talks only
 * mention the address.
 */
export async function answerAddress({ query, parts, options }: Asking): Promise<Listing | undefined> {
  const { text } = query
  const { engine, corpus } = parts
  const { limit = defaultLines, offset = 0 } = options.list ?? {}
  const [address] = signOfAddress.exec(text) ?? []
  if (address === undefined || asksMore(text.replace(address, ' '))) return undefined
  const linked = (await linkedTalks(corpus.talks)).get(keyOfAddress(address)) ?? []
  if (linked.length === 0) return (await isSaid(address, engine)) ? undefined : tellNone(text, parts)
  const { results, corpusVersion } = await engine.search(parseQuery(everyTalk), { limit: 1 })
  const start = pageStart(linked.length, { offset, limit })
  const which =
    linked.length === 1 ? `“${linked[0]!.title}” links to this.` : `${linked.length} talks link to this.`
  return {
    ...sentenceAlone(text, which, { corpusVersion }),
    results: linked.slice(start, start + limit).map((talk): SearchResult => ({ ...results[0]!, talk })),
    offset: start,
    total: linked.length,
    suggestions: linked.length === 1 ? [`What is “${linked[0]!.title}” about?`] : [],
  }
}

/** `saw this, which talk is it?` does not. */
const asksMore = (rest: string) => topicsOf(parseQuery(rest)).some(tellsTopic)

/** Whether a talk has the address in what it says, word for word. */
async function isSaid(address: string, engine: SearchEngine): Promise<boolean> {
  const { total, notices } = await engine.search(parseQuery(inQuotes(address)), { limit: 1, spelling: false })
  return total > 0 && notices.every(({ kind }) => kind !== 'unknown-phrase')
}

async function tellNone(question: string, { engine, corpus }: AnswerParts): Promise<Listing> {
  const found = await engine.search(parseQuery(everyTalk), { limit: 1 })
  const sentence = 'No talk of the notes links to this. What a page says is not looked up.'
  const suggestions = [offeredLists.link, offeredLists.talk]
  return withoutEmptyLists({ ...sentenceAlone(question, sentence, found), suggestions }, corpus.talks)
}

/** By address: for each reading of the notes, once. */
const linkedTalks = rememberingOf(
  async (talks: readonly Talk[]): Promise<ReadonlyMap<string, readonly Talk[]>> => {
    const byAddress = new Map<string, Talk[]>()
    await forEachGivingWay(talks, (talk) => {
      const addresses = [...talk.links, ...talk.followUps].flatMap(({ url }) => url ?? [])
      for (const key of new Set(addresses.map(keyOfAddress))) {
        const those = byAddress.get(key) ?? []
        those.push(talk)
        byAddress.set(key, those)
      }
    })
    return byAddress
  },
)

/** What two addresses of the same page have in common. */
function keyOfAddress(address: string): string {
  const url = URL.parse(address.replace(/[).,;:!?'’]+$/, ''))
  if (url === null) return address
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const video =
    host === 'youtu.be' ? url.pathname.slice(1) : host === 'youtube.com' ? url.searchParams.get('v') : null
  return video ? `video ${video}` : `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
