import type { Clock } from '../../tips/clock.ts'
import type { SlackFetch } from './slack-fetch.ts'

/**
 * Slack's time, by the dates of its answers: this machine's clock may be wrong or be set. Until Slack has answered, this is the
 * machine's time. So it is again after the machine's clock has jumped, since the machine may have slept meanwhile.
 */
export interface SlackClock extends Clock {
  /** Whether Slack has told its time, and the machine's clock has not jumped since. */
  isTold(): boolean
  /** A time that has certainly come, however this machine's clock is set: Slack's last date, and what has passed since. */
  atLeast(): number
  /** Asks Slack for its time, unless it is known. Resolves to whether it is known then. */
  makeSure(): Promise<boolean>
  /** The same `fetch`; the dates of its answers set this clock. */
  hearing(fetch: SlackFetch): SlackFetch
}

/** @param ask asks Slack anything, by a `fetch` of `hearing` */
export function createSlackClock(machine: Clock, ask: () => Promise<unknown>): SlackClock {
  let told: { readonly slack: number; readonly machine: number; readonly steady: number } | undefined
  const passed = () => (told ? machine.steady() - told.steady : 0)
  const isTold = () => told !== undefined && Math.abs(machine.now() - told.machine - passed()) < maxDriftMs
  return {
    ...machine,
    now: () => (told && isTold() ? told.slack + Math.floor(passed()) : machine.now()),
    isTold,
    atLeast: () => (told ? told.slack + Math.floor(passed()) : machine.now()),
    async makeSure() {
      if (!isTold()) await ask().catch(() => {})
      return isTold()
    },
    hearing: (fetch) => async (input, init) => {
      const response = await fetch(input, init)
      const slack = Date.parse(response.headers.get('date') ?? '')
      // A failure may come from something in between, which has a clock of its own.
      if (response.ok && !Number.isNaN(slack))
        told = { slack, machine: machine.now(), steady: machine.steady() }
      return response
    },
  }
}

/** By how much the machine's clock may drift from the time that has passed: systems correct it in small steps. */
const maxDriftMs = 5_000
