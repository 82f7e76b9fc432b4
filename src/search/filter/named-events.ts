import type { Query } from '../query/query.ts'
import { type DocValueColumn, namesIn } from './doc-values.ts'

/** The documents of the events that a question names, as 1; undefined if it names none. */
export type NamedEvents = (query: Pick<Query, 'words'>) => Uint8Array | undefined

type EventColumn = Pick<DocValueColumn, 'keys' | 'starts' | 'numbers'>

/** One word may be anything: `python`. */
const minNameWords = 2

/** An event is named by its whole name, or its id, word for word: "pandas at PyData London 2014". */
export function createNamedEvents({ keys, starts, numbers }: EventColumn): NamedEvents {
  const eventsByName = new Map<string, number[]>()
  keys.forEach((key, event) => {
    for (const name of namesIn(key)) {
      if (name.split(' ').length < minNameWords) continue
      eventsByName.set(name, [...(eventsByName.get(name) ?? []), event])
    }
  })
  const maxWords = Math.max(0, ...eventsByName.keys().map((name) => name.split(' ').length))

  return (query) => {
    const words = query.words.map(({ folded }) => folded)
    const named = new Set<number>()
    for (let start = 0; start < words.length; start++) {
      for (let end = start + minNameWords; end <= Math.min(words.length, start + maxWords); end++) {
        for (const event of eventsByName.get(words.slice(start, end).join(' ')) ?? []) named.add(event)
      }
    }
    if (named.size === 0) return undefined
    // Every document has one event.
    return Uint8Array.from({ length: starts.length - 1 }, (_, document) =>
      Number(named.has(numbers[starts[document]!]!)),
    )
  }
}
