import type { InputValues, Person, View } from '../../records.ts'
import type { Acknowledgement } from '../envelopes.ts'
import { submissionPayload } from '../payloads.ts'
import { SlackError } from '../slack-error.ts'
import { missingInputs } from '../view-inputs.ts'
import { ActError } from './act-error.ts'
import type { ActParts } from './act-parts.ts'
import { keepValues, mergeValues } from './input-values.ts'

/** What a submission came to: the modal's inputs at fault by block_id, or nothing. */
export interface Submission {
  readonly errors: Readonly<Record<string, string>>
}

/** A person submits a modal. @throws {ActError} */
export async function submit(
  { person, viewId, values }: { person: Person; viewId: string; values: InputValues },
  parts: ActParts,
): Promise<Submission> {
  const { state, views, socket } = parts
  const open = state.views(person.id).find((view) => view.id === viewId)
  if (!open) throw new ActError('This window is no longer open.')
  const view = keepValues({ person, view: open, values: mergeValues(open.state.values, values) }, state)
  const missing = missingInputs(view)
  if (Object.keys(missing).length > 0) return { errors: missing }
  const triggerId = views.newTrigger(person.id)
  const ack = await socket.deliver('interactive', submissionPayload(state, { person, view, triggerId }))
  if (ack.kind === 'missing') throw new ActError(`${state.bot.realName} did not respond. Please try again.`)
  return { errors: answered({ person, view, ack }, parts) ?? {} }
}

function answered(
  { person, view, ack }: { person: Person; view: View; ack: Acknowledgement & { kind: 'acknowledged' } },
  { state, views }: ActParts,
) {
  try {
    return views.respond(person.id, view, ack.payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    throw new ActError(`${state.bot.realName} answered with something that cannot be shown: ${error.code}.`)
  }
}

/** A person closes a modal; what lies below it shows again. */
export function closeModal(person: Person, viewId: string, { state }: Pick<ActParts, 'state'>): void {
  const open = state.views(person.id)
  const at = open.findIndex((view) => view.id === viewId)
  if (at >= 0) state.setViews(person.id, open.slice(0, at))
}
