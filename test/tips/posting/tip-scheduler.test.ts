import { describe, expect, test } from 'vitest'
import type { TipChannel, TipSubscription } from '../../../src/store/store.ts'
import { createClock } from '../../../src/tips/clock.ts'
import type { PostResult } from '../../../src/tips/posting/post-result.ts'
import { createTipScheduler, type TipPace } from '../../../src/tips/posting/tip-scheduler.ts'
import { VirtualClock } from './virtual-clock.ts'

const begin = Date.UTC(2026, 10, 23, 9, 0)
const minute = 60_000

/** Channels that are due at an instant until they were looked after. */
function open(
  due: Readonly<Record<string, number>>,
  more: {
    readonly pace?: Partial<TipPace>
    readonly leadMs?: number
    readonly lookAfter?: (channel: TipChannel) => Promise<PostResult>
  } = {},
) {
  const clock = new VirtualClock(begin)
  const waiting = new Map(Object.entries(due))
  const done: { readonly channel: string; readonly at: number; readonly steady: number }[] = []
  const log: string[] = []
  const write = (message: string) => void log.push(message)
  let looks = 0
  const store = {
    async dueTipSubscriptions(now: number) {
      looks++
      return [...waiting].flatMap(([key, at]) => {
        const [teamId = '', channelId = ''] = key.split('/')
        return at <= now ? [{ teamId, channelId } as TipSubscription] : []
      })
    },
  }
  const poster = {
    async recheckAfterEdits() {},
    async lookAfter(channel: TipChannel): Promise<PostResult> {
      const key = `${channel.teamId}/${channel.channelId}`
      done.push({ channel: key, at: clock.now(), steady: clock.steady() })
      const delivery = (await more.lookAfter?.(channel)) ?? { kind: 'posted', tip: undefined }
      waiting.delete(key)
      return delivery
    },
  }
  const scheduler = createTipScheduler({
    store,
    poster,
    clock,
    leadMs: more.leadMs ?? 0,
    log: { info: write, warn: write, error: write },
    ...(more.pace && { pace: more.pace }),
  })
  return { clock, scheduler, done, log, store, looks: () => looks }
}

