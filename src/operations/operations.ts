import { createMetrics, type Metrics } from './metrics.ts'
import { createRegistry, type Registry } from './metrics-registry.ts'
import { createRequests, type Requests } from './noted-requests.ts'

/** What people who run Hallway can see of it. */
export interface Operations {
  readonly requests: Requests
  readonly registry: Registry
  readonly metrics: Metrics
}

export function createOperations(): Operations {
  const requests = createRequests()
  const registry = createRegistry()
  const metrics = createMetrics(registry)
  requests.onDone(metrics.request)
  return { requests, registry, metrics }
}
