import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { median } from './percentiles.ts'

/** Milliseconds from the start of a process to its first line, and the resident megabytes it then has. */
export interface Sample {
  readonly ms: number
  readonly mb: number
}

export interface Life {
  /** Node and Bolt alone. */
  readonly bolt: Sample
  /** With no index kept. */
  readonly cold: Sample
  /** From the kept index. */
  readonly kept: Sample
  /** From the kept index, with one file changed since. */
  readonly changed: Sample
  /** Milliseconds from an edit until it is served by the running process. */
  readonly liveMs: number
  /** Megabytes of the opened notes and their index. */
  readonly memory: { readonly heap: number; readonly buffers: number }
}

const home = fileURLToPath(new URL('..', import.meta.url))

/** Starts Hallway on a copy of a corpus, again and again; medians of as many rounds. */
export async function measureLife(corpusFolder: string, rounds: number): Promise<Life> {
  const place = await makeTemporaryFolder('hallway-bench-')
  try {
    const corpus = join(place, 'corpus')
    await cp(corpusFolder, corpus, { recursive: true })
    // What has just been written is looked at again by the next start: that is another case than the ones here.
    await sleep(100)
    const edit = await editorOf(corpus)
    const env = (data: string) => ({
      ...environment,
      HALLWAY_CORPUS: corpus,
      HALLWAY_DATA: join(place, data),
    })
    const start = (data: string) => sample(['bin/hallway.mjs', 'start'], env(data))
    const bare = 'await import("@slack/bolt"); console.log("ready"); setInterval(() => {}, 1000)'
    // Compiled code is kept between starts, so one goes ahead.
    await start('warm-up')
    const bolt: Sample[] = []
    const cold: Sample[] = []
    const kept: Sample[] = []
    const changed: Sample[] = []
    for (let round = 0; round < rounds; round++) {
      bolt.push(await sample(['--input-type=module', '-e', bare], environment))
      cold.push(await start(`cold-${round}`))
      kept.push(await start('warm-up'))
    }
    for (let round = 0; round < rounds; round++) {
      await edit()
      await sleep(100)
      changed.push(await start('warm-up'))
    }
    const liveMs = await measureLive(env('warm-up'), edit)
    // Keeps the index of the last edit, so that the memory is that of a start without reading.
    await start('warm-up')
    return {
      bolt: medianOf(bolt),
      cold: medianOf(cold),
      kept: medianOf(kept),
      changed: medianOf(changed),
      liveMs,
      memory: measureMemory(env('warm-up')),
    }
  } finally {
    await rm(place, { recursive: true })
  }
}

/** A corpus of all talks of pyvideo, from a file of them as `hallway import` reads it. */
export async function importCorpus(file: string): Promise<string> {
  const folder = await makeTemporaryFolder('hallway-corpus-')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['bin/hallway.mjs', 'import', file, '--into', folder, '--yes'],
    { cwd: home, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${file} cannot be imported: ${stderr}`)
  return folder
}

const environment = {
  ...process.env,
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  HALLWAY_LOG_LEVEL: 'info',
  HALLWAY_PORT: '3987',
}

/** Changes a note of its own in the corpus, each time in another way. */
async function editorOf(corpus: string): Promise<() => Promise<void>> {
  const [event] = await readdir(corpus)
  const note = join(corpus, event!, 'bench-note.md')
  await mkdir(join(corpus, event!), { recursive: true })
  await writeFile(note, '---\ntitle: A note that changes\ntags: [bench]\n---\nIt changes.\n\n## Takeaways\n')
  let edits = 0
  return () => appendFile(note, `- Change ${++edits}.\n`)
}

async function sample(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Sample> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'ignore'] })
  await firstLine(child, child.stdout)
  const taken = { ms: performance.now() - from, mb: residentMegabytes(child) }
  await end(child)
  return taken
}

async function measureLive(env: NodeJS.ProcessEnv, edit: () => Promise<void>): Promise<number> {
  const child = spawn(process.execPath, ['bin/hallway.mjs', 'start'], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await firstLine(child, child.stdout)
  // The first look after the start is over by then.
  await sleep(2000)
  const from = performance.now()
  let said = ''
  const served = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Notes changed')) resolve()
    })
  })
  await edit()
  await served
  const ms = performance.now() - from
  await end(child)
  return ms
}

async function firstLine(child: ChildProcess, stream: NonNullable<ChildProcess['stdout']>): Promise<void> {
  await Promise.race([
    once(stream, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('Hallway ended before it was ready.')
    }),
  ])
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** What is still there after a garbage collection, beyond what an empty process has. */
function measureMemory(env: NodeJS.ProcessEnv): Life['memory'] {
  const script = `
    const { openLibrary } = await import('./src/library/library.ts')
    gc()
    const before = process.memoryUsage()
    const library = await openLibrary({ folder: process.env.HALLWAY_CORPUS, dataFolder: process.env.HALLWAY_DATA, log: console })
    await library.close()
    gc()
    const after = process.memoryUsage()
    console.log(JSON.stringify([after.heapUsed - before.heapUsed, after.arrayBuffers - before.arrayBuffers]))
    if (library.current().corpus.talks.length === 0) process.exit(1)`
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    cwd: home,
    env,
    encoding: 'utf8',
  })
  const [heap, buffers] = JSON.parse(stdout.trim().split('\n').at(-1)!) as [number, number]
  return { heap: heap / 1024 / 1024, buffers: buffers / 1024 / 1024 }
}

function residentMegabytes(child: ChildProcess): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).stdout) / 1024
}

function medianOf(samples: readonly Sample[]): Sample {
  return { ms: median(samples.map(({ ms }) => ms)), mb: median(samples.map(({ mb }) => mb)) }
}
