import type { Registry, Sample } from './metrics-registry.ts'
import type { NotedRequest, RequestOutcome, Surface } from './noted-requests.ts'

/** What Hallway counts as it happens. */
export interface Metrics {
  request(request: NotedRequest): void
  storeCall(call: { readonly operation: string; readonly seconds: number; readonly isFailed: boolean }): void
  /** One try of a call to Slack: `result` is its HTTP status, or `no-answer`. */
  slackCall(call: { readonly method: string; readonly result: string; readonly seconds: number }): void
  /** What became of a daily tip, or of a tip on request. `retried`: another attempt follows. */
  tip(outcome: 'posted' | 'skipped' | 'failed' | 'withdrawn' | 'retried'): void
}

/** Those that say how a question was answered, or that it was not. */
const ofQuestions: ReadonlySet<RequestOutcome> = new Set([
  'found',
  'unsure',
  'none',
  'listing',
  'busy',
  'failed',
])

const surfacesOfQuestions: readonly Surface[] = ['mention', 'direct-message', 'command', 'button']

export function createMetrics(registry: Registry): Metrics {
  const deliveries = registry.counter<'surface' | 'result'>(
    'hallway_deliveries_total',
    'What Slack delivered: new, or repeated and therefore let be.',
  )
  const questions = registry.counter<'surface' | 'outcome'>(
    'hallway_questions_total',
    'Questions by where they were asked and what became of them.',
  )
  const answers = registry.histogram<'surface'>(
    'hallway_answer_seconds',
    'From the arrival of a question to the end of its answer.',
  )
  const steps = registry.histogram<'step'>(
    'hallway_step_seconds',
    'What requests spend their time with: waiting for their turn, in the store, in the search, with Slack.',
  )
  const store = registry.histogram<'operation'>(
    'hallway_store_seconds',
    'Calls of the store, with all their repetitions.',
  )
  const storeFailures = registry.counter<'operation'>(
    'hallway_store_failures_total',
    'Calls of the store that failed for good.',
  )
  const slack = registry.histogram<'method'>('hallway_slack_seconds', 'Single tries of calls to Slack.')
  const slackCalls = registry.counter<'method' | 'result'>(
    'hallway_slack_calls_total',
    'Single tries of calls to Slack, by HTTP status. 429: Slack asks to wait, and the call is tried again.',
  )
  const tips = registry.counter<'outcome'>('hallway_tips_total', 'Tips, by what became of them.')
  // What has never happened is shown as 0: Prometheus sees no increase in a counter that first appears as 1.
  for (const outcome of ['posted', 'skipped', 'failed', 'withdrawn', 'retried']) tips.add({ outcome }, 0)
  for (const surface of surfacesOfQuestions)
    for (const outcome of ofQuestions) questions.add({ surface, outcome }, 0)

  return {
    request({ surface, outcome, ms, steps: spent }) {
      deliveries.add({ surface, result: outcome === 'repeated' ? 'repeated' : 'new' })
      for (const { name, ms } of spent) steps.observe({ step: name }, ms / 1000)
      if (!ofQuestions.has(outcome)) return
      questions.add({ surface, outcome })
      answers.observe({ surface }, ms / 1000)
    },
    storeCall({ operation, seconds, isFailed }) {
      store.observe({ operation }, seconds)
      storeFailures.add({ operation }, isFailed ? 1 : 0)
    },
    slackCall({ method, result, seconds }) {
      slack.observe({ method }, seconds)
      slackCalls.add({ method, result })
    },
    tip: (outcome) => tips.add({ outcome }),
  }
}

/** What is being served, as it is read from the notes. */
export interface MeasuredNotes {
  readonly talks: number
  readonly bytes: number
  readonly readAt: Date
  readonly errors: number
  readonly warnings: number
}

export function measureNotes(registry: Registry, served: () => MeasuredNotes): void {
  registry.read('gauge', 'hallway_index_talks', 'Talks that are served.', () => served().talks)
  registry.read(
    'gauge',
    'hallway_index_bytes',
    'Size of the index and the notes in memory.',
    () => served().bytes,
  )
  registry.read(
    'gauge',
    'hallway_index_read_timestamp_seconds',
    'When the notes that are served were read, epoch seconds: time() minus this is the age of the index.',
    () => served().readAt.getTime() / 1000,
  )
  registry.read(
    'gauge',
    'hallway_notes_problems',
    'Problems of the notes. An error keeps a file from being served, or its newest version.',
    (): readonly Sample[] => [
      { labels: { severity: 'error' }, value: served().errors },
      { labels: { severity: 'warning' }, value: served().warnings },
    ],
  )
}

/** @param failures of the notes that workspaces have of their own */
export function measureWorkspaceNotes(registry: Registry, failures: () => ReadonlyMap<string, string>): void {
  registry.read(
    'gauge',
    'hallway_unread_workspace_notes',
    'Folders of notes of workspaces that cannot be read: who asks there is told so.',
    () => failures().size,
  )
}

/** @param isAway also false if there is no search cluster */
export function measureSearch(registry: Registry, isAway: () => boolean): void {
  registry.read('gauge', 'hallway_search_away', 'Whether the search cluster does not answer: 1 or 0.', () =>
    Number(isAway()),
  )
}

/** How much is under way, and how much waits. */
export interface Queues {
  readonly requests: () => number
  readonly turnsRunning: () => number
  readonly turnsWaiting: () => number
  readonly tipChannels: () => number
}

export function measureQueues(registry: Registry, queues: Queues): void {
  registry.read('gauge', 'hallway_requests_in_flight', 'Requests under way.', queues.requests)
  registry.read('gauge', 'hallway_turns_running', 'Questions and clicks being answered.', queues.turnsRunning)
  registry.read('gauge', 'hallway_turns_waiting', 'Those that wait for their turn.', queues.turnsWaiting)
  registry.read(
    'gauge',
    'hallway_tip_channels_waiting',
    'Channels that are due for a tip and wait for it.',
    queues.tipChannels,
  )
}
