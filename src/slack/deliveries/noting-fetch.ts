import { neverLeft } from '../client/never-left.ts'
import type { Deliveries } from './deliveries.ts'

type Fetch = typeof globalThis.fetch

/**
 * The same `fetch`, which notes before each request that may show something that a reply may be there from now on, and takes
 * that back if it certainly is not: no connection came about, or Slack asks to wait.
 * @param shows whether an address is of such a request
 */
export function createNotingFetch(
  fetch: Fetch,
  {
    deliveries,
    shows,
  }: { readonly deliveries: Pick<Deliveries, 'showing'>; readonly shows: (url: string) => boolean },
): Fetch {
  return async (input, init) => {
    if (!shows(input instanceof Request ? input.url : String(input))) return fetch(input, init)
    const takeBack = await deliveries.showing()
    try {
      const response = await fetch(input, init)
      if (response.status === 429 || response.status === 503) await takeBack()
      return response
    } catch (error) {
      if (neverLeft(error)) await takeBack()
      throw error
    }
  }
}
