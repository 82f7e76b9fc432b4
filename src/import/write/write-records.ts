import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { foldFileName } from '../../files/fold-file-name.ts'
import { noFile } from '../../files/no-file.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { recordsFile } from '../../notes/file-names.ts'
import { decodeStrictly } from '../../text/decode-strictly.ts'
import { whenWriting } from '../corpus/file-failure.ts'
import { placeOfTalk, readRecord, type StoredTalk } from '../corpus/held-event.ts'
import type { StagedTalk } from '../plan/staging-file.ts'
import { readBytes } from '../read/input.ts'
import { readRawLines } from '../read/lines.ts'
import type { WriteResult } from './write-result.ts'

/**
 * Writes an event's talks.jsonl: its lines as they are, but for those that are to be changed and still are what the
 * plan saw; after them the new ones whose key and name nobody has brought meanwhile. `kept` says where talks stand.
 */
export async function writeRecords(
  staged: () => AsyncIterable<StagedTalk>,
  folder: string,
): Promise<WriteResult> {
  const changed = new Map<string, StagedTalk>()
  let isWork = false
  for await (const one of staged()) {
    isWork = true
    if (one.seen !== undefined) changed.set(one.key, one)
  }
  const path = join(folder, recordsFile)
  for (let tries = 0; isWork; tries++) {
    const before = await stampOf(path)
    const copy = createCopy(changed, staged)
    // An editor that saves while lines are copied would lose what it saved.
    const isUntouched = async () => copy.written > 0 && (await stampOf(path)) === before
    const source = before === undefined ? undefined : path
    const done = await whenWriting(path, writeWhole(path, copy.lines(source), { isWanted: isUntouched }))
    if (done) return copy.result()
    if (copy.written === 0) return copy.result()
    if (tries === 10) throw new Error(`${path} changes all the time`)
  }
  return { written: 0, already: 0, kept: [] }
}

function createCopy(changed: ReadonlyMap<string, StagedTalk>, staged: () => AsyncIterable<StagedTalk>) {
  let already = 0
  const kept: string[] = []
  const left = new Map(changed)
  const there = new Map<string, StoredTalk>()
  const names = new Set<string>()
  const copy = {
    written: 0,
    result: (): WriteResult => ({ written: copy.written, already, kept }),
    async *lines(path: string | undefined): AsyncGenerator<string | Buffer> {
      if (path) {
        for await (const { bytes } of readRawLines(readBytes(path), Number.POSITIVE_INFINITY)) {
          if (!bytes) continue
          const line = decodeStrictly(bytes, 'utf-8')
          const change = line === undefined ? undefined : changeOf(line)
          if (change === undefined) yield bytes
          else yield change
          yield '\n'
        }
      }
      kept.push(...[...left.values()].map(placeOf))
      for await (const one of staged()) {
        if (one.seen !== undefined) continue
        const other = there.get(one.key)
        if (other && isAsPlanned(other, one)) already++
        else if (other || names.has(foldFileName(one.id))) kept.push(placeOf(one))
        else {
          copy.written++
          yield `${one.content}\n`
        }
      }
    },
  }
  function placeOf({ key, form, id, content }: StagedTalk): string {
    return placeOfTalk(there.get(key) ?? { form, id, title: readRecord(content)?.title ?? id })
  }
  /** What is to stand in the place of the line; undefined for the line itself. */
  function changeOf(line: string): string | undefined {
    const record = readRecord(line)
    if (!record) return undefined
    there.set(record.key, record)
    names.add(foldFileName(record.id))
    const change = left.get(record.key)
    if (!change) return undefined
    if (isAsPlanned(record, change)) already++
    else if (record.seen === change.seen) copy.written++
    else return undefined
    left.delete(record.key)
    return record.seen === change.seen ? change.content : undefined
  }
  return copy
}

/** Another import has written it since. Which file that came from is no difference. */
const isAsPlanned = (record: StoredTalk, { content }: StagedTalk): boolean =>
  !record.edited && record.hash === readRecord(content)?.hash

/** Tells whether a file was touched; undefined if there is none. */
async function stampOf(path: string): Promise<string | undefined> {
  const facts = await stat(path, { bigint: true }).catch(noFile)
  return facts && `${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`
}
