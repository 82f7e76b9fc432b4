import { describe, expect, test } from 'vitest'
import { createRequests } from '../../../src/operations/noted-requests.ts'
import { createTakeOver, type Interrupted, interruptedIn } from '../../../src/slack/deliveries/take-over.ts'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'
import { StoreError } from '../../../src/store/store-error.ts'
import { silent } from '../../helpers/silent-log.ts'

/** What a look finds: how often the keeper of a question has said that it lives, or that the store does not tell. */
type Look = number | 'failed'

/** After how many looks a question is taken over; undefined if it is not. */
async function takenAfter(
  looks: readonly Look[],
  { keeper = 'other', ageMs = 0 }: { readonly keeper?: string; readonly ageMs?: number } = {},
): Promise<number | undefined> {
  let [count, taken] = [0, undefined as number | undefined]
  const over = Promise.withResolvers<void>()
  const takeOver = createTakeOver({
    deliveries: {
      async beat() {},
      async openQuestions() {
        const look = looks[count]!
        count += 1
        if (look === 'failed')
          throw new StoreError({ code: 'unreachable', message: 'no answer', advice: 'Wait.' })
        const key = { teamId: 'T1', delivery: 'message:C1:1.2' }
        return [{ ...key, claimedAt: -ageMs, keeper, beats: look, question: '' }]
      },
      async takeOver() {
        taken ??= count
        return undefined
      },
    },
    clock: {
      now: () => 0,
      async sleep() {
        if (count < looks.length) return
        takeOver.stop()
        over.resolve()
      },
    },
    app: { async processEvent() {} },
    requests: createRequests(),
    work: createWork(),
    log: { ...silent, debug() {} },
  })
  takeOver.start()
  await over.promise
  return taken
}

test.each<readonly [string, readonly Look[], number | undefined]>([
  ['that is silent for three looks in a row after the first', [7, 7, 7, 7], 4],
  ['that says in between that it lives', [7, 7, 7, 8, 8, 8], undefined],
  ['that fell silent then', [7, 7, 7, 8, 8, 8, 8], 7],
  // Nor could it have said then that it lives.
  ['that was silent while the store failed', [7, 7, 'failed', 7, 7, 7], undefined],
  ['that is silent after the store failed', [7, 7, 'failed', 7, 7, 7, 7], 7],
])('the question of a process %s, at the looks %j, is taken over at look %s', async (_name, looks, at) => {
  expect(await takenAfter(looks)).toBe(at)
})

test.each([
  ['just now', 0, 4],
  ['two minutes ago', 2 * 60_000, 4],
  ['an hour ago', 60 * 60_000, 113],
  ['three days ago', 3 * 24 * 60 * 60_000, 901],
  ['later than now, by this clock,', -60 * 60_000, 4],
])(
  'a question that came %s and was left open is tried again the later the longer that is',
  async (_when, ageMs, at) => {
    const looks = Array.from({ length: 1_000 }, () => 0)
    expect(await takenAfter(looks, { keeper: 'left:1', ageMs })).toBe(at)
    // What a process died over waits no longer for that.
    expect(await takenAfter(looks, { ageMs })).toBe(4)
  },
)

const asked = JSON.stringify({
  type: 'event_callback',
  event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.2', text: 'kites?' },
})
const tooLong = JSON.stringify({ ...JSON.parse(asked), is_too_long: true })
const removed = JSON.stringify({ type: 'event_callback', event: { type: 'app_uninstalled' } })

interface Left {
  readonly question?: string
  readonly attempts?: number
  readonly ageMs?: number
  readonly isLeft?: boolean
}

/** How a question is gone on with that a process has left; undefined if it is not taken over. */
async function goneOn(
  { question = asked, attempts = 1, ageMs = 0, isLeft = false }: Left,
  { stopsMeanwhile = false, said = [] as string[] } = {},
) {
  const key = { teamId: 'T1', delivery: 'message:D1:1.2' }
  const open = { ...key, claimedAt: -ageMs, keeper: 'other', beats: 0, question }
  const say = (line: string) => void said.push(line)
  const over = Promise.withResolvers<Interrupted | undefined>()
  let looks = 0
  const takeOver = createTakeOver({
    deliveries: {
      async beat() {},
      async openQuestions() {
        looks += 1
        if (stopsMeanwhile && looks === 4) takeOver.stop()
        return [open]
      },
      takeOver: async () => ({
        ...{ ...open, attempts, isReplied: false, isLeft, isSafe: true },
        answer: (work) => work(),
      }),
    },
    clock: {
      now: () => 0,
      async sleep(_ms, signal) {
        if (looks < 5 && !signal.aborted) return
        takeOver.stop()
        over.resolve(undefined)
      },
    },
    app: {
      async processEvent({ customProperties = {} }) {
        over.resolve(interruptedIn(customProperties))
      },
    },
    requests: createRequests(),
    work: createWork(),
    log: { info: say, warn: say, debug() {} },
  })
  takeOver.start()
  return over.promise
}

const hourMs = 60 * 60_000

test.each<readonly [string, Left, Interrupted['isGivenUp']]>([
  ['that was begun once is', {}, undefined],
  ['that was begun three times is', { attempts: 3 }, undefined],
  ['that was begun more often is not', { attempts: 4 }, 'too-often'],
  ['of an hour ago is', { ageMs: hourMs }, undefined],
  ['of before that is not', { ageMs: hourMs + 1 }, 'too-old'],
  ['whose words were not kept is not', { question: tooLong }, 'too-long'],
  [
    'whose words were not kept is not, however often it was begun',
    { question: tooLong, attempts: 9 },
    'too-long',
  ],
  ['of which nobody could be told is not', { isLeft: true, attempts: 9 }, 'left'],
  [
    'that is none, but says that Hallway was removed, is',
    { question: removed, isLeft: true, attempts: 3, ageMs: 9 * hourMs },
    undefined,
  ],
])('a question %s answered by who takes it over (%j)', async (_what, question, isGivenUp) => {
  expect(await goneOn(question)).toEqual({
    isReplied: false,
    ageMs: question.ageMs ?? 0,
    ...(isGivenUp && { isGivenUp }),
  })
})

test('who is told to stop while it looks takes nothing over', async () => {
  expect(await goneOn({}, { stopsMeanwhile: true })).toBeUndefined()
})

describe('a notice that Hallway was removed', () => {
  test('whose process died is gone on with, and the log says what that one did', async () => {
    const said: string[] = []
    expect(await goneOn({ question: removed }, { said })).toBeDefined()
    expect(said).toEqual([
      expect.stringMatching(/^A process ended while it was deleting what .* was removed/),
    ])
  })

  test('that could not be followed is tried again without a word', async () => {
    const said: string[] = []
    expect(await goneOn({ question: removed, isLeft: true }, { said })).toBeDefined()
    expect(said).toEqual([])
  })

  test.each([false, true])(
    'that has ended three processes ends no fourth (left open: %s)',
    async (isLeft) => {
      const said: string[] = []
      expect(await goneOn({ question: removed, attempts: 4, isLeft }, { said })).toBeUndefined()
      expect(said[0]).toMatch(/^Each process ended .* from T1: it is tried no more/)
    },
  )
})
