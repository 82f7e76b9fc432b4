import { fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs a module as a process of its own, with its orders as JSON on the command line, and waits for the one message that it sends.
 * Such a process can collect its garbage before it is measured.
 */
export async function askChild<Figures>(module: string, orders: unknown): Promise<Figures> {
  const child = fork(module, [JSON.stringify(orders)], { execArgv: ['--expose-gc'] })
  const over = new AbortController()
  const died = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('A process that is measured ended too early.')
  })
  try {
    const [figures] = (await Promise.race([once(child, 'message', { signal: over.signal }), died])) as [
      Figures,
    ]
    return figures
  } finally {
    over.abort()
    await died.catch(() => {})
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}
