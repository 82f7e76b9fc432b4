import type { Workspace } from './workspace.ts'

/** What waits for something to come about in the workspace. */
export interface Waiting extends Pick<Workspace, 'until'> {
  /** To be called whenever something may have come about. */
  wake(): void
}

export function createWaiting(): Waiting {
  const waiters = new Set<() => void>()
  return {
    wake() {
      for (const check of [...waiters]) check()
    },
    until(value, what, timeoutMillis = 120_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(check)
          reject(new Error(`Waited ${timeoutMillis} ms in vain for ${what}.`))
        }, timeoutMillis)
        function check(): void {
          try {
            const found = value()
            if (found === undefined || found === false) return
            resolve(found)
          } catch (error) {
            reject(error)
          }
          clearTimeout(timer)
          waiters.delete(check)
        }
        waiters.add(check)
        check()
      })
    },
  }
}
