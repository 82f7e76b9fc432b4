import type { Block, Channel, Ephemeral, InputValues, Json, Message, Person, View } from '../records.ts'
import { workspaceUser } from '../records.ts'
import { elementsOf } from './block-kit/elements-of.ts'
import type { AppDescription } from './manifest.ts'
import {
  type ActionSource,
  actionsPayload,
  commandPayload,
  homeOpenedEvent,
  joinedEvent,
  viewPayload,
} from './payloads.ts'
import type { Post } from './post.ts'
import { SlackError } from './post.ts'
import type { ResponseTarget, ResponseUrls } from './response-urls.ts'
import type { Acknowledgement, SocketMode } from './socket-mode.ts'
import type { WorkspaceState } from './state.ts'
import { escapeText, mentions, typedText } from './typed-text.ts'
import { initialValues, missingInputs, type Views } from './views.ts'

/** An act that cannot be done, said to the person who tried. Caught where acts are answered. */
export class ActError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ActError'
  }
}

/** A click or a choice in a message, an ephemeral message, a modal or the Home tab. */
export interface Action {
  /** Where: a message or ephemeral by channel and ts, or a view by its id. */
  readonly place: { readonly channel: string; readonly ts: string } | { readonly view: string }
  readonly actionId: string
  /** Where several blocks have the same action_id. */
  readonly blockId?: string | undefined
  /** What was chosen, in Slack's shape, e.g. `{selected_option: …}`; nothing for a plain button. */
  readonly chosen?: Json | undefined
  /** Values of the inputs around it. */
  readonly values?: InputValues | undefined
}

/** What a submission came to: the modal's inputs at fault by block_id, or nothing. */
export interface Submission {
  readonly errors: Readonly<Record<string, string>>
}

/** What people do. Each act names who does it and resolves once the app has acknowledged it, or should have. */
export interface Acts {
  say(person: Person, channel: Channel, typed: string, thread?: string): Promise<Message>
  edit(person: Person, channel: Channel, ts: string, typed: string): Promise<Message>
  command(person: Person, channel: Channel, command: string, typed: string, thread?: string): Promise<void>
  act(person: Person, action: Action): Promise<void>
  submit(person: Person, viewId: string, values: InputValues): Promise<Submission>
  closeView(person: Person, viewId: string): Promise<void>
  openTab(person: Person, tab: 'messages' | 'home'): void
  invite(person: Person, channel: Channel): void
}

export interface ActParts {
  readonly state: WorkspaceState
  readonly description: AppDescription
  readonly post: Post
  readonly views: Views
  readonly responses: ResponseUrls
  readonly socket: SocketMode
}

/** The workspace's own button: adds the app to the channel. */
const inviteAction = 'workspace:invite'

