import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { recordsFile } from '../talk-record.ts'
import { readRecord } from './event-store.ts'
import { readBytes, UnreadableInput } from './input.ts'
import { readLines } from './lines.ts'
import type { PlannedEvent, Staged } from './plan-import.ts'

/**
 * Writes what was planned for one event. Every file appears whole or not at all, and what is already as planned is not
 * touched: an import that was interrupted is finished by running it again.
 */
export async function writeEvent(event: PlannedEvent, into: string): Promise<void> {
  if (!event.staged && event.eventFile === undefined) return
  const folder = join(into, event.id)
  await mkdir(folder, { recursive: true })
  await removeLeftovers(folder)
  if (event.eventFile !== undefined) await writeWhole(folder, 'event.yml', [event.eventFile])
  if (!event.staged) return
  for await (const { form, id, content } of readStaged(event.staged)) {
    if (form === 'note') await writeWhole(folder, `${id}.md`, [content])
  }
  await writeRecords(event, event.staged, folder)
}

/** The file's lines as they are, but for the changed ones; the new ones after them. */
async function writeRecords({ storedKeys }: PlannedEvent, staged: string, folder: string): Promise<void> {
  const changed = new Map<string, string>()
  let hasNew = false
  for await (const { form, key, content } of readStaged(staged)) {
    if (form !== 'record') continue
    if (storedKeys.has(key)) changed.set(key, content)
    else hasNew = true
  }
  if (changed.size === 0 && !hasNew) return
  const hasFile = (await readdir(folder)).includes(recordsFile)
  async function* lines(): AsyncGenerator<string> {
    if (hasFile)
      for await (const line of rawLines(join(folder, recordsFile)))
        yield `${changed.get(readRecord(line)?.key ?? '') ?? line}\n`
    for await (const { form, key, content } of readStaged(staged))
      if (form === 'record' && !storedKeys.has(key)) yield `${content}\n`
  }
  await writeWhole(folder, recordsFile, lines())
}

async function* readStaged(file: string): AsyncGenerator<Staged> {
  for await (const line of readLines(readBytes(file), Number.POSITIVE_INFINITY))
    if ('text' in line) yield JSON.parse(line.text)
}

/** The file's lines as they are; one that cannot be copied without loss is an error. */
async function* rawLines(file: string): AsyncGenerator<string> {
  for await (const line of readLines(readBytes(file), Number.POSITIVE_INFINITY)) {
    if ('problem' in line)
      throw new UnreadableInput(`line ${line.line} of ${recordsFile} ${line.problem}; mend or delete it`)
    yield line.text
  }
}

/** Under a name that readers pass over, then renamed once it is on the disk. */
async function writeWhole(
  folder: string,
  name: string,
  content: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const temporary = join(folder, `.${name}${leftover}`)
  await pipeline(Readable.from(content), createWriteStream(temporary))
  const file = await open(temporary, 'r+')
  await file.sync()
  await file.close()
  await rename(temporary, join(folder, name))
}

const leftover = '.importing'

/** What an import that was killed had begun. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('.') && name.endsWith(leftover)) await rm(join(folder, name))
}
