import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import type { Reading } from './probe.ts'

/** What a process has at a moment; file descriptors if the system tells (Linux). */
export type Measured = Reading & { readonly files: number | undefined }

/** Hallway as people run it, with a probe in it. */
export interface HallwayProcess {
  measure(how?: 'quietly'): Promise<Measured>
  /** Resolves when it says this, after now. */
  says(words: RegExp): Promise<void>
  /** Ends it by SIGTERM; resolves to its exit code. */
  stop(): Promise<number | null>
}

export interface HallwayOrders {
  readonly workspace: Workspace
  readonly corpus: string
  readonly dataFolder: string
}

export async function startHallway({
  workspace,
  corpus,
  dataFolder,
}: HallwayOrders): Promise<HallwayProcess> {
  const probe = fileURLToPath(new URL('probe.ts', import.meta.url))
  const cli = new URL('../../src/cli.ts', import.meta.url).href
  const script = `(await import('${cli}')).run(['start'])`
  const options = ['--expose-gc', '--import', probe, '--input-type=module', '-e', script]
  const child = spawn(process.execPath, options, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      HALLWAY_SLACK_API_URL: workspace.apiUrl,
      HALLWAY_CORPUS: corpus,
      HALLWAY_DATA: dataFolder,
    },
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const waiting = new Set<{ readonly words: RegExp; readonly resolve: () => void }>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (/^(?:warn|error)/.test(line)) console.log(`  ${line}`)
      for (const each of waiting) {
        if (!each.words.test(text)) continue
        waiting.delete(each)
        each.resolve()
      }
    })
  }
  const says = (words: RegExp) =>
    Promise.race([
      new Promise<void>((resolve) => waiting.add({ words, resolve })),
      exited.then(() => {
        throw new Error('Hallway ended.')
      }),
    ])
  await says(/Connected to Slack/)
  return {
    says,
    async measure(how) {
      child.send(how ?? 'measure')
      const [reading] = (await once(child, 'message')) as [Reading]
      return { ...reading, files: filesOf(child.pid) }
    },
    async stop() {
      child.kill('SIGTERM')
      return (await exited)[0]
    },
  }
}

function filesOf(pid: number | undefined): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return undefined
  }
}
