import { expect, test } from 'vitest'
import { responseOf, type SlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { createNotingFetch } from '../../../src/slack/deliveries/noting-fetch.ts'

const failed = (code: string) => Object.assign(new Error(code), { code })

/** What is noted of a request to which this comes back. */
async function notes(back: number | Error, url = 'https://slack.example/api/chat.postMessage') {
  const steps: string[] = []
  const fetch: SlackFetch = async () => {
    steps.push('sent')
    if (back instanceof Error) throw back
    return responseOf({ url, status: back, text: '{}' })
  }
  const deliveries = {
    async showing() {
      steps.push('noted')
      return async () => void steps.push('taken back')
    },
  }
  const shows = (address: string) => address.includes('chat.post')
  await createNotingFetch(fetch, { deliveries, shows })(url).catch((error: unknown) => {
    expect(error).toBe(back)
  })
  return steps
}

test.each([429, 503, failed('ECONNREFUSED'), failed('ENOTFOUND'), failed('UND_ERR_CONNECT_TIMEOUT')])(
  'that a reply may be there is noted before it is sent, and taken back after %s: nothing was posted',
  async (back) => expect(await notes(back)).toEqual(['noted', 'sent', 'taken back']),
)

test.each([200, 302, 400, 404, 500, 502, 504, failed('ECONNRESET'), failed('UND_ERR_BODY_TIMEOUT')])(
  'after %s a reply may be there',
  async (back) => expect(await notes(back)).toEqual(['noted', 'sent']),
)

test('of a request that shows nothing, nothing is noted', async () => {
  expect(await notes(429, 'https://slack.example/api/users.info')).toEqual(['sent'])
})
