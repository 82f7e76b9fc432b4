import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { safeName } from '../../files/safe-name.ts'
import { withLettersNamed } from '../../text/named-letters.ts'
import { eventFileText, mergeEventFacts, type SourceFacts } from '../corpus/event-file.ts'
import { type HeldEvent, readHeldEvent } from '../corpus/held-event.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'
import { createRepeats, createTitles, type Repeats, type Titles } from './compare-sources.ts'
import type { ImportOutcome, PlannedEvent, PlanOptions } from './import-plan.ts'
import { readStaged, stage, stagedLine } from './staging-file.ts'
import type { TalkOutcome } from './talk-outcome.ts'

/** An event while an import is planned. */
export interface OpenEvent {
  readonly id: string
  readonly held: HeldEvent
  readonly counts: Record<ImportOutcome, number>
  /** How far each name has been numbered. */
  readonly numbers: Map<string, number>
  /** The talks that the sources hold, by key. */
  readonly seen: Map<string, Pick<TalkOutcome, 'id' | 'outcome'>>
  readonly titles: Titles
  readonly repeats: Repeats
  /** Talks that are given several times, by key: what is to be written of them takes the place of what was staged. */
  readonly compared: Map<string, TalkOutcome>
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
  const wanted = eventId(event, options)
  const known = open.get(wanted)
  if (known) return known
  const { id, held } = await folderOf(wanted, event, options)
  const opened: OpenEvent = {
    id,
    held,
    titles: createTitles(held),
    repeats: createRepeats(),
    compared: new Map(),
    counts: { new: 0, changed: 0, unchanged: 0, kept: 0 },
    seen: new Map(),
    numbers: new Map(),
    stagingFile: join(options.stagingFolder, `${open.size}.jsonl`),
    facts: undefined,
    name: event.name,
    pending: [],
    isStaged: false,
  }
  open.set(wanted, opened)
  return opened
}

/** What the event's folder holds, or the one that it had in versions before 0.22, which left letters that HTML names as they were typed. */
async function folderOf(
  wanted: string,
  event: ImportedEvent,
  options: PlanOptions,
): Promise<Pick<OpenEvent, 'id' | 'held'>> {
  const held = await readHeldEvent(join(options.into, wanted))
  const typed = eventId({ ...event, id: undefined, name: withLettersNamed(event.name) }, options)
  if (held.byKey.size > 0 || typed === wanted) return { id: wanted, held }
  const before = await readHeldEvent(join(options.into, typed))
  return before.byKey.size > 0 ? { id: typed, held: before } : { id: wanted, held }
}

/** Moves what waits to be written into the staging files. */
export async function flushPending(events: Iterable<OpenEvent>): Promise<void> {
  for (const event of events) {
    if (event.pending.length === 0) continue
    await stage(event.stagingFile, event.pending)
    event.pending = []
    event.isStaged = true
  }
}

/** While a staging file is written again. */
const maxLinesHeld = 1000

/** Puts what is to be written of talks that are given several times in the place of what was staged of each time. */
export async function settleRepeats(event: OpenEvent): Promise<void> {
  const { compared, stagingFile } = event
  if (compared.size === 0 || !event.isStaged) return
  event.isStaged = false
  const settled = `${stagingFile}.settled`
  const left = new Map(compared)
  let lines: string[] = []
  const write = async () => {
    await stage(settled, lines)
    lines = []
  }
  for await (const one of readStaged(stagingFile)) {
    const latest = left.get(one.key)
    const isStale = compared.has(one.key) && latest?.staged?.content !== one.content
    if (isStale) continue
    left.delete(one.key)
    event.isStaged = true
    lines.push(stagedLine(one))
    if (lines.length === maxLinesHeld) await write()
  }
  await write()
  await rename(settled, stagingFile)
}

/** What the plan says of the event, when all talks have been read. */
export function closeEvent(
  { id, facts, counts, held, isStaged, stagingFile }: OpenEvent,
  force: boolean,
): PlannedEvent {
  const known = mergeEventFacts(facts ?? { name: id, isGuess: true }, held.eventFile)
  return {
    id,
    facts: known,
    counts,
    staged: isStaged ? stagingFile : undefined,
    eventFile: eventFileText(known, held.eventFile, force),
    eventFileBefore: held.eventFile,
  }
}