const channels = (count: number, team: string, at: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${team}/C${i}`, at]))

describe('the scheduler', () => {
  test('looks after a channel within ten seconds of its time, and not before', async () => {
    const { clock, scheduler, done } = open({ 'T1/C1': begin + 30 * minute })
    scheduler.start()
    await clock.run(60 * minute)
    await scheduler.stop()
    expect(done).toHaveLength(1)
    expect(done[0]!.at - (begin + 30 * minute)).toBeGreaterThanOrEqual(0)
    expect(done[0]!.at - (begin + 30 * minute)).toBeLessThan(10_000)
  })

  test('who looks while another look is being done hears of the end of their own, and so does the other', async () => {
    const answered = Promise.withResolvers<PostResult>()
    const begun = Promise.withResolvers<void>()
    const { scheduler } = open(
      { 'T1/C1': begin },
      {
        lookAfter: () => {
          begun.resolve()
          return answered.promise
        },
      },
    )
    const looks = [scheduler.look()]
    await begun.promise
    looks.push(scheduler.look())
    answered.resolve({ kind: 'not-ours', state: 'settled' })
    await Promise.all(looks)
    await scheduler.stop()
  })

  test('looks ahead by the lead of the sender', async () => {
    const { clock, scheduler, done } = open({ 'T1/C1': begin + 30 * minute }, { leadMs: 5 * minute })
    scheduler.start()
    await clock.run(60 * minute)
    await scheduler.stop()
    expect(done[0]!.at).toBe(begin + 25 * minute)
  })

  test('spreads 2,000 channels due in one minute at the pace that is allowed, and other workspaces do not wait', async () => {
    const { clock, scheduler, done } = open({ ...channels(2000, 'T1', begin), 'T2/C1': begin })
    scheduler.start()
    await clock.runUntil(() => done.length === 2001)
    await scheduler.stop()
    const times = done.filter(({ channel }) => channel.startsWith('T1/')).map(({ steady }) => steady)
    const gaps = times.slice(1).map((time, i) => time - times[i]!)
    expect(new Set(done.map(({ channel }) => channel)).size).toBe(2001)
    expect(Math.min(...gaps)).toBe(1200)
    expect(done.find(({ channel }) => channel === 'T2/C1')!.steady).toBe(0)
    const [took, limit] = [(times.at(-1)! - times[0]!) / minute, (1999 * 1.2) / 60]
    console.log(
      `2,000 channels: ${took.toFixed(2)} min, and ${limit.toFixed(2)} min is the least that 50 a minute allow.`,
    )
    expect(took).toBeCloseTo(limit)
  })

  test('spends no turn on a channel that another process has done', async () => {
    const { clock, scheduler, done } = open(channels(50, 'T1', begin), {
      lookAfter: async () => ({ kind: 'not-ours', state: 'settled' }),
    })
    scheduler.start()
    await clock.runUntil(() => done.length === 50)
    await scheduler.stop()
    expect(done.at(-1)!.steady).toBe(0)
  })

  test('waits with a whole workspace where Slack asks one channel to wait, and with no other', async () => {
    const { clock, scheduler, done } = open(
      { ...channels(3, 'T1', begin), 'T2/C1': begin },
      {
        lookAfter: async ({ teamId, channelId }) =>
          teamId === 'T1' && channelId === 'C0'
            ? { kind: 'waiting', reason: 'Slack asked to wait.', retryAfterMs: 30_000 }
            : { kind: 'posted', tip: undefined },
      },
    )
    scheduler.start()
    await clock.runUntil(() => done.length === 4)
    await scheduler.stop()
    const at = Object.fromEntries(done.map(({ channel, steady }) => [channel, steady]))
    expect(at).toMatchObject({ 'T1/C0': 0, 'T2/C1': 0, 'T1/C1': 30_000, 'T1/C2': 31_200 })
  })

  test('is not held up by a channel that fails, and says so', async () => {
    const { clock, scheduler, done, log } = open(channels(3, 'T1', begin), {
      lookAfter: async ({ channelId }) => {
        if (channelId === 'C0') throw new Error('the database is gone')
        return { kind: 'posted', tip: undefined }
      },
    })
    scheduler.start()
    await clock.run(minute)
    await scheduler.stop()
    expect(new Set(done.map(({ channel }) => channel)).size).toBe(3)
    expect(log.join()).toContain('Tips of C0: Error: the database is gone')
  })

  test('goes on looking when the store fails for a while', async () => {
    const { clock, scheduler, done, store, log } = open({ 'T1/C1': begin })
    const works = store.dueTipSubscriptions
    store.dueTipSubscriptions = () => Promise.reject(new Error('locked'))
    scheduler.start()
    await clock.run(minute)
    expect(log.join()).toContain('locked')
    store.dueTipSubscriptions = works
    await clock.run(minute)
    await scheduler.stop()
    expect(done).toHaveLength(1)
  })

  test('neither posts nor skips because the clock jumped for a moment', async () => {
    const { clock, scheduler, done, log } = open({ 'T1/C1': begin + 60 * minute })
    scheduler.start()
    await clock.run(minute)
    for (const jump of [26 * 60 * minute, -48 * 60 * minute, 22 * 60 * minute]) {
      clock.jump(jump)
      await clock.run(10_000)
    }
    expect(done).toEqual([])
    expect(log).toHaveLength(3)
    await clock.run(70 * minute)
    await scheduler.stop()
    expect(done).toHaveLength(1)
    expect(done[0]!.at).toBeLessThan(begin + 61 * minute)
  })

  test('accepts a clock that was set and stays so, at once where it is told to look', async () => {
    const { clock, scheduler, done } = open({ 'T1/C1': begin + 24 * 60 * minute })
    scheduler.start()
    await clock.run(minute)
    clock.jump(24 * 60 * minute)
    await scheduler.look()
    expect(done).toHaveLength(1)
    await scheduler.stop()
  })

  test('looks at least once a minute and does not spin', async () => {
    const { clock, scheduler, looks } = open({})
    scheduler.start()
    await clock.run(60 * minute)
    await scheduler.stop()
    expect(looks()).toBeGreaterThanOrEqual(60)
    expect(looks()).toBeLessThanOrEqual(361)
  })

  test('finishes what is under way when it stops, and begins nothing more', async () => {
    let finish = () => {}
    const { clock, scheduler, done } = open(channels(5, 'T1', begin), {
      lookAfter: () => new Promise((resolve) => (finish = () => resolve({ kind: 'posted', tip: undefined }))),
    })
    scheduler.start()
    await clock.runUntil(() => done.length === 1)
    let stopped = false
    const stopping = scheduler.stop().then(() => (stopped = true))
    await new Promise(setImmediate)
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(done).toHaveLength(1)
  })
})

test('the clock of this machine wakes a sleeper who is no longer wanted', async () => {
  const stop = new AbortController()
  const asleep = createClock().sleep(60 * minute, stop.signal)
  stop.abort()
  await asleep
  await createClock().sleep(60 * minute, stop.signal)
})
