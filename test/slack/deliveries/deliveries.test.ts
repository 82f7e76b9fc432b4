import { setImmediate as tick } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createDeliveries } from '../../../src/slack/deliveries/deliveries.ts'
import { createSeal, keyFrom } from '../../../src/slack/installations/seal.ts'
import { type OpenStore, openStore } from '../../../src/store/open-store.ts'
import type { DeliveryStore } from '../../../src/store/store.ts'
import { StoreError } from '../../../src/store/store-error.ts'
import { silent } from '../../helpers/silent-log.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const seal = createSeal([keyFrom('xoxb-1')])
const mention = (text: string) => ({
  type: 'event_callback',
  team_id: 'T1',
  token: 'a secret of Slack’s',
  event: { type: 'app_mention', channel: 'C1', user: 'U0ASKER0001', ts: '1.2', text },
})

/** As a process that uses the store. */
function deliveriesOn(store: DeliveryStore, warnings: string[] = []) {
  const log = { warn: (line: string) => warnings.push(line), debug() {} }
  return createDeliveries({ store, seal, now: () => 1_000, log })
}

/** Deliveries that the store cannot claim as long as its disk is full. */
function unluckyOn(store: DeliveryStore) {
  const failure = new StoreError({ code: 'disk-full', message: 'The disk is full.', advice: 'Wait.' })
  let isFull = true
  const unlucky = deliveriesOn({
    ...store,
    claimDelivery: (...claim) => (isFull ? Promise.reject(failure) : store.claimDelivery(...claim)),
  })
  const makeRoom = () => {
    isFull = false
  }
  return { unlucky, makeRoom }
}

async function opened(): Promise<OpenStore> {
  const store = await openStore({ dataFolder: temporaryFolder(), logger: silent })
  onTestFinished(() => store.close())
  return store
}

/** No time passes by itself. */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}
/** How long a claim is waited for, in milliseconds. */
const maxClaimMs = 1_000

/** What is kept now, as another process sees it. */
const kept = (store: DeliveryStore) => store.openQuestions('another', 10)

test('where the store cannot tell, what was delivered is handled, and the log says so', async () => {
  const failure = new StoreError({ code: 'unreachable', message: 'The server is gone.', advice: 'Wait.' })
  const store = new Proxy({} as DeliveryStore, { get: () => () => Promise.reject(failure) })
  const warnings: string[] = []
  const deliveries = deliveriesOn(store, warnings)
  expect(await deliveries.claim({ teamId: 'T1', delivery: 'event:Ev1' })).toBe(true)
  expect(warnings).toEqual(['Not known whether event was delivered before: The server is gone.'])
  const taken = await deliveries.take(mention('kites?'))
  let isAnswered = false
  await taken!.answer(async () => {
    await deliveries.showing()
    isAnswered = true
  })
  expect(isAnswered).toBe(true)
})

