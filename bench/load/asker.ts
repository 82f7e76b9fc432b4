import { openFakeSlack, type Posted } from './fake-slack.ts'
import { channelOf, createSender } from './sender.ts'

/** What became of one message, in milliseconds from when it was due. */
export interface Outcome {
  readonly ackMs: number
  /** Undefined if nothing was posted in time. */
  readonly posted: { readonly what: Posted; readonly ms: number } | undefined
}

/** Who asks: posts events as Slack does, and is the Slack that answers go to. */
export interface Asker {
  /** Where apps call Slack. */
  readonly slackApiUrl: string
  /**
   * Asks, and waits for what is posted. Several ports are asked by turns.
   * @param due when it should have been asked, by `performance.now()`. Default: now.
   */
  ask(text: string, due?: number): Promise<Outcome>
  close(): void
}

/** After this a message counts as lost. */
const patienceMs = 30_000

/** @param ports where apps listen, or will, that take what is posted to `/slack/events` */
export async function openAsker(ports: readonly number[], signingSecret: string): Promise<Asker> {
  const waiting = new Map<string, (posted: Posted) => void>()
  const slack = await openFakeSlack((channel, posted) => waiting.get(channel)?.(posted))
  const senders = ports.map((port) => createSender({ port, signingSecret }))
  let asked = 0

  async function posted(channel: string, due: number): Promise<Outcome['posted']> {
    const { promise, resolve } = Promise.withResolvers<Posted | undefined>()
    waiting.set(channel, resolve)
    const timer = setTimeout(() => resolve(undefined), patienceMs)
    const what = await promise
    const ms = performance.now() - due
    clearTimeout(timer)
    waiting.delete(channel)
    return what && { what, ms }
  }

  return {
    slackApiUrl: slack.apiUrl,
    async ask(text, due = performance.now()) {
      const number = ++asked
      const isPosted = posted(channelOf(number), due)
      await senders[number % senders.length]!.send({ number, text })
      const ackMs = performance.now() - due
      return { ackMs, posted: await isPosted }
    },
    close() {
      for (const sender of senders) sender.close()
      slack.close()
    },
  }
}
