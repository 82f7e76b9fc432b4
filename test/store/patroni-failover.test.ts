/** The whole of Hallway, in two processes, on a real cluster of PostgreSQL whose primary dies. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { createFastClock, type FastTime } from '../../bench/chaos/fast-clock.ts'
import type { HallwayOrders } from '../../bench/chaos/hallway.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay } from '../../src/tips/settings/settings.ts'
import { openWorkspace } from '../../src/workspace/server/open-workspace.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'
import { missingForPatroni, startPatroni } from './patroni-cluster.ts'

const missing = missingForPatroni()
const reason = missing.length > 0 ? ` (skipped: no ${missing.join(', ')} on this machine)` : ''

const nine = Date.UTC(2026, 10, 23, 9)
const speed = 8
const minute = 60_000
const script = fileURLToPath(new URL('../../bench/chaos/hallway.ts', import.meta.url))

const notes = () =>
  writeFolder({
    'harbour-2019/event.yml': 'name: HarbourConf 2019\n',
    'harbour-2019/queues.md': `---
title: Queues that forgive
speakers: [{ name: Ada Pier }]
---
Every queue delivers twice some day.

## Takeaways
- Give each job a key.
- Count what was delivered twice.
`,
  })

test.skipIf(missing.length > 0)(
  `when the primary dies, questions are answered all along and every tip appears once${reason}`,
  async () => {
    const cluster = await startPatroni()
    onTestFinished(() => cluster.remove())
    const time: FastTime = { realOrigin: Date.now(), origin: nine - 50 * minute, speed }
    const clock = createFastClock(time)
    const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'))
    const patience = { ackMillis: 60_000, triggerMillis: 60_000 }
    const workspace = await openWorkspace({ port: 0, manifest, clock, timing: patience })
    onTestFinished(() => workspace.close())
    const { teamId } = workspace
    const store = await openStore({
      dataFolder: '/nowhere',
      databaseUrl: cluster.url,
      logger: silent,
      retryForMs: 120_000,
    })
    onTestFinished(() => store.close())
    const channels = Array.from({ length: 40 }, (_, index) => workspace.addChannel(`tips-${index}`).id)
    for (const channelId of channels) {
      await saveTipSettings(
        { store, holidays: createHolidays() },
        {
          channel: { teamId, channelId },
          state: 'on',
          settings: { time: '09:00', zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } },
          setUpBy: workspace.you.id,
          now: clock.now(),
        },
      )
    }

    const orders: HallwayOrders = {
      corpusFolder: notes(),
      dataFolder: temporaryFolder(),
      databaseUrl: cluster.url,
      connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
      port: 0,
      slackApiUrl: workspace.apiUrl,
      time,
    }
    const bots: ChildProcess[] = []
    for (let count = 0; count < 2; count += 1) {
      const bot = fork(script, [JSON.stringify(orders)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      onTestFinished(async () => {
        const ended = once(bot, 'exit')
        bot.kill('SIGKILL')
        await ended
      })
      bots.push(bot)
      await once(bot, 'message')
    }

    const answers = (ts: string) => workspace.thread('dm', ts).filter((reply) => reply.bot_id)
    const asked: string[] = []
    const times: number[] = []
    let isOver = false
    const asking = (async () => {
      while (!isOver) {
        const begin = performance.now()
        const { ts } = await workspace.say('dm', 'queues')
        asked.push(ts)
        await expect.poll(() => answers(ts).length, { interval: 10 }).toBeGreaterThan(0)
        times.push(performance.now() - begin)
        await wait(100)
      }
    })()

    const first = await cluster.primary()
    await expect.poll(() => workspace.scheduled().length, { interval: 10 }).toBeGreaterThan(5)
    const handedOver = workspace.scheduled().length
    expect(handedOver).toBeLessThan(channels.length)
    cluster.kill(first!)
    const killed = performance.now()
    const timesBefore = times.length
    const isWritable = () =>
      store.probe().then(
        () => true,
        () => false,
      )
    await expect.poll(isWritable, { interval: 100 }).toBe(false)
    await store.claimDelivery(teamId, 'is it back?', clock.now())
    const gapMs = performance.now() - killed
    await expect.poll(isWritable).toBe(true)
    expect(await cluster.primary()).not.toBe(first)

    const isPosted = async (channelId: string) =>
      (await store.tipRecord({ teamId, channelId, occasion: '2026-11-23' }))?.state === 'posted'
    await expect.poll(async () => (await Promise.all(channels.map(isPosted))).every(Boolean)).toBe(true)
    isOver = true
    await asking

    const jumpTo = (origin: number) => {
      const next: FastTime = { realOrigin: Date.now(), origin, speed }
      clock.set(next)
      for (const bot of bots) bot.send(next)
    }
    jumpTo(nine - 5_000)
    await expect.poll(() => channels.filter((id) => workspace.messages(id).length === 0)).toEqual([])
    // A second one, if there were any, would be among what is still to come.
    jumpTo(nine + 30 * minute)
    await expect.poll(() => workspace.scheduled()).toEqual([])
    expect(channels.filter((id) => workspace.messages(id).length > 1)).toEqual([])
    expect(asked.filter((ts) => answers(ts).length !== 1)).toEqual([])
    expect(bots.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([null, null])
    const slowest = Math.max(...times.slice(timesBefore))
    console.log(
      `${first} died with ${handedOver} of ${channels.length} tips handed over. The database was away for ` +
        `${(gapMs / 1000).toFixed(1)} s; of ${asked.length} questions the slowest was answered after ` +
        `${(slowest / 1000).toFixed(1)} s. ${channels.length} tips appeared, each once; no process was restarted.`,
    )
  },
  600_000,
)
