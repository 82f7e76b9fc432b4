import { existsSync, readFileSync, statSync } from 'node:fs'
import { allPeers } from '../peers/all-peers.ts'
import type { Peer, PeerIndex, SearchDocument } from '../peers/peer.ts'
import type { Asking, Built, Loaded, SpeedReply, SpeedRequest, Timed } from './messages.ts'

/**
 * A process that holds one engine and nothing else: its memory is the engine's, and no engine runs in code that the
 * compiler has optimized for another. Run with `--expose-gc`; the engine's name is the argument.
 */
const peer = await allPeers[process.argv[2]!]!()
let documents: SearchDocument[] = []
let index: PeerIndex | undefined

process.on('message', async (request: SpeedRequest) => {
  process.send!(await answer(request).catch((error: Error): SpeedReply => ({ error: error.message })))
})
process.send!({ ready: true })

async function answer(request: SpeedRequest): Promise<SpeedReply> {
  switch (request.do) {
    case 'build':
      return build(peer, request)
    case 'load':
      return load(peer, request)
    case 'ask':
      return ask(index!, request)
  }
}

async function build(
  peer: Peer,
  { documentsFile, indexFile }: Extract<SpeedRequest, { do: 'build' }>,
): Promise<Built> {
  documents = readDocuments(documentsFile)
  peer.prepare?.(documents)
  collectGarbage()
  const start = performance.now()
  const built = await peer.build(documents)
  const buildMs = performance.now() - start
  await built.save?.(indexFile)
  const peakMb = peakMegabytes()
  return { buildMs, peakMb, diskMb: built.save ? statSync(indexFile).size / 2 ** 20 : undefined }
}

async function load(peer: Peer, request: Extract<SpeedRequest, { do: 'load' }>): Promise<Loaded> {
  documents = readDocuments(request.documentsFile)
  peer.prepare?.(documents)
  collectGarbage()
  const before = process.memoryUsage()
  const start = performance.now()
  index = await peer.load(request.indexFile, documents)
  const loadMs = performance.now() - start
  await index.search(request.firstQuery, 10)
  const firstAnswerMs = performance.now() - start
  collectGarbage()
  const after = process.memoryUsage()
  // The documents stay referenced by this module throughout, so they are in both counts and cancel out.
  return {
    loadMs,
    firstAnswerMs,
    heapMb: (after.heapUsed + after.external - before.heapUsed - before.external) / 2 ** 20,
    rssMb: (after.rss - before.rss) / 2 ** 20,
  }
}

async function ask(index: PeerIndex, { queries, budgetMs, limit, how }: Asking): Promise<Timed> {
  const search = (how === 'answer' && index.answer) || index.search
  const times: number[] = []
  const end = performance.now() + budgetMs
  for (const query of queries) {
    const start = performance.now()
    if (start > end) break
    try {
      await search(query, limit)
    } catch {
      // Refusing a query takes its time too; quality.ts counts what is refused.
    }
    times.push(performance.now() - start)
  }
  return { times }
}

function readDocuments(file: string): SearchDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as SearchDocument)
}

function collectGarbage(): void {
  for (let i = 0; i < 3; i++) globalThis.gc!()
}

/** of this process alone, if Linux tells it, since the usual figure begins with what the parent had. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Number(kilobytes) / 1024
}
