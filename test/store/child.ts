import { join } from 'node:path'
import { setImmediate as tick } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import { backUpSqlite } from '../../src/store/sqlite/back-up-sqlite.ts'

// A process of its own, for tests about several processes and about their end. Reads its orders from the command line
// as JSON and prints a line of JSON per result.
interface Orders {
  /**
   * `claim`: one event, then closes. `write`: claims event after event until it is killed. `back-up`: writes backup after
   * backup into the data folder, likewise.
   */
  readonly task: 'claim' | 'write' | 'back-up'
  readonly dataFolder: string
  readonly databaseUrl?: string
  /** Gives up the rights of root, which no file mode stops. */
  readonly asNobody?: boolean
}

const orders: Orders = JSON.parse(process.argv[2] ?? '')
if (orders.asNobody && process.getuid?.() === 0) process.seteuid?.(65_534)
try {
  const store = await openStore({ ...orders, logger: { warn() {} }, retryForMs: 120_000 })
  if (orders.task === 'claim') say({ claimed: await store.claimDelivery('T1', 'Ev1', 1) })
  for (let count = 1; orders.task === 'write'; count += 1) {
    await store.claimDelivery('T1', `${process.pid}-${count}`, 1)
    say({ wrote: `${process.pid}-${count}` })
    // What is said has to leave the process too.
    await tick()
  }
  for (let count = 1; orders.task === 'back-up'; count += 1) {
    backUpSqlite(
      join(orders.dataFolder, 'hallway.db'),
      join(orders.dataFolder, `copy-${process.pid}-${count}.db`),
    )
    say({ copied: count })
    await tick()
  }
  await store.close()
} catch (error) {
  const { code, message, advice } = error as Error & { readonly code?: string; readonly advice?: string }
  say({ code, message, advice })
}

function say(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
