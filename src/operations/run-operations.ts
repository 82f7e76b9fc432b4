import type { Operations } from './operations.ts'
import { measureProcess } from './process-metrics.ts'
import { measureReadiness, type ReadinessDesk } from './readiness.ts'
import { createSlowLog } from './slow-log.ts'
import { openStatusServer } from './status-server.ts'
import { openTracing, TracingFailure } from './tracing.ts'

export interface RunOperationsOptions {
  /** Hallway's. */
  readonly version: string
  readonly readiness: ReadinessDesk
  /** Where the pages for supervisors are; if undefined, there are none. */
  readonly status: { readonly port: number; readonly host: string } | undefined
  /** From how many milliseconds on an answer is slow; 0 for never. */
  readonly slowMs: number
  readonly isTraced: boolean
  readonly log: { warn(line: string): void }
}

/**
 * Opens what tells of Hallway to others: the log of slow answers, traces, and the server of `/metrics` and its like.
 * Resolves to what closes them.
 * @throws what listening throws
 */
export async function runOperations(
  { requests, registry }: Operations,
  { version, readiness, status, slowMs, isTraced, log }: RunOperationsOptions,
): Promise<() => Promise<void>> {
  requests.onDone(createSlowLog({ slowMs, warn: (line) => log.warn(line) }))
  const tracing = isTraced ? openTracingOrWarn(version, log) : undefined
  if (tracing) requests.onDone(tracing.record)
  if (status) measureProcess(registry, { version })
  measureReadiness(registry, readiness)
  const server = status && (await openStatusServer({ ...status, log, readiness, registry }))
  return async () => {
    await tracing?.close()
    await server?.close()
  }
}

/** Without traces, people are answered all the same. */
function openTracingOrWarn(version: string, log: RunOperationsOptions['log']) {
  try {
    return openTracing({ version })
  } catch (error) {
    if (!(error instanceof TracingFailure)) throw error
    log.warn(error.message)
    return undefined
  }
}
