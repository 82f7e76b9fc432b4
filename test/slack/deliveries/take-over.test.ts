import { expect, test } from 'vitest'
import { createRequests } from '../../../src/operations/noted-requests.ts'
import { createTakeOver } from '../../../src/slack/deliveries/take-over.ts'
import { createWork } from '../../../src/slack/deliveries/work-in-flight.ts'
import { StoreError } from '../../../src/store/store-error.ts'
import { silent } from '../../helpers/silent-log.ts'

/** What a look finds: how often the keeper of a question has said that it lives, or that the store does not tell. */
type Look = number | 'failed'

/** After how many looks a question is taken over; undefined if it is not. */
async function takenAfter(looks: readonly Look[]): Promise<number | undefined> {
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
        return [{ teamId: 'T1', delivery: 'message:C1:1.2', keeper: 'other', beats: look, question: '' }]
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
