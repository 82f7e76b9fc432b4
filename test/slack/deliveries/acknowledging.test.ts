import type { ReceiverEvent } from '@slack/bolt'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createRequests } from '../../../src/operations/noted-requests.ts'
import { acknowledging } from '../../../src/slack/deliveries/acknowledging.ts'
import type { Deliveries } from '../../../src/slack/deliveries/deliveries.ts'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'
import { StoreError } from '../../../src/store/store-error.ts'

interface Given {
  readonly answer?: (event: ReceiverEvent) => Promise<void>
  /** Default: writes it down at once. */
  readonly take?: Deliveries['take']
}

/** What happens in which order when Slack sends a body; the app answers as told. */
function receive(body: ReceiverEvent['body'], { answer = ({ ack }) => ack(), take }: Given = {}) {
  const steps: string[] = []
  const app = {
    async processEvent(event: ReceiverEvent) {
      steps.push('begun')
      await answer(event)
    },
  }
  const writeDown: Deliveries['take'] = async () => {
    steps.push('written down')
    return { isSafe: true, answer: (work) => work() }
  }
  const receiving = acknowledging(app, {
    logger: { warn: (line: string) => void steps.push(line) },
    requests: createRequests(),
    deliveries: { take: take ?? writeDown },
    work: createWork(),
  })
  const ack = async (words?: unknown) => void steps.push(`acknowledged${words ? ` ${words}` : ''}`)
  return { steps, done: receiving.processEvent({ body, ack }) }
}

async function happens(...given: Parameters<typeof receive>): Promise<readonly string[]> {
  const { steps, done } = receive(...given)
  await done
  return steps
}

test.each(['event_callback', 'block_actions', 'shortcut', undefined])(
  'a request of type %s is acknowledged as soon as it is written down, before anything else, and once',
  async (type) => {
    expect(await happens({ type })).toEqual(['written down', 'acknowledged', 'begun'])
  },
)

/** Lets as much time pass, and no other. */
function passing(): (ms: number) => Promise<unknown> {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  return vi.advanceTimersByTimeAsync
}

test('what takes long to be written down is acknowledged meanwhile', async () => {
  const pass = passing()
  const slow = Promise.withResolvers<undefined>()
  const { steps, done } = receive({ type: 'event_callback' }, { take: () => slow.promise })
  await pass(1_900)
  expect(steps).toEqual([])
  await pass(100)
  expect(steps).toEqual(['acknowledged'])
  slow.resolve(undefined)
  await done
  expect(steps).toEqual(['acknowledged'])
})

test('what cannot be written down is acknowledged when it is answered, so that it comes again if the process dies', async () => {
  const pass = passing()
  const take: Deliveries['take'] = async () => ({ isSafe: false, answer: (work) => work() })
  expect(await happens({ type: 'event_callback' }, { take })).toEqual(['begun', 'acknowledged'])
  const slow = Promise.withResolvers<void>()
  const { steps, done } = receive({ type: 'event_callback' }, { take, answer: () => slow.promise })
  await pass(1_900)
  expect(steps).toEqual(['begun'])
  await pass(100)
  expect(steps).toEqual(['begun', 'acknowledged'])
  slow.resolve()
  await done
  expect(steps).toEqual(['begun', 'acknowledged'])
})

test('what Slack cannot be told of any more is answered all the same, since it was taken on', async () => {
  const steps: string[] = []
  const receiving = acknowledging(
    { processEvent: async () => void steps.push('answered') },
    {
      logger: { warn: (line: string) => void steps.push(line) },
      requests: createRequests(),
      deliveries: { take: async () => ({ isSafe: true, answer: (work) => work() }) },
      work: createWork(),
    },
  )
  const ack = () => Promise.reject(new Error('the connection is closed'))
  await receiving.processEvent({ body: { type: 'event_callback' }, ack })
  expect(steps).toEqual([
    'Slack has not heard that a request arrived: Error: the connection is closed',
    'answered',
  ])
})

test('what comes again is acknowledged, and nothing else', async () => {
  const body = { type: 'event_callback' }
  expect(await happens(body, { take: async () => undefined })).toEqual(['acknowledged'])
})

test('the submission of a modal that comes again is not: whoever took it may have died, and it stays open', async () => {
  const body = { type: 'view_submission' }
  expect(await happens(body, { take: async () => undefined })).toEqual([])
})

test('the submission of a modal is acknowledged by its listener, with what is wrong', async () => {
  const body = { type: 'view_submission' }
  expect(await happens(body, { answer: ({ ack }) => ack('errors') })).toEqual([
    'written down',
    'begun',
    'acknowledged errors',
  ])
  expect(await happens(body, { answer: async () => {} })).toEqual(['written down', 'begun'])
})

test('the submission of a modal is not acknowledged for it, however long that takes: it would close', async () => {
  const pass = passing()
  const saved = Promise.withResolvers<void>()
  const { steps, done } = receive({ type: 'view_submission' }, { answer: () => saved.promise })
  await pass(60_000)
  saved.resolve()
  await done
  expect(steps).toEqual(['written down', 'begun'])
})

test.each([
  ['the store fails', new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' }), 0],
  ['of itself, since that would fail again', new TypeError('odd'), 1],
])(
  'what could be neither written down nor begun is left to Slack to deliver again only if %s',
  async (_why, error, acknowledged) => {
    const steps = await happens(
      { type: 'event_callback' },
      {
        take: async () => ({ isSafe: false, answer: (work) => work() }),
        answer: () => Promise.reject(error),
      },
    )
    expect(steps.filter((step) => step === 'acknowledged')).toHaveLength(acknowledged)
  },
)

test('what cannot be read is acknowledged all the same, and logged', async () => {
  const answer = () => Promise.reject(new TypeError('no view'))
  expect(await happens({ type: 'view_submission' }, { answer })).toEqual([
    'written down',
    'begun',
    'A request from Slack could not be read: TypeError: no view',
    'acknowledged',
  ])
})

test('the notice that Slack drops events is acknowledged and no event', async () => {
  expect(await happens({ type: 'app_rate_limited' })).toEqual([
    'Slack drops events for a minute: more than 30,000 came within an hour.',
    'acknowledged',
  ])
})
