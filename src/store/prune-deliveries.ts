import type { StoreLogger } from './retry-statement.ts'
import { pruneEveryMs } from './store.ts'

/**
 * Removes old deliveries every so often, and says which questions are given up with them. Nobody waits for it, and least of all a
 * claim: what is claimed late is answered unclaimed, and may be answered again by another process.
 * @param prune resolves to the workspaces of the questions that were dropped
 * @returns hears what time it is
 */
export function createPruning(
  prune: (now: number) => Promise<readonly string[]>,
  log: StoreLogger,
): (now: number) => void {
  let prunedAt = 0
  return (now) => {
    // By the distance, so that a clock that ran ahead for a while does not end the pruning.
    if (Math.abs(now - prunedAt) <= pruneEveryMs) return
    prunedAt = now
    prune(now).then(
      (teamIds) => tellDropped(teamIds, log),
      // Whatever the store fails of is told by what waits for it; the next time is soon enough for this.
      () => {},
    )
  }
}

/** @param teamIds the workspace of each question */
function tellDropped(teamIds: readonly string[], log: StoreLogger): void {
  if (teamIds.length === 0) return
  const [questions, were] = teamIds.length === 1 ? ['question', 'was'] : ['questions', 'were']
  log.warn(
    `${teamIds.length} ${questions} of ${[...new Set(teamIds)].join(', ')} ${were} open for a week, and will get no answer any more: ` +
      'no bot that could read them was running, or Slack took no word. Who asked has to ask again.',
  )
}
