import { neverLeft } from '../client/never-left.ts'
import type { SlackFetch } from '../client/slack-fetch.ts'
import type { Deliveries } from './deliveries.ts'

/**
 * The same `fetch`. Before each request that may show something, it notes that a reply may be there from now on. It takes the
 * note back if certainly nothing was shown: there was no connection, or Slack asks to wait.
 * @param shows whether a request to an address may show something
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
