import { neverLeft } from './never-left.ts'

/**
 * A `fetch` for Slack's client, which tries again after any failure. A message whose request went out and was not
 * answered (a timeout, a connection that broke) may have been posted all the same, and trying again would post it
 * twice: such a failure is given to the client as Slack's answer, which it does not retry. If no connection came
 * about, nothing was posted, and trying again is right.
 */
export function createCarefulFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      if (!isPosting(input) || neverLeft(error)) throw error
      return Response.json({ ok: false, error: 'no_answer' })
    }
  }
}

const isPosting = (input: Parameters<typeof globalThis.fetch>[0]) =>
  /\/chat\.post\w+$/.test(input instanceof Request ? input.url : String(input))
