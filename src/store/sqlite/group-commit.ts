import type { DatabaseSync } from 'node:sqlite'

/** Writes, and resolves to what that comes to once it is committed. */
type Commit = <Result>(write: () => Result) => Promise<Result>

interface QueuedWrite {
  /** Returns what tells of it, once it is committed. */
  readonly write: () => () => void
  readonly fail: (error: unknown) => void
}

/**
 * What is to be written in the same turn of the event loop is committed together, since a commit costs more than a write. If one of
 * the writes or the commit fails, nothing is written, and each is tried alone: so none fails because of another.
 * @param onCommit hears of it when such a group is written
 */
export function createGroupCommit(database: DatabaseSync, onCommit: () => void = () => {}): Commit {
  const begin = database.prepare('begin immediate')
  const commit = database.prepare('commit')
  const rollback = database.prepare('rollback')
  let asked: QueuedWrite[] = []

  function commitAll(): void {
    const group = asked
    asked = []
    const told = group.length > 1 ? together(group) : undefined
    if (told !== undefined) for (const tell of told) tell()
    else group.forEach(alone)
    onCommit()
  }

  /** Undefined if that failed. */
  function together(group: readonly QueuedWrite[]): readonly (() => void)[] | undefined {
    try {
      begin.run()
      const told = group.map(({ write }) => write())
      commit.run()
      return told
    } catch {
      // Of some failures SQLite itself takes all back.
      if (database.isTransaction) rollback.run()
      return undefined
    }
  }

  function alone({ write, fail }: QueuedWrite): void {
    try {
      write()()
    } catch (error) {
      fail(error)
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) setImmediate(commitAll)
      const writeAndTell = () => {
        const result = write()
        return () => resolve(result)
      }
      asked.push({ write: writeAndTell, fail: reject })
    })
}
