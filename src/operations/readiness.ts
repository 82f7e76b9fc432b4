import { messageOf } from '../files/message-of.ts'
import type { Registry } from './metrics-registry.ts'

/** What is amiss, in a few words for whoever runs Hallway; undefined if nothing is. */
type Check = () => string | undefined | Promise<string | undefined>

interface Readiness {
  /** By the name of each check, `ok` or what is amiss. */
  readonly checks: Readonly<Record<string, string>>
  readonly isReady: boolean
}

/** Whether Hallway can answer what people ask. */
export interface ReadinessDesk {
  /** From now on this must be well too. */
  require(name: string, check: Check): void
  /** From now on this is told too, and decides nothing: what is amiss for some can leave others well. */
  mention(name: string, check: Check): void
  /** All has been opened. Until then, Hallway is not ready. */
  started(): void
  /** It goes. From now on, Hallway is not ready. */
  stopping(): void
  /** @param excluded names of checks that are not made */
  read(excluded?: readonly string[]): Promise<Readiness>
}

/** A check that takes longer than this has failed, in milliseconds. */
const maxCheckMs = 2_000

export function createReadiness(): ReadinessDesk {
  const checks = new Map<string, Check>()
  const mentions = new Set<string>()
  let phase: 'starting' | 'running' | 'stopping' = 'starting'
  return {
    require: (name, check) => void checks.set(name, check),
    mention(name, check) {
      mentions.add(name)
      checks.set(name, check)
    },
    started() {
      phase = 'running'
    },
    stopping() {
      phase = 'stopping'
    },
    async read(excluded = []) {
      const asked = [...checks].filter(([name]) => !excluded.includes(name))
      const results = await Promise.all(
        asked.map(async ([name, check]) => [name, (await within(check)) ?? 'ok'] as const),
      )
      const all = Object.fromEntries([['process', phase === 'running' ? 'ok' : phase], ...results])
      const isReady = Object.entries(all).every(([name, result]) => result === 'ok' || mentions.has(name))
      return { checks: all, isReady }
    },
  }
}

export function measureReadiness(registry: Registry, { read }: Pick<ReadinessDesk, 'read'>): void {
  registry.read('gauge', 'hallway_ready', 'Whether it can answer people now: 1 or 0.', async () =>
    Number((await read()).isReady),
  )
}

async function within(check: Check): Promise<string | undefined> {
  const late = Promise.withResolvers<string>()
  const timer = setTimeout(() => late.resolve(`no answer within ${maxCheckMs / 1000} seconds`), maxCheckMs)
  try {
    return await Promise.race([check(), late.promise])
  } catch (error) {
    return messageOf(error)
  } finally {
    clearTimeout(timer)
  }
}
