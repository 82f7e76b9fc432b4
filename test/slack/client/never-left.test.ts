import { createServer } from 'node:https'
import { expect, test } from 'vitest'
import { neverLeft } from '../../../src/slack/client/never-left.ts'
import { createSlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { isOpensslThere, makeAuthority } from '../../helpers/make-certificates.ts'
import { listenForTest } from '../../helpers/open-test-server.ts'

const slackFetch = createSlackFetch({ isByProxy: false })
const post = { method: 'POST', body: '{}' }
const failureOf = (url: string) => slackFetch(url, post).catch((error: unknown) => error)

test.each([
  ['nobody listens', 'http://127.0.0.1:9/'],
  ['the name is no host’s', 'http://nowhere.invalid/'],
])('where %s, nothing left', async (_, url) => {
  expect(neverLeft(await failureOf(url))).toBe(true)
})

test.skipIf(!isOpensslThere)('to who does not prove to be Slack nothing left', async () => {
  let requests = 0
  const { certificate, key } = makeAuthority('Nobody knows it').issue('127.0.0.1')
  const server = createServer({ cert: certificate, key }, (_, response) => {
    requests += 1
    response.end('{}')
  })
  const failure = await failureOf(`https://127.0.0.1:${await listenForTest(server)}/`)
  expect([neverLeft(failure), requests]).toEqual([true, 0])
})

test('what breaks off may have left', async () => {
  expect(neverLeft(Object.assign(new Error('read'), { code: 'ECONNRESET' }))).toBe(false)
})
