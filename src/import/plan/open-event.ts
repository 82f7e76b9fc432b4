import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeName } from '../../files/safe-name.ts'
import { eventFileText, mergeFacts, type SourceFacts } from '../corpus/event-file.ts'
import { readStoredEvent, type StoredEvent } from '../corpus/stored-event.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'
import { createRepeats, createTitles, type Repeats, type Titles } from './compare-sources.ts'
import type { Outcome, PlannedEvent, PlanOptions } from './import-plan.ts'

/** An event while an import is planned. */
export interface OpenEvent {
  readonly id: string
  readonly held: StoredEvent
  readonly counts: Record<Outcome, number>
  /** How far each name has been numbered. */
  readonly numbers: Map<string, number>
  /** Keys of the talks that the sources hold. */
  readonly seen: Set<string>
  readonly titles: Titles
  readonly repeats: Repeats
  readonly stagingFile: string
  facts: SourceFacts | undefined
  /** What it is called in the texts of its talks. */
  name: string
  pending: string[]
  isStaged: boolean
}

/** The event's folder. */
export const eventId = (event: ImportedEvent, options: PlanOptions): string =>
  options.event ?? safeName(event.id ?? event.name, 'event')

/** The event as it is open, or else opens it. */
export async function openEvent(
  event: ImportedEvent,
  open: Map<string, OpenEvent>,
  options: PlanOptions,
): Promise<OpenEvent> {
  const id = eventId(event, options)
  const known = open.get(id)
  if (known) return known
  const held = await readStoredEvent(join(options.into, id))
  const opened: OpenEvent = {
    id,
    held,
    titles: createTitles(held),
    repeats: createRepeats(),
    counts: { new: 0, changed: 0, unchanged: 0, kept: 0 },
    seen: new Set(),
    numbers: new Map(),
    stagingFile: join(options.stagingFolder, `${open.size}.jsonl`),
    facts: undefined,
    name: event.name,
    pending: [],
    isStaged: false,
  }
  open.set(id, opened)
  return opened
}

/** Moves what waits to be written into the staging files. */
export async function flush(events: Iterable<OpenEvent>): Promise<void> {
  for (const event of events) {
    if (event.pending.length === 0) continue
    await appendFile(event.stagingFile, event.pending.join(''))
    event.pending = []
    event.isStaged = true
  }
}

/** What the plan says of the event, when all talks have been read. */
export function closeEvent(
  { id, facts, counts, held, isStaged, stagingFile }: OpenEvent,
  force: boolean,
): PlannedEvent {
  const known = mergeFacts(facts ?? { name: id, isGuess: true }, held.eventFile)
  return {
    id,
    facts: known,
    counts,
    staged: isStaged ? stagingFile : undefined,
    eventFile: eventFileText(known, held.eventFile, force),
    eventFileBefore: held.eventFile,
  }
}
