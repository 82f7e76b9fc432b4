import { randomBytes } from 'node:crypto'
import type { Json, View } from '../records.ts'
import { checkView } from './block-kit/check-blocks.ts'
import { messagesOf, SlackError } from './slack-error.ts'
import type { Timing } from './socket-mode.ts'
import { initialValues, keptValues } from './view-inputs.ts'
import { withIds } from './with-ids.ts'
import { newId, type WorkspaceState } from './workspace-state.ts'

/** Modals on top of one another. */
const maxStack = 3

interface Trigger {
  readonly person: string
  readonly expires: number
  /** The modal from which it comes, if any. */
  readonly viewId: string | undefined
  used: boolean
}

export interface Views {
  /** A `trigger_id` for something that the person just did; good once, and for `triggerMillis`. */
  newTrigger(person: string, viewId?: string): string
  open(triggerId: string, view: unknown): View
  push(triggerId: string, view: unknown): View
  update(
    which: {
      readonly viewId?: string | undefined
      readonly externalId?: string | undefined
      readonly hash?: string | undefined
    },
    view: unknown,
  ): View
  publish(person: string, view: unknown, hash: string | undefined): View
  /** What the app answered to a submission: closes, updates, pushes or clears; or errors by block_id. */
  respond(person: string, submitted: View, response: Json): Readonly<Record<string, string>> | undefined
}

/** Modals and Home views. Every method throws a SlackError if Slack refuses. */
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

  function replace(person: string, before: View, view: unknown): View {
    const after = buildView(state, view, { kind: 'modal', before })
    state.setViews(
      person,
      state.views(person).map((other) => (other.id === before.id ? after : other)),
    )
    return after
  }

  function pushTo(person: string, view: unknown): View {
    const stack = state.views(person)
    if (stack.length >= maxStack) throw new SlackError('push_limit_reached')
    const pushed = buildView(state, view, { kind: 'modal', stack })
    state.setViews(person, [...stack, pushed])
    return pushed
  }

  return {
    newTrigger(person, viewId) {
      for (const [id, trigger] of triggers) if (state.now() > trigger.expires + 60_000) triggers.delete(id)
      const id = `${state.now()}.${randomBytes(8).toString('hex')}`
      triggers.set(id, { person, expires: state.now() + triggerMillis, viewId, used: false })
      return id
    },
    open(triggerId, view) {
      const { person } = spend(triggerId)
      if (state.views(person).length > 0) return pushTo(person, view)
      const opened = buildView(state, view, { kind: 'modal' })
      state.setViews(person, [opened])
      return opened
    },
    push(triggerId, view) {
      const { person, viewId } = spend(triggerId)
      if (!viewId || !state.views(person).some((open) => open.id === viewId))
        throw new SlackError('not_found')
      return pushTo(person, view)
    },
    update({ viewId, externalId, hash }, view) {
      const found = state.openView((open) =>
        viewId ? open.id === viewId : externalId !== undefined && open.external_id === externalId,
      )
      if (!found) throw new SlackError('not_found')
      if (hash !== undefined && hash !== found.view.hash) throw new SlackError('hash_conflict')
      return replace(found.person, found.view, view)
    },
    publish(person, view, hash) {
      if (!state.person(person)) throw new SlackError('user_not_found')
      const before = state.home(person)
      if (hash !== undefined && before && hash !== before.hash) throw new SlackError('hash_conflict')
      const published = buildView(state, view, { kind: 'home', before })
      state.setHome(person, published)
      return published
    },
    respond(person, submitted, response) {
      switch (response.response_action) {
        case undefined:
          state.setViews(
            person,
            state.views(person).filter((open) => open.id !== submitted.id),
          )
          return undefined
        case 'clear':
          state.setViews(person, [])
          return undefined
        case 'update':
          replace(person, submitted, response.view)
          return undefined
        case 'push':
          pushTo(person, response.view)
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

interface ViewPlace {
  readonly kind: View['type']
  /** What it takes the place of. */
  readonly before?: View | undefined
  /** Modals that it comes to lie on, the lowest first. */
  readonly stack?: readonly View[]
}

/** A view as Slack keeps it, of what an app gives. @throws {SlackError} */
function buildView(state: WorkspaceState, given: unknown, { kind, before, stack = [] }: ViewPlace): View {
  const problem = checkView(given)
  if (problem) throw new SlackError(problem.error, messagesOf(problem.messages))
  const view = given as Json
  if (view.type !== kind)
    throw new SlackError(
      'invalid_arguments',
      messagesOf([`[ERROR] a ${kind} view is required here [json-pointer:/view/type]`]),
    )
  const blocks = withIds(view.blocks)
  const id = before?.id ?? newId('V')
  return {
    id,
    team_id: state.team.id,
    type: kind,
    blocks,
    private_metadata: textOf(view.private_metadata),
    callback_id: textOf(view.callback_id),
    state: { values: { ...initialValues(blocks), ...keptValues(before, blocks) } },
    hash: `${Math.floor(state.now() / 1000)}.${randomBytes(4).toString('hex')}`,
    ...(kind === 'modal' ? { title: view.title as View['title'] } : {}),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    close: (view.close as View['close']) ?? null,
    submit: (view.submit as View['submit']) ?? null,
    previous_view_id: before ? before.previous_view_id : (stack.at(-1)?.id ?? null),
    root_view_id: before?.root_view_id ?? stack[0]?.id ?? id,
    app_id: state.app.id,
    external_id: textOf(view.external_id),
    app_installed_team_id: state.team.id,
    bot_id: state.app.botId,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
