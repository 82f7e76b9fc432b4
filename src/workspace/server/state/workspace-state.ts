import { randomBytes } from 'node:crypto'
import type {
  Channel,
  Ephemeral,
  Person,
  Prompts,
  SlackBlock,
  SlackMessage,
  View,
  WorkspaceClock,
} from '../../records.ts'
import { workspaceUser } from '../../records.ts'
import type { AppDescription } from '../manifest.ts'
import { ChangeLog } from './change-log.ts'
import { type FirstTeam, firstTeam } from './first-team.ts'
import { withReplyCounts } from './reply-counts.ts'

/**
 * All that the workspace knows, in memory. Values are replaced, never changed in place, and every replacement is
 * recorded in `changes`.
 */
export class WorkspaceState {
  readonly team: FirstTeam['team']
  readonly app: FirstTeam['app']
  readonly bot: Person
  readonly you: Person
  readonly colleague: Person
  readonly people: readonly Person[]
  /** Seconds since 1970 at which the workspace was opened. */
  readonly since: number
  readonly changes: ChangeLog
  readonly #clock: WorkspaceClock
  readonly #channels = new Map<string, Channel>()
  readonly #messages = new Map<string, readonly SlackMessage[]>()
  readonly #ephemerals = new Map<string, readonly Ephemeral[]>()
  readonly #views = new Map<string, readonly View[]>()
  readonly #prompts = new Map<string, Prompts>()
  #connections = 0
  #notice = ''
  #lastTs = 0n

  constructor(description: AppDescription, clock: WorkspaceClock, teamId = 'T0LOCAL001') {
    this.#clock = clock
    this.since = Math.floor(clock.now() / 1000)
    // A run has fewer changes than milliseconds.
    this.changes = new ChangeLog(clock.now())
    const { team, app, bot, you, colleague, channels } = firstTeam(description, teamId, this.since)
    this.team = team
    this.app = app
    this.bot = bot
    this.you = you
    this.colleague = colleague
    this.people = [you, colleague, bot]
    for (const channel of channels) this.#channels.set(channel.id, channel)
  }

