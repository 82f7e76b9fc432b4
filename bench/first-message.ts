import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a process of ours says first. @throws if it ends before */
export async function firstMessage<Message>(child: ChildProcess): Promise<Message> {
  const over = new AbortController()
  const died = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('A process that is measured ended too early.')
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), died])
    return message as Message
  } finally {
    over.abort()
    await died.catch(() => {})
  }
}
