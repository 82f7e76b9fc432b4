import { SlackConnectionFailure } from './app.ts'
import { SealFailure } from './app-for-many.ts'
import { type Config, readConfig } from './config/config.ts'
import { proxyProblem } from './config/proxy-problem.ts'
import { requireAnswer, stuckDisk } from './files/stuck-disk.ts'
import { describeProblems, openNotes } from './open-notes.ts'
import { jsonLines } from './operations/json-lines.ts'
import { createOperations } from './operations/operations.ts'
import { createReadiness } from './operations/readiness.ts'
import { runOperations } from './operations/run-operations.ts'
import { portProblem } from './port-problem.ts'
import { type ServeLimits, type ServeParts, serve } from './serve.ts'
import { createLog } from './slack/client/slack-log.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { StoreError } from './store/store-error.ts'
import { createTell } from './tell.ts'
import { machineZone } from './tips/settings/time-zone.ts'
import { readVersion } from './version.ts'

/**
 * Runs Hallway until it is told to stop. Resolves to undefined once it runs, or to the exit code if it cannot, after
 * saying why.
 */
export async function start(env: NodeJS.ProcessEnv, limits = usualLimits): Promise<number | undefined> {
  const operations = createOperations()
  const lines = jsonLines({ requestId: operations.requests.currentId, now: () => new Date() })
  const format = env.HALLWAY_LOG_FORMAT?.trim() === 'json' ? lines : undefined
  const tell = createTell(format)
  const onOpen = stopOnSignals(tell)
  // Node would open a debugger, through which anybody on this machine could read the tokens.
  process.on('SIGUSR1', () => tell('warn', 'SIGUSR1 does nothing here. SIGTERM stops Hallway.'))
  const refuse = (reasons: readonly string[]): number => {
    for (const reason of reasons) tell('error', reason)
    return 1
  }
  const settings = readConfig(env)
  if ('problems' in settings) return refuse(settings.problems)
  const { config } = settings
  // None leads to the local workspace.
  const noProxy = config.connection.kind === 'local' ? undefined : proxyProblem(env)
  if (noProxy !== undefined) return refuse([noProxy])
  const stuck = await requireAnswer(config.dataFolder, 'HALLWAY_DATA').catch(stuckDisk)
  if (stuck) return refuse([stuck.message])
  for (const warning of config.warnings) tell('warn', warning)
  if (env.TZ && machineZone() === undefined)
    tell(
      'warn',
      `TZ is "${env.TZ}", which is no time zone such as Europe/Rome: what is on when is told by UTC.`,
    )

  const log = createLog(config.logLevel, console.error, { secrets: config.secrets, format })
  const readiness = createReadiness()
  const closeOperations = await runOperations(operations, {
    ...config,
    version: await readVersion(),
    readiness,
    log,
  }).catch((error: unknown) => portProblem(error, config) ?? Promise.reject(error))
  if (typeof closeOperations === 'string') return refuse([closeOperations])
  const notes = await openNotes(config, { env, log })
  if (notes && 'reasons' in notes) {
    // What listens for supervisors would keep a process that cannot start.
    await closeOperations()
    return refuse(notes.reasons)
  }
  const problems = notes ? describeProblems(notes.library.current().corpus, config.corpus) : []
  for (const line of problems) tell('warn', line)
  const reason = await whyNotServed(config, {
    operations,
    readiness,
    closeOperations,
    notes,
    log,
    tell,
    limits,
    isByProxy: env.NODE_USE_ENV_PROXY === '1',
    onOpen,
  })
  return reason === undefined ? undefined : refuse([reason])
}

/** Serves, or says what a person has to see to first. */
async function whyNotServed(config: Config, parts: ServeParts): Promise<string | undefined> {
  try {
    await serve(config, parts)
    return undefined
  } catch (error) {
    if (error instanceof SlackConnectionFailure || error instanceof SealFailure) return error.message
    const reason = error instanceof StoreError ? error.explanation : portProblem(error, config)
    if (reason === undefined) throw error
    return reason
  }
}

/** Longer than answering what was asked, and what is closed after it; shorter than supervisors wait. */
const usualLimits: ServeLimits = { maxStopMs: 9_500 }
