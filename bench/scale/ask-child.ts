import { fork } from 'node:child_process'
import { once } from 'node:events'
import { firstMessage } from '../first-message.ts'

/**
 * Runs a module as a process of its own, with its orders as JSON on the command line, and waits for the one message that it sends.
 * Such a process can collect its garbage before it is measured.
 */
export async function askChild<Figures>(module: string, orders: unknown): Promise<Figures> {
  const child = fork(module, [JSON.stringify(orders)], { execArgv: ['--expose-gc'] })
  try {
    return await firstMessage<Figures>(child)
  } finally {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}
