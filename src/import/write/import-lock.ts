import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { errorCode } from '../../files/error-code.ts'
import { isRunning } from '../../files/is-running.ts'
import { makeFolder } from '../../files/make-folder.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { parseJson } from '../../text/parse-json.ts'
import { whenWriting } from '../corpus/file-failure.ts'

/** Another import holds the corpus; the message says which, and what to do. */
export class CorpusBusy extends Error {
  override readonly name = 'CorpusBusy'
}

export interface LockOptions {
  /** How long to wait for another import, in milliseconds; by default a minute. */
  readonly patience?: number
  /** Called once with the number of the process that is waited for. */
  readonly onWait?: (pid: number | undefined) => void
}

const holder = z.object({ pid: z.number(), host: z.string(), started: z.number() })

/** A lock is written as soon as it is made; one that is empty for longer was left by a process that died in between. */
const maxEmptyMs = 2000

/**
 * Does the work while no other import writes into the corpus. What says so is a file in it, `.importing`, with the
 * number of the process; one whose process is gone is taken over. Throws CorpusBusy if another holds on to it.
 */
export async function withImportLock<Result>(
  corpus: string,
  work: () => Promise<Result>,
  { patience = 60_000, onWait = () => {} }: LockOptions = {},
): Promise<Result> {
  await whenWriting(
    corpus,
    Promise.resolve().then(() => makeFolder(corpus)),
  )
  const path = join(corpus, '.importing')
  const until = Date.now() + patience
  let isTold = false
  while (!(await whenWriting(path, take(path)))) {
    const pid = await pidOfLiving(path)
    if (pid === 'gone') continue
    if (!isTold) onWait(pid)
    isTold = true
    if (Date.now() > until)
      throw new CorpusBusy(
        `another import (process ${pid ?? 'unknown'}) is writing into ${pathForPeople(corpus)}; run this one ` +
          `again when it is done, or delete ${pathForPeople(path)} if there is none`,
      )
    await delay(100)
  }
  // Also if the process is told to end meanwhile.
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

/** Makes the lock, if there is none. In one go, so that hardly any moment is left in which it is empty. */
async function take(path: string): Promise<boolean> {
  const holds = JSON.stringify({ pid: process.pid, host: hostname(), started: startOfProcess() })
  let handle: number
  try {
    handle = openSync(path, 'wx')
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeFileSync(handle, holds)
    return true
  } catch (error) {
    // On a full disk there is room for its name alone.
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

/** Whose the lock is, if that can be read; `gone` if it has been released, or was a dead process's and is removed now. */
async function pidOfLiving(path: string): Promise<number | undefined | 'gone'> {
  let text: string
  try {
    text = await readWholeText(path)
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : undefined
  }
  const { data } = holder.safeParse(parseJson(text))
  const isStale = data
    ? data.host === hostname() && !isAlive(data)
    : await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs > maxEmptyMs,
        () => true,
      )
  if (!isStale) return data?.pid
  // Renamed first: of several that find it stale, one gets it, and none deletes the lock that another has just made.
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => {})
  const isTheOne = (await readWholeText(aside).catch(() => text)) === text
  if (isTheOne) await rm(aside, { force: true })
  else await rename(aside, path).catch(() => {})
  return 'gone'
}

function isAlive({ pid, started }: { readonly pid: number; readonly started: number }): boolean {
  // In containers every process may have the same number.
  if (pid === process.pid) return Math.abs(started - startOfProcess()) < 5000
  return isRunning(pid)
}

const startOfProcess = () => Math.round(Date.now() - process.uptime() * 1000)
