import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { noFile } from '../../files/no-file.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { removePartials, writeWhole } from '../../files/write-whole.ts'
import { eventFile } from '../../notes/file-names.ts'
import { contentHash } from '../../notes/talk-record.ts'
import { whenReading, whenWriting } from '../corpus/file-failure.ts'
import type { PlannedEvent } from '../plan/import-plan.ts'
import { readStaged, type StagedTalk } from '../plan/staging-file.ts'
import { writeRecords } from './write-records.ts'
import type { WriteResult } from './write-result.ts'

/**
 * Writes what was planned for one event. What has changed since the plan was made is left as it is. Every file appears
 * whole or not at all, and what is already as planned is not touched: an import that was interrupted is finished by
 * running it again. Only for whoever holds the corpus's lock.
 */
export async function writeEvent(event: PlannedEvent, into: string): Promise<WriteResult> {
  if (!event.staged && event.eventFile === undefined) return { written: 0, already: 0, kept: [] }
  const folder = join(into, event.id)
  await whenWriting(folder, mkdir(folder, { recursive: true }))
  await whenWriting(folder, removePartials(folder))
  let written = 0
  let already = 0
  const kept: string[] = []
  if (event.eventFile !== undefined) {
    const seen = event.eventFileBefore === undefined ? undefined : contentHash(event.eventFileBefore)
    const outcome = await writeFileAsPlanned(folder, eventFile, { content: event.eventFile, seen })
    if (outcome === 'kept') kept.push(`${event.id}/${eventFile}`)
  }
  if (!event.staged) return { written, already, kept }
  const staged = event.staged
  for await (const one of readStaged(staged)) {
    if (one.form !== 'note') continue
    const outcome = await writeFileAsPlanned(folder, `${one.id}.md`, one)
    if (outcome === 'written') written++
    else if (outcome === 'already') already++
    else kept.push(`${event.id}/${one.id}.md`)
  }
  const records = await writeRecords(() => recordsOf(staged), folder)
  return {
    written: written + records.written,
    already: already + records.already,
    kept: [...kept, ...records.kept.map((place) => `${event.id}/${place}`)],
  }
}

/** Writes a file, if it is still the one that the plan saw (a hash), or still is not there. */
async function writeFileAsPlanned(
  folder: string,
  name: string,
  { content, seen }: { readonly content: string; readonly seen?: string },
): Promise<'written' | 'already' | 'kept'> {
  const path = join(folder, name)
  const current = await whenReading(path, readWholeText(path).catch(noFile))
  if (current === content) return 'already'
  if ((current === undefined ? undefined : contentHash(current)) !== seen) return 'kept'
  await whenWriting(path, writeWhole(path, [content]))
  return 'written'
}

async function* recordsOf(staged: string): AsyncGenerator<StagedTalk> {
  for await (const one of readStaged(staged)) if (one.form === 'record') yield one
}
