import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { type PostgresServer, query } from '../../test/store/postgres-server.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { DatabaseFault } from './weather.ts'

/** What all bots of a simulation keep what they remember in. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  /** A connection of one of them. */
  open(): Promise<OpenStore>
}

/** A file, which works as fast as it is asked; closing it waits for a thread, which ends in real time. */
export const openSqlite = (dataFolder: string, time: Pick<VirtualTime, 'outside'>): Database => ({
  kind: 'sqlite',
  async open() {
    const store = await openStore({ dataFolder, logger })
    return { ...store, close: () => time.outside(() => store.close()) }
  },
})

/**
 * On a real server, in real time, while the simulated time stands still; one call at a time, so that all follows from the seed.
 * @param takeFault what is about to happen to the server
 */
export function openPostgres({
  url,
  server,
  inTurn,
  takeFault,
}: {
  readonly url: string
  readonly server: Pick<PostgresServer, 'stop' | 'start'>
  readonly inTurn: Turns
  readonly takeFault: () => DatabaseFault | undefined
}): Database {
  /** Which the store is to notice, and nobody else. */
  async function meetFault(): Promise<void> {
    const fault = takeFault()
    if (fault === 'connections drop') await query(url, drop)
    if (fault !== 'server restarts') return
    await server.stop()
    setTimeout(() => void server.start(), downMs)
  }
  return {
    kind: 'postgres',
    async open() {
      const store = await inTurn(() =>
        openStore({ dataFolder: '', databaseUrl: url, logger, retryForMs: 60_000 }),
      )
      const methods = Object.entries(store).map(([name, method]) => [
        name,
        typeof method !== 'function'
          ? method
          : (...args: readonly unknown[]) =>
              inTurn(async () => {
                await meetFault()
                return Reflect.apply(method, store, args)
              }),
      ])
      return { ...Object.fromEntries(methods), close: () => inTurn(() => store.close()) }
    },
  }
}

/** Does something once all is done that came before. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

export function takeTurns(time: Pick<VirtualTime, 'outside'>): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const before = last
    const result = time.outside(() => before.then(work))
    last = result.catch(() => {})
    return result
  }
}

const logger = { warn() {} }

/** How long the server is away, in milliseconds. */
const downMs = 300

const drop =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