describe('a question', () => {
  test('is kept until it is answered, well or not, and taken on once', async () => {
    const store = await opened()
    const [one, two] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await one.take(mention('kites?'))
    expect(await two.take(mention('kites?'))).toBeUndefined()
    expect(await kept(store)).toHaveLength(1)
    const failing = taken!.answer(async () => {
      expect(await kept(store)).toHaveLength(1)
      throw new TypeError('broken')
    })
    await expect(failing).rejects.toThrow('broken')
    expect(await kept(store)).toEqual([])
    expect(await two.take(mention('kites?'))).toBeUndefined()
  })

  test('lies in the database sealed: neither its words nor who asked can be read', async () => {
    const store = await opened()
    await deliveriesOn(store).take(mention('kites?'))
    const [open] = await kept(store)
    expect(open?.question).not.toMatch(/kites|U0ASKER/)
    const read = seal.open(open!.question, 'T1')
    expect(read).toContain('kites?')
    expect(read).not.toContain('secret')
    expect(createSeal([keyFrom('xoxb-2')]).open(open!.question, 'T1')).toBeUndefined()
  })

  test('is deleted with the next beat if the store failed when it was answered', async () => {
    const store = await opened()
    let isFailing = true
    const failure = new StoreError({ code: 'disk-full', message: 'The disk is full.', advice: 'Wait.' })
    const deliveries = deliveriesOn({
      ...store,
      deleteQuestion: (...given) => (isFailing ? Promise.reject(failure) : store.deleteQuestion(...given)),
    })
    await (await deliveries.take(mention('kites?')))!.answer(async () => {})
    expect(await kept(store)).toHaveLength(1)
    isFailing = false
    await deliveries.beat()
    expect(await kept(store)).toEqual([])
  })

  test('of which nobody could be told is left open, for any process, and is not counted as begun', async () => {
    const store = await opened()
    const [one, two] = [deliveriesOn(store), deliveriesOn(store)]
    const wereLeft: boolean[] = []
    await (await one.take(mention('kites?')))!.answer(async () => void wereLeft.push(one.leaveOpen()))
    for (const deliveries of [two, one]) {
      const [open] = await deliveries.openQuestions()
      const taken = await deliveries.takeOver(open!)
      expect(taken).toMatchObject({ isLeft: true, attempts: 1 })
      await taken!.answer(async () => void wereLeft.push(deliveries.leaveOpen()))
    }
    expect(wereLeft).toEqual([false, true, true])
  })

  test('whose claim failed and took effect all the same is not found open once it is answered', async () => {
    const store = await opened()
    const deliveries = deliveriesOn({
      ...store,
      claimDelivery: async (...claim) => {
        await store.claimDelivery(...claim)
        throw new StoreError({ code: 'unreachable', message: 'The server is gone.', advice: 'Wait.' })
      },
    })
    const taken = await deliveries.take(mention('kites?'))
    expect(taken?.isSafe).toBe(false)
    await taken!.answer(async () => {})
    await expect.poll(() => kept(store)).toEqual([])
  })

  test('whose taking over failed and took effect all the same is given back, since this process lives', async () => {
    const store = await opened()
    await deliveriesOn(store).take(mention('kites?'))
    let isFailing = true
    const unlucky = deliveriesOn({
      ...store,
      takeQuestion: async (...given) => {
        const taken = await store.takeQuestion(...given)
        if (!isFailing) return taken
        throw new StoreError({ code: 'unreachable', message: 'The server is gone.', advice: 'Wait.' })
      },
    })
    await expect(unlucky.takeOver((await unlucky.openQuestions())[0]!)).rejects.toThrow('gone')
    isFailing = false
    await unlucky.beat()
    const [open] = await unlucky.openQuestions()
    expect(await unlucky.takeOver(open!)).toMatchObject({ isLeft: false, attempts: 2 })
  })

  test('whose claim comes too late to be waited for is answered, and nobody else finds it open', async () => {
    const store = await opened()
    stopTime()
    const slow = Promise.withResolvers<void>()
    const deliveries = deliveriesOn({
      ...store,
      claimDelivery: async (...claim) => {
        await slow.promise
        return store.claimDelivery(...claim)
      },
    })
    const taking = deliveries.take(mention('kites?'))
    await vi.advanceTimersByTimeAsync(maxClaimMs)
    const taken = await taking
    let isAnswered = false
    await taken!.answer(async () => {
      await deliveries.showing()
      isAnswered = true
    })
    expect(isAnswered).toBe(true)
    slow.resolve()
    await expect.poll(() => deliveriesOn(store).take(mention('kites?'))).toBeUndefined()
    await expect.poll(() => kept(store)).toEqual([])
  })

  describe('whose claim comes too late to be waited for', () => {
    /** Taken by a process whose claim takes effect when it is said. */
    async function takenSlowly(store: OpenStore) {
      stopTime()
      const slow = Promise.withResolvers<void>()
      let claimed: Promise<boolean> | undefined
      const deliveries = deliveriesOn({
        ...store,
        claimDelivery(...claim) {
          claimed = slow.promise.then(() => store.claimDelivery(...claim))
          return claimed
        },
      })
      const taking = deliveries.take(mention('kites?'))
      await vi.advanceTimersByTimeAsync(maxClaimMs)
      const taken = (await taking)!
      async function claim(): Promise<void> {
        slow.resolve()
        await claimed
        await tick()
      }
      return { deliveries, taken, claim }
    }

    test('is left open if nobody could be told', async () => {
      const store = await opened()
      const { deliveries, taken, claim } = await takenSlowly(store)
      await taken.answer(async () => void deliveries.leaveOpen())
      await claim()
      await expect.poll(() => kept(store)).toMatchObject([{ keeper: expect.stringMatching(/^left:/) }])
      const [open] = await kept(store)
      expect(await deliveriesOn(store).takeOver(open!)).toMatchObject({ isLeft: true, attempts: 1 })
    })

    test('says of a reply after the claim that it may have been shown', async () => {
      const store = await opened()
      const { deliveries, taken, claim } = await takenSlowly(store)
      await taken.answer(async () => {
        await claim()
        await deliveries.showing()
        const [open] = await kept(store)
        expect(await deliveriesOn(store).takeOver(open!)).toMatchObject({ isReplied: true })
      })
    })

    test('gets no reply after the claim if another process has claimed it before', async () => {
      const store = await opened()
      await deliveriesOn(store).take(mention('kites?'))
      const { deliveries, taken, claim } = await takenSlowly(store)
      await taken.answer(async () => {
        await claim()
        await expect(deliveries.showing()).rejects.toMatchObject({ code: 'no_answer' })
      })
    })
  })

  test('that could not be claimed, and of which nobody could be told, is written down once that can be done', async () => {
    const store = await opened()
    const { unlucky, makeRoom } = unluckyOn(store)
    const taken = await unlucky.take(mention('kites?'))
    await taken!.answer(async () => void unlucky.leaveOpen())
    await unlucky.beat()
    expect(await kept(store)).toEqual([])
    makeRoom()
    await unlucky.beat()
    const [open] = await kept(store)
    expect(await deliveriesOn(store).takeOver(open!)).toMatchObject({ isLeft: true, attempts: 1 })
  })

  test('that another process has taken over gets no reply from the one that was too slow', async () => {
    const store = await opened()
    const [slow, other] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await slow.take(mention('kites?'))
    await taken!.answer(async () => {
      const [open] = await other.openQuestions()
      const over = await other.takeOver(open!)
      expect(over).toMatchObject({ attempts: 2, isReplied: false })
      await expect(slow.showing()).rejects.toMatchObject({ code: 'no_answer' })
    })
    // Nor does it delete what the other has not answered.
    expect(await kept(store)).toHaveLength(1)
  })

  test('that comes back to a process which is still at it, as another took it over and died, gets one reply', async () => {
    const store = await opened()
    const [slow, dying] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await slow.take(mention('kites?'))
    let replies = 0
    await taken!.answer(async () => {
      await dying.takeOver((await kept(store))[0]!)
      const [open] = await slow.openQuestions()
      expect(await slow.takeOver(open!)).toBeUndefined()
      await slow.showing().then(
        () => (replies += 1),
        () => {},
      )
    })
    const [open] = await slow.openQuestions()
    await (await slow.takeOver(open!))!.answer(async () => {
      await slow.showing()
      replies += 1
    })
    expect(replies).toBe(1)
    expect(await kept(store)).toEqual([])
  })

  test('that another took over between two words, while the first was on its way, gets no second one', async () => {
    const store = await opened()
    const [slow, other] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await slow.take(mention('kites?'))
    await taken!.answer(async () => {
      const takeBack = await slow.showing()
      const [open] = await other.openQuestions()
      expect(await other.takeOver(open!)).toMatchObject({ isReplied: true })
      await expect(slow.showing()).rejects.toMatchObject({ code: 'no_answer' })
      await takeBack()
      await expect(slow.showing()).rejects.toMatchObject({ code: 'no_answer' })
    })
  })

  test('of which one word was shown stays so, though a later one was not', async () => {
    const store = await opened()
    const [dying, other] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await dying.take(mention('kites?'))
    await taken!.answer(async () => {
      await dying.showing()
      const takeBack = await dying.showing()
      await takeBack()
      const [open] = await other.openQuestions()
      expect(await other.takeOver(open!)).toMatchObject({ isReplied: true })
    })
  })

  test('that another has taken over gets no reply though the word of it came while the process stood still', async () => {
    const store = await opened()
    stopTime()
    const slow = deliveriesOn({
      ...store,
      // As over a connection: what has arrived is read after what is due.
      noteReply: () => new Promise((resolve) => setImmediate(() => resolve(false))),
    })
    const taken = await slow.take(mention('kites?'))
    await taken!.answer(async () => {
      const shown = slow.showing()
      vi.advanceTimersByTime(maxClaimMs)
      await expect(shown).rejects.toMatchObject({ code: 'no_answer' })
    })
  })

  test('that another has taken over gets no reply though the process stood still before the store was asked', async () => {
    const store = await opened()
    const asked = Promise.withResolvers<void>()
    const slow = deliveriesOn({
      ...store,
      noteReply: async () => {
        await asked.promise
        return false
      },
    })
    const taken = await slow.take(mention('kites?'))
    await taken!.answer(async () => {
      const shown = slow.showing()
      const end = performance.now() + 2_000
      while (performance.now() < end);
      setTimeout(asked.resolve, 100)
      await expect(shown).rejects.toMatchObject({ code: 'no_answer' })
    })
  })

  test('that could not be claimed is answered once by a process, also if it comes again meanwhile', async () => {
    const failure = new StoreError({ code: 'disk-full', message: 'The disk is full.', advice: 'Wait.' })
    const deliveries = deliveriesOn(
      new Proxy({} as DeliveryStore, { get: () => () => Promise.reject(failure) }),
    )
    let answered = 0
    const found = Promise.withResolvers<void>()
    const first = (await deliveries.take(mention('kites?')))!.answer(async () => {
      await found.promise
      answered += 1
    })
    const again = await deliveries.take(mention('kites?'))
    // It is acknowledged when the first one is answered.
    expect(again?.isSafe).toBe(false)
    const second = again!.answer(async () => {
      answered += 1
    })
    found.resolve()
    await Promise.all([first, second])
    expect(answered).toBe(1)
  })

  test('that could not be claimed is claimed once it is answered, so that it is not answered again', async () => {
    const store = await opened()
    const { unlucky, makeRoom } = unluckyOn(store)
    const taken = await unlucky.take(mention('kites?'))
    makeRoom()
    await taken!.answer(async () => {})
    await expect.poll(() => deliveriesOn(store).take(mention('kites?'))).toBeUndefined()
    expect(await kept(store)).toEqual([])
  })

  test('says if a reply may have been shown, unless it certainly was not', async () => {
    const store = await opened()
    const [dying, other] = [deliveriesOn(store), deliveriesOn(store)]
    const taken = await dying.take(mention('kites?'))
    await taken!.answer(async () => {
      const takeBack = await dying.showing()
      await takeBack()
      expect(await other.takeOver((await other.openQuestions())[0]!)).toMatchObject({ isReplied: false })
    })
    const again = await dying.take({ ...mention('boats?'), event: { ...mention('boats?').event, ts: '1.3' } })
    await again!.answer(async () => {
      await dying.showing()
      const open = (await other.openQuestions()).find(({ delivery }) => delivery.endsWith('1.3'))
      expect(await other.takeOver(open!)).toMatchObject({ isReplied: true })
    })
  })

  test('of which a reply may have been shown keeps that, though another certainly was not', async () => {
    const store = await opened()
    const [dying, other, last] = [deliveriesOn(store), deliveriesOn(store), deliveriesOn(store)]
    const notShown = async (deliveries: typeof dying) => (await deliveries.showing())()
    const taken = await dying.take(mention('kites?'))
    await taken!.answer(async () => {
      await dying.showing()
      await notShown(dying)
      const over = await other.takeOver((await other.openQuestions())[0]!)
      expect(over).toMatchObject({ isReplied: true })
      await over!.answer(async () => {
        await notShown(other)
        expect(await last.takeOver((await last.openQuestions())[0]!)).toMatchObject({ isReplied: true })
      })
    })
  })

  test('of another bot on the same database is left to it', async () => {
    const store = await opened()
    await deliveriesOn(store).take(mention('kites?'))
    const now = () => 1_000
    const log = { warn() {}, debug() {} }
    const stranger = createDeliveries({ store, seal: createSeal([keyFrom('xoxb-2')]), now, log })
    expect(await stranger.openQuestions()).toEqual([])
    const [open] = await kept(store)
    expect(await stranger.takeOver(open!)).toBeUndefined()
    expect(await kept(store)).toEqual([open])
  })

  test('is found after its process died, however many another bot has left on the same database', async () => {
    const store = await opened()
    const now = () => 1_000
    const log = { warn() {}, debug() {} }
    const foreign = createSeal([keyFrom('xoxb-2')])
    for (let number = 0; number < 1_200; number += 1)
      await store.claimDelivery('T1', `message:C2:${number}`, now(), {
        question: foreign.seal('{}', 'T1'),
        keeper: `0${number}`,
      })
    await deliveriesOn(store).take(mention('kites?'))
    // Also with the key that was the first one before.
    const keys = [keyFrom('xoxb-3'), keyFrom('xoxb-1')]
    const next = createDeliveries({ store, seal: createSeal(keys), now, log })
    const open = await next.openQuestions()
    expect(open.map(({ delivery }) => delivery)).toEqual(['message:C1:1.2'])
    expect(await next.takeOver(open[0]!)).toMatchObject({ question: expect.stringContaining('kites?') })
  })
})
