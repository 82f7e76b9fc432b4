import type { StoreLogger } from './retry-statement.ts'

/**
 * Says that questions are given up that were open for too long: nothing is lost without a word.
 * @param teamIds the workspace of each
 */
export function tellDropped(teamIds: readonly string[], log: StoreLogger): void {
  if (teamIds.length === 0) return
  const [questions, were] = teamIds.length === 1 ? ['question', 'was'] : ['questions', 'were']
  log.warn(
    `${teamIds.length} ${questions} of ${[...new Set(teamIds)].join(', ')} ${were} open for a week, and will get no answer any more: ` +
      'no bot that could read them was running, or Slack took no word. Who asked has to ask again.',
  )
}
