import { randomBytes } from 'node:crypto'
import type { Json, View } from '../records.ts'
import { checkView } from './block-kit/check-blocks.ts'
import type { Timing } from './envelopes.ts'
import { messagesOf, SlackError } from './slack-error.ts'
import { withIds } from './state/with-ids.ts'
import { newId, type WorkspaceState } from './state/workspace-state.ts'
import { initialValues, keptValues } from './view-inputs.ts'

/** Modals on top of one another. */
const maxStack = 3

interface Trigger {
  readonly person: string
  readonly expires: number
  used: boolean
}

export interface Views {
  /** A `trigger_id` for something that the person just did; good once, and for `triggerMillis`. */
  newTrigger(person: string): string
  /** Opens a modal, on top of those that the person has open. */
  open(triggerId: string, view: unknown): View
  update(viewId: string, view: unknown): View
  /** What the app answered to a submission: the modal closes, or there are errors by block_id. */
  respond(person: string, submitted: View, response: Json): Readonly<Record<string, string>> | undefined
}

/** Modals. Every method throws a SlackError if Slack refuses. */
export function createViews(state: WorkspaceState, { triggerMillis }: Pick<Timing, 'triggerMillis'>): Views {
  const triggers = new Map<string, Trigger>()

  function spend(triggerId: string): Trigger {
    const trigger = triggers.get(triggerId)
    if (!trigger) throw new SlackError('invalid_trigger_id')
    if (trigger.used) throw new SlackError('exchanged_trigger_id')
    if (state.now() > trigger.expires) throw new SlackError('expired_trigger_id')
    trigger.used = true
    return trigger
  }

  return {
    newTrigger(person) {
      for (const [id, trigger] of triggers) if (state.now() > trigger.expires + 60_000) triggers.delete(id)
      const id = `${state.now()}.${randomBytes(8).toString('hex')}`
      triggers.set(id, { person, expires: state.now() + triggerMillis, used: false })
      return id
    },
    open(triggerId, view) {
      const { person } = spend(triggerId)
      const stack = state.views(person)
      if (stack.length >= maxStack) throw new SlackError('push_limit_reached')
      const opened = buildModal(state, view, { stack })
      state.setViews(person, [...stack, opened])
      return opened
    },
    update(viewId, view) {
      const found = state.openView(viewId)
      if (!found) throw new SlackError('not_found')
      const { person, view: before } = found
      const after = buildModal(state, view, { before })
      state.replaceView(person, after)
      return after
    },
    respond(person, submitted, response) {
      switch (response.response_action) {
        case undefined:
          state.setViews(
            person,
            state.views(person).filter((open) => open.id !== submitted.id),
          )
          return undefined
        case 'errors':
          return response.errors as Readonly<Record<string, string>>
        default:
          throw new SlackError(
            'invalid_arguments',
            messagesOf([`[ERROR] unknown response_action: ${String(response.response_action)}`]),
          )
      }
    },
  }
}

interface ModalPlace {
  /** What it takes the place of. */
  readonly before?: View
  /** Modals that it comes to lie on, the lowest first. */
  readonly stack?: readonly View[]
}

/** A modal as Slack keeps it, of what an app gives. @throws {SlackError} */
function buildModal(state: WorkspaceState, given: unknown, { before, stack = [] }: ModalPlace): View {
  const problem = checkView(given)
  if (problem) throw new SlackError(problem.error, messagesOf(problem.messages))
  const view = given as Json
  const blocks = withIds(view.blocks)
  const id = before?.id ?? newId('V')
  return {
    id,
    team_id: state.team.id,
    type: 'modal',
    blocks,
    private_metadata: textOf(view.private_metadata),
    callback_id: textOf(view.callback_id),
    state: { values: { ...initialValues(blocks), ...keptValues(before, blocks) } },
    hash: `${Math.floor(state.now() / 1000)}.${randomBytes(4).toString('hex')}`,
    title: view.title as View['title'],
    clear_on_close: false,
    notify_on_close: false,
    close: (view.close as View['close']) ?? null,
    submit: (view.submit as View['submit']) ?? null,
    previous_view_id: before ? before.previous_view_id : (stack.at(-1)?.id ?? null),
    root_view_id: before?.root_view_id ?? stack[0]?.id ?? id,
    app_id: state.app.id,
    external_id: '',
    app_installed_team_id: state.team.id,
    bot_id: state.app.botId,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
