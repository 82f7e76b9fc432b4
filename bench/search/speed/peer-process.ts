import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../../../src/files/temporary-folder.ts'
import type { SearchDocument } from '../peers/peer.ts'
import type { Asking, Built, Loaded, SpeedRequest, Timed } from './messages.ts'

/**
 * Peers over the same documents, each in processes of its own.
 * @param keys of `allPeers`
 */
export async function withPeers<Result>(
  keys: readonly string[],
  documents: readonly SearchDocument[],
  use: (peers: readonly PeerProcess[]) => Promise<Result>,
): Promise<Result> {
  const folder = await makeTemporaryFolder('hallway-bench-')
  const documentsFile = join(folder, 'documents.jsonl')
  writeFileSync(documentsFile, documents.map((document) => JSON.stringify(document)).join('\n'))
  const peers = keys.map((key) => new PeerProcess(key, documentsFile, join(folder, `${key}.index`)))
  try {
    return await use(peers)
  } finally {
    for (const peer of peers) peer.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each round begins with another peer, so that none always runs after the same neighbour. */
export function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}

/** One peer. After a failure it does nothing more, and answers undefined. */
export class PeerProcess {
  readonly key: string
  readonly #files: { readonly documentsFile: string; readonly indexFile: string }
  #child: ChildProcess | undefined
  #error: string | undefined

  constructor(key: string, documentsFile: string, indexFile: string) {
    this.key = key
    this.#files = { documentsFile, indexFile }
  }

  /** Why it does nothing more. */
  get error(): string | undefined {
    return this.#error
  }

  /** Builds and saves, in a new process. */
  async build(): Promise<Built | undefined> {
    return this.#inNewProcess<Built>({ do: 'build', ...this.#files })
  }

  /** Loads what was saved, in a new process, which then answers. */
  async load(firstQuery: string): Promise<Loaded | undefined> {
    return this.#inNewProcess<Loaded>({ do: 'load', ...this.#files, firstQuery })
  }

  /** Milliseconds by query; fewer than the queries if the budget ran out. */
  async ask(asking: Asking): Promise<readonly number[] | undefined> {
    return (await this.#request<Timed>({ do: 'ask', ...asking }))?.times
  }

  stop(): void {
    this.#child?.kill()
    this.#child = undefined
  }

  async #inNewProcess<Reply>(request: SpeedRequest): Promise<Reply | undefined> {
    if (this.#error !== undefined) return undefined
    this.stop()
    this.#child = fork(join(import.meta.dirname, 'peer-child.ts'), [this.key], {
      execArgv: ['--expose-gc', '--max-old-space-size=12288'],
    })
    await once(this.#child, 'message')
    return this.#request<Reply>(request)
  }

  /** Undefined, and the reason kept, if the process answers with an error or dies. */
  async #request<Reply>(request: SpeedRequest): Promise<Reply | undefined> {
    const child = this.#child
    if (this.#error !== undefined || child === undefined) return undefined
    const over = new AbortController()
    const died = once(child, 'exit', { signal: over.signal }).then(([code, signal]) => [
      { error: `the process ended (${signal ?? `exit code ${code}`})` },
    ])
    const answered = once(child, 'message', { signal: over.signal })
    child.send(request)
    const [reply] = (await Promise.race([answered, died])) as [Reply | { readonly error: string }]
    over.abort()
    await Promise.allSettled([answered, died])
    if (typeof reply === 'object' && reply !== null && 'error' in reply) {
      this.#error = reply.error
      this.stop()
      return undefined
    }
    return reply as Reply
  }
}
