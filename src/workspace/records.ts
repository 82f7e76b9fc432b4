/** What the local workspace holds. Messages and views are kept in the very shape in which Slack sends them. */

/** JSON as it travels between app and workspace. */
export type Json = Readonly<Record<string, unknown>>

/** A Block Kit block that `checkMessage` or `checkView` has let through; each has its `block_id` by then. */
export interface SlackBlock extends Json {
  readonly type: string
  readonly block_id: string
}

export interface Person {
  readonly id: string
  /** The handle: lower case, no spaces. */
  readonly name: string
  readonly realName: string
  readonly isBot: boolean
}

export interface Channel {
  readonly id: string
  /** Without `#`; empty for a direct message. */
  readonly name: string
  readonly kind: 'channel' | 'im'
  readonly purpose: string
  /** Ids of people and of the bot. */
  readonly members: readonly string[]
  /** Seconds since 1970. */
  readonly created: number
}

export interface SlackMessage extends Json {
  readonly type: 'message'
  readonly ts: string
  readonly team: string
  readonly user: string
  readonly text: string
  readonly blocks?: readonly SlackBlock[]
  /** Set on replies and, once it has replies, on the first message of a thread. */
  readonly thread_ts?: string
  readonly bot_id?: string
  readonly client_msg_id?: string
  readonly edited?: { readonly user: string; readonly ts: string }
  readonly reply_count?: number
}

/** A message that one person alone sees. */
export interface Ephemeral {
  readonly ts: string
  readonly channel: string
  /** Who sees it. */
  readonly to: string
  /** Who says it: the bot, or `workspaceUser`. */
  readonly user: string
  readonly text: string
  readonly blocks?: readonly SlackBlock[]
  readonly thread_ts?: string
}

/** The workspace's own voice, as Slackbot is Slack's. */
export const workspaceUser = 'USLACKBOT'

interface PlainText {
  readonly type: 'plain_text'
  readonly text: string
  readonly emoji?: boolean
}

/** What people have put into a view's or message's inputs: block_id → action_id → value, in Slack's shape. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, Json>>>>

export interface View extends Json {
  readonly id: string
  readonly type: 'modal'
  readonly blocks: readonly SlackBlock[]
  readonly title?: PlainText
  readonly submit?: PlainText | null
  readonly close?: PlainText | null
  readonly callback_id: string
  readonly external_id: string
  readonly private_metadata: string
  readonly hash: string
  readonly state: { readonly values: InputValues }
  readonly root_view_id: string
  readonly previous_view_id: string | null
  /** Nothing is told of a modal that is closed: an app that wants it is refused. */
  readonly notify_on_close: false
  readonly clear_on_close: false
}

export interface Prompts {
  readonly title: string
  readonly prompts: readonly { readonly title: string; readonly message: string }[]
}

/** One thing that changed, as the page hears of it: the whole new value, or that it is gone. */
export type Change =
  | { readonly kind: 'message'; readonly channel: string; readonly message: SlackMessage }
  | { readonly kind: 'message-gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'ephemeral'; readonly ephemeral: Ephemeral }
  | { readonly kind: 'ephemeral-gone'; readonly to: string; readonly channel: string; readonly ts: string }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'views'; readonly to: string; readonly views: readonly View[] }
  | { readonly kind: 'prompts'; readonly channel: string; readonly prompts: Prompts }
  | { readonly kind: 'connections'; readonly count: number }
  /** What people who look at the page should know; empty if nothing. */
  | { readonly kind: 'notice'; readonly text: string }
  /** The clock was set: milliseconds since 1970. */
  | { readonly kind: 'clock'; readonly now: number }

export interface LoggedChange {
  /** Counts up by one from 1. */
  readonly seq: number
  readonly change: Change
}

/** Where the time comes from; milliseconds since 1970. */
export interface WorkspaceClock {
  now(): number
}
