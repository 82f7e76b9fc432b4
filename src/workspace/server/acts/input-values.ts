import type { InputValues, Person, View } from '../../records.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'

/** What was put in, with what was put in since. */
export function mergeValues(before: InputValues, after: InputValues): InputValues {
  const blockIds = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries([...blockIds].map((id) => [id, { ...before[id], ...after[id] }]))
}

/** Keeps what the person has put in so far, so that the app sees it and an update does not lose it. */
export function keepValues(
  { person, view, values }: { person: Person; view: View; values: InputValues },
  state: WorkspaceState,
): View {
  const filled = { ...view, state: { values } }
  state.replaceView(person.id, filled)
  return filled
}
