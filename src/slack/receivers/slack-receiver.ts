import type { Receiver } from '@slack/bolt'

/** One of the two ways in which Slack's events arrive. */
export interface SlackReceiver extends Receiver {
  /** Whether they can arrive at this moment: the socket was greeted by Slack, or the port is listened on. */
  isReceiving(): boolean
  /** It will stop soon: from now on senders are told to go elsewhere, if there is a way to tell them. */
  drain?(): void
}
