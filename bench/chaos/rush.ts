import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readAppManifest } from '../../src/app-manifest.ts'
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createHolidays } from '../../src/tips/settings/holidays.ts'
import { saveTipSettings } from '../../src/tips/settings/save-tip-settings.ts'
import { everyDay } from '../../src/tips/settings/settings.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { notesFolder } from '../notes-folder.ts'
import { millis, percentiles } from '../percentiles.ts'
import { questionsAboutNotes } from '../questions.ts'
import { createFastClock } from './fast-clock.ts'
import type { HallwayOrders } from './hallway.ts'

/**
 * How much faster time passes: what takes forty minutes at Slack's pace is over in three, and is as much more work for the
 * machine. A post has 80 ms of it.
 */
const speed = 15
const minute = 60_000
const nine = Date.UTC(2026, 10, 23, 9)
const callsAMinute = 50

/**
 * So many channels due at nine o'clock, in a workspace that enforces Slack's pace, and questions meanwhile. Prints how
 * long it took, how many tips were on time, and what the questions had to wait beside a time in which nothing is due.
 */
export async function measureRush(channels: number): Promise<void> {
  await using open = new AsyncDisposableStack()
  const dataFolder = await makeTemporaryFolder('hallway-rush-')
  open.defer(() => rm(dataFolder, { recursive: true, force: true }))
  const timeAt = (origin: number) => ({ realOrigin: Date.now(), origin, speed })
  const time = timeAt(nine - 120 * minute)
  const clock = createFastClock(time)
  const manifest = await readAppManifest()
  const workspace = await openWorkspace({ port: 0, manifest, clock, paced: true })
  open.defer(() => workspace.close())
  const ids = Array.from({ length: channels }, (_, i) => workspace.addChannel(`tips-${i}`).id)
  await setUp(dataFolder, workspace, ids, clock.now())

  const corpusFolder = notesFolder()
  const orders: HallwayOrders = {
    corpusFolder,
    dataFolder,
    connection: { kind: 'socket', botToken: workspace.botToken, appToken: workspace.appToken },
    port: 0,
    slackApiUrl: workspace.apiUrl,
    time,
  }
  const hallway = fork(script, [JSON.stringify(orders)])
  open.defer(async () => {
    const ended = once(hallway, 'exit')
    hallway.kill()
    await ended
  })
  await once(hallway, 'message')
  function jumpTo(instant: number): void {
    const next = timeAt(instant)
    clock.set(next)
    hallway.send(next)
  }
  const questions = questionsAboutNotes(await readCorpus(corpusFolder), 20_000).values()
  const ask = async (goOn: (times: readonly number[]) => boolean) => {
    const times: number[] = []
    while (goOn(times)) {
      times.push(await timeAnswer(workspace, questions.next().value ?? 'testing'))
      // A direct message takes one answer a second, in the faster time.
      await wait(1200 / speed)
    }
    return times
  }

  await ask(({ length }) => length < 50)
  const idle = percentiles(await ask(({ length }) => length < 400))
  jumpTo(nine - 60 * minute)
  const began = clock.now()
  const busy = percentiles(await ask(() => workspace.scheduled().length < channels && clock.now() < nine))
  const took = (clock.now() - began) / minute
  jumpTo(nine - 30_000)
  while (clock.now() < nine + 10 * minute) await wait(50)

  const late = ids.filter((id) => {
    const [tip, ...more] = workspace.messages(id)
    return tip === undefined || more.length > 0 || Math.abs(Number(tip.ts) * 1000 - nine) > minute
  })
  const limit = channels / callsAMinute
  console.log(
    `${channels} channels of one workspace, due at 9:00; time passes ${speed} times as fast as usual`,
  )
  console.log(
    `  handed to Slack within ${took.toFixed(1)} min; at ${callsAMinute} a minute it takes ${limit.toFixed(1)} min`,
  )
  console.log(`  ${channels - late.length} appeared once and at 9:00, ${late.length} did not`)
  console.log(`  questions while nothing was due  p50 ${millis(idle.p50)}   p99 ${millis(idle.p99)}`)
  console.log(`  questions meanwhile              p50 ${millis(busy.p50)}   p99 ${millis(busy.p99)}`)
  if (late.length > 0) process.exitCode = 1
}

const script = fileURLToPath(new URL('hallway.ts', import.meta.url))

async function setUp(dataFolder: string, { teamId, you }: Workspace, ids: readonly string[], now: number) {
  const store = await openStore({ dataFolder, logger: console })
  const holidays = createHolidays()
  for (const channelId of ids) {
    await saveTipSettings(
      { store, holidays },
      {
        channel: { teamId, channelId },
        state: 'on',
        settings: { time: '09:00', zone: 'UTC', weekdays: everyDay, filter: { kind: 'all' } },
        setUpBy: you.id,
        now,
      },
    )
  }
  await store.close()
}

async function timeAnswer(workspace: Workspace, question: string): Promise<number> {
  const from = performance.now()
  const { ts } = await workspace.say('dm', question)
  await workspace.until(() => workspace.thread('dm', ts).some(({ bot_id }) => bot_id), 'an answer', 60_000)
  return performance.now() - from
}