export function createActs({ state, description, post, views, responses, socket }: ActParts): Acts {
  const app = state.bot.realName

  async function say(person: Person, channel: Channel, typed: string, thread?: string): Promise<Message> {
    if (typed.trim() === '') throw new ActError('There is nothing to send.')
    if (thread !== undefined && !state.message(channel.id, thread)) throw new ActError('This thread is gone.')
    const text = typedText(typed, state.people, state.channels())
    const message = post.byPerson(channel, person.id, text, thread)
    if (mentions(text, state.bot.id) && !channel.members.includes(state.bot.id))
      offerInvitation(person, channel, message.thread_ts)
    return message
  }

  function offerInvitation(person: Person, channel: Channel, thread: string | undefined): void {
    const words = `${app} is not in this channel, so it has not seen your mention.`
    const button = {
      type: 'button',
      action_id: inviteAction,
      style: 'primary',
      text: { type: 'plain_text', text: `Add ${app} to #${channel.name}` },
    }
    state.note(person.id, channel.id, words, {
      ...(thread ? { thread_ts: thread } : {}),
      blocks: [
        { type: 'section', block_id: 'why', text: { type: 'plain_text', text: words } },
        { type: 'actions', block_id: 'do', elements: [button] },
      ],
    })
  }

  function invite(person: Person, channel: Channel): void {
    if (channel.kind === 'im' || channel.members.includes(state.bot.id)) return
    state.join(channel, state.bot.id)
    const joined = state.channel(channel.id) ?? channel
    post.event('member_joined_channel', joinedEvent(state, joined, state.bot.id, person.id))
    state.note(person.id, channel.id, `${app} is in #${channel.name} now. Mention it again to ask.`)
  }

  async function command(
    person: Person,
    channel: Channel,
    name: string,
    typed: string,
    thread?: string,
  ): Promise<void> {
    if (thread !== undefined) {
      state.note(person.id, channel.id, `${name} does not work in threads. Mention @${app} here instead.`, {
        thread_ts: thread,
      })
      return
    }
    const known = description.commands.find((other) => other.command === name)
    if (!known) {
      const others = description.commands.map((other) => other.command).join(', ')
      state.note(
        person.id,
        channel.id,
        `There is no command ${name} here. ${others ? `What there is: ${others}.` : 'The app has none.'}`,
      )
      return
    }
    const text = known.shouldEscape
      ? typedText(typed.trim(), state.people, state.channels())
      : escapeText(typed.trim())
    const target: ResponseTarget = { person: person.id, channel }
    const handles = { response_url: responses.create(target), trigger_id: views.newTrigger(person.id) }
    const ack = await socket.deliver(
      'slash_commands',
      commandPayload(state, { command: name, text }, person, channel, handles),
    )
    if (ack.kind === 'missing') return didNotRespond(person, channel, name)
    if (Object.keys(ack.payload).length === 0) return
    try {
      responses.show(target, ack.payload)
    } catch (error) {
      if (!(error instanceof SlackError)) throw error
      state.note(
        person.id,
        channel.id,
        `${app} answered ${name} with something that cannot be shown: ${error.code}.`,
      )
    }
  }

  function didNotRespond(person: Person, channel: Channel, what: string, thread?: string): void {
    const why = state.connections() === 0 ? 'It is not connected.' : 'It took too long.'
    state.note(
      person.id,
      channel.id,
      `${app} did not respond to ${what}. ${why} Please try again.`,
      thread ? { thread_ts: thread } : {},
    )
  }

  async function act(person: Person, action: Action): Promise<void> {
    const { source, blocks } = find(person, action)
    const { block, element } = elementIn(blocks, action)
    if (
      element.action_id === inviteAction &&
      source.kind === 'ephemeral' &&
      source.ephemeral.user === workspaceUser
    ) {
      state.removeEphemeral(source.ephemeral)
      return invite(person, source.channel)
    }
    if (!description.interactive)
      throw new ActError(`${app} has no interactivity in its manifest, so its buttons do nothing.`)
    const values = mergeValues(
      mergeValues(initialValues(blocks), action.values ?? {}),
      chosenValue(block, element, action.chosen),
    )
    const sourceNow =
      source.kind === 'view' ? { ...source, view: withValues(person, source.view, values) } : source
    const payload = actionsPayload(
      state,
      person,
      sourceNow,
      [
        {
          action_id: element.action_id,
          block_id: block.block_id,
          ...carried(element),
          ...action.chosen,
          type: element.type,
          action_ts: state.nextTs(),
        },
      ],
      values,
      views.newTrigger(person.id, source.kind === 'view' ? source.view.id : undefined),
    )
    const ack = await socket.deliver('interactive', payload)
    if (ack.kind === 'acknowledged') return
    if (source.kind === 'view') throw new ActError(`${app} did not respond. Please try again.`)
    const shown = source.kind === 'message' ? source.message : source.ephemeral
    didNotRespond(person, source.channel, 'that', shown.thread_ts)
  }

  function find(
    person: Person,
    { place }: Action,
  ): { readonly source: ActionSource; readonly blocks: readonly Block[] } {
    if ('view' in place) {
      const view = [...state.views(person.id), state.home(person.id)].find((open) => open?.id === place.view)
      if (!view) throw new ActError('This window is no longer open.')
      return { source: { kind: 'view', view }, blocks: view.blocks }
    }
    const channel = state.channel(place.channel)
    const message = state.message(place.channel, place.ts)
    const ephemeral = state
      .ephemerals(person.id)
      .find((other) => other.channel === place.channel && other.ts === place.ts)
    if (!channel || !(message ?? ephemeral)) throw new ActError('This message is gone.')
    const kind = message ? 'message' : 'ephemeral'
    const responseUrl = responses.create({ person: person.id, channel, source: { kind, ts: place.ts } })
    if (message)
      return { source: { kind: 'message', channel, message, responseUrl }, blocks: message.blocks ?? [] }
    return {
      source: { kind: 'ephemeral', channel, ephemeral: ephemeral as Ephemeral, responseUrl },
      blocks: ephemeral?.blocks ?? [],
    }
  }

  /** Keeps what the person has put in so far, so that the app sees it and an update does not lose it. */
  function withValues(person: Person, view: View, values: InputValues): View {
    const filled = { ...view, state: { values } }
    if (view.type === 'home') state.setHome(person.id, filled)
    else
      state.setViews(
        person.id,
        state.views(person.id).map((open) => (open.id === view.id ? filled : open)),
      )
    return filled
  }

  async function submit(person: Person, viewId: string, values: InputValues): Promise<Submission> {
    const open = state.views(person.id).find((view) => view.id === viewId)
    if (!open) throw new ActError('This window is no longer open.')
    const view = withValues(person, open, mergeValues(open.state.values, values))
    const missing = missingInputs(view)
    if (Object.keys(missing).length > 0) return { errors: missing }
    const more = { trigger_id: views.newTrigger(person.id, view.id) }
    const ack = await socket.deliver('interactive', viewPayload(state, 'view_submission', person, view, more))
    if (ack.kind === 'missing') throw new ActError(`${app} did not respond. Please try again.`)
    return { errors: answered(person, view, ack) ?? {} }
  }

  function answered(person: Person, view: View, ack: Acknowledgement & { kind: 'acknowledged' }) {
    try {
      return views.respond(person.id, view, ack.payload)
    } catch (error) {
      if (!(error instanceof SlackError)) throw error
      throw new ActError(`${app} answered with something that cannot be shown: ${error.code}.`)
    }
  }

  async function closeView(person: Person, viewId: string): Promise<void> {
    const open = state.views(person.id)
    const closing = open.find((view) => view.id === viewId)
    if (!closing) return
    const below = open.slice(0, open.indexOf(closing))
    state.setViews(person.id, below)
    if (!closing.notify_on_close) return
    await socket.deliver(
      'interactive',
      viewPayload(state, 'view_closed', person, closing, {
        is_cleared: below.length === 0 && open.length > 1,
      }),
    )
  }

  return {
    say,
    command,
    act,
    submit,
    closeView,
    invite,
    async edit(person, channel, ts, typed) {
      const message = state.message(channel.id, ts)
      if (!message || message.user !== person.id) throw new ActError('Only your own messages can be edited.')
      return post.change(channel, message, { text: typedText(typed, state.people, state.channels()) })
    },
    openTab(person, tab) {
      const channel = state.directMessage(person.id)
      if (channel) post.event('app_home_opened', homeOpenedEvent(state, person, channel, tab))
    },
  }
}

function elementIn(
  blocks: readonly Block[],
  { actionId, blockId }: Action,
): { readonly block: Block; readonly element: Json } {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue
    const element = elementsOf(block).find((other) => other.action_id === actionId)
    if (element) return { block, element }
  }
  throw new ActError(`There is nothing with the action_id "${actionId}" to click here.`)
}

/** What Slack repeats of an element in the action. */
function carried(element: Json): Json {
  const keys = ['text', 'value', 'style', 'url', 'placeholder', 'initial_option', 'confirm']
  return Object.fromEntries(
    keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]),
  )
}

function chosenValue(block: Block, element: Json, chosen: Json | undefined): InputValues {
  if (!chosen || element.type === 'button' || element.type === 'overflow') return {}
  return { [block.block_id]: { [String(element.action_id)]: { type: element.type, ...chosen } } }
}

function mergeValues(before: InputValues, after: InputValues): InputValues {
  const blockIds = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries([...blockIds].map((id) => [id, { ...before[id], ...after[id] }]))
}
