import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { pick } from '../random.ts'
import type { BotOrders } from './bot.ts'
import type { FastTime } from './fast-clock.ts'

export interface MortalBotsParts {
  /** What each is told to do, but for what is its own. */
  readonly orders: Omit<BotOrders, 'time' | 'seed'>
  /** What time it is for them. */
  readonly time: () => FastTime
  readonly chance: () => number
  /** Hears how one died: of which step of its own, or from outside. */
  readonly onDeath: (how: string) => void
}

/** Bots that die; each is followed by another, until all are stopped. */
export interface MortalBots {
  /** Starts this many, and from then on kills one of them every few seconds, even while it starts. */
  start(count: number): void
  /** Tells all that it is another time now. */
  tellTime(): void
  stop(): Promise<void>
}

const murderEveryMs = 6_000
const botScript = fileURLToPath(new URL('bot.ts', import.meta.url))

export function createMortalBots({ orders, time, chance, onDeath }: MortalBotsParts): MortalBots {
  const bots = new Set<ChildProcess>()
  let stopping = false
  let murders: NodeJS.Timeout | undefined

  function startBot(): void {
    const own: BotOrders = { ...orders, time: time(), seed: Math.floor(chance() * 2 ** 32) }
    const bot = fork(botScript, [JSON.stringify(own)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    bots.add(bot)
    bot.stdout?.on('data', (steps: Buffer) => {
      for (const step of String(steps).trim().split('\n')) onDeath(step)
    })
    bot.once('exit', (code) => {
      bots.delete(bot)
      if (code !== null) onDeath(`none, but ended with ${code}`)
      if (!stopping) startBot()
    })
  }

  return {
    start(count) {
      for (let i = 0; i < count; i++) startBot()
      murders = setInterval(() => {
        onDeath('from outside')
        pick([...bots], chance)?.kill('SIGKILL')
      }, murderEveryMs)
    },
    tellTime() {
      // One that was killed just now hears nothing, and is followed by one that knows the time.
      for (const bot of bots) if (bot.connected) bot.send(time(), () => {})
    },
    async stop() {
      clearInterval(murders)
      stopping = true
      const ended = [...bots].map((bot) => once(bot, 'exit'))
      for (const bot of bots) bot.kill('SIGKILL')
      await Promise.all(ended)
    },
  }
}
