import type { Progress } from '../build/build-snapshot.ts'

const everyMs = 2_000

/** Says how far a build is, from two seconds on and every two. */
export function createBuildProgressLog(write: (line: string) => void): (progress: Progress) => void {
  let saidAt = performance.now()
  return ({ phase, done, total, of }) => {
    if (performance.now() < saidAt + everyMs) return
    saidAt = performance.now()
    write(`${phase} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${of} …`)
  }
}
