import type { Corpus } from '../notes/corpus.ts'
import { quoteValue } from '../search/query/write-query.ts'
import { talksConsidered } from './example-questions.ts'

/** Names from the notes, as the query language takes them: examples of how to narrow a question down. */
export interface ExampleNames {
  /** A last name. */
  readonly speaker?: string
  readonly event?: string
  readonly tag?: string
  readonly year?: number
}

/** Speakers and tags are those that most talks have. */
export function exampleNames({ talks, events }: Pick<Corpus, 'talks' | 'events'>): ExampleNames {
  const considered = talks.slice(0, talksConsidered)
  const speaker = commonest(considered.flatMap(({ speakers }) => speakers.map(({ name }) => name)))
  const tag = commonest(considered.flatMap(({ tags }) => tags))
  const [event] = events
  const year = event?.year ?? Number(event?.starts?.slice(0, 4))
  const lastName = speaker?.split(/\s+/).at(-1)?.toLowerCase()
  return {
    ...(lastName && { speaker: quoteValue(lastName) }),
    ...(event && { event: quoteValue(event.name.replace(/\s+\d{4}$/, '').toLowerCase()) }),
    ...(tag !== undefined && { tag: quoteValue(tag) }),
    ...(year && { year }),
  }
}

/** The first of those that occur most often. */
function commonest(names: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.name
}
