import type { ReceiverEvent } from '@slack/bolt'
import { expect, test } from 'vitest'
import { createRequests } from '../../../src/operations/requests.ts'
import { acknowledging } from '../../../src/slack/client/acknowledging.ts'

/** What happens in which order when Slack sends a body; the app answers as told. */
async function happens(body: ReceiverEvent['body'], answer: (event: ReceiverEvent) => Promise<void>) {
  const steps: string[] = []
  const app = {
    async processEvent(event: ReceiverEvent) {
      steps.push('begun')
      await answer(event)
    },
  }
  const logger = { warn: (line: string) => void steps.push(line) }
  const receiving = acknowledging(app, { logger, requests: createRequests() })
  const ack = async (words?: unknown) => void steps.push(`acknowledged${words ? ` ${words}` : ''}`)
  await receiving.processEvent({ body, ack })
  return steps
}

test.each(['event_callback', 'block_actions', 'shortcut', undefined])(
  'a request of type %s is acknowledged before anything is done, and once',
  async (type) => {
    expect(await happens({ type }, async ({ ack }) => ack())).toEqual(['acknowledged', 'begun'])
  },
)

test('the submission of a modal is acknowledged by its listener, with what is wrong', async () => {
  expect(await happens({ type: 'view_submission' }, async ({ ack }) => ack('errors'))).toEqual([
    'begun',
    'acknowledged errors',
  ])
  expect(await happens({ type: 'view_submission' }, async () => {})).toEqual(['begun'])
})

test('what cannot be read is acknowledged all the same, and logged', async () => {
  const steps = await happens({ type: 'view_submission' }, async () =>
    Promise.reject(new TypeError('no view')),
  )
  expect(steps).toEqual([
    'begun',
    'A request from Slack could not be read: TypeError: no view',
    'acknowledged',
  ])
})

test('the notice that Slack drops events is acknowledged and no event', async () => {
  expect(await happens({ type: 'app_rate_limited' }, async () => {})).toEqual([
    'Slack drops events for a minute: more than 30,000 came within an hour.',
    'acknowledged',
  ])
})
