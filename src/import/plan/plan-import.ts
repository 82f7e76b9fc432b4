import { join } from 'node:path'
import { foldFileName } from '../../files/fold-file-name.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { recordsFile } from '../../notes/file-names.ts'
import { countInBlocks } from '../../notes/foreign/words/count-words.ts'
import { amountOf } from '../../text/amount-of.ts'
import { firstFew } from '../../text/first-few.ts'
import { plainTitle } from '../compose/compose-talk.ts'
import { addTalk, eventName } from '../corpus/event-file.ts'
import { isByTitle, keyAsHeld, placeOfTalk } from '../corpus/held-event.ts'
import type { BadRecord, Imported, ImportedTalk } from '../talk/imported-talk.ts'
import { findGone, keyBeside, maxGiven } from './compare-sources.ts'
import { compareTalk, whyUnservable } from './compare-talk.ts'
import { findHeldElsewhere, type HeldElsewhere } from './held-elsewhere.ts'
import type { ImportOutcome, ImportPlan, OutlinedTalk, PlanOptions } from './import-plan.ts'
import { closeEvent, eventId, flushPending, type OpenEvent, openEvent, settleRepeats } from './open-event.ts'
import { type StagedTalk, stagedLine } from './staging-file.ts'
import { createLoopTurns } from './turn-of-event-loop.ts'

/**
 * Reads all talks and compares each with what is there. Writes nothing into the corpus: what is to be written waits in
 * staging files, so that a plan takes little memory however many talks there are.
 */
export async function planImport(talks: AsyncIterable<Imported>, options: PlanOptions): Promise<ImportPlan> {
  const planning = new Planning(options)
  const turn = createLoopTurns()
  for await (const found of talks) {
    await turn()
    await planning.take(found)
  }
  return planning.finish()
}

/** Characters held back before they go to the staging files. */
const maxPending = 4 * 1024 * 1024
const maxBadTold = 1000
const maxKeptTold = 100

/** An import while it is planned. */
class Planning {
  readonly #options: PlanOptions
  readonly #events = new Map<string, OpenEvent>()
  readonly #counts = { new: 0, changed: 0, unchanged: 0, kept: 0 }
  readonly #bad: BadRecord[] = []
  readonly #kept: string[] = []
  readonly #hints: string[] = []
  readonly #twins: string[] = []
  readonly #undated: string[] = []
  readonly #open: string[] = []
  readonly #notes: string[] = []
  readonly #textsKept: string[] = []
  readonly #outline: OutlinedTalk[] = []
  /** By the paths of their events and their keys. */
  readonly #cancelled = new Set<string>()
  #badCount = 0
  #passed = 0
  #repeats = 0
  #copies = 0
  /** How many characters are held back. */
  #pending = 0
  #sample: ImportPlan['sample']

  constructor(options: PlanOptions) {
    this.#options = options
  }

  async take(found: Imported): Promise<void> {
    if ('passed' in found) {
      this.#passed++
      if (found.isOpen) this.#open.push(found.passed)
      const { cancelled } = found
      if (cancelled) this.#cancelled.add(`${eventId(cancelled.event, this.#options)}/${cancelled.key}`)
    } else if ('bad' in found) {
      this.#reject(found.bad)
    } else if ('hint' in found) {
      this.#hints.push(found.hint)
    } else if (plainTitle(found.talk.title) === '') {
      this.#reject({ where: found.where, reason: 'title: holds nothing that can be seen' })
    } else {
      if (found.unreadDay !== undefined)
        this.#undated.push(`${found.where} (“${found.unreadDay.slice(0, 40)}”)`)
      await this.#takeTalk(found)
    }
  }

  #reject(record: BadRecord): void {
    this.#badCount++
    if (this.#bad.length < maxBadTold) this.#bad.push(record)
  }

