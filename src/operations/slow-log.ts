import type { NotedRequest, RequestStep, StepName } from './noted-requests.ts'

export interface SlowLogOptions {
  /** From how many milliseconds on an answer is slow; 0 for never. */
  readonly slowMs: number
  readonly warn: (line: string) => void
}

/** Hears of all requests, and says of slow ones where their time went: never what was asked, or by whom. */
export function createSlowLog({ slowMs, warn }: SlowLogOptions): (request: NotedRequest) => void {
  return (request) => {
    if (slowMs > 0 && request.ms >= slowMs) warn(describeTime(request))
  }
}

/** `A request took 2,310 ms (mention, found): 2,250 with Slack, 40 searching, 20 elsewhere.` */
function describeTime({ surface, outcome, ms, steps }: NotedRequest): string {
  const parts = Object.entries(places)
    .map(([name, place]) => ({ place, ms: sum(steps.filter((step) => step.name === name)) }))
    .filter((part) => part.ms >= 0.5)
  const elsewhere = Math.max(0, ms - parts.reduce((total, part) => total + part.ms, 0))
  const all = [...parts.sort((a, b) => b.ms - a.ms), { place: 'elsewhere', ms: elsewhere }]
  return `A request took ${whole(ms)} ms (${surface}, ${outcome}): ${all.map((part) => `${whole(part.ms)} ${part.place}`).join(', ')}.`
}

const places: Readonly<Record<StepName, string>> = {
  turn: 'waiting for its turn',
  store: 'in the store',
  search: 'searching',
  slack: 'with Slack',
}

const sum = (steps: readonly RequestStep[]): number => steps.reduce((total, { ms }) => total + ms, 0)

const whole = (ms: number): string => Math.round(ms).toLocaleString('en')
