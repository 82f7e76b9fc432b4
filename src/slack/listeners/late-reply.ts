import { footnote, type Message } from '../blocks/message.ts'
import { interruptedIn } from '../deliveries/take-over.ts'

type Context = Parameters<typeof interruptedIn>[0]

export const hourMs = 60 * 60_000

/**
 * The reply, with a line above it if it comes late: Slack delivered the message hours later, as it does after an outage, or the
 * process that was answering it ended.
 * @param ts the message's: seconds since the epoch
 * @param now milliseconds since the epoch
 */
export function explainDelay(reply: Message, ts: string, now: number, context: Context): Message {
  const hours = Math.floor((now - Number(ts) * 1000) / hourMs)
  if (interruptedIn(context) !== undefined || !(hours >= 1)) return explainRestart(reply, context)
  return after(
    `You wrote this ${durationInWords(hours)} ago. It has only just reached me, sorry for the delay.`,
    reply,
  )
}

/** @param hours whole ones */
export function durationInWords(hours: number): string {
  return hours <= 1 ? 'an hour' : hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}

/** The reply, with a line above it if the process that was answering ended. */
export function explainRestart(reply: Message, context: Context): Message {
  return interruptedIn(context) === undefined ? reply : after(restarted, reply)
}

const restarted = 'I was restarted while I was answering this, sorry for the wait.'

const after = (words: string, reply: Message): Message => ({
  ...reply,
  text: `${words} ${reply.text}`,
  blocks: [...footnote(words), ...reply.blocks],
})
