import { randomBytes } from 'node:crypto'
import type { InputValues, Json, SlackBlock, View } from '../records.ts'
import { checkView } from './block-kit/check-blocks.ts'
import { elementsOf } from './block-kit/elements-of.ts'
import { messagesOf, SlackError, withIds } from './post.ts'
import type { Timing } from './socket-mode.ts'
import { newId, type WorkspaceState } from './state.ts'

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

  function build(given: unknown, kind: View['type'], before?: View, stack: readonly View[] = []): View {
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
      state: { values: { ...initialValues(blocks), ...kept(before, blocks) } },
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

  function replace(person: string, before: View, view: unknown): View {
    const after = build(view, 'modal', before)
    state.setViews(
      person,
      state.views(person).map((other) => (other.id === before.id ? after : other)),
    )
    return after
  }

  function pushTo(person: string, view: unknown): View {
    const stack = state.views(person)
    if (stack.length >= maxStack) throw new SlackError('push_limit_reached')
    const pushed = build(view, 'modal', undefined, stack)
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
      const opened = build(view, 'modal')
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
      const published = build(view, 'home', before)
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

/** The values that inputs have before anybody touched them. */
export function initialValues(blocks: readonly SlackBlock[]): InputValues {
  const values: Record<string, Record<string, Json>> = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const value = initialValue(element)
      if (!value) continue
      values[block.block_id] = {
        ...values[block.block_id],
        [String(element.action_id)]: { type: element.type, ...value },
      }
    }
  }
  return values
}

/** An element's state without its type; undefined if the element has none (a button, a picture). */
function initialValue(element: Json): Json | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { selected_options: element.initial_options ?? [] }
    case 'users_select':
      return { selected_user: element.initial_user ?? null }
    case 'multi_users_select':
      return { selected_users: element.initial_users ?? [] }
    case 'conversations_select':
      return { selected_conversation: element.initial_conversation ?? null }
    case 'multi_conversations_select':
      return { selected_conversations: element.initial_conversations ?? [] }
    case 'channels_select':
      return { selected_channel: element.initial_channel ?? null }
    case 'multi_channels_select':
      return { selected_channels: element.initial_channels ?? [] }
    case 'datepicker':
      return { selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { selected_date_time: element.initial_date_time ?? null }
    default:
      return undefined
  }
}

/** An update keeps what was put in if block_id and action_id stay the same. */
function kept(before: View | undefined, blocks: readonly SlackBlock[]): InputValues {
  if (!before) return {}
  const wanted = initialValues(blocks)
  const pairs = Object.entries(before.state.values).flatMap(([blockId, elements]) => {
    const same = Object.entries(elements).filter(
      ([actionId, value]) => wanted[blockId]?.[actionId]?.type === value.type,
    )
    return same.length > 0 ? [[blockId, { ...wanted[blockId], ...Object.fromEntries(same) }] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** The inputs that a person must fill in and has not: block_id → what to say. */
export function missingInputs(view: View): Readonly<Record<string, string>> {
  const missing = view.blocks.flatMap((block) => {
    if (block.type !== 'input' || block.optional === true) return []
    const [value] = Object.values(view.state.values[block.block_id] ?? {})
    const filled = Object.entries(value ?? {}).some(
      ([key, part]) =>
        key !== 'type' && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
    )
    return filled ? [] : [[block.block_id, 'Please complete this required field.'] as const]
  })
  return Object.fromEntries(missing)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
