import { webApi } from '@slack/bolt'
import { neverLeft } from './never-left.ts'
import type { SlackFetch } from './slack-fetch.ts'

/** What `chat.postMessage` takes, as far as it is used. */
interface Posted {
  readonly channel: string
  readonly thread_ts: string
  readonly text: string
  readonly blocks: readonly object[]
}

/**
 * Posts a message by one request of JSON. That takes half of the processor time that Slack's client needs, which encodes a
 * form and copies message and answer for its log. If Slack did not take the request, so that certainly nothing was posted,
 * Slack's client tries again, and says what is wrong.
 * @param send tells Slack's answer from anything else that may come back, see `createRetryingFetch`
 * @throws what Slack's client throws
 */
export async function postMessage(
  message: Posted,
  { client, send }: { readonly client: webApi.WebClient; readonly send: SlackFetch },
): Promise<void> {
  const answer = await send(`${client.slackApiUrl}${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(message),
  }).catch((error: unknown) => {
    if (neverLeft(error)) return undefined
    throw error
  })
  if (answer?.status !== 200) return void (await client.apiCall(method, { ...message }))
  const result = JSON.parse(await answer.text()) as webApi.WebAPICallResult
  if (!result.ok) throw new webApi.WebAPIPlatformError(result as webApi.WebAPIPlatformError['data'])
}

const method = 'chat.postMessage'
