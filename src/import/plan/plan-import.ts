import { join } from 'node:path'
import { pathForPeople } from '../../files/path-for-people.ts'
import { recordsFile } from '../../notes/talk-record.ts'
import { plainTitle } from '../compose/compose-talk.ts'
import { addTalk, eventName } from '../corpus/event-file.ts'
import type { BadRecord, Imported, ImportedTalk } from '../talk/imported-talk.ts'
import { findGone } from './compare-sources.ts'
import { compareTalk } from './compare-talk.ts'
import type { ImportOutcome, ImportPlan, OutlinedTalk, PlanOptions } from './import-plan.ts'
import { closeEvent, eventId, flushPending, type OpenEvent, openEvent, settleRepeats } from './open-event.ts'
import { createPause } from './pause.ts'
import { stagedLine } from './staging-file.ts'

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
  let repeats = 0
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
      const isSeen = event.seen.has(found.talk.key)
      const joined = event.repeats.joined(found.talk, isSeen)
      if (isSeen && joined === undefined) {
        reject({
          where: found.where,
          title: found.talk.title,
          reason: `has the same id as an earlier one ("${found.talk.key}")`,
        })
        continue
      }
      const talk = joined ?? found.talk
      const earlier = joined && event.seen.get(joined.key)
      if (joined) repeats++
      const before = event.facts
      event.facts = addTalk(before, found.talk.event, found.talk.date)
      if (event.facts.name !== before?.name) event.name = eventName(event.facts, event.held.eventFile)
      const { outcome, id, staged, record } = compareTalk(talk, event, options.force ?? false, earlier?.id)
      event.seen.set(talk.key, { id, outcome })
      if (earlier) {
        event.seen.set(found.talk.key, { id, outcome })
        event.counts[earlier.outcome]--
        counts[earlier.outcome]--
        event.compared.set(talk.key, { id, outcome, ...(staged && { staged }) })
      }
      const twin = earlier ? undefined : event.titles.add(talk, id)
      if (twin !== undefined && outcome === 'new')
        twins.push(`${event.id}/${id} has the title of ${event.id}/${twin}`)
      event.counts[outcome]++
      counts[outcome]++
      if (talk.text.form === 'notes') outline.push(outlined(talk, found.where, outcome))
      if (outcome === 'kept' && kept.length < 100) kept.push(`${event.id}/${id}`)
      if (!staged) continue
      sample ??= record && { event: event.id, record }
      const line = stagedLine(staged)
      event.pending.push(line)
      pending += line.length
      if (pending > maxPending) {
        await flushPending(open.values())
        pending = 0
      }
    }
  }
  await flushPending(open.values())
  for (const event of open.values()) await settleRepeats(event)
  const events = [...open.values()].map((event) => closeEvent(event, options.force ?? false))
  const gone = [...open.values()].flatMap(({ id, held, seen }) =>
    findGone(held, seen, (key) => cancelled.has(`${id}/${key}`)).map((talk) => ({
      ...talk,
      path: `${id}/${talk.id}`,
    })),
  )
  const damaged = [...open.values()].flatMap(({ id, held }) =>
    held.damaged.map((line) => ({
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
    repeats,
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

function outlined(
  { title, speakers, text }: ImportedTalk,
  where: string,
  outcome: ImportOutcome,
): OutlinedTalk {
  const blocks = text.form === 'notes' ? text.blocks : []
  const words = blocks.reduce((sum, block) => sum + (block.text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0)
  return { where, title, speakers: speakers.map(({ name }) => name), words, outcome }
}
