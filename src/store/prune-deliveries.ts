import type { StoreLogger } from './retry-statement.ts'
import { type DeliveryKey, nobodysPrefix, pruneEveryMs } from './store.ts'

/**
 * Removes old deliveries every so often, and says which questions and notices are given up with them. Nothing waits for it, least of
 * all a claim: what is claimed late is answered unclaimed, and may be answered again by another process.
 * @param prune resolves to the questions and notices that were dropped
 * @returns hears what time it is
 */
export function createPruning(
  prune: (now: number) => Promise<readonly DeliveryKey[]>,
  log: StoreLogger,
): (now: number) => void {
  let prunedAt = 0
  return (now) => {
    // By the distance, so that a clock that ran ahead for a while does not end the pruning.
    if (Math.abs(now - prunedAt) <= pruneEveryMs) return
    prunedAt = now
    prune(now).then(
      (dropped) => tellDropped(dropped, log),
      // What waits for the store tells that it fails; for this, the next time is soon enough.
      () => {},
    )
  }
}

function tellDropped(dropped: readonly DeliveryKey[], log: StoreLogger): void {
  const { notices = [], questions = [] } = Object.groupBy(dropped, ({ delivery }) =>
    delivery.startsWith(nobodysPrefix) ? 'notices' : 'questions',
  )
  if (questions.length > 0)
    log.warn(
      `${counted(questions, 'question')} open for a week, and will get no answer any more: ` +
        'no bot that could read them was running, or Slack took no word. Who asked has to ask again.',
    )
  if (notices.length > 0)
    log.warn(
      `${counted(notices, 'notice')} kept for a year, and will not be heeded any more: each says that Hallway was removed, and ` +
        'no bot that could read it was running, or Slack did not say that it is so. What is stored of whoever removed it stays: ' +
        'docs/several-workspaces.md says how to delete it.',
    )
}

function counted(dropped: readonly DeliveryKey[], one: string): string {
  const [what, were] = dropped.length === 1 ? [one, 'was'] : [`${one}s`, 'were']
  return `${dropped.length} ${what} of ${[...new Set(dropped.map(({ teamId }) => teamId))].join(', ')} ${were}`
}
