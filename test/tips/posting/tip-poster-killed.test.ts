import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/store/open-store.ts'
import { createTipPoster } from '../../../src/tips/posting/tip-poster.ts'
import { createHolidays } from '../../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../../src/tips/settings/save-tip-settings.ts'
import { everyDay } from '../../../src/tips/settings/settings.ts'
import type { TipStore } from '../../../src/tips/tip-parts.ts'
import { campTalk } from '../../corpora/camp.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'
import { silent } from '../../helpers/silent-log.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { FakeSlack, type Fault } from './fake-slack.ts'

const due = Date.UTC(2026, 10, 23, 9, 30)
const day = 24 * 60 * 60_000
const days = 6
const channels = ['C1', 'C2', 'C3'].map((channelId) => ({ teamId: 'T1', channelId }))
const corpus = makeCorpus(...['a', 'b', 'c'].map((id) => campTalk(id, ['One.', 'Two.', 'Three.'])))
const holidays = createHolidays()

class Killed extends Error {}

/** A store whose process may die before or after any call. */
function mortal(store: TipStore, dies: () => boolean): TipStore {
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        if (dies()) throw new Killed()
        const result = await method(...args)
        if (dies()) throw new Killed()
        return result
      }
    },
  })
}

const faults: readonly Fault[] = [
  'lost',
  'dropped',
  { kind: 'rate-limited', retryAfterMs: 30_000 },
  { kind: 'unavailable', reason: 'HTTP 503' },
]

test('however processes die and Slack fails, each channel has one tip a day, none twice in a round', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const chance = chances(seed)
      const store = await openStore({ dataFolder: temporaryFolder(), logger: silent })
      let now = due - 60_000
      const slack = new FakeSlack(() => now)
      slack.fate = () => (chance() < 0.3 ? faults[Math.floor(chance() * faults.length)] : undefined)
      // Every process is a new one: what it knew is gone with the one before.
      const live = async () => {
        const poster = createTipPoster({
          store: mortal(store, () => chance() < 0.06),
          corpus: () => corpus,
          holidays,
          now: () => now,
          log: silent,
          sender: slack.sender(),
          instantSender: slack.sender(),
        })
        for (const channel of channels) await poster.lookAfter(channel)
      }
      const settings = { time: '09:30', zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } } as const
      for (const channel of channels) {
        await saveTipSettings({ store, holidays }, { channel, state: 'on', settings, setUpBy: 'U1', now })
      }
      for (let today = 0; today < days; today++) {
        // Until all have their tip, for two hours at most: within the grace.
        for (now = due + today * day; now < due + today * day + 7_200_000; now += 20_000) {
          const lives = await Promise.allSettled([live(), live(), live()])
          for (const life of lives) if (life.status === 'rejected') expect(life.reason).toBeInstanceOf(Killed)
          if ((await store.dueTipSubscriptions(now)).length === 0) break
        }
      }
      for (const { channelId } of channels) {
        const posts = slack.posted.filter((post) => post.channelId === channelId)
        expect(posts).toHaveLength(days)
        expect(new Set(posts.map(({ tipId }) => tipId)).size).toBe(days)
      }
      await store.close()
    }),
    { numRuns: 8 },
  )
})

/** Numbers from 0 up to 1, the same ones for the same seed: mulberry32. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
