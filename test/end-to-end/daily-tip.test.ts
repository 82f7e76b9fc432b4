import { expect, test } from 'vitest'
import { createClock } from '../../src/tips/clock.ts'
import { openHallway, openTestWorkspace, seen } from './open-hallway.ts'

const hour = 60 * 60_000
const day = 24 * hour

/** The app and its workspace with one clock between them, as they run on a newcomer's machine. */
async function open() {
  const workspace = await openTestWorkspace()
  const { clock } = workspace
  const opened = await openHallway({
    workspace,
    clock: { ...createClock(), now: clock.now, steady: clock.now },
  })
  clock.onTime(() => opened.hallway.lookForTips())
  const tomorrow = new Date(clock.now() + day).setUTCHours(9, 0, 0, 0)
  const tips = () => workspace.messages('#talks').filter(({ bot_id }) => bot_id)
  return { ...opened, clock, tomorrow, tips }
}

test('whoever switches tips on and sets the clock to tomorrow sees the tip appear at its minute', async () => {
  const { workspace, privateReply, clock, tomorrow, tips } = await open()
  await workspace.command('/talks', 'tips on every day at 9:00 UTC', '#talks')
  await privateReply('#talks')
  await clock.skipTo(tomorrow)
  expect(Math.floor(Number(tips().at(-1)?.ts))).toBe(tomorrow / 1000)
  expect(seen(tips().at(-1)!)).toContain('Full notes')
  await clock.skipTo(tomorrow + 2 * day)
  const shown = tips().map(seen)
  expect(Math.floor(Number(tips().at(-1)?.ts))).toBe((tomorrow + 2 * day) / 1000)
  expect(new Set(shown).size).toBe(shown.length)
})

test('whoever switches them off half an hour before sees none', async () => {
  const { workspace, privateReply, clock, tomorrow, tips, hallway } = await open()
  // Slack tells the time in whole seconds: at nine, today's may still come.
  await clock.skipTo(tomorrow + 60_000)
  await workspace.command('/talks', 'tips on every day at 9:00 UTC', '#talks')
  await privateReply('#talks')
  const next = tomorrow + day
  await clock.skipTo(next - hour / 2)
  expect(workspace.scheduled()).toHaveLength(1)
  await workspace.command('/talks', 'tips off', '#talks')
  await privateReply('#talks', 2)
  await hallway.lookForTips()
  expect(workspace.scheduled()).toHaveLength(0)
  await clock.skipTo(next + hour)
  expect(tips()).toEqual([])
})

test('an app that was down at the time posts the tip that Slack does not hold yet a few minutes after its return', async () => {
  const { workspace, store, privateReply, clock, tomorrow, tips, hallway } = await open()
  await workspace.command('/talks', 'tips on every day at 9:00 UTC', '#talks')
  await privateReply('#talks')
  await hallway.stop()
  await clock.skipTo(tomorrow + hour)
  const again = await openHallway({
    workspace,
    store,
    clock: { ...createClock(), now: clock.now, steady: clock.now },
  })
  await again.hallway.lookForTips()
  await clock.skipTo(tomorrow + hour + 6 * 60_000)
  expect(tips().filter(({ ts }) => Number(ts) * 1000 > tomorrow + hour)).toHaveLength(1)
})
