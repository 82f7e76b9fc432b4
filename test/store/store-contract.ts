import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenStore } from '../../src/store/open-store.ts'
import type { StoreLogger } from '../../src/store/retry-statement.ts'
import {
  deliveriesKeptMs,
  noticesKeptMs,
  questionsKeptMs,
  type Store,
  type TipChannel,
  type TipLease,
  type TipOccasion,
} from '../../src/store/store.ts'
import { verdictsOn } from '../helpers/verdicts-on.ts'

/** Everything that `Store` promises, on a database of its own; `open` opens another connection to the same one. */
export function describeStore(name: string, open: (logger: StoreLogger) => Promise<OpenStore>): void {
  describe(`the store on ${name}`, () => {
    let store: OpenStore
    const others: OpenStore[] = []
    const warnings: string[] = []
    const logger = { warn: (line: string) => void warnings.push(line) }
    beforeAll(async () => {
      store = await open(logger)
      for (let count = 0; count < 4; count += 1) others.push(await open(logger))
    })
    afterAll(async () => {
      for (const each of [store, ...others]) await each.close()
    })
    /** Spreads calls over five connections. */
    const connection = (index: number): Store => [store, ...others][index % 5] ?? store

    describe('leases', () => {
      test('are held by one of all who want them', async () => {
        const name = `lease-${randomUUID()}`
        const held = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            connection(index).holdLease(name, `${index}`, morning, hour),
          ),
        )
        expect(held.filter(Boolean)).toHaveLength(1)
      })

      test('can be kept by their holder, and taken by others once they have expired', async () => {
        const name = `lease-${randomUUID()}`
        expect(await store.holdLease(name, 'a', morning, hour)).toBe(true)
        expect(await store.holdLease(name, 'b', morning + hour - 1, hour)).toBe(false)
        expect(await store.holdLease(name, 'a', morning + hour - 1, hour)).toBe(true)
        expect(await store.holdLease(name, 'b', morning + hour + 1, hour)).toBe(false)
        expect(await store.holdLease(name, 'b', morning + 2 * hour, hour)).toBe(true)
        expect(await store.holdLease(name, 'a', morning + 2 * hour, hour)).toBe(false)
      })

      test('are let go by their holder alone', async () => {
        const name = `lease-${randomUUID()}`
        await store.holdLease(name, 'a', morning, hour)
        await store.releaseLease(name, 'b')
        expect(await store.holdLease(name, 'b', morning, hour)).toBe(false)
        await store.releaseLease(name, 'a')
        expect(await store.holdLease(name, 'b', morning, hour)).toBe(true)
      })
    })

    describe('events', () => {
      test('are claimed once, however often and by whichever replica', async () => {
        const teamId = newTeam()
        const claims = await Promise.all(
          Array.from({ length: 50 }, (_, index) => connection(index).claimDelivery(teamId, 'Ev1', morning)),
        )
        expect(claims.filter(Boolean)).toHaveLength(1)
      })

      test('of another workspace or with another id are other events', async () => {
        const teamId = newTeam()
        expect(await store.claimDelivery(teamId, 'Ev1', morning)).toBe(true)
        expect(await store.claimDelivery(teamId, 'Ev2', morning)).toBe(true)
        expect(await store.claimDelivery(newTeam(), 'Ev1', morning)).toBe(true)
      })

      test('are remembered for as long as promised and forgotten afterwards', async () => {
        const teamId = newTeam()
        await store.claimDelivery(teamId, 'Ev1', morning)
        expect(await store.claimDelivery(teamId, 'Ev1', morning + deliveriesKeptMs)).toBe(false)
        // Nobody waits for what is forgotten then.
        const later = () => store.claimDelivery(teamId, 'Ev1', morning + deliveriesKeptMs + hour)
        await expect.poll(later).toBe(true)
        expect(await later()).toBe(false)
      })

      test('that tell of an installation are remembered for as long as it may take, and not for a day', async () => {
        const delivery = `install:${randomUUID()}`
        const claim = (now: number) => store.claimDelivery('', delivery, now)
        expect(await claim(morning)).toBe(true)
        expect(await claim(morning + 10 * 60_000)).toBe(false)
        const other = newTeam()
        await store.claimDelivery(other, 'Ev1', morning)
        await expect.poll(() => claim(morning + hour)).toBe(true)
        expect(await store.claimDelivery(other, 'Ev1', morning + hour)).toBe(false)
      })

      test('that were claimed in vain can be claimed again, and no other with them', async () => {
        const teamId = newTeam()
        await store.claimDelivery(teamId, 'Ev1', morning)
        await store.claimDelivery(teamId, 'Ev2', morning)
        await store.forgetDelivery(teamId, 'Ev1')
        expect(await store.claimDelivery(teamId, 'Ev2', morning)).toBe(false)
        expect(await store.claimDelivery(teamId, 'Ev1', morning)).toBe(true)
      })
    })

    describe('questions', () => {
      const kept = () => ({ question: 'sealed', keeper: randomUUID() })
      /** Those of one workspace, as somebody else finds them. */
      const openIn = async (teamId: string) =>
        (await store.openQuestions('somebody else', 1_000)).filter((open) => open.teamId === teamId)

      test('are kept with their claim, by whoever claims them, and deleted by their keeper alone', async () => {
        const teamId = newTeam()
        const [one, two] = [kept(), kept()]
        expect(await store.claimDelivery(teamId, 'Ev1', morning, one)).toBe(true)
        expect(await store.claimDelivery(teamId, 'Ev1', morning, two)).toBe(false)
        expect(await store.claimDelivery(teamId, 'Ev2', morning)).toBe(true)
        const open = {
          teamId,
          delivery: 'Ev1',
          claimedAt: morning,
          question: 'sealed',
          keeper: one.keeper,
          beats: 0,
        }
        expect(await openIn(teamId)).toEqual([open])
        expect(await store.openQuestions(one.keeper, 1_000)).not.toContainEqual(open)
        await store.deleteQuestion(open, two.keeper)
        expect(await openIn(teamId)).toEqual([open])
        await store.deleteQuestion(open, one.keeper)
        await store.deleteQuestion(open, one.keeper)
        expect(await openIn(teamId)).toEqual([])
        expect(await store.claimDelivery(teamId, 'Ev1', morning, two)).toBe(false)
      })

      test('are taken over by one of all who want them, from a keeper that says nothing', async () => {
        const teamId = newTeam()
        await store.claimDelivery(teamId, 'Ev1', morning, kept())
        const [open] = await openIn(teamId)
        const takers = Array.from({ length: 10 }, () => randomUUID())
        const taken = await Promise.all(
          takers.map((keeper, index) => connection(index).takeQuestion(open!, keeper)),
        )
        const got = taken.filter((each) => each !== undefined)
        expect(got).toHaveLength(1)
        const { keeper } = got[0]!
        expect(got[0]).toEqual({
          ...{ teamId, delivery: 'Ev1', question: 'sealed', keeper },
          ...{ claimedAt: morning, attempts: 2, isReplied: false },
        })
        // Whose connection broke asks again.
        expect(await store.takeQuestion(open!, keeper)).toEqual(got[0])
      })

      test('are left by their keeper alone to whoever takes them over, as not begun', async () => {
        const teamId = newTeam()
        const { question, keeper } = kept()
        await store.claimDelivery(teamId, 'Ev1', morning, { question, keeper })
        const heir = randomUUID()
        await store.leaveQuestion({ teamId, delivery: 'Ev1' }, randomUUID(), heir)
        expect(await openIn(teamId)).toMatchObject([{ keeper }])
        await store.beat(keeper)
        // Whose connection broke asks again.
        for (let times = 0; times < 2; times += 1)
          await store.leaveQuestion({ teamId, delivery: 'Ev1' }, keeper, heir)
        const [open] = await openIn(teamId)
        expect(open).toEqual({
          teamId,
          delivery: 'Ev1',
          claimedAt: morning,
          question,
          keeper: heir,
          beats: 0,
        })
        expect(await store.takeQuestion(open!, randomUUID())).toMatchObject({ attempts: 1 })
      })

      test('are not taken from a keeper that lives, or has answered', async () => {
        const teamId = newTeam()
        const { question, keeper } = kept()
        await store.claimDelivery(teamId, 'Ev1', morning, { question, keeper })
        const [before] = await openIn(teamId)
        await store.beat(keeper)
        expect(await store.takeQuestion(before!, randomUUID())).toBeUndefined()
        const [after] = await openIn(teamId)
        expect(after).toEqual({ ...before, beats: 1 })
        await store.deleteQuestion(after!, keeper)
        expect(await store.takeQuestion(after!, randomUUID())).toBeUndefined()
      })

      test('tell by their keeper alone if there may be a reply', async () => {
        const teamId = newTeam()
        const { question, keeper } = kept()
        await store.claimDelivery(teamId, 'Ev1', morning, { question, keeper })
        const [open] = await openIn(teamId)
        expect(await store.noteReply(open!, keeper, true)).toBe(true)
        const taken = await store.takeQuestion(open!, randomUUID())
        expect(taken).toMatchObject({ isReplied: true })
        expect(await store.noteReply(open!, keeper, false)).toBe(false)
        expect(await store.noteReply(open!, taken!.keeper, false)).toBe(true)
      })

      test('outlive their claim, but not a week in which nobody answers them, which the log says', async () => {
        const [teamId, another] = [newTeam(), newTeam()]
        for (const ts of ['1.1', '1.2'])
          await store.claimDelivery(teamId, `message:C1:${ts}`, morning, kept())
        await store.claimDelivery(another, 'trigger:1', morning, kept())
        await store.claimDelivery(teamId, 'Ev2', morning + deliveriesKeptMs + hour)
        expect(await openIn(teamId)).toHaveLength(2)
        warnings.length = 0
        await store.claimDelivery(teamId, 'Ev3', morning + questionsKeptMs + hour)
        await expect.poll(() => warnings).toHaveLength(1)
        expect([...(await openIn(teamId)), ...(await openIn(another))]).toEqual([])
        // Also of what other tests have left open here.
        expect(warnings).toEqual([expect.stringMatching(/^\d+ questions of .* were open for a week/)])
        expect(warnings[0]).toContain(teamId)
        expect(warnings[0]).toContain(another)
        await store.claimDelivery(teamId, 'Ev4', morning + questionsKeptMs + 2 * hour)
        expect(warnings).toHaveLength(1)
      })

      test('of nobody say that something was removed, and are kept until that is done with', async () => {
        const teamId = newTeam()
        const notice = kept()
        const key = { teamId, delivery: 'event:Ev1' }
        await store.claimDelivery(teamId, key.delivery, morning, notice)
        const later = morning + noticesKeptMs - 3 * hour
        await store.claimDelivery(teamId, 'event:Ev2', later)
        expect(await openIn(teamId)).toMatchObject([key])
        // By now it would be forgotten.
        await store.claimDelivery(teamId, 'event:Ev3', morning)
        await expect.poll(() => store.claimDelivery(teamId, 'event:Ev3', later + hour)).toBe(true)
        expect(await store.claimDelivery(teamId, key.delivery, later + hour)).toBe(false)
        await store.deleteQuestion(key, notice.keeper)
        const again = () => store.claimDelivery(teamId, key.delivery, later + 2 * hour)
        await expect.poll(again).toBe(true)
      })

      test('of nobody that nobody can act on for a year are given up, which the log says, and nothing is deleted with them', async () => {
        const teamId = newTeam()
        const channel = { teamId, channelId: 'C1' }
        await store.saveTipSubscription({ ...channel, state: 'on', settings: {}, setUpBy: 'U1' })
        await store.claimDelivery(teamId, 'event:Ev1', morning, kept())
        await store.claimDelivery(teamId, 'event:Ev2', morning + noticesKeptMs - 2 * hour)
        expect(await openIn(teamId)).toHaveLength(1)
        warnings.length = 0
        await store.claimDelivery(teamId, 'event:Ev3', morning + noticesKeptMs + hour)
        await expect.poll(() => openIn(teamId)).toEqual([])
        await expect
          .poll(() => warnings.filter((line) => /notices? of .* kept for a year/.test(line)))
          .toHaveLength(1)
        expect(warnings.join()).toContain(teamId)
        expect(await store.tipSubscription(channel)).toMatchObject({ state: 'on' })
      })

      test('are found by how they begin, however many others there are, and those of processes before those left', async () => {
        const [teamId, another] = [newTeam(), newTeam()]
        const [ours, others] = [`1.${randomUUID()}.`, `1.${randomUUID()}.`]
        for (let number = 0; number < 60; number += 1)
          await store.claimDelivery(another, `message:C1:${number}`, morning, {
            question: `${others}sealed`,
            keeper: `0${number}`,
          })
        await store.claimDelivery(teamId, 'message:C1:2', morning, {
          question: `${ours}two`,
          keeper: 'left:1',
        })
        const keeper = randomUUID()
        await store.claimDelivery(teamId, 'message:C1:1', morning, { question: `${ours}one`, keeper })
        const found = async (limit: number, ...beginnings: readonly string[]) =>
          (await store.openQuestions('nobody', limit, beginnings)).map(({ question }) => question)
        expect(await found(50, ours)).toEqual([`${ours}one`, `${ours}two`])
        expect(await found(1, ours)).toEqual([`${ours}one`])
        expect(await found(50, `1.${randomUUID()}.`, ours)).toHaveLength(2)
        expect(await found(100, ours, others)).toHaveLength(62)
        expect(await store.openQuestions(keeper, 50, [ours])).toMatchObject([{ keeper: 'left:1' }])
        await store.deleteWorkspace(another)
      })

      test('are gone when their workspace leaves', async () => {
        const teamId = newTeam()
        await store.claimDelivery(teamId, 'Ev1', morning, kept())
        await store.deleteWorkspace(teamId)
        expect(await openIn(teamId)).toEqual([])
      })
    })

    describe('tip subscriptions', () => {
      const settings = { time: '09:30', zone: 'Europe/Rome' }

      test('are found as they were saved, by channel and by channel id alone', async () => {
        const channel = newChannel()
        const saved = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
        expect(saved).toEqual({
          ...channel,
          state: 'on',
          settings,
          setUpBy: 'U1',
          failingDays: 0,
          nextAt: 0,
          revision: 1,
        })
        expect(await connection(1).tipSubscription(channel)).toEqual(saved)
        expect(await connection(2).tipSubscriptionsOf(channel.channelId)).toEqual([saved])
        expect(await store.tipSubscription(newChannel())).toBeUndefined()
        expect(await store.tipSubscriptionsOf('C-none')).toEqual([])
      })

      test('give back any JSON as it was', async () => {
        const channel = newChannel()
        await fc.assert(
          fc.asyncProperty(fc.json({ stringUnit: 'binary' }), async (json) => {
            const value: unknown = JSON.parse(json)
            await store.saveTipSubscription({ ...channel, state: 'on', settings: value, setUpBy: 'U1' })
            expect((await store.tipSubscription(channel))?.settings).toEqual(
              JSON.parse(JSON.stringify(value)),
            )
          }),
          {
            numRuns: 60,
            examples: [['"\\u0000 \\ud800 😀 \' \\" ; drop"'], ['-0'], ['1e300'], ['{"__proto__":1}']],
          },
        )
      })

      test('come up when due, longest due first, and never while off or paused', async () => {
        const teamId = newTeam()
        const ids = ['late', 'early', 'future', 'off', 'paused'] as const
        for (const channelId of ids) {
          const state = channelId === 'off' ? 'off' : 'on'
          const saved = (await store.saveTipSubscription({
            teamId,
            channelId,
            state,
            settings,
            setUpBy: 'U1',
          }))!
          const minutes = channelId === 'future' ? 1 : channelId === 'early' ? -2 : -1
          expect(await store.setNextTip(saved, morning + minutes * 60_000, morning - hour)).toBe(true)
          if (channelId === 'paused') await store.pauseTipSubscription(saved, 'The channel is archived.')
        }
        const due = async (now: number) =>
          (await store.dueTipSubscriptions(now))
            .filter((each) => each.teamId === teamId)
            .map(({ channelId }) => channelId)
        expect(await due(morning)).toEqual(['early', 'late'])
        expect((await store.dueTipSubscriptions(morning, teamId)).map((each) => each.teamId)).toEqual([
          teamId,
          teamId,
        ])
        expect(await store.dueTipSubscriptions(morning, newTeam())).toEqual([])
        expect(await due(morning + 60_000)).toEqual(['early', 'late', 'future'])
      })

      test('come up at once when just saved, and when the clock was turned back', async () => {
        const channel = newChannel()
        const isDue = async (now: number) =>
          (await store.dueTipSubscriptions(now)).some(({ channelId }) => channelId === channel.channelId)
        const saved = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
        expect(await isDue(morning)).toBe(true)
        await store.setNextTip(saved, morning + 72 * hour, morning + 48 * hour)
        expect(await isDue(morning + 48 * hour)).toBe(false)
        expect(await isDue(morning)).toBe(true)
        await store.setNextTip(saved, morning + hour, morning)
        expect(await isDue(morning)).toBe(false)
      })

      test('ignore what was decided about older settings', async () => {
        const channel = newChannel()
        const older = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
        const newer = (await store.saveTipSubscription({
          ...channel,
          state: 'on',
          settings: {},
          setUpBy: 'U2',
        }))!
        expect(await store.setNextTip(older, morning, morning)).toBe(false)
        expect(await store.pauseTipSubscription(older, 'too late')).toBe(false)
        expect(await store.tipSubscription(channel)).toEqual(newer)
        expect(newer).toMatchObject({ revision: 2, setUpBy: 'U2', settings: {}, nextAt: 0 })
      })

      test('are saved only if nobody else has saved since, if that is wanted', async () => {
        const channel = newChannel()
        const save = (by: number, settings: object, ifRevision: number) =>
          connection(by).saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }, ifRevision)
        const [first, second] = await Promise.all([
          save(0, { time: '09:00' }, 0),
          save(1, { time: '10:00' }, 0),
        ])
        expect([first, second].filter((saved) => saved !== undefined)).toHaveLength(1)
        expect(await store.tipSubscription(channel)).toEqual(first ?? second)
        expect(await save(1, { time: '11:00' }, 1)).toMatchObject({ revision: 2 })
        expect(await save(0, { time: '12:00' }, 1)).toBeUndefined()
        expect(await store.tipSubscription(channel)).toMatchObject({
          settings: { time: '11:00' },
          revision: 2,
        })
      })

      test('count failing days by date, and start anew with a tip that arrived or a save', async () => {
        const channel = newChannel()
        expect(await store.countFailingDay(channel, '2026-03-02')).toBe(0)
        const saved = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
        expect(await store.countFailingDay(channel, '2026-03-02')).toBe(1)
        expect(await connection(1).countFailingDay(channel, '2026-03-02')).toBe(1)
        expect(await store.countFailingDay(channel, '2026-03-03')).toBe(2)
        await store.clearFailingDays(channel)
        expect(await store.countFailingDay(channel, '2026-03-03')).toBe(1)
        expect(await store.pauseTipSubscription(saved, 'Three days without a tip.')).toBe(true)
        expect(await store.tipSubscription(channel)).toMatchObject({
          state: 'paused',
          pauseReason: 'Three days without a tip.',
          failingDays: 1,
        })
        const again = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
        expect(again).toMatchObject({ state: 'on', failingDays: 0 })
        expect(again).not.toHaveProperty('pauseReason')
      })

      test('that were just turned off come up until somebody looked', async () => {
        const channel = newChannel()
        const isDue = async () =>
          (await store.dueTipSubscriptions(morning)).some(
            ({ teamId, channelId }) => teamId === channel.teamId && channelId === channel.channelId,
          )
        const off = (await store.saveTipSubscription({ ...channel, state: 'off', settings, setUpBy: 'U1' }))!
        expect(await isDue()).toBe(true)
        await store.setNextTip(off, morning + hour, morning)
        expect(await isDue()).toBe(false)
      })

      test('that are off are not paused', async () => {
        const channel = newChannel()
        const saved = (await store.saveTipSubscription({
          ...channel,
          state: 'off',
          settings,
          setUpBy: 'U1',
        }))!
        expect(await store.pauseTipSubscription(saved, 'no')).toBe(false)
        expect(await store.tipSubscription(channel)).toMatchObject({ state: 'off' })
      })
    })

    describe('tip deliveries', () => {
      test('give 200 callers at once exactly one lease', async () => {
        const occasion = newOccasion()
        const leases = await Promise.all(
          Array.from({ length: 200 }, (_, index) => connection(index).claimTip(occasion, morning, minute)),
        )
        const [lease, ...more] = leases.filter((each) => each !== undefined)
        expect(more).toEqual([])
        expect(lease).toMatchObject({ ...occasion, attempt: 1, expiresAt: morning + minute })
      })

      test('give 200 callers one second lease after the first expired, and say what the first was about', async () => {
        const occasion = newOccasion()
        const first = await claimed(store, occasion, morning)
        expect(await store.planTip(first, tip('a'), 'Q123')).toBe('planned')
        expect(await store.claimTip(occasion, morning + minute - 1, minute)).toBeUndefined()
        const leases = await Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            connection(index).claimTip(occasion, morning + minute, minute),
          ),
        )
        const [second, ...more] = leases.filter((each) => each !== undefined)
        expect(more).toEqual([])
        expect(second).toMatchObject({ attempt: 2, planned: tip('a'), trace: 'Q123' })
        expect(await store.planTip(first, tip('b'))).toBe('lost')
        expect(await store.finishTip(first, { state: 'posted', messageTs: '1.1' })).toBe(false)
        expect(await store.releaseTip(first, morning)).toBe(false)
        expect(await store.tipRecord(occasion)).toMatchObject({ state: 'open', attempts: 2, plan: tip('a') })
      })

      test('that are finished are never claimed again, and finishing twice is harmless', async () => {
        const occasion = newOccasion()
        const lease = await claimed(store, occasion, morning)
        await store.planTip(lease, tip('a'))
        expect(await store.finishTip(lease, { state: 'posted', messageTs: '1.1' })).toBe(true)
        expect(await store.finishTip(lease, { state: 'posted', messageTs: '1.1' })).toBe(true)
        expect(await store.finishTip(lease, { state: 'failed', reason: 'no' })).toBe(false)
        expect(await store.claimTip(occasion, morning + hour, minute)).toBeUndefined()
        expect(await store.tipRecord(occasion)).toEqual({
          ...occasion,
          state: 'posted',
          attempts: 1,
          plan: tip('a'),
          messageTs: '1.1',
          createdAt: morning,
        })
      })

      test('that are released can be claimed from the given time on, as a further attempt', async () => {
        const occasion = newOccasion()
        const lease = await claimed(store, occasion, morning)
        expect(await store.releaseTip(lease, morning + hour)).toBe(true)
        expect(await store.claimTip(occasion, morning + hour - 1, minute)).toBeUndefined()
        expect(await store.claimTip(occasion, morning + hour, minute)).toMatchObject({ attempt: 2 })
      })

      test('that nobody claimed can be skipped, once, and others not', async () => {
        const occasion = newOccasion()
        const skips = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            connection(index).skipTip(occasion, 'Down for a day.', morning),
          ),
        )
        expect(skips.filter(Boolean)).toHaveLength(1)
        expect(await store.tipRecord(occasion)).toMatchObject({
          state: 'skipped',
          reason: 'Down for a day.',
          attempts: 0,
        })
        expect(await store.claimTip(occasion, morning, minute)).toBeUndefined()
        const open = newOccasion()
        await claimed(store, open, morning)
        expect(await store.skipTip(open, 'no', morning)).toBe(false)
        expect(await store.tipRecord(newOccasion())).toBeUndefined()
      })

      test('that appear later are known until then, soonest first, by channel or all', async () => {
        const [one, other] = [newChannel(), newChannel()]
        const post = async (occasion: TipOccasion, messageTs: string, appearsAt?: number) => {
          const lease = await claimed(store, occasion, morning)
          await store.planTip(lease, tip(messageTs))
          await store.finishTip(lease, { state: 'posted', messageTs, appearsAt })
        }
        await post({ ...one, occasion: '2026-03-01' }, 'Q1', morning + hour)
        await post({ ...other, occasion: '2026-03-01' }, 'Q2', morning + minute)
        await post({ ...one, occasion: 'now:1' }, '1.1')
        const names = async (now: number, channel?: TipChannel) =>
          (await connection(1).tipsToAppear(now, channel))
            .map(({ messageTs }) => messageTs)
            .filter((name) => name === 'Q1' || name === 'Q2')
        expect(await names(morning)).toEqual(['Q2', 'Q1'])
        expect(await names(morning, one)).toEqual(['Q1'])
        expect(await names(morning + minute)).toEqual(['Q1'])
        expect(await store.tipRecord({ ...one, occasion: '2026-03-01' })).toMatchObject({
          appearsAt: morning + hour,
        })
        await store.deleteWorkspace(one.teamId)
        await store.deleteWorkspace(other.teamId)
      })

      test('that Slack gave back are as if never claimed, unless another message took their place', async () => {
        const occasion = newOccasion()
        const lease = await claimed(store, occasion, morning)
        await store.planTip(lease, tip('a'))
        await store.finishTip(lease, { state: 'posted', messageTs: 'Q1', appearsAt: morning + hour })
        await store.withdrawTip(occasion, 'Q0')
        expect(await store.tipRecord(occasion)).toMatchObject({ state: 'posted' })
        await store.withdrawTip(occasion, 'Q1')
        expect(await store.tipRecord(occasion)).toBeUndefined()
        expect((await store.tipRotation(occasion)).tipIds).toEqual([])
        expect(await store.claimTip(occasion, morning, minute)).toMatchObject({ attempt: 1 })
      })

      test('that are open are listed, and dropped by their holder alone', async () => {
        const occasion = newOccasion()
        const lost = await claimed(store, occasion, morning)
        const lease = await claimed(store, occasion, morning + minute)
        expect(await store.openTips(occasion)).toMatchObject([{ occasion: occasion.occasion, state: 'open' }])
        await store.dropTip(lost)
        expect(await store.openTips(occasion)).toHaveLength(1)
        await store.dropTip(lease)
        expect(await store.openTips(occasion)).toEqual([])
        expect(await store.tipRecord(occasion)).toBeUndefined()
      })

      test('are listed newest first', async () => {
        const channel = newChannel()
        for (const day of [1, 2, 3])
          await store.skipTip({ ...channel, occasion: `2026-03-0${day}` }, 'no', morning + day)
        const history = await store.tipHistory(channel, 2)
        expect(history.map(({ occasion }) => occasion)).toEqual(['2026-03-03', '2026-03-02'])
      })
    })

    describe('the rotation', () => {
      test('holds what was posted or is about to be in the running round, in order', async () => {
        const channel = newChannel()
        const post = async (occasion: string, takeaway: string, round: number) => {
          const lease = await claimed(store, { ...channel, occasion }, morning)
          expect(await store.planTip(lease, tip(takeaway, round))).toBe('planned')
          return lease
        }
        expect(await store.tipRotation(channel)).toEqual({ round: 0, tipIds: [] })
        await store.finishTip(await post('2026-03-01', 'b', 0), { state: 'posted', messageTs: '1' })
        await post('2026-03-02', 'a', 0)
        expect(await connection(1).tipRotation(channel)).toEqual({
          round: 0,
          tipIds: ['b', 'a'],
          lastTalkId: 'talk of a',
        })
        expect(await store.tipRotation(channel, { ...channel, occasion: '2026-03-02' })).toEqual({
          round: 0,
          tipIds: ['b'],
          lastTalkId: 'talk of b',
        })
        const failed = await post('2026-03-03', 'c', 0)
        await store.finishTip(failed, { state: 'failed', reason: 'The channel is archived.' })
        expect((await store.tipRotation(channel)).tipIds).toEqual(['b', 'a'])
        expect(await store.tipRecord(failed)).not.toHaveProperty('plan')
        await post('2026-03-04', 'a', 1)
        expect(await store.tipRotation(channel)).toMatchObject({ round: 1, tipIds: ['a'] })
      })

      test('never has a takeaway twice in a round, even when many occasions are planned at once', async () => {
        const channel = newChannel()
        const occasions = Array.from({ length: 12 }, (_, index) => ({
          ...channel,
          occasion: `request-${index}`,
        }))
        const leases = await Promise.all(
          occasions.map((occasion, index) => claimed(connection(index), occasion, morning)),
        )
        const choose = async (lease: TipLease, index: number) => {
          for (;;) {
            const { tipIds } = await connection(index).tipRotation(channel)
            const next = Array.from({ length: 20 }, (_, number) => `t${number}`).find(
              (id) => !tipIds.includes(id),
            )
            if ((await connection(index).planTip(lease, tip(next ?? ''))) === 'planned') return
          }
        }
        await Promise.all(leases.map(choose))
        const { tipIds } = await store.tipRotation(channel)
        expect(new Set(tipIds).size).toBe(12)
      })

      test('can plan a occasion anew', async () => {
        const lease = await claimed(store, newOccasion(), morning)
        await store.planTip(lease, tip('a'), 'Q1')
        expect(await store.planTip(lease, tip('b'))).toBe('planned')
        expect((await store.tipRotation(lease)).tipIds).toEqual(['b'])
      })
    })

    describe('verdicts', () => {
      test('counts the last verdict of each person', async () => {
        const teamId = newTeam()
        const give = (userId: string, verdict: 'useful' | 'not-useful', subject = 'tip:a') =>
          store.saveVerdict({ teamId, subject, userId, verdict }, morning)
        expect(await verdictsOn(store, teamId, 'tip:a')).toEqual({ useful: 0, notUseful: 0 })
        await Promise.all([give('U1', 'useful'), give('U2', 'useful'), give('U3', 'not-useful')])
        await give('U2', 'not-useful')
        await give('U1', 'useful', 'tip:b')
        expect(await verdictsOn(store, teamId, 'tip:a')).toEqual({ useful: 1, notUseful: 2 })
        expect(await verdictsOn(store, newTeam(), 'tip:a')).toEqual({ useful: 0, notUseful: 0 })
      })
    })

    test('tells a verdict from another click on the same', async () => {
      const given = { teamId: newTeam(), subject: 'tip:a', userId: 'U1' }
      const give = (verdict: 'useful' | 'not-useful', afterMs: number) =>
        store.saveVerdict({ ...given, verdict }, morning + afterMs)
      const told: (readonly [Parameters<typeof give>[0], number, boolean])[] = [
        ['useful', 0, true],
        ['useful', 1, false],
        ['useful', 2_000, false],
        // As when the answer to the first one was lost.
        ['useful', 0, true],
        ['not-useful', 2_001, true],
        ['useful', 2_002, true],
        ['useful', 30_000, true],
        // The clock was set back meanwhile.
        ['useful', -90_000, true],
      ]
      for (const [verdict, afterMs, isNew] of told) expect(await give(verdict, afterMs)).toBe(isNew)
      expect(await verdictsOn(store, given.teamId, 'tip:a')).toEqual({ useful: 1, notUseful: 0 })
    })

    describe('deleting a workspace', () => {
      test('leaves nothing of it, and all of the others', async () => {
        const [gone, kept] = [newTeam(), newTeam()]
        for (const teamId of [gone, kept]) {
          const occasion = { teamId, channelId: 'C1', occasion: '2026-03-01' }
          await store.claimDelivery(teamId, 'Ev1', morning)
          await store.saveTipSubscription({ ...occasion, state: 'on', settings: {}, setUpBy: 'U1' })
          await store.planTip(await claimed(store, occasion, morning), tip('a'))
          await store.saveVerdict({ teamId, subject: 'tip:a', userId: 'U1', verdict: 'useful' }, morning)
        }
        await store.deleteWorkspace(gone)
        const left = async (teamId: string) => ({
          event: !(await store.claimDelivery(teamId, 'Ev1', morning)),
          subscription: (await store.tipSubscription({ teamId, channelId: 'C1' })) !== undefined,
          history: (await store.tipHistory({ teamId, channelId: 'C1' }, 10)).length,
          feedback: (await verdictsOn(store, teamId, 'tip:a')).useful,
        })
        expect(await left(gone)).toEqual({ event: false, subscription: false, history: 0, feedback: 0 })
        expect(await left(kept)).toEqual({ event: true, subscription: true, history: 1, feedback: 1 })
      })
    })

    describe('installations', () => {
      const saved = async (teamId: string, sealed: string) => {
        await store.saveInstallation(teamId, sealed)
        return (await connection(1).installation(teamId))!
      }

      test('are found by the workspace as they were saved last', async () => {
        const teamId = newTeam()
        expect(await store.installation(teamId)).toBeUndefined()
        const first = await saved(teamId, 'one')
        expect(first).toMatchObject({ teamId, sealed: 'one' })
        const second = await saved(teamId, 'two')
        expect(second.sealed).toBe('two')
        expect(second.revision).not.toBe(first.revision)
        expect(await store.installations()).toContainEqual(second)
        expect(await store.installations()).not.toContainEqual(first)
      })

      test('are sealed anew only as long as nobody has saved them since', async () => {
        const teamId = newTeam()
        const read = await saved(teamId, 'one')
        expect(await store.resealInstallation(read, 'two')).toBe(true)
        expect(await store.resealInstallation(read, 'three')).toBe(false)
        expect(await store.installation(teamId)).toMatchObject({ sealed: 'two' })
        await store.deleteWorkspace(teamId)
        expect(await store.resealInstallation(read, 'four')).toBe(false)
        expect(await store.installation(teamId)).toBeUndefined()
      })

      test('are renewed by one of all who want to, and by another once that one took too long', async () => {
        const read = await saved(newTeam(), 'one')
        const claim = (now: number) =>
          Promise.all(
            Array.from({ length: 20 }, (_, index) => connection(index).claimRenewal(read, now, minute)),
          )
        expect((await claim(morning)).filter(Boolean)).toHaveLength(1)
        expect((await claim(morning + minute - 1)).filter(Boolean)).toHaveLength(0)
        expect((await claim(morning + minute)).filter(Boolean)).toHaveLength(1)
        await store.resealInstallation(read, 'two')
        expect((await claim(morning + hour)).filter(Boolean)).toHaveLength(0)
      })

      test('are deleted with their workspace, unless it has installed anew meanwhile', async () => {
        const teamId = newTeam()
        const settings = { channelId: 'C1', state: 'on', settings: {}, setUpBy: 'U1' } as const
        const old = await saved(teamId, 'one')
        const anew = await saved(teamId, 'two')
        await store.saveTipSubscription({ teamId, ...settings })
        expect(await store.deleteInstalled(teamId, old.revision)).toBe(false)
        expect(await store.installation(teamId)).toEqual(anew)
        expect(await store.deleteInstalled(teamId)).toBe(false)
        expect(await store.tipSubscription({ teamId, channelId: 'C1' })).toBeDefined()
        expect(await store.deleteInstalled(teamId, anew.revision)).toBe(true)
        expect(await store.installation(teamId)).toBeUndefined()
        expect(await store.tipSubscription({ teamId, channelId: 'C1' })).toBeUndefined()
        // What came between the first notice and the second goes too.
        await store.saveTipSubscription({ teamId, ...settings })
        expect(await store.deleteInstalled(teamId)).toBe(true)
        expect(await store.tipSubscription({ teamId, channelId: 'C1' })).toBeUndefined()
      })

      test('of an organization take its workspaces with them, but for those that have their own', async () => {
        const [organization, within, own] = [newTeam(), newTeam(), newTeam()]
        await store.saveInstallation(organization, 'one')
        await store.saveInstallation(own, 'two')
        for (const teamId of [within, own]) {
          await store.saveOrganization(teamId, 'E0')
          await store.saveOrganization(teamId, organization)
          await store.claimDelivery(teamId, 'Ev1', morning)
        }
        expect(await connection(1).organizationOf(within)).toBe(organization)
        await store.deleteWorkspace(organization)
        expect(await store.organizationOf(within)).toBeUndefined()
        expect(await store.installation(organization)).toBeUndefined()
        expect(await store.claimDelivery(within, 'Ev1', morning)).toBe(true)
        expect(await store.claimDelivery(own, 'Ev1', morning)).toBe(false)
        expect(await store.installation(own)).toMatchObject({ sealed: 'two' })
      })
    })
  })
}

const minute = 60_000
const hour = 60 * minute
const morning = Date.UTC(2026, 2, 2, 9, 30)

function newTeam(): string {
  return `T${randomUUID()}`
}

function newChannel() {
  return { teamId: newTeam(), channelId: `C${randomUUID()}` }
}

function newOccasion(): TipOccasion {
  return { ...newChannel(), occasion: '2026-03-02' }
}

function tip(tipId: string, round = 0) {
  return { tipId, talkId: `talk of ${tipId}`, round }
}

async function claimed(store: Store, occasion: TipOccasion, now: number): Promise<TipLease> {
  const lease = await store.claimTip(occasion, now, minute)
  if (!lease) throw new Error(`${occasion.occasion} should have been free`)
  return lease
}
