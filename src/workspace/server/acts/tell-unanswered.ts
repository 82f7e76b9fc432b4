import type { Channel, Person } from '../../records.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'

interface UnansweredAct {
  readonly person: Person
  readonly channel: Channel
  /** What the app did not respond to. */
  readonly what: string
  readonly thread?: string | undefined
}

/** Tells a person that the app did not respond, and why. */
export function tellUnanswered(
  { person, channel, what, thread }: UnansweredAct,
  state: WorkspaceState,
): void {
  const why = state.connections() === 0 ? 'It is not connected.' : 'It took too long.'
  state.note(
    person.id,
    channel.id,
    `${state.bot.realName} did not respond to ${what}. ${why} Please try again.`,
    thread ? { thread_ts: thread } : {},
  )
}
