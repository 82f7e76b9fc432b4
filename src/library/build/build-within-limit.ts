import { buildInWorker } from './build-in-worker.ts'
import type { Job, Progress } from './build-snapshot.ts'

/** Builds snapshots, each within a limit of time. */
export interface LimitedBuild {
  /**
   * A note that is never done is left out and named among the problems, as long as it stays as it is; the rest is served.
   * @throws what building throws, at the signal, and if it stands still while no note is read
   */
  build(job: Job, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<SharedArrayBuffer>
  /** Resolves once every thread has ended, those that stood still included. */
  rest(): Promise<void>
}

export interface BuildLimit {
  /** How long a build may say nothing, in milliseconds: that no file was done and no talk indexed. Default 60 s. */
  readonly maxSilentMs?: number | undefined
  /** Default: in a worker thread. */
  readonly buildOnce?: typeof buildInWorker | undefined
}

type Attempt = { readonly buffer: SharedArrayBuffer } | { readonly begun: ReadonlySet<string> }

export function createBuildWithinLimit({
  maxSilentMs = 60_000,
  buildOnce = buildInWorker,
}: BuildLimit = {}): LimitedBuild {
  /** Notes that were never done, by their path: which state of them. */
  const stuck = new Map<string, string | undefined>()
  const ending = new Set<Promise<unknown>>()
  const reason = `it took longer than ${maxSilentMs / 1000} s to read`

  /** One build; if it stands still, it is ended, and what it had begun and not done is told. */
  async function attempt(
    job: Job,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const begun = new Set<string>()
    const silence = new AbortController()
    const still = Promise.withResolvers<'still'>()
    const timer = setTimeout(() => {
      silence.abort()
      still.resolve('still')
    }, maxSilentMs)
    const building = buildOnce(
      job,
      {
        onProgress(progress) {
          timer.refresh()
          onProgress(progress)
        },
        onFile({ path, state }) {
          timer.refresh()
          if (state === 'begun') begun.add(path)
          else begun.delete(path)
        },
      },
      AbortSignal.any([signal, silence.signal]),
    )
    // A thread that hangs in the file system ends when that answers, if ever: nobody waits for it but the end of all.
    const ended = building.catch(() => {}).finally(() => ending.delete(ended))
    ending.add(ended)
    try {
      const first = await Promise.race([building, still.promise])
      return first === 'still' ? { begun } : { buffer: first }
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async build(job, onProgress, signal) {
      let suspects: ReadonlySet<string> = new Set()
      for (;;) {
        for (const [path, stamp] of stuck) if (job.scan.stamps.get(path) !== stamp) stuck.delete(path)
        const leftOut = new Map([...stuck.keys()].map((path) => [path, reason]))
        const made = await attempt({ ...job, leftOut, suspects }, onProgress, signal)
        if ('buffer' in made) return made.buffer
        const [path] = made.begun
        if (path === undefined) throw new Error(`it stood still for ${maxSilentMs / 1000} s`)
        // Of several that are read at the same time, one is at fault: which, they tell one by one.
        if (made.begun.size > 1) suspects = made.begun
        else stuck.set(path, job.scan.stamps.get(path))
      }
    },
    async rest() {
      await Promise.all(ending)
    },
  }
}
