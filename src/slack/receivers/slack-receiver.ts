import type { Receiver } from '@slack/bolt'

/** One of the two ways in which Slack's events arrive. */
export interface SlackReceiver extends Receiver {
  /** Whether they can arrive at this moment: the socket was greeted by Slack, or the port is listened on. */
  isReceiving(): boolean
  /** Soon it stops: whoever sends to it is told to go elsewhere, as far as there is a way to. */
  drain?(): void
}
