import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts'
import { freePort } from '../../test/helpers/free-port.ts'
import { firstMessage } from '../first-message.ts'
import { type Asker, openAsker } from './asker.ts'
import type { AppKind, AppOrders, Usage } from './orders.ts'

/** Apps that are asked, and the processor time that they take, in milliseconds since their start. */
export interface AskedApp extends Pick<Asker, 'ask'> {
  processorMs(): Promise<number>
}

/** An app in a process of its own, with a Slack that is here. */
export interface AppProcess extends AskedApp {
  readonly kind: AppKind
  stop(): Promise<void>
}

export async function startAppProcess(kind: AppKind, corpusFolder: string): Promise<AppProcess> {
  const dataFolder = await makeTemporaryFolder('hallway-bench-')
  const [port, signingSecret] = [await freePort(), 'bench']
  const asker = await openAsker([port], signingSecret)
  const { slackApiUrl } = asker
  const orders: AppOrders = {
    ...{ kind, corpusFolder, dataFolder, slackApiUrl, port, signingSecret },
    botToken: 'xoxb-bench',
  }
  const child = fork(join(import.meta.dirname, 'app-child.ts'), [JSON.stringify(orders)])
  await firstMessage(child)

  return {
    kind,
    ask: asker.ask,
    async processorMs() {
      child.send('usage')
      const [usage] = (await once(child, 'message')) as [Usage]
      return usage.processorMs
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
      asker.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}
