import { join } from 'node:path'
import { pathForPeople } from '../../files/path-for-people.ts'
import { recordsFile, type TalkRecord } from '../../notes/talk-record.ts'
import type { BadRecord, Imported, ImportedTalk } from '../imported-talk.ts'
import { findGone, type GoneTalk } from './compare-sources.ts'
import { compareTalk } from './compare-talk.ts'
import { plainTitle } from './compose-talk.ts'
import { addTalk, type EventFacts, eventName } from './event-file.ts'
import { closeEvent, eventId, flush, type OpenEvent, openEvent } from './open-event.ts'
import { createPause } from './pause.ts'

export type Outcome = 'new' | 'changed' | 'unchanged' | 'kept'

export interface PlannedEvent {
  readonly id: string
  readonly facts: EventFacts
  readonly counts: Readonly<Record<Outcome, number>>
  /** The file that holds what is to be written; undefined where that is nothing. */
  readonly staged: string | undefined
  /** The new text of event.yml, where it is to be written. */
  readonly eventFile: string | undefined
  /** Its text when the plan was made. */
  readonly eventFileBefore: string | undefined
}

/** What an import would write, and what it found wrong. */
export interface ImportPlan {
  readonly events: readonly PlannedEvent[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** The first talk that would be written. */
  readonly sample: { readonly event: string; readonly record: TalkRecord } | undefined
  /** All talks that were split from long notes, for a person to look through, in the order of the notes. */
  readonly outline: readonly OutlinedTalk[]
  /** Talks left alone because a person has edited or written them, by path within the corpus; at most a hundred. */
  readonly kept: readonly string[]
  /** The first thousand of `badCount`. */
  readonly bad: readonly BadRecord[]
  readonly badCount: number
  /** Entries that are no talks. */
  readonly passed: number
  readonly hints: readonly string[]
  /** What is wrong with the corpus's own files of records. */
  readonly damaged: readonly { readonly file: string; readonly reason: string }[]
  /** Imported talks that their source does not hold any longer, by path within the corpus; they stay. */
  readonly gone: readonly (GoneTalk & { readonly path: string })[]
}

export interface OutlinedTalk {
  /** The place for people: `notes.md:120`. */
  readonly where: string
  readonly title: string
  readonly speakers: readonly string[]
  readonly words: number
  readonly outcome: Outcome
}

/** One thing to write, as it waits in a staging file: a line each. */
export interface Staged {
  readonly form: 'record' | 'note'
  readonly id: string
  readonly key: string
  /** The line of talks.jsonl, or the text of the note. */
  readonly content: string
  /** Hash of what it takes the place of; absent where it is new. */
  readonly seen?: string
}

export interface PlanOptions {
  /** The corpus folder. */
  readonly into: string
  /** A folder in which files for what is to be written can be made. */
  readonly stagingFolder: string
  /** Puts all talks into the event of this id. */
  readonly event?: string
  /** Overwrites imported talks that a person has edited since. */
  readonly force?: boolean
}

// Characters held back before they go to the staging files.
const maxPending = 4 * 1024 * 1024

/**
 * Reads all talks and compares each with what is there. Writes nothing into the corpus: what is to be written waits in
 * staging files, so that a plan takes little memory however many talks there are.
 */
export async function planImport(talks: AsyncIterable<Imported>, options: PlanOptions): Promise<ImportPlan> {
  const open = new Map<string, OpenEvent>()
  const counts = { new: 0, changed: 0, unchanged: 0, kept: 0 }
  const bad: BadRecord[] = []
  const kept: string[] = []
  const hints: string[] = []
  const cancelled = new Set<string>()
  const twins: string[] = []
  let badCount = 0
  let passed = 0
  let pending = 0
  let sample: ImportPlan['sample']
  const outline: OutlinedTalk[] = []
  const reject = (record: BadRecord) => {
    badCount++
    if (bad.length < 1000) bad.push(record)
  }

  const pause = createPause()
  for await (const found of talks) {
    await pause()
    if ('passed' in found) {
      passed++
      if (found.cancelled) cancelled.add(`${eventId(found.cancelled.event, options)}/${found.cancelled.key}`)
    } else if ('bad' in found) reject(found.bad)
    else if ('hint' in found) hints.push(found.hint)
    else if (plainTitle(found.talk.title) === '') {
      reject({ where: found.where, reason: 'title: holds nothing that can be seen' })
    } else {
      const event = await openEvent(found.talk.event, open, options)
      if (event.seen.has(found.talk.key)) {
        reject({
          where: found.where,
          title: found.talk.title,
          reason: `has the same id as an earlier one ("${found.talk.key}")`,
        })
        continue
      }
      event.seen.add(found.talk.key)
      const before = event.facts
      event.facts = addTalk(before, found.talk.event, found.talk.date)
      if (event.facts.name !== before?.name) event.name = eventName(event.facts, event.store.eventFile)
      const { outcome, id, staged, record } = compareTalk(found.talk, event, options.force ?? false)
      const twin = event.titles.add(found.talk, id)
      if (twin !== undefined && outcome === 'new')
        twins.push(`${event.id}/${id} has the title of ${event.id}/${twin}`)
      event.counts[outcome]++
      counts[outcome]++
      if (found.talk.text.form === 'notes') outline.push(outlined(found.talk, found.where, outcome))
      if (outcome === 'kept' && kept.length < 100) kept.push(`${event.id}/${id}`)
      if (!staged) continue
      sample ??= record && { event: event.id, record }
      const line = `${JSON.stringify(staged)}\n`
      event.pending.push(line)
      pending += line.length
      if (pending > maxPending) {
        await flush(open.values())
        pending = 0
      }
    }
  }
  await flush(open.values())
  const events = [...open.values()].map((event) => closeEvent(event, options.force ?? false))
  const gone = [...open.values()].flatMap(({ id, store, seen }) =>
    findGone(store, seen, (key) => cancelled.has(`${id}/${key}`)).map((talk) => ({
      ...talk,
      path: `${id}/${talk.id}`,
    })),
  )
  const damaged = [...open.values()].flatMap(({ id, store }) =>
    store.damaged.map((line) => ({
      file: pathForPeople(join(options.into, id, recordsFile)),
      reason: `line ${line} is no record, so what it held may come again; mend or remove it`,
    })),
  )
  return {
    damaged,
    events,
    counts,
    sample,
    outline,
    kept,
    bad,
    badCount,
    passed,
    hints: [...hints, ...hintOfTwins(twins)],
    gone,
  }
}

function hintOfTwins(twins: readonly string[]): readonly string[] {
  if (twins.length === 0) return []
  const shown = twins.slice(0, 3).join('; ')
  const more = twins.length > 3 ? `; and ${twins.length - 3} more` : ''
  return [`From another source: ${shown}${more}. Where they are the same talk, delete one.`]
}

function outlined({ title, speakers, text }: ImportedTalk, where: string, outcome: Outcome): OutlinedTalk {
  const blocks = text.form === 'notes' ? text.blocks : []
  const words = blocks.reduce((sum, block) => sum + (block.text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0)
  return { where, title, speakers: speakers.map(({ name }) => name), words, outcome }
}
