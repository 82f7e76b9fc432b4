import type { Talk } from '../notes/talk.ts'
import { type DateOrder, readDateOrder } from './filter/date-order.ts'
import type { DocValues } from './filter/doc-values.ts'
import { readSpelledValues, type SpelledDocValues } from './filter/read-doc-values.ts'
import { buildIndex } from './index/build-index.ts'
import type { CompiledIndex } from './index/compiled-index.ts'
import { defaultParameters } from './rank/parameters.ts'

/**
 * All that the engine reads besides the talks themselves. It depends on the talks alone, takes long to make and is
 * plain data, so it is made once, off the event loop, and kept. Document numbers are places in the talks.
 */
export interface SearchData {
  readonly index: CompiledIndex
  readonly docValues: DocValues
  readonly dateOrder: DateOrder
  /** What `docValues` are updated from when talks change. */
  readonly spellings: SpelledDocValues['spellings']
}

/** Data of other talks, some of which stay. */
interface EarlierSearch {
  readonly data: SearchData
  /** By talk: the number that it had there if it stays as it is, event included. */
  readonly documents: readonly (number | undefined)[]
}

/**
 * @param index of the talks, if there is one already
 * @param earlier data to take unchanged parts from; the result is the same without it
 */
export function prepareSearch(
  talks: readonly Talk[],
  index = buildIndex(talks, defaultParameters.index),
  earlier?: EarlierSearch,
): SearchData {
  const before = earlier?.documents
  return {
    index,
    ...readSpelledValues(talks, earlier?.data, before),
    dateOrder: readDateOrder(talks, earlier?.data.dateOrder, before),
  }
}
