import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { importTalks } from '../../src/cli/import.ts'
import type { TalkRecord } from '../../src/notes/talk-record.ts'
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
  return {
    folder,
    corpus,
    async run(...argv) {
      const [stdout, out] = collector()
      const [stderr, err] = collector()
      const code = await importTalks({ argv, corpusFolder: corpus, stdin: Readable.from([]), stdout, stderr })
      return { code, out: out(), err: err() }
    },
    async runOnTerminal(answer, ...argv) {
      const stdin = Object.assign(new PassThrough(), { isTTY: true as const })
      const [stdout, out] = collector(true, (text) => {
        if (text.includes('[y/N]'))
          void Promise.resolve(typeof answer === 'string' ? answer : answer()).then((typed) =>
            stdin.write(typed),
          )
      })
      const [stderr, err] = collector(true)
      const code = await importTalks({ argv, corpusFolder: corpus, stdin, stdout, stderr })
      return { code, out: out(), err: err() }
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

function collector(isTTY = false, onText: (text: string) => void = () => {}) {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      onText(String(chunk))
      done()
    },
  })
  return [Object.assign(stream, { isTTY }), () => text] as const
}

/** A line of pyvideo's JSON. */
export const line = (id: string, more: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify({ id, event: 'Engines 2018', title: `About ${id.replace(/.*\//, '')}`, videos: [], recorded: '2018-02-03', description: `All there is to say about ${id}, in one long enough sentence.`, ...more })}\n`

export const lines = (...ids: readonly string[]) => ids.map((id) => line(`engines-2018/${id}`)).join('')
