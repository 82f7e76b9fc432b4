import { footnote, type Message } from '../blocks/message.ts'

const hourMs = 60 * 60_000

/**
 * The reply, with a word before it if Slack brought the message hours late, as it does after an outage.
 * @param ts the message's: seconds since the epoch
 * @param now milliseconds since the epoch
 */
export function explainDelay(reply: Message, ts: string, now: number): Message {
  const hours = Math.floor((now - Number(ts) * 1000) / hourMs)
  if (!(hours >= 1)) return reply
  const ago = hours === 1 ? 'an hour' : hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
  const words = `You wrote this ${ago} ago. It has only just reached me, sorry for the delay.`
  return { ...reply, text: `${words} ${reply.text}`, blocks: [...footnote(words), ...reply.blocks] }
}
