import type { Talk } from '../../notes/talk.ts'
import type { DocValueDictionaries, DocValueField } from '../filter/doc-values.ts'
import { writeFilter } from '../filter/facets.ts'
import type { IndexReader } from '../index/index-reader.ts'
import type { QueryField } from '../query/query-fields.ts'
import { quoteValue } from '../query/write-query.ts'
import { completeTitles } from './complete-titles.ts'
import { type Completion, completeValues } from './completion.ts'
import { readUnfinishedClause, type UnfinishedClause } from './unfinished-clause.ts'

/** A continuation of what somebody types, from the notes. */
export interface Suggestion {
  readonly kind: 'speaker' | 'tag' | 'event' | 'talk' | 'kind' | 'lang' | 'year' | 'has' | 'room'
  /** Its name, e.g. `Alex Martelli`. */
  readonly text: string
  /** All that is typed, with the last clause replaced by one that asks for it: `flask speaker:"Alex Martelli"`. */
  readonly question: string
  /** How many talks it stands for. */
  readonly talks: number
}

interface Sources {
  readonly docValues: DocValueDictionaries
  readonly reader: IndexReader
  /** By document. */
  readonly talks: readonly Pick<Talk, 'title'>[]
}

/**
 * Completes the last clause of what is typed: with values of its field, or else with speakers, tags, events and talks that
 * have a word which begins with the last word. Those that have all the words come first, what begins with the whole text before
 * others and talks last; then those that have fewer of the words before the last one: `what did alex mart`.
 */
export function suggest(typed: string, limit: number, sources: Sources): Suggestion[] {
  const clause = readUnfinishedClause(typed)
  return clause.kind === 'value'
    ? suggestValues(typed, clause, limit, sources)
    : suggestNames(typed, clause, limit, sources)
}

const suggestedFrom: Readonly<Partial<Record<QueryField, [DocValueField, Suggestion['kind']]>>> = {
  speaker: ['speaker', 'speaker'],
  tag: ['tag', 'tag'],
  event: ['event', 'event'],
  kind: ['kind', 'kind'],
  lang: ['language', 'lang'],
  room: ['room', 'room'],
  year: ['year', 'year'],
  before: ['year', 'year'],
  after: ['year', 'year'],
  has: ['has', 'has'],
}

type ClauseOf<Kind> = Extract<UnfinishedClause, { readonly kind: Kind }>

function suggestValues(
  typed: string,
  { field, start, words }: ClauseOf<'value'>,
  limit: number,
  sources: Sources,
): Suggestion[] {
  const [name, kind] = suggestedFrom[field] ?? []
  if (name === undefined || kind === undefined) return []
  const before = typed.slice(0, start)
  return completeValues(words, sources.docValues[name])
    .filter(({ depth }) => depth >= words.length - 1)
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.talks - a.talks)
    .slice(0, limit)
    .map(({ text, value, talks }) => {
      const asked =
        field === 'speaker' || field === 'event' || field === 'lang' || field === 'room'
          ? writeFilter(field, value, sources.docValues[name])
          : `${field}:${quoteValue(text)}`
      return { kind, text, question: before + asked, talks }
    })
}

function suggestNames(
  typed: string,
  { words: parts }: ClauseOf<'words'>,
  limit: number,
  sources: Sources,
): Suggestion[] {
  const words = parts.map(({ text }) => text)
  if (words.length === 0) return []
  const isWhole = ({ depth }: Completion) => depth === words.length - 1
  const names = (['speaker', 'tag', 'event'] as const)
    .flatMap((kind) => completeValues(words, sources.docValues[kind]).map((value) => ({ ...value, kind })))
    .sort((a, b) => b.depth - a.depth || Number(b.isFirst) - Number(a.isFirst) || b.talks - a.talks)
    .slice(0, limit)
  const room = limit - names.filter(isWhole).length
  const titles = room > 0 ? completeTitles(words, sources).take(room).toArray() : []
  // The sort is stable: what is of equal depth keeps its order.
  const best = [...names, ...titles.map((title) => ({ ...title, kind: 'talk' as const }))]
    .sort((a, b) => b.depth - a.depth)
    .slice(0, limit)
  return best.map(({ kind, text, value, talks, depth }) => {
    const before = typed.slice(0, parts.at(-1 - depth)!.start).trimStart()
    const asked = kind === 'talk' ? quoteValue(text) : writeFilter(kind, value, sources.docValues[kind])
    return { kind, text, question: before + asked, talks }
  })
}
