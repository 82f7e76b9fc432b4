import { neverLeft } from '../client/never-left.ts'
import type { SlackFetch } from '../client/slack-fetch.ts'
import type { Deliveries } from './deliveries.ts'

/**
 * The same `fetch`, which notes before each request that may show something that a reply may be there from now on, and takes
 * that back if it certainly is not: no connection came about, or Slack asks to wait.
 * @param shows whether an address is of such a request
 */
export function createNotingFetch(
  fetch: SlackFetch,
  {
    deliveries,
    shows,
  }: { readonly deliveries: Pick<Deliveries, 'showing'>; readonly shows: (url: string) => boolean },
): SlackFetch {
  return async (url, init) => {
    if (!shows(String(url))) return fetch(url, init)
    const takeBack = await deliveries.showing()
    try {
      const response = await fetch(url, init)
      if (response.status === 429 || response.status === 503) await takeBack()
      return response
    } catch (error) {
      if (neverLeft(error)) await takeBack()
      throw error
    }
  }
}
