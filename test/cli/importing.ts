import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { importTalks } from '../../src/cli/import.ts'
import type { TalkRecord } from '../../src/notes/talk-record.ts'
import { collecting } from '../helpers/collecting.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A corpus in a folder of its own, and `hallway import` into it. */
export interface Importing {
  readonly folder: string
  readonly corpus: string
  readonly run: (...argv: readonly string[]) => Promise<Run>
  /** The same on a terminal, at which a person answers; a function is called when the question appears. */
  readonly runOnTerminal: (
    answer: string | (() => string | Promise<string>),
    ...argv: readonly string[]
  ) => Promise<Run>
  /** Writes a file to import, and gives its path. */
  readonly input: (content: string, name?: string) => Promise<string>
  readonly records: (event?: string) => Promise<readonly TalkRecord[]>
}

export function createImporting(): Importing {
  const folder = temporaryFolder()
  const corpus = join(folder, 'corpus')
  type Output = ReturnType<typeof collecting>
  async function runWith(stdin: Readable, out: Output, err: Output, argv: readonly string[]): Promise<Run> {
    const streams = { stdin, stdout: out.stream, stderr: err.stream }
    const code = await importTalks({ argv, corpusFolder: corpus, ...streams })
    return { code, out: out.text(), err: err.text() }
  }
  return {
    folder,
    corpus,
    async run(...argv) {
      return runWith(Readable.from([]), collecting(), collecting(), argv)
    },
    async runOnTerminal(answer, ...argv) {
      const stdin = Object.assign(new PassThrough(), { isTTY: true as const })
      const onText = (text: string) => {
        if (text.includes('[y/N]'))
          void Promise.resolve(typeof answer === 'string' ? answer : answer()).then((typed) =>
            stdin.write(typed),
          )
      }
      return runWith(stdin, collecting({ isTTY: true, onText }), collecting({ isTTY: true }), argv)
    },
    async input(content, name = 'talks.jsonl') {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    records: async (event = 'engines-2018') =>
      (await readFile(join(corpus, event, 'talks.jsonl'), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text)),
  }
}

/** A line of pyvideo's JSON. */
export const line = (id: string, more: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify({ id, event: 'Engines 2018', title: `About ${id.replace(/.*\//, '')}`, videos: [], recorded: '2018-02-03', description: `All there is to say about ${id}, in one long enough sentence.`, ...more })}\n`

export const lines = (...ids: readonly string[]) => ids.map((id) => line(`engines-2018/${id}`)).join('')
