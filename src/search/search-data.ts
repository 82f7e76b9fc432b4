import type { Talk } from '../notes/talk.ts'
import { type DateOrder, readDateOrder } from './filter/date-order.ts'
import type { DocValues } from './filter/doc-values.ts'
import { readDocValues } from './filter/read-doc-values.ts'
import type { CompiledIndex } from './index/compiled-index.ts'
import { buildIndex } from './index/update-index.ts'

/**
 * All that the engine reads besides the talks themselves. It follows from the talks alone, takes long to make and is
 * plain data, so it is made once, off the event loop, and kept. Document numbers are places in the talks.
 */
export interface SearchData {
  readonly index: CompiledIndex
  readonly docValues: DocValues
  readonly dateOrder: DateOrder
}

/** @param index of the talks, if there is one already */
export function prepareSearch(talks: readonly Talk[], index = buildIndex(talks)): SearchData {
  return { index, docValues: readDocValues(talks), dateOrder: readDateOrder(talks) }
}