  /** A new timestamp in Slack's form, later than every one before. */
  nextTs(): string {
    const now = BigInt(this.#clock.now()) * 1000n
    this.#lastTs = now > this.#lastTs ? now : this.#lastTs + 1n
    return `${this.#lastTs / 1_000_000n}.${String(this.#lastTs % 1_000_000n).padStart(6, '0')}`
  }

  now(): number {
    return this.#clock.now()
  }

  person(id: string): Person | undefined {
    return this.people.find((person) => person.id === id)
  }

  channels(): readonly Channel[] {
    return [...this.#channels.values()]
  }

  channel(id: string): Channel | undefined {
    return this.#channels.get(id)
  }

  /** The direct message between the bot and a person. */
  directMessage(person: string): Channel | undefined {
    return this.channels().find((channel) => channel.kind === 'im' && channel.members.includes(person))
  }

  addChannel(name: string): Channel {
    const members = this.people.map(({ id }) => id)
    const channel = {
      id: newId('C'),
      name,
      kind: 'channel',
      purpose: '',
      members,
      created: this.since,
    } as const
    this.#channels.set(channel.id, channel)
    this.changes.record({ kind: 'channel', channel })
    return channel
  }

  /** What the person may see. */
  channelsOf(person: string): readonly Channel[] {
    return this.channels().filter((channel) => channel.members.includes(person))
  }

  join(channel: Channel, person: string): void {
    if (channel.members.includes(person)) return
    const joined = { ...channel, members: [...channel.members, person] }
    this.#channels.set(channel.id, joined)
    this.changes.record({ kind: 'channel', channel: joined })
  }

  /** In order of ts; threads' replies among them. */
  messages(channel: string): readonly SlackMessage[] {
    return this.#messages.get(channel) ?? []
  }

  message(channel: string, ts: string): SlackMessage | undefined {
    return this.messages(channel).find((message) => message.ts === ts)
  }

  /** The first message of a thread and its replies. */
  thread(channel: string, ts: string): readonly SlackMessage[] {
    return this.messages(channel).filter((message) => message.ts === ts || message.thread_ts === ts)
  }

  addMessage(channel: string, message: SlackMessage): SlackMessage {
    this.#messages.set(channel, [...this.messages(channel), message])
    this.changes.record({ kind: 'message', channel, message })
    if (message.thread_ts && message.thread_ts !== message.ts) this.#countReplies(channel, message.thread_ts)
    return message
  }

  replaceMessage(channel: string, message: SlackMessage): SlackMessage {
    this.#messages.set(channel, withReplaced(this.messages(channel), message))
    this.changes.record({ kind: 'message', channel, message })
    return message
  }

  removeMessage(channel: string, message: SlackMessage): void {
    this.#messages.set(channel, withoutTs(this.messages(channel), message.ts))
    this.changes.record({ kind: 'message-gone', channel, ts: message.ts })
    if (message.thread_ts && message.thread_ts !== message.ts) this.#countReplies(channel, message.thread_ts)
  }

  #countReplies(channel: string, thread: string): void {
    const root = this.message(channel, thread)
    if (!root) return
    const replies = this.thread(channel, thread).filter((message) => message.ts !== thread)
    this.replaceMessage(channel, withReplyCounts(root, replies))
  }

  ephemerals(person: string): readonly Ephemeral[] {
    return this.#ephemerals.get(person) ?? []
  }

  addEphemeral(ephemeral: Ephemeral): Ephemeral {
    this.#ephemerals.set(ephemeral.to, [...this.ephemerals(ephemeral.to), ephemeral])
    this.changes.record({ kind: 'ephemeral', ephemeral })
    return ephemeral
  }

  replaceEphemeral(ephemeral: Ephemeral): Ephemeral {
    this.#ephemerals.set(ephemeral.to, withReplaced(this.ephemerals(ephemeral.to), ephemeral))
    this.changes.record({ kind: 'ephemeral', ephemeral })
    return ephemeral
  }

  removeEphemeral({ to, channel, ts }: Ephemeral): void {
    this.#ephemerals.set(to, withoutTs(this.ephemerals(to), ts))
    this.changes.record({ kind: 'ephemeral-gone', to, channel, ts })
  }

  /** What the workspace itself tells one person. */
  note(
    to: string,
    channel: string,
    text: string,
    more: { readonly thread_ts?: string; readonly blocks?: readonly SlackBlock[] } = {},
  ): Ephemeral {
    return this.addEphemeral({ ts: this.nextTs(), channel, to, user: workspaceUser, text, ...more })
  }

  /** The stack of modals that the person has open, the top one last. */
  views(person: string): readonly View[] {
    return this.#views.get(person) ?? []
  }

  setViews(person: string, views: readonly View[]): void {
    this.#views.set(person, views)
    this.changes.record({ kind: 'views', to: person, views })
  }

  /** Puts a modal in the place of the one with its id. */
  replaceView(person: string, view: View): void {
    this.setViews(
      person,
      this.views(person).map((open) => (open.id === view.id ? view : open)),
    )
  }

  /** The person who has the modal open, and it. */
  openView(id: string): { readonly person: string; readonly view: View } | undefined {
    for (const [person, views] of this.#views) {
      const view = views.find((open) => open.id === id)
      if (view) return { person, view }
    }
    return undefined
  }

  /** Suggested prompts of a direct message. */
  prompts(channel: string): Prompts | undefined {
    return this.#prompts.get(channel)
  }

  setPrompts(channel: string, prompts: Prompts): void {
    this.#prompts.set(channel, prompts)
    this.changes.record({ kind: 'prompts', channel, prompts })
  }

  connections(): number {
    return this.#connections
  }

  setConnections(count: number): void {
    this.#connections = count
    this.changes.record({ kind: 'connections', count })
  }

  /** What people who look at the page should know; empty if nothing. */
  notice(): string {
    return this.#notice
  }

  setNotice(text: string): void {
    if (text === this.#notice) return
    this.#notice = text
    this.changes.record({ kind: 'notice', text })
  }

  /** Tells the pages that the clock was set. */
  clockSet(): void {
    this.changes.record({ kind: 'clock', now: this.now() })
  }
}

function withReplaced<Item extends { readonly ts: string }>(items: readonly Item[], item: Item): Item[] {
  return items.map((other) => (other.ts === item.ts ? item : other))
}

function withoutTs<Item extends { readonly ts: string }>(items: readonly Item[], ts: string): Item[] {
  return items.filter((other) => other.ts !== ts)
}

/** A random id in Slack's form, e.g. `V0A1B2C3D4E`. */
export function newId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase()
}
