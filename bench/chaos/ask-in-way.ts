import type { Workspace } from '../../src/workspace/server/open-workspace.ts'

/** The ways to ask. */
export const waysToAsk = ['mention', 'message', 'command'] as const
export type WayToAsk = (typeof waysToAsk)[number]

/** A question that was asked. */
interface AskedPlace {
  /** Where it stands: `channel:ts`, or of a command its channel. */
  readonly place: string
  /** Undefined of a command, which leaves no message. */
  readonly ts: string | undefined
}

/** Asks in a channel; a message goes to the direct message instead. */
export async function askInWay(workspace: Workspace, way: WayToAsk, channel: string): Promise<AskedPlace> {
  if (way === 'command') {
    await workspace.command('/talks', 'queues', channel)
    return { place: channel, ts: undefined }
  }
  if (way === 'message') {
    const { ts } = await workspace.say('dm', 'queues')
    return { place: `${workspace.channel('dm').id}:${ts}`, ts }
  }
  const { ts } = await workspace.say(channel, '@Hallway queues')
  return { place: `${channel}:${ts}`, ts }
}

/** Whether these are the private words that an answer may be missing. */
export const isDoubt = (text: string): boolean => /If you do not see/.test(text)

/** Slack's methods that show somebody something. */
export const showingMethods: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral'])
