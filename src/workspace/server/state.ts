import { randomBytes } from 'node:crypto'
import type {
  Change,
  Channel,
  Ephemeral,
  LoggedChange,
  Person,
  Prompts,
  SlackBlock,
  SlackMessage,
  View,
  WorkspaceClock,
} from '../records.ts'
import { workspaceUser } from '../records.ts'
import type { AppDescription } from './manifest.ts'

/** How many changes are kept for pages that were away; one that was away for longer starts afresh. */
const maxLoggedChanges = 2_000

/**
 * All that the workspace knows, in memory. Values are replaced, never changed in place; every replacement is logged,
 * and whoever subscribed hears of it.
 */
export class WorkspaceState {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly app: { readonly id: string; readonly botId: string; readonly name: string }
  readonly bot: Person
  readonly you: Person
  readonly colleague: Person
  readonly people: readonly Person[]
  /** Seconds since 1970 at which the workspace was opened. */
  readonly since: number
  readonly #clock: WorkspaceClock
  readonly #channels = new Map<string, Channel>()
  readonly #messages = new Map<string, readonly SlackMessage[]>()
  readonly #ephemerals = new Map<string, readonly Ephemeral[]>()
  readonly #views = new Map<string, readonly View[]>()
  readonly #homes = new Map<string, View>()
  readonly #prompts = new Map<string, Prompts>()
  readonly #statuses = new Map<string, string>()
  #connections = 0
  #notice = ''
  #lastTs = 0n
  #seq = 0
  #log: readonly LoggedChange[] = []
  readonly #listeners = new Set<(change: LoggedChange) => void>()

