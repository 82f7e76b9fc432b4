import type {
  Channel,
  Ephemeral,
  InputValues,
  Json,
  Person,
  Prompts,
  SlackMessage,
  View,
  WorkspaceClock,
} from '../records.ts'
import type { Action } from './acts/click.ts'
import type { Submission } from './acts/modal.ts'
import type { Timing } from './envelopes.ts'
import type { Handler } from './http-server.ts'
import type { ScheduledMessage } from './scheduled-messages.ts'
import type { SocketMode } from './socket-mode.ts'
import type { SettableClock } from './state/settable-clock.ts'

export interface WorkspaceOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The parsed manifest.yml of the app: what it may do here, as in Slack. */
  readonly manifest: unknown
  /** Slack's id of it. Default: `T0LOCAL001`. Channels and people have the same ids in each. */
  readonly teamId?: string
  /** Default: the system's. */
  readonly clock?: WorkspaceClock
  /** Default: Slack's. */
  readonly timing?: Partial<Timing>
  /** Asked for the fate of each call for which `fail` has none. */
  readonly faults?: (method: string) => Fault | undefined
  /** Whether calls that come faster than Slack allows are answered with 429. Default: false. */
  readonly paced?: boolean
}

/** A call of the Web API that the app made. */
export interface RecordedCall {
  readonly method: string
  readonly args: Json
  readonly answer: Json
}

/** How a call of the Web API is made to fail. */
export type Fault =
  /** With Slack's word for it. */
  | { readonly error: string }
  /** With an HTTP status; `accepted`: after the call took effect. */
  | { readonly status: number; readonly retryAfter?: number; readonly accepted?: boolean }
  /** Without an answer: the connection is reset, or stays open and silent. */
  | { readonly connection: 'reset' | 'hang'; readonly accepted: boolean }

/** Who does something; `You` if nothing is said. */
export interface By {
  readonly as?: Person
}

/**
 * A small Slack-compatible workspace on this machine, for the browser and for tests. Channels are named `#talks`, or
 * by their id; `dm` is the direct message with the app of whoever acts.
 */
export interface Workspace {
  /** The page, e.g. `http://127.0.0.1:3000`. */
  readonly url: string
  /** For the `slackApiUrl` of Slack's clients. */
  readonly apiUrl: string
  /** Answers a request as at these addresses, without a network. */
  readonly answer: Handler
  readonly botToken: string
  readonly appToken: string
  readonly teamId: string
  readonly botUserId: string
  readonly you: Person
  readonly colleague: Person

  say(channel: string, text: string, options?: By & { readonly thread?: string }): Promise<SlackMessage>
  edit(channel: string, ts: string, text: string, options?: By): Promise<SlackMessage>
  /** Resolves once the app acknowledged, or should have. */
  command(
    command: string,
    text: string,
    channel: string,
    options?: By & { readonly thread?: string },
  ): Promise<void>
  /** Clicks a button, or with `chosen` (in Slack's shape, e.g. `{selected_option: …}`) makes a choice. */
  click(
    where: SlackMessage | Ephemeral | View,
    actionId: string,
    options?: By & Pick<Action, 'blockId' | 'chosen' | 'values'>,
  ): Promise<void>
  submit(view: View, values?: InputValues, options?: By): Promise<Submission>
  closeView(view: View, options?: By): void
  openMessagesTab(options?: By): void
  openHomeTab(options?: By): void

  /** Shows a line to all who look at the page; an empty one takes it away. */
  setNotice(text: string): void
  /** The time here, and how it is set forward. */
  readonly clock: SettableClock
  /** A further channel with everybody in it. */
  addChannel(name: string): Channel
  channel(name: string, options?: By): Channel
  messages(channel: string, options?: By): readonly SlackMessage[]
  thread(channel: string, ts: string, options?: By): readonly SlackMessage[]
  /** What one person alone sees, in a channel or everywhere. */
  ephemerals(channel?: string, options?: By): readonly Ephemeral[]
  views(options?: By): readonly View[]
  prompts(options?: By): Prompts | undefined

  /** Messages that wait for their time, soonest first. */
  scheduled(): readonly ScheduledMessage[]
  calls(method?: string): readonly RecordedCall[]
  /** The next calls of the method fail so, one fault each. */
  fail(method: string, ...faults: readonly Fault[]): void
  readonly socket: Pick<SocketMode, 'connected' | 'refresh' | 'drop' | 'pending'>
  connections(): number
  /**
   * Resolves with the first value that is neither undefined nor false, asked for again after every change, call and
   * acknowledgement.
   */
  until<T>(value: () => T | undefined | false, what: string, timeoutMillis?: number): Promise<T>
  close(): Promise<void>
}