  async #takeTalk({ talk: found, where }: FoundTalk): Promise<void> {
    const event = await openEvent(found.event, this.#events, this.#options)
    const given = { ...found, key: keyOf(found, event) }
    if (!event.held.byKey.has(given.key) && this.#options.isNote?.(given)) {
      // The event is on its days all the same.
      addFacts(event, given)
      this.#notes.push(`“${plainTitle(given.title)}”`)
      return
    }
    const isSeen = event.seen.has(given.key)
    if (event.repeats.isCopy(given) && isSeen) {
      this.#copies++
      return
    }
    const beside = isSeen && event.repeats.isAnother(given) ? keyBeside(given) : undefined
    if (beside !== undefined) return this.#takeTalk({ talk: { ...found, key: beside }, where })
    const joined = event.repeats.joined(given, isSeen, seriesOf(given, event))
    if (joined === 'too often') {
      const reason = `is given more than ${maxGiven.toLocaleString('en')} times`
      return this.#reject({ where, title: given.title, reason })
    }
    if (isSeen && joined === undefined) {
      const reason = isByTitle(given)
        ? 'has the title of an earlier one, and neither an id nor people that tell them apart'
        : `has the same id as an earlier one ("${given.key}")`
      return this.#reject({ where, title: given.title, reason })
    }
    addFacts(event, given)
    const talk = joined ?? given
    const earlier = joined && event.seen.get(joined.key)
    const compared = compareTalk(talk, event, this.#options.force ?? false, earlier?.id)
    const { outcome, id, staged, record, keepsText } = compared
    if (keepsText) this.#textsKept.push(plainTitle(given.title))
    const reason = whyUnservable(compared)
    // What was imported before stays as it is, for its source holds it still.
    if (reason === undefined || outcome !== 'new') event.seen.set(talk.key, { id, outcome })
    if (reason !== undefined) return this.#reject({ where, title: given.title, reason })
    if (joined) this.#repeats++
    if (earlier) {
      this.#count(event, earlier.outcome, -1)
      if (!isSeen) event.seen.set(given.key, { id, outcome })
      event.compared.set(talk.key, { id, outcome, ...(staged && { staged }) })
    } else {
      const twin = event.titles.add(talk, id)
      if (twin !== undefined && outcome === 'new')
        this.#twins.push(`${event.id}/${id} has the title of ${event.id}/${twin}`)
    }
    this.#count(event, outcome, 1)
    if (talk.text.form === 'notes') this.#outline.push(outlined(talk, where, outcome))
    if (outcome === 'kept' && this.#kept.length < maxKeptTold)
      this.#kept.push(`${event.id}/${placeOfKept(event, talk.key, id)}`)
    this.#sample ??= record && { event: event.id, record }
    if (staged) await this.#stage(event, staged)
  }

  #count({ counts }: OpenEvent, outcome: ImportOutcome, by: 1 | -1): void {
    counts[outcome] += by
    this.#counts[outcome] += by
  }

  async #stage(event: OpenEvent, staged: StagedTalk): Promise<void> {
    const line = stagedLine(staged)
    event.pending.push(line)
    this.#pending += line.length
    if (this.#pending <= maxPending) return
    await flushPending(this.#events.values())
    this.#pending = 0
  }

  /** The plan, once all talks have been taken. */
  async finish(): Promise<ImportPlan> {
    // Of an event none of whose talks could be served, there is nothing to write.
    const events = [...this.#events.values()].filter(({ seen }) => seen.size > 0)
    await flushPending(events)
    for (const event of events) await settleRepeats(event)
    const elsewhere = await findHeldElsewhere(events, this.#options.into)
    return {
      events: events.map((event) => closeEvent(event, this.#options.force ?? false)),
      counts: this.#counts,
      sample: this.#sample,
      outline: this.#outline,
      kept: this.#kept,
      textsKept: this.#textsKept,
      bad: this.#bad,
      badCount: this.#badCount,
      passed: this.#passed,
      repeats: this.#repeats,
      copies: this.#copies,
      notes: this.#notes.length,
      hints: [
        ...this.#hints,
        ...hintOfUndated(this.#undated),
        ...hintOfOpen(this.#open),
        ...elsewhere.map(hintOfHeld),
        ...hintOfTwins(this.#twins),
        ...hintOfNotes(this.#notes),
      ],
      damaged: events.flatMap((event) => this.#damagedOf(event)),
      gone: events.flatMap((event) => this.#goneOf(event)),
    }
  }

  #damagedOf({ id, held }: OpenEvent): ImportPlan['damaged'] {
    const file = pathForPeople(join(this.#options.into, id, recordsFile))
    return held.damaged.map((line) => ({
      file,
      reason: `line ${line} is no record, so what it held may come again; mend or remove it`,
    }))
  }

  #goneOf({ id, held, seen }: OpenEvent): ImportPlan['gone'] {
    const gone = findGone(held, seen, (key) => this.#cancelled.has(`${id}/${key}`))
    return gone.map((talk) => ({ ...talk, path: `${id}/${talk.place}` }))
  }
}

/** By what it is held, or else by what its source calls it. */
function keyOf(talk: ImportedTalk, { held, seen, titles }: OpenEvent): string {
  const beside = keyBeside(talk)
  const key = beside !== undefined && held.byKey.has(beside) ? beside : keyAsHeld(held, talk)
  const inNote = titles.keyInNote({ ...talk, key })
  return inNote !== undefined && held.byKey.has(inNote) && !seen.has(inNote) ? inNote : key
}

type FoundTalk = Extract<Imported, { readonly talk: ImportedTalk }>

/** What a person has written or edited: a note stands in front of a record of its name. */
function placeOfKept({ held }: OpenEvent, key: string, id: string): string {
  const stored = held.byKey.get(key)
  return stored && !held.written.has(foldFileName(id)) ? placeOfTalk(stored) : `${id}.md`
}

/** The series that it is of, unless it was imported as a talk of its own before. */
const seriesOf = ({ key, seriesKey }: ImportedTalk, { held }: OpenEvent): string | undefined =>
  key === seriesKey || !held.byKey.has(key) ? seriesKey : undefined

/** What a talk says of its event, which may tell what that is called. */
function addFacts(event: OpenEvent, { event: said, date, again = [] }: ImportedTalk): void {
  const before = event.facts
  for (const day of [date, ...again.map((slot) => slot.date)]) event.facts = addTalk(event.facts, said, day)
  if (event.facts?.name !== before?.name) event.name = eventName(event.facts ?? said, event.held.eventFile)
}

function hintOfUndated([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return []
  const more = others.length > 0 ? `, or in ${others.length.toLocaleString('en')} more` : ''
  return [`No day can be read in ${first}${more}: such talks come without one. Write days like 2026-03-14.`]
}

const hintOfOpen = (places: readonly string[]): readonly string[] =>
  places.length === 0
    ? []
    : [`To be announced, so left out: ${firstFew(places, '; ')}. Import again when it is filled in.`]

const hintOfHeld = ({ id, talks, of }: HeldElsewhere): string =>
  `What is new seems to be in ${id}/ already (${talks.toLocaleString('en')} of ${amountOf(of, 'talk')}): import with --event ${id} to ` +
  'keep it there, or delete that folder, or it is served twice.'

const hintOfTwins = (twins: readonly string[]): readonly string[] =>
  twins.length === 0
    ? []
    : [`From another source: ${firstFew(twins, '; ')}. Where they are the same talk, delete one.`]

const hintOfNotes = (titles: readonly string[]): readonly string[] =>
  titles.length === 0
    ? []
    : [`Left out, because they are notes of their event already: ${firstFew(titles, '; ')}.`]

function outlined(
  { title, speakers, text }: ImportedTalk,
  where: string,
  outcome: ImportOutcome,
): OutlinedTalk {
  const words = text.form === 'notes' ? countInBlocks(text.blocks) : 0
  return { where, title, speakers: speakers.map(({ name }) => name), words, outcome }
}
