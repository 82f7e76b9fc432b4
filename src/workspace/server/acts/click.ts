import type { Ephemeral, InputValues, Json, Person, SlackBlock } from '../../records.ts'
import { workspaceUser } from '../../records.ts'
import { elementsOf } from '../block-kit/elements-of.ts'
import { type ActionSource, actionsPayload } from '../payloads.ts'
import { initialValues } from '../view-inputs.ts'
import { ActError } from './act-error.ts'
import type { ActParts } from './act-parts.ts'
import { keepValues, mergeValues } from './input-values.ts'
import { invite, inviteAction } from './invite.ts'
import { tellUnanswered } from './tell-unanswered.ts'

/** A click or a choice in a message, an ephemeral message or a modal. */
export interface Action {
  /** Where: a message or ephemeral by channel and ts, or a view by its id. */
  readonly place: { readonly channel: string; readonly ts: string } | { readonly view: string }
  readonly actionId: string
  /** Needed if several blocks have the same action_id. */
  readonly blockId?: string | undefined
  /** What was chosen, in Slack's shape, e.g. `{selected_option: …}`; nothing for a plain button. */
  readonly chosen?: Json | undefined
  /** Values of the inputs around it. */
  readonly values?: InputValues | undefined
}

/** A person clicks or chooses. @throws {ActError} */
export async function click(person: Person, action: Action, parts: ActParts): Promise<void> {
  const { state, description, views, socket } = parts
  const app = state.bot.realName
  const { source, blocks } = find(person, action, parts)
  const { block, element } = elementIn(blocks, action)
  if (
    element.action_id === inviteAction &&
    source.kind === 'ephemeral' &&
    source.ephemeral.user === workspaceUser
  ) {
    state.removeEphemeral(source.ephemeral)
    return invite(person, source.channel, parts)
  }
  if (!description.interactive)
    throw new ActError(`${app} has no interactivity in its manifest, so its buttons do nothing.`)
  const values = mergeValues(
    mergeValues(initialValues(blocks), action.values ?? {}),
    chosenValue(block, element, action.chosen),
  )
  const sourceNow =
    source.kind === 'view'
      ? { ...source, view: keepValues({ person, view: source.view, values }, state) }
      : source
  const taken = {
    action_id: element.action_id,
    block_id: block.block_id,
    ...carried(element),
    ...action.chosen,
    type: element.type,
    action_ts: state.nextTs(),
  }
  const triggerId = views.newTrigger(person.id)
  const payload = actionsPayload(state, { person, source: sourceNow, actions: [taken], values, triggerId })
  const ack = await socket.deliver('interactive', payload)
  if (ack.kind === 'acknowledged') return
  if (source.kind === 'view') throw new ActError(`${app} did not respond. Please try again.`)
  const shown = source.kind === 'message' ? source.message : source.ephemeral
  tellUnanswered({ person, channel: source.channel, what: 'that', thread: shown.thread_ts }, state)
}

function find(
  person: Person,
  { place }: Action,
  { state, responses }: Pick<ActParts, 'state' | 'responses'>,
): { readonly source: ActionSource; readonly blocks: readonly SlackBlock[] } {
  if ('view' in place) {
    const view = state.views(person.id).find((open) => open.id === place.view)
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

function elementIn(
  blocks: readonly SlackBlock[],
  { actionId, blockId }: Action,
): { readonly block: SlackBlock; readonly element: Json } {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue
    const element = elementsOf(block).find((other) => other.action_id === actionId)
    if (element) return { block, element }
  }
  throw new ActError('This button is no longer there.')
}

/** What Slack repeats of an element in the action. */
function carried(element: Json): Json {
  const keys = ['text', 'value', 'style', 'placeholder', 'initial_option']
  return Object.fromEntries(
    keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]),
  )
}

function chosenValue(block: SlackBlock, element: Json, chosen: Json | undefined): InputValues {
  if (!chosen || element.type === 'button') return {}
  return { [block.block_id]: { [String(element.action_id)]: { type: element.type, ...chosen } } }
}
