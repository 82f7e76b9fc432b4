// Lets one process at a time set up. Plain JavaScript that Node 20 can run.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const beatMillis = 1000
/** Without a sign of life for so long an owner counts as dead: its number may be another process's by now. */
const patienceMillis = 60_000
/** An installation takes minutes at the most. */
const maxHelperMillis = 15 * 60_000
/** Stands for an owner that died before it wrote its number. */
const nobody = 0

/**
 * Does the work while it holds the lock, which is a folder; waits as long as another living process holds it. The lock
 * of a process that died is taken over, once what it had started has ended too: `work` gets a function that tells the
 * number of a process that it started.
 */
export async function withSetUpLock(folder, work) {
  await acquire(folder)
  const beat = setInterval(() => signOfLife(folder), beatMillis)
  try {
    return await work((pid) => write(folder, 'helper', pid))
  } finally {
    clearInterval(beat)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function acquire(folder) {
  let told
  for (;;) {
    try {
      mkdirSync(folder)
      writeOwner(folder)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = readOwner(folder)
    if (owner !== undefined && !owner.isAlive && takeOver(folder, owner.pid)) return
    if (owner?.isAlive && told !== owner.pid) {
      told = owner.pid
      console.error(`Hallway: process ${owner.pid} is installing the dependencies; waiting for it …`)
    }
    await wait(100)
  }
}

/** Whoever makes the folder named for the dead owner is the next; a later one finds it there, or another owner. */
function takeOver(folder, dead) {
  const claim = join(folder, `after-${dead}`)
  try {
    mkdirSync(claim)
  } catch (error) {
    // It may have died itself on the way. ENOENT: the lock is gone by now.
    if (error.code === 'EEXIST' && ageOf(claim) > patienceMillis)
      rmSync(claim, { recursive: true, force: true })
    return false
  }
  if ((readOwner(folder)?.pid ?? nobody) === dead) {
    writeOwner(folder)
    return true
  }
  try {
    rmdirSync(claim)
  } catch {
    // The lock that it was in is gone.
  }
  return false
}

const writeOwner = (folder) => write(folder, 'owner', process.pid)

/** Whole or not at all: nobody reads half a number. */
function write(folder, name, pid) {
  const draft = join(folder, `${name}-${process.pid}`)
  writeFileSync(draft, String(pid))
  renameSync(draft, join(folder, name))
}

function signOfLife(folder) {
  try {
    utimesSync(join(folder, 'owner'), new Date(), new Date())
  } catch {
    // Somebody removed the lock by hand; the work goes on.
  }
}

/** Undefined if the lock is gone, or was made just now. */
function readOwner(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'owner'), 'utf8'))
    const isAlive = isRunning(pid) && ageOf(join(folder, 'owner')) < patienceMillis
    return { pid, isAlive: isAlive || helperRuns(folder) }
  } catch {
    return ageOf(folder) > patienceMillis ? { pid: nobody, isAlive: false } : undefined
  }
}

/** Whether a process that an owner had started goes on without it: two that install at once break what they install. */
function helperRuns(folder) {
  const path = join(folder, 'helper')
  try {
    // Older than that, its number is another process's by now.
    return ageOf(path) < maxHelperMillis && isRunning(Number(readFileSync(path, 'utf8')))
  } catch {
    return false
  }
}

/** Milliseconds since it was last changed; 0 if it is not there. */
function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return error.code === 'EPERM'
  }
}
