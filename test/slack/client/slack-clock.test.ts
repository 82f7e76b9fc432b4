import { describe, expect, test } from 'vitest'
import { createSlackClock } from '../../../src/slack/client/slack-clock.ts'
import { createClock } from '../../../src/tips/clock.ts'

const minute = 60_000
const noon = Date.UTC(2026, 10, 23, 12)

/** A machine and a Slack, each with its clock, as they pass and are set. */
function open(wrongMs: number) {
  let [passed, wrong, asked] = [0, wrongMs, 0]
  let isThere = true
  const slackNow = () => noon + passed
  const answer = async () => {
    if (!isThere) throw new TypeError('fetch failed')
    return new Response(null, { headers: { date: new Date(slackNow()).toUTCString() } })
  }
  const machine = { ...createClock(), now: () => noon + passed + wrong, steady: () => passed + 0.25 }
  const clock = createSlackClock(machine, async () => {
    asked += 1
    await clock.hearing(answer)('https://slack.example/api/api.test')
  })
  return {
    clock,
    /** By how much the clock is off, in milliseconds. */
    off: () => clock.now() - slackNow(),
    pass(ms: number) {
      passed += ms
    },
    set(ms: number) {
      wrong = ms
    },
    slackGoes() {
      isThere = false
    },
    asked: () => asked,
  }
}

describe.each([-90 * minute, -6_000, 0, 90 * minute])('on a machine whose clock is %i ms off', (wrong) => {
  test('it shows the machine’s time until Slack has told, and Slack’s from then on', async () => {
    const { clock, off, pass, asked } = open(wrong)
    expect([off(), clock.isTold()]).toEqual([wrong, false])
    await clock.makeSure()
    expect([off(), clock.isTold()]).toEqual([0, true])
    pass(5 * minute + 300)
    await clock.makeSure()
    expect([off(), asked()]).toEqual([0, 1])
    expect(Number.isInteger(clock.now())).toBe(true)
  })

  test('it asks again once the machine’s clock is set, or the machine has slept', async () => {
    const { clock, off, set, asked } = open(wrong)
    await clock.makeSure()
    set(wrong + 30 * minute)
    expect(clock.isTold()).toBe(false)
    await clock.makeSure()
    expect([off(), asked()]).toEqual([0, 2])
  })

  test('once Slack has told, setting the machine’s clock does not change what time has come for certain', async () => {
    const { clock, set, pass } = open(wrong)
    await clock.makeSure()
    for (const ms of [30, -30].map((hours) => hours * 60 * minute)) {
      set(ms)
      pass(minute)
      expect(clock.isTold()).toBe(false)
    }
    expect(clock.atLeast()).toBe(noon + 2 * minute)
  })

  test('it goes on by the machine’s if Slack cannot be asked', async () => {
    const { clock, off, slackGoes } = open(wrong)
    slackGoes()
    await clock.makeSure()
    expect([off(), clock.isTold()]).toEqual([wrong, false])
  })
})
