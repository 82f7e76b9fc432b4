import { appendFile } from 'node:fs/promises'
import { whenWriting } from '../corpus/file-failure.ts'
import { readBytes } from '../read/input.ts'
import { readLines } from '../read/lines.ts'

/** A talk or file to write, as it waits in a staging file: a line each. */
export interface StagedTalk {
  readonly form: 'record' | 'note'
  readonly id: string
  readonly key: string
  /** The line of talks.jsonl, or the text of the note. */
  readonly content: string
  /** Hash of what it takes the place of; absent if it is new. */
  readonly seen?: string
}

/** Its line of a staging file. */
export const stagedLine = (one: StagedTalk): string => `${JSON.stringify(one)}\n`

/** Its disk is that of the system's temporary files, which may be full while that of the notes is not: so a failure names it. */
export const stage = (file: string, lines: readonly string[]): Promise<void> =>
  whenWriting(file, appendFile(file, lines.join('')))

export async function* readStaged(file: string): AsyncGenerator<StagedTalk> {
  for await (const line of readLines(readBytes(file), Number.POSITIVE_INFINITY))
    if ('text' in line) yield JSON.parse(line.text)
}
