import type { Clock } from '../../tips/clock.ts'
import type { SlackFetch } from './slack-fetch.ts'

/**
 * Time as Slack has it, by the dates of its answers: this machine's clock may be wrong, or be set meanwhile. Until Slack has
 * answered, it shows what this machine's does; and again once that one jumps, for then the machine may as well have slept.
 */
export interface SlackClock extends Clock {
  /** Whether Slack has told what time it is, with no doubt since. */
  isTold(): boolean
  /** A time that has come by now for certain, however this machine's clock is set: by Slack's last word, and what passed since. */
  atLeast(): number
  /** Asks Slack, unless it has told. Resolves to whether it has. */
  makeSure(): Promise<boolean>
  /** The same `fetch`, whose answers tell. */
  hearing(fetch: SlackFetch): SlackFetch
}

/** @param ask asks Slack anything, by a `fetch` that is `hearing` */
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
      // What failed may be the word of something in between, with a clock of its own.
      if (response.ok && !Number.isNaN(slack))
        told = { slack, machine: machine.now(), steady: machine.steady() }
      return response
    },
  }
}

/** By which the machine's clock may differ from the time that passed: it is set by small steps all the time. */
const maxDriftMs = 5_000
