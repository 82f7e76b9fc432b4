/** Hallway as people run it: a process of its own, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished } from 'vitest'
import type { ServeLimits } from '../../src/serve.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

export interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  /** Without what tells how far a start is, which only a slow one says. */
  readonly lines: () => readonly string[]
  /** Resolves once the output has the text. */
  says(text: string | RegExp): Promise<void>
  exitCode(): Promise<number | null>
  /** The signal that ended it. */
  endedBy(): Promise<NodeJS.Signals | null>
}

export const note = `---
title: Queues that forgive
speakers: [{ name: Ada Pier }]
tags: [queues]
---
Every queue delivers twice some day.

## Takeaways
- Give each job a key.
`

export const folderWithNotes = () =>
  writeFolder({
    'corpus/harbour-2019/event.yml': 'name: HarbourConf 2019\n',
    'corpus/harbour-2019/queues.md': note,
  })

export const source = (file: string) => new URL(`../../src/${file}`, import.meta.url).href

/** A script that starts Hallway with such limits, in milliseconds. Default: what a busy machine needs at most. */
export const startWithin = (limits: Partial<ServeLimits> = {}): string =>
  `process.exitCode = await (await import('${source('main.ts')}')).start(process.env, ${JSON.stringify({ ...patience, ...limits })})`

const patience: ServeLimits = { maxStopMs: 60_000, maxClaimMs: 60_000 }

const progress = /^info: \w+ [\d,]+ of [\d,]+ \w+ …$/

/**
 * Starts Hallway, or a script that does; it is killed when the test ends.
 * @param output where it writes to. Default: to who runs it
 */
export async function run(
  env: Readonly<Record<string, string>>,
  cwd?: string,
  script = `(await import('${source('cli.ts')}')).run(['start'])`,
  output: 'pipe' | number = 'pipe',
): Promise<Run> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: cwd ?? folderWithNotes(),
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', output, output],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  const exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return {
    child,
    output: () => said,
    lines: () => said.split('\n').filter((line) => line !== '' && !progress.test(line)),
    says: (text) => expect.poll(() => said).toMatch(text),
    exitCode: async () => (await exited)[0],
    endedBy: async () => (await exited)[1],
  }
}