  constructor(description: AppDescription, clock: WorkspaceClock, teamId = 'T0LOCAL001') {
    this.team = { id: teamId, name: 'Local workspace', domain: 'local' }
    this.#clock = clock
    this.since = Math.floor(clock.now() / 1000)
    this.app = { id: 'A0LOCAL001', botId: 'B0LOCAL001', name: description.name }
    this.bot = { id: 'U0LOCALBOT', name: asHandle(description.name), realName: description.name, isBot: true }
    this.you = { id: 'U0LOCAL001', name: 'you', realName: 'You', isBot: false }
    this.colleague = { id: 'U0LOCAL002', name: 'robin', realName: 'Robin', isBot: false }
    this.people = [this.you, this.colleague, this.bot]
    const humans = [this.you.id, this.colleague.id]
    const channel = (id: string, name: string, purpose: string, members: readonly string[]): void => {
      this.#channels.set(id, {
        id,
        name,
        kind: name === '' ? 'im' : 'channel',
        purpose,
        members,
        created: this.since,
      })
    }
    channel('C0LOCAL001', 'general', 'Everything that concerns everyone', [...humans, this.bot.id])
    channel('C0LOCAL002', 'talks', 'Conference talks: what we saw and what we learnt', [
      ...humans,
      this.bot.id,
    ])
    channel('C0LOCAL003', 'random', 'Everything else', humans)
    channel('D0LOCAL001', '', '', [this.you.id, this.bot.id])
    channel('D0LOCAL002', '', '', [this.colleague.id, this.bot.id])
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
    this.#record({ kind: 'channel', channel })
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
    this.#record({ kind: 'channel', channel: joined })
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
    this.#record({ kind: 'message', channel, message })
    if (message.thread_ts && message.thread_ts !== message.ts) this.#countReplies(channel, message.thread_ts)
    return message
  }

  replaceMessage(channel: string, message: SlackMessage): SlackMessage {
    this.#messages.set(
      channel,
      this.messages(channel).map((other) => (other.ts === message.ts ? message : other)),
    )
    this.#record({ kind: 'message', channel, message })
    return message
  }

  removeMessage(channel: string, message: SlackMessage): void {
    this.#messages.set(
      channel,
      this.messages(channel).filter((other) => other.ts !== message.ts),
    )
    this.#record({ kind: 'message-gone', channel, ts: message.ts })
    if (message.thread_ts && message.thread_ts !== message.ts) this.#countReplies(channel, message.thread_ts)
  }

  #countReplies(channel: string, thread: string): void {
    const root = this.message(channel, thread)
    if (!root) return
    const replies = this.thread(channel, thread).filter((message) => message.ts !== thread)
    const {
      thread_ts: _,
      reply_count: __,
      reply_users: ___,
      reply_users_count: ____,
      latest_reply: _____,
      ...bare
    } = root
    const users = [...new Set(replies.map((reply) => reply.user))]
    const counted = {
      thread_ts: thread,
      reply_count: replies.length,
      reply_users: users,
      reply_users_count: users.length,
      latest_reply: replies.at(-1)?.ts ?? thread,
    }
    // What is spread from Message is a Message again; its index signature hides that from the compiler.
    this.replaceMessage(channel, (replies.length > 0 ? { ...bare, ...counted } : bare) as SlackMessage)
  }

  ephemerals(person: string): readonly Ephemeral[] {
    return this.#ephemerals.get(person) ?? []
  }

  addEphemeral(ephemeral: Ephemeral): Ephemeral {
    this.#ephemerals.set(ephemeral.to, [...this.ephemerals(ephemeral.to), ephemeral])
    this.#record({ kind: 'ephemeral', ephemeral })
    return ephemeral
  }

  replaceEphemeral(ephemeral: Ephemeral): Ephemeral {
    this.#ephemerals.set(
      ephemeral.to,
      this.ephemerals(ephemeral.to).map((other) => (other.ts === ephemeral.ts ? ephemeral : other)),
    )
    this.#record({ kind: 'ephemeral', ephemeral })
    return ephemeral
  }

  removeEphemeral({ to, channel, ts }: Ephemeral): void {
    this.#ephemerals.set(
      to,
      this.ephemerals(to).filter((other) => other.ts !== ts),
    )
    this.#record({ kind: 'ephemeral-gone', to, channel, ts })
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
    this.#record({ kind: 'views', to: person, views })
  }

  /** The person who has the modal open, and it. */
  openView(matches: (view: View) => boolean): { readonly person: string; readonly view: View } | undefined {
    for (const [person, views] of this.#views) {
      const view = views.find(matches)
      if (view) return { person, view }
    }
    return undefined
  }

  home(person: string): View | undefined {
    return this.#homes.get(person)
  }

  setHome(person: string, view: View): void {
    this.#homes.set(person, view)
    this.#record({ kind: 'home', to: person, view })
  }

  /** Suggested prompts of a direct message, or of one thread in it. */
  prompts(channel: string, thread = ''): Prompts | undefined {
    return this.#prompts.get(`${channel}/${thread}`)
  }

  setPrompts(channel: string, thread: string, prompts: Prompts): void {
    this.#prompts.set(`${channel}/${thread}`, prompts)
    this.#record({ kind: 'prompts', channel, thread, prompts })
  }

  /** What the app says that it is doing in a thread; empty when it is doing nothing. */
  status(channel: string, thread: string): string {
    return this.#statuses.get(`${channel}/${thread}`) ?? ''
  }

  setStatus(channel: string, thread: string, status: string): void {
    if (this.status(channel, thread) === status) return
    this.#statuses.set(`${channel}/${thread}`, status)
    this.#record({ kind: 'status', channel, thread, status })
  }

  connections(): number {
    return this.#connections
  }

  setConnections(count: number): void {
    this.#connections = count
    this.#record({ kind: 'connections', count })
  }

  setNotice(text: string): void {
    if (text === this.#notice) return
    this.#notice = text
    this.#record({ kind: 'notice', text })
  }

  /** Tells the pages that the clock was set. */
  clockSet(): void {
    this.#record({ kind: 'clock', now: this.now() })
  }

  /** All that a page needs to show the workspace to a person, as of `seq`. */
  snapshot(person: string) {
    const channels = this.channelsOf(person)
    return {
      seq: this.#seq,
      team: this.team,
      me: person,
      people: this.people,
      channels,
      messages: Object.fromEntries(channels.map((channel) => [channel.id, this.messages(channel.id)])),
      ephemerals: this.ephemerals(person),
      views: this.views(person),
      home: this.home(person) ?? null,
      prompts: channels.flatMap((channel) =>
        this.#inChannel(this.#prompts, channel.id).map(([thread, prompts]) => ({
          channel: channel.id,
          thread,
          prompts,
        })),
      ),
      statuses: channels.flatMap((channel) =>
        this.#inChannel(this.#statuses, channel.id).map(([thread, status]) => ({
          channel: channel.id,
          thread,
          status,
        })),
      ),
      connections: this.#connections,
      notice: this.#notice,
      now: this.now(),
    }
  }

  #inChannel<T>(
    map: ReadonlyMap<string, T>,
    channel: string,
  ): readonly (readonly [thread: string, value: T])[] {
    return [...map]
      .filter(([key]) => key.startsWith(`${channel}/`))
      .map(([key, value]) => [key.slice(channel.length + 1), value])
  }

  /** Whether the change concerns the person. */
  concerns(change: Change, person: string): boolean {
    if ('to' in change) return change.to === person
    if (change.kind === 'ephemeral') return change.ephemeral.to === person
    if (change.kind === 'connections' || change.kind === 'notice' || change.kind === 'clock') return true
    const id = change.kind === 'channel' ? change.channel.id : change.channel
    return this.channel(id)?.members.includes(person) ?? false
  }

  /** The changes after `seq`, or undefined if they are no longer all kept. */
  changesSince(seq: number): readonly LoggedChange[] | undefined {
    if (seq > this.#seq || seq < this.#seq - this.#log.length) return undefined
    return this.#log.filter((logged) => logged.seq > seq)
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (change: LoggedChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #record(change: Change): void {
    this.#seq += 1
    const logged = { seq: this.#seq, change }
    this.#log = [...this.#log.slice(-maxLoggedChanges + 1), logged]
    for (const listener of [...this.#listeners]) listener(logged)
  }
}

/** A random id in Slack's form, e.g. `V0A1B2C3D4E`. */
export function newId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase()
}

/** A name as a handle: what people type after `@`. */
function asHandle(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
}
