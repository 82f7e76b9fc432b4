import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { postMessage } from '../../../src/slack/client/post-message.ts'
import { responseOf, type SlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { isUnknownOutcome } from '../../../src/slack/client/unknown-outcome.ts'

const message = {
  channel: 'D1',
  thread_ts: '1.2',
  text: 'Tea & cake',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Tea & cake' } }],
}

/** @param answers to each request in turn: a status, what Slack says, or an error */
async function post(...answers: readonly (number | object | Error)[]) {
  const requests: Parameters<SlackFetch>[] = []
  const left = [...answers]
  const send: SlackFetch = async (...request) => {
    requests.push(request)
    const answer = left.shift()
    if (answer instanceof Error) throw answer
    const status = typeof answer === 'number' ? answer : 200
    return responseOf({ url: String(request[0]), status, text: JSON.stringify(answer) })
  }
  const log = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} }
  const client = new webApi.WebClient('xoxb-1', {
    slackApiUrl: 'https://slack.example/api/',
    retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 },
    fetch: send,
    logger: { ...log, getLevel: () => webApi.LogLevel.ERROR },
  })
  const error = await postMessage(message, { client, send }).catch((reason: unknown) => reason)
  return { error, requests }
}

test('a message is posted by one request of JSON, in the name of the bot', async () => {
  const { error, requests } = await post({ ok: true, ts: '3.4' })
  expect(error).toBeUndefined()
  const [[url, init] = []] = requests
  expect(requests).toHaveLength(1)
  expect(url).toBe('https://slack.example/api/chat.postMessage')
  expect(init).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer xoxb-1' } })
  expect(JSON.parse(String(init?.body))).toEqual(message)
})

test('what Slack refuses fails as it does with Slack’s client', async () => {
  const { error, requests } = await post({ ok: false, error: 'is_archived' })
  expect(error).toBeInstanceOf(webApi.WebAPIPlatformError)
  expect(error).toMatchObject({ data: { error: 'is_archived' } })
  expect(requests).toHaveLength(1)
})

test('if nobody knows whether it was posted, that is what is said, and it is not posted again', async () => {
  const { error, requests } = await post({ ok: false, error: 'no_answer' })
  expect(isUnknownOutcome(error)).toBe(true)
  expect(requests).toHaveLength(1)
})

test.each([[503], [Object.assign(new Error(), { code: 'ECONNREFUSED' })]])(
  'what certainly was not posted is tried again by Slack’s client: %s',
  async (failure) => {
    const { error, requests } = await post(failure, failure, { ok: true, ts: '3.4' })
    expect(error).toBeUndefined()
    expect(requests).toHaveLength(3)
  },
)

test('a request that fails for another reason is not tried again', async () => {
  const { error, requests } = await post(new TypeError('no such thing'))
  expect(error).toBeInstanceOf(TypeError)
  expect(requests).toHaveLength(1)
})
